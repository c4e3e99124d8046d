"""Backups of an open database: making, listing, looking into, restoring; and help for a damaged file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from models.store import Database, Done, Writing
from models.store.backups import Backup, Kept, Reason, back_up, back_up_if_due, listed, places_for, places_of
from models.store.backups.places import database_id
from models.store.difference import Difference, find_difference, opened_copy, reading_rows
from models.store.replacing import Replaced, newest_whole, replace_damaged
from models.store.restoring import write_difference
from models.store.salvage import Salvaged, salvage

__all__ = [
    "Backup",
    "Difference",
    "Kept",
    "Reason",
    "Replaced",
    "Salvaged",
    "back_up_at_opening",
    "back_up_now",
    "backups_for",
    "backups_of",
    "difference",
    "newest_whole",
    "replace_damaged",
    "restore",
    "salvage",
]


def back_up_at_opening(database: Database) -> Kept:
    """Make a backup if the newest is old and something changed since; never raises.

    Call it after opening, beside the work: what stood in the way is in the answer.
    """
    return back_up_if_due(database.path)


def back_up_now(database: Database, reason: Reason = Reason.ASKED) -> Kept:
    """Make a backup now, as before a merge; raises the FileProblem where none could be made anywhere."""
    return back_up(database.path, reason)


def backups_of(database: Database) -> list[Backup]:
    """List the backups of an open database, the newest first."""
    return listed(places_of(database.path, database_id(database.path)))


def backups_for(path: Path) -> list[Backup]:
    """List the backups for a path whose file may be damaged or gone, the newest first."""
    return listed(places_for(path))


def difference(database: Database, backup: Path) -> Difference:
    """Tell what restoring a backup would change against now; writes nothing."""
    with opened_copy(backup, database_id(database.path)) as then, reading_rows(database.path) as now:
        return find_difference(now, then, backup)


def restore(database: Database, backup: Path) -> Done[Difference]:
    """Bring the rows back to what a backup holds, as one change set that can be undone like any other.

    What stands now is backed up first. Rows that were erased for good do not come back. Nothing is written
    where nothing differs. Raises OtherDatabase, or the FileProblem of a backup that is not whole.
    """
    with opened_copy(backup, database_id(database.path)) as then:
        back_up(database.path, Reason.RESTORE)

        def act(writing: Writing) -> Difference:
            now = cast("Any", writing.session.connection().connection.driver_connection)
            found = find_difference(now, then, backup)
            write_difference(writing, found)
            writing.label_values["backup"] = backup.name
            return found

        return database.run("backup.restore", act)
