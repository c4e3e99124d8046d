"""Looking at a file before it is opened: nothing is written, and each kind of wrong file has its error."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from models.errors import (
    FileDamaged,
    FileEmpty,
    FileForeign,
    FileIsFolder,
    FileMissing,
    FileNewer,
    FileNotAllowed,
    FileNotDatabase,
    FileTampered,
)
from models.store.connect import APPLICATION_ID, connect
from models.store.faults import fault, primary_code
from models.store.schema import SCHEMA_VERSION
from models.store.sound import unsound_table
from models.tables import TableRow

READ_ONLY_ROLLBACK = 776
"""SQLite's extended code for a hot journal that a read-only connection may not roll back."""
ROLL_BACKS = 5
SMALLEST = 512
"""Bytes of the smallest page that SQLite knows; it takes a file of fewer for an empty database."""
MOST_PROBLEMS = 20

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FileState:
    """What looking at a file found; it is whole, or there would have been an error."""

    path: Path
    version: int
    writable: bool
    size: int


def check_file(path: Path) -> FileState:
    """Look whether a file is a whole database of ours.

    Raises the FileProblem that fits. Never opens the file itself: closing it would drop the locks that this
    process may hold on it (see SQLite, "How To Corrupt An SQLite Database File", 2.2).
    """
    size = _check_path(path)
    try:
        version = _rolling_back(path, lambda: _check_inside(path))
    except UnicodeDecodeError as error:
        # SQLite's message repeats what is wrong, and Python cannot read the message.
        raise FileDamaged(path=path, detail=error.object.decode("utf-8", "replace")) from None
    except sqlite3.Error as error:
        known = fault(error, path)
        if known is None:
            raise FileDamaged(path=path, detail=str(error)) from error
        raise known from error
    return FileState(path, version, is_writable(path), size)


def is_writable(path: Path) -> bool:
    """Tell whether we may change the file: its own mode counts even where the user is almighty."""
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _check_path(path: Path) -> int:
    try:
        found = path.stat()
    except FileNotFoundError:
        raise FileMissing(path=path) from None
    except NotADirectoryError:
        raise FileMissing(path=path) from None
    except OSError as error:
        raise FileNotAllowed(path=path, detail=error.strerror) from None
    if stat.S_ISDIR(found.st_mode):
        raise FileIsFolder(path=path)
    if not stat.S_ISREG(found.st_mode):
        raise FileNotDatabase(path=path)
    if not os.access(path, os.R_OK):
        raise FileNotAllowed(path=path, detail="")
    if found.st_size == 0 and not _journal(path).exists():
        raise FileEmpty(path=path)
    if 0 < found.st_size < SMALLEST and not _journal(path).exists():
        raise FileNotDatabase(path=path)
    return found.st_size


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def roll_back_if_needed(path: Path) -> None:
    """Let SQLite undo what a crash left half written, if it did: a copy is made read-only and could not."""
    _rolling_back(path, lambda: _look(path))


def _rolling_back(path: Path, look: Callable[[], T]) -> T:
    """Look at a file, and again after rolling back; others may crash meanwhile, hence more than once."""
    for _ in range(ROLL_BACKS):
        try:
            return look()
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) != READ_ONLY_ROLLBACK:
                raise
            _roll_back(path)
    return look()


def _look(path: Path) -> None:
    with closing(connect(path, "ro")) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _roll_back(path: Path) -> None:
    """Let SQLite undo what a crash left half written; it only needs a connection that may write."""
    with closing(connect(path, "rw")) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _check_inside(path: Path) -> int:
    with closing(connect(path, "ro")) as connection:
        connection.execute("BEGIN")
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            objects = connection.execute("SELECT type, name, tbl_name FROM sqlite_master").fetchall()
        except sqlite3.DatabaseError as error:
            if primary_code(error) == sqlite3.SQLITE_NOTADB:
                raise FileNotDatabase(path=path) from None
            raise
        if application != APPLICATION_ID:
            raise FileForeign(path=path, detail=f"{application:#010x}")
        if version > SCHEMA_VERSION:
            raise FileNewer(path=path, version=version, known=SCHEMA_VERSION)
        if version < 1:
            raise FileDamaged(path=path, detail=f"format {version}")
        _check_length(path, connection)
        _check_objects(path, connection, version, objects)
        _check_whole(path, connection)
        if version == SCHEMA_VERSION and (table := unsound_table(connection)):
            raise FileDamaged(path=path, detail=table)
        connection.execute("COMMIT")
        return version


def _check_length(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse a file that ends too early; SQLite would read zeros there."""
    (count,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    if (found := path.stat().st_size) < count * size:
        raise FileDamaged(path=path, detail=f"{found} < {count * size}")


def _check_objects(
    path: Path, connection: sqlite3.Connection, version: int, objects: list[tuple[str, str, str]]
) -> None:
    strange = [f"{kind} {name}" for kind, name, _ in objects if kind not in {"table", "index"}]
    if strange:
        raise FileTampered(path=path, detail=", ".join(strange))
    if version != SCHEMA_VERSION:
        return
    tables = {name for kind, name, _ in objects if kind == "table" and not name.startswith("sqlite_")}
    known = TableRow.metadata.tables
    if extra := tables - known.keys():
        raise FileTampered(path=path, detail=", ".join(f"table {name}" for name in sorted(extra)))
    if missing := known.keys() - tables:
        raise FileDamaged(path=path, detail=", ".join(f"table {name}" for name in sorted(missing)))
    columns: dict[str, set[str]] = {name: set() for name in known}
    for table, column in connection.execute(
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
    ):
        columns.get(table, set()).add(column)
    for name, table in known.items():
        if lacking := {column.name for column in table.columns} - columns[name]:
            raise FileDamaged(path=path, detail=", ".join(f"{name}.{column}" for column in sorted(lacking)))


def _check_whole(path: Path, connection: sqlite3.Connection) -> None:
    said = [row[0] for row in connection.execute(f"PRAGMA quick_check({MOST_PROBLEMS})")]
    if said != ["ok"]:
        raise FileDamaged(path=path, detail="; ".join(str(line).replace("\n", " ") for line in said))
    orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(MOST_PROBLEMS)
    if orphans:
        raise FileDamaged(
            path=path, detail="; ".join(f"{child} -> {parent}" for child, _, parent, _ in orphans)
        )
