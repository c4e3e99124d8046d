"""Loaded rows as records of a form."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from models.actions.links import LINKS
from models.tables import TableRow
from ui.data.labels import called, labels_of
from ui.forms.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.tables import Row
    from ui.forms.record import Called


def record_of(row: Row, labels: Mapping[str, Called] | None = None, **more: Any) -> Record:
    """Return a row; ``labels`` says what its references are called, ``more`` adds pseudo-fields."""
    values = {name: _plain(getattr(row, name)) for name in _columns(row.__tablename__)}
    return Record(row.__tablename__, row.id, {**values, **more}, labels or {})


@cache
def _columns(table: str) -> tuple[str, ...]:
    return tuple(TableRow.metadata.tables[table].columns.keys())


def full_record(row: Row, **more: Any) -> Record:
    """Return a row that was loaded whole as a record, with what its references and links lead to."""
    labels: dict[str, Called] = {**labels_of(row)}
    linked: dict[str, Any] = {}
    for (table, field), links in LINKS.items():
        if table != row.__tablename__:
            continue
        found = [link for link in getattr(row, links.owned, ()) if links.holds(link)]
        linked[field] = tuple(getattr(link, links.target) for link in found)
        for link in found:
            labels[f"{field}.{getattr(link, links.target)}"] = called(link)
    return record_of(row, labels, **linked, **more)


def item_record(item: Any) -> Record:
    """Return all fields of an entry, with its chair and its meetings as if they were fields."""
    chair = chair_of(item)
    labels = labels_of(item)
    if chair is not None and chair.person is not None:
        labels["chair"] = called(chair.person)
    return record_of(
        item,
        labels,
        chair=chair.person_id if chair is not None else None,
        meetings=tuple(link.meeting_id for link in item.meetings),
    )


def chair_of(item: Any) -> Any:
    """Return the participation of who chairs an entry, or None."""
    return next((one for one in item.participations if one.role.value == "chair" and not one.excluded), None)


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value
