"""Long work on the GUI thread in slices, between which the window lives."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

AT_ONCE = 0.03
"""Seconds that may pass before anybody notices: short work is done then and there."""
A_SLICE = 0.008


class Slices(QObject):
    """Drives one piece of work; a new one takes the place of the old."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(lambda: self._go(A_SLICE))
        self._work: Iterator[None] | None = None
        self._then: Callable[[], None] | None = None

    def start(self, work: Iterator[None], then: Callable[[], None]) -> None:
        """Begin; ``then`` is called when the work is done, before this returns if it is short."""
        self._work, self._then = work, then
        self._go(AT_ONCE)

    def busy(self) -> bool:
        """Tell whether work is left."""
        return self._work is not None

    def _go(self, seconds: float) -> None:
        end = perf_counter() + seconds
        while self._work is not None:
            try:
                next(self._work)
            except StopIteration:
                then, self._work, self._then = self._then, None, None
                self._timer.stop()
                if then is not None:
                    then()
                return
            if perf_counter() > end:
                self._timer.start()
                return
