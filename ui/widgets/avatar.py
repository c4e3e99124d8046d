"""A round sign for a person or an organisation: the first letter of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style.paint import Ink, base_in, box, start, width

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme


class Avatar(QWidget):
    """The first letter of a name on a tint."""

    def __init__(self, theme: Theme, size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ""
        self._side = size
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Set whose sign it is."""
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the side of the circle."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint circle and letter."""
        del event
        if not self._name:
            return
        painter = QPainter(self)
        start(painter)
        tokens = self._theme.tokens
        box(painter, QRectF(self.rect()), self._side / 2, tokens.tint)
        size = 12 if self._side < 32 else 16
        ink = Ink(self._name[:1].upper(), tokens.accent, size, True)
        painter.setFont(self._theme.font(size, bold=True))
        painter.setPen(QColor(ink.colour))
        x = (self._side - width(self._theme, ink)) / 2
        painter.drawText(QPointF(x, base_in(self._theme, 0, self._side, size, bold=True)), ink.text)
        painter.end()
