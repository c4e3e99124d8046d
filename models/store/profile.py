"""Who works on this device: kept outside the database, in the user's own settings."""

from __future__ import annotations

import getpass
import json
from dataclasses import dataclass
from pathlib import Path

from models.folders import settings_folder
from models.tables.keys import new_key


@dataclass(frozen=True, slots=True)
class Profile:
    """The author and the device that sign each change set."""

    author_id: str
    author_name: str
    device: str


def load_profile(folder: Path | None = None) -> Profile:
    """Read the profile of this device, and make one at first use."""
    path = (folder or settings_folder()) / "profile.json"
    try:
        kept = json.loads(path.read_text("utf-8"))
        return Profile(str(kept["author_id"]), str(kept["author_name"]), str(kept["device"]))
    except FileNotFoundError:
        pass
    except (ValueError, KeyError, OSError):
        # An unreadable profile costs a new signature, never the user's work.
        pass
    profile = Profile(new_key(), _login_name(), new_key())
    keep_profile(profile, folder)
    return profile


def keep_profile(profile: Profile, folder: Path | None = None) -> None:
    """Write the profile, whole or not at all; a settings folder that cannot be written is no obstacle."""
    path = (folder or settings_folder()) / "profile.json"
    fields = {"author_id": profile.author_id, "author_name": profile.author_name, "device": profile.device}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(fields, ensure_ascii=False, indent=1), "utf-8")
        fresh.replace(path)
    except OSError:
        return


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"
