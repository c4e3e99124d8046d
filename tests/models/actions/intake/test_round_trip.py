"""What goes out as a workbook comes back the same: no change here, the same visit in an empty database."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from exporters.catalogue import PaperRequest, export
from models.actions.intake import accept, preview
from models.actions.sample import create_sample
from models.actions.undo import undo
from models.intake.collect import rows_of
from models.intake.headings import is_own, own_heading, own_table
from models.intake.memory import Memory
from models.intake.readers.files import read_book
from models.store import Database
from models.tables.base import TableRow
from tests.support.generated_visits import make_visit
from tests.support.visits import small_visit

NOT_HELD = {"order", "author_id"}
SENSITIVE = {
    (table.name, column.name)
    for table in TableRow.metadata.tables.values()
    for column in table.columns
    if column.info.get("sensitive")
}


def contents(database, visit):
    """Return everything of a visit by table and id, and for ordered lists who stands before whom."""
    rows = rows_of(database.load_visit(visit))
    values = {
        (table, key): {
            name: value
            for name, value in row.items()
            if name not in NOT_HELD and (table, name) not in SENSITIVE
        }
        for table, found in rows.items()
        for key, row in found.items()
    }
    return values, {table: _sequences(table, found) for table, found in rows.items()}


def _sequences(table, found):
    from models.actions.registry import ENTITIES

    among = ENTITIES[table].among if table in ENTITIES else ()
    lists = {}
    for key, row in sorted(found.items(), key=lambda each: (each[1].get("order") or "", each[0])):
        if "order" in row:
            lists.setdefault(tuple(row[name] for name in among), []).append(key)
    # A participation that a list names and one with a line of its own have no order between them.
    return lists if table != "participation" else {}


def _differing(theirs, ours):
    return [
        (key, {name: (row[name], theirs[key][name]) for name in row if theirs[key][name] != row[name]})
        if (row := ours.get(key)) and key in theirs
        else (key, "here" if key in ours else "there")
        for key in {*theirs, *ours}
        if theirs.get(key) != ours.get(key)
    ]


def written(database, visit, folder):
    path = folder / "visit.xlsx"
    export(
        database.load_visit(visit),
        [PaperRequest("workbook", ("ko", "ja", "en"), format="xlsx")],
        path,
        overwrite=True,
    )
    return path


def comes_back_the_same(database, visit, folder):
    path = written(database, visit, folder)
    book = read_book(path)
    memory = Memory(folder / "shapes.json")
    again = preview(database, book, memory=memory)
    assert again.visit == visit
    assert [(line.kind, line.name, line.refusals) for line in again.lines if line.refusals] == []
    assert [(line.kind, line.steps) for line in again.lines if line.steps] == []
    assert again.questions == ()
    with Database.create(folder / "empty.parley") as empty:
        first = preview(empty, book, memory=memory)
        assert [(line.kind, line.name, line.refusals) for line in first.lines if line.refusals] == []
        done = accept(empty, first, memory=memory)
        assert done.change_set
        ours, theirs = contents(database, visit), contents(empty, visit)
        assert _differing(theirs[0], ours[0]) == []
        assert theirs[1] == ours[1]
        second = preview(empty, book, memory=memory)
        assert [line.steps for line in second.lines if line.steps] == []
        assert accept(empty, second, memory=memory).change_set == ""


# Shrinking a visit takes minutes and makes it no clearer.
@settings(max_examples=12, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_generated_visit_comes_back_the_same(data):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Database.create(folder / "one.parley") as database:
            visit = database.run("test.visit", lambda writing: make_visit(writing, data.draw)).value
            comes_back_the_same(database, visit, folder)


def test_the_sample_comes_back_the_same(tmp_path):
    with create_sample(tmp_path / "sample.parley") as database:
        for number, visit in enumerate(database.visits()):
            folder = tmp_path / str(number)
            folder.mkdir()
            comes_back_the_same(database, visit.id, folder)


def test_a_visit_of_rare_cases_comes_back_the_same(tmp_path):
    with Database.create(tmp_path / "one.parley") as database:
        made = small_visit(database)
        comes_back_the_same(database, made.visit, tmp_path)


def test_an_import_is_undone_in_one_step(tmp_path):
    with create_sample(tmp_path / "sample.parley") as database:
        visit = next(each for each in database.visits() if each.days)
        book = read_book(written(database, visit.id, tmp_path))
    with Database.create(tmp_path / "empty.parley") as empty:
        before = empty.counts()
        done = accept(
            empty, preview(empty, book, memory=Memory(tmp_path / "m")), memory=Memory(tmp_path / "m")
        )
        assert empty.counts()["schedule_item"] > 5
        undo(empty, done.change_set)
        after = empty.counts()
        assert {name: number for name, number in after.items() if number != before[name]} == {
            "author": 1
        } or after == before


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_headings_in_each_language_come_back(tmp_path, language):
    with create_sample(tmp_path / "sample.parley") as database:
        visit = next(each for each in database.visits() if each.days)
        path = tmp_path / "visit.xlsx"
        export(database.load_visit(visit.id), [PaperRequest("workbook", (language,), format="xlsx")], path)
        proposal = preview(database, path, memory=Memory(tmp_path / "m"))
        assert proposal.counts.same > 50
        assert [line.steps for line in proposal.lines if line.steps] == []
        assert proposal.counts.refused == 0


@pytest.mark.parametrize(
    ("language", "heading"), [("ko", "Parley 식별자"), ("ja", "Parley 識別子"), ("en", "Parley id")]
)
def test_the_column_of_ids_is_headed_in_the_language_of_the_workbook_and_known_in_each(language, heading):
    assert own_heading(language) == heading
    assert is_own(heading)
    assert own_table(own_heading(language, "talk")) == "talk"
    assert (own_table(heading), is_own("id"), own_table("Note: talk")) == (None, False, None)


def test_a_workbook_of_which_the_ids_were_headed_in_english_alone_comes_back(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "exporters.papers.workbook.own_heading", lambda said, table="": own_heading("en", table)
    )
    test_headings_in_each_language_come_back(tmp_path, "ko")
