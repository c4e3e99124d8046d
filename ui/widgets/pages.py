"""One page of a paper on a grey ground: sharp at every ratio, zoomed, turned by wheel and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.widgets.button import BY_KEYBOARD

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from exporters.writers.pdf import Pages
    from ui.style.theme import Theme

_UNITS_PER_PIXEL = 1440 / 96
_ROOM = 24
"""Between the page and the edge of its ground."""
STEPS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0)
_PULL = 240
"""How far the wheel turns at the edge of a page, in eighths of a degree, before the next one comes."""
_WIDEST_FIT = 1.25
_MOST_KEPT = 16_000_000
"""Pixels: a page larger than this is painted piece by piece and not kept."""


class PageView(QAbstractScrollArea):
    """Shows one page; ``turned`` is emitted when another one or another size is shown."""

    turned = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: Pages | None = None
        self._number = 0
        self._zoom = 0.0
        self._pulled = 0
        self._kept: QPixmap | None = None
        self._kept_as: tuple[int, float, float] | None = None
        self.keyboard_focus = False
        self.setProperty("frame", "none")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.viewport().update)

    def show_pages(self, pages: Pages | None) -> None:
        """Show another paper, or what became of it: the page stays where there is such a one."""
        self._pages = pages
        self._kept = None
        self._number = min(self._number, max(0, self.count() - 1))
        self._arrange()

    def count(self) -> int:
        """Return how many pages there are."""
        return len(self._pages) if self._pages is not None else 0

    def number(self) -> int:
        """Return which page is shown; the first is 0."""
        return self._number

    def text(self) -> str:
        """Return what the page says."""
        return self._pages.text(self._number) if self._pages is not None and self.count() else ""

    def go(self, number: int, *, to_end: bool = False) -> None:
        """Show another page from its top, or from its end."""
        number = max(0, min(number, self.count() - 1))
        if number != self._number:
            self._number = number
            self._arrange()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if to_end else bar.minimum())

    def scale(self) -> float:
        """Return the size of the page; 1 is its size on paper."""
        if self._zoom or self._pages is None:
            return self._zoom or 1.0
        room = self.width() - 2 * _ROOM - self.verticalScrollBar().sizeHint().width()
        return max(0.2, min(_WIDEST_FIT, room / (self._pages.wide / _UNITS_PER_PIXEL)))

    def fits(self) -> bool:
        """Tell whether the page is as wide as there is room."""
        return self._zoom == 0

    def fit(self) -> None:
        """Make the page as wide as there is room."""
        self._zoom = 0.0
        self._arrange()

    def zoom(self, steps: int) -> None:
        """Make the page larger or smaller."""
        now = self.scale()
        sizes = [size for size in STEPS if (size > now + 0.01 if steps > 0 else size < now - 0.01)]
        if sizes:
            self._zoom = sizes[0] if steps > 0 else sizes[-1]
            self._arrange()

    def can_zoom(self, steps: int) -> bool:
        """Tell whether there is a larger, or a smaller, size."""
        now = self.scale()
        return now < STEPS[-1] - 0.01 if steps > 0 else now > STEPS[0] + 0.01

    def sizeHint(self) -> QSize:
        """Return a room in which a page can be read."""
        return QSize(520, 640)

    def _size(self) -> tuple[float, float]:
        if self._pages is None:
            return 0.0, 0.0
        scale = self.scale() / _UNITS_PER_PIXEL
        return round(self._pages.wide * scale), round(self._pages.high * scale)

    def _arrange(self) -> None:
        wide, high = self._size()
        view = self.viewport().size()
        for bar, size, room in (
            (self.horizontalScrollBar(), wide, view.width()),
            (self.verticalScrollBar(), high, view.height()),
        ):
            bar.setRange(0, max(0, round(size + 2 * _ROOM - room)) if size else 0)
            bar.setPageStep(room)
            bar.setSingleStep(40)
        self.viewport().update()
        self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page again."""
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint the page where it stands now."""
        del dx, dy
        self.viewport().update()

    def _corner(self) -> QPointF:
        wide, _ = self._size()
        view = self.viewport().size()
        x = (view.width() - wide) / 2 if wide + 2 * _ROOM <= view.width() else _ROOM
        x -= self.horizontalScrollBar().value()
        return QPointF(round(x), _ROOM - self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, sheet and text."""
        painter = QPainter(self.viewport())
        tokens = self._theme.tokens
        painter.fillRect(event.rect(), QColor(tokens.press))
        if self._pages is not None and self.count():
            wide, high = self._size()
            corner = self._corner()
            sheet = QRectF(corner.x(), corner.y(), wide, high)
            painter.fillRect(sheet.adjusted(-1, -1, 1, 1), QColor(tokens.edge))
            self._paint_page(painter, self._pages, sheet)
        painter.end()

    def _paint_page(self, painter: QPainter, pages: Pages, sheet: QRectF) -> None:
        ratio = self.devicePixelRatioF()
        if sheet.width() * sheet.height() * ratio * ratio > _MOST_KEPT:
            painter.setClipRect(sheet)
            painter.translate(sheet.topLeft())
            self._draw(painter, pages, sheet.width())
            return
        key = (self._number, sheet.width(), ratio)
        if self._kept is None or self._kept_as != key:
            size = QSize(round(sheet.width() * ratio), round(sheet.height() * ratio))
            self._kept = QPixmap(size)
            self._kept.setDevicePixelRatio(ratio)
            drawing = QPainter(self._kept)
            self._draw(drawing, pages, sheet.width())
            drawing.end()
            self._kept_as = key
        painter.drawPixmap(sheet.topLeft(), self._kept)

    def _draw(self, painter: QPainter, pages: Pages, wide: float) -> None:
        # Paper is white in the dark, too.
        painter.fillRect(QRectF(0, 0, wide, wide * pages.high / pages.wide + 1), QColor("#FFFFFF"))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = wide / pages.wide
        painter.scale(scale, scale)
        pages.paint(painter, self._number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, and from the edge of a page go on to the next; with Ctrl, zoom."""
        turn = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turn:
                self.zoom(1 if turn > 0 else -1)
            event.accept()
            return
        bar = self.verticalScrollBar()
        down = turn < 0 and bar.value() == bar.maximum() and self._number + 1 < self.count()
        up = turn > 0 and bar.value() == bar.minimum() and self._number > 0
        if not (down or up):
            self._pulled = 0
            super().wheelEvent(event)
            return
        # The last bit of a long turn does not leave the page: it takes another one.
        self._pulled = turn if (self._pulled < 0) != (turn < 0) else self._pulled + turn
        if abs(self._pulled) >= _PULL:
            self._pulled = 0
            self.go(self._number + (1 if down else -1), to_end=up)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn and zoom by keys."""
        key = event.key()
        bar = self.verticalScrollBar()
        larger = event.matches(QKeySequence.StandardKey.ZoomIn)
        if larger or (_with_control(event) and key == Qt.Key.Key_Equal):
            self.zoom(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom(-1)
        elif _with_control(event) and key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Home:
            self.go(0)
        elif key == Qt.Key.Key_End:
            self.go(self.count() - 1)
        elif key == Qt.Key.Key_Right or (key == Qt.Key.Key_PageDown and bar.value() == bar.maximum()):
            self.go(self._number + 1) if self._number + 1 < self.count() else None
        elif key == Qt.Key.Key_Left or (key == Qt.Key.Key_PageUp and bar.value() == bar.minimum()):
            self.go(self._number - 1, to_end=key == Qt.Key.Key_PageUp) if self._number else None
        elif key == Qt.Key.Key_PageDown:
            bar.setValue(bar.value() + bar.pageStep() - 40)
        elif key == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - bar.pageStep() + 40)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the focus came by keyboard: the ring shows only then."""
        self.keyboard_focus = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
