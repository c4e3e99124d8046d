"""Scrolling while something is dragged: near the upper or lower edge the list goes on by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

_NEAR = 28
"""So close to an edge it begins."""
_LEAST, _MOST = 3, 24
"""Pixels of one step: the farther over the edge, the faster."""
_STEP_MS = 16


class EdgeScroll(QObject):
    """Follows the pointer while something is dragged over a scrolling area."""

    scrolled = Signal(QPoint)
    """The area has moved under the pointer, which is there (on the screen)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._area: QAbstractScrollArea | None = None
        self._place = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._go_on)

    def follow(self, area: QAbstractScrollArea, place: QPoint) -> None:
        """Note where the pointer is on the screen, and scroll as long as it is near an edge."""
        self._area, self._place = area, place
        if self._step() and not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Scroll no longer: nothing is dragged any more."""
        self._area = None
        self._timer.stop()

    def _step(self) -> int:
        """Return by how much to scroll: negative upwards, 0 away from the edges."""
        if self._area is None:
            return 0
        port = self._area.viewport()
        y = port.mapFromGlobal(self._place).y()
        near = min(_NEAR, port.height() // 4)
        over = y - near if y < near else max(0, y - (port.height() - near))
        if not over:
            return 0
        fast = min(_MOST, _LEAST + abs(over) // 3)
        return fast if over > 0 else -fast

    def _go_on(self) -> None:
        step = self._step()
        if self._area is None or not step:
            self._timer.stop()
            return
        bar = self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + step)
        if bar.value() == before:
            self._timer.stop()
        else:
            self.scrolled.emit(self._place)
