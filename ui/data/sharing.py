"""Opening a file as its drive allows: together, or one at a time with the right to edit."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from models.errors import LeaseTaken
from models.store import Database
from models.store.lease import HEARTBEAT_SECONDS, Lease, Opened, holder_of, open_as_shared
from ui.values_safety import HolderView, ShareView

if TYPE_CHECKING:
    from pathlib import Path

    from models.store.lease import Holder

__all__ = ["HEARTBEAT_SECONDS", "Shared"]


class Shared:
    """An open file with what is known about where it lies; a lease is given back at the end."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    @classmethod
    def open(cls, path: Path) -> Shared:
        """Open a file; on a network drive its locks are tried first, once."""
        return cls(open_as_shared(path))

    @property
    def database(self) -> Database:
        """Return the database, which reads only while somebody else edits."""
        return self._opened.database

    def view(self) -> ShareView:
        """Return what is known about the drive, and who edits."""
        opened = self._opened
        holder = opened.holder if opened.lease is None else None
        return ShareView(
            opened.verdict.sharing.value,
            opened.verdict.reason,
            opened.verdict.system,
            _holder(holder) if holder else None,
            opened.database.writable,
        )

    def renew(self) -> ShareView:
        """Give a sign of life where one edits at a time; raises LeaseLost where somebody has taken over.

        Who reads learns whether the right to edit is free by now.
        """
        opened = self._opened
        if opened.lease is not None:
            opened.lease.renew()
        elif opened.holder is not None:
            holder = holder_of(opened.database.path)
            self._opened = Opened(opened.database, opened.verdict, None, holder)
        return self.view()

    def take_over(self) -> Database:
        """Take the right to edit from whoever has it, and open the file to edit; raises LeaseTaken."""
        old = self._opened
        path, profile = old.database.path, old.database.profile
        try:
            lease = Lease.acquire(path, profile)
        except LeaseTaken:
            lease = Lease.take_over(path, profile)
        try:
            database = Database.open(path, profile)
        except BaseException:
            lease.release()
            raise
        database.may_write = lease.may_write
        self._opened = Opened(database, old.verdict, lease)
        old.database.close()
        return database

    def read_only(self) -> Database:
        """Go on reading after somebody has taken the right to edit over."""
        from models.store.guard import check_file

        old = self._opened
        state = check_file(old.database.path)
        reader = Database(type(state)(state.path, state.version, False, state.size), old.database.profile)
        self._opened = Opened(reader, old.verdict, None, holder_of(reader.path))
        old.database.close()
        return reader

    def close(self) -> None:
        """Close the file and give the right to edit back."""
        with contextlib.suppress(OSError):
            self._opened.close()


def _holder(holder: Holder) -> HolderView:
    return HolderView(holder.name, holder.host, holder.idle)
