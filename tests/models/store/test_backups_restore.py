"""Restoring: the preview, one change set, undone like any other; what was erased stays away."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.actions import backups, directory, schedule, visits
from models.actions.undo import redo, steps_of, undo
from models.errors import FileDamaged, FileNewer, OtherDatabase
from models.store import Database
from models.tables import Organisation, Person
from tests.support.files import KIM, new_database, rows, sample_database, sample_visit
from tests.support.replay import replayed, stored


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))


def backed_up(database):
    return backups.back_up_now(database).backups[0].path


def without_journal(path):
    """Return the rows but for authors, who stay known."""
    found = stored(path)
    found.pop("author", None)
    return found


def spoil(database):
    """Change the sample in every way."""
    visit = sample_visit(database)
    first, second = visit.items[:2]
    schedule.item.edit(database, first.id, {"title.ko": "개회사", "title.ja": None, "start": "09:20"})
    schedule.item.move(database, second.id, first.id)
    directory.person.remove(database, visit.delegations[0].delegates[1].person_id)
    directory.place.remove(database, first.place_id)
    parent = directory.organisation.add(database, acronym="NEW").value
    child = directory.organisation.add(database, acronym="CHILD", parent_id=parent).value
    directory.organisation.edit(database, parent, {"parent_id": child})
    visits.visit.remove(database, next(v.id for v in database.visits() if not v.days))


def test_the_preview_counts_and_names_what_would_change(tmp_path):
    with sample_database(tmp_path) as database:
        backup = backed_up(database)
        item = sample_visit(database).items[0]
        old = dict(item.title)
        schedule.item.edit(database, item.id, {"title.ko": "개회사", "title.en": None})
        made = directory.organisation.add(database, acronym="NEW").value
        found = backups.difference(database, backup)
        assert {table: (c.added, c.changed, c.removed) for table, c in found.counts().items()} == {
            "organisation": (0, 0, 1),
            "schedule_item": (0, 1, 0),
        }
        changed = next(row for row in found.rows if row.table == "schedule_item")
        assert list(changed.fields()) == [
            ("title.en", None, old["en"]),
            ("title.ko", "개회사", old["ko"]),
        ]
        assert next(row.row_id for row in found.rows if row.table == "organisation") == made
        assert backups.difference(database, backed_up(database)).rows == ()


def test_restoring_is_one_change_set_and_undone_like_any_other(tmp_path):
    with sample_database(tmp_path) as database:
        path = database.path
        then = without_journal(path)
        backup = backed_up(database)
        spoil(database)
        now = without_journal(path)
        sets = rows(path, "SELECT count(*) FROM change_set")[0][0]
        done = backups.restore(database, backup)
        assert rows(path, "SELECT count(*) FROM change_set")[0][0] == sets + 1
        assert without_journal(path) == then
        assert replayed(path) == stored(path)
        assert steps_of(database).undo[-1] == done.change_set
        undo(database, done.change_set)
        assert without_journal(path) == now
        redo(database, done.change_set)
        assert without_journal(path) == then
        assert replayed(path) == stored(path)
        assert [b.reason for b in backups.backups_of(database) if b.beside] == ["restore", "asked"]


def test_restoring_what_stands_writes_nothing(tmp_path):
    with sample_database(tmp_path) as database:
        backup = backed_up(database)
        sets = rows(database.path, "SELECT count(*) FROM change_set")
        assert backups.restore(database, backup).change_set == ""
        assert rows(database.path, "SELECT count(*) FROM change_set") == sets


def test_a_backup_of_another_database_is_refused(tmp_path):
    with new_database(tmp_path, "one.parley") as one, new_database(tmp_path, "two.parley") as two:
        backup = backed_up(two)
        for work in (backups.difference, backups.restore):
            with pytest.raises(OtherDatabase):
                work(one, backup)


def test_a_backup_that_is_not_whole_is_refused_and_nothing_changes(tmp_path):
    with sample_database(tmp_path) as database:
        backup = backed_up(database)
        spoil(database)
        now = stored(database.path)
        data = bytearray(backup.read_bytes())
        data[4096 * 20 : 4096 * 21] = bytes(4096)
        backup.write_bytes(data)
        with pytest.raises(FileDamaged):
            backups.restore(database, backup)
        with closing(sqlite3.connect(backup)) as connection:
            connection.execute("PRAGMA user_version=999")
        with pytest.raises(FileNewer):
            backups.difference(database, backup)
        assert stored(database.path) == now


def bury(path, table, key):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO tombstone VALUES (?, ?, '2024-07-30T00:00:00+00:00')", (key, table))


def test_what_was_erased_never_comes_back(tmp_path):
    with sample_database(tmp_path) as database:
        backup = backed_up(database)
        delegate = sample_visit(database).delegations[0].delegates[1]
        person = delegate.person_id
        directory.person.remove(database, person)
        bury(database.path, "person", person)
        found = backups.difference(database, backup)
        assert ("person", person) in found.erased
        backups.restore(database, backup)
        assert person not in {each.id for each in database.load_all(Person)}
        assert rows(database.path, "PRAGMA foreign_key_check") == []
        for (text,) in rows(
            database.path,
            "SELECT after FROM change WHERE change_set_id = "
            "(SELECT id FROM change_set ORDER BY sequence DESC LIMIT 1)",
        ):
            assert person not in (text or "")
        assert replayed(database.path) == stored(database.path)


def test_an_erased_row_that_still_stands_is_left_as_it_is(tmp_path):
    with new_database(tmp_path) as database:
        parent = directory.organisation.add(database, acronym="SECRET").value
        backup = backed_up(database)
        home = directory.organisation.add(database, acronym="HOME").value
        directory.organisation.edit(database, parent, {"acronym": "", "parent_id": home})
        bury(database.path, "organisation", parent)
        backups.restore(database, backup)
        # What it refers to stays as well.
        assert {each.acronym for each in database.load_all(Organisation)} == {"", "HOME"}


def test_rows_that_refer_to_each_other_in_a_circle_come_back(tmp_path):
    with new_database(tmp_path) as database:
        one = directory.organisation.add(database, acronym="1").value
        two = directory.organisation.add(database, acronym="2", parent_id=one).value
        directory.organisation.edit(database, one, {"parent_id": two})
        then = without_journal(database.path)
        backup = backed_up(database)
        directory.organisation.remove(database, one)
        directory.organisation.remove(database, two)
        done = backups.restore(database, backup)
        assert without_journal(database.path) == then
        assert replayed(database.path) == stored(database.path)
        undo(database, done.change_set)
        assert "organisation" not in stored(database.path)


def test_a_row_under_itself_can_be_removed(tmp_path):
    with new_database(tmp_path) as database:
        key = directory.organisation.add(database, acronym="1").value
        directory.organisation.edit(database, key, {"parent_id": key})
        directory.organisation.remove(database, key)
        assert database.load_all(Organisation) == []
        assert replayed(database.path) == stored(database.path)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from(["ko", "ja"]), st.sampled_from(["가", "あ"])),
        st.tuples(st.just("edit"), st.integers(0, 5), st.sampled_from(["x", ""])),
        st.tuples(st.just("under"), st.integers(0, 5), st.integers(0, 5)),
        st.tuples(st.just("remove"), st.integers(0, 5), st.none()),
    ),
    max_size=10,
)


@settings(max_examples=10)
@given(STEPS, STEPS)
def test_any_state_can_be_restored_and_left_again(tmp_path_factory, before, after):
    folder = tmp_path_factory.mktemp("restore")
    with pytest.MonkeyPatch.context() as patch, new_database(folder) as database:
        patch.setenv("PARLEY_DATA", str(folder / "data"))
        known = []
        walk(database, known, before)
        then, backup = without_journal(database.path), backed_up(database)
        walk(database, known, after)
        now = without_journal(database.path)
        done = backups.restore(database, backup)
        assert without_journal(database.path) == then
        if done.change_set:
            undo(database, done.change_set)
        assert without_journal(database.path) == now
        assert replayed(database.path) == stored(database.path)


def walk(database, known, steps):
    for step, first, second in steps:
        if step == "add":
            known.append(directory.organisation.add(database, name={first: second}).value)
        elif known:
            key = known[first % len(known)]
            if step == "edit":
                directory.organisation.edit(database, key, {"name.ko": second, "acronym": second})
            elif step == "under":
                other = known[second % len(known)]
                directory.organisation.edit(database, key, {"parent_id": other})
            else:
                known.remove(key)
                directory.organisation.remove(database, key)


def test_a_database_moved_elsewhere_still_finds_its_backups(tmp_path):
    with new_database(tmp_path) as database:
        backup = backed_up(database)
        path = database.path
    (tmp_path / "moved").mkdir()
    path = path.rename(tmp_path / "moved" / "other name.parley")
    with Database.open(path, KIM) as database:
        assert backup in {each.path for each in backups.backups_of(database)}
