"""Dates and times as people type them: "0930", "9:30", "오후 2시", "7/30", "7월 30일", "2024. 7. 30.(화)"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, time
from typing import NamedTuple

_AFTERNOON = re.compile(r"^(오후|午後|pm|p\.m\.)\s*|\s*(pm|p\.m\.)$", re.IGNORECASE)
_MORNING = re.compile(r"^(오전|午前|am|a\.m\.)\s*|\s*(am|a\.m\.)$", re.IGNORECASE)
_CLOCK = re.compile(r"^(\d{1,2})\s*(?:[:.h시時]\s*(\d{1,2})?\s*[분分]?)?\s*(반|半)?$")
_WEEKDAY = re.compile(r"\s*[(（][^()（）]*[)）]\s*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


_MONTH_FIRST = ("ko", "ja", "zh")
"""Languages in which nobody writes the day before the month."""
_FIGURES = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4})|\.?)")


@dataclass(frozen=True, slots=True)
class Around:
    """What decides how a date is read: the day that it lies near to, and days that it may be among."""

    day: date
    first: date | None = None
    last: date | None = None

    def holds(self, found: date) -> bool:
        """Tell whether a day is among those that are expected."""
        return self.first is not None and self.last is not None and self.first <= found <= self.last


def around(day: date, first: date | None, last: date | None, language: str) -> Around:
    """Return what decides how a date is read: 11/3 is 11 March where only that is among the days expected.

    In languages that have one order only it is that order.
    """
    if first is None or last is None or language in _MONTH_FIRST:
        return Around(day)
    return Around(day, first, last)


class Unreadable(ValueError):
    """What was typed is no date or time."""


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def read_time(text: str) -> time | None:
    """Read a time of day; empty is None, 24:00 is refused."""
    plain = _plain(text)
    if not plain:
        return None
    afternoon, morning = bool(_AFTERNOON.search(plain)), bool(_MORNING.search(plain))
    plain = _MORNING.sub("", _AFTERNOON.sub("", plain)).strip()
    if re.fullmatch(r"\d{3,4}", plain):
        hour, minute = int(plain[:-2]), int(plain[-2:])
    elif found := _CLOCK.match(plain):
        if found[3] and found[2]:
            raise Unreadable(text)
        hour, minute = int(found[1]), 30 if found[3] else int(found[2] or 0)
    else:
        raise Unreadable(text)
    if afternoon or morning:
        if not 1 <= hour <= 12:
            raise Unreadable(text)
        hour = hour % 12 + (12 if afternoon else 0)
    if hour > 23 or minute > 59:
        raise Unreadable(text)
    return time(hour, minute)


def read_date(text: str, near: date | Around) -> date | None:
    """Read a date; where the year is not typed it is the one that lies nearest to ``near``.

    Of two figures the first is the month, unless only the other order is a day that is expected, or a day.
    """
    plain = _WEEKDAY.sub(" ", _plain(text)).strip().lower()
    if not plain:
        return None
    known = near if isinstance(near, Around) else Around(near)
    near = known.day
    if (figures := _FIGURES.fullmatch(plain)) is not None:
        return _of_figures(figures, known)
    numbers = _numbers(plain)
    try:
        if len(numbers) == 3:
            year, month, day = numbers
            return date(year + 2000 if year < 100 else year, month, day)
        if len(numbers) == 2:
            return _nearest(numbers[0], numbers[1], near)
        if len(numbers) == 1 and numbers[0] <= 31:
            return near.replace(day=numbers[0])
    except ValueError as wrong:
        raise Unreadable(text) from wrong
    raise Unreadable(text)


def _of_figures(figures: re.Match[str], known: Around) -> date:
    """Return the day that two figures mean, and a year behind them where there is one."""
    one, two, year = int(figures[1]), int(figures[2]), int(figures[3] or 0)
    # The year last means the day first: 30.07.2024.
    orders = ((two, one), (one, two)) if year else ((one, two), (two, one))
    if known.first is None and not year:
        # Nothing speaks for the other order.
        orders = orders[:1]
    read = (_day(month, day, year, known.day) for month, day in orders)
    found = [day for day in read if day is not None]
    if not found:
        raise Unreadable(figures[0])
    return next((day for day in found if known.holds(day)), found[0])


def _day(month: int, day: int, year: int, near: date) -> date | None:
    try:
        return date(year, month, day) if year else _nearest(month, day, near)
    except ValueError:
        return None


def read_partial(text: str, near: date | Around) -> str:
    """Read a date whose day or month may be left out: 2024, 2024-07, 2024-07-30; empty is empty."""
    plain = _WEEKDAY.sub(" ", _plain(text)).strip().lower()
    if not plain:
        return ""
    numbers = _numbers(plain)
    if numbers and numbers[0] > 31 and len(numbers) < 3:
        year, month = numbers[0], numbers[1] if len(numbers) == 2 else 0
        if 1000 <= year <= 9999 and 0 <= month <= 12:
            return f"{year}-{month:02}" if month else str(year)
        raise Unreadable(text)
    found = read_date(text, near)
    return found.isoformat() if found else ""


_SPAN = re.compile(r"^(?P<start>.*\S)\s*[-–~〜]\s*(?P<end>\S.*)$")
_DATE_TIME = re.compile(
    r"^(?P<date>.*\S)\s+(?P<time>(?:(?:오전|오후|午前|午後)\s*)?\d{1,2}(?:[:시時].*)(?:[ap]\.?m\.?)?)$",
    re.IGNORECASE,
)
_SHORT_DATE_TIME = re.compile(r"^(?P<date>\d{1,2}\s*[/.-]\s*\d{1,2}|.*[일日])\s+(?P<time>\d{3,4}.*)$")


class Moment(NamedTuple):
    """What was typed of a day and its times; None is what was not typed."""

    date: date | None
    start: time | None
    end: time | None


def read_moment(text: str, near: date | Around) -> Moment | None:
    """Read a day with a time or two behind it: 7/30 9:30, 7월 30일 0930-1020; None if it is no such thing."""
    plain = _WEEKDAY.sub(" ", _plain(text)).strip()
    found = _SHORT_DATE_TIME.match(plain) or _DATE_TIME.match(plain)
    if found is None:
        return None
    span = _span(found["time"])
    if span is None:
        return None
    try:
        return Moment(read_date(found["date"], near), *span)
    except Unreadable:
        return None


def read_span(text: str) -> tuple[time, time] | None:
    """Read two times with a dash between them ("9:30-10:20"); None if it is no such thing."""
    span = _span(_plain(text))
    return (span[0], span[1]) if span and span[0] and span[1] else None


def read_days(text: str, near: date | Around) -> tuple[date, date] | None:
    """Read two days with a dash between them ("7/30 - 8/1", "7/30~8/1"); None if it is no such thing."""
    parts = re.match(r"^(.*\S)\s*(?:[–~〜]|\s-\s)\s*(\S.*)$", _plain(text)) or re.match(
        r"^(\d{1,2}/\d{1,2})-(\d{1,2}/\d{1,2})$", _plain(text)
    )
    try:
        first = read_date(parts[1], near) if parts else None
        known = near if isinstance(near, Around) else Around(near)
        last = read_date(parts[2], replace(known, day=first)) if parts and first else None
    except Unreadable:
        return None
    return (first, last) if first and last else None


def _span(text: str) -> tuple[time | None, time | None] | None:
    parts = _SPAN.match(text)
    try:
        if parts is None:
            return read_time(text), None
        return read_time(parts["start"]), read_time(parts["end"])
    except Unreadable:
        return None


def _numbers(plain: str) -> list[int]:
    """Return year, month and day, or what there is of them, in this order."""
    if re.fullmatch(r"\d{8}", plain):
        return [int(plain[:4]), int(plain[4:6]), int(plain[6:])]
    word = re.search(r"[a-z]{3,}", re.sub(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", " ", plain))
    found = [int(number) for number in re.findall(r"\d+", plain)]
    if word:
        if word[0][:3] not in _MONTHS:
            return []
        month = _MONTHS.index(word[0][:3]) + 1
        days = [number for number in found if number <= 31]
        years = [number for number in found if number > 31]
        # 10/310 March is no date, whatever could be made of it.
        if len(days) > 1 or len(years) > 1 or any(100 <= year < 1000 for year in years):
            return []
        return [*years, month, *days]
    if not re.fullmatch(r"[\d\s./\-,년월일年月日]+", plain):
        return []
    if len(found) == 3 and found[2] > 31:
        # 30.07.2024: the year last means the day first.
        return [found[2], found[1], found[0]]
    return found


def _nearest(month: int, day: int, near: date) -> date:
    candidates = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            candidates.append(date(year, month, day))
        except ValueError:
            continue
    return min(candidates, key=lambda found: abs(found - near))
