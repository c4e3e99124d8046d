"""Copies of a database that is in use, by SQLite's own backup."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path

from models.errors import FileBusy, FileDamaged, FileExists, FileFull, FileNotAllowed
from models.store.connect import connect
from models.store.faults import fault
from models.store.guard import roll_back_if_needed

PATIENCE_SECONDS = 30.0
"""How long a copy waits for a file that others keep writing."""
PART = ".part"
"""How the name of a copy ends that is not finished."""


Progress = Callable[[int, int], None]
"""Told how much of how much is done; raises Cancelled to stop the work."""
PAGES_AT_ONCE = 1000
"""How much is copied between two looks at whether somebody wants to stop."""


def copy_database(source: Path, target: Path, progress: Progress | None = None) -> None:
    """Copy a database to a path where nothing is yet, verified, and there whole or not at all.

    Raises FileExists, FileBusy, FileFull, FileNotAllowed, or FileDamaged where the source is not whole.
    """
    if target.exists():
        raise FileExists(path=target)
    fresh = target.with_name(f".{target.name}.{os.getpid()}{PART}")
    with faults_of_copying(source, target):
        try:
            _copy(source, fresh, progress)
            verify(fresh, source)
            settle(fresh)
            _put(fresh, target)
            settle(target.parent)
        finally:
            fresh.unlink(missing_ok=True)


def verify(copy: Path, source: Path) -> None:
    """Read a finished copy anew from its first page to its last; raises FileDamaged about its source."""
    with closing(connect(copy, "ro")) as connection:
        said = connection.execute("PRAGMA integrity_check(5)").fetchall()
        if said != [("ok",)]:
            raise FileDamaged(path=source, detail="; ".join(str(line[0]) for line in said))
        if orphan := connection.execute("PRAGMA foreign_key_check").fetchone():
            raise FileDamaged(path=source, detail=f"{orphan[0]} -> {orphan[2]}")


def settle(path: Path) -> None:
    """Make the system write a file or a folder to the disk now; no database there may be open."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folders; what it cannot do it need not do
    try:
        os.fsync(descriptor)
    except OSError:
        return  # some shares know no fsync
    finally:
        os.close(descriptor)


@contextmanager
def faults_of_copying(source: Path, target: Path) -> Generator[None, None, None]:
    """Turn what SQLite and the system say while copying into errors of ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault(error, source) or error from error
    except OSError as error:
        raise os_fault(error, target) from error


def os_fault(error: OSError, path: Path) -> FileFull | FileNotAllowed:
    """Return the error of ours for what the system said about a path."""
    return (FileFull if error.errno in {28, 122, 27} else FileNotAllowed)(path=path, detail=error.strerror)


def _copy(source: Path, fresh: Path, progress: Progress | None) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS

    def in_time(status: int, left: int, total: int) -> None:
        # SQLite's Python module asks a busy file again for ever.
        if left and time.monotonic() > deadline:
            raise FileBusy(path=source)
        if progress is not None:
            progress(total - left, total)

    fresh.unlink(missing_ok=True)
    roll_back_if_needed(source)
    with closing(connect(source, "ro")) as live, closing(connect(fresh, "rwc")) as copy:
        # Nobody looks at the copy before it is finished: it needs no journal of its own.
        copy.execute("PRAGMA journal_mode=OFF")
        # In one go nobody's save makes it begin again.
        live.backup(copy, pages=PAGES_AT_ONCE if progress is not None else -1, progress=in_time)
    with closing(connect(fresh, "rw")) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")


def _put(fresh: Path, target: Path) -> None:
    """Give a finished copy its name, where nothing has appeared meanwhile."""
    try:
        os.link(fresh, target)
    except FileExistsError:
        raise FileExists(path=target) from None
    except OSError:
        # A file system without hard links: the name was free a moment ago.
        if target.exists():
            raise FileExists(path=target) from None
        fresh.rename(target)
