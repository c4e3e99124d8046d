"""The line in which an entry is typed as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.style import measures
from ui.widgets.entry import LineEntry
from ui.widgets.ground import Edge, Ground

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.style.theme import Theme


class QuickLine(Ground):
    """At the foot of the list; Return adds what is typed, and the line is free for the next."""

    entered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", Edge.TOP, parent)
        self.entry = LineEntry(theme)
        self.entry.returnPressed.connect(self._enter)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.MARGIN, 8, measures.MARGIN, 8)
        row.addWidget(self.entry)

    def word(self, words: Words, day: str) -> None:
        """Say onto which day an entry goes, and how it is typed."""
        name = words.say_in("schedule", "New entry, {day}", day=day) if day else words.say("Add item")
        self.entry.setAccessibleName(name)
        example = words.say_in("schedule", "9:30-10:15 Welcome address")
        self.entry.setPlaceholderText(f"{name}: {example}")

    def _enter(self) -> None:
        text = self.entry.text()
        if text.strip():
            self.entry.show_text("")
            self.entered.emit(text)
