"""Where locks do not work one person edits: the others read, and who was taken over saves nothing more."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from models.actions import directory
from models.errors import FileNotAllowed, FileReadOnly, LeaseLost, LeaseTaken
from models.store import Database
from models.store import lease as leases
from models.store.lease import Lease, editing, holder_of, lease_path, open_as_shared
from models.store.share import Sharing, Verdict
from models.tables import Organisation
from tests.support.files import KIM, PARK, new_database

CHECKOUT = Path(__file__).resolve().parents[3]
BROKEN = Verdict(Sharing.LOCKS_DO_NOT_WORK, "no-lock", "cifs")
RACER = """
import sys
from pathlib import Path
from models.errors import LeaseTaken
from models.store.lease import Lease
from models.store.profile import Profile
sys.stdin.readline()
try:
    Lease.acquire(Path(sys.argv[1]), Profile("a", sys.argv[2], sys.argv[2]))
    print("has it", flush=True)
except LeaseTaken:
    print("taken", flush=True)
sys.stdin.readline()
"""


def file(tmp_path):
    with new_database(tmp_path) as database:
        return database.path


def leftovers(tmp_path):
    return sorted(path.name for path in tmp_path.iterdir() if path.name != "office.parley")


def racer(path, name):
    return subprocess.Popen(
        [sys.executable, "-c", RACER, str(path), name],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def tell(process, line="go\n"):
    process.stdin.write(line)
    process.stdin.flush()


def finish(process):
    process.communicate()
    return process.returncode


def test_of_several_processes_one_gets_it(tmp_path):
    path = tmp_path / "office.parley"
    racers = [racer(path, f"racer {number}") for number in range(3)]
    for process in racers:
        tell(process)
    said = [process.stdout.readline().strip() for process in racers]
    assert sorted(said) == ["has it", "taken", "taken"]
    assert leftovers(tmp_path) == [lease_path(path).name]
    for process in racers:
        finish(process)


def test_who_holds_it_is_named_to_the_others_until_it_is_given_back(tmp_path):
    path = tmp_path / "office.parley"
    held = Lease.acquire(path, KIM)
    held.renew()
    with pytest.raises(LeaseTaken) as caught:
        Lease.acquire(path, PARK)
    assert caught.value.values["name"] == KIM.author_name
    assert caught.value.values["host"]
    assert 0 <= caught.value.values["idle"] < 30
    with pytest.raises(LeaseTaken):
        Lease.acquire(path, KIM)  # another window of the same person
    held.release()
    assert leftovers(tmp_path) == []
    Lease.acquire(path, PARK).release()


def test_taking_over_names_the_taker_and_ends_the_other(tmp_path):
    path = file(tmp_path)
    first = open_as_shared(path, KIM, BROKEN)
    directory.organisation.add(first.database, acronym="KRISS")
    second = Lease.take_over(path, PARK, settle=0.0)
    holder = holder_of(path)
    assert (holder.name, holder.taken_from) == (PARK.author_name, KIM.author_name)
    with pytest.raises(LeaseLost) as caught:
        directory.organisation.add(first.database, acronym="NMIJ")
    assert caught.value.values["name"] == PARK.author_name
    with pytest.raises(LeaseLost):
        first.lease.renew()
    assert [row.acronym for row in first.database.load_all(Organisation)] == ["KRISS"]
    first.close()
    second.may_write()
    second.release()
    assert leftovers(tmp_path) == []


def test_a_lease_lost_during_a_save_saves_nothing(tmp_path):
    path = file(tmp_path)
    opened = open_as_shared(path, KIM, BROKEN)

    def act(writing):
        writing.add(Organisation(acronym="KRISS"))
        Lease.take_over(path, PARK, settle=0.0)

    with pytest.raises(LeaseLost):
        opened.database.run("organisation.add", act)
    assert opened.database.load_all(Organisation) == []
    opened.close()
    assert holder_of(path).name == PARK.author_name


def test_of_two_takers_one_has_it(tmp_path):
    path = tmp_path / "office.parley"
    Lease.acquire(path, KIM)
    ended = []

    def take(profile):
        try:
            ended.append(Lease.take_over(path, profile, settle=0.5))
        except LeaseTaken:
            ended.append(None)

    threads = [threading.Thread(target=take, args=(profile,)) for profile in (KIM, PARK)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = [lease for lease in ended if lease is not None]
    winner.may_write()


def test_a_share_that_is_away_lets_nobody_save(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    held = Lease.acquire(folder / "office.parley", KIM)
    folder.rename(tmp_path / "away")
    for ask in (held.may_write, held.renew):
        with pytest.raises(LeaseLost) as caught:
            ask()
        assert caught.value.values["name"] == ""
    (tmp_path / "away").rename(folder)
    held.renew()


def test_what_a_crashed_window_of_ours_left_is_taken_and_what_others_left_is_not(tmp_path):
    path = tmp_path / "office.parley"
    process = racer(path, KIM.device)
    tell(process)
    assert process.stdout.readline() == "has it\n"
    with pytest.raises(LeaseTaken):
        Lease.acquire(path, KIM)  # that window still lives
    process.kill()
    finish(process)
    with pytest.raises(LeaseTaken):
        Lease.acquire(path, PARK)
    Lease.acquire(path, KIM).may_write()


def test_a_lease_that_makes_no_sense_is_somebodys(tmp_path):
    path = tmp_path / "office.parley"
    lease_path(path).write_text('{"name": "half')
    with pytest.raises(LeaseTaken):
        Lease.acquire(path, KIM)
    Lease.take_over(path, KIM, settle=0.0).release()
    assert leftovers(tmp_path) == []


def test_long_hours_of_renewing_keep_it_readable(tmp_path):
    path = tmp_path / "office.parley"
    held = Lease.acquire(path, KIM)
    with lease_path(path).open("a") as file:
        file.write("\n" * 100_000)
    held.renew()
    assert holder_of(path).name == KIM.author_name


def test_idle_is_counted_by_the_share(tmp_path):
    path = tmp_path / "office.parley"
    held = Lease.acquire(path, KIM)
    before = lease_path(path).stat().st_mtime - 300
    os.utime(lease_path(path), (before, before))
    assert 290 < holder_of(path).idle < 400
    held.renew()
    assert holder_of(path).idle < 30
    assert leftovers(tmp_path) == [lease_path(path).name]


def test_a_drive_without_hard_links_will_do(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(leases.os, "link", refuse)
    path = tmp_path / "office.parley"
    held = Lease.acquire(path, KIM)
    held.may_write()
    with pytest.raises(LeaseTaken):
        Lease.acquire(path, PARK)
    held.release()
    assert leftovers(tmp_path) == []


def test_a_folder_that_takes_no_files_gives_no_lease():
    with pytest.raises(FileNotAllowed):
        Lease.acquire(Path("/proc/office.parley"), KIM)
    with pytest.raises(FileNotAllowed):
        Lease.take_over(Path("/proc/office.parley"), KIM)


def test_opening_where_locks_do_not_work(tmp_path, monkeypatch):
    path = file(tmp_path)
    first = open_as_shared(path, KIM, BROKEN)
    assert first.lease is not None
    assert first.database.writable
    second = open_as_shared(path, PARK, BROKEN)
    assert second.lease is None
    assert second.holder.name == KIM.author_name
    with pytest.raises(FileReadOnly):
        directory.organisation.add(second.database, acronym="X")
    monkeypatch.setattr(leases, "check_share", lambda _: BROKEN)
    with pytest.raises(LeaseTaken), editing(path, PARK):
        pass
    second.close()
    first.close()
    with editing(path, PARK) as database:
        directory.organisation.add(database, acronym="X")
    assert leftovers(tmp_path) == []


def test_where_locks_work_nothing_is_put_beside_the_file(tmp_path):
    path = file(tmp_path)
    opened = open_as_shared(path, KIM)
    assert opened.verdict.sharing is Sharing.LOCAL
    assert opened.lease is None
    with Database.open(path, PARK) as other:
        directory.organisation.add(other, acronym="X")
    directory.organisation.add(opened.database, acronym="Y")
    assert leftovers(tmp_path) == []
    opened.close()
