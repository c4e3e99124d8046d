"""Where backups stand, what they are called, and which there are."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import sqlite3
import uuid
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from models.folders import data_folder
from models.store.connect import connect

SUFFIX = ".parley"
STAMP = "%Y%m%dT%H%M%SZ"
NAME = re.compile(r"(?P<stamp>\d{8}T\d{6}Z)-(?P<reason>[a-z]+)(-\d+)?\.parley")
CARD = "origin.json"
"""Tells in a folder of backups which paths its database has had, for the day when the file itself cannot."""


class Reason(StrEnum):
    """Why a backup was made."""

    OPENING = "opening"
    ASKED = "asked"
    MIGRATE = "migrate"
    MERGE = "merge"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that stands somewhere under its name; whether it is whole is looked at when it is used."""

    path: Path
    at: dt.datetime
    reason: Reason
    size: int
    beside: bool
    """Whether it stands beside the database, and not in the user's own folder."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder for the backups of one database."""

    folder: Path
    beside: bool


def backups_folder() -> Path:
    """Return the folder of all backups of this user."""
    return data_folder() / "backups"


def folder_beside(path: Path) -> Path:
    """Return the folder for backups beside a database."""
    return path.with_name(f"{path.stem}.backups")


def places_of(path: Path, database_id: str) -> tuple[Place, ...]:
    """Return where the backups of a database go, the user's own folder first."""
    return (
        Place(backups_folder() / (_plain(database_id) or _id_for(path)), beside=False),
        Place(folder_beside(path), beside=True),
    )


def database_id(path: Path) -> str:
    """Read the id of a database, on a connection of its own; empty where it has none."""
    with closing(connect(path, "ro")) as connection:
        found = connection.execute("SELECT id FROM file_info ORDER BY id LIMIT 1").fetchone()
    return str(found[0]) if found else ""


def newest_change(path: Path) -> str:
    """Read the id of the newest change set of a database; empty where it has none."""
    with closing(connect(path, "ro")) as connection:
        found = connection.execute("SELECT id FROM change_set ORDER BY sequence DESC LIMIT 1").fetchone()
    return str(found[0]) if found else ""


def id_inside(path: Path) -> str | None:
    """Return the id of a database, or None where it cannot be read."""
    try:
        return database_id(path)
    except sqlite3.Error:
        return None


def backups_in(place: Place) -> list[Backup]:
    """List the backups of a place, the newest first; a place that is not there has none."""
    try:
        found = [_backup(path, place) for path in place.folder.iterdir()]
    except OSError:
        return []
    return sorted((each for each in found if each is not None), key=_newest_first, reverse=True)


def listed(places: Iterable[Place]) -> list[Backup]:
    """List the backups of several places, the newest first; of equals the user's own first."""
    found = [backup for place in places for backup in backups_in(place)]
    return sorted(found, key=_newest_first, reverse=True)


def places_for(path: Path) -> tuple[Place, ...]:
    """Return the places of backups for a path whose file may be damaged or gone.

    The folders are found by what the file still says of itself, and by the paths that they remember.
    """
    known = id_inside(path) if path.is_file() else None
    places = list(places_of(path, known or ""))
    wanted = str(path.absolute())
    try:
        folders = sorted(folder for folder in backups_folder().iterdir() if folder.is_dir())
    except OSError:
        folders = []
    for folder in folders:
        if folder != places[0].folder and wanted in _paths_on(folder / CARD):
            places.append(Place(folder, beside=False))
    return tuple(places)


def remember_path(place: Place, path: Path) -> None:
    """Write on the card of a place that its database stood at a path."""
    card = place.folder / CARD
    paths = _paths_on(card)
    wanted = str(path.absolute())
    if wanted in paths:
        return
    fresh = card.with_name(f"{CARD}.{os.getpid()}.new")
    try:
        fresh.write_text(json.dumps({"paths": [*paths, wanted]}, ensure_ascii=False, indent=1), "utf-8")
        fresh.replace(card)
    finally:
        fresh.unlink(missing_ok=True)


def name_of(at: dt.datetime, reason: Reason, number: int = 1) -> str:
    """Write the name of a backup; the number tells those of one second apart."""
    return f"{at.astimezone(dt.UTC):{STAMP}}-{reason}{f'-{number}' if number > 1 else ''}{SUFFIX}"


def _backup(path: Path, place: Place) -> Backup | None:
    found = NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        at = dt.datetime.strptime(found["stamp"], STAMP).replace(tzinfo=dt.UTC)
        return Backup(path, at, Reason(found["reason"]), path.stat().st_size, place.beside)
    except (ValueError, OSError):
        return None  # no name of ours, or gone since


def _newest_first(backup: Backup) -> tuple[dt.datetime, bool, int, str]:
    return backup.at, not backup.beside, len(backup.path.name), backup.path.name


def _paths_on(card: Path) -> list[str]:
    try:
        return [str(path) for path in json.loads(card.read_text("utf-8"))["paths"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _plain(key: str) -> str:
    """Return an id if it can be the name of a folder: what a file says of itself is not to be trusted."""
    return key if re.fullmatch(r"[0-9A-Za-z][0-9A-Za-z-]{0,63}", key) else ""


def _id_for(path: Path) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, str(path.absolute())))
