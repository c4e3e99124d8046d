"""Taking a copy of an open database along: an ordinary file, which can be merged home later."""

from __future__ import annotations

from pathlib import Path

from models.store import Database
from models.store.backup import Progress, copy_database

__all__ = ["Progress", "take_copy"]


def take_copy(database: Database, target: Path, progress: Progress | None = None) -> Path:
    """Write a whole copy to a path where nothing is yet; ``progress`` may raise Cancelled to stop it."""
    copy_database(database.path, target, progress)
    return target
