"""Telephone numbers: which are the same however they are written, and which lost their first zero."""

from __future__ import annotations

import re
from functools import lru_cache

from models.intake.values.read import plain

_EXTENSION = re.compile(r"\s*(?:ext\.?|x|내선|内線)\s*\d+\s*$", re.IGNORECASE)
_OPTIONAL_ZERO = re.compile(r"\(0\)")
_CODES = [
    "1",
    "7",
    "20",
    "31",
    "33",
    "34",
    "39",
    "41",
    "43",
    "44",
    "45",
    "46",
    "47",
    "48",
    "49",
    "55",
    "60",
    "61",
    "62",
    "63",
    "64",
    "65",
    "66",
    "81",
    "82",
    "84",
    "86",
    "90",
    "91",
    "852",
    "886",
    "971",
    "972",
]
"""Of countries whose institutes visit each other; a zero at home stands in place of them."""
_LOST = re.compile(r"(?:10|90|80|70)\d{8}")
"""A mobile number of Korea or Japan without the zero that spreadsheets take from a number."""
_SHORTEST = 7


@lru_cache(maxsize=4096)
def is_same_number(first: str, second: str) -> bool:
    """Tell whether two telephone numbers are the same: 010-2345-0003, 01023450003 and +82 10 2345 0003."""
    ours, theirs = _digits(first), _digits(second)
    if len(ours) < _SHORTEST or len(theirs) < _SHORTEST:
        return False
    if ours == theirs:
        return True
    world, home = (ours, theirs) if ours.startswith("+") else (theirs, ours)
    if not world.startswith("+") or home.startswith("+") or not home.startswith("0"):
        return False
    return any(world == f"+{code}{home[1:]}" for code in _CODES)


def with_lost_zero(text: str) -> str:
    """Return a mobile number with the zero that a spreadsheet took away, or nothing where none is missing."""
    return f"0{text}" if _LOST.fullmatch(text) else ""


def _digits(text: str) -> str:
    written = _OPTIONAL_ZERO.sub("", _EXTENSION.sub("", plain(text)))
    figures = "".join(letter for letter in written if letter.isdigit())
    if written.lstrip().startswith("+"):
        return f"+{figures}"
    return f"+{figures[2:]}" if figures.startswith("00") and len(figures) > 10 else figures
