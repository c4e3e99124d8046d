"""Whether several people can edit a file where it lies: found out once for a folder, and remembered."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

from models.folders import settings_folder
from models.store.mounts import Mount, mount_of
from models.store.presence import moment, write_beside
from models.store.share_probe import LocksBroken, NoAnswer, try_locks
from models.text.moment import now

KEPT_IN = "shares.json"


class Sharing(StrEnum):
    """What can be promised to people who share a file."""

    LOCAL = "local"
    CHECKED = "checked"
    LOCKS_DO_NOT_WORK = "locks-do-not-work"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about a folder: what holds there, why (a code), when, on what kind of drive."""

    sharing: Sharing
    reason: str = ""
    system: str = ""
    at: dt.datetime | None = None
    sqlite: str = ""


def check_share(
    path: Path,
    *,
    again: bool = False,
    settings: Path | None = None,
    mount: Callable[[Path], Mount] = mount_of,
    probe: Callable[[Path], None] = try_locks,
) -> Verdict:
    """Return whether several people can edit a file where it lies.

    On a drive of this computer nothing is tried. On a network drive two programs try each other's locks once
    in a folder; ``again`` forgets what was found. A verdict holds for one version of SQLite.
    """
    drive = mount(path.parent)
    if not drive.is_network:
        return Verdict(Sharing.LOCAL)
    kept_in = (settings or settings_folder()) / KEPT_IN
    key = "\t".join(
        (drive.source, drive.point, drive.system, ",".join(drive.options), str(path.parent.resolve()))
    )
    known = None if again else _kept(kept_in, key, drive)
    if known is not None:
        return known
    verdict = _found_out(path.parent, drive, probe)
    if verdict.sharing is not Sharing.UNKNOWN or verdict.reason == "one-computer":
        _keep(kept_in, key, verdict)
    return verdict


def _found_out(folder: Path, drive: Mount, probe: Callable[[Path], None]) -> Verdict:
    def verdict(sharing: Sharing, reason: str) -> Verdict:
        return Verdict(sharing, reason, drive.system, now(), sqlite3.sqlite_version)

    if drive.keeps_locks_to_itself:
        return verdict(Sharing.LOCKS_DO_NOT_WORK, "local-locks")
    try:
        probe(folder)
    except LocksBroken as broken:
        return verdict(Sharing.LOCKS_DO_NOT_WORK, str(broken))
    except NoAnswer:
        return verdict(Sharing.UNKNOWN, "no-answer")
    except OSError:
        return verdict(Sharing.UNKNOWN, "not-writable")
    if drive.may_keep_locks_to_itself:
        return verdict(Sharing.UNKNOWN, "one-computer")
    return verdict(Sharing.CHECKED, "works")


def _kept(path: Path, key: str, drive: Mount) -> Verdict | None:
    entry = _read(path).get(key)
    if not isinstance(entry, dict):
        return None
    fields = cast("dict[str, Any]", entry)
    if fields.get("sqlite") != sqlite3.sqlite_version or fields.get("sharing") not in set(Sharing):
        return None
    return Verdict(
        Sharing(fields["sharing"]),
        str(fields.get("reason") or ""),
        drive.system,
        moment(fields.get("at")),
        sqlite3.sqlite_version,
    )


def _keep(path: Path, key: str, verdict: Verdict) -> None:
    entry = {
        "sharing": verdict.sharing.value,
        "reason": verdict.reason,
        "at": verdict.at.isoformat(timespec="seconds") if verdict.at else "",
        "sqlite": verdict.sqlite,
    }
    text = json.dumps({**_read(path), key: entry}, ensure_ascii=False, indent=1)
    # Settings that cannot be written cost another try next time.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_beside(path, text)


def _read(path: Path) -> dict[str, Any]:
    try:
        read = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return cast("dict[str, Any]", read) if isinstance(read, dict) else {}
