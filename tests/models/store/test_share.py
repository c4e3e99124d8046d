"""Do locks work where the file lies: tried with two programs, and remembered."""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path

import pytest

from models.store import share, share_probe
from models.store.connect import file_address
from models.store.mounts import LOCAL, Mount, mount_of
from models.store.share import Sharing, check_share
from models.store.share_probe import LocksBroken, NoAnswer, try_locks

NFS = Mount("/mnt/office", "server:/office", "nfs4", ("rw", "vers=4.2"))


def unlocked(path):
    """Open with SQLite's own switch that takes no locks: what a share without locks does."""
    address = file_address(path, "rwc") + "&nolock=1"
    return address, address


def one_unlocked(path):
    return file_address(path, "rwc"), file_address(path, "rwc") + "&nolock=1"


def other_kind_of_lock(path):
    """One program locks by a file, the other by the system: each sees no lock of the other."""
    return file_address(path, "rwc"), file_address(path, "rwc") + "&vfs=unix-dotfile"


def two_files(path):
    """Let each program see a file of its own, as a cache that never looks again would."""
    return file_address(path, "rwc"), file_address(path.with_name(path.name + "-journal"), "rwc")


class Probe:
    def __init__(self, raises=None):
        self.raises = raises
        self.folders = []

    def __call__(self, folder):
        self.folders.append(folder)
        if self.raises is not None:
            raise self.raises


def check(tmp_path, probe, mount=NFS, **how):
    return check_share(
        tmp_path / "office.parley", settings=tmp_path / "settings", mount=lambda _: mount, probe=probe, **how
    )


def test_the_locks_of_a_disk_work_and_nothing_stays_behind(tmp_path):
    try_locks(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("addresses", "how"),
    [
        (unlocked, {"no-lock"}),
        (one_unlocked, {"no-lock"}),
        (other_kind_of_lock, {"no-lock"}),
        (two_files, {"stale-reads", "no-lock", "failed"}),
    ],
)
def test_locks_that_do_not_work_are_found_out(tmp_path, addresses, how):
    with pytest.raises((LocksBroken, NoAnswer)) as caught:
        try_locks(tmp_path, addresses)
    if caught.type is LocksBroken:
        assert str(caught.value) in how
    else:
        assert addresses is two_files
    assert [path.name for path in tmp_path.iterdir() if not path.name.endswith(".lock")] == []


def test_a_drive_that_hangs_hangs_nobody(tmp_path, monkeypatch):
    monkeypatch.setattr(share_probe, "STEP_SECONDS", 0.3)
    monkeypatch.setattr(share_probe, "CHILD", "import time; time.sleep(60)")
    began = time.monotonic()
    with pytest.raises(NoAnswer):
        try_locks(tmp_path)
    assert time.monotonic() - began < 10
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_takes_no_files_cannot_be_judged(tmp_path):
    verdict = check_share(Path("/proc/office.parley"), settings=tmp_path / "settings", mount=lambda _: NFS)
    assert (verdict.sharing, verdict.reason) == (Sharing.UNKNOWN, "not-writable")
    assert not (tmp_path / "settings").exists()


def test_a_local_disk_is_not_tried(tmp_path):
    probe = Probe()
    assert check(tmp_path, probe, LOCAL).sharing is Sharing.LOCAL
    assert check(tmp_path, probe, Mount("/", "/dev/vda", "ext4")).sharing is Sharing.LOCAL
    assert probe.folders == []
    assert check_share(tmp_path / "office.parley").sharing is Sharing.LOCAL


def test_a_verdict_is_found_once_and_remembered(tmp_path):
    probe = Probe()
    first = check(tmp_path, probe)
    assert (first.sharing, first.reason, first.system) == (Sharing.CHECKED, "works", "nfs4")
    assert first.sqlite == sqlite3.sqlite_version
    second = check(tmp_path, probe)
    assert (second.sharing, second.reason) == (Sharing.CHECKED, "works")
    assert abs((second.at - first.at).total_seconds()) < 2
    assert probe.folders == [tmp_path]
    check(tmp_path, probe, again=True)
    assert len(probe.folders) == 2


def test_a_drive_connected_otherwise_is_tried_again(tmp_path):
    probe = Probe()
    check(tmp_path, probe)
    check(tmp_path, probe, Mount("/mnt/office", "other:/office", "nfs4", ("rw", "vers=4.2")))
    check(tmp_path, probe, Mount("/mnt/office", "server:/office", "nfs4", ("rw", "vers=4.0")))
    assert len(probe.folders) == 3


def test_another_sqlite_tries_again(tmp_path, monkeypatch):
    probe = Probe()
    check(tmp_path, probe)
    monkeypatch.setattr(share.sqlite3, "sqlite_version", "9.9.9")
    assert check(tmp_path, probe).sqlite == "9.9.9"
    assert len(probe.folders) == 2


def test_broken_locks_are_remembered_and_silence_is_not(tmp_path):
    broken = Probe(LocksBroken("reader-ignored"))
    for _ in range(2):
        verdict = check(tmp_path, broken)
        assert (verdict.sharing, verdict.reason) == (Sharing.LOCKS_DO_NOT_WORK, "reader-ignored")
    assert len(broken.folders) == 1
    silent = Probe(NoAnswer())
    for _ in range(2):
        assert check(tmp_path, silent, again=True).sharing is Sharing.UNKNOWN
    assert len(silent.folders) == 2


@pytest.mark.parametrize(
    ("mount", "sharing", "reason"),
    [
        (Mount("/m", "s", "fuse.sshfs"), Sharing.LOCKS_DO_NOT_WORK, "local-locks"),
        (Mount("/m", "s", "nfs", ("nolock",)), Sharing.LOCKS_DO_NOT_WORK, "local-locks"),
        (Mount("/m", "s", "nfs", ("local_lock=all",)), Sharing.LOCKS_DO_NOT_WORK, "local-locks"),
        (Mount("/m", "s", "cifs", ("nobrl",)), Sharing.LOCKS_DO_NOT_WORK, "local-locks"),
        (Mount("/m", "s", "fuse.whatever"), Sharing.UNKNOWN, "one-computer"),
        (Mount("/m", "s", "fuse.glusterfs"), Sharing.CHECKED, "works"),
        (Mount("/m", "s", "nfs", ("local_lock=none",)), Sharing.CHECKED, "works"),
        (Mount("/m", "s", "cifs"), Sharing.CHECKED, "works"),
        (Mount("/m", "s", "fuseblk"), Sharing.LOCAL, ""),
    ],
)
def test_a_lock_that_stays_on_one_computer_does_not_count(tmp_path, mount, sharing, reason):
    verdict = check(tmp_path, Probe(), mount)
    assert (verdict.sharing, verdict.reason) == (sharing, reason)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 3}', json.dumps({"x": {"sharing": "fine"}})])
def test_what_was_remembered_badly_is_found_out_again(tmp_path, text):
    probe = Probe()
    settings = tmp_path / "settings"
    settings.mkdir()
    (settings / share.KEPT_IN).write_text(text)
    assert check(tmp_path, probe).sharing is Sharing.CHECKED
    assert check(tmp_path, probe).sharing is Sharing.CHECKED
    assert len(probe.folders) == 1


def test_the_drive_is_the_innermost_and_the_latest(tmp_path):
    inner = tmp_path / "a b"
    inner.mkdir()
    (tmp_path / "ab").mkdir()
    escaped = str(inner).replace(" ", "\\040")
    table = (
        f"/dev/vda / ext4 rw 0 0\nserver:/x {escaped} nfs rw 0 0\n//server/y {escaped} cifs rw,nobrl 0 0\n"
        f"server:/z {tmp_path}/a nfs rw 0 0\nnonsense\n"
    )
    assert mount_of(inner / "office.parley", lambda: table) == Mount(
        str(inner), "//server/y", "cifs", ("rw", "nobrl")
    )
    assert mount_of(tmp_path / "ab" / "office.parley", lambda: table).system == "ext4"
    (tmp_path / "link").symlink_to(inner)
    assert mount_of(tmp_path / "link" / "office.parley", lambda: table).system == "cifs"


def test_the_table_of_this_system_is_read(tmp_path):
    assert mount_of(tmp_path).system
    assert not mount_of(tmp_path).is_network
    assert mount_of(Path("/proc/self")).system == "proc"
