"""A visit: its head, the tabs of its sections, and the section that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.visit.header import Rule, VisitHeader
from ui.pages.visit.sections import SECTIONS
from ui.style.tokens import Severity
from ui.widgets.ground import Ground
from ui.widgets.tabs import Tab, Tabs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.text.catalogue import Words
    from ui.forms.panel import FormPanel
    from ui.hands import Hands
    from ui.values import VisitView

_SHOWN = (Severity.ERROR, Severity.WARN)
"""What a tab tells of its section, the worse first."""


class VisitPage(Ground):
    """Each section is built when it is opened first, and shown the visit whenever it is opened."""

    section_opened = Signal(str)
    built = Signal(str, object)
    """A section was built: its code and the widget."""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands.theme, "surface", parent=parent)
        self._hands = hands
        self._visit: VisitView | None = None
        self._words: Words | None = None
        self._sections: dict[str, Any] = {}
        self._stale: set[str] = set()
        self.header = VisitHeader(hands.theme)
        self.tabs = Tabs(hands.theme)
        self._stack = QStackedWidget()
        bar = QHBoxLayout()
        bar.setContentsMargins(11, 0, 11, 0)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(bar)
        column.addWidget(Rule(hands.theme))
        column.addWidget(self._stack, 1)
        self._open = "schedule"
        self.tabs.opened.connect(self.open_section)

    def __getattr__(self, name: str) -> Any:
        """Return a section by its code, as ``page.schedule``: it is built where it is not there yet."""
        if name in SECTIONS:
            return self.build(name)
        raise AttributeError(name)

    def section(self) -> str:
        """Return the code of the section that is open."""
        return self._open

    def section_of(self, table: str) -> str:
        """Return the section in which rows of a table are edited, or an empty string."""
        return next((code for code, made in SECTIONS.items() if table in made.tables), "")

    def build(self, code: str) -> Any:
        """Return a section; it is built where it is not there yet."""
        if code not in self._sections:
            section = SECTIONS[code].make(self._hands)
            self._sections[code] = section
            self._stack.addWidget(section)
            self._stale.add(code)
            self.built.emit(code, section)
        return self._sections[code]

    def open_section(self, code: str) -> None:
        """Open a section; what is being typed in the one before is saved."""
        if code != self._open:
            for form in self.forms():
                form.flush()
        section = self.build(code)
        self._open = code
        self.tabs.take(code)
        self._freshen(code)
        self._stack.setCurrentWidget(section)
        self.section_opened.emit(code)

    def open_next(self, step: int) -> None:
        """Open the next section, or the one before, and stand in its list: arrows are to walk there."""
        codes = list(SECTIONS)
        self.open_section(codes[(codes.index(self._open) + step) % len(codes)])
        section = self.build(self._open)
        getattr(section, "list", section).setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, table: str, row_id: str, *, edit: bool = False) -> None:
        """Select a row in the section that is open."""
        self.build(self._open).select(table, row_id, edit=edit)

    def forms(self) -> Sequence[FormPanel]:
        """Return the forms of all sections in which something may be typed."""
        return [form for section in self._sections.values() for form in section.forms()]

    def show_visit(self, visit: VisitView, words: Words) -> None:
        """Show a visit in the section that is open."""
        self._visit, self._words = visit, words
        self.header.show_visit(visit, words)
        self._write(words)
        self._stale = set(self._sections)
        self.build(self._open)
        self._freshen(self._open)

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self._words = words
        self._write(words)
        for section in self._sections.values():
            section.retranslate(words)
        if self._visit is not None:
            self.header.show_visit(self._visit, words)

    def _freshen(self, code: str) -> None:
        if code in self._stale and self._visit is not None and self._words is not None:
            self._stale.discard(code)
            self._sections[code].show_visit(self._visit, self._words)

    def _write(self, words: Words) -> None:
        self.tabs.setAccessibleName(words.say_in("window", "Sections"))
        worst = self._worst()
        self.tabs.offer(
            [
                Tab(
                    code,
                    words.say_in("window", made.title),
                    next(
                        (kind for kind in _SHOWN if any(worst.get(table) is kind for table in made.tables)),
                        None,
                    ),
                )
                for code, made in SECTIONS.items()
            ]
        )
        self.tabs.take(self._open)

    def _worst(self) -> Mapping[str, Severity]:
        """Return the worst that was found about the rows of each table."""
        worst: dict[str, Severity] = {}
        for one in self._visit.findings if self._visit is not None else ():
            if one.severity in _SHOWN:
                for table, _row in one.finding.objects[:1]:
                    if worst.get(table) is not Severity.ERROR:
                        worst[table] = one.severity
        return worst
