"""What of the history is shown: of whom, of which visit, between which days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.text.dates import DayForm, day
from ui.style import measures
from ui.values_history import HistoryFilter
from ui.widgets.entry import ChoiceEntry, DateEntry
from ui.widgets.field import Field
from ui.widgets.typed import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.style.theme import Theme


class Filters(QWidget):
    """Four fields in a row; ``changed`` carries the ``HistoryFilter``."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Words | None = None
        self._people: Sequence[tuple[str, str]] = ()
        self._visits: Sequence[tuple[str, str]] = ()
        self.person, self.visit = ChoiceEntry(theme), ChoiceEntry(theme)
        self.first, self.last = DateEntry(theme), DateEntry(theme)
        entries = (self.person, self.visit, self.first, self.last)
        self._fields = [Field(theme, entry) for entry in entries]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures.GAP)
        for field, wide in zip(self._fields, (3, 4, 2, 2), strict=True):
            row.addWidget(field, wide)
        for entry in entries:
            entry.left.connect(self._changed)

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self._words = words
        names = (
            words.say_in("history", "Who"),
            words.say_in("history", "Visit"),
            words.say_in("history", "From"),
            words.say_in("history", "To"),
        )
        for field, name in zip(self._fields, names, strict=True):
            field.tell(name)
        for entry in (self.first, self.last):
            entry.show_date(self._read(entry), dt.date.today(), self._written)
        self._offer()

    def offer(self, people: Sequence[tuple[str, str]], visits: Sequence[tuple[str, str]]) -> None:
        """Set whom and which visits one can ask for: ids and names."""
        self._people, self._visits = people, visits
        self._offer()

    def value(self) -> HistoryFilter:
        """Return what is asked for; a date that cannot be read asks for nothing."""
        return HistoryFilter(
            self.person.value(), self.visit.value(), self._read(self.first), self._read(self.last)
        )

    def _offer(self) -> None:
        words = self._words
        if words is None:
            return
        everyone, all_of_it = (
            ("", words.say_in("history", "Everybody")),
            ("", words.say_in("history", "The whole file")),
        )
        self.person.offer([everyone, *self._people], self.person.value())
        self.visit.offer([all_of_it, *self._visits], self.visit.value())

    def _changed(self) -> None:
        for entry in (self.person, self.visit):
            entry.begin()
        words, wrong = self._words, False
        for entry, field in zip((self.first, self.last), self._fields[2:], strict=True):
            try:
                value = entry.value()
            except Unreadable:
                wrong = True
                field.error(words.say("This is not a date.") if words else "")
            else:
                field.error("")
                entry.show_date(value, dt.date.today(), self._written)
        if not wrong:
            self.changed.emit(self.value())

    def _read(self, entry: DateEntry) -> dt.date | None:
        try:
            return entry.value()
        except Unreadable:
            return None

    def _written(self, value: dt.date) -> str:
        return day(value, self._words.language if self._words else "en", DayForm.NUMERIC)
