"""Dates, times and lengths of time as they stand on paper and in the window, always 24 hours."""

from __future__ import annotations

import re
from datetime import date, time
from enum import Enum
from functools import lru_cache

from models.errors import InvalidValue
from models.text import languages
from models.text.languages import Language, plural_form

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TIME_DASH = "–"


class DayForm(Enum):
    """How much of a date is said."""

    FULL = "FULL"
    SHORT = "SHORT"
    HEAD = "HEAD"
    NUMERIC = "NUMERIC"
    BARE = "BARE"
    WEEKDAY = "WEEKDAY"


def day(when: date, language: str, form: DayForm = DayForm.FULL) -> str:
    """Return a date in a language: 2024. 7. 30.(화), 2024年7月30日（火）, Tuesday, 30 July 2024."""
    return _day(when, language, form)


@lru_cache(maxsize=4096)
def _day(when: date, language: str, form: DayForm) -> str:
    known = languages.language(language)
    return known.dates.days[form.value].format(**_parts(when, known))


def day_range(first: date, last: date, language: str, form: DayForm = DayForm.FULL) -> str:
    """Return a period, which says again only what changes: 2024. 7. 30.(화)~8. 1.(목)."""
    if first == last:
        return day(first, language, form)
    known = languages.language(language)
    within_month, within_year, over_years = known.dates.ranges[form.value]
    if first.year != last.year:
        pattern = over_years
    else:
        pattern = within_month if first.month == last.month else within_year
    return pattern.format(**_parts(first, known), **_parts(last, known, "2"))


def clock(when: time) -> str:
    """Return a time of day: 09:30."""
    return f"{when.hour:02}:{when.minute:02}"


def clock_range(start: time | None, end: time | None, language: str, *, days: int = 0) -> str:
    """Return from when to when, either of them open; ``days`` says how many days later it ends."""
    if start is None and end is None:
        return languages.language(language).times.unknown
    later = f" +{days}" if days and end is not None else ""
    if start == end and start is not None and not days:
        return clock(start)
    return f"{clock(start) if start else ''}{_TIME_DASH}{clock(end) if end else ''}{later}"


def days_later(days: int, language: str) -> str:
    """Return how many days later something ends: +1일, 翌日, next day."""
    return plural_form(languages.language(language).times.days_later, days, language).format(days=days)


def duration(minutes: int, language: str) -> str:
    """Return a length of time: 1시간 25분, 1時間25分, 1 h 25 min."""
    rules = languages.language(language).times
    hours, rest = divmod(abs(minutes), 60)
    pattern = (rules.hours_minutes if rest else rules.hours) if hours else rules.minutes
    # A leg that lands before it leaves is a finding, not a reason to fail here.
    return ("−" if minutes < 0 else "") + pattern.format(hours=hours, minutes=rest)


def nights_days(nights: int, language: str) -> str:
    """Return the length of a trip of so many nights: 4박 5일, 4泊5日, 4 nights, 5 days."""
    return plural_form(languages.language(language).times.nights_days, nights, language).format(
        nights=nights, days=nights + 1
    )


def night_count(nights: int, language: str) -> str:
    """Return a number of nights: 4박, 4泊, 4 nights."""
    return plural_form(languages.language(language).times.nights, nights, language).format(nights=nights)


def partial_date(value: str, language: str) -> str:
    """Return a date of which perhaps only the year, or year and month, are known (2024-01)."""
    found = _PARTIAL.fullmatch(value)
    if not found:
        raise InvalidValue(field="date", value=value, reason="not-a-partial-date")
    try:
        when = date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        raise InvalidValue(field="date", value=value, reason="not-a-partial-date") from None
    rules = languages.language(language).dates
    if found[3]:
        return day(when, language, DayForm.NUMERIC)
    return (rules.year_month if found[2] else rules.year).format(**_parts(when, languages.language(language)))


def offset(minutes: int) -> str:
    """Return how far a zone is from UTC: UTC+9, UTC-3:30."""
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}{f':{rest:02}' if rest else ''}"


def _parts(when: date, known: Language, suffix: str = "") -> dict[str, object]:
    rules = known.dates
    weekday = when.weekday()
    return {
        f"year{suffix}": when.year,
        f"month{suffix}": when.month,
        f"month_name{suffix}": rules.months[when.month - 1],
        f"day{suffix}": when.day,
        f"weekday{suffix}": rules.weekdays[weekday],
        f"weekday_long{suffix}": rules.weekdays_long[weekday],
    }
