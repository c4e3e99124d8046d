"""Backups: when one is due, where it goes, that it is whole, and that nothing stands in the way of work."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import threading
import time
from contextlib import closing

import pytest

from models.actions import backups, directory
from models.errors import FileBusy, FileDamaged, FileExists, FileProblem
from models.store import Database
from models.store import backup as copying
from models.store.backup import copy_database
from models.store.backups import Reason, keep, places
from models.store.backups.places import backups_folder, folder_beside, name_of
from models.store.connect import connect
from models.store.guard import check_file
from models.tables import Organisation
from models.text.moment import now
from tests.support.files import KIM, new_database, rows, sample_database


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))


def edit(database, acronym="K"):
    return directory.organisation.add(database, acronym=acronym).value


def paths(database):
    return {backup.path for backup in backups.backups_of(database)}


def test_a_backup_stands_in_both_places_whole_and_alone(tmp_path):
    with sample_database(tmp_path) as database:
        made = backups.back_up_now(database)
        (info,) = rows(database.path, "SELECT id FROM file_info")
        assert made.problems == ()
        assert {backup.path.parent for backup in made.backups} == {
            tmp_path / "data" / "backups" / info[0],
            tmp_path / "sample.backups",
        }
        assert paths(database) == {backup.path for backup in made.backups}
        for backup in made.backups:
            assert check_file(backup.path).version == 1
            assert rows(backup.path, "SELECT * FROM person") == rows(database.path, "SELECT * FROM person")
            assert rows(backup.path, "PRAGMA journal_mode") == [("delete",)]
        assert sorted(path.suffix for path in (tmp_path / "sample.backups").iterdir()) == [".json", ".parley"]


def test_at_opening_one_is_made_only_when_it_is_due(tmp_path):
    at = now()
    with new_database(tmp_path) as database:
        assert len(keep.back_up_if_due(database.path, at=at).backups) == 2
        edit(database)
        later = at + dt.timedelta(minutes=29)
        assert keep.back_up_if_due(database.path, at=later).backups == ()
        later = at + dt.timedelta(minutes=31)
        assert [each.reason for each in keep.back_up_if_due(database.path, at=later).backups] == [
            Reason.OPENING
        ] * 2
        later = at + dt.timedelta(days=3)
        assert keep.back_up_if_due(database.path, at=later).backups == ()
        edit(database)
        assert len(keep.back_up_if_due(database.path, at=later).backups) == 2


def test_each_place_is_looked_at_for_itself(tmp_path, monkeypatch):
    at = now()
    with new_database(tmp_path) as database:
        keep.back_up_if_due(database.path, at=at)
        edit(database)
        # A colleague at another computer opens the same file.
        monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "colleague"))
        made = keep.back_up_if_due(database.path, at=at + dt.timedelta(minutes=5))
        assert [backup.beside for backup in made.backups] == [False]


def test_a_backup_stamped_by_a_wrong_clock_does_not_hinder_others(tmp_path):
    with new_database(tmp_path) as database:
        keep.back_up_if_due(database.path, at=now() + dt.timedelta(days=900))
        edit(database)
        assert len(keep.back_up_if_due(database.path).backups) == 2


def test_a_backup_that_cannot_be_read_is_replaced_by_a_good_one(tmp_path):
    at = now()
    with new_database(tmp_path) as database:
        for backup in keep.back_up_if_due(database.path, at=at).backups:
            backup.path.write_bytes(b"torn" * 900)
        assert len(keep.back_up_if_due(database.path, at=at + dt.timedelta(hours=1)).backups) == 2
        assert backups.newest_whole(backups.backups_of(database)).at == (at + dt.timedelta(hours=1)).replace(
            microsecond=0
        )


def test_what_stands_in_the_way_is_told_and_the_file_opens(tmp_path, monkeypatch):
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "plain"))
    (tmp_path / "plain").write_text("a file where a folder should be")
    with new_database(tmp_path) as database:
        made = backups.back_up_at_opening(database)
        assert [backup.beside for backup in made.backups] == [True]
        assert [problem.values["path"].parent for problem in made.problems] == [backups_folder()]
        assert edit(database)
        folder_beside(database.path).rename(tmp_path / "away")
        folder_beside(database.path).write_text("here too")
        assert [len(each) for each in _both(backups.back_up_at_opening(database))] == [0, 2]
        with pytest.raises(FileProblem):
            backups.back_up_now(database)


def _both(kept):
    return kept.backups, kept.problems


def test_a_full_disk_leaves_no_torn_backup(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    with new_database(tmp_path) as database:
        monkeypatch.setattr(copying, "_put", full)
        made = backups.back_up_at_opening(database)
        assert [problem.code for problem in made.problems] == ["file-full", "file-full"]
        assert [path for path in tmp_path.rglob("*") if ".part" in path.name] == []
        assert backups.backups_of(database) == []


def test_a_backup_is_made_while_somebody_saves(tmp_path):
    with sample_database(tmp_path) as database:
        stop = threading.Event()
        failures = []

        def save():
            number = 0
            while not stop.is_set():
                number += 1
                try:
                    edit(database, str(number))
                except FileProblem as problem:
                    failures.append(problem)

        thread = threading.Thread(target=save)
        thread.start()
        made = [backups.back_up_now(database) for _ in range(5)]
        stop.set()
        thread.join()
        assert failures == []
        assert sum(len(each.backups) for each in made) == 10
        for backup in backups.backups_of(database):
            check_file(backup.path)
            ((sets,),) = rows(backup.path, "SELECT count(*) FROM change_set")
            assert rows(backup.path, "SELECT count(*) FROM organisation WHERE name = '{}'") == [(sets - 2,)]


def test_a_file_that_others_never_let_go_of_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(copying, "PATIENCE_SECONDS", 0.3)
    monkeypatch.setattr(copying, "connect", lambda path, mode: connect(path, mode, wait=10))
    monkeypatch.setattr(copying, "roll_back_if_needed", lambda path: None)
    with new_database(tmp_path) as database:
        with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(FileBusy):
                copy_database(database.path, tmp_path / "copy.parley")
        assert not (tmp_path / "copy.parley").exists()


def test_a_crash_of_somebody_else_does_not_hinder_a_backup(tmp_path):
    import subprocess
    import sys

    with new_database(tmp_path) as database:
        key = edit(database, "before")
        code = (
            "import os, sqlite3, sys\n"
            "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "c.execute('PRAGMA cache_size=1'); c.execute('BEGIN IMMEDIATE')\n"
            "c.execute(\"UPDATE organisation SET acronym='half'\")\n"
            "for n in range(3000): c.execute('INSERT INTO author VALUES (?, ?)', (str(n), 'x' * 500))\n"
            "os._exit(9)\n"
        )
        subprocess.run([sys.executable, "-c", code, str(database.path)], check=False)
        assert database.path.with_name("office.parley-journal").exists()
        (backup, _) = backups.back_up_now(database).backups
        assert rows(backup.path, "SELECT acronym FROM organisation") == [("before",)]
        assert database.load(Organisation, key).acronym == "before"


def test_a_damaged_source_makes_no_backup(tmp_path):
    with sample_database(tmp_path) as database:
        path = database.path
    data = bytearray(path.read_bytes())
    data[4096 * 20 : 4096 * 21] = bytes(4096)
    path.write_bytes(data)
    with pytest.raises(FileDamaged) as raised:
        copy_database(path, tmp_path / "copy.parley")
    assert raised.value.values["path"] == path
    assert [found.name for found in tmp_path.iterdir()] == ["sample.parley"]


def test_a_copy_never_replaces_what_is_there(tmp_path):
    with new_database(tmp_path) as database:
        (tmp_path / "mine").write_text("mine")
        with pytest.raises(FileExists):
            copy_database(database.path, tmp_path / "mine")
        assert (tmp_path / "mine").read_text() == "mine"


def test_two_of_one_second_stand_side_by_side(tmp_path):
    at = now()
    with new_database(tmp_path) as database:
        first = keep.back_up(database.path, Reason.MERGE, at=at)
        second = keep.back_up(database.path, Reason.MERGE, at=at)
        assert len({backup.path for backup in (*first.backups, *second.backups)}) == 4
        assert len(backups.backups_of(database)) == 4


def test_old_backups_go_and_the_newest_stays(tmp_path):
    at = now()
    with new_database(tmp_path) as database:
        for day in range(60, 0, -1):
            keep.back_up(database.path, Reason.ASKED, at=at - dt.timedelta(days=day))
        beside = [backup for backup in backups.backups_of(database) if backup.beside]
        assert len(beside) < 30
        assert beside[0].at == (at - dt.timedelta(days=1)).replace(microsecond=0)


def test_what_a_crash_left_unfinished_is_cleared_after_a_while(tmp_path):
    with new_database(tmp_path) as database:
        backups.back_up_now(database)
        folder = folder_beside(database.path)
        for name, age in ((".old.parley.1.part", 7200), (".fresh.parley.2.part", 10)):
            (folder / name).write_bytes(b"x")
            os.utime(folder / name, (time.time() - age,) * 2)
        (folder / "holiday.jpg").write_bytes(b"not ours")
        backups.back_up_now(database)
        left = {path.name for path in folder.iterdir()}
        assert ".old.parley.1.part" not in left
        assert left >= {".fresh.parley.2.part", "holiday.jpg"}
        assert {backup.path.name for backup in backups.backups_of(database)} <= left


def test_a_file_says_nothing_about_where_its_backups_go(tmp_path):
    with new_database(tmp_path) as database:
        path = database.path
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE file_info SET id = '../../../evil'")
    with Database.open(path, KIM) as database:
        for backup in backups.back_up_now(database).backups:
            assert backup.path.is_relative_to(tmp_path / "data" / "backups") or backup.beside
            assert ".." not in backup.path.parts


def test_names_that_are_not_ours_are_no_backups(tmp_path):
    place = places.Place(tmp_path, beside=True)
    for name in ("20249930T101500Z-asked.parley", "20240730T101500Z-why.parley", "office.parley", "x"):
        (tmp_path / name).write_bytes(b"x")
    assert places.backups_in(place) == []
    (tmp_path / name_of(now(), Reason.MERGE, 2)).write_bytes(b"x")
    assert [backup.reason for backup in places.backups_in(place)] == [Reason.MERGE]
