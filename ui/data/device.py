"""What this device says of itself."""

from __future__ import annotations

import os
from pathlib import Path


def device_zone() -> str:
    """Return the zone that this device is in, as far as it says so."""
    named = os.environ.get("TZ", "")
    if "/" in named:
        return named.lstrip(":")
    local = Path("/etc/localtime")
    if local.is_symlink() and "zoneinfo/" in str(local.readlink()):
        return str(local.readlink()).split("zoneinfo/")[1]
    return "UTC"
