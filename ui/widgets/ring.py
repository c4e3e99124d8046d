"""The focus ring: one overlay for each window, shown round painted controls after Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from ui.style import measures
from ui.style.paint import box, start

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme

_ROOM = 4
_MARGIN = 12
_MOST = 160


def show_whole(area: QScrollArea, target: QWidget) -> None:
    """Scroll so that a field is seen with its border, its label and what is said below it."""
    inside = area.widget()
    around: QWidget = target
    above = target.parentWidget()
    # Label and note of a field stand in what holds it; a group of fields is too much to be shown whole.
    while above is not None and above is not inside and above.height() <= _MOST:
        around, above = above, above.parentWidget()
    if inside is None or not inside.isAncestorOf(target):
        return
    here = around.mapTo(inside, QPoint(0, 0))
    area.ensureVisible(here.x(), here.y(), 0, _MARGIN)
    area.ensureVisible(here.x(), here.y() + around.height(), 0, _MARGIN)


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
            self._reveal(new)
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
        self._reveal(shown)
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

    def _reveal(self, target: QWidget) -> None:
        walk = target.parentWidget()
        while walk is not None:
            if isinstance(walk, QScrollArea):
                show_whole(walk, target)
            walk = walk.parentWidget()

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
