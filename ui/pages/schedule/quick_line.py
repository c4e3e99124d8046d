"""The line in which an entry is typed as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.style import measures
from ui.widgets.entry import LineEntry
from ui.widgets.ground import Edge, Ground

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent

    from models.text.catalogue import Words
    from ui.style.theme import Theme


class _Line(LineEntry):
    """Marks the whole text when one comes to it, also with the mouse."""

    _coming = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark what was left; a menu or another window that was in front changes nothing."""
        super().focusInEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in passing:
            self.selectAll()
            self._coming = event.reason() is Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the mark: the press that brought one here has put the cursor somewhere."""
        super().mouseReleaseEvent(event)
        if self._coming and not self.hasSelectedText():
            self.selectAll()
        self._coming = False


class QuickLine(Ground):
    """At the foot of the list; Return adds what is typed, and the line is free for the next.

    What was left there and not added is marked when one comes back: the next text takes its place.
    """

    entered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", Edge.TOP, parent)
        self.entry = _Line(theme)
        self.entry.returnPressed.connect(self._enter)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(measures.MARGIN, 8, measures.MARGIN, 8)
        self._row.addWidget(self.entry)

    def keep_clear(self, covered: int) -> None:
        """Leave free what lies under the form of the page."""
        self._row.setContentsMargins(measures.MARGIN, 8, measures.MARGIN + covered, 8)

    def word(self, words: Words, day: str) -> None:
        """Say onto which day an entry goes, and how it is typed."""
        name = words.say_in("schedule", "New entry, {day}", day=day) if day else words.say("Add item")
        self.entry.setAccessibleName(name)
        example = words.say_in("schedule", "9:30-10:15 Welcome address")
        self.entry.setPlaceholderText(f"{name}: {example}")

    def _enter(self) -> None:
        text = self.entry.text()
        if text.strip():
            self.entered.emit(text)

    def clear(self) -> None:
        """Be free for the next: what was typed is an entry now."""
        self.entry.show_text("")
