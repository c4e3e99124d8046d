"""A strip over the page while the file cannot be written or is not there: what is wrong, and trying again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.style import measures
from ui.widgets.button import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme


class TroubleStrip(QWidget):
    """Hidden while all is well."""

    retried = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = Text(theme, "", wrap=True)
        self.again = Link(theme, "")
        self.again.clicked.connect(self.retried)
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.MARGIN + 26, 9, measures.MARGIN, 9)
        row.setSpacing(16)
        row.addWidget(self._text, 1)
        row.addWidget(self.again)
        self.hide()

    def tell(self, text: str, again: str) -> None:
        """Say what is wrong, or hide where nothing is."""
        self._text.setText(text)
        self.again.setText(again)
        self.again.setAccessibleName(again)
        self.again.updateGeometry()
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def said(self) -> str:
        """Return what is said."""
        return self._text.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and icon."""
        del event
        painter = QPainter(self)
        colours = self._theme.tokens.error
        painter.fillRect(QRectF(self.rect()), QColor(colours.ground))
        top = (self.height() - 16) / 2
        self._theme.icons.paint(painter, "circle-alert", colours.ink, measures.MARGIN, top)
        painter.end()
