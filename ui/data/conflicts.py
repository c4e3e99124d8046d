"""A refused save as both values: what it was, mine and theirs."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from ui.values import ConflictView, Sides

if TYPE_CHECKING:
    from models.store.history import Recorded
    from models.tables import Row
    from ui.edits import Edit

_NOTHING: tuple[object, ...] = ("", (), None)


def conflict_of(edit: Edit, row: Row, last: Recorded | None) -> ConflictView:
    """Return both sides of a refused edit; the author only where the last change is the one in the way."""
    names = list(dict.fromkeys([*edit.values, *edit.shown]))
    theirs = {name: _value(row, name) for name in names}
    sides = tuple(
        Sides(name, edit.shown.get(name), edit.values.get(name, edit.shown.get(name)), theirs[name])
        for name in names
        if _differ(edit.values.get(name, edit.shown.get(name)), theirs[name])
    )
    fields = {side.field for side in sides}
    touched = {entry.field for entry in last.entries if entry.row_id == row.id} if last else set[str]()
    known = last if last is not None and touched & fields else None
    return ConflictView(sides, known.author if known else "", known.at if known else None, theirs)


def _value(row: Row, name: str) -> Any:
    field, _, tag = name.partition(".")
    value = getattr(row, field)
    if tag:
        return value.text_in(tag)
    return value.value if isinstance(value, Enum) else value


def _differ(mine: Any, theirs: Any) -> bool:
    # Nothing is kept in several ways: no text, no row, an empty list.
    return (mine if mine not in _NOTHING else None) != (theirs if theirs not in _NOTHING else None)
