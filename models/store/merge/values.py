"""Rows as SQLite holds them and as the journal writes them, their fields, groups and references."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Boolean, LargeBinary

from models.store.encoding import Stored
from models.store.writing import ROW_KINDS
from models.tables.fields import END, GROUP
from models.tables.types import Localised, Tags

Key = tuple[str, str]
"""The table and the id of a row."""
StoredRow = dict[str, Any]
"""A whole row as the journal writes it."""
Raw = tuple[Any, ...]
"""A whole row as SQLite gives it, in the order of ``columns``."""


class Reference(NamedTuple):
    """A column that leads to a row of another table."""

    field: str
    place: int
    """Where it stands in a raw row."""
    target: str
    nullable: bool
    end: bool
    """Whether it is one end of a link that may lack some of its ends."""


@cache
def columns(table: str) -> tuple[str, ...]:
    """Return the names of a table's columns, the key first."""
    return tuple(column.name for column in ROW_KINDS[table].__table__.columns)


@cache
def references(table: str) -> tuple[Reference, ...]:
    """Return the columns of a table that lead to other rows."""
    kind = ROW_KINDS[table].__table__
    return tuple(
        Reference(
            column.name,
            columns(table).index(column.name),
            key.column.table.name,
            bool(column.nullable),
            bool(column.info.get(END)),
        )
        for column in kind.columns
        for key in column.foreign_keys
    )


def holds(table: str, row: Mapping[str, Any], reference: Reference) -> bool:
    """Tell whether a row cannot be without what a reference leads to."""
    if not reference.nullable:
        return True
    return reference.end and all(
        row.get(other.field) is None for other in references(table) if other.end and other != reference
    )


@cache
def is_localised(table: str, field: str) -> bool:
    """Tell whether a field holds a text in several languages."""
    return isinstance(ROW_KINDS[table].__table__.columns[field].type, Localised)


@cache
def group_of(table: str, field: str) -> str:
    """Return the group of a field; of a text in several languages each language is a group of its own."""
    name, _, tag = field.partition(".")
    group: str = ROW_KINDS[table].__table__.columns[name].info.get(GROUP) or name
    return f"{group}.{tag}" if tag else group


def stored_row(table: str, raw: Raw) -> StoredRow:
    """Return a row as the journal writes it."""
    return {
        name: read(value) if read is not None else value
        for name, read, value in zip(columns(table), _readers(table), raw, strict=True)
    }


def raw_row(table: str, row: Mapping[str, Any]) -> Raw:
    """Return a row as SQLite keeps it."""
    return tuple(
        write(row[name]) if write is not None else row[name]
        for name, write in zip(columns(table), _writers(table), strict=True)
    )


def fields_of(table: str, row: Mapping[str, Any] | None) -> dict[str, Stored]:
    """Return the fields of a row as the journal names them: a text has one for each language."""
    flat: dict[str, Stored] = {}
    for name, value in (row or {}).items():
        if name == "id":
            continue
        if is_localised(table, name):
            texts: Mapping[str, str] = value or {}
            for tag, text in texts.items():
                flat[f"{name}.{tag}"] = text
        else:
            flat[name] = value
    return flat


def set_field(row: StoredRow, field: str, value: Any) -> None:
    """Set a field of a row by its name in the journal."""
    name, _, tag = field.partition(".")
    if not tag:
        row[name] = value
        return
    texts = dict(row.get(name) or {})
    if value is None:
        texts.pop(tag, None)
    else:
        texts[tag] = value
    row[name] = dict(sorted(texts.items()))


def copied(row: StoredRow | None) -> StoredRow | None:
    """Return a row that can be changed without changing this one."""
    return None if row is None else dict(row)


_Turn = Callable[[Any], Any]


@cache
def _readers(table: str) -> tuple[_Turn | None, ...]:
    return tuple(_turns(table, name)[0] for name in columns(table))


@cache
def _writers(table: str) -> tuple[_Turn | None, ...]:
    return tuple(_turns(table, name)[1] for name in columns(table))


def _turns(table: str, name: str) -> tuple[_Turn | None, _Turn | None]:
    kind = ROW_KINDS[table].__table__.columns[name].type
    if isinstance(kind, Localised):
        return lambda raw: json.loads(raw or "{}"), _localised
    if isinstance(kind, Tags):
        return (lambda raw: json.loads(raw or "[]")), (
            lambda tags: json.dumps(list(tags or ()), ensure_ascii=False)
        )
    if isinstance(kind, Boolean):
        return (lambda raw: None if raw is None else bool(raw)), None
    if isinstance(kind, LargeBinary):
        return _from_bytes, _to_bytes
    return None, None


def _localised(texts: Mapping[str, str] | None) -> str:
    return json.dumps(dict(sorted((texts or {}).items())), ensure_ascii=False, separators=(",", ":"))


def _from_bytes(raw: bytes | None) -> Any:
    return None if raw is None else {"base64": base64.b64encode(raw).decode("ascii")}


def _to_bytes(stored: Mapping[str, str] | None) -> bytes | None:
    return None if stored is None else base64.b64decode(stored["base64"])
