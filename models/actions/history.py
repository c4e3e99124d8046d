"""Looking back through what everybody changed, and putting single things back."""

from __future__ import annotations

import datetime as dt

from models.actions.action import Action
from models.store import Database, Recorded, Writing
from models.store.history import history as recorded_history
from models.store.undo import put_one_back


def history(
    database: Database,
    *,
    person: str = "",
    visit: str = "",
    first: dt.date | None = None,
    last: dt.date | None = None,
    limit: int = 200,
) -> list[Recorded]:
    """Return the change sets of the file, the newest first, filtered by author, visit and days."""
    with database.reading() as session:
        return recorded_history(session, person=person, visit=visit, first=first, last=last, limit=limit)


def _put_back(
    writing: Writing, change_set_id: str, table: str, row_id: str, field: str, *, anyway: bool = False
) -> None:
    put_one_back(writing, change_set_id, table, row_id, field, anyway=anyway)


put_back = Action("history.put_back", _put_back)
"""Put one recorded field back to what it was before; raises UndoConflict where it was changed since."""
