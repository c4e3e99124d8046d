"""Merging again, back, crosswise and after an undo; files that are refused; what was erased."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack

import pytest

from models.actions import directory
from models.actions.erase import erase_person
from models.actions.merge import merge_copy, preview_merge
from models.actions.undo import redo, steps_of, undo
from models.errors import FileMissing, FileNewer, OtherDatabase
from models.store import Database
from models.store.backup import copy_database
from models.store.connect import connect
from models.store.merge import Choice
from models.store.schema import SCHEMA_VERSION
from models.tables import Organisation
from tests.models.store.merge.copies import change_sets, check_whole, content, copies
from tests.support.files import KIM, PARK, new_database, rows, sample_database, sample_visit

OURS, THEIRS = Choice.OURS, Choice.THEIRS


@pytest.fixture
def three(tmp_path):
    """Return three copies of a database with one organisation, and its id."""
    with new_database(tmp_path) as base:
        key = directory.organisation.add(base, acronym="K").value
    with ExitStack() as stack:
        yield (*copies(stack, base.path, tmp_path, 3, "copy"), key)


def acronym(database, key):
    return database.load(Organisation, key).acronym


def set_to(database, key, value):
    directory.organisation.edit(database, key, {"acronym": value})


def test_change_sets_come_as_they_are(three):
    ours, theirs, _, key = three
    set_to(ours, key, "O")
    set_to(theirs, key, "T")
    known = {**change_sets(ours.path), **change_sets(theirs.path)}
    before = rows(ours.path, "SELECT id, sequence FROM change_set ORDER BY sequence")
    done = merge_copy(ours, theirs.path, prefer=OURS)
    now = change_sets(ours.path)
    assert now.keys() - known.keys() == {done.change_set}
    assert all(now[each] == known[each] for each in known)
    order = rows(ours.path, "SELECT id, sequence FROM change_set ORDER BY sequence")
    assert order[: len(before)] == before
    assert order[-1][0] == done.change_set


def test_nothing_comes_back_that_was_changed_or_undone_since(three):
    ours, theirs, _, key = three
    set_to(theirs, key, "T")
    done = merge_copy(ours, theirs.path)
    undo(ours, done.change_set)
    assert acronym(ours, key) == "K"
    directory.organisation.edit(theirs, key, {"website": "w"})
    merge_copy(ours, theirs.path)
    assert (acronym(ours, key), ours.load(Organisation, key).website) == ("K", "w")
    redo(ours, done.change_set)
    assert acronym(ours, key) == "T"
    check_whole(ours.path)


def test_a_merge_is_one_step_and_imported_work_is_none(three, tmp_path):
    ours, theirs, _, key = three
    theirs.close()
    with Database.open(theirs.path, ours.profile) as mine_too:
        set_to(mine_too, key, "T")
        set_to(ours, key, "O")
        own = steps_of(ours).undo
        done = merge_copy(ours, mine_too.path, prefer=THEIRS)
        assert steps_of(ours).undo == (*own, done.change_set)
        undo(ours, done.change_set)
        assert acronym(ours, key) == "O"


def test_deciding_differently_on_both_sides_asks_again(three):
    ours, theirs, _, key = three
    set_to(ours, key, "O")
    set_to(theirs, key, "T")
    copy = ours.path.with_name("before.parley")
    copy_database(ours.path, copy)
    merge_copy(ours, theirs.path, prefer=THEIRS)
    merge_copy(theirs, copy, prefer=THEIRS)
    assert (acronym(ours, key), acronym(theirs, key)) == ("T", "O")
    (question,) = preview_merge(ours, theirs.path).questions
    assert (question.mine, question.theirs) == ({"acronym": "T"}, {"acronym": "O"})
    merge_copy(ours, theirs.path, prefer=OURS)
    merge_copy(theirs, ours.path)
    assert (acronym(ours, key), acronym(theirs, key)) == ("T", "T")
    assert preview_merge(ours, theirs.path).is_empty


def test_deciding_alike_in_any_order_is_the_same(three):
    a, b, c, key = three
    set_to(a, key, "A")
    set_to(b, key, "B")
    directory.organisation.edit(c, key, {"website": "c"})
    states = []
    for number, (first, others) in enumerate(((a, (b, c)), (b, (c, a)), (c, (a, b)))):
        path = a.path.with_name(f"order-{number}.parley")
        copy_database(first.path, path)
        with Database.open(path, KIM) as copy:
            for other in others:
                plan = preview_merge(copy, other.path)
                chosen = {
                    each.key: OURS if each.mine == {"acronym": "A"} else THEIRS for each in plan.questions
                }
                merge_copy(copy, other.path, chosen)
            check_whole(copy.path)
            states.append(content(copy.path))
    assert states[0] == states[1] == states[2]
    assert states[0]["organisation", key]["acronym"] == "A"


def test_the_other_file_is_never_written(tmp_path):
    with sample_database(tmp_path) as ours:
        copy_database(ours.path, tmp_path / "trip.parley")
        with Database.open(tmp_path / "trip.parley", PARK) as theirs:
            directory.organisation.add(theirs, acronym="X")
        before = hashlib.sha256((tmp_path / "trip.parley").read_bytes()).hexdigest()
        preview_merge(ours, theirs.path)
        merge_copy(ours, theirs.path)
        (tmp_path / "trip.parley").chmod(0o444)
        assert preview_merge(ours, theirs.path).is_empty
    assert hashlib.sha256((tmp_path / "trip.parley").read_bytes()).hexdigest() == before
    assert not list(tmp_path.glob("trip.parley-*"))


def test_another_database_a_newer_one_and_nothing_are_refused(tmp_path):
    with new_database(tmp_path, "a.parley") as ours, new_database(tmp_path, "b.parley") as other:
        with pytest.raises(OtherDatabase):
            preview_merge(ours, other.path)
        with pytest.raises(OtherDatabase):
            merge_copy(ours, other.path, prefer=THEIRS)
        with pytest.raises(FileMissing):
            merge_copy(ours, tmp_path / "none.parley")
        newer = tmp_path / "newer.parley"
        copy_database(ours.path, newer)
        connection = connect(newer, "rw")
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
        connection.close()
        with pytest.raises(FileNewer):
            merge_copy(ours, newer)


def test_an_older_copy_is_brought_up_to_date_elsewhere(three, monkeypatch):
    ours, theirs, _, key = three
    set_to(theirs, key, "T")
    theirs.close()
    before = hashlib.sha256(theirs.path.read_bytes()).hexdigest()
    migrated = []
    monkeypatch.setattr("models.store.merge.other.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(
        "models.store.schema.migrate.migrate_file", lambda path, version: migrated.append((path, version))
    )
    merge_copy(ours, theirs.path)
    ((path, version),) = migrated
    assert path != theirs.path
    assert not path.exists()
    assert version == SCHEMA_VERSION
    assert acronym(ours, key) == "T"
    assert hashlib.sha256(theirs.path.read_bytes()).hexdigest() == before


def test_a_merge_makes_a_backup_and_an_empty_one_does_not(three, monkeypatch):
    ours, theirs, _, key = three
    made = []
    monkeypatch.setattr("models.actions.merge.back_up", lambda path, reason: made.append(reason.value))
    merge_copy(ours, theirs.path)
    assert made == []
    set_to(theirs, key, "T")
    merge_copy(ours, theirs.path)
    assert made == ["merge"]


@pytest.mark.parametrize("eraser", ["ours", "theirs"])
def test_whoever_was_erased_stays_away(tmp_path, eraser):
    with sample_database(tmp_path, "office.parley") as ours:
        copy_database(ours.path, tmp_path / "trip.parley")
        visit = sample_visit(ours)
        erased = visit.delegations[0].delegates[1].person_id
        with Database.open(tmp_path / "trip.parley", PARK) as theirs:
            sides = (ours, theirs) if eraser == "ours" else (theirs, ours)
            family = "사라진성"
            directory.person.edit(sides[1], erased, {"family.ko": family})
            erase_person(sides[0], erased)
            merge_copy(ours, theirs.path, prefer=THEIRS)
            assert rows(ours.path, "SELECT 1 FROM person WHERE id = ?", erased) == []
            assert rows(ours.path, "PRAGMA foreign_key_check") == []
            kept = rows(
                ours.path,
                "SELECT 1 FROM change WHERE instr(coalesce(before, '') || coalesce(after, ''), ?)",
                family,
            )
            assert kept == []
            assert rows(ours.path, "SELECT 1 FROM tombstone WHERE row_id = ?", erased)
            assert preview_merge(ours, theirs.path).is_empty
