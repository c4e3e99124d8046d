"""Dates as agendas write them, with where in the line they stand and what is doubtful."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from models.intake.agenda.clock import LONGEST, plain
from models.intake.record import Doubt

_FIGURE = re.compile(r"\d")
_ERAS: Final = {"令和": 2018, "R": 2018, "平成": 1988}
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar", "feb february februar", "mar march märz", "apr april", "may mai",
            "jun june juni", "jul july juli", "aug august", "sep sept september", "oct october okt oktober",
            "nov november", "dec december dez dezember",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAYS: Final = {
    **{sign: place for place, sign in enumerate("월화수목금토일")},
    **{sign: place for place, sign in enumerate("月火水木金土日")},
    **{name: place for place, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))},
    **{name: place for place, name in enumerate(("mo", "di", "mi", "do", "fr", "sa", "so"))},
}
_WEEKDAY_AFTER = re.compile(
    r"\s?[,.]?\s?(?:[(\[]\s?(?P<sign>[월화수목금토일月火水木金土日])(?:요일|曜日?)?(?:[·・,/]\s?[휴祝休])?\s?[)\]]"
    r"|(?P<long>[월화수목금토일](?=요일)|[月火水木金土日](?=曜))(?:요일|曜日?)"
    r"|[(\[]?(?P<word>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}|(?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]{0,6})\b\.?[)\]]?)"
)
_WEEKDAY_BEFORE = re.compile(
    r"(?:(?P<word>(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})\.?,?\s?(?:the\s)?|[(\[]?(?P<sign>[월화수목금토일月火水木金土日])(?:요일|曜日)?[)\]]?\s?)$",
    re.IGNORECASE,
)
_PATTERNS: Final = (
    re.compile(r"(?P<era>令和|平成|(?<![A-Za-z])R)\s?(?P<year>\d{1,2}|元)\s?[年.]\s?(?P<month>\d{1,2})\s?[月.]\s?(?P<day>\d{1,2})\s?日?"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)\s?(?P<sign>[-./])\s?(?P<month>\d{1,2})\s?(?P=sign)\s?(?P<day>\d{1,2})(?!\d)\s?\.?"),
    re.compile(r"(?<![\d’'])['’‘](?P<year>\d\d)\s?\.\s?(?P<month>\d{1,2})\s?\.\s?(?P<day>\d{1,2})(?!\d)\.?"),
    re.compile(r"(?<!\d)(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"),
    re.compile(
        rf"(?<![\d.])(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\.?(?:\sof)?[\s-]?(?P<name>{_MONTH})\b\.?,?(?:[\s-]?(?P<year>20\d\d))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<name>{_MONTH})\.?\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s?(?P<year>20\d\d)(?!\d))?",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\d./])(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})(?P=sign)(?P<year>20\d\d)(?!\d)"),
    re.compile(r"(?<![\d./:])(?P<first>\d{1,2})\s?/\s?(?P<second>\d{1,2})(?![\d/:])"),
    re.compile(
        r"(?<![\d./:])(?P<month>\d{1,2})\s?\.\s?(?P<day>\d{1,2})\s?\.?(?=\s?[(\[][월화수목금토일月火水木金土日][)\]])"
    ),
    re.compile(r"(?<=\()\s?(?P<month>\d{1,2})\s?\.\s?(?P<day>\d{1,2})\s?\.\s?(?=\))"),
)  # fmt: skip
_DAY_NUMBER = re.compile(
    r"(?:\b(?:Day|DAY|day)\s?-?\s?(?P<a>\d{1,2}|One|Two|Three|Four|Five)\b|제?(?P<b>\d)\s?일\s?차|(?P<c>첫|둘|셋|넷)째\s?날|第?(?P<d>\d)\s?日目"
    r"|(?P<e>初日)|(?P<f>[一二三四五])日目|\b(?P<g>First|Second|Third|Fourth) day\b)"
)
_NUMBERS: Final = {
    "One": 1, "Two": 2, "Three": 3, "Four": 4, "Five": 5, "첫": 1, "둘": 2, "셋": 3, "넷": 4, "初日": 1,
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "First": 1, "Second": 2, "Third": 3, "Fourth": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: where, and what is doubtful."""

    date: dt.date
    begin: int
    stop: int
    doubt: Doubt | None = None
    options: tuple[dt.date, ...] = ()
    said_year: bool = True


@lru_cache(maxsize=4096)
def find_dates(text: str, year: int | None = None) -> tuple[Found, ...]:
    """Find the dates of a line, from left to right; ``year`` is taken where the line says none."""
    if not _FIGURE.search(text):
        return ()
    line = plain(text[:LONGEST])
    taken: list[Found] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(line):
            if any(match.start() < each.stop and each.begin < match.end() for each in taken):
                continue
            if (found := _date(line, match, year)) is not None:
                taken.append(found)
    return tuple(sorted(taken, key=lambda each: each.begin))


def find_day_number(text: str) -> tuple[int, int, int] | None:
    """Find which day of the visit a line says: Day 2, 2일차, 2日目; the number and where it stands."""
    found = _DAY_NUMBER.search(plain(text[:LONGEST]))
    if found is None:
        return None
    said = next(value for value in found.groupdict().values() if value)
    number = _NUMBERS[said] if said in _NUMBERS else int(said)
    return number, found.start(), found.end()


def years_of(text: str) -> Iterator[int]:
    """Yield the years that a text names."""
    line = plain(text[:LONGEST])
    for found in re.finditer(r"(?<!\d)(20\d\d)(?!\d)", line):
        yield int(found[1])
    for found in re.finditer(r"令和\s?(\d{1,2})年", line):
        yield _ERAS["令和"] + int(found[1])


def _date(line: str, match: re.Match[str], year: int | None) -> Found | None:
    said = match.groupdict()
    begin, stop, weekday = match.start(), match.end(), None
    if after := _WEEKDAY_AFTER.match(line, stop):
        weekday = _weekday(after["sign"] or after["long"] or after["word"])
        stop = after.end()
    if before := _WEEKDAY_BEFORE.search(line[max(0, begin - 16) : begin]):
        weekday = _weekday(before["word"] or before["sign"]) if weekday is None else weekday
        begin = begin - len(before[0])
    said_year = bool(said.get("year"))
    if said_year:
        number = said["year"]
        years = 1 if number == "元" else int(number)
        era = said.get("era")
        years = _ERAS[era] + years if era else years + 2000 if years < 100 else years
    else:
        years = year or 0
    pairs = _month_and_day(said)
    days = [each for month, day in pairs if (each := _made(years or 2024, month, day)) is not None]
    if not days:
        return None
    if not years:
        return _without_year(days[0], weekday, begin, stop)
    fitting = [each for each in days if weekday is None or each.weekday() == weekday]
    if not fitting and not said_year:
        # A paper of December about January: the next year, or the one before, whose weekday fits.
        near = [_made(years + step, days[0].month, days[0].day) for step in (1, -1)]
        for each in near:
            if each is not None and each.weekday() == weekday:
                return Found(each, begin, stop, Doubt.YEAR, (days[0],), said_year)
    if not fitting:
        # The weekday contradicts: the date as it was said, to be looked at.
        return Found(days[0], begin, stop, Doubt.GUESS, tuple(days[1:]), said_year)
    doubt = Doubt.DATE_ORDER if len(fitting) > 1 else None
    return Found(fitting[0], begin, stop, doubt, tuple(fitting[1:]), said_year)


def _without_year(day: dt.date, weekday: int | None, begin: int, stop: int) -> Found:
    around = [
        each
        for year in (2024, 2025, 2026, 2027, 2023)
        if (each := _made(year, day.month, day.day)) is not None
        and (weekday is None or each.weekday() == weekday)
    ]
    first, *others = around or [day]
    return Found(first, begin, stop, Doubt.YEAR, tuple(others), said_year=False)


def _month_and_day(said: dict[str, str | None]) -> list[tuple[int, int]]:
    if name := said.get("name"):
        return [(_MONTHS[name.lower()], int(said["day"] or 0))]
    if said.get("first"):
        first, second = int(said["first"] or 0), int(said["second"] or 0)
        if said.get("year"):
            # 30.07.2024 and 30/07/2024: the day first, as most of the world has it.
            return [(second, first)] + ([(first, second)] if first != second else [])
        return [(first, second)] + ([(second, first)] if first != second else [])
    return [(int(said["month"] or 0), int(said["day"] or 0))]


def _made(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _weekday(text: str | None) -> int | None:
    if not text:
        return None
    return _WEEKDAYS.get(text if len(text) == 1 else text[:3].lower())
