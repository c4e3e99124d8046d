"""Putting a backup in the place of a damaged file, which is set aside as it is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from models.errors import (
    FileDamaged,
    FileEmpty,
    FileExists,
    FileMissing,
    FileNotDatabase,
    FileProblem,
    FileTampered,
)
from models.store.backup import copy_database, faults_of_copying, settle
from models.store.backups.places import Backup
from models.store.guard import check_file
from models.text.moment import now

REPLACEABLE = (FileDamaged, FileEmpty, FileMissing, FileNotDatabase, FileTampered)
"""What a file has to be for another one to take its place."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """Where the damaged file went (None where there was none), and what stands in its place."""

    set_aside: Path | None
    backup: Path


def newest_whole(backups: Iterable[Backup]) -> Backup | None:
    """Return the newest of the backups that is whole; they come the newest first."""
    for backup in backups:
        try:
            check_file(backup.path)
        except FileProblem:
            continue
        return backup
    return None


def replace_damaged(path: Path, backup: Path) -> Replaced:
    """Set a damaged file aside, under a name that says so, and put a backup in its place.

    Raises FileExists where the file is not damaged: that one is restored by a change set instead. The path
    leads to a file at any moment, the damaged one or the whole one.
    """
    _refuse_whole(path)
    check_file(backup)
    stamp = f"{now():%Y%m%dT%H%M%SZ}"
    fresh = path.with_name(f".{path.name}.{os.getpid()}.restored")
    fresh.unlink(missing_ok=True)
    with faults_of_copying(backup, path):
        try:
            copy_database(backup, fresh)
            set_aside = _set_aside(path, stamp) if path.exists() else None
            fresh.replace(path)
            settle(path.parent)
        finally:
            fresh.unlink(missing_ok=True)
    return Replaced(set_aside, backup)


def _refuse_whole(path: Path) -> None:
    try:
        check_file(path)
    except REPLACEABLE:
        return
    raise FileExists(path=path)


def _set_aside(path: Path, stamp: str) -> Path:
    aside = _free_name(path, stamp)
    journal = path.with_name(path.name + "-journal")
    if journal.exists():
        # First of all: left where it is, SQLite would play it into the file that comes.
        journal.rename(aside.with_name(aside.name + "-journal"))
    try:
        os.link(path, aside)
    except OSError:
        # A file system without hard links: for a blink nothing stands at the path.
        path.rename(aside)
    with suppress(OSError):
        aside.chmod(aside.stat().st_mode & ~0o222)
    return aside


def _free_name(path: Path, stamp: str) -> Path:
    number = 1
    while True:
        name = f"{path.name}.damaged-{stamp}{f'-{number}' if number > 1 else ''}"
        if not (aside := path.with_name(name)).exists():
            return aside
        number += 1
