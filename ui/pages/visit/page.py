"""A visit: its head, the tabs of its sections, and the section that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.schedule.page import SchedulePage
from ui.pages.visit.header import Rule, VisitHeader
from ui.style.tokens import Severity
from ui.widgets.ground import Ground
from ui.widgets.tabs import Tab, Tabs

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values import VisitView


class VisitPage(Ground):
    """Sections register here with a code; each is a widget with show_visit and retranslate."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent=parent)
        self._visit: VisitView | None = None
        self.header = VisitHeader(theme)
        self.tabs = Tabs(theme)
        self.schedule = SchedulePage(theme)
        self._sections = {"schedule": self.schedule}
        self._stack = QStackedWidget()
        for section in self._sections.values():
            self._stack.addWidget(section)
        self.tabs.opened.connect(self._open)
        bar = QHBoxLayout()
        bar.setContentsMargins(11, 0, 11, 0)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(bar)
        column.addWidget(Rule(theme))
        column.addWidget(self._stack, 1)

    def show_visit(self, visit: VisitView, words: Words) -> None:
        """Show a visit in all sections."""
        self._visit = visit
        self.header.show_visit(visit, words)
        self._write(words)
        for section in self._sections.values():
            section.show_visit(visit, words)

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self._write(words)
        for section in self._sections.values():
            section.retranslate(words)
        if self._visit is not None:
            self.header.show_visit(self._visit, words)

    def _write(self, words: Words) -> None:
        found = [one.severity for one in self._visit.findings] if self._visit else []
        worst = next((kind for kind in (Severity.ERROR, Severity.WARN) if kind in found), None)
        self.tabs.setAccessibleName(words.say_in("window", "Sections"))
        self.tabs.offer([Tab("schedule", words.say_in("window", "Schedule"), worst)])

    def _open(self, code: str) -> None:
        self._stack.setCurrentWidget(self._sections[code])
