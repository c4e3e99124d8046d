"""Copies of a database that is in use, by SQLite's own backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from models.errors import FileDamaged, FileExists
from models.store.connect import connect
from models.store.faults import fault


def copy_database(source: Path, target: Path) -> None:
    """Copy a database to a path where nothing is yet, verified, and there whole or not at all."""
    if target.exists():
        raise FileExists(path=target)
    fresh = target.with_name(target.name + ".new")
    fresh.unlink(missing_ok=True)
    try:
        with closing(connect(source, "ro")) as live, closing(connect(fresh, "rwc")) as copy:
            live.backup(copy)
            said = copy.execute("PRAGMA integrity_check").fetchone()[0]
            if said != "ok":
                raise FileDamaged(path=source, detail=said)
        fresh.replace(target)
    except sqlite3.Error as error:
        raise fault(error, source) or error from error
    finally:
        fresh.unlink(missing_ok=True)
