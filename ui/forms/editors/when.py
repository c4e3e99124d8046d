"""When an entry is: day, start, end and zone, saved together because they only make sense together."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.text.catalogue import mark
from models.text.dates import DayForm, clock_range, day
from ui.data.clocks import comes_twice, elsewhere, moment
from ui.forms.codecs import Clock, Day, near_of
from ui.forms.editors.base import Unfit, Values
from ui.forms.editors.parts import PartsEditor
from ui.forms.editors.twice import Twice
from ui.forms.editors.zone_entry import Zone, ZoneEntry
from ui.forms.zones import zone_detail
from ui.style import measures
from ui.widgets.button import Link
from ui.widgets.entry import LineEntry
from ui.widgets.text import Text
from ui.widgets.typed import Unreadable, read_moment, read_span, read_time
from ui.words import field_name

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        self.zone.day = self._typed_day
        self.zone_link = Link(theme, bold=False)
        self.zone_link.clicked.connect(self._open_zone)
        self._opened = ""
        self.head.addWidget(self.zone_link, 0, Qt.AlignmentFlag.AlignTop)
        self.twice: dict[str, Twice] = {}
        """What asks which of two equal times is meant, by the column that keeps it."""
        self._times: dict[str, str] = {}

    def add_twice(self, columns: Sequence[str], times: Sequence[str]) -> None:
        """Ask below the entries which of two equal times is meant; a form may leave that out."""
        for column, time in zip(columns, times, strict=False):
            asked = Twice(self.theme, time)
            asked.chosen.connect(self.leave)
            self.twice[column], self._times[column] = asked, time
            self.body.addWidget(asked)

    def add_zone(self, column: str) -> None:
        """Put the zone below the other entries."""
        self.zone_column = column
        self.add_part(column, self.zone, Zone())
        self.zone.missed.connect(lambda missed: self.leave() if missed else None)
        self.body.addWidget(self.zone)

    def take(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Show the values of a row; a zone that is not the usual one is shown, too."""
        super().take(record, context, keep_typed=keep_typed)
        self._ask_twice()
        if self._opened != record.id:
            self._opened = ""
        name = str(record.values.get(self.zone_column) or "") or context.zone
        assumed = context.words.say("assumed") if record.values.get("time_basis") == "assumed" else ""
        parts = (assumed, name, zone_detail(name, self._day() or context.near))
        self.zone_link.tell(" · ".join(part for part in parts if part))
        self.zone_link.setAccessibleName(context.words.say("Change the time zone, {zone}", zone=name))
        other = bool(name) and bool(context.zone) and name != context.zone
        self._show_zone(shown=other or self._opened == record.id or not name or self.zone.changed())
        self.zone_link.setVisible(bool(name))
        self.zone_link.setEnabled(not context.read_only)

    def part_label(self, column: str, context: FormContext) -> str:
        """Return label of the group and name of the entry."""
        return f"{self.label(context.words)}, {field_name(column, context.words)}"

    def changed(self) -> bool:
        """Tell whether something is typed or chosen that is not saved."""
        return super().changed() or any(
            asked.value() != (self._base.get(column) or 0) for column, asked in self.twice.items()
        )

    def values_of(self, record: Record) -> Values:
        """Return the values of a row; of equal times the first is meant where nothing is said."""
        found = super().values_of(record)
        return {**found, **{column: found[column] or 0 for column in self.twice}}

    def write(self, values: Values) -> None:
        """Write values into the entries."""
        super().write(values)
        for column, asked in self.twice.items():
            asked.take(values.get(column) or 0)

    def check(self, values: Values) -> Values:
        """Take which of two equal times is meant; where there is but one, it is the first."""
        for column, asked in self.twice.items():
            same = self._wall(column, values) == self._wall(column, self._stands)
            if not same or asked.value() != (self._stands.get(column) or 0):
                date, time, zone = self._wall(column, values)
                twice = date is not None and time is not None and comes_twice(date, time, zone)
                values[column] = asked.value() if twice else 0
        return values

    def lock(self, locked: bool) -> None:
        """Let the entries be read only."""
        super().lock(locked)
        for asked in self.twice.values():
            asked.setEnabled(not locked)

    def date_of(self, column: str, values: Values) -> dt.date | None:
        """Return the day of the time that a column says something of."""
        raise NotImplementedError

    def _wall(self, column: str, values: Values) -> tuple[dt.date | None, dt.time | None, str]:
        zone = str(values.get(self.zone_column) or "") or (self.context.zone if self.context else "")
        return self.date_of(column, values), values.get(self._times[column]), zone

    def _ask_twice(self) -> None:
        """Ask for the times that stand in the entries, saved or not."""
        if self.context is None:
            return
        try:
            values = self._read()
        except Unfit:
            values = {}
        for column, asked in self.twice.items():
            if values:
                asked.ask(*self._wall(column, values), self.context.words)
            else:
                asked.hide()

    def _show(self, values: Values) -> None:
        super()._show(values)
        self._ask_twice()

    def _noted(self) -> None:
        super()._noted()
        if not self._writing:
            self._ask_twice()

    def _day(self) -> dt.date | None:
        found = next(iter(self._stands.values()), None)
        return found if isinstance(found, dt.date) else None

    def _typed_day(self) -> dt.date | None:
        """Return the day that stands in the entries, saved or not, else one of the visit."""
        column = next(iter(self.entries))
        try:
            typed = self.read_part(column, self.entries[column].text())
        except Unfit:
            typed = None
        found = typed if isinstance(typed, dt.date) else self._day()
        return found or (self.context.near if self.context is not None else None)

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
        self._date, self._start, self._end, self._end_day, zone, *twice = spec.edits()
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
        self.add_twice(twice, (self._start, self._end))
        self.add_zone(zone)
        self.at_home = Text(theme, "", 12, colour="text2", wrap=True)
        self.at_home.hide()
        self.body.addWidget(self.at_home)

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

    def _ask_twice(self) -> None:
        super()._ask_twice()
        self._say_at_home()

    def _say_at_home(self) -> None:
        """Say of a time with a clock of its own what that of the visit shows then, saved or not."""
        try:
            values = self._read() if self.context is not None else {}
        except Unfit:
            values = {}
        zone, home = str(values.get(self.zone_column) or ""), self.context.zone if self.context else ""
        own = self._moments(values) if values and zone and home else []
        here = [(*elsewhere(date, time, fold, zone, home),) for date, time, fold in own]
        told = here != [(date, time) for date, time, _fold in own]
        if told and self.context is not None:
            tag = self.context.words.language
            starts, ends = values.get(self._start) is not None, values.get(self._end) is not None
            clocks = clock_range(
                here[0][1] if starts else None,
                here[-1][1] if ends else None,
                tag,
                days=(here[-1][0] - here[0][0]).days,
            )
            city = home.rpartition("/")[2].replace("_", " ")
            self.at_home.setText(f"= {day(here[0][0], tag, DayForm.SHORT)} {clocks} {city}")
            self.at_home.restyle()
        self.at_home.setVisible(told)

    def _moments(self, values: Values) -> list[tuple[dt.date, dt.time, int]]:
        """Return start and end as far as they are known: day, time, and which of two equal times."""
        folds = {time: column for column, time in self._times.items()}
        days = {self._start: 0, self._end: values.get(self._end_day) or 0}
        return [
            (values[self._date] + dt.timedelta(later), values[time], values.get(folds.get(time, "")) or 0)
            for time, later in days.items()
            if values.get(time) is not None and values.get(self._date) is not None
        ]

    def _read_end(self) -> Values:
        text = self.end.text()
        days = _NEXT_DAY.search(text)
        try:
            end = read_time(_NEXT_DAY.sub("", text))
        except Unreadable:
            raise Unfit(_TIMES, self._end) from None
        return {self._end: end, self._end_day: int(days[1]) if days and end else 0}

    def date_of(self, column: str, values: Values) -> dt.date | None:
        """Return the day of the start, or that of the end."""
        date = values.get(self._date)
        if date is None or self._times[column] == self._start:
            return date
        return date + dt.timedelta(values.get(self._end_day) or 0)

    def check(self, values: Values) -> Values:
        """Refuse an end before the start."""
        values = super().check(values)
        start, end = values[self._start], values[self._end]
        if start and end and not values[self._end_day] and end < start and not self._put_back(values):
            raise Unfit(
                mark("It ends before it starts; for the next day type {example}"),
                self._end,
                example=f"{end:%H:%M} +1",
            )
        return values

    def _put_back(self, values: Values) -> bool:
        """Tell whether the clock is put back between start and end, which are in order all the same."""
        if not self.twice:
            return False
        start, end = (
            moment(values[self._date], values[time], values[column], self._wall(column, values)[2])
            for column, time in self._times.items()
        )
        return start <= end


class EndEditor(ZonedEditor):
    """Day, time and zone of one end of a journey."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self._date, self._time, zone, *twice = spec.edits()
        self.day, self.time = LineEntry(theme), LineEntry(theme)
        self.add_part(self._date, self.day, Day(required=spec.required))
        self.add_part(self._time, self.time, Clock())
        row = QHBoxLayout()
        row.setSpacing(measures.GAP)
        row.addWidget(self.day, 2)
        row.addWidget(self.time, 1)
        self.body.addLayout(row)
        self.add_twice(twice, (self._time,))
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

    def date_of(self, column: str, values: Values) -> dt.date | None:
        """Return the day."""
        del column
        return values.get(self._date)

    def check(self, values: Values) -> Values:
        """Refuse a time without its day."""
        values = super().check(values)
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
