"""An edit of a form as the action that it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from models.actions import schedule
from models.actions.links import SETTERS
from models.actions.registry import ENTITIES
from models.errors import InvalidValue, NotFound

if TYPE_CHECKING:
    from models.store import Database, Done
    from models.tables import Row
    from ui.edits import Edit

    Act = Callable[[Database, Edit], tuple[Done[Any], str]]


def save_edit(database: Database, edit: Edit) -> tuple[Done[Any], str]:
    """Write an edit; answers with what was done and the code of the action."""
    own = _PSEUDO.get((edit.table, edit.field))
    if own is not None:
        return own(database, edit)
    setter = SETTERS.get((edit.table, edit.field))
    if setter is not None:
        targets: Any = edit.values[edit.field]
        return setter(database, edit.row_id, [str(key) for key in targets or ()]), setter.code
    entity = ENTITIES.get(edit.table)
    if entity is None:
        raise InvalidValue(field=edit.field, value=edit.table, reason="no-such-field")
    return entity.edit(database, edit.row_id, edit.values, edit.shown), entity.edit.code


def row_of(database: Database, edit: Edit) -> Row | None:
    """Return the row that an edit is about, or nothing where it is gone."""
    entity = ENTITIES.get(edit.table)
    try:
        return database.load(entity.kind, edit.row_id) if entity is not None else None
    except NotFound:
        return None


def _chair(database: Database, edit: Edit) -> tuple[Done[Any], str]:
    chair = edit.values["chair"]
    action = schedule.set_chair
    return action(database, edit.row_id, chair if isinstance(chair, str) else None), action.code


def _meetings(database: Database, edit: Edit) -> tuple[Done[Any], str]:
    meetings: Any = edit.values["meetings"]
    action = schedule.set_meetings
    return action(database, edit.row_id, [str(key) for key in meetings or ()]), action.code


_PSEUDO: dict[tuple[str, str], Act] = {
    ("schedule_item", "chair"): _chair,
    ("schedule_item", "meetings"): _meetings,
}
"""What a form shows as a field of a row and is saved by an action of its own."""
