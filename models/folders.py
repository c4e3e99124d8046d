"""Where this device keeps what is not in a database: settings and data of the user.

On Linux the folders follow the XDG Base Directory Specification and are found here, since the library that
knows every system takes a tenth of the time to the first painted window; elsewhere it is asked.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

NAME = "Parley"


def settings_folder() -> Path:
    """Return the folder of the user's settings; the variable PARLEY_PROFILE names another."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_path")


def data_folder() -> Path:
    """Return the folder of the user's data; PARLEY_DATA names another, or else PARLEY_PROFILE."""
    named = os.environ.get("PARLEY_DATA")
    if named:
        return Path(named)
    return _folder("XDG_DATA_HOME", ".local/share", "user_data_path")


def _folder(variable: str, usual: str, elsewhere: str) -> Path:
    named = os.environ.get("PARLEY_PROFILE")
    if named:
        return Path(named)
    if sys.platform == "linux":
        base = os.environ.get(variable, "")
        # The specification: what is not absolute is to be ignored.
        return (Path(base) if base.startswith("/") else Path.home() / usual) / NAME
    import platformdirs

    path: Path = getattr(platformdirs, elsewhere)(NAME, appauthor=False)
    return path
