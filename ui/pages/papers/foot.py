"""The foot of the papers: how many files, how far they are, and the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.style import measures
from ui.widgets.busy import BusyBar
from ui.widgets.button import Button, Rank
from ui.widgets.field import Note
from ui.widgets.ground import Edge, Ground
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.style.theme import Theme


class Foot(Ground):
    """Says one thing at a time: what is wanted, how far it is, what came of it, or what went wrong."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", Edge.TOP, parent)
        self.busy = BusyBar(theme)
        self.note = Note(theme)
        self.said = Text(theme, "", colour="text2", wrap=True)
        self.open_folder = Button(theme, Rank.PLAIN, "folder-open")
        self.export = Button(theme, Rank.PRIMARY, "file-output")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.busy)
        column.addWidget(self.note)
        column.addWidget(self.said)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.MARGIN, 13, measures.MARGIN, 12)
        row.setSpacing(measures.GAP)
        row.addLayout(column, 1)
        row.addSpacing(measures.GAP)
        row.addWidget(self.open_folder)
        row.addWidget(self.export)
        self.setMinimumHeight(measures.CONTROL + 26)

    def say(self, text: str) -> None:
        """Say what is wanted or what came of it."""
        self.note.tell("")
        self.said.setText(text)
        self.said.show()

    def complain(self, text: str) -> None:
        """Say what went wrong."""
        self.said.hide()
        self.note.tell(text)

    def begin(self, what: str, stop: str) -> None:
        """Make room for the bar."""
        self.note.tell("")
        self.said.hide()
        self.busy.begin(what, stop)
