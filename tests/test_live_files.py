"""The guard that fails a test which opens a live database file."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import threading
import zipfile
from contextlib import closing

import pytest

from tests.live_files import LiveFileOpened, guard

pytestmark = pytest.mark.live_files


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "visit.parley"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE thing (id)")
    return path


def zip_it(path):
    with zipfile.ZipFile(path.with_suffix(".zip"), "w") as archive:
        archive.write(path)


def hash_it(path):
    with path.open("rb") as file:
        hashlib.file_digest(file, "sha256")


OFFENCES = [
    pytest.param(lambda path: path.read_bytes(), id="read"),
    pytest.param(lambda path: shutil.copyfile(path, path.with_name("copy.parley")), id="copy"),
    pytest.param(lambda path: os.close(os.open(path, os.O_RDONLY)), id="os.open"),
    pytest.param(zip_it, id="zip"),
    pytest.param(hash_it, id="hash"),
    pytest.param(lambda path: os.close(os.open(os.fsencode(path), os.O_RDONLY)), id="bytes"),
]


@pytest.mark.parametrize("offend", OFFENCES)
def test_opening_a_live_file_is_refused(database, offend):
    with (
        guard() as offences,
        closing(sqlite3.connect(f"{database.as_uri()}?mode=rw", uri=True)) as connection,
    ):
        connection.execute("SELECT * FROM thing")
        with pytest.raises(LiveFileOpened):
            offend(database)
    assert len(offences) == 1
    assert str(database) in offences[0]


@pytest.mark.parametrize("offend", OFFENCES)
def test_a_closed_file_may_be_opened(database, offend):
    with guard() as offences:
        offend(database)
    assert not offences


def test_a_link_to_a_live_file_is_seen(database, tmp_path):
    link = tmp_path / "link.parley"
    link.symlink_to(database)
    with guard() as offences, closing(sqlite3.connect(database)) as connection:
        connection.execute("SELECT * FROM thing")
        with pytest.raises(LiveFileOpened):
            link.read_bytes()
    assert offences


def test_what_swallows_the_error_is_still_caught(database):
    def swallow():
        try:
            database.read_bytes()
        except RuntimeError:
            return

    with guard() as offences, closing(sqlite3.connect(database)) as connection:
        connection.execute("SELECT * FROM thing")
        worker = threading.Thread(target=swallow)
        worker.start()
        worker.join()
    assert len(offences) == 1
    assert "test_live_files.py" in offences[0]


def test_the_backup_api_is_allowed(database, tmp_path):
    with (
        guard() as offences,
        closing(sqlite3.connect(database)) as live,
        closing(sqlite3.connect(tmp_path / "copy.parley")) as copy,
    ):
        live.backup(copy)
    assert not offences


def test_every_test_is_guarded(pytester_run):
    outcome = pytester_run("""
        import sqlite3
        def test_offence(tmp_path):
            connection = sqlite3.connect(tmp_path / "a.parley")
            connection.execute("CREATE TABLE thing (id)")
            try:
                (tmp_path / "a.parley").read_bytes()
            except Exception:
                pass
            connection.close()
    """)
    assert "opened a live database file" in outcome.stdout
    assert outcome.returncode == 1
