"""Making a personal itinerary fit its page: gather, set close, then drop small print; type never shrinks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exporters.papers.measuring import height, line_height
from exporters.papers.personal_rows import Gather, gathered
from exporters.papers.personal_table import RIGHT, Form, columns, set_days

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from exporters.document import Row
    from exporters.papers.personal_table import Days
    from exporters.papers.scribe import Scribe

PAGE = 254.0
"""The height of the text on a page, with a little to spare: programs differ."""
_OPEN, _CLOSE, _SHORT = Form(), Form(close=True), Form(close=True, small_print=False)
_WAYS = (
    (Gather.SITTINGS, _OPEN),
    (Gather.NO_MEALS, _OPEN),
    (Gather.SITTINGS, _CLOSE),
    (Gather.NO_MEALS, _CLOSE),
    (Gather.EVERYTHING, _CLOSE),
    (Gather.NO_MEALS, _SHORT),
    (Gather.EVERYTHING, _SHORT),
)
"""Shorter and shorter: meals keep a row of their own as long as closer lines make room for it."""
_DROPPING = 5
"""From here on something is left out."""
_OPEN_PADDING, _CLOSE_PADDING = 2.2, 1.0


class Setting(NamedTuple):
    """The rows of an itinerary, and how they are set."""

    form: Form
    rows: Sequence[Row]
    fits: bool = True


def fit(scribe: Scribe, days: Days, room: Callable[[Form], float]) -> Setting:
    """Gather, close up and shorten the rows as far as one page needs, and no further.

    ``room`` tells how high the rows may be, given how the rest of the page is set. Small print goes last, and
    only from a paper in one language: one in several can be set language by language instead.
    """
    gathered_days: dict[Gather, Days] = {}
    rooms: dict[Form, float] = {}
    tried: tuple[Days, Form] | None = None
    for gather, form in _WAYS[:_DROPPING] if scribe.others else _WAYS:
        if gather not in gathered_days:
            gathered_days[gather] = [(plan, gathered(scribe, lines, gather)) for plan, lines in days]
        way = gathered_days[gather]
        if form not in rooms:
            rooms[form] = room(form)
        free = rooms[form]
        if tried == (way, form) or _least(way, form) > free:
            continue
        tried = (way, form)
        rows = set_days(scribe, way, form)
        if _fits(scribe, rows, form, free):
            return Setting(form, rows)
    # What needs two pages anyway keeps all it has to say.
    return Setting(_OPEN, set_days(scribe, gathered_days[Gather.SITTINGS], _OPEN), fits=False)


def _least(days: Days, form: Form) -> float:
    """Return how high the rows are at least: where each is one line, nothing needs to be set to know it."""
    faces, padding = form.faces, _padding(form)
    rows = sum(len(lines) for _, lines in days)
    return rows * (line_height(faces.first) + padding) + len(days) * (line_height(faces.day) + padding)


def _padding(form: Form) -> float:
    return _CLOSE_PADDING if form.close else _OPEN_PADDING


def _fits(scribe: Scribe, rows: Sequence[Row], form: Form, room: float) -> bool:
    widths = [width - RIGHT for width in columns(scribe)]
    whole = [sum(columns(scribe)) - RIGHT]
    room -= len(rows) * _padding(form)
    for row in rows:
        room -= _row_height(row, widths if len(row.cells) > 1 else whole)
        if room < 0:
            return False
    return True


def _row_height(row: Row, widths: Sequence[float]) -> float:
    most = 0.0
    for cell, width in zip(row.cells, widths, strict=True):
        if cell.paragraphs:
            most = max(most, height(cell.paragraphs, width))
    return most
