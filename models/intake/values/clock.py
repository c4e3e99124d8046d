"""Times of day in the forms that people use: 09:30–10:15, 오후 2시, 午後2時30分, 2:30 p.m., 25:30."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from models.intake.grid import Plain
from models.intake.record import Doubt, Unreadable
from models.intake.values.dates import find_date
from models.intake.values.read import Context, Read, plain, text_of

_BEFORE = r"(?P<half{n}>오전|오후|午前|午後|저녁|밤|아침|夜|朝|[ap]\.?\s?m\.?|AM|PM)?\s*"
_AFTER = r"\s*(?P<after{n}>[ap]\.?\s?m\.?(?![a-z])|AM\b|PM\b)?"
_NEXT = r"(?P<next{n}>익일|다음\s?날|翌日?|next day)?\s*"
_FIGURES = (
    r"(?:(?P<h{n}>\d{{1,2}})\s*(?:[:：h]\s*(?P<m{n}>\d{{2}})(?::\d\d)?|시\s*(?:(?P<mk{n}>\d{{1,2}})\s*분|(?P<halfk{n}>반))?|"
    r"時\s*(?:(?P<mj{n}>\d{{1,2}})\s*分|(?P<halfj{n}>半))?|\.(?P<md{n}>[0-5]\d)(?!\d)|(?=\s*(?:[ap]\.?\s?m|AM|PM|[-~–—〜])|\s*$))"
    r"|(?P<w{n}>[0-2]\d[0-5]\d)(?!\d)|(?P<noon{n}>정오|正午|noon)|(?P<midnight{n}>자정|midnight|深夜0時))"
)
_LATER = r"\s*(?:\(?(?P<plus{n}>\+\s*\d|익일|翌日?|next day)\)?)?"
_DASH = r"\s*(?:-|~|–|—|―|〜|→|to|bis|부터|から|−|‐|‑|∼|─)\s*"


def _pattern(number: int) -> str:
    return "".join(part.format(n=number) for part in (_NEXT, _BEFORE, _FIGURES, _AFTER, _LATER))


_RANGE = re.compile(rf"{_pattern(1)}(?:{_DASH}{_pattern(2)}(?:까지|まで)?)?", re.IGNORECASE)
_UNTIL = re.compile(rf"^{_DASH}{_pattern(2)}", re.IGNORECASE)
_OPEN = re.compile(rf"{_DASH}$", re.IGNORECASE)
_LASTS = re.compile(r"[(\[]?\s*(\d{1,3})\s*(?:분|分|min(?:ute)?s?\.?|')(?:간|間)?\s*[)\]]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Times:
    """From when to when, either open; how many days later it ends; what is doubtful."""

    start: dt.time | None = None
    end: dt.time | None = None
    end_day: int = 0
    doubt: Doubt | None = None
    rest: str = ""


@dataclass(frozen=True, slots=True)
class _Moment:
    hour: int
    minute: int
    half: str
    """am, pm, or nothing where it was not said."""
    days: int
    padded: bool


def read_times(value: Plain) -> Times | Unreadable:
    """Read from when to when; an end that was left out stays open."""
    if isinstance(value, dt.datetime):
        return Times(_minute(value.time()))
    if isinstance(value, dt.time):
        return Times(_minute(value))
    if isinstance(value, dt.timedelta):
        return _of_fraction(value.total_seconds() / 86_400)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _of_figures(float(value))
    return find_times(text_of(value))


def read_time(value: Plain) -> Read | Unreadable:
    """Read one time of day."""
    times = read_times(value)
    if isinstance(times, Unreadable):
        return times
    if times.start is None:
        return Unreadable.NOT_A_TIME
    return Read(times.start, times.doubt, _other_half(times.start) if times.doubt is Doubt.HALF_DAY else ())


def _other_half(when: dt.time) -> tuple[dt.time, ...]:
    return (when.replace(hour=(when.hour + 12) % 24),)


def _minute(when: dt.time) -> dt.time:
    """Round to the minute: a spreadsheet keeps 09:30 as a fraction that may end in 59 seconds."""
    if when.second < 30:
        return when.replace(second=0, microsecond=0, tzinfo=None)
    total = (when.hour * 60 + when.minute + 1) % 1440
    return dt.time(total // 60, total % 60)


def _of_fraction(fraction: float) -> Times:
    minutes = round(fraction * 1440)
    return Times(dt.time(minutes // 60 % 24, minutes % 60))


def _of_figures(number: float) -> Times | Unreadable:
    if 0 <= number < 1:
        return _of_fraction(number)
    if number.is_integer():
        if 100 <= number <= 2400 and number % 100 < 60:
            return find_times(f"{int(number):04}")
        if number <= 24:
            return Times(dt.time(int(number) % 24), doubt=Doubt.GUESS)
    if 20_000 <= number < 80_000:
        return _of_fraction(number % 1)
    return Unreadable.NOT_A_TIME


def find_times(text: str) -> Times | Unreadable:
    """Find times of day in a text; ``rest`` is the text without them."""
    line = plain(text)
    if until := _UNTIL.match(line):
        end = _moment(until, 2)
        if end is None:
            return Unreadable.NOT_A_TIME
        when = _resolved(end)
        return Times(None, when[0], when[1], when[2], line[until.end() :].strip())
    match = _RANGE.search(line)
    first = _moment(match, 1) if match else None
    if match is None or first is None:
        return Unreadable.NOT_A_TIME
    second = _moment(match, 2) if _has(match, 2) else None
    if _has(match, 2) and second is None:
        return Unreadable.NOT_A_TIME
    rest = line[: match.start()] + " " + line[match.end() :]
    if second is None and (lasts := _LASTS.search(rest)) and first.half + str(first.padded):
        rest = rest[: lasts.start()] + " " + rest[lasts.end() :]
        return _lasting(first, int(lasts[1]), rest.strip())
    if second is None:
        rest = _OPEN.sub("", rest.strip())
    return _joined(first, second, rest.strip())


def _has(match: re.Match[str], number: int) -> bool:
    return any(match[f"{name}{number}"] for name in ("h", "w", "noon", "midnight"))


def _moment(match: re.Match[str], number: int) -> _Moment | None:
    def group(name: str) -> str:
        return match[f"{name}{number}"] or ""

    days = 1 if group("next") or group("plus") else 0
    if (plus := group("plus")).startswith("+"):
        days = int(plus[1:])
    if group("noon"):
        return _Moment(12, 0, "24", days, True)
    if group("midnight"):
        return _Moment(0, 0, "24", days, True)
    if group("w"):
        hour, minute, padded = int(group("w")[:2]), int(group("w")[2:]), True
    else:
        hour = int(group("h"))
        minute = int(
            group("m")
            or group("mk")
            or group("mj")
            or group("md")
            or (30 if group("halfk") or group("halfj") else 0)
        )
        padded = len(group("h")) == 2
    half = _half(group("half") or group("after"))
    if minute > 59 or hour > 30 or (half and hour > 12 and half != "24" and hour > 23):
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour >= 24:
        days += 1
        hour -= 24
    return _Moment(hour, minute, half, days, padded)


def _half(text: str) -> str:
    word = re.sub(r"[\s.]", "", text).lower()
    if word in ("오후", "午後", "pm", "저녁", "밤", "夜"):
        return "pm"
    return "am" if word in ("오전", "午前", "am", "아침", "朝") else ""


def _open_half(moment: _Moment) -> bool:
    """Tell whether 2:00 could be in the afternoon: not padded, and too early for a meeting."""
    return not moment.half and not moment.padded and not moment.days and 1 <= moment.hour <= 6


def _resolved(moment: _Moment) -> tuple[dt.time, int, Doubt | None]:
    if _open_half(moment):
        return dt.time(moment.hour + 12, moment.minute), moment.days, Doubt.HALF_DAY
    return dt.time(moment.hour, moment.minute), moment.days, None


def _joined(first: _Moment, second: _Moment | None, rest: str) -> Times:
    if second is not None and second.half and not first.half and first.hour <= 12:
        first = _shared_half(first, second)
    elif second is not None and first.half and not second.half and second.hour < 12:
        if first.hour >= 12 and second.hour + 12 >= first.hour:
            second = _Moment(second.hour + 12, second.minute, "pm", second.days, True)
        else:
            second = _Moment(second.hour, second.minute, "24", second.days, True)
    start, start_day, doubt = _resolved(first)
    if second is None:
        # Who writes 25:30 or 翌1:30 means the night after the day.
        return Times(start, None, first.days, doubt, rest)
    if _open_half(second) and second.hour + 12 > start.hour >= 7 and not doubt:
        # 11:30-1:30: the end can only be in the afternoon, unless it runs through the night.
        end, end_day, end_doubt = dt.time(second.hour + 12, second.minute), second.days, None
    else:
        end, end_day, end_doubt = _resolved(second)
    later = end_day - start_day
    if later <= 0 and end < start:
        later = 1
    return Times(start, end, max(0, later), doubt or end_doubt, rest)


def _shared_half(first: _Moment, second: _Moment) -> _Moment:
    """Give the first time the half day of the second: 2-3:30 pm; but 11-1 pm begins in the morning."""
    hour = first.hour % 12 + (12 if second.half == "pm" else 0)
    if (hour, first.minute) > (second.hour, second.minute):
        hour -= 12
    return _Moment(hour % 24, first.minute, second.half, first.days, True)


def _lasting(first: _Moment, minutes: int, rest: str) -> Times:
    start, _, doubt = _resolved(first)
    total = start.hour * 60 + start.minute + minutes
    return Times(start, dt.time(total // 60 % 24, total % 60), total // 1440, doubt, rest)


@dataclass(frozen=True, slots=True)
class When:
    """A day with its times, as one cell holds them."""

    date: Read | None
    times: Times | None


def read_moment(value: Plain, context: Context) -> When | Unreadable:
    """Read a day and the times that may follow it."""
    if isinstance(value, dt.datetime):
        return When(Read(value.date()), Times(_minute(value.time())))
    if isinstance(value, dt.date):
        return When(Read(value), None)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if not 20_000 <= value < 80_000:
            return Unreadable.NOT_A_DATE
        day = Read(dt.date(1899, 12, 30) + dt.timedelta(int(value)))
        return When(day, _of_fraction(value % 1) if value % 1 else None)
    text = text_of(value)
    found = find_date(text, context)
    if found is None:
        times = find_times(text)
        return times if isinstance(times, Unreadable) else When(None, times)
    if isinstance(found.read, Unreadable):
        return found.read
    times = find_times(found.rest) if any(letter.isdigit() for letter in found.rest) else None
    return When(found.read, None if isinstance(times, Unreadable) else times)
