"""What SQLite says, as errors of ours."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from models.errors import (
    FileBusy,
    FileDamaged,
    FileFailing,
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
    sqlite3.SQLITE_IOERR: FileFailing,
}
SHORT_READ, CORRUPT_FILE_SYSTEM = 522, 8458
"""The extended codes of SQLITE_IOERR that tell of the file and not of the way to it."""
UNDECODABLE = "Could not decode to UTF-8"
"""What Python says, without any code, of a text whose bytes are wrong."""


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
    if getattr(inner, "sqlite_errorcode", 0) in {SHORT_READ, CORRUPT_FILE_SYSTEM}:
        kind = FileDamaged
    if isinstance(inner, sqlite3.OperationalError) and str(inner).startswith(UNDECODABLE):
        kind = FileDamaged
    return None if kind is None else kind(path=path, detail=str(inner))
