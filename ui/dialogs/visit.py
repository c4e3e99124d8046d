"""A new visit: its title, its working languages, its first and last day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from models.text.dates import DayForm, day
from models.text.languages import known_languages, language
from ui.dialogs.base import Dialog
from ui.style import measures
from ui.widgets.entry import DateEntry, LineEntry
from ui.widgets.field import Field
from ui.widgets.text import Text
from ui.widgets.typed import Unreadable

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.style.theme import Theme

_MOST_DAYS = 60


class VisitDialog(Dialog):
    """``made`` carries titles by language, languages, first and last day."""

    made = Signal(dict, tuple, object, object)

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(theme, words.say("New visit"), words.say("Cancel"), words.say("Add visit"), parent)
        self._words = words
        self.title = LineEntry(theme)
        self._title_field = Field(theme, self.title)
        self._title_field.tell(words.say_in("window", "Title"), language(words.language).own_name)
        self.body.addWidget(self._title_field)
        self.first, self.last = DateEntry(theme), DateEntry(theme)
        self._first_field, self._last_field = Field(theme, self.first), Field(theme, self.last)
        self._first_field.tell(words.say("First day"))
        self._last_field.tell(words.say("Last day"))
        today = date.today()
        for entry in (self.first, self.last):
            entry.show_date(None, today, self._write)
        self.first.left.connect(self._first_left)
        self.last.left.connect(lambda: self._read(self.last, self._last_field))
        days = QHBoxLayout()
        days.setSpacing(measures.GAP)
        days.addWidget(self._first_field)
        days.addWidget(self._last_field)
        self.body.addLayout(days)
        self.body.addWidget(Text(theme, words.say("Working languages"), 12, bold=True, colour="text2"))
        self._boxes: dict[str, QCheckBox] = {}
        row = QHBoxLayout()
        row.setSpacing(16)
        for tag in sorted(known_languages(), key=lambda tag: tag != words.language):
            box = QCheckBox(language(tag).own_name)
            box.setFont(theme.font(language=tag))
            box.setChecked(tag in (words.language, "en"))
            self._boxes[tag] = box
            row.addWidget(box)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.act.clicked.connect(self._done)
        self.setMinimumWidth(480)
        self.title.setFocus()

    def _write(self, when: date) -> str:
        return day(when, self._words.language, DayForm.FULL)

    def _read(self, entry: DateEntry, field: Field) -> date | None:
        try:
            found = entry.value()
        except Unreadable:
            found = None
        if found is None:
            field.error(self._words.say("This is not a date; type it like 7/30 or 2024-07-30"))
            return None
        field.error("")
        entry.show_date(found, found, self._write)
        return found

    def _first_left(self) -> None:
        found = self._read(self.first, self._first_field)
        if found and not self.last.text():
            self.last.show_date(found, found, self._write)

    def _done(self) -> None:
        words = self._words
        title = self.title.text().strip()
        self._title_field.error("" if title else words.say("A visit needs a title"))
        first, last = self._read(self.first, self._first_field), self._read(self.last, self._last_field)
        if not title or first is None or last is None:
            return
        if not first <= last <= first + timedelta(days=_MOST_DAYS):
            self._last_field.error(
                words.say("The last day lies after the first, by at most {days} days", days=_MOST_DAYS)
            )
            return
        languages = tuple(tag for tag, box in self._boxes.items() if box.isChecked()) or (words.language,)
        self.made.emit({words.language: title}, languages, first, last)
        self.accept()
