"""Backups for the window: made at opening, listed, looked into, restored; and help for a damaged file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.actions import backups as actions
from models.actions.history import names
from models.errors import FileProblem
from ui.values_safety import (
    BackupView,
    DifferenceView,
    KindCount,
    OpeningView,
    RescueDone,
    RescueView,
    RowChange,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from models.store import Database
    from models.store.backups import Backup
    from models.store.difference import Difference, RowDifference
    from ui.data.door import Door

SHOWN = 200
"""How many rows of a difference are listed one by one."""


def at_opening(door: Door) -> OpeningView:
    """Make a backup if one is due; never raises: what stood in the way is in the answer."""
    try:
        with door.open() as database:
            kept = actions.back_up_at_opening(database)
    except FileProblem as problem:
        return OpeningView(0, (problem,))
    return OpeningView(len(kept.backups), kept.problems)


def back_up(door: Door) -> OpeningView:
    """Make a backup now, because somebody asks for it; raises the FileProblem where none could be made."""
    with door.open() as database:
        kept = actions.back_up_now(database)
    return OpeningView(len(kept.backups), kept.problems)


def listed(door: Door) -> tuple[BackupView, ...]:
    """List the backups of an open file, the newest first; one that stands in two places once."""
    with door.open() as database:
        return _once(actions.backups_of(database))


def difference(door: Door, backup: Path) -> DifferenceView:
    """Say what restoring a backup would change against now; writes nothing."""
    with door.open() as database:
        return _difference(database, actions.difference(database, backup), backup)


def restore(door: Door, backup: Path) -> str:
    """Restore a backup as one step that can be undone; answers with its change set, if anything differed."""
    with door.open() as database:
        return actions.restore(database, backup).change_set


def rescue(path: Path) -> RescueView:
    """Find what there is for a file that is damaged or gone; every backup is read until one is whole."""
    known = actions.backups_for(path)
    newest = actions.newest_whole(known)
    return RescueView(path, backup_view(newest) if newest else None, _once(known))


def replace(path: Path, backup: Path) -> RescueDone:
    """Put a backup in the place of a damaged file, keep that one, and save what can still be read of it."""
    done = actions.replace_damaged(path, backup)
    if done.set_aside is None:
        return RescueDone(path, backup, None, None)
    return _salvaged(done.set_aside, path, backup, done.set_aside)


def salvage(path: Path) -> RescueDone:
    """Save what can still be read of a damaged file into a new one; the damaged one stays as it is."""
    return _salvaged(path, path, None, None)


def _salvaged(damaged: Path, path: Path, backup: Path | None, set_aside: Path | None) -> RescueDone:
    try:
        found = actions.salvage(damaged, _free(path))
    except FileProblem:
        if backup is None:
            raise
        return RescueDone(path, backup, set_aside, None)
    return RescueDone(path, backup, set_aside, found.path, found.saved, found.lost)


def _free(path: Path) -> Path:
    number = 1
    while (
        named := path.with_name(f"{path.stem}.salvage{f'-{number}' if number > 1 else ''}.parley")
    ).exists():
        number += 1
    return named


def _once(backups: Iterable[Backup]) -> tuple[BackupView, ...]:
    known: dict[str, BackupView] = {}
    for backup in backups:
        known.setdefault(backup.path.name, backup_view(backup))
    return tuple(known.values())


def backup_view(backup: Backup) -> BackupView:
    """Return a backup as lists show it."""
    return BackupView(backup.path, backup.at, backup.reason.value, backup.size, backup.beside)


def _difference(database: Database, found: Difference, backup: Path) -> DifferenceView:
    counts = tuple(
        KindCount(table, each.added, each.changed, each.removed) for table, each in found.counts().items()
    )
    rows = tuple(_row(row) for row in found.rows[:SHOWN])
    named = dict(names(database, {(row.table, row.row) for row in rows}))
    for row in found.rows[:SHOWN]:
        # What is not there any more, and in no journal of this file, is named as the backup has it.
        if (row.table, row.row_id) not in named and row.then is not None:
            named[row.table, row.row_id] = dict(row.then)
    return DifferenceView(backup, counts, rows, len(found.erased), named)


def _row(row: RowDifference) -> RowChange:
    fields = tuple(row.fields()) if row.now is not None and row.then is not None else ()
    return RowChange(row.table, row.row_id, row.kind.value, fields)


class ShelfOf:
    """The backups of the open file, as the dialog asks for them."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def listed(self) -> tuple[BackupView, ...]:
        """List them."""
        return listed(self._door)

    def difference(self, backup: Path) -> DifferenceView:
        """Say what restoring one would change."""
        return difference(self._door, backup)

    def restore(self, backup: Path) -> str:
        """Restore one."""
        return restore(self._door, backup)


class RescueOf:
    """What there is for a file that is damaged or gone, as the dialog asks for it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def look(self) -> RescueView:
        """Find what there is."""
        return rescue(self._path)

    def replace(self, backup: Path) -> RescueDone:
        """Put a backup in its place."""
        return replace(self._path, backup)

    def salvage(self) -> RescueDone:
        """Save what can still be read of it."""
        return salvage(self._path)
