"""Loaded rows as records of a form."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from ui.forms.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.tables import Row
    from ui.forms.record import Called


def record_of(row: Row, labels: Mapping[str, Called] | None = None, **more: Any) -> Record:
    """Return a row as a record; ``labels`` says what its references are called, ``more`` adds pseudo-fields."""
    values = {column.name: _plain(getattr(row, column.name)) for column in row.__table__.columns}
    return Record(row.__tablename__, row.id, {**values, **more}, labels or {})


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value
