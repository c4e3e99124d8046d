"""An empty page: a sentence that says what to do first, and the button that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.style import measures
from ui.style.icons import LARGE
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme
    from ui.widgets.button import Button


class Picture(QWidget):
    """A large icon."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setFixedSize(LARGE, LARGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        del event
        painter = QPainter(self)
        self._theme.icons.paint(painter, self._icon, self._theme.tokens.accent, 0, 0, LARGE)
        painter.end()


class Empty(QWidget):
    """Stands where a list would be."""

    def __init__(self, theme: Theme, icon: str, *buttons: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(theme, "", 16, bold=True)
        self._text = Text(theme, "", 13, colour="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(measures.MARGIN, 56, measures.MARGIN, measures.MARGIN)
        column.setSpacing(8)
        column.addWidget(Picture(theme, icon), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._text)
        if buttons:
            row = QHBoxLayout()
            row.setContentsMargins(0, 8, 0, 0)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)

    def tell(self, title: str, text: str) -> None:
        """Set the sentence."""
        self._title.setText(title)
        self._title.restyle()
        self._text.setText(text)
        self._text.restyle()
