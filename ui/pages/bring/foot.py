"""The foot of the page: how much is new or changed, how far the reading is, and the button that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.style import measures
from ui.style.tokens import Severity
from ui.widgets.busy import BusyBar
from ui.widgets.button import Button, Rank
from ui.widgets.field import Note
from ui.widgets.ground import Edge, Ground
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.style.theme import Theme


class Foot(Ground):
    """Counts and a button; the bar takes the room of the counts while something is under way."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", Edge.TOP, parent)
        self.busy = BusyBar(theme)
        self.counts = Text(theme, "", colour="text2", wrap=True)
        self.note = Note(theme)
        self.bring = Button(theme, Rank.PRIMARY, "import")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.busy)
        column.addWidget(self.counts)
        column.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.MARGIN, 11, measures.MARGIN, 10)
        row.setSpacing(measures.GAP)
        row.addLayout(column, 1)
        row.addWidget(self.bring)
        self.setMinimumHeight(measures.CONTROL + 22)

    def say(self, counts: str, note: str = "", severity: Severity = Severity.WARN) -> None:
        """Say the counts, and what stands against bringing it in."""
        self.counts.setText(counts)
        self.counts.setVisible(bool(counts))
        self.note.tell(note, severity)

    def begin(self, what: str, stop: str) -> None:
        """Make room for the bar."""
        self.counts.hide()
        self.note.tell("")
        self.busy.begin(what, stop)
