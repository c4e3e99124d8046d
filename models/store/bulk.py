"""Adding thousands of rows at once, with their journal: one statement a table, past the ORM's bookkeeping."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from json.encoder import encode_basestring
from typing import Any

from sqlalchemy import Boolean, Enum, Text
from sqlalchemy.orm import Session

from models.store.encoding import encode, stored_value
from models.store.journal import Entry, driver_of, entries_of
from models.tables import Row, TableRow
from models.tables.journal import ChangeKind
from models.tables.types import Localised, Tags

Values = Mapping[str, Any]
_Kept = tuple[Any, str]
"""A value as the driver takes it, and as the journal writes it."""


def insert_rows(session: Session, kinds: Mapping[str, type[Row]], rows: Iterable[tuple[str, Values]]) -> None:
    """Add rows given as their table and every field, cleaned before; of one table in the order given."""
    by_table: defaultdict[str, list[Values]] = defaultdict(list)
    for table, row in rows:
        by_table[table].append(row)
    entries = entries_of(session)
    driver = driver_of(session)
    for table in TableRow.metadata.sorted_tables:
        if table.name not in by_table:
            continue
        keepers = _keepers(kinds[table.name])
        bound: list[list[Any]] = []
        for row in by_table[table.name]:
            values: list[Any] = []
            texts: list[str] = []
            for name, keep, head, blank in keepers:
                # Most fields of most rows are empty.
                stored, text = (keep(value) if (value := row[name]) else blank) if blank else keep(row[name])
                values.append(stored)
                texts.append(head + text)
            bound.append(values)
            entries.append(
                Entry(table.name, row["id"], ChangeKind.INSERT, "", None, "{" + ",".join(texts) + "}")
            )
        names = ", ".join(f'"{name}"' for name, *_ in keepers)
        places = ", ".join("?" for _ in keepers)
        driver.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({places})', bound)


@cache
def _keepers(kind: type[Row]) -> list[tuple[str, Callable[[Any], _Kept], str, _Kept | None]]:
    """Return for each column its name, what keeps a value, how the journal names it, and what is no text."""
    return [
        (column.name, keep, f"{encode(column.name)}:", blank)
        for column in kind.__table__.columns
        for keep, blank in [_keeper(kind, column.name, column.type)]
    ]


def _keeper(kind: type[Row], field: str, column_type: Any) -> tuple[Callable[[Any], _Kept], _Kept | None]:
    """Return what keeps a value of a column, and how an empty one is kept where there is one way only."""
    if isinstance(column_type, Localised):
        return _localised, ("{}", "{}")
    if isinstance(column_type, Tags):
        return _tags, ("[]", "[]")
    if isinstance(column_type, Enum):
        return _choice, None
    if isinstance(column_type, Text):
        return _text, (None if kind.__table__.c[field].nullable else ("", '""'))
    if isinstance(column_type, Boolean):
        return _flag, None

    def other(value: Any) -> _Kept:
        if value is None:
            return None, "null"
        stored = stored_value(kind, field, value)
        return stored, encode(stored)

    return other, None


def _localised(value: Any) -> _Kept:
    texts = ",".join([f'"{tag}":{encode_basestring(text)}' for tag, text in value.items()])
    kept = f"{{{texts}}}"
    return kept, kept


def _tags(value: Any) -> _Kept:
    # Stored as the type does it, journalled as the journal does it: the spaces differ.
    return json.dumps(list(value), ensure_ascii=False), encode(list(value))


def _choice(value: Any) -> _Kept:
    return (None, "null") if value is None else (value.value, encode_basestring(value.value))


def _text(value: Any) -> _Kept:
    return (None, "null") if value is None else (value, encode_basestring(value))


def _flag(value: Any) -> _Kept:
    return int(value), "true" if value else "false"
