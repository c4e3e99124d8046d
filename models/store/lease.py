"""The right to edit where locks do not work: one file beside the database says who has it.

It never runs out by itself: whoever wants it from somebody who is gone takes it over, on purpose and by
name, and who has lost it learns so before the next save.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from uuid import uuid4

from models.errors import FileNotAllowed, LeaseLost, LeaseTaken
from models.store.database import Database
from models.store.guard import FileState, check_file
from models.store.presence import host_name, moment, plain_line, read_small, write_beside
from models.store.profile import Profile, load_profile
from models.store.share import Sharing, Verdict, check_share
from models.text.moment import now

SUFFIX = ".editing"
HEARTBEAT_SECONDS = 20.0
SETTLE_SECONDS = 2.0
"""How long a taker waits, so that a save that was under way ends and of two takers one sees the other."""
OWN_SETTLE_SECONDS = 0.2
ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Holder:
    """Who may edit, as the lease file says."""

    name: str
    device: str
    host: str
    since: dt.datetime | None
    idle: float
    """Seconds since the last sign of life, by the share's own clock."""
    taken_from: str
    token: str
    process: int


UNKNOWN = Holder("?", "", "", None, 0.0, "", "", 0)
"""Whoever wrote a lease that makes no sense, or is just writing it."""


class Lease:
    """The right to edit a database, held by this window."""

    def __init__(self, database: Path, token: str) -> None:
        self._database = database
        self._path = lease_path(database)
        self._token = token

    @classmethod
    def acquire(cls, database: Path, profile: Profile) -> Self:
        """Take the right to edit; raises LeaseTaken where somebody has it, FileNotAllowed where none can.

        What a crashed window of this very computer left behind is taken without asking.
        """
        lease = cls(database, uuid4().hex)
        holder: Holder | None = None
        for _ in range(ATTEMPTS):
            if lease._put(_text(profile, lease._token)):
                return lease
            holder = holder_of(database)
            if holder is not None:  # else given back between the two looks
                break
        if holder is not None and _is_own_and_gone(holder, profile):
            return cls.take_over(database, profile, settle=OWN_SETTLE_SECONDS)
        raise _taken(database, holder or UNKNOWN)

    @classmethod
    def take_over(cls, database: Path, profile: Profile, *, settle: float = SETTLE_SECONDS) -> Self:
        """Take the right to edit from whoever has it; the file says from whom.

        Raises LeaseTaken where somebody else has taken it at the same time.
        """
        before = holder_of(database)
        lease = cls(database, uuid4().hex)
        try:
            write_beside(lease._path, _text(profile, lease._token, before.name if before else ""))
        except OSError as error:
            raise FileNotAllowed(path=database, detail=error.strerror) from error
        time.sleep(settle)
        holder = holder_of(database)
        if holder is not None and holder.token != lease._token:
            raise _taken(database, holder)
        lease.may_write()
        return lease

    def renew(self) -> None:
        """Give a sign of life; raises LeaseLost where somebody has taken over."""
        self.may_write()
        try:
            # Appended: a file that somebody has just put in our place stays theirs, and the share gives the
            # time. Replacing ours would take it back unseen.
            handle = os.open(self._path, os.O_WRONLY | os.O_APPEND)
            try:
                os.write(handle, b"\n")
            finally:
                os.close(handle)
        except OSError as error:
            raise LeaseLost(path=self._database, name="", host="") from error

    def may_write(self) -> None:
        """Raise LeaseLost unless the file still says that we may edit; asked before and within each save."""
        holder = holder_of(self._database)
        if holder is None or holder.token != self._token:
            raise LeaseLost(
                path=self._database,
                name=holder.name if holder else "",
                host=holder.host if holder else "",
            )

    def release(self) -> None:
        """Give the right back; what somebody else has taken over stays theirs."""
        aside = self._path.with_name(f"{self._path.name}.{self._token}")
        with contextlib.suppress(OSError):
            # Moved aside first: between a look and a removal somebody could have taken over.
            self._path.rename(aside)
            if read_small(aside).get("token") != self._token:
                with contextlib.suppress(FileExistsError):
                    os.link(aside, self._path)
            aside.unlink()

    def _put(self, text: str) -> bool:
        """Make the lease file, whole, unless there is one."""
        fresh = self._path.with_name(f"{self._path.name}.{self._token}")
        try:
            fresh.write_text(text, "utf-8")
            try:
                os.link(fresh, self._path)
            except FileExistsError:
                return False
            except OSError:
                return self._put_without_links(text)
            finally:
                fresh.unlink()
        except OSError as error:
            raise FileNotAllowed(path=self._database, detail=error.strerror) from error
        return True

    def _put_without_links(self, text: str) -> bool:
        try:
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        except FileExistsError:
            return False
        try:
            os.write(handle, text.encode())
        finally:
            os.close(handle)
        return True


def lease_path(database: Path) -> Path:
    """Return where the lease of a database lies."""
    return database.with_name(f".{database.name}{SUFFIX}")


def holder_of(database: Path) -> Holder | None:
    """Return who may edit; None where nobody has taken the right, or the share is away."""
    path = lease_path(database)
    try:
        fields = read_small(path)
    except OSError:
        return None
    if not fields.get("token"):
        return UNKNOWN
    process = fields.get("process")
    return Holder(
        name=plain_line(fields.get("name")) or "?",
        device=plain_line(fields.get("device")),
        host=plain_line(fields.get("host")),
        since=moment(fields.get("since")),
        idle=_idle(path),
        taken_from=plain_line(fields.get("taken_from")),
        token=plain_line(fields.get("token")),
        process=process if isinstance(process, int) else 0,
    )


@dataclass(frozen=True, slots=True)
class Opened:
    """A database opened as its drive allows: to edit, or only to read while ``holder`` edits."""

    database: Database
    verdict: Verdict
    lease: Lease | None = None
    holder: Holder | None = None

    def close(self) -> None:
        """Close the database and give the right to edit back."""
        self.database.close()
        if self.lease is not None:
            self.lease.release()


def open_as_shared(path: Path, profile: Profile | None = None, verdict: Verdict | None = None) -> Opened:
    """Open a database; where locks do not work, with the lease, or read-only where somebody has that."""
    verdict = verdict or check_share(path)
    if verdict.sharing is not Sharing.LOCKS_DO_NOT_WORK:
        return Opened(Database.open(path, profile), verdict)
    profile = profile or load_profile()
    state = check_file(path)
    try:
        lease = Lease.acquire(path, profile) if state.writable else None
    except LeaseTaken:
        lease = None
    if lease is None:
        # Also for a format that is to be brought up to date: whoever edits does that.
        reader = Database(FileState(path, state.version, False, state.size), profile)
        return Opened(reader, verdict, holder=holder_of(path))
    try:
        database = Database.open(path, profile)
    except BaseException:
        lease.release()
        raise
    database.may_write = lease.may_write
    return Opened(database, verdict, lease)


@contextmanager
def editing(path: Path, profile: Profile | None = None) -> Generator[Database, None, None]:
    """Open a database to change it once, for a command; raises LeaseTaken where somebody else edits."""
    opened = open_as_shared(path, profile)
    try:
        if opened.holder is not None:
            raise _taken(path, opened.holder)
        yield opened.database
    finally:
        opened.close()


def _text(profile: Profile, token: str, taken_from: str = "") -> str:
    return json.dumps(
        {
            "name": profile.author_name,
            "device": profile.device,
            "host": host_name(),
            "process": os.getpid(),
            "since": now().isoformat(timespec="seconds"),
            "taken_from": taken_from,
            "token": token,
        },
        ensure_ascii=False,
    )


def _idle(path: Path) -> float:
    """Return how long ago a file was written, against one that is written now on the same share."""
    probe = path.with_name(f"{path.name}.{uuid4().hex}.time")
    try:
        here = write_beside(probe, "")
        return max(0.0, here - path.stat().st_mtime)
    except OSError:
        return 0.0
    finally:
        with contextlib.suppress(OSError):
            probe.unlink(missing_ok=True)


def _is_own_and_gone(holder: Holder, profile: Profile) -> bool:
    if (holder.device, holder.host) != (profile.device, host_name()) or holder.process == os.getpid():
        return False
    if sys.platform == "win32":  # there the same call would end the process
        return False
    try:
        os.kill(holder.process, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _taken(database: Path, holder: Holder) -> LeaseTaken:
    return LeaseTaken(path=database, name=holder.name, host=holder.host, since=holder.since, idle=holder.idle)
