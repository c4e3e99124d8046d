"""The names of time zones; listing them reads hundreds of files, so it is done once."""

from __future__ import annotations

from functools import cache
from typing import cast
from zoneinfo import available_timezones


@cache
def known_zones() -> frozenset[str]:
    """Return the names of all zones of the IANA data."""
    return frozenset(available_timezones())


def is_zone(name: str) -> bool:
    """Tell whether a zone has this name."""
    return name in known_zones()


@cache
def zone_of_country(code: str) -> str:
    """Return the zone of a country that has only one, else ""."""
    from babel.core import get_global

    found = cast("dict[str, list[str]]", get_global("territory_zones")).get(code.upper(), [])
    return found[0] if len(found) == 1 and is_zone(found[0]) else ""
