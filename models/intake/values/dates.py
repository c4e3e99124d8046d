"""Days in the forms that people use: 2024. 7. 30.(화), 令和6年7月30日, 30 July, 7/30, 45503."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from models.intake.grid import Plain
from models.intake.record import Doubt, Unreadable
from models.intake.values.read import Context, Read, plain, text_of

_EPOCH = dt.date(1899, 12, 30)
"""Day 0 of spreadsheets."""
_SERIALS = range(20_000, 80_000)
"""Days from 1954 to 2119: what could be a date in a list of ours."""
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "R": 2018, "H": 1988, "S": 1925}
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar",
            "february feb februar",
            "march mar märz",
            "april apr",
            "may mai",
            "june jun juni",
            "july jul juli",
            "august aug",
            "september sep sept",
            "october oct oktober okt",
            "november nov",
            "december dec dezember dez",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "월 月 mon monday montag mo",
            "화 火 tue tues tuesday dienstag di",
            "수 水 wed wednesday mittwoch mi",
            "목 木 thu thur thurs thursday donnerstag do",
            "금 金 fri friday freitag fr",
            "토 土 sat saturday samstag sa",
            "일 日 sun sunday sonntag so",
        )
    )
    for name in names.split()
}
_LONG = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|thu|fri|sat|sun"
_WEEKDAY = re.compile(
    rf"[(\[]\s*([월화수목금토일月火水木金土日]|{_LONG})(?:요일|曜日?)?\.?\s*[)\]]"
    rf"|([월화수목금토일])요일|([月火水木金土日])曜日?|\b({_LONG})\b\.?,?",
    re.IGNORECASE,
)

_Y = r"(\d{4})"
_S = r"\s*[./-]\s*"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("era", re.compile(r"(令和|平成|昭和)\s*(\d{1,2}|元)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")),
    ("era", re.compile(rf"(?<![A-Za-z])([RHS])\s*(\d{{1,2}}){_S}(\d{{1,2}}){_S}(\d{{1,2}})(?!\d)\.?")),
    ("ymd", re.compile(rf"(?<!\d){_Y}\s*[년年]\s*(\d{{1,2}})\s*[월月]\s*(\d{{1,2}})\s*[일日]")),
    ("ymd", re.compile(rf"(?<!\d){_Y}{_S}(\d{{1,2}}){_S}(\d{{1,2}})(?!\d)\.?")),
    ("ymd", re.compile(r"(?<!\d)(20\d\d|19\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")),
    ("short", re.compile(r"['’‘](\d\d)\s*[년年./-]\s*(\d{1,2})\s*[월月./-]\s*(\d{1,2})\s*[일日.]?(?!\d)")),
    ("short", re.compile(r"(?<!\d)(\d\d)\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]")),
    (
        "dmon",
        re.compile(
            rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]*{_MONTH}(?![a-z])[\s,.-]*({_Y}|\d\d(?![:.\d]))?",
            re.IGNORECASE,
        ),
    ),
    (
        "mond",
        re.compile(
            rf"\b{_MONTH}[\s.-]*(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:[\s,.-]+{_Y}(?![:\d]))?", re.IGNORECASE
        ),
    ),
    ("two", re.compile(rf"(?<![\d:])(\d{{1,2}}){_S}(\d{{1,2}}){_S}(\d{{4}}|\d\d)(?![\d:])\.?")),
    ("md", re.compile(r"(?<!\d)(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]?(?!\d)")),
    ("slash", re.compile(r"(?<![\d:.])(\d{1,2})\s*/\s*(\d{1,2})(?![\d:/])")),
    ("dot", re.compile(r"(?<![\d:.])(\d{1,2})\s*\.\s*(\d{1,2})\s*\.?(?![\d:.])")),
    ("dash", re.compile(r"^(\d{1,2})-(\d{1,2})(?![\d:])")),
    ("d", re.compile(r"(?<![\d:])(\d{1,2})\s*[일日](?!\s*[간間])")),
)


class Found(NamedTuple):
    """A day found in a text, and the text without it."""

    read: Read | Unreadable
    rest: str


def read_date(value: Plain, context: Context) -> Read | Unreadable:
    """Read the day that a cell holds."""
    if isinstance(value, dt.datetime):
        return Read(value.date())
    if isinstance(value, dt.date):
        return Read(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _of_number(float(value), context)
    found = find_date(text_of(value), context)
    return Unreadable.NOT_A_DATE if found is None else found.read


def _of_number(number: float, context: Context) -> Read | Unreadable:
    if int(number) in _SERIALS:
        return Read(_EPOCH + dt.timedelta(int(number)))
    if number.is_integer() and 19_500_101 <= number <= 21_001_231:
        found = find_date(str(int(number)), context)
        return found.read if found else Unreadable.NOT_A_DATE
    # 7.30 typed where a point divides month and day: 7.3 is the 30th as well as the 3rd.
    month, _, day = f"{number:.2f}".partition(".")
    if 1 <= number < 13 and day != "00":
        read = _without_year(int(month), int(day), context, None)
        if isinstance(read, Read):
            return read._replace(doubt=read.doubt or (Doubt.GUESS if day.endswith("0") else None))
    return Unreadable.NOT_A_DATE


def find_date(text: str, context: Context) -> Found | None:
    """Find the first day in a text, in any form; None where there is none."""
    line = plain(text)
    if (
        line.replace(".", "", 1).isdigit()
        and len(line) in (5, 7, 8)
        and "." not in line
        and int(line) in _SERIALS
    ):
        return Found(Read(_EPOCH + dt.timedelta(int(line))), "")
    for form, pattern in _FORMS:
        if (match := pattern.search(line)) is not None:
            if form in ("dot", "dash", "slash", "two") and not _could_be_day(match, line, form):
                continue
            rest = line[: match.start()] + " " + line[match.end() :]
            weekday, rest = _take_weekday(rest)
            return Found(_read(form, match.groups(), context, weekday), rest.strip(" ,·"))
    return None


def _could_be_day(match: re.Match[str], line: str, form: str) -> bool:
    """Tell 7.30 from 9.30, which is a time where other times stand beside it; a day alone is a day."""
    if form != "dot":
        return True
    first, second = int(match[1]), int(match[2])
    if not (1 <= first <= 31 and 1 <= second <= 31):
        return False
    after = line[match.end() :].lstrip()
    return not re.match(r"[-~–—〜]\s*\d{1,2}\.\d\d", after)


def _take_weekday(text: str) -> tuple[int | None, str]:
    match = _WEEKDAY.search(text)
    if match is None:
        return None, text
    name = next(group for group in match.groups() if group).lower()
    return WEEKDAYS.get(name), text[: match.start()] + " " + text[match.end() :]


def _read(
    form: str, groups: tuple[str | None, ...], context: Context, weekday: int | None
) -> Read | Unreadable:
    given = [group or "" for group in groups]
    if form == "era":
        year = ERAS[given[0]] + (1 if given[1] == "元" else int(given[1]))
        return _certain(year, int(given[2]), int(given[3]), weekday)
    if form == "ymd":
        return _certain(int(given[0]), int(given[1]), int(given[2]), weekday)
    if form == "short":
        return _certain(2000 + int(given[0]), int(given[1]), int(given[2]), weekday)
    if form in ("dmon", "mond"):
        day, name = (given[0], given[1]) if form == "dmon" else (given[1], given[0])
        month, year = MONTHS[name.lower()], given[2]
        if year:
            return _certain(_full_year(year), month, int(day), weekday)
        return _without_year(month, int(day), context, weekday)
    if form == "two":
        return _three_numbers(int(given[0]), int(given[1]), given[2], context, weekday)
    if form == "d":
        return _day_alone(int(given[0]), context, weekday)
    first, second = int(given[0]), int(given[1])
    if form == "slash":
        return _two_numbers(first, second, context, weekday)
    if form in ("dot", "dash") and first > 12 >= second:
        first, second = second, first
    return _without_year(first, second, context, weekday)


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _certain(year: int, month: int, day: int, weekday: int | None) -> Read | Unreadable:
    try:
        when = dt.date(year, month, day)
    except ValueError:
        return Unreadable.NO_SUCH_DATE
    # A weekday that does not fit says that one of the two is wrong.
    return Read(when, Doubt.GUESS if weekday is not None and when.weekday() != weekday else None)


def _days(candidates: list[tuple[int, int, int]]) -> list[dt.date]:
    days: list[dt.date] = []
    for year, month, day in candidates:
        try:
            days.append(dt.date(year, month, day))
        except ValueError:
            continue
    return list(dict.fromkeys(days))


def _chosen(days: list[dt.date], context: Context, weekday: int | None, doubt: Doubt) -> Read | Unreadable:
    """Choose among days by the visit and the weekday; what neither decides is doubtful."""
    if not days:
        return Unreadable.NO_SUCH_DATE
    if len(days) == 1:
        return Read(days[0], Doubt.GUESS if weekday is not None and days[0].weekday() != weekday else None)
    fitting = [day for day in days if weekday is not None and day.weekday() == weekday] or days
    near = [day for day in fitting if _near(day, context)]
    for certain in (near, fitting):
        if len(certain) == 1:
            return Read(certain[0])
    ordered = near or fitting
    return Read(ordered[0], doubt, tuple(day for day in days if day != ordered[0]))


def _near(day: dt.date, context: Context) -> bool:
    if context.first is None:
        return False
    last = context.last or context.first
    return context.first - dt.timedelta(7) <= day <= last + dt.timedelta(7)


def _two_numbers(first: int, second: int, context: Context, weekday: int | None) -> Read | Unreadable:
    if first > 12 or context.day_first:
        return _without_year(second, first, context, weekday)
    if second > 12 or context.day_first is False:
        return _without_year(first, second, context, weekday)
    month_first = _without_year(first, second, context, weekday)
    if first == second or not isinstance(month_first, Read) or _near(month_first.value, context):
        return month_first
    day_first = _without_year(second, first, context, weekday)
    if isinstance(day_first, Read) and _near(day_first.value, context):
        return day_first
    if context.languages and context.languages[0] in ("ko", "ja", "zh"):
        return month_first
    options = (day_first.value,) if isinstance(day_first, Read) else ()
    return Read(month_first.value, Doubt.DATE_ORDER, options)


def _three_numbers(
    first: int, second: int, third: str, context: Context, weekday: int | None
) -> Read | Unreadable:
    if len(third) == 4:
        year = int(third)
        if context.day_first is True or first > 12:
            return _certain(year, second, first, weekday)
        if context.day_first is False or second > 12:
            return _certain(year, first, second, weekday)
        return _chosen(
            _days([(year, second, first), (year, first, second)]), context, weekday, Doubt.DATE_ORDER
        )
    last = int(third)
    year_first = _days([(2000 + first, second, last)])
    others = _days([(2000 + last, second, first), (2000 + last, first, second)])
    around = (context.year or (context.first or context.today or dt.date.today()).year) % 100
    if abs(first - around) <= 2 and abs(last - around) > 2:
        others = []
    elif abs(last - around) <= 2 and abs(first - around) > 2:
        year_first = []
    return _chosen(year_first + others, context, weekday, Doubt.DATE_ORDER)


def _without_year(month: int, day: int, context: Context, weekday: int | None) -> Read | Unreadable:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return Unreadable.NO_SUCH_DATE
    if context.first is not None:
        around = context.first
        days = _days([(year, month, day) for year in (around.year, around.year + 1, around.year - 1)])
        near = sorted(days, key=lambda each: abs((each - around).days))
        return Read(near[0]) if near else Unreadable.NO_SUCH_DATE
    if context.year is not None:
        return _certain(context.year, month, day, weekday)
    today = context.today or dt.date.today()
    days = _days([(year, month, day) for year in (today.year, today.year + 1, today.year - 1)])
    if not days:
        return Unreadable.NO_SUCH_DATE
    fitting = [each for each in days if weekday is not None and each.weekday() == weekday]
    best = (fitting or sorted(days, key=lambda each: abs((each - today).days)))[0]
    return Read(best, Doubt.YEAR, tuple(each for each in days if each != best))


def _day_alone(day: int, context: Context, weekday: int | None) -> Read | Unreadable:
    if context.first is None:
        return Unreadable.NOT_A_DATE
    last = context.last or context.first
    month_after = (context.first.replace(day=1) + dt.timedelta(32)).replace(day=1)
    days = _days([(each.year, each.month, day) for each in (context.first, last, month_after)])
    within = [each for each in days if context.first <= each <= last]
    if within:
        return Read(within[0])
    return Read(days[0], Doubt.GUESS) if days else Unreadable.NO_SUCH_DATE


_PARTIAL = re.compile(rf"^{_Y}\s*(?:[./-]|[년年])?\s*(?:(\d{{1,2}})\s*(?:[.월月])?)?\.?$")
_MONTH_YEAR = re.compile(rf"^{_MONTH}[\s,.-]*{_Y}$", re.IGNORECASE)


def read_partial(value: Plain, context: Context) -> Read | Unreadable:
    """Read a date that may lack its day or month, as ISO text."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 1800 <= value <= 2200:
        return Read(str(int(value)))
    if isinstance(value, str):
        line = plain(value)
        if match := _PARTIAL.match(line):
            month = match[2]
            if month and not 1 <= int(month) <= 12:
                return Unreadable.NO_SUCH_DATE
            return Read(f"{match[1]}-{int(month):02}" if month else match[1])
        if match := _MONTH_YEAR.match(line):
            return Read(f"{match[2]}-{MONTHS[match[1].lower()]:02}")
    read = read_date(value, context)
    return read._replace(value=read.value.isoformat()) if isinstance(read, Read) else read
