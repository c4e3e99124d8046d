"""Public holidays and weekends of the countries that take part in a visit.

The library that knows them takes a while to import: that happens when a day is asked for, never before.
It names holidays in the language of their country and in English; ``resources/holidays`` has those of Korea
and Japan in the language of the other.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from models.tables import Organisation, Party, Visit

_NAMES = Path(__file__).parents[2] / "resources" / "holidays"
_BETWEEN = "; "
"""What the library puts between holidays that fall on one day."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which a country does not work; ``name`` is empty for a weekend."""

    date: dt.date
    country: str
    name: str = ""


def country_of(organisation: Organisation | None) -> str:
    """Return the country of an organisation, else of the one that it stands under."""
    seen: set[str] = set()
    while organisation is not None and organisation.id not in seen:
        if organisation.country:
            return organisation.country
        seen.add(organisation.id)
        organisation = organisation.parent
    return ""


def parties_by_country(visit: Visit) -> Mapping[str, tuple[Party, ...]]:
    """Return the parties of a visit by their countries, in their order."""
    found: dict[str, list[Party]] = {}
    for party in visit.parties:
        country = country_of(party.organisation)
        if country:
            found.setdefault(country, []).append(party)
    return {country: tuple(parties) for country, parties in found.items()}


def holiday(country: str, date: dt.date, language: str = "en") -> str:
    """Return the name of the holiday that a country has on a day, or nothing.

    What has no name in the language has an English one, and where there is none its own.
    """
    if names := _names(country).get(language):
        own = _named(country, date, _own(country))
        translated = [_translated(name, names) for name in own.split(_BETWEEN)]
        if all(translated):
            return _BETWEEN.join(translated)
    return _named(country, date, _spoken(country, language))


def _named(country: str, date: dt.date, spoken: str) -> str:
    known = _calendar(country, date.year, spoken)
    name = known.get(date) if known is not None else None
    return str(name) if name else ""


def _translated(name: str, names: Mapping[str, str]) -> str:
    """Return what a holiday, or the day that stands in for one, is called elsewhere; nothing if not known."""
    if name in names:
        return names[name]
    for pattern, made in names.items():
        before, found, after = pattern.partition("{name}")
        if found and name.startswith(before) and name.endswith(after):
            inner = names.get(name.removeprefix(before).removesuffix(after))
            if inner:
                return made.format(name=inner)
    return ""


@cache
def _names(country: str) -> Mapping[str, Mapping[str, str]]:
    path = _NAMES / f"{country}.json"
    if not country.isalpha() or not path.is_file():
        return {}
    found: dict[str, dict[str, str]] = json.loads(path.read_text("utf-8"))
    return found


def is_weekend(country: str, date: dt.date) -> bool:
    """Tell whether a day is no working day of the week in a country."""
    known = _calendar(country, date.year, _spoken(country, "en"))
    return date.weekday() in (known.weekend if known is not None else {5, 6})


def days_off(countries: Iterable[str], date: dt.date, language: str = "en") -> tuple[DayOff, ...]:
    """Return for each of some countries whether a day is a holiday or weekend there."""
    found: list[DayOff] = []
    for country in dict.fromkeys(countries):
        name = holiday(country, date, language)
        if name or is_weekend(country, date):
            found.append(DayOff(date, country, name))
    return tuple(found)


def is_known(country: str) -> bool:
    """Tell whether the holidays of a country are known."""
    return country in _supported()


@cache
def _supported() -> frozenset[str]:
    from holidays.utils import list_supported_countries

    return frozenset(list_supported_countries(include_aliases=False))


@cache
def _own(country: str) -> str:
    """Return the language in which a country names its holidays itself."""
    if not is_known(country):
        return ""
    from holidays import country_holidays

    return country_holidays(country).default_language or ""


@cache
def _spoken(country: str, language: str) -> str:
    """Return the language in which the library knows a country's holidays that suits one best."""
    if not is_known(country):
        return ""
    from holidays import country_holidays

    known: tuple[str, ...] = tuple(country_holidays(country).supported_languages)
    if language in known:
        return language
    return next(
        (tag for tag in known if tag.partition("_")[0] == language), "en_US" if "en_US" in known else ""
    )


@cache
def _calendar(country: str, year: int, spoken: str) -> Any:
    if not is_known(country):
        return None
    from holidays import country_holidays

    return country_holidays(country, years=year, language=spoken or None)
