"""A strip over the page where one person edits at a time: who that is, and what one can do meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.style import measures
from ui.widgets.button import Link
from ui.widgets.text import Text
from ui.words_together import lease_sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.values_safety import ShareView


class LeaseStrip(QWidget):
    """Hidden where everybody may edit."""

    taken_over = Signal()
    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share: ShareView | None = None
        self._text = Text(theme, "", wrap=True)
        self.take = Link(theme, "")
        self.copy = Link(theme, "")
        self.take.clicked.connect(self.taken_over)
        self.copy.clicked.connect(self.copy_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.MARGIN + 26, 9, measures.MARGIN, 9)
        row.setSpacing(16)
        row.addWidget(self._text, 1)
        row.addWidget(self.take)
        row.addWidget(self.copy)
        self.hide()

    def show_share(self, share: ShareView | None, words: Words) -> None:
        """Say who edits, or hide where that is nobody else."""
        self._share = share
        holder = share.holder if share is not None and not share.editing else None
        self.setVisible(holder is not None)
        if holder is None:
            return
        text = lease_sentence(holder, words)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.take.tell(words.say("Take over"))
        self.copy.tell(words.say("Work in a copy…"))

    def said(self) -> str:
        """Return what is said."""
        return self._text.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and icon."""
        del event
        painter = QPainter(self)
        colours = self._theme.tokens.note
        painter.fillRect(QRectF(self.rect()), QColor(colours.ground))
        self._theme.icons.paint(painter, "lock", colours.ink, measures.MARGIN, (self.height() - 16) / 2)
        painter.end()
