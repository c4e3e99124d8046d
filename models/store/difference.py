"""What another state of a database holds that this one does not, found row by row."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Boolean, LargeBinary

from models.errors import FileDamaged, OtherDatabase
from models.store.backup import copy_database, verify
from models.store.backups.places import database_id
from models.store.connect import connect
from models.store.encoding import Stored, stored_value
from models.store.faults import fault
from models.store.guard import check_file, roll_back_if_needed
from models.store.schema import SCHEMA_VERSION
from models.store.writing import ROW_KINDS
from models.tables import Row
from models.tables.journal import ChangeKind
from models.tables.types import Localised, Tags

RowId = tuple[str, str]
"""The table and the key of a row."""
Whole = dict[str, Stored]
"""A row as the journal writes it."""

STAYS = "author"
"""Who signed a change set stays known: rows of this table are added, never changed or removed."""


@dataclass(frozen=True, slots=True)
class RowDifference:
    """One row that is not in both states, or not alike."""

    table: str
    row_id: str
    kind: ChangeKind
    now: Whole | None
    then: Whole | None

    def fields(self) -> Iterator[tuple[str, Stored, Stored]]:
        """List the fields that differ, a text by language: the name, what stands now, what stood then."""
        was: Whole = self.now or {}
        will: Whole = self.then or {}
        for field in sorted(was.keys() | will.keys()):
            now, then = was.get(field), will.get(field)
            if _is_localised(self.table, field):
                texts_now, texts_then = _texts(now), _texts(then)
                for tag in sorted({*texts_now, *texts_then}):
                    if texts_now.get(tag) != texts_then.get(tag):
                        yield f"{field}.{tag}", texts_now.get(tag), texts_then.get(tag)
            elif now != then:
                yield field, now, then


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of a table would come, change and go."""

    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """All that restoring would write."""

    rows: tuple[RowDifference, ...]
    erased: tuple[RowId, ...]
    """Rows that were erased for good since, and stay away."""

    def counts(self) -> dict[str, Counts]:
        """Count by table, the tables in their order."""
        found = Counter((row.table, row.kind) for row in self.rows)
        return {
            table: Counts(
                *(found[table, kind] for kind in (ChangeKind.INSERT, ChangeKind.UPDATE, ChangeKind.DELETE))
            )
            for table in sorted({row.table for row in self.rows})
        }


@contextmanager
def opened_copy(copy: Path, of: str) -> Generator[sqlite3.Connection, None, None]:
    """Open a copy of a database for reading, verified, in today's schema, in one read transaction.

    An older one is brought up to date in a temporary copy; itself it is never written to. Raises
    OtherDatabase where it is not one of the database with the id ``of``, and the FileProblem of a copy that
    is not whole.
    """
    state = check_file(copy)
    try:
        verify(copy, copy)
        if database_id(copy) != of:
            raise OtherDatabase(path=copy)
        with TemporaryDirectory(prefix="parley-") as folder:
            path = copy
            if state.version < SCHEMA_VERSION:
                path = _brought_up_to_date(copy, state.version, Path(folder))
            with closing(connect(path, "ro")) as connection:
                connection.execute("BEGIN")
                yield connection
                connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise fault(error, copy) or error from error


@contextmanager
def reading_rows(path: Path) -> Generator[sqlite3.Connection, None, None]:
    """Read a database in one read transaction, on a connection of its own."""
    try:
        roll_back_if_needed(path)
        with closing(connect(path, "ro")) as connection:
            connection.execute("BEGIN")
            yield connection
            connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise fault(error, path) or error from error


def find_difference(now: sqlite3.Connection, then: sqlite3.Connection, path: Path) -> Difference:
    """Find what would have to be written to make this state that one, but for what was erased since."""
    erased = {(table, key) for table, key in now.execute('SELECT "table", row_id FROM tombstone')}
    rows: list[RowDifference] = []
    left_away: list[RowId] = []
    for table, kind in ROW_KINDS.items():
        for key, raw_now, raw_then in _merge_joined(_raw_rows(now, kind), _raw_rows(then, kind)):
            if (table, key) in erased:
                left_away.append((table, key))
            elif found := _compared(kind, key, raw_now, raw_then, path):
                rows.append(found)
    return Difference(tuple(rows), tuple(left_away))


def whole_of(kind: type[Row], raw: tuple[Any, ...], path: Path) -> Whole:
    """Return a row as the journal writes it, from what the file holds."""
    try:
        return {name: read(value) for (name, read), value in zip(_columns(kind), raw, strict=True)}
    except ValueError as error:
        raise FileDamaged(path=path, detail=f"{kind.__tablename__}: {error}") from error


def query_of(kind: type[Row]) -> str:
    """Write the query for all columns of a table."""
    names = ", ".join(f'"{name}"' for name, _ in _columns(kind))
    return f'SELECT {names} FROM "{kind.__tablename__}"'


def _brought_up_to_date(copy: Path, version: int, folder: Path) -> Path:
    from models.store.schema.migrate import migrate_file

    path = folder / "copy.parley"
    copy_database(copy, path)
    migrate_file(path, version)
    return path


def _raw_rows(connection: sqlite3.Connection, kind: type[Row]) -> Iterator[tuple[Any, ...]]:
    return connection.execute(f"{query_of(kind)} ORDER BY id")


def _merge_joined(
    ours: Iterator[tuple[Any, ...]], theirs: Iterator[tuple[Any, ...]]
) -> Iterator[tuple[str, tuple[Any, ...] | None, tuple[Any, ...] | None]]:
    """Walk through both sides in the order of their keys; yield what is not the same in both."""
    here, there = next(ours, None), next(theirs, None)
    while here is not None or there is not None:
        if there is None or (here is not None and here[0] < there[0]):
            assert here is not None
            yield here[0], here, None
            here = next(ours, None)
        elif here is None or there[0] < here[0]:
            yield there[0], None, there
            there = next(theirs, None)
        else:
            if here != there:
                yield here[0], here, there
            here, there = next(ours, None), next(theirs, None)


def _compared(
    kind: type[Row], key: str, raw_now: tuple[Any, ...] | None, raw_then: tuple[Any, ...] | None, path: Path
) -> RowDifference | None:
    table = kind.__tablename__
    now = None if raw_now is None else whole_of(kind, raw_now, path)
    then = None if raw_then is None else whole_of(kind, raw_then, path)
    if now is None:
        return RowDifference(table, key, ChangeKind.INSERT, None, then)
    if now == then or table == STAYS:
        return None
    return RowDifference(table, key, ChangeKind.DELETE if then is None else ChangeKind.UPDATE, now, then)


@cache
def _columns(kind: type[Row]) -> tuple[tuple[str, Callable[[Any], Stored]], ...]:
    columns = sorted(kind.__table__.columns, key=lambda column: column.name != "id")
    return tuple((column.name, _reader(kind, column.name)) for column in columns)


def _reader(kind: type[Row], field: str) -> Callable[[Any], Stored]:
    column_type = kind.__table__.c[field].type
    if isinstance(column_type, Localised):
        return lambda value: _of_type(dict, json.loads(value or "{}"))
    if isinstance(column_type, Tags):
        return lambda value: _of_type(list, json.loads(value or "[]"))
    if isinstance(column_type, Boolean):
        return lambda value: None if value is None else bool(value)
    if isinstance(column_type, LargeBinary):
        return lambda value: stored_value(kind, field, value)
    return lambda value: value


def _of_type(wanted: type, value: Any) -> Any:
    if not isinstance(value, wanted):
        raise ValueError(f"no {wanted.__name__}: {value!r}")
    return value


@cache
def _is_localised(table: str, field: str) -> bool:
    return isinstance(ROW_KINDS[table].__table__.c[field].type, Localised)


def _texts(value: Stored) -> Mapping[str, str]:
    return value if isinstance(value, dict) else {}


def by_table(keys: Iterable[RowId]) -> dict[str, list[str]]:
    """Gather keys by their tables."""
    gathered: dict[str, list[str]] = {}
    for table, key in keys:
        gathered.setdefault(table, []).append(key)
    return gathered
