"""A damaged file: set aside and replaced, salvaged row by row, never written to."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from models.actions import backups, directory
from models.errors import FileDamaged, FileExists, FileProblem
from models.store import Database
from models.store.guard import check_file
from models.store.replacing import _set_aside
from tests.support.files import KIM, folder_state, rows, sample_database

PAGE = 4096


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))


@pytest.fixture
def whole(tmp_path):
    with sample_database(tmp_path) as database:
        backups.back_up_now(database)
        directory.organisation.add(database, acronym="LATER")
        return database.path


def wipe(path, *numbers):
    data = bytearray(path.read_bytes())
    for number in numbers:
        data[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    path.write_bytes(data)


def roots(path):
    return dict(rows(path, "SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0"))


def test_the_damaged_file_is_set_aside_as_it_is_and_the_newest_backup_takes_its_place(whole, tmp_path):
    wipe(whole, roots(whole)["person"])
    damaged = whole.read_bytes()
    with pytest.raises(FileDamaged):
        Database.open(whole, KIM)
    newest = backups.newest_whole(backups.backups_for(whole))
    done = backups.replace_damaged(whole, newest.path)
    assert done.set_aside.name.startswith("sample.parley.damaged-")
    assert done.set_aside.read_bytes() == damaged
    assert newest.path.exists()
    with Database.open(whole, KIM) as database:
        assert len(database.visits()) == 2
        assert directory.organisation.add(database, acronym="NEXT").change_set
    assert done.set_aside.read_bytes() == damaged


def test_backups_are_found_for_a_file_that_says_nothing_any_more(whole, tmp_path):
    known = [backup.path for backup in backups.backups_for(whole)]
    assert len(known) == 2
    whole.write_bytes(b"")
    assert [backup.path for backup in backups.backups_for(whole)] == known
    whole.unlink()
    assert [backup.path for backup in backups.backups_for(whole)] == known
    done = backups.replace_damaged(whole, known[0])
    assert done.set_aside is None
    assert check_file(whole)


def test_a_whole_file_is_never_replaced(whole):
    before = whole.read_bytes()
    (backup, *_) = backups.backups_for(whole)
    with pytest.raises(FileExists):
        backups.replace_damaged(whole, backup.path)
    assert whole.read_bytes() == before


def test_a_backup_that_is_damaged_too_is_passed_over(whole):
    first, second = backups.backups_for(whole)
    wipe(first.path, 5)
    assert backups.newest_whole([first, second]) == second
    wipe(whole, 5)
    before = folder_state(whole.parent)
    with pytest.raises(FileDamaged):
        backups.replace_damaged(whole, first.path)
    assert folder_state(whole.parent) == before


def test_a_journal_is_never_left_for_the_file_that_comes(whole):
    journal = whole.with_name("sample.parley-journal")
    journal.write_bytes(b"half a save")
    aside = _set_aside(whole, "20240730T101500Z")
    assert not journal.exists()
    assert aside.with_name(aside.name + "-journal").read_bytes() == b"half a save"


def test_a_whole_file_is_salvaged_without_a_loss(whole, tmp_path):
    found = backups.salvage(whole, tmp_path / "saved.parley")
    assert found.lost == 0
    for table in ("person", "schedule_item", "change", "participation", "tombstone"):
        query = f"SELECT * FROM {table} ORDER BY 1, 2"
        assert rows(found.path, query) == rows(whole, query)
    assert found.saved == sum(
        rows(whole, f'SELECT count(*) FROM "{table}"')[0][0]
        for (table,) in rows(whole, "SELECT name FROM sqlite_master WHERE type = 'table'")
    )


def test_what_lies_on_other_pages_is_saved_and_the_lost_are_counted(whole, tmp_path):
    leaves = page_numbers(whole, "change")
    total = rows(whole, 'SELECT count(*) FROM "change"')[0][0]
    wipe(whole, leaves[len(leaves) // 2])
    before = folder_state(tmp_path)
    found = backups.salvage(whole, tmp_path / "saved.parley")
    table = found.tables["change"]
    assert table.saved + table.lost == total
    assert 0 < table.lost < total / 3
    assert found.lost == table.lost
    after = folder_state(tmp_path)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"saved.parley"}
    with Database.open(found.path, KIM) as database:
        assert len(database.visits()) == 2


def test_rows_that_cannot_be_without_lost_ones_are_counted_too(whole, tmp_path):
    delegates = rows(whole, "SELECT count(*) FROM delegate")[0][0]
    wipe(whole, roots(whole)["delegation"])
    found = backups.salvage(whole, tmp_path / "saved.parley")
    assert found.tables["delegation"].saved == 0
    assert found.tables["delegate"] == type(found.tables["delegate"])(0, delegates)
    check_file(found.path)


def test_nothing_to_read_is_said_and_leaves_nothing(tmp_path):
    path = tmp_path / "noise.parley"
    path.write_bytes(bytes(range(256)) * 200)
    with pytest.raises(FileProblem):
        backups.salvage(path, tmp_path / "saved.parley")
    assert [found.name for found in tmp_path.iterdir()] == ["noise.parley"]


def test_every_page_in_turn_may_be_lost(whole, tmp_path):
    total = len(whole.read_bytes()) // PAGE
    for number in range(2, total, 13):
        path = shutil.copy(whole, tmp_path / "case.parley")
        wipe(tmp_path / "case.parley", number)
        found = backups.salvage(tmp_path / "case.parley", tmp_path / "saved.parley")
        assert found.saved > 0
        check_file(found.path)
        found.path.unlink()
        assert path


def page_numbers(path, table):
    """Return the leaf pages of a table by walking its tree, past SQLite."""
    data = path.read_bytes()

    def walk(number):
        start = (number - 1) * PAGE
        kind = data[start]
        if kind == 0x0D:
            return [number]
        count = int.from_bytes(data[start + 3 : start + 5])
        cells = [int.from_bytes(data[start + 12 + 2 * n : start + 14 + 2 * n]) for n in range(count)]
        children = [int.from_bytes(data[start + cell : start + cell + 4]) for cell in cells]
        children.append(int.from_bytes(data[start + 8 : start + 12]))
        return [leaf for child in children for leaf in walk(child)]

    return walk(roots(path)[table])


def test_text_that_cannot_be_decoded_is_a_loss_and_no_crash(whole, tmp_path):
    with closing(sqlite3.connect(whole)) as connection, connection:
        connection.execute("UPDATE organisation SET acronym = CAST(X'FFFE' AS TEXT) WHERE acronym = 'LATER'")
    found = backups.salvage(whole, tmp_path / "saved.parley")
    assert found.tables["organisation"].lost == 1
