"""Bringing what was loaded up to date after a save, without loading all of it again.

Only the plain case is done here: fields of rows that are there already. Where rows came or went, moved within
a list, or refer to something that was not loaded, the thing is loaded again as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import instance_dict

from models.store.load import references_of
from models.store.owners import owning_columns
from models.store.writing import ROW_KINDS
from models.tables import Row
from models.tables.types import Localised

ASIDE = frozenset({"author"})
"""Written along with other things, and part of nothing that is loaded."""


def refresh(
    session: Session, rows: Mapping[tuple[str, str], Row], touched: Iterable[tuple[str, str]]
) -> frozenset[tuple[str, str]] | None:
    """Set the fields of touched rows to what the file holds; return which fields (table, name) that changed.

    ``rows`` are all rows that were loaded, by table and id. None where that is not all there is to do: then
    nothing was changed.
    """
    fresh: list[tuple[Row, dict[str, Any]]] = []
    for table, key in touched:
        if table in ASIDE:
            continue
        row = rows.get((table, key))
        values = _values(session, table, key) if row is not None else None
        if row is None or values is None:
            return None
        changed = {name: value for name, value in values.items() if instance_dict(row).get(name) != value}
        targets = _targets(rows, ROW_KINDS[table], changed)
        if targets is None or not changed.keys().isdisjoint(_placing(table)):
            return None
        fresh.append((row, {**changed, **targets}))
    for row, changed in fresh:
        instance_dict(row).update(changed)
    return frozenset((row.__tablename__, name) for row, changed in fresh for name in changed)


def is_text(table: str, field: str) -> bool:
    """Tell whether a field holds text in several languages."""
    column = ROW_KINDS[table].__table__.c.get(field)
    return column is not None and isinstance(column.type, Localised)


def _values(session: Session, table: str, key: str) -> dict[str, Any] | None:
    kept = ROW_KINDS[table].__table__
    found = session.execute(select(kept).where(kept.c.id == key)).first()
    return dict(found._mapping) if found is not None else None  # pyright: ignore[reportPrivateUsage]


def _placing(table: str) -> set[str]:
    """Return the fields that say where a row stands: in whose list, and where in it."""
    sorting = {"order", "date"} if table == "visit_day" else {"order"}
    return sorting | {column for column, _owner in owning_columns().get(table, ())}


def _targets(
    rows: Mapping[tuple[str, str], Row], kind: type[Row], changed: Mapping[str, Any]
) -> dict[str, Row | None] | None:
    """Return what changed references lead to, by relationship; None where that was not loaded."""
    found: dict[str, Row | None] = {}
    for reference in references_of(kind):
        if reference.column not in changed:
            continue
        key = changed[reference.column]
        target = rows.get((reference.target.__tablename__, key)) if key else None
        if key and target is None:
            return None
        found[reference.name] = target
    return found
