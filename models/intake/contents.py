"""What a column is by what it holds, where its heading says nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from models.intake.grid import Grid, Plain
from models.intake.headings import column_in
from models.intake.record import Unreadable
from models.intake.values.clock import find_times
from models.intake.values.dates import find_date
from models.intake.values.names import split_name
from models.intake.values.read import Context, plain, text_of

_SAMPLE = 40
_ENOUGH = 0.8
_MAIL = re.compile(r"^\s*(?:mailto:)?[^\s@]+@[^\s@]+\.[^\s@]+\s*$")
_PHONE = re.compile(r"^\+?[\d()\s.-]{9,}$")
_FLIGHT = re.compile(r"^(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])\s?\d{2,4}$")
_ANY = Context(year=2024)


def guess_contents(grid: Grid, kind: str, first: int, fields: Sequence[str]) -> dict[int, str]:
    """Return the fields that columns without one are taken for, each field once."""
    taken = {field.partition(".")[0] for field in fields if field}
    found: dict[int, str] = {}
    for place, field in enumerate(fields):
        if field:
            continue
        cells = _cells(grid, first, place)
        if len(cells) < 2 and not (len(cells) == 1 and len(grid.rows) - first <= 2):
            continue
        for name, fits in _TESTS:
            if name in taken or column_in(kind, name) is None or not _allowed(kind, name, taken):
                continue
            if sum(1 for cell in cells if fits(cell)) >= _ENOUGH * len(cells):
                found[place] = name
                taken.add(name)
                break
    return found


def _cells(grid: Grid, first: int, place: int) -> list[Plain]:
    cells: list[Plain] = [row[place] for row in grid.rows[first : first + 4 * _SAMPLE] if place < len(row)]
    filled: list[Plain] = [cell for cell in cells if cell is not None and cell != ""]
    return filled[:_SAMPLE]


def _allowed(kind: str, name: str, taken: set[str]) -> bool:
    if name in ("date", "times"):
        return kind == "schedule" and "moment" not in taken and not (name == "times" and "start" in taken)
    if name == "full_name":
        return kind in ("people", "delegations") and not {"family", "given", "person"} & taken
    return name != "number" or kind == "travel"


def _is_mail(cell: Plain) -> bool:
    return isinstance(cell, str) and _MAIL.match(cell) is not None


def _is_phone(cell: Plain) -> bool:
    return (
        isinstance(cell, str) and _PHONE.match(plain(cell)) is not None and sum(map(str.isdigit, cell)) >= 9
    )


def _is_date(cell: Plain) -> bool:
    if isinstance(cell, (dt.date, dt.datetime)):
        return True
    found = find_date(cell, _ANY) if isinstance(cell, str) and len(cell) < 30 else None
    return found is not None and not isinstance(found.read, Unreadable) and len(found.rest) < 3


def _is_times(cell: Plain) -> bool:
    if isinstance(cell, dt.time):
        return True
    if (
        not isinstance(cell, str)
        or len(cell) > 30
        or (":" not in plain(cell) and "시" not in cell and "時" not in cell)
    ):
        return False
    times = find_times(cell)
    return not isinstance(times, Unreadable) and len(times.rest) < 3


def _is_name(cell: Plain) -> bool:
    text = plain(text_of(cell)) if isinstance(cell, str) else ""
    if not 2 <= len(text) <= 40 or any(map(str.isdigit, text)):
        return False
    split = split_name(text)
    return bool(split) and split[0].doubt is None and bool(split[0].given)


def _is_flight(cell: Plain) -> bool:
    return isinstance(cell, str) and _FLIGHT.match(plain(cell)) is not None


_TESTS: tuple[tuple[str, Callable[[Plain], bool]], ...] = (
    ("email", _is_mail),
    ("phone", _is_phone),
    ("number", _is_flight),
    ("date", _is_date),
    ("times", _is_times),
    ("full_name", _is_name),
)
