"""That this window has the file open, as others see it, and who else has; done on a worker of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.store.presence import HEARTBEAT_SECONDS, Presence
from ui.values_safety import CompanyView, VisitorView

if TYPE_CHECKING:
    from pathlib import Path

    from models.store import Profile

__all__ = ["HEARTBEAT_SECONDS", "Attendance"]


class Attendance:
    """One window at one file; a folder that takes no files, or is away, keeps nobody from working."""

    def __init__(self, path: Path, profile: Profile) -> None:
        self._own = profile.author_name
        self._presence = Presence(path, profile)

    def renew(self) -> CompanyView:
        """Say that we are still here, and return who else is; every ``HEARTBEAT_SECONDS``."""
        found = self._presence.renew()
        others = tuple(VisitorView(each.name, each.host, each.since) for each in found.others)
        return CompanyView(self._own, others, found.known)

    def close(self) -> None:
        """Say that we are gone."""
        self._presence.close()
