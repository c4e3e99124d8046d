"""The focus ring: one overlay for each window, shown round painted controls after Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.style import measures
from ui.style.paint import box, start
from ui.widgets.cursor import reveal

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme

_ROOM = 4


class FocusRing(QWidget):
    """Follows the focus of one window; the mouse passes through it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QObject] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        field = isinstance(new, (QLineEdit, QPlainTextEdit, QComboBox)) and new.window() is self.window()
        # Under a mouse button that is held down nothing may move.
        if field and new is not None and not QApplication.mouseButtons():
            reveal(new)
        shown = new if new is not None and getattr(new, "keyboard_focus", False) else None
        if shown is not None and shown.window() is not self.window():
            shown = None
        for watched in self._watched:
            watched.removeEventFilter(self)
        self._watched = []
        self._target = shown
        if shown is None:
            self.hide()
            return
        reveal(shown)
        walk: QWidget | None = shown
        while walk is not None and walk is not self.window():
            walk.installEventFilter(self)
            self._watched.append(walk)
            walk = walk.parentWidget()
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay round the control while it or what holds it moves."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show):
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        corner = target.mapTo(self.window(), QPoint(0, 0))
        self.setGeometry(QRect(corner, target.size()).adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        del event
        painter = QPainter(self)
        start(painter)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        box(painter, area, measures.RADIUS + 3, "", self._theme.tokens.accent, 2)
        painter.end()
