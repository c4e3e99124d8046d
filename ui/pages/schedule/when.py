"""When an entry is: day, start and end, saved together because they only make sense together."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.text.dates import DayForm, day
from ui.style import measures
from ui.widgets.entry import DateEntry, LineEntry, TimeEntry
from ui.widgets.field import Note
from ui.widgets.text import Text
from ui.widgets.typed import Unreadable, read_time

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values import ItemView

_ROOM = 18
_NEXT_DAY = re.compile(r"\s*\+\s*(\d)\s*$")


class When(NamedTuple):
    """What the fields say."""

    date: dt.date
    start: dt.time | None
    end: dt.time | None
    end_day: int


def written(when: dt.date, language: str) -> str:
    """Return a date with its weekday, where that is short enough for a field."""
    full = day(when, language, DayForm.FULL)
    return full if len(full) <= _ROOM else day(when, language, DayForm.NUMERIC)


class WhenFields(QWidget):
    """Date, start, end; ``left`` is emitted with a new value that can be saved."""

    left = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: ItemView | None = None
        self._words: Words | None = None
        self._sent: When | None = None
        self.day = DateEntry(theme)
        self.start = TimeEntry(theme)
        self.end = LineEntry(theme)
        self._caption = Text(theme, "", 12, bold=True, colour="text2")
        self._zone = Text(theme, "", 12, colour="text3")
        self._note = Note(theme)
        head = QHBoxLayout()
        head.addWidget(self._caption)
        head.addStretch(1)
        head.addWidget(self._zone)
        row = QHBoxLayout()
        row.setSpacing(measures.GAP)
        row.addWidget(self.day, 18)
        row.addWidget(self.start, 9)
        row.addWidget(Text(theme, "–", colour="text3"))
        row.addWidget(self.end, 9)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.LABEL_GAP)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self._note)
        for entry in (self.day, self.start, self.end):
            entry.left.connect(self._left)

    def show_item(self, item: ItemView, words: Words, *, keep_typed: bool) -> None:
        """Show when an entry is."""
        self._item, self._words = item, words
        self._caption.setText(words.say_in("window", "Time"))
        zone = " · ".join(part for part in (item.zone, item.offset) if part)
        self._zone.setText(f"{words.say('assumed')} · {zone}" if item.assumed and zone else zone)
        for text in (self._caption, self._zone):
            text.restyle()
        self.day.setAccessibleName(words.say_in("window", "Day"))
        self.start.setAccessibleName(words.say_in("window", "Start"))
        self.end.setAccessibleName(words.say_in("window", "End"))
        saved = When(item.date, item.start, item.end, item.end_day) == self._sent
        typing = any(entry.hasFocus() and entry.changed() for entry in (self.day, self.start, self.end))
        if keep_typed and typing and not saved:
            return
        self._sent = None
        self.day.show_date(item.date, item.date, lambda when: written(when, words.language))
        self.start.show_time(item.start)
        end = item.end.strftime("%H:%M") if item.end else ""
        self.end.show_text(f"{end} +{item.end_day}" if end and item.end_day else end)
        self.error("")

    def error(self, text: str, at: LineEntry | None = None) -> None:
        """Show what is wrong below the three fields, and mark the one it is about."""
        for entry in (self.day, self.start, self.end):
            entry.setProperty("state", "error" if text and entry is at else "")
            entry.style().unpolish(entry)
            entry.style().polish(entry)
        self._note.tell(text)

    def problem(self) -> str:
        """Return what is shown as wrong."""
        return self._note.text()

    def lock(self, locked: bool) -> None:
        """Let the values be read only."""
        for entry in (self.day, self.start, self.end):
            entry.setReadOnly(locked)

    def flush(self) -> None:
        """Tell of a field that is being left because the panel shows something else."""
        if any(entry.hasFocus() and entry.changed() for entry in (self.day, self.start, self.end)):
            self._left()

    def _left(self) -> None:
        found = self._read()
        if found is None or self._item is None:
            return
        self.error("")
        item = self._item
        if found != When(item.date, item.start, item.end, item.end_day):
            self._sent = found
            self.left.emit(found)
        else:
            self.show_item(item, self._words, keep_typed=False)  # pyright: ignore[reportArgumentType]

    def _read(self) -> When | None:
        words = self._words
        if words is None or self._item is None:
            return None
        try:
            on = self.day.value()
        except Unreadable:
            on = None
        if on is None:
            self.error(words.say("This is not a date; type it like 7/30 or 2024-07-30"), self.day)
            return None
        try:
            start = self.start.value()
        except Unreadable:
            self.error(words.say("Times go from 00:00 to 23:59; type 0930 or 9:30"), self.start)
            return None
        text = self.end.text()
        found = _NEXT_DAY.search(text)
        try:
            end = read_time(_NEXT_DAY.sub("", text))
        except Unreadable:
            self.error(words.say("Times go from 00:00 to 23:59; type 0930 or 9:30"), self.end)
            return None
        end_day = int(found[1]) if found and end else 0
        if start and end and not end_day and end < start:
            self.error(
                words.say(
                    "It ends before it starts; for the next day type {example}", example=f"{end:%H:%M} +1"
                ),
                self.end,
            )
            return None
        return When(on, start, end, end_day)
