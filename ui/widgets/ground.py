"""A plain area with a ground from the tokens and, where wanted, a line at one edge."""

from __future__ import annotations

from enum import Flag, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme


class Edge(Flag):
    """The edges that carry a separating line."""

    NONE = 0
    LEFT = auto()
    TOP = auto()
    RIGHT = auto()
    BOTTOM = auto()


class Ground(QWidget):
    """An area filled with one token."""

    def __init__(
        self, theme: Theme, token: str = "surface", edges: Edge = Edge.NONE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._token = token
        self._edges = edges

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the area and draw its lines."""
        painter = QPainter(self)
        tokens = self.theme.tokens
        painter.fillRect(event.rect(), QColor(getattr(tokens, self._token)))
        wide, high = self.width(), self.height()
        lines = {
            Edge.LEFT: QRectF(0, 0, 1, high),
            Edge.TOP: QRectF(0, 0, wide, 1),
            Edge.RIGHT: QRectF(wide - 1, 0, 1, high),
            Edge.BOTTOM: QRectF(0, high - 1, wide, 1),
        }
        for edge, area in lines.items():
            if edge in self._edges:
                painter.fillRect(area, QColor(tokens.line))
        painter.end()
