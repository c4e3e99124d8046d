"""Times as agendas write them, with where in the line they stand and what is doubtful."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

# Full-width figures and signs as plain ones, one for one: places in the text stay true.
_PLAIN = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {0x3000: 0x20, 0x00A0: 0x20}
LONGEST = 400
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
    line = plain(text[:LONGEST]).replace("〜", "~").replace("∼", "~")
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
    line = plain(text[:LONGEST])
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
