"""What is left out of a file is known again when the same comes a second time."""

from __future__ import annotations

import pytest

from models.actions import directory
from models.actions.intake import accept, preview
from models.actions.intake.left_out import left_out_before, refusals_of
from models.intake.memory import Memory
from models.store import Database

ROWS = "성명\t소속\t이메일\n김새롬\tKRISS\tkim@kriss.example\n박가온\tKRISS\tpark@kriss.example\n"


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "shapes.json")


@pytest.fixture
def database(tmp_path):
    with Database.create(tmp_path / "one.parley") as made:
        directory.organisation.add(made, acronym="KRISS", name={"ko": "한국표준과학연구원"})
        yield made


def proposed(database, memory, rows=ROWS):
    return preview(database, rows, "people", memory=memory)


def line_of(proposal, name):
    return next(line for line in proposal.lines if line.name == name)


def test_a_cell_that_was_left_out_is_so_again_and_the_rest_is_there(database, memory):
    first = proposed(database, memory)
    key = line_of(first, "김새롬").key
    accept(database, first, {(key, "email")}, memory=memory)
    again = proposed(database, memory)
    before = left_out_before(database, again, memory)
    assert before == {(key, "email")}
    assert refusals_of(again, before) == {(key, "email")}
    assert accept(database, again, refusals_of(again, before), memory=memory).change_set == ""
    assert left_out_before(database, proposed(database, memory), memory) == before


def test_it_is_forgotten_once_it_comes_in(database, memory):
    first = proposed(database, memory)
    accept(database, first, {line_of(first, "박가온").key}, memory=memory)
    again = proposed(database, memory)
    assert left_out_before(database, again, memory)
    accept(database, again, memory=memory)
    assert memory.left_out() == frozenset()


def test_another_database_and_another_content_know_nothing_of_it(database, memory, tmp_path):
    first = proposed(database, memory)
    accept(database, first, {line_of(first, "박가온").key}, memory=memory)
    other = proposed(database, memory, ROWS.replace("park@", "gaon.park@"))
    assert not left_out_before(database, other, memory)
    with Database.create(tmp_path / "two.parley") as second:
        assert not left_out_before(second, proposed(second, memory), memory)


def test_nothing_that_somebody_could_read_is_kept(database, memory, tmp_path):
    first = proposed(database, memory)
    accept(database, first, {line_of(first, "박가온").key}, memory=memory)
    kept = (tmp_path / "shapes-left-out.json").read_text("utf-8")
    assert kept != "[]"
    assert "박가온" not in kept
    assert "park@" not in kept


def test_a_folder_that_cannot_be_written_is_no_obstacle(database, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    memory = Memory(tmp_path / "file" / "shapes.json")
    first = proposed(database, memory)
    accept(database, first, {line_of(first, "박가온").key}, memory=memory)
    assert memory.left_out() == frozenset()
