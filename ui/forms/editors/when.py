"""When an entry is: day, start, end and zone, saved together because they only make sense together."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.text.catalogue import mark
from ui.forms.codecs import Clock, Day, near_of
from ui.forms.editors.base import Unfit, Values
from ui.forms.editors.parts import PartsEditor
from ui.forms.editors.zone_entry import Zone, ZoneEntry
from ui.forms.zones import zone_detail
from ui.style import measures
from ui.widgets.button import Link
from ui.widgets.entry import LineEntry
from ui.widgets.text import Text
from ui.widgets.typed import Unreadable, read_moment, read_span, read_time
from ui.words import field_name

if TYPE_CHECKING:
    from ui.forms.record import FormContext, Record
    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme

_NEXT_DAY = re.compile(r"\s*\+\s*(\d)\s*$")
_TIMES = mark("Times go from 00:00 to 23:59; type 0930 or 9:30")


class ZonedEditor(PartsEditor):
    """Entries with a zone that is told at the right of the label and opens where it is to be changed."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self.zone = ZoneEntry(theme)
        self.zone_link = Link(theme, bold=False)
        self.zone_link.clicked.connect(self._open_zone)
        self._opened = ""
        self.head.addWidget(self.zone_link, 0, Qt.AlignmentFlag.AlignTop)

    def add_zone(self, column: str) -> None:
        """Put the zone below the other entries."""
        self.zone_column = column
        self.add_part(column, self.zone, Zone())
        self.body.addWidget(self.zone)

    def take(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Show the values of a row; a zone that is not the usual one is shown, too."""
        super().take(record, context, keep_typed=keep_typed)
        if self._opened != record.id:
            self._opened = ""
        name = str(record.values.get(self.zone_column) or "") or context.zone
        assumed = context.words.say("assumed") if record.values.get("time_basis") == "assumed" else ""
        parts = (assumed, name, zone_detail(name, self._day()))
        self.zone_link.tell(" · ".join(part for part in parts if part))
        self.zone_link.setAccessibleName(context.words.say("Change the time zone, {zone}", zone=name))
        other = bool(name) and bool(context.zone) and name != context.zone
        self._show_zone(shown=other or self._opened == record.id or not name or self.zone.changed())
        self.zone_link.setVisible(bool(name))
        self.zone_link.setEnabled(not context.read_only)

    def part_label(self, column: str, context: FormContext) -> str:
        """Return label of the group and name of the entry."""
        return f"{self.label(context.words)}, {field_name(column, context.words)}"

    def _day(self) -> dt.date | None:
        found = next(iter(self._stands.values()), None)
        return found if isinstance(found, dt.date) else None

    def _open_zone(self) -> None:
        self._opened = self.record.id if self.record is not None else ""
        self._show_zone(shown=not self.zone.isVisible())
        if self.zone.isVisible():
            self.zone.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.zone.selectAll()

    def _show_zone(self, *, shown: bool) -> None:
        self.zone.setVisible(shown)


class WhenEditor(ZonedEditor):
    """Day, start, end (17:00, or 01:30 +1 for the next day), zone."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self._date, self._start, self._end, self._end_day, zone = spec.edits()
        self.day, self.start, self.end = LineEntry(theme), LineEntry(theme), LineEntry(theme)
        self.add_part(self._date, self.day, Day(required=True))
        self.add_part(self._start, self.start, Clock())
        self.add_part(self._end, self.end, Clock())
        row = QHBoxLayout()
        row.setSpacing(measures.GAP)
        row.addWidget(self.day, 18)
        row.addWidget(self.start, 9)
        row.addWidget(Text(theme, "–", colour="text3"))
        row.addWidget(self.end, 9)
        self.body.addLayout(row)
        self.add_zone(zone)

    def values_of(self, record: Record) -> Values:
        """Return the values of a row; one without a day of the end ends on the same."""
        found = super().values_of(record)
        found[self._end_day] = found[self._end_day] or 0
        return found

    def write(self, values: Values) -> None:
        """Write values into the entries."""
        super().write(values)
        end, days = values[self._end], values[self._end_day]
        if end and days:
            self.end.show_text(f"{end:%H:%M} +{days}")

    def _read(self) -> Values:
        """Read the entries: a day may have its times behind it, a start its end."""
        found = dict(self._stands)
        read: set[str] = set()
        if self.day.changed() and self.context is not None:
            moment = read_moment(self.day.text(), near_of(self.context, self._base.get(self._date)))
            if moment is not None and moment.date is not None:
                found[self._date], found[self._start] = moment.date, moment.start
                read = {self._date, self._start}
                if moment.end is not None:
                    found[self._end], found[self._end_day] = moment.end, 0
                    read.add(self._end)
                elif found[self._end] and moment.start and not found[self._end_day]:
                    found[self._end] = _moved(found[self._end], self._stands[self._start], moment.start)
        if self.start.changed() and self._start not in read and (span := read_span(self.start.text())):
            found[self._start], found[self._end], found[self._end_day] = *span, 0
            read |= {self._start, self._end}
        for column, entry in self.entries.items():
            if entry.changed() and column not in read:
                try:
                    found.update(
                        self._read_end()
                        if column == self._end
                        else {column: self.read_part(column, entry.text())}
                    )
                except Unfit as wrong:
                    wrong.column = wrong.column or column
                    raise
        return found

    def _read_end(self) -> Values:
        text = self.end.text()
        days = _NEXT_DAY.search(text)
        try:
            end = read_time(_NEXT_DAY.sub("", text))
        except Unreadable:
            raise Unfit(_TIMES, self._end) from None
        return {self._end: end, self._end_day: int(days[1]) if days and end else 0}

    def check(self, values: Values) -> Values:
        """Refuse an end before the start."""
        start, end = values[self._start], values[self._end]
        if start and end and not values[self._end_day] and end < start:
            raise Unfit(
                mark("It ends before it starts; for the next day type {example}"),
                self._end,
                example=f"{end:%H:%M} +1",
            )
        return values


class EndEditor(ZonedEditor):
    """Day, time and zone of one end of a journey."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self._date, self._time, zone = spec.edits()
        self.day, self.time = LineEntry(theme), LineEntry(theme)
        self.add_part(self._date, self.day, Day(required=spec.required))
        self.add_part(self._time, self.time, Clock())
        row = QHBoxLayout()
        row.setSpacing(measures.GAP)
        row.addWidget(self.day, 2)
        row.addWidget(self.time, 1)
        self.body.addLayout(row)
        self.add_zone(zone)

    def _read(self) -> Values:
        """Read the entries: a day may have its time behind it."""
        if self.day.changed() and self.context is not None:
            moment = read_moment(self.day.text(), near_of(self.context, self._base.get(self._date)))
            if moment is not None and moment.date is not None and not self.time.changed():
                found = dict(self._stands)
                found[self._date], found[self._time] = moment.date, moment.start
                if self.zone.changed():
                    found[self.zone_column] = self.read_part(self.zone_column, self.zone.text())
                return found
        return super()._read()

    def check(self, values: Values) -> Values:
        """Refuse a time without its day."""
        if values[self._time] and not values[self._date]:
            raise Unfit(mark("A time needs its day"), self._date)
        return values


def _moved(end: dt.time, before: Any, start: dt.time) -> dt.time:
    """Return the end moved with the start, as far as it stays on the day: what is moved lasts as long."""
    if not isinstance(before, dt.time):
        return end
    day = dt.date(2000, 1, 1)
    lasts = dt.datetime.combine(day, end) - dt.datetime.combine(day, before)
    moved = dt.datetime.combine(day, start) + lasts
    return moved.time() if moved.date() == day else dt.time(23, 59)
