"""From when to when, and until when: days that are saved together."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from models.text.catalogue import mark
from models.text.dates import DayForm, day, partial_date
from ui.forms.codecs import Clock, Day, PartialDay, near_of, plain, written_day
from ui.forms.editors.base import Unfit, Values
from ui.forms.editors.parts import PartsEditor
from ui.forms.spec import FieldKind
from ui.style import measures
from ui.widgets.entry import LineEntry
from ui.widgets.text import Text
from ui.widgets.typed import read_days
from ui.words import field_name

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.forms.record import FormContext
    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme

_BACKWARDS = mark("The last day ({last}) lies before the first ({first})")
_DAYS = re.compile(r"^d\s*-?\s*day$|^d?\s*([+\-−–]\s*\d{1,4})$", re.IGNORECASE)


class PeriodEditor(PartsEditor):
    """First and last day; with times (check-in, check-out) each has a row of its own."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        columns = spec.edits()
        self._timed = len(columns) == 4
        self._first, self._last = (columns[0], columns[2]) if self._timed else columns
        partial = spec.kind is FieldKind.PARTIAL_PERIOD
        for column in columns:
            timed = self._timed and columns.index(column) % 2 == 1
            codec = Clock() if timed else PartialDay() if partial else Day(required=spec.required)
            self.add_part(column, LineEntry(theme), codec)
        self._names: dict[str, Text] = {}
        if self._timed:
            self._lay_rows(columns)
        else:
            row = QHBoxLayout()
            row.setSpacing(measures.GAP)
            row.addWidget(self.entries[self._first], 1)
            row.addWidget(Text(theme, "–", colour="text3"))
            row.addWidget(self.entries[self._last], 1)
            self.body.addLayout(row)

    def part_label(self, column: str, context: FormContext) -> str:
        """Return label of the group and name of the entry."""
        called = field_name(column, context.words)
        if column in self._names:
            self._names[column].setText(called)
            self._names[column].restyle()
        return f"{self.label(context.words)}, {called}"

    def check(self, values: Values) -> Values:
        """Refuse a last day before the first."""
        first, last = values[self._first], values[self._last]
        # Dates of which a part is not known are compared as far as both are.
        shared = min(len(first), len(last)) if isinstance(first, str) and isinstance(last, str) else None
        if first and last and (last[:shared] < first[:shared] if shared is not None else last < first):
            tag = self.context.words.language if self.context is not None else "en"
            said = {name: _spelled(value, tag) for name, value in (("first", first), ("last", last))}
            raise Unfit(_BACKWARDS, self._last, **said)
        return values

    def _read(self) -> Values:
        """Read the entries: both days may stand in the first."""
        entry = self.entries[self._first]
        if entry.changed() and self.context is not None:
            both = read_days(entry.text(), near_of(self.context, self._stands.get(self._first)))
            if both is not None and not self.entries[self._last].changed():
                found = dict(self._stands)
                texts = isinstance(self.codecs[self._first], PartialDay)
                found[self._first], found[self._last] = (day.isoformat() if texts else day for day in both)
                return found
        return super()._read()

    def read_part(self, column: str, text: str) -> Any:
        """Read an entry; the year of the last day is the one nearest to the first."""
        context, first = self.context, self._stands.get(self._first)
        if column == self._last and context is not None and self._stands.get(column) is None:
            return self.codecs[column].read(text, context, first)
        return super().read_part(column, text)

    def _lay_rows(self, columns: tuple[str, ...]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(measures.GAP)
        grid.setVerticalSpacing(measures.LABEL_GAP)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 1)
        for at in (0, 1):
            self._names[columns[at * 2]] = name = Text(self.theme, "", 12, colour="text2")
            grid.addWidget(name, at, 0)
            grid.addWidget(self.entries[columns[at * 2]], at, 1)
            grid.addWidget(self.entries[columns[at * 2 + 1]], at, 2)
        self.body.addLayout(grid)


def _spelled(value: Any, tag: str) -> str:
    """Return a day in full: 10/3 may have been meant otherwise than it is read."""
    return partial_date(value, tag) if isinstance(value, str) else day(value, tag, DayForm.NUMERIC)


class DueEditor(PartsEditor):
    """Until when something is to be done: D-30 before a visit, or a day."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self._days, self._date = spec.edits()
        self.entry = LineEntry(theme)
        self.add_part(self._days, self.entry, Day())
        self.caption.setBuddy(self.entry)
        self.body.addWidget(self.entry)

    def explanation(self, words: Words) -> str:
        """Return the day on which it falls, where days before the visit are counted."""
        days, near = self._stands.get(self._days), self.context.near if self.context else None
        if days is None or near is None:
            return super().explanation(words)
        return written_day(near + dt.timedelta(days), words.language)

    def write(self, values: Values) -> None:
        """Write days as D-30, else the date."""
        days, date = values.get(self._days), values.get(self._date)
        if days is not None:
            self.entry.show_text(f"D{days:+d}" if days else "D-day")
        elif self.context is not None:
            self.entry.show_text(Day().write(date, self.context))

    def _read(self) -> Values:
        if not self.entry.changed():
            return dict(self._stands)
        text = plain(self.entry.text())
        found = _DAYS.match(text)
        if found is not None:
            number = re.sub(r"[^\d-]", "", (found[1] or "0").replace("−", "-").replace("–", "-"))
            return {self._days: int(number), self._date: None}
        try:
            date = Day().read(text, self.context, self._base.get(self._date)) if self.context else None
        except Unfit:
            raise Unfit(
                mark("Type D-30 for days before the visit, or a date like 7/30"), self._days
            ) from None
        return {self._days: None, self._date: date}
