"""What is remembered of files of a shape: what the user said rules, what was guessed only fills in."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from models.intake.grid import Book
from models.intake.layout import Assigned
from models.intake.memory import Memory
from models.intake.readers.files import read_pasted
from models.intake.understand import Correction, understand
from models.intake.values.read import Context

FIRST = "성명\t소속\t칸\n김새롬\tKRISS\tkim@kriss.example\n박가온\tKRISS\tpark@kriss.example\n"
"""The third column is explained by its contents alone."""


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "shapes.json")


def read(source: str | Book, memory: Memory, **settings):
    book = read_pasted(source) if isinstance(source, str) else source
    return understand(book, Context(), memory=memory, **settings).sheets[0].layout


def fields(layout):
    return [each.field for each in layout.columns]


def test_an_accepted_guess_is_not_taken_for_a_correction(memory):
    memory.keep([read(FIRST, memory, kind="people")])
    # In the next file of that shape the same column plainly holds something else.
    later = read("성명\t소속\t칸\n김새롬\tKRISS\t010-1234-5678\n박가온\tKRISS\t010-8765-4321\n", memory)
    assert later.column_of("email") is None
    assert fields(later)[2] == "phone"
    assert not any(each.said for each in later.columns)


def test_a_better_reading_later_is_not_overruled_by_an_old_guess(memory, monkeypatch):
    layout = read("성명\t소속\n김새롬\tKRISS\n", memory)
    assert fields(layout) == ["full_name", "organisation"]
    wrong = replace(layout, columns=(layout.columns[0], Assigned(1, "소속", "note")))
    memory.keep([wrong])
    later = read("성명\t소속\n박가온\tKRISS\n", memory)
    assert fields(later) == ["full_name", "organisation"]
    assert not later.remembered


def test_a_guess_fills_in_where_the_next_file_alone_says_nothing(memory):
    memory.keep([read(FIRST, memory)])
    later = read("성명\t소속\t칸\n김새롬\tKRISS\t\n", memory)
    assert fields(later)[2] == "email"
    assert not later.columns[2].certain
    assert not later.remembered


def test_what_the_user_said_rules_in_every_later_file(memory):
    said = {"list": Correction("people", {2: "phone", 1: ""})}
    book = read_pasted(FIRST)
    name = book.grids[0].name
    first = read(book, memory, corrections={name: said["list"]})
    assert fields(first) == ["full_name", "", "phone"]
    for _ in range(2):
        memory.keep([first])
        first = read(FIRST, memory)
        assert fields(first) == ["full_name", "", "phone"]
        assert first.remembered
        assert [each.said for each in first.columns] == [False, True, True]


def test_a_kind_that_the_user_said_is_kept_and_a_guessed_one_is_not(memory):
    rows = "성명\t소속\t직위\n김새롬\tKRISS\t연구원\n"
    memory.keep([read(rows, memory)])
    assert read(rows, memory, visit=True).kind == "delegations"
    memory.keep([read(rows, memory, kind="people")])
    assert read(rows, memory, visit=True).kind == "people"


def test_a_memory_of_an_older_version_counts_as_guesses(memory, tmp_path):
    memory.keep([read("성명\t소속\n김새롬\tKRISS\n", memory)])
    path = tmp_path / "shapes.json"
    (shape,) = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({shape: {"kind": "people", "fields": ["full_name", "note"]}}), "utf-8")
    assert fields(read("성명\t소속\n김새롬\tKRISS\n", memory)) == ["full_name", "organisation"]
