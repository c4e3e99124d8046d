"""A popover: a small raised surface beside what it is about; Escape and a click elsewhere close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style import measures
from ui.style.paint import box, start

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme


class Popover(QWidget):
    """Holds one widget and stands under another."""

    def __init__(self, theme: Theme, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(content)

    def stand_under(self, anchor: QWidget, *, above: bool = False) -> None:
        """Show the popover below (or above) a widget, inside the screen."""
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(0, -self.height() - 4 if above else anchor.height() + 4))
        limits = anchor.screen().availableGeometry()
        x = min(max(corner.x(), limits.left() + 8), limits.right() - self.width() - 8)
        y = min(max(corner.y(), limits.top() + 8), limits.bottom() - self.height() - 8)
        self.move(x, y)
        self.show()
        self.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        del event
        painter = QPainter(self)
        start(painter)
        tokens = self._theme.tokens
        box(painter, QRectF(self.rect()), measures.RADIUS_POPOVER, tokens.raised, tokens.edge)
        painter.end()
