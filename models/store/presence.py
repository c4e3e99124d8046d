"""Who else has a database open: small files beside it that expire. Advice, never a lock.

The database itself is never touched. Ages are differences between times that the share wrote, so that no
computer's clock matters.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
import socket
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

from models.store.profile import Profile
from models.text.moment import now

SUFFIX = ".here"
HEARTBEAT_SECONDS = 20.0
"""How often a window renews its file."""
EXPIRES_SECONDS = 60.0
CLEANED_SECONDS = 3 * EXPIRES_SECONDS
"""How old a file is that the next one to come by takes away; who was only asleep writes it again."""
MOST_BYTES = 4096
MOST_LETTERS = 120


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who has the file open: a window of theirs on a device."""

    name: str
    device: str
    host: str
    since: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Company:
    """Who else is there; where the folder takes no files (``known`` is false), nobody can tell."""

    known: bool
    others: tuple[Visitor, ...] = ()


NOT_KNOWN = Company(known=False)


class Presence:
    """That one window has a database open, as the others see it."""

    def __init__(self, database: Path, profile: Profile) -> None:
        self._folder = database.parent
        self._own = f".{database.name}.{uuid4().hex}{SUFFIX}"
        key = "[0-9a-f]{32}"
        self._ours = re.compile(rf"{re.escape(f'.{database.name}.')}{key}{re.escape(SUFFIX)}(\.{key}\.new)?")
        self._text = json.dumps(
            {
                "name": profile.author_name,
                "device": profile.device,
                "host": host_name(),
                "since": now().isoformat(timespec="seconds"),
            },
            ensure_ascii=False,
        )

    def renew(self) -> Company:
        """Say that we are still here, and return who else is; call it every ``HEARTBEAT_SECONDS``."""
        try:
            here = write_beside(self._folder / self._own, self._text)
            return Company(
                True, tuple(sorted(self._others(here), key=lambda other: (other.name, other.host)))
            )
        except OSError:
            # A folder that takes no files, or a share that is away: the work goes on without.
            return NOT_KNOWN

    def close(self) -> None:
        """Take our file away."""
        with contextlib.suppress(OSError):
            (self._folder / self._own).unlink()

    def _others(self, here: float) -> Iterator[Visitor]:
        with os.scandir(self._folder) as entries:
            found = [entry for entry in entries if self._is_presence(entry.name)]
        for entry in found:
            with contextlib.suppress(OSError):
                age = here - entry.stat(follow_symlinks=False).st_mtime
                if age > CLEANED_SECONDS:
                    (self._folder / entry.name).unlink()
                elif entry.name.endswith(SUFFIX) and abs(age) <= EXPIRES_SECONDS:
                    visitor = _visitor(read_small(self._folder / entry.name))
                    if visitor is not None:
                        yield visitor

    def _is_presence(self, name: str) -> bool:
        return name != self._own and self._ours.fullmatch(name) is not None


def host_name() -> str:
    """Return the name of this computer."""
    return socket.gethostname() or "?"


def write_beside(path: Path, text: str) -> float:
    """Write a small file, whole or not at all, and return the time that the share gave it."""
    fresh = path.with_name(f"{path.name}.{uuid4().hex}.new")
    try:
        fresh.write_text(text, "utf-8")
        fresh.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    return path.stat().st_mtime


def read_small(path: Path) -> dict[str, Any]:
    """Read a small file of ours that anybody could have written; empty where it makes no sense."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return {}
        text = os.read(handle, MOST_BYTES)
    finally:
        os.close(handle)
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, Any]", read) if isinstance(read, dict) else {}


def plain_line(value: Any) -> str:
    """Return what somebody else wrote as a short line that can be shown."""
    text = value if isinstance(value, str) else ""
    return "".join(letter for letter in text if letter.isprintable())[:MOST_LETTERS].strip()


def moment(value: Any) -> dt.datetime | None:
    """Return a moment that somebody else wrote, or None."""
    try:
        read = dt.datetime.fromisoformat(value)
        return None if read.tzinfo is None else read.astimezone(dt.UTC)
    except (TypeError, ValueError, OverflowError):
        return None


def _visitor(fields: dict[str, Any]) -> Visitor | None:
    name = plain_line(fields.get("name"))
    if not name:
        return None
    return Visitor(
        name, plain_line(fields.get("device")), plain_line(fields.get("host")), moment(fields.get("since"))
    )
