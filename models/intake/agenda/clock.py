"""Times and dates as agendas write them, with where in the line they stand and what is doubtful."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from models.intake.record import Doubt

# Full-width figures and signs as plain ones, one for one: places in the text stay true.
_PLAIN = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {0x3000: 0x20, 0x00A0: 0x20}
_LONGEST = 400
"""Times and dates stand in short lines; longer ones are prose and not searched further."""


def plain(text: str) -> str:
    """Return the text with full-width letters, figures and signs made plain; its length stays."""
    return text.translate(_PLAIN)


# --- Times -------------------------------------------------------------------------------------------

_BEFORE = r"(?P<{0}before>오전|오후|午前|午後|아침|저녁|밤|새벽|낮|AM|PM|am|pm)?\s?"
_NEXT = r"(?P<{0}next>익일|다음\s?날|翌々日|翌日?|next day,?|\(익일\)|\(翌日?\))?\s?"
_FIGURES = (
    r"(?:(?P<{0}word>noon|Noon|정오|正午|midnight|Midnight|자정|深夜0時)"
    r"|(?P<{0}hour>[0-2]?\d)"
    r"(?:\s?(?P<{0}sign>[:.hH時시])\s?(?P<{0}minute>[0-5]\d)(?:\s?[分분])?(?::[0-5]\d)?"
    r"|(?P<{0}half>\s?[時시]\s?[半반])"
    r"|(?P<{0}oclock>\s?[時시](?!\s?[간間]))"
    r"|(?P<{0}bare>(?=\s?(?:[aApP]\.?[mM]\b|[aApP]\.[mM]\.)))"
    r"|(?P<{0}lone>)))"
)
_AFTER = r"(?:\s?(?P<{0}after>[aApP]\.[mM]\.|[aApP]\.?[mM]\b))?(?:\s?(?:hrs|hours|Uhr|H)\b)?"


def _clock(name: str) -> str:
    return (_NEXT + _BEFORE + _FIGURES + _AFTER).replace("{0}", name)


_DASH = r"\s?(?P<dash>[-–—−‒―~〜～∼∽→ー]|to\b|until\b|till\b|bis\b|부터|から|より)\s?"
_UNTIL = r"(?:\s?(?:까지|まで))?"
_LATER = r"(?:\s?\(?\s?(?P<later>\+\s?1\s?(?:일|日|day)?|익일|翌日|next day|following day)\s?\)?)?"
_RANGE = re.compile(
    rf"(?<![\d.:/]){_clock('a')}{_DASH}{_clock('b')}{_UNTIL}(?![\d/年月日년월일]|:\d)(?!\.\s?\d){_LATER}"
)
_SINGLE = re.compile(rf"(?<![\d.:/]){_clock('a')}(?![\d/年月日년월일]|:\d)(?!\.\s?\d){_UNTIL}")
_COMPACT = re.compile(
    r"(?<![\d.:/-])(?P<ah>[01]\d|2[0-4])(?P<am>[0-5]\d)\s?(?:[-–—−~〜～]|to)\s?(?P<bh>[01]\d|2[0-9])(?P<bm>[0-5]\d)(?:\s?(?:hrs|h)\b)?"
    r"(?!\d|[:/]\d)"
)
_COMPACT_SINGLE = re.compile(
    r"(?<![\d.:/-])(?P<ah>[01]\d|2[0-3])(?P<am>[0-5]\d)(?:\s?(?:hrs|h)\b)(?!\d|[:/]\d)"
)
_DASHES = "-–—−‒―~〜～∼∽→ー"
_MINUTES = re.compile(
    r"[(\[（【]?\s?(?:약|約|各|각|approx\.?|about|ca\.)?\s?(?P<minutes>\d{1,3})\s?"
    r"(?:분간?|分間?|min(?:ute)?s?\b\.?|Min\.|['’′](?!\w))\s?(?:each)?\s?[)\]）】]?"
)
_HOURS = re.compile(
    r"(?<!\d)(?P<hours>\d(?:\.5)?)\s?(?:시간|時間|hours?\b|hrs?\b)(?:\s?(?P<minutes>\d{1,2})\s?[분分])?"
)
_FIGURE = re.compile(r"\d")
_ANY_TIME = re.compile(r"\d|noon|midnight|정오|자정|正午|深夜", re.IGNORECASE)
_MORNING = frozenset({"오전", "午前", "아침", "새벽", "am"})
_DAY_HOURS = 24
_HALF = 12


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as figures say it, before the half of the day is settled; hours over 23 are of the next day."""

    hour: int
    minute: int
    half: str = ""
    """am, pm, or nothing where it was not said."""
    next_day: bool = False

    @property
    def minutes(self) -> int:
        """Return the minutes since midnight of the day of the agenda."""
        hour = self.hour
        if self.half == "pm" and hour < _HALF:
            hour += _HALF
        elif self.half == "am" and hour == _HALF:
            hour = 0
        return hour * 60 + self.minute + (_DAY_HOURS * 60 if self.next_day else 0)


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when, and where in the text that stands."""

    start: Clock | None
    end: Clock | None
    begin: int
    stop: int
    sure: bool = True
    """Not sure where the figures could be something else, such as 9.30 without a range."""
    ranged: bool = False


@lru_cache(maxsize=4096)
def find_span(text: str, *, bare: bool = False) -> Span | None:
    """Find the first time or range of times; ``bare`` where a time is expected (9.30, 9-10, 0930)."""
    if not _ANY_TIME.search(text):
        return None
    line = plain(text[:_LONGEST]).replace("〜", "~").replace("∼", "~")
    for found in _RANGE.finditer(line):
        if (span := _range(found, bare)) is not None:
            return _with_edges(line, span)
    if compact := _COMPACT.search(line):
        start = Clock(int(compact["ah"]), int(compact["am"]))
        end = Clock(int(compact["bh"]), int(compact["bm"]))
        if bare or not _looks_like_year(compact):
            return Span(
                start,
                end,
                compact.start(),
                compact.end(),
                bare or not line[: compact.start()].strip(" \t(["),
                True,
            )
    for found in _SINGLE.finditer(line):
        if (span := _single(found, bare)) is not None:
            return _with_edges(line, span)
    if compact := _COMPACT_SINGLE.search(line):
        return Span(Clock(int(compact["ah"]), int(compact["am"])), None, compact.start(), compact.end())
    if bare and (lone := re.fullmatch(r"\s*([01]\d|2[0-3])([0-5]\d)\s*", line)):
        return Span(Clock(int(lone[1]), int(lone[2])), None, 0, len(line))
    return None


def find_minutes(text: str) -> tuple[int, int, int] | None:
    """Find a length of time: the minutes and where they stand."""
    line = plain(text[:_LONGEST])
    if found := _HOURS.search(line):
        minutes = round(float(found["hours"]) * 60) + int(found["minutes"] or 0)
        return minutes, found.start(), found.end()
    if found := _MINUTES.search(line):
        return int(found["minutes"]), found.start(), found.end()
    return None


def _looks_like_year(found: re.Match[str]) -> bool:
    return found["ah"] in ("19", "20") and found["bh"] in ("19", "20")


def _range(found: re.Match[str], bare: bool) -> Span | None:
    lone_a, lone_b = found["alone"] is not None, found["blone"] is not None
    marked = bool(found["abefore"] or found["bbefore"] or found["aafter"] or found["bafter"])
    if lone_a and lone_b and not (marked or bare):
        return None
    if lone_b and not (marked or bare or found["aoclock"]):
        return None
    if _dotted(found, "a") and not bare and not (_dotted(found, "b") or marked):
        return None
    start, end = _value(found, "a"), _value(found, "b")
    if start is None or end is None:
        return None
    if not start.half and end.half:
        # "9:30 – 10:15 am", "11:30 – 1:00 pm": the first takes the half that keeps it before the end.
        earlier = replace(start, half=end.half)
        start = earlier if start.hour <= _HALF and earlier.minutes <= end.minutes else start
    elif start.half and not end.half and end.hour <= _HALF:
        later = replace(end, half=start.half)
        if later.minutes < start.minutes and start.half == "am":
            later = replace(end, half="pm")
        end = later
    if found["later"]:
        end = replace(end, next_day=True)
    sure = bare or not (_dotted(found, "a") and _dotted(found, "b") and not marked)
    return Span(start, end, found.start(), found.end(), sure, ranged=True)


def _single(found: re.Match[str], bare: bool) -> Span | None:
    if found["alone"] is not None and not (found["abefore"] or found["aafter"]):
        return None
    if _dotted(found, "a") and not (bare or found["aafter"]):
        return None
    start = _value(found, "a")
    if start is None:
        return None
    return Span(start, None, found.start(), found.end(), sure=not found["aword"])


def _dotted(found: re.Match[str], name: str) -> bool:
    return found[f"{name}sign"] == "."


def _value(found: re.Match[str], name: str) -> Clock | None:
    next_day = bool(found[f"{name}next"])
    if word := found[f"{name}word"]:
        hour = _HALF if word.lower() in ("noon", "정오", "正午") else _DAY_HOURS
        return Clock(hour, 0, "", next_day)
    hour = int(found[f"{name}hour"])
    minute = int(found[f"{name}minute"] or (30 if found[f"{name}half"] else 0))
    said = (found[f"{name}before"] or found[f"{name}after"] or "").lower().replace(".", "")
    half = "" if not said else "am" if said in _MORNING else "pm"
    if hour > _HALF and half:
        half = ""
    if half == "pm" and said == "밤" and hour == _HALF:
        return Clock(_DAY_HOURS, minute, "", next_day)
    return Clock(hour, minute, half, next_day) if hour < 30 else None


def _with_edges(line: str, span: Span) -> Span:
    """Take in what belongs to a time: brackets, a dash that leaves the end or the start open."""
    begin, stop, start, end, ranged = span.begin, span.stop, span.start, span.end, span.ranged
    if end is None:
        before = line[:begin].rstrip()
        after = line[stop:]
        if before and before[-1] in _DASHES and not before[:-1].strip(" ([{"):
            begin = len(before) - 1
            start, end, ranged = None, start, True
        elif (open_end := re.match(rf"\s?(?:[{_DASHES}]|부터|から|より)(?=\s|$|[)\]）])", after)) is not None:
            stop += open_end.end()
    while begin and stop < len(line) and line[begin - 1] in "([<【〔" and line[stop] in ")]>】〕":
        begin, stop = begin - 1, stop + 1
    return replace(span, begin=begin, stop=stop, start=start, end=end, ranged=ranged)


# --- Dates -------------------------------------------------------------------------------------------

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
    line = plain(text[:_LONGEST])
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
    found = _DAY_NUMBER.search(plain(text[:_LONGEST]))
    if found is None:
        return None
    said = next(value for value in found.groupdict().values() if value)
    number = _NUMBERS[said] if said in _NUMBERS else int(said)
    return number, found.start(), found.end()


def years_of(text: str) -> Iterator[int]:
    """Yield the years that a text names."""
    line = plain(text[:_LONGEST])
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
