"""Making a personal itinerary fit its page: gather, then drop small print; type never shrinks.

No writer lays out pages here, so heights are estimated from the measures of the house style.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from exporters.papers.personal_rows import Gather, gathered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.papers.personal_rows import Line
    from exporters.papers.scribe import Runs, Scribe
    from models.rules.sequence import DayPlan

Days = list[tuple["DayPlan", list["Line"]]]

_POINT = 25.4 / 72
_PAGE = 256.5
_COVER = 37.5
"""Overline, title, one subtitle, rule and the head of the table."""
_STRIP = 8.5
"""The strip and the space above it, without its lines."""
_NOTE = 6.0
_DAY = 8.55
_PADDING = 2.2
_LINE = 15 * _POINT
_SMALL = 14 * _POINT
_TITLE_LINE = 28 * _POINT
_WIDTH = 170.0
_TITLE_WIDTH = 95.0
_PLACE_WIDTH = 28.0


def fit(scribe: Scribe, days: Days, *, title: Runs, strip_lines: int, has_note: bool) -> Days:
    """Gather and shorten the rows as far as one page needs, and no further."""
    room = _PAGE - _COVER - _STRIP - strip_lines * _LINE - (_NOTE if has_note else 0)
    room -= (len(scribe.languages) - 1) * _SMALL + (_lines(title, 20, _WIDTH) - 1) * _TITLE_LINE
    longest = _gathered(scribe, days, Gather.SITTINGS)
    tried: Days | None = None
    for way in _ways(scribe, days, longest):
        if way != tried and _fits(way, room):
            return way
        tried = way
    # What needs two pages anyway keeps all it has to say.
    return longest


def _ways(scribe: Scribe, days: Days, longest: Days) -> Iterator[Days]:
    """Yield shorter and shorter forms of the days."""
    yield longest
    shorter = [_gathered(scribe, days, what) for what in (Gather.NO_MEALS, Gather.EVERYTHING)]
    yield from shorter
    for way in shorter:
        yield [(plan, [_without_small_print(line) for line in lines]) for plan, lines in way]


def _without_small_print(line: Line) -> Line:
    return line._replace(below=()) if line.below else line


def _gathered(scribe: Scribe, days: Days, what: Gather) -> Days:
    return [(plan, gathered(scribe, lines, what)) for plan, lines in days]


def _fits(days: Sequence[tuple[DayPlan, Sequence[Line]]], room: float) -> bool:
    for _, lines in days:
        room -= _DAY
        for line in lines:
            room -= _row(line)
            if room < 0:
                return False
    return True


def _row(line: Line) -> float:
    titles = _lines(line.titles[0], 10, _TITLE_WIDTH) * _LINE
    printed = {line.titles[0]}
    for runs in line.titles[1:]:
        if runs and runs not in printed:
            titles += _lines(runs, 9, _TITLE_WIDTH) * _SMALL
            printed.add(runs)
    titles += sum(_lines(runs, 9, _TITLE_WIDTH) * _SMALL for runs in line.below)
    place = _lines(line.place, 9, _PLACE_WIDTH) * _LINE
    time = _LINE + (len(line.time.paragraphs) - 1) * _SMALL
    return max(titles, place, time) + _PADDING


@lru_cache(maxsize=8192)
def _lines(runs: Runs, size: float, width: float) -> int:
    return max(1, ceil(sum(_width(run.text) for run in runs) * size * _POINT / width)) if runs else 0


def _width(text: str) -> float:
    """Return the width of a text in its own type size: ideographs are square, Latin letters about half."""
    if text.isascii():
        return len(text) * 0.53
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.53 for letter in text)
