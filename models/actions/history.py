"""Looking back through what everybody changed, and putting single things back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from models.actions.action import Action
from models.store import Database, Recorded, Writing
from models.store.history import authors, change_set, history_of
from models.store.history import history as recorded_history
from models.store.naming import Key, StoredRow, rows_for_naming
from models.store.undo import put_one_back, turn_round

__all__ = [
    "Key",
    "StoredRow",
    "everybody",
    "history",
    "history_of_row",
    "names",
    "one_change_set",
    "put_all_back",
    "put_back",
]


def history(
    database: Database,
    *,
    person: str = "",
    visit: str = "",
    first: dt.date | None = None,
    last: dt.date | None = None,
    limit: int = 200,
    before: int | None = None,
    most: int | None = None,
) -> list[Recorded]:
    """Return the change sets of the file, the newest first, filtered by author, visit and days.

    ``before`` is the place in the journal from which on to read, ``most`` how many entries of each to read.
    """
    with database.reading() as session:
        return recorded_history(
            session, person=person, visit=visit, first=first, last=last, limit=limit, before=before, most=most
        )


def history_of_row(database: Database, table: str, key: str, *, limit: int = 50) -> list[Recorded]:
    """Return the change sets that touched one row, the newest first, with what they did to it."""
    with database.reading() as session:
        return history_of(session, table, key, limit, only=True)


def one_change_set(database: Database, key: str, *, most: int | None = None) -> Recorded | None:
    """Return one change set, with its first entries or all of them."""
    with database.reading() as session:
        return change_set(session, key, most)


def everybody(database: Database) -> list[tuple[str, str]]:
    """Return id and name of everybody who has written into the file."""
    with database.reading() as session:
        return authors(session)


def names(database: Database, keys: Iterable[Key]) -> Mapping[Key, StoredRow]:
    """Read rows as far as naming them needs, those too that were removed."""
    with database.reading() as session:
        return rows_for_naming(session, keys)


def _put_back(
    writing: Writing, change_set_id: str, table: str, row_id: str, field: str, *, anyway: bool = False
) -> None:
    put_one_back(writing, change_set_id, table, row_id, field, anyway=anyway)


put_back = Action("history.put_back", _put_back)
"""Put one recorded field back to what it was before; raises UndoConflict where it was changed since."""


def _put_all_back(writing: Writing, change_set_id: str, *, anyway: bool = False) -> None:
    turn_round(writing, change_set_id, anyway=anyway)


put_all_back = Action("history.put_all_back", _put_all_back)
"""Undo a change set of anybody as a step of one's own; raises UndoConflict where it was changed since."""
