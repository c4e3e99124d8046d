"""The names of time zones; listing them reads hundreds of files, so it is done once."""

from __future__ import annotations

from functools import cache
from typing import cast
from zoneinfo import available_timezones


@cache
def known_zones() -> frozenset[str]:
    """Return the names of all zones of the IANA data."""
    return frozenset(available_timezones())


@cache
def zones_of_country(code: str) -> tuple[str, ...]:
    """Return the zones of a country; one alone where the others are of small parts of it."""
    if code in _MAIN:
        return (_MAIN[code],)
    from babel.core import get_global

    return tuple(sorted(zone for zone, country in get_global("zone_territories").items() if country == code))


_MAIN = {
    "CN": "Asia/Shanghai",
    "DE": "Europe/Berlin",
    "ES": "Europe/Madrid",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
}


def is_zone(name: str) -> bool:
    """Tell whether a zone has this name."""
    return name in known_zones()


@cache
def zone_of_country(code: str) -> str:
    """Return the zone of a country that has only one, else ""."""
    from babel.core import get_global

    found = cast("dict[str, list[str]]", get_global("territory_zones")).get(code.upper(), [])
    return found[0] if len(found) == 1 and is_zone(found[0]) else ""
