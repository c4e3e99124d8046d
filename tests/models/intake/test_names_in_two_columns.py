"""Lists in which family and given name have a column each, the second called merely "name"."""

from __future__ import annotations

import pytest

from models.intake.readers.files import read_book
from models.intake.recognise import layout_of

LISTS = {
    "ko": "성;이름;소속\n오;지원;KRISS\n",
    "ja": "姓;名前;所属\n高橋;直子;AIST\n",
    "en": "Surname;Name;Organisation\nStone;Ben;NIST\n",
}


def fields(tmp_path, text):
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8")
    (grid,) = read_book(path).grids
    layout = layout_of(grid, "people")
    assert layout is not None
    return [each.field.partition(".")[0] for each in layout.columns][:2]


@pytest.mark.parametrize("tag", LISTS)
def test_beside_a_family_name_a_name_is_the_given_one(tmp_path, tag):
    assert fields(tmp_path, LISTS[tag]) == ["family", "given"]


def test_alone_it_is_the_whole_name(tmp_path):
    assert fields(tmp_path, "이름;소속\n오지원;KRISS\n")[0] == "full_name"


def test_a_full_name_beside_its_family_name_stays_whole(tmp_path):
    assert fields(tmp_path, "성;성명;소속\n오;오지원;KRISS\n") == ["family", "full_name"]
