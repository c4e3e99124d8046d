"""A way into the open file for work of its own: dialogs work beside the window, on their own connection."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.store import Database

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from models.store import Profile


@dataclass(frozen=True, slots=True)
class Door:
    """Which file, who works in it, and what has to allow each save (see ``models.store.lease``)."""

    path: Path
    profile: Profile
    may_write: Callable[[], None] | None = None

    @contextmanager
    def open(self) -> Generator[Database, None, None]:
        """Open the file for one piece of work."""
        with Database.open(self.path, self.profile) as database:
            database.may_write = self.may_write
            yield database


def door_of(database: Database) -> Door:
    """Return a way into the file that is open."""
    return Door(database.path, database.profile, database.may_write)
