"""How the rows of a personal itinerary are set: open, or close where they have to fit one page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from exporters.document import EMPTY_CELL, Cell, Paragraph, Row, Rule, Style
from exporters.papers import phrases
from exporters.papers.itinerary_days import day_heading
from exporters.papers.measuring import length
from exporters.papers.scribe import beside
from models.text.dates import DayForm, day
from models.text.languages import language as language_rules

if TYPE_CHECKING:
    from exporters.papers.personal_rows import Line, Texts
    from exporters.papers.scribe import Scribe
    from models.rules.sequence import DayPlan

Days = Sequence[tuple["DayPlan", Sequence["Line"]]]


class Faces(NamedTuple):
    """The styles of a row."""

    first: Style
    strong: Style
    second: Style
    small: Style
    day: Style


OPEN = Faces(Style.CELL, Style.ITEM_TITLE, Style.SECOND_LANGUAGE, Style.CELL_SMALL, Style.DAY_ROW)
CLOSE = Faces(Style.CLOSE, Style.CLOSE_TITLE, Style.CLOSE_SECOND, Style.CLOSE_SMALL, Style.CLOSE_DAY_ROW)
_CLOSE_NOTHING = Cell((Paragraph((), Style.CLOSE),))
RIGHT = 2.0
"""The gap at the right of every column."""
COLUMNS = (27.0, 16.0, 97.0, 30.0)
"""Time, role, item and place."""
SEVERAL_LANGUAGES = (27.0, 18.0, 94.0, 31.0)
"""The head of the roles stands in all of them."""
LATIN = (27.0, 22.0, 91.0, 30.0)
"""What somebody does is a longer word in Latin letters."""


SIGNS = ((phrases.DITTO, phrases.NOTE_DITTO), (phrases.NO_PLACE, phrases.NOTE_NO_PLACE))
"""What stands instead of a place, and what explains it."""


class Form(NamedTuple):
    """How the rows are set: how close they stand, and whether small print stays."""

    close: bool = False
    small_print: bool = True

    @property
    def faces(self) -> Faces:
        """Return the styles of the rows."""
        return CLOSE if self.close else OPEN


def columns(scribe: Scribe) -> tuple[float, ...]:
    """Return the widths of the columns."""
    if language_rules(scribe.first).script == "Latn":
        return LATIN
    return SEVERAL_LANGUAGES if scribe.others else COLUMNS


def set_days(scribe: Scribe, days: Days, form: Form) -> list[Row]:
    """Set the days, each under its date and what is noted of it."""
    rows: list[Row] = []
    for plan, lines in days:
        rows.append(_day(scribe, plan, form))
        place = ""
        for number, line in enumerate(lines, 1):
            rows.append(_row(scribe, line, place, form, last=number == len(lines)))
            place = line.place_key
    return rows


def _day(scribe: Scribe, plan: DayPlan, form: Form) -> Row:
    dated = day(plan.date, scribe.first, DayForm.SHORT)
    written = [Paragraph(day_heading(scribe, plan, dated), form.faces.day)]
    if plan.day is not None and plan.day.note:
        written += scribe.stacked(plan.day.note, Style.SPEAKER)
    return Row((Cell(tuple(written), span=4),), keep_with_next=True)


def _row(scribe: Scribe, line: Line, place_above: str, form: Form, *, last: bool) -> Row:
    faces = form.faces
    below = line.below if form.small_print else ()
    return Row(
        (
            _time(line, form),
            Cell(
                (
                    *scribe.under_each_other(line.roles, faces.strong, faces.second),
                    *_between(scribe, line, form),
                )
            )
            if line.roles
            else _nothing(form),
            Cell(
                (
                    *_titles(scribe, line, form),
                    *(paragraph for texts in below for paragraph in _small(scribe, texts, form)),
                )
            ),
            _place(scribe, line, place_above, form),
        ),
        Rule.STRONG if last else Rule.HAIRLINE,
    )


def _between(scribe: Scribe, line: Line, form: Form) -> tuple[Paragraph, ...]:
    style = form.faces.second
    return tuple(
        paragraph for texts in line.role_notes for paragraph in scribe.under_each_other(texts, style, style)
    )


def _time(line: Line, form: Form) -> Cell:
    if not form.close:
        return line.time
    first, *notes = line.time.paragraphs
    return Cell(
        (
            first._replace(style=Style.CLOSE),
            *(note._replace(style=Style.CLOSE_SECOND) for note in notes),
        )
    )


def _titles(scribe: Scribe, line: Line, form: Form) -> Sequence[Paragraph]:
    style = form.faces.strong if line.bold else form.faces.first
    return _close_up(scribe, line.titles, style, form) or scribe.under_each_other(
        line.titles, style, form.faces.second
    )


def _small(scribe: Scribe, texts: Texts, form: Form) -> Sequence[Paragraph]:
    style = form.faces.second
    return _close_up(scribe, texts, style, form) or scribe.under_each_other(texts, style, style)


def _close_up(scribe: Scribe, texts: Texts, style: Style, form: Form) -> tuple[Paragraph, ...]:
    """Put the languages on one line, if the rows stand close and there is room for it."""
    if not (form.close and scribe.others):
        return ()
    runs = beside(texts[0], texts[1:])
    return (Paragraph(runs, style),) if length(runs, style) <= columns(scribe)[2] - RIGHT else ()


def _place(scribe: Scribe, line: Line, place_above: str, form: Form) -> Cell:
    """Write the place; rows that stand close say by a sign that it is the one above."""
    small = form.faces.small
    if not line.places:
        return Cell((Paragraph((scribe.word(phrases.NO_PLACE, scribe.first),), small),))
    if form.close and line.place_key and line.place_key == place_above and not line.bold:
        return ditto(scribe)
    return Cell(scribe.under_each_other(line.places, small, form.faces.second))


def _nothing(form: Form) -> Cell:
    """Make an empty cell, which is as high as a line of its row."""
    return _CLOSE_NOTHING if form.close else EMPTY_CELL


def ditto(scribe: Scribe) -> Cell:
    """Make the cell of a place that is the one above."""
    return Cell((Paragraph((scribe.word(phrases.DITTO, scribe.first),), Style.CLOSE_SMALL),))


def signs_among(scribe: Scribe, rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return the signs that stand in the column of places."""
    found = {run.text for row in rows for paragraph in row.cells[-1].paragraphs for run in paragraph.runs}
    return [one for one in SIGNS if scribe.word(one[0], scribe.first).text in found]
