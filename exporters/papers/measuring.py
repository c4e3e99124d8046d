"""How much room text takes: no writer lays out pages here, so it is estimated from the house style."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from exporters.document import Look, Style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.document import Paragraph
    from exporters.papers.scribe import Runs

POINT = 25.4 / 72
_MEASURES: dict[Style, tuple[float, float]] = {
    Style.TITLE: (20, 28),
    Style.CELL: (10, 15),
    Style.ITEM_TITLE: (10, 15),
    Style.SECOND_LANGUAGE: (9, 14),
    Style.SPEAKER: (9, 14),
    Style.TABLE_HEAD: (9, 15),
    Style.TIME: (10, 15),
    Style.CELL_SMALL: (9, 15),
    Style.DAY_ROW: (10.5, 18),
    Style.CLOSE: (10, 13),
    Style.CLOSE_TITLE: (10, 13),
    Style.CLOSE_SECOND: (9, 12),
    Style.CLOSE_SMALL: (9, 13),
    Style.CLOSE_DAY_ROW: (10.5, 15),
    Style.NOTE: (8.5, 13),
}
"""The size of each role and how high a line of it is, in points."""
_BOLD = {Style.ITEM_TITLE: 1.06, Style.CLOSE_TITLE: 1.06, Style.DAY_ROW: 1.06, Style.CLOSE_DAY_ROW: 1.06}
_SECOND_SIZE = 9
_RAGGED = 1.06
"""What is lost at the ends of lines, which break between words."""
_NARROW, _WIDE = frozenset("ijl.,:;'|!()[]ft -/·’"), frozenset("mwMWABCDEFGHKNOPQRSTUVXY@&–→")


def height(paragraphs: Iterable[Paragraph], width: float) -> float:
    """Return how high paragraphs are, in millimetres, in a column of some width."""
    high = 0.0
    for runs, style, *_ in paragraphs:
        high += _height(runs, style, width)
    return high


def line_height(style: Style) -> float:
    """Return how high one line is, in millimetres."""
    return _MEASURES[style][1] * POINT


@lru_cache(maxsize=8192)
def _height(runs: Runs, style: Style, width: float) -> float:
    long = length(runs, style)
    lines = ceil(long * _RAGGED / width) if long > width else 1
    return lines * line_height(style)


def length(runs: Runs, style: Style) -> float:
    """Return how long a line of text is, in millimetres."""
    size = _MEASURES[style][0]
    points = sum(
        _width(run.text) * (_SECOND_SIZE if run.look is Look.SECOND else size * _BOLD.get(style, 1))
        for run in runs
    )
    return points * POINT


@lru_cache(maxsize=8192)
def _width(text: str) -> float:
    """Return the width of a text in its own type size: ideographs are square, Latin letters about half."""
    return sum(_of_letter(letter) for letter in text)


@lru_cache(maxsize=4096)
def _of_letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.32
    if letter in _WIDE:
        return 0.74
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else 0.56
