"""What SQLite says, as errors of ours."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from models.errors import (
    FileBusy,
    FileDamaged,
    FileFull,
    FileNotAllowed,
    FileNotDatabase,
    FileProblem,
    FileReadOnly,
)

BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
FAULTS: dict[int, type[FileProblem]] = {
    sqlite3.SQLITE_BUSY: FileBusy,
    sqlite3.SQLITE_LOCKED: FileBusy,
    sqlite3.SQLITE_READONLY: FileReadOnly,
    sqlite3.SQLITE_PERM: FileNotAllowed,
    sqlite3.SQLITE_AUTH: FileNotAllowed,
    sqlite3.SQLITE_CANTOPEN: FileNotAllowed,
    sqlite3.SQLITE_FULL: FileFull,
    sqlite3.SQLITE_NOTADB: FileNotDatabase,
    sqlite3.SQLITE_CORRUPT: FileDamaged,
    sqlite3.SQLITE_IOERR: FileDamaged,
}


def primary_code(error: BaseException) -> int:
    """Return SQLite's primary result code of an error, 0 where there is none."""
    inner = error.orig if isinstance(error, DBAPIError) else error
    return getattr(inner, "sqlite_errorcode", 0) & 0xFF


def is_busy(error: BaseException) -> bool:
    """Tell whether somebody else holds the file."""
    return primary_code(error) in BUSY


def fault(error: BaseException, path: Path) -> FileProblem | None:
    """Return the error of ours for what SQLite said, or None for a bug of ours."""
    kind = FAULTS.get(primary_code(error))
    inner = error.orig if isinstance(error, DBAPIError) else error
    return None if kind is None else kind(path=path, detail=str(inner))
