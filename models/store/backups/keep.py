"""Making backups, where they are due, and letting go of old ones."""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from models.errors import FileExists, FileProblem
from models.rules.backup_thinning import kept_times
from models.store.backup import PART, copy_database, os_fault
from models.store.backups.places import (
    Backup,
    Place,
    Reason,
    backups_in,
    database_id,
    name_of,
    newest_change,
    places_of,
    remember_path,
)
from models.store.faults import fault
from models.store.guard import roll_back_if_needed
from models.text.moment import now

FRESH_FOR = dt.timedelta(minutes=30)
"""A backup at opening is due when the newest one is older."""
LEFT_OVER_SECONDS = 3600
"""An unfinished copy that is older was left by a crash."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What making backups came to: those that were made, and what stood in the way of others."""

    backups: tuple[Backup, ...] = ()
    problems: tuple[FileProblem, ...] = ()


def back_up(path: Path, reason: Reason, *, at: dt.datetime | None = None) -> Kept:
    """Make a backup in each place of a database; one that stands is enough.

    Raises the FileProblem of the first place where none could be made anywhere.
    """
    kept = _make(path, _places(path), reason, at or now())
    if not kept.backups and kept.problems:
        raise kept.problems[0]
    return kept


def back_up_if_due(path: Path, *, at: dt.datetime | None = None) -> Kept:
    """Make a backup in each place whose newest is older than half an hour, if something changed since.

    Never raises: what stood in the way is in the answer, so that a full disk keeps nobody from working.
    """
    at = at or now()
    try:
        places = _places(path)
        newest = newest_change(path)
        due = [place for place in places if _is_due(place, newest, at)]
    except FileProblem as problem:
        return Kept(problems=(problem,))
    except sqlite3.Error as error:
        return Kept(problems=(_problem(error, path),))
    return _make(path, due, Reason.OPENING, at)


def thin(place: Place, at: dt.datetime) -> None:
    """Remove the backups of a place that are too many, and what crashes left unfinished."""
    backups = backups_in(place)
    kept = kept_times([backup.at for backup in backups], at)
    for backup in backups:
        if backup.at not in kept:
            # One that another window removes at the same moment, or has open, is no harm.
            with suppress(OSError):
                backup.path.unlink()
    with suppress(OSError):
        for left in place.folder.glob(f".*{PART}*"):
            if time.time() - left.stat().st_mtime > LEFT_OVER_SECONDS:
                left.unlink()


def _places(path: Path) -> tuple[Place, ...]:
    try:
        roll_back_if_needed(path)
        return places_of(path, database_id(path))
    except sqlite3.Error as error:
        raise _problem(error, path) from error


def _is_due(place: Place, newest: str, at: dt.datetime) -> bool:
    backups = backups_in(place)
    if not backups:
        return True
    # One from the future was stamped by a clock that was wrong.
    if dt.timedelta(0) <= at - backups[0].at <= FRESH_FOR:
        return False
    try:
        return newest_change(backups[0].path) != newest
    except sqlite3.Error:
        return True  # it cannot be read: a good one is needed all the more


def _make(path: Path, places: Iterable[Place], reason: Reason, at: dt.datetime) -> Kept:
    made: list[Backup] = []
    problems: list[FileProblem] = []
    for place in places:
        try:
            # The live file is read once; the second copy is made from the first.
            made.append(_make_one(made[0].path if made else path, path, place, reason, at))
        except FileProblem as problem:
            problems.append(problem)
        except OSError as error:
            problems.append(os_fault(error, place.folder))
    return Kept(tuple(made), tuple(problems))


def _make_one(source: Path, path: Path, place: Place, reason: Reason, at: dt.datetime) -> Backup:
    place.folder.mkdir(parents=True, exist_ok=True)
    thin(place, at)
    number = 1
    while True:
        target = place.folder / name_of(at, reason, number)
        try:
            copy_database(source, target)
            break
        except FileExists:
            number += 1
    with suppress(OSError):
        remember_path(place, path)
    return next(backup for backup in backups_in(place) if backup.path == target)


def _problem(error: sqlite3.Error, path: Path) -> FileProblem:
    return fault(error, path) or FileProblem(path=path, detail=str(error))
