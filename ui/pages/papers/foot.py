"""The foot of the papers: how many files, how far they are, and the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.text.lists import join
from ui.style import measures
from ui.style.tokens import Severity
from ui.widgets.busy import BusyBar
from ui.widgets.button import Button, Link, Rank
from ui.widgets.field import Note, Sign
from ui.widgets.ground import Edge, Ground
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values import FindingView


class Foot(Ground):
    """Says one thing at a time: what is wanted, how far it is, what came of it, or what went wrong."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", Edge.TOP, parent)
        self.busy = BusyBar(theme)
        self.note = Note(theme)
        self.said = Text(theme, "", colour="text2", wrap=True)
        self._sign = Sign(theme)
        self.findings = Link(theme, bold=False, shrinks=True)
        self._found = QWidget()
        self.open_folder = Button(theme, Rank.PLAIN, "folder-open")
        self.export = Button(theme, Rank.PRIMARY, "file-output")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.busy)
        column.addWidget(self.note)
        column.addWidget(self.said)
        found = QHBoxLayout(self._found)
        found.setContentsMargins(0, 2, 0, 0)
        found.setSpacing(6)
        found.addWidget(self._sign)
        found.addWidget(self.findings)
        found.addStretch(1)
        column.addWidget(self._found)
        self._found.hide()
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

    def show_findings(
        self, found: Sequence[FindingView], label: Callable[[FindingView], str], words: Words
    ) -> None:
        """Say how many findings touch what is being made, and of what kinds they are."""
        self._found.setVisible(bool(found))
        if not found:
            return
        severe = any(one.severity is Severity.ERROR for one in found)
        self._sign.show_severity(Severity.ERROR if severe else Severity.WARN)
        kinds = list({one.code: label(one) for one in found}.values())
        self.findings.tell(
            words.count(
                "{number} finding: {kinds}",
                "{number} findings: {kinds}",
                len(found),
                kinds=join(kinds, words.language, conjunction=False),
            )
        )

    def complain(self, text: str) -> None:
        """Say what went wrong."""
        self.said.hide()
        self.note.tell(text)

    def begin(self, what: str, stop: str) -> None:
        """Make room for the bar."""
        self.note.tell("")
        self.said.hide()
        self.busy.begin(what, stop)
