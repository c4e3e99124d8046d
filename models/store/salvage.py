"""Reading what can still be read of a damaged file, row by row, into a fresh one."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import LargeBinary, Table

from models.errors import FileDamaged, FileExists
from models.store.backup import faults_of_copying
from models.store.connect import connect, file_address
from models.store.create import create_file
from models.store.guard import check_file
from models.tables import TableRow
from models.tables.types import Localised, Tags

WIDEST_GAP = 200_000
"""How many row numbers are tried one by one where a table cannot be walked through."""

Raw = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """How many rows of a table were saved, and how many are known to be lost."""

    saved: int
    lost: int


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was read of a damaged file; a table that is named nowhere was empty."""

    path: Path
    tables: Mapping[str, Saved] = field(default_factory=dict[str, Saved])

    @property
    def saved(self) -> int:
        """Return how many rows were saved in all."""
        return sum(table.saved for table in self.tables.values())

    @property
    def lost(self) -> int:
        """Return how many rows are known to be lost."""
        return sum(table.lost for table in self.tables.values())


def salvage(damaged: Path, target: Path) -> Salvaged:
    """Write what can still be read of a damaged file into a new one, which is whole.

    The damaged file is only read, without locks and without its journal, as if on a disc. Rows that refer to
    lost ones let go of them, or are lost too. Raises FileDamaged where nothing can be read, and FileExists.
    """
    if target.exists():
        raise FileExists(path=target)
    fresh = target.with_name(f".{target.name}.{os.getpid()}.salvage")
    fresh.unlink(missing_ok=True)
    with faults_of_copying(damaged, target):
        try:
            create_file(fresh)
            tables = _pour(damaged, fresh)
            check_file(fresh)
            fresh.rename(target)
        finally:
            fresh.unlink(missing_ok=True)
    return Salvaged(target, tables)


def _pour(damaged: Path, fresh: Path) -> dict[str, Saved]:
    with closing(_still(damaged)) as source, closing(connect(fresh, "rw")) as copy:
        known = _tables_of(source, damaged)
        copy.execute("PRAGMA foreign_keys=OFF")
        copy.execute("BEGIN IMMEDIATE")
        found: dict[str, Saved] = {}
        for table in TableRow.metadata.sorted_tables:
            if table.name in known:
                saved = _pour_table(source, copy, table)
                if saved.saved or saved.lost:
                    found[table.name] = saved
        for name, number in _let_go(copy).items():
            found[name] = Saved(found[name].saved - number, found[name].lost + number)
        copy.execute("COMMIT")
    return found


def _still(path: Path) -> sqlite3.Connection:
    """Open a file as something that nobody can change: no lock, no journal, no byte written."""
    connection = sqlite3.connect(file_address(path, "ro") + "&immutable=1", uri=True, isolation_level=None)
    for setting in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "query_only=ON"):
        connection.execute(f"PRAGMA {setting}")
    # A row that is not text where it says so is lost, not an obstacle.
    connection.text_factory = bytes
    return connection


def _tables_of(source: sqlite3.Connection, path: Path) -> set[str]:
    try:
        found = source.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    except sqlite3.Error as error:
        raise FileDamaged(path=path, detail=str(error)) from error
    return {bytes(name).decode("utf-8", "replace") for (name,) in found}


def _pour_table(source: sqlite3.Connection, copy: sqlite3.Connection, table: Table) -> Saved:
    there = _columns_of(source, table)
    columns = [column for column in table.columns if column.name in there]
    names = ", ".join(f'"{column.name}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    insert = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'
    numbers: set[int] = set()
    saved = 0
    for number, raw in _rows(source, table.name, names):
        if number in numbers:
            continue
        numbers.add(number)
        try:
            copy.execute(insert, _decoded(table, [column.name for column in columns], raw))
            saved += 1
        except (sqlite3.Error, ValueError):
            continue  # it breaks what every row keeps to: counted below
    return Saved(saved, max(len(_known_numbers(source, table.name) | numbers) - saved, 0))


def _columns_of(source: sqlite3.Connection, table: Table) -> set[str]:
    found = source.execute(f"SELECT name FROM pragma_table_info('{table.name}')").fetchall()
    return {bytes(name).decode("utf-8", "replace") for (name,) in found}


def _rows(source: sqlite3.Connection, table: str, names: str) -> Iterator[tuple[int, Raw]]:
    """Walk through a table from both ends, and try one by one what lies between."""
    select = f'SELECT rowid, {names} FROM "{table}"'
    first = last = None
    whole = True
    for number, *raw in (walk := _Walk(source, f"{select} ORDER BY rowid")):
        first = number
        yield number, tuple(raw)
    whole = walk.whole
    if whole:
        return
    for number, *raw in _Walk(source, f"{select} ORDER BY rowid DESC"):
        last = number
        yield number, tuple(raw)
    numbers = sorted(_known_numbers(source, table))
    if not numbers:
        low = 0 if first is None else first
        high = low + WIDEST_GAP if last is None else last
        numbers = list(range(low + 1, min(high, low + WIDEST_GAP)))
    for number in numbers:
        for _, *raw in _Walk(source, f"{select} WHERE rowid = {number}"):
            yield number, tuple(raw)


class _Walk:
    """The rows of a query as far as they can be read; ``whole`` tells whether that was all."""

    def __init__(self, source: sqlite3.Connection, query: str) -> None:
        self._source = source
        self._query = query
        self.whole = False

    def __iter__(self) -> Iterator[Any]:
        try:
            yield from self._source.execute(self._query)
            self.whole = True
        except sqlite3.Error:
            return


def _known_numbers(source: sqlite3.Connection, table: str) -> set[int]:
    """Return the numbers of the rows that an index still knows, read from both ends."""
    numbers: set[int] = set()
    indexes = source.execute(f"SELECT name FROM pragma_index_list('{table}')").fetchall()
    for (name,) in indexes:
        index = bytes(name).decode("utf-8", "replace")
        for order in ("", " DESC"):
            first = source.execute(f"SELECT name FROM pragma_index_info('{index}')").fetchone()
            if first is None or first[0] is None:
                continue
            column = bytes(first[0]).decode("utf-8", "replace")
            query = f'SELECT rowid FROM "{table}" INDEXED BY "{index}" ORDER BY "{column}"{order}'
            numbers.update(number for (number,) in _Walk(source, query))
    return numbers


def _decoded(table: Table, names: list[str], raw: Raw) -> list[Any]:
    """Return the values of a row as they go into the fresh file; raises ValueError where one cannot be."""
    values: list[Any] = []
    for name, stored in zip(names, raw, strict=True):
        kind = table.columns[name].type
        is_text = isinstance(stored, bytes) and not isinstance(kind, LargeBinary)
        value = stored.decode("utf-8") if is_text else stored
        if isinstance(kind, Localised | Tags) and value is not None:
            json.loads(str(value))
        values.append(value)
    return values


def _let_go(copy: sqlite3.Connection) -> dict[str, int]:
    """Empty the references to lost rows, or remove what cannot be without them; return what was removed."""
    may_be_empty = {
        (table.name, column.name): bool(column.nullable)
        for table in TableRow.metadata.sorted_tables
        for column in table.columns
    }
    removed: dict[str, int] = {}
    while broken := copy.execute("PRAGMA foreign_key_check").fetchall():
        for table, number, _, place in broken:
            columns = copy.execute(f"SELECT id, \"from\" FROM pragma_foreign_key_list('{table}')").fetchall()
            column = next(name for key, name in columns if key == place)
            if may_be_empty[table, column]:
                copy.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (number,))
            else:
                gone = copy.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (number,)).rowcount
                removed[table] = removed.get(table, 0) + gone
    return removed
