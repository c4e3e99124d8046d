"""The days of a visit inside its form: first and last, and moving the whole of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.text.dates import DayForm, day
from ui.style import measures
from ui.style.tokens import Severity
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Rank
from ui.widgets.entry import DateEntry
from ui.widgets.field import Field
from ui.widgets.typed import Unreadable

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.style.theme import Theme

_MOST_DAYS = 60


class DaysPart(QWidget):
    """``changed`` carries first and last day, ``moved`` the number of days by which all is to be moved."""

    changed = Signal(object, object)
    moved = Signal(int)
    followed = Signal(int)
    """The entries are to follow the days that were changed, by so many days."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: Words | None = None
        self._first: date | None = None
        self._last: date | None = None
        self.first, self.last, self.start = DateEntry(theme), DateEntry(theme), DateEntry(theme)
        self.first_field, self.last_field = Field(theme, self.first), Field(theme, self.last)
        self.start_field = Field(theme, self.start)
        self.move_button = Button(theme, Rank.PLAIN, "calendar-clock")
        self.move_button.clicked.connect(self._move)
        self.first.left.connect(self._left)
        self.last.left.connect(self._left)
        self.start.textChanged.connect(self._typed)
        self.banner: Banner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(measures.GAP)
        days = QHBoxLayout()
        days.setSpacing(measures.GAP)
        for field in (self.first_field, self.last_field):
            days.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        move = QHBoxLayout()
        move.setSpacing(measures.GAP)
        move.addWidget(self.start_field, 1)
        move.addWidget(self.move_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(days)
        self._column.addLayout(move)

    def show_days(self, first: date | None, last: date | None, words: Words, *, locked: bool) -> None:
        """Show the days of a visit; what is being typed stays."""
        self._words = words
        self.first_field.tell(words.say("First day"))
        self.last_field.tell(words.say("Last day"))
        self.start_field.tell(words.say_in("overview", "Move the whole visit to begin on"))
        other = (first, last) != (self._first, self._last)
        self._first, self._last = first, last
        for entry, when in ((self.first, first), (self.last, last)):
            if other or not entry.changed():
                entry.show_date(when, when or date.today(), self._write)
            entry.setReadOnly(locked)
        if other:
            self.first_field.error("")
            self.last_field.error("")
            self.start.show_date(None, first or date.today(), self._write)
        self.start.setReadOnly(locked)
        self._typed()

    def offer_to_follow(self, days: int, outside: int) -> None:
        """Offer to move what stayed outside of the days by as many days as the first day went."""
        words = self._words
        if self.banner is not None:
            self._column.removeWidget(self.banner)
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None
        if not days or not outside or words is None:
            return
        text = words.count(
            "{number} entry lies outside the days of the visit now.",
            "{number} entries lie outside the days of the visit now.",
            outside,
        )
        repair = words.count("Move everything by {number} day", "Move everything by {number} days", days)
        self.banner = Banner(self._theme, text, Severity.WARN, ((repair, lambda: self.followed.emit(days)),))
        self._column.insertWidget(1, self.banner)

    def _write(self, when: date) -> str:
        assert self._words is not None
        return day(when, self._words.language, DayForm.FULL)

    def _value(self, entry: DateEntry) -> date | None:
        try:
            return entry.value()
        except Unreadable:
            return None

    def _left(self) -> None:
        words = self._words
        if words is None or self.first.isReadOnly():
            return
        found = [self._value(entry) for entry in (self.first, self.last)]
        wrong = words.say("This is not a date; type it like 7/30 or 2024-07-30")
        for field, when in zip((self.first_field, self.last_field), found, strict=True):
            field.error("" if when is not None else wrong)
        first, last = found
        if first is None or last is None or (first, last) == (self._first, self._last):
            return
        if last < first:
            self.last_field.error(
                words.say_in("new visit", "The last day lies before the first; change one of the two.")
            )
        elif (last - first).days >= _MOST_DAYS:
            self.last_field.error(
                words.say_in("new visit", "A visit has at most {days} days; check the year.", days=_MOST_DAYS)
            )
        else:
            self.changed.emit(first, last)

    def _typed(self) -> None:
        """Say on the button by how many days everything would be moved."""
        words = self._words
        if words is None:
            return
        gap = self._gap()
        self.move_button.setEnabled(bool(gap) and not self.start.isReadOnly())
        self.move_button.tell(
            words.count("Move by {number} day", "Move by {number} days", gap)
            if gap
            else words.say_in("overview", "Move")
        )

    def _gap(self) -> int:
        when = self._value(self.start) if self.start.text().strip() else None
        return (when - self._first).days if when is not None and self._first is not None else 0

    def _move(self) -> None:
        gap = self._gap()
        if gap:
            self.moved.emit(gap)
