"""Rows and fields as the journal writes them: JSON of what is stored, one field for each language."""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import LargeBinary
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from models.tables import Row
from models.tables.types import Localised, Tags, Utc
from models.text.localised import LocalisedText

Stored = str | int | float | bool | None | list[str] | dict[str, str]
"""A value as JSON can hold it."""

_DIALECT = SQLiteDialect_pysqlite()


def encode(stored: Stored) -> str:
    """Write a stored value as JSON."""
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":"))


@cache
def _processor(kind: type[Row], field: str) -> Any:
    return kind.__table__.c[field].type.bind_processor(_DIALECT)


def stored_value(kind: type[Row], field: str, value: Any) -> Stored:
    """Return the plain value that the database keeps for a value of a field."""
    if value is None:
        return None
    column_type = kind.__table__.c[field].type
    if isinstance(column_type, Localised):
        return dict(value)
    if isinstance(column_type, Tags):
        return list(value)
    if isinstance(column_type, LargeBinary):
        return {"base64": base64.b64encode(value).decode("ascii")}
    if isinstance(value, bool):
        return value
    process = _processor(kind, field)
    plain = process(value) if process is not None else value
    return plain.isoformat() if hasattr(plain, "isoformat") else plain


def loaded_value(kind: type[Row], field: str, stored: Any) -> Any:
    """Return the value of a field for the plain value that the journal keeps."""
    column_type = kind.__table__.c[field].type
    if isinstance(column_type, Localised):
        return LocalisedText.stored(dict(stored or {}))
    if stored is None:
        return None
    if isinstance(column_type, Tags):
        return tuple(stored)
    if isinstance(column_type, LargeBinary):
        return base64.b64decode(stored["base64"])
    if isinstance(column_type, Utc):
        return dt.datetime.fromisoformat(stored)
    # The doors of dates, times and choices take the stored form.
    return stored


def stored_field(row: Row, name: str) -> Stored:
    """Return what is stored for a field of a row, or for one language of it (``title.ko``)."""
    field, _, tag = name.partition(".")
    value = getattr(row, field)
    if tag:
        return value.get(tag)
    return stored_value(type(row), field, value)


def whole_row(row: Row) -> dict[str, Stored]:
    """Return all fields of a row as they are stored."""
    kind = type(row)
    return {
        column.key: stored_value(kind, column.key, getattr(row, column.key))
        for column in kind.__table__.columns
    }


def field_changes(
    kind: type[Row], field: str, before: Any, after: Any
) -> Iterator[tuple[str, Stored, Stored]]:
    """List what changed in a field: the field, or one entry for each language that changed."""
    if isinstance(kind.__table__.c[field].type, Localised):
        old: Mapping[str, str] = before or {}
        new: Mapping[str, str] = after or {}
        for tag in sorted({*old, *new}):
            if old.get(tag) != new.get(tag):
                yield f"{field}.{tag}", old.get(tag), new.get(tag)
        return
    stored_before = stored_value(kind, field, before)
    stored_after = stored_value(kind, field, after)
    if stored_before != stored_after:
        yield field, stored_before, stored_after
