"""Wrong files: each is named for what it is, nothing changes, nothing appears."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import (
    FileDamaged,
    FileEmpty,
    FileFailing,
    FileForeign,
    FileIsFolder,
    FileMissing,
    FileNewer,
    FileNotAllowed,
    FileNotDatabase,
    FileProblem,
    FileReadOnly,
    FileTampered,
)
from models.store import Database
from models.store.faults import fault
from models.store.guard import check_file
from models.tables import Organisation, Visit
from tests.support.files import KIM, folder_state, new_database, rows, sample_database, sample_visit

CHECKOUT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Give the path of a whole file that is not open."""
    with sample_database(tmp_path_factory.mktemp("whole")) as database:
        return database.path


def copied(whole, folder):
    return Path(shutil.copy(whole, folder / "case.parley"))


def changed(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        for statement in statements:
            connection.execute(statement)


def case_empty(path):
    path.write_bytes(b"")


def case_text(path):
    path.write_text("회의 일정\n" * 400, "utf-8")


def case_zip(path):
    path.write_bytes(b"PK\x03\x04" + bytes(5000))


def case_other_application(path):
    path.unlink()
    changed(path, "CREATE TABLE notes (id)", "PRAGMA application_id=252006674", "PRAGMA user_version=7")


def case_plain_sqlite(path):
    path.unlink()
    changed(path, "CREATE TABLE organisation (id)")


def case_truncated(path):
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def case_header_only(path):
    path.write_bytes(path.read_bytes()[:100])


def case_newer(path):
    changed(path, "PRAGMA user_version=999")


def case_trigger(path):
    changed(path, "CREATE TRIGGER t AFTER UPDATE ON person BEGIN DELETE FROM visit; END")


def case_view(path):
    changed(path, "CREATE VIEW v AS SELECT * FROM person")


def case_virtual_table(path):
    changed(path, "CREATE VIRTUAL TABLE extra USING fts5(body)")


def case_table_missing(path):
    changed(path, "DROP TABLE change")


def case_column_missing(path):
    changed(path, "ALTER TABLE person DROP COLUMN passport")


def case_orphan(path):
    changed(path, "PRAGMA foreign_keys=OFF", "DELETE FROM organisation")


def case_folder(path):
    path.unlink()
    path.mkdir()


def case_missing(path):
    path.unlink()


def case_below_a_file(path):
    (path.parent / "plain").write_text("x")


CASES = {
    case_empty: FileEmpty,
    case_text: FileNotDatabase,
    case_zip: FileNotDatabase,
    case_other_application: FileForeign,
    case_plain_sqlite: FileForeign,
    case_truncated: FileDamaged,
    case_header_only: FileProblem,
    case_newer: FileNewer,
    case_trigger: FileTampered,
    case_view: FileTampered,
    case_virtual_table: FileTampered,
    case_table_missing: FileDamaged,
    case_column_missing: FileDamaged,
    case_orphan: FileDamaged,
    case_folder: FileIsFolder,
    case_missing: FileMissing,
}


@pytest.mark.parametrize(("spoil", "error"), CASES.items(), ids=lambda value: value.__name__)
def test_a_wrong_file_is_named_and_left_alone(spoil, error, whole, tmp_path):
    path = copied(whole, tmp_path)
    spoil(path)
    before = folder_state(tmp_path)
    with pytest.raises(error) as raised:
        Database.open(path, KIM)
    assert raised.value.values["path"] == path
    assert folder_state(tmp_path) == before


def test_a_path_below_a_file_leads_to_nothing(tmp_path):
    (tmp_path / "plain").write_text("x")
    with pytest.raises(FileMissing):
        check_file(tmp_path / "plain" / "case.parley")


def pages(path):
    (size,) = rows(path, "PRAGMA page_size")[0]
    (count,) = rows(path, "PRAGMA page_count")[0]
    return size, count


def test_any_page_zeroed_is_damage(whole, tmp_path):
    size, count = pages(whole)
    data = whole.read_bytes()
    missed = []
    for number in range(1, count):
        path = tmp_path / "case.parley"
        path.write_bytes(data[: number * size] + bytes(size) + data[(number + 1) * size :])
        try:
            check_file(path)
        except FileDamaged:
            continue
        missed.append(number)
    assert not missed


def test_the_first_page_zeroed_is_no_database(whole, tmp_path):
    size, _ = pages(whole)
    path = tmp_path / "case.parley"
    path.write_bytes(bytes(size) + whole.read_bytes()[size:])
    with pytest.raises(FileNotDatabase):
        check_file(path)


def test_the_newer_file_says_both_versions(whole, tmp_path):
    path = copied(whole, tmp_path)
    case_newer(path)
    with pytest.raises(FileNewer) as raised:
        check_file(path)
    assert (raised.value.values["version"], raised.value.values["known"]) == (999, 1)


def test_a_read_only_file_opens_for_reading(whole, tmp_path):
    path = copied(whole, tmp_path)
    path.chmod(0o444)
    before = folder_state(tmp_path)
    with Database.open(path, KIM) as database:
        assert not database.writable
        assert len(sample_visit(database).items) == 15
        with pytest.raises(FileReadOnly):
            database.run("x", lambda writing: writing.add(Organisation(acronym="X")))
    assert folder_state(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no user ids")
def test_a_file_that_may_not_be_read_is_named(whole, tmp_path):
    path = copied(whole, tmp_path)
    path.chmod(0)
    # Root may read anything, so ask as nobody.
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[2])\n"
        "from pathlib import Path\n"
        "from models.errors import FileNotAllowed\n"
        "from models.store.guard import check_file\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "try: check_file(Path(sys.argv[1]))\n"
        "except FileNotAllowed: print('refused')\n"
    )
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
        if folder.name.startswith("pytest-of"):
            break
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), str(CHECKOUT)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "refused", done.stderr


def test_a_file_left_by_a_crash_is_rolled_back_and_opens(tmp_path):
    """A hot journal answers a read-only connection with an error; that is no damage."""
    with new_database(tmp_path) as database:
        path = database.path
        database.run("x", lambda writing: writing.add(Organisation(acronym="before")) and None)
    code = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=1'); c.execute('PRAGMA cache_spill=1'); c.execute('BEGIN IMMEDIATE')\n"
        "c.execute(\"UPDATE organisation SET acronym='half'\")\n"
        "for n in range(3000): c.execute('INSERT INTO author VALUES (?, ?)', (str(n), 'x' * 500))\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert path.with_name(path.name + "-journal").stat().st_size > 0
    with Database.open(path, KIM) as database:
        assert [o.acronym for o in database.load_all(Organisation)] == ["before"]


def test_names_with_every_sort_of_character_open(tmp_path):
    for name in ("회의 #1?.parley", "100%.parley", "計量 & 量子;'.parley"):
        with new_database(tmp_path, name) as database:
            assert database.load_all(Visit) == []
        assert (tmp_path / name).exists()
        assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(name[:3])) == [name]


def test_opening_a_missing_path_makes_nothing(tmp_path):
    with pytest.raises(FileMissing):
        Database.open(tmp_path / "nowhere" / "x.parley", KIM)
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_no_database(tmp_path):
    path = tmp_path / "pipe.parley"
    os.mkfifo(path)
    with pytest.raises(FileNotDatabase):
        check_file(path)


def test_a_folder_without_the_right_to_look_is_named(whole, tmp_path):
    with pytest.raises((FileNotAllowed, FileMissing)):
        check_file(tmp_path / ("x" * 300) / "case.parley")


def test_a_file_that_a_stranger_gave_a_write_ahead_log_is_set_back(whole, tmp_path):
    path = copied(whole, tmp_path)
    changed(path, "PRAGMA journal_mode=WAL")
    with Database.open(path, KIM) as database:
        assert len(sample_visit(database).items) == 15
    assert rows(path, "PRAGMA journal_mode") == [("delete",)]
    assert [found.name for found in tmp_path.iterdir()] == ["case.parley"]


def test_a_failing_disk_is_no_damage():
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = 778
    assert type(fault(error, Path("x"))) is FileFailing
    error.sqlite_errorcode = 522
    assert type(fault(error, Path("x"))) is FileDamaged
