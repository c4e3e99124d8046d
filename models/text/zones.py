"""The names of time zones; listing them reads hundreds of files, so it is done once."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones


@cache
def known_zones() -> frozenset[str]:
    """Return the names of all zones of the IANA data."""
    return frozenset(available_timezones())


def is_zone(name: str) -> bool:
    """Tell whether a zone has this name."""
    return name in known_zones()
