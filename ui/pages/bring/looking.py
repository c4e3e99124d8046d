"""Looking into files on a thread of its own: what was asked before is stopped and answers no more."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.hands import Hands
    from ui.pages.bring.wish import Asked, Brought


class Looking(QObject):
    """Reads and compares; ``advanced`` says how far it is."""

    advanced = Signal(int, int)

    def __init__(self, hands: Hands, parent: QObject) -> None:
        super().__init__(parent)
        self._hands = hands
        self._stop = threading.Event()
        self._number = 0
        self._work = Work(self)

    def cancel(self) -> None:
        """Stop reading."""
        self._stop.set()

    def stop(self) -> None:
        """Stop for good, as the window closes."""
        self._stop.set()
        self._work.stop()

    def look(
        self, asked: Asked, then: Callable[[Brought], None], otherwise: Callable[[Exception], None]
    ) -> None:
        """Look into what is asked; only the latest is answered."""
        self.cancel()
        stop = self._stop = threading.Event()
        self._number += 1
        number, path, lookup = self._number, self._hands.path(), self._hands.lookup()

        def act() -> Brought:
            from ui.data.bring import look_into

            return look_into(path, asked, lookup, self.advanced.emit, stop)

        def looked(brought: Brought) -> None:
            if number == self._number:
                then(brought)

        def failed(error: Exception) -> None:
            if number == self._number:
                otherwise(error)

        # Behind the saves that were asked for: the comparison is with what is in the file.
        self._hands.run(lambda: None, lambda _none: self._work.ask(act, looked, failed), otherwise)
