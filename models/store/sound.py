"""Whether every value in a file is what its column says; SQLite itself looks at pages and keys only."""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Column, Date, Enum, Integer, LargeBinary

from models.tables import TableRow
from models.tables.types import Clock, Localised, Tags, Utc

JSON_OBJECTS = {("change_set", "label_values")}
JSON_VALUES = {("change", "before"), ("change", "after")}
"""Columns of text that hold JSON."""


def unsound_table(connection: sqlite3.Connection) -> str:
    """Return the name of the first table with a value that could not be loaded, or nothing.

    Text is read on the way, so that bytes which are no UTF-8 raise sqlite3.OperationalError here already.
    """
    for table in TableRow.metadata.tables:
        for wrong, _ in connection.execute(_query(table)):
            if wrong:
                return table
    return ""


@cache
def _query(table: str) -> str:
    columns = TableRow.metadata.tables[table].columns
    wrong = " OR ".join(f"({_wrong(table, column)})" for column in columns)
    # The space keeps half a letter at the end of one text from being completed by the next.
    texts = " || ' ' || ".join(
        f"coalesce(\"{column.name}\", '')" for column in columns if not isinstance(column.type, LargeBinary)
    )
    return f'SELECT {wrong}, {texts} FROM "{table}"'


def _wrong(table: str, column: Column[Any]) -> str:
    name = f'"{column.name}"'
    right = _right(table, column, name)
    return f"{name} IS NOT NULL AND NOT ({right})" if column.nullable else f"NOT coalesce({right}, 0)"


def _right(table: str, column: Column[Any], name: str) -> str:
    kind = column.type
    if isinstance(kind, Localised) or (table, column.name) in JSON_OBJECTS:
        return f"typeof({name}) = 'text' AND ({name} = '{{}}' OR {_is_json(name, 'object')})"
    if isinstance(kind, Tags):
        return f"typeof({name}) = 'text' AND ({name} = '[]' OR {_is_json(name, 'array')})"
    if (table, column.name) in JSON_VALUES:
        return f"typeof({name}) = 'text' AND json_valid({name})"
    if isinstance(kind, Boolean):
        return f"typeof({name}) = 'integer' AND {name} IN (0, 1)"
    if isinstance(kind, Integer):
        return f"typeof({name}) = 'integer'"
    if isinstance(kind, LargeBinary):
        return f"typeof({name}) = 'blob'"
    if isinstance(kind, Enum):
        values = ", ".join(f"'{value}'" for value in kind.enums)
        return f"{name} IN ({values})"
    if isinstance(kind, Date):
        return f"date({name}) IS {name}"
    if isinstance(kind, Clock):
        return f"time({name}) IS {name} || ':00'"
    if isinstance(kind, Utc):
        return f"{name} GLOB '????-??-??T??:??:*' AND julianday({name}) IS NOT NULL"
    return f"typeof({name}) = 'text'"


def _is_json(name: str, kind: str) -> str:
    # Neither function is asked about what is no JSON: the second would stop the query with an error.
    return f"CASE WHEN json_valid({name}) THEN json_type({name}) = '{kind}' ELSE 0 END"
