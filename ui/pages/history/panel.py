"""The history of one object, as a part of the panel: who changed what, when, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.pages.history.changes import ChangeLines
from ui.style import measures
from ui.style.paint import Ink
from ui.widgets.avatar import Avatar
from ui.widgets.text import Line, Text
from ui.words_steps import step_line
from ui.words_together import moment_words

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values_history import HistoryView, RecordView


class HistoryList(QWidget):
    """Steps, the newest first; ``put_back`` carries what is to be put back."""

    put_back = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_history(self, records: HistoryView, words: Words, *, may_write: bool = True) -> None:
        """Show the steps that touched one row."""
        for part in self._parts:
            self._column.removeWidget(part)
            part.deleteLater()
        self._parts = [self._step(record, records, words, may_write) for record in records.records]
        if not self._parts:
            self._parts.append(
                Text(self._theme, words.say("Nothing was changed here yet."), colour="text3", wrap=True)
            )
        elif records.more:
            said = words.say("Older changes are in the history of the file.")
            self._parts.append(Text(self._theme, said, 12, colour="text3", wrap=True))
        for part in self._parts:
            self._column.addWidget(part)
        self.setAccessibleName(words.say_in("history", "History"))

    def links(self) -> list[QWidget]:
        """Return the ways to put something back, in their order."""
        return [
            link for part in self._parts for each in part.findChildren(ChangeLines) for link in each.links
        ]

    def _step(self, record: RecordView, view: HistoryView, words: Words, may_write: bool) -> QWidget:
        theme = self._theme
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        sign = Avatar(theme, 24)
        sign.show_name(record.author or "?")
        who = Line(theme, 24)
        when = moment_words(record.at, words)
        who.show_runs(
            lambda tokens: [
                Ink(record.author or "?", tokens.text, 13, True),
                Ink(when, tokens.text3, 12, gap=8),
            ]
        )
        head.addWidget(sign)
        head.addWidget(who, 1)
        column.addLayout(head)
        column.addWidget(Text(theme, step_line(record, words, view.named), colour="text2", wrap=True))
        if record.lines:
            lines = ChangeLines(theme, record, view.named, words, heads=False, may_write=may_write)
            lines.put_back.connect(self.put_back)
            lines.setContentsMargins(measures.MARGIN + 8, 0, 0, 0)
            column.addWidget(lines)
        part.setAccessibleName(f"{record.author} {when}")
        return part
