"""When an entry is: day, start and end, saved together because they only make sense together."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.text.catalogue import mark
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
        self._base: When | None = None
        self._pending = False
        self._unread: dict[str, tuple[str, str, str]] = {}
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
        """Show when an entry is; what could not be read comes back with its entry."""
        before = self._item
        other = before is None or before.id != item.id
        if before is not None and other and self.changed() and self._typed() is None:
            self._unread[before.id] = (self.day.text(), self.start.text(), self.end.text())
        self._item, self._words = item, words
        self._caption.setText(words.say_in("window", "Time"))
        zone = " · ".join(part for part in (item.zone, item.offset) if part)
        assumed = words.say("assumed")
        self._zone.setText(f"{assumed} · {zone}" if item.assumed and zone else zone)
        for text in (self._caption, self._zone):
            text.restyle()
        self.day.setAccessibleName(words.say_in("window", "Day"))
        self.start.setAccessibleName(words.say_in("window", "Start"))
        self.end.setAccessibleName(words.say_in("window", "End"))
        now = When(item.date, item.start, item.end, item.end_day)
        if keep_typed and self.changed() and self._typed() != now:
            return
        self._base, self._pending = now, False
        self._write(now, words)
        self.error("")
        typed = self._unread.pop(item.id, None)
        if typed is not None and other:
            for entry, text in zip((self.day, self.start, self.end), typed, strict=True):
                entry.setText(text)
            self._left()

    def unread(self) -> bool:
        """Tell whether an entry that is not shown has a time that could not be read."""
        return bool(self._unread)

    def base(self) -> When | None:
        """Return what was shown when typing began."""
        return self._base

    def changed(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return self._pending or any(entry.changed() for entry in (self.day, self.start, self.end))

    def confirm(self, when: When) -> None:
        """Note that a value is saved."""
        if not self.changed():
            return
        if self._typed() == when and self._words is not None:
            self._write(when, self._words)
        self._base, self._pending = when, False

    def overlay(self, when: When, base: When) -> None:
        """Put back what was typed and is not saved yet."""
        if self._words is not None:
            self._write(when, self._words)
            self._base, self._pending = base, True

    def put_back(self) -> None:
        """Show what is saved."""
        if self._item is not None and self._words is not None:
            self.show_item(self._item, self._words, keep_typed=False)

    def _write(self, when: When, words: Words) -> None:
        self.day.show_date(when.date, when.date, lambda day: written(day, words.language))
        self.start.show_time(when.start)
        self.end.show_text(end_text(when))

    def _typed(self) -> When | None:
        """Return what stands in the fields, or None where it cannot be read."""
        try:
            return self._read()
        except _Wrong:
            return None

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
        words = self._words
        if words is None or self._item is None:
            return
        try:
            found = self._read()
        except _Wrong as wrong:
            self.error(wrong.sentence(words), wrong.entry)
            return
        self.error("")
        if found != self._base or self._pending:
            self.left.emit(found)
        elif self._base is not None:
            self._write(self._base, words)

    def _read(self) -> When:
        try:
            on = self.day.value()
        except Unreadable:
            on = None
        if on is None:
            raise _Wrong(self.day, mark("This is not a date; type it like 7/30 or 2024-07-30"))
        times = mark("Times go from 00:00 to 23:59; type 0930 or 9:30")
        try:
            start = self.start.value()
        except Unreadable:
            raise _Wrong(self.start, times) from None
        text = self.end.text()
        found = _NEXT_DAY.search(text)
        try:
            end = read_time(_NEXT_DAY.sub("", text))
        except Unreadable:
            raise _Wrong(self.end, times) from None
        end_day = int(found[1]) if found and end else 0
        if start and end and not end_day and end < start:
            raise _Wrong(
                self.end,
                mark("It ends before it starts; for the next day type {example}"),
                f"{end:%H:%M} +1",
            )
        return When(on, start, end, end_day)


def end_text(when: When) -> str:
    """Return the end as the field shows it: 17:00, or 01:30 +1 for the next day."""
    end = when.end.strftime("%H:%M") if when.end else ""
    return f"{end} +{when.end_day}" if end and when.end_day else end


class _Wrong(Exception):
    """What is typed cannot be taken."""

    def __init__(self, entry: LineEntry, message: str, example: str = "") -> None:
        super().__init__(message)
        self.entry, self._message, self._example = entry, message, example

    def sentence(self, words: Words) -> str:
        return words.say(self._message, example=self._example)
