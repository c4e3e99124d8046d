"""Every row that belongs to a visit or that it refers to, as plain values by table: what a workbook holds."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, cast

from models.intake.labels import Values
from models.tables import Row, Visit

Rows = dict[str, dict[str, Values]]


def rows_of(visit: Visit) -> Rows:
    """Return the rows reached from a loaded visit, by table and id, each table in its order."""
    found: Rows = defaultdict(dict)
    waiting: list[Row] = [visit]
    while waiting:
        row = waiting.pop()
        table = row.__tablename__
        if row.id in found[table]:
            continue
        found[table][row.id] = {column.name: getattr(row, column.name) for column in row.__table__.columns}
        for relationship in type(row).__mapper__.relationships:
            waiting += _loaded(row.__dict__.get(relationship.key))
    return {
        table: dict(sorted(rows.items(), key=lambda each: _place(each[1]))) for table, rows in found.items()
    }


def _loaded(value: Any) -> Iterable[Row]:
    if isinstance(value, Row):
        return (value,)
    return cast("list[Row]", value) if isinstance(value, list) else ()


def _place(row: Values) -> tuple[Any, ...]:
    day = row.get("date")
    return (day.isoformat() if isinstance(day, dt.date) else "", row.get("order") or "", row["id"])
