"""The frame of the window, which is painted before anything slow is imported.

Merely naming ``Qt`` here would cost a sixth of the time to the first paint (its enums are made at first use),
so this module uses the plainest calls there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent

# The three grounds and the line of ui.style.tokens; a test compares them.
LIGHT_GROUNDS = ("#FFFFFF", "#F3F4F5", "#E5E8EA")
DARK_GROUNDS = ("#1A1D20", "#141719", "#2B3034")
SIDEBAR, STATUS, TITLE = 240, 29, 40


class Shell(QMainWindow):
    """An empty window with the grounds of sidebar, page and status line."""

    def __init__(self, *, dark: bool, geometry: str = "", sidebar: int = 0) -> None:
        super().__init__()
        self._grounds = DARK_GROUNDS if dark else LIGHT_GROUNDS
        self._sidebar = sidebar or SIDEBAR
        self._after: Callable[[], object] | None = None
        self._closing: Callable[[], bool] | None = None
        self.setWindowTitle("Parley")
        # Never larger than the screen; what the system puts round the window needs some room, too.
        room = self.screen().availableGeometry()
        self.resize(min(1440, room.width()), min(900, room.height() - TITLE))
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def once_painted(self, after: Callable[[], object]) -> None:
        """Do the rest as soon as the window stands on the screen."""
        self._after = after

    def when_closing(self, closing: Callable[[], bool]) -> None:
        """Ask this before the window closes; it may say no for the moment."""
        self._closing = closing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds; what is built later covers them."""
        super().paintEvent(event)
        page, side, line = (QColor(name) for name in self._grounds)
        wide, high = self.width(), self.height()
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, wide, high), page)
        painter.fillRect(QRect(0, 0, self._sidebar, high), side)
        painter.fillRect(QRect(self._sidebar - 1, 0, 1, high), line)
        painter.fillRect(QRect(0, high - STATUS, wide, STATUS), side)
        painter.fillRect(QRect(0, high - STATUS, wide, 1), line)
        painter.end()
        if self._after is not None:
            after, self._after = self._after, None
            QTimer.singleShot(0, after)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the contents end first."""
        if self._closing is not None and not self._closing():
            event.ignore()
            return
        super().closeEvent(event)
