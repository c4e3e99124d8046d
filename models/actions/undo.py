"""Undo and redo, per person, through the journal."""

from __future__ import annotations

from models.actions.action import Action
from models.store import Database, Writing
from models.store.undo import REDO, UNDO, Steps, steps, turn_round


def steps_of(database: Database) -> Steps:
    """Return what the person at this device can undo and redo, the next one last."""
    with database.reading() as session:
        return steps(session, database.profile.author_id)


def _undo(writing: Writing, key: str, *, anyway: bool = False) -> None:
    turn_round(writing, key, anyway=anyway)


def _redo(writing: Writing, key: str, *, anyway: bool = False) -> None:
    turn_round(writing, key, again=True, anyway=anyway)


undo = Action(UNDO, _undo)
"""Undo a change set; raises UndoConflict where somebody has changed the same since."""
redo = Action(REDO, _redo)
"""Do a change set again that was undone; raises UndoConflict likewise."""
