"""How names sound, to compare their spellings."""

from __future__ import annotations

import pytest

from models.text.romanised import family_sound, romanised, skeleton


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("호성", "hoseong"),
        ("재혁", "jaehyeok"),
        ("うすだ", "usuda"),
        ("キョウコ", "kyouko"),
        ("ｼﾞｭﾝ", "jun"),
        ("Jae-Hyuk", "jaehyuk"),
        ("Müller", "muller"),
        ("臼田", ""),
        ("", ""),
    ],
)
def test_korean_kana_and_latin_in_plain_letters(text, said):
    assert romanised(text) == said


@pytest.mark.parametrize(
    "names", [("이", "Lee", "Yi", "Rhee"), ("박", "Park", "Pak"), ("さとう", "Sato", "Satoh")]
)
def test_spellings_of_one_family_name_are_one(names):
    assert len({family_sound(name) for name in names}) == 1


@pytest.mark.parametrize(
    "names", [("재혁", "Jae-Hyuk", "Jaehyeok"), ("호성", "Ho Seong", "Hosung"), ("たかし", "Takashi")]
)
def test_spellings_of_one_given_name_have_the_same_consonants(names):
    assert len({skeleton(name) for name in names}) == 1


def test_other_names_have_others():
    assert skeleton("재혁") != skeleton("재민")
    assert family_sound("김") != family_sound("박")
    assert skeleton("") == ""
