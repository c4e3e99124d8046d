"""A thin bar for long work: nothing before 300 ms, then how far it is, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.widgets.button import Button, Rank
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.style.theme import Theme

_WAIT_MS = 300


class BusyBar(QWidget):
    """Bar, count and Cancel; ``stopped`` is emitted when the user stops the work."""

    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = Text(theme, "")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button(theme, Rank.PLAIN)
        self._stop.clicked.connect(self.stopped)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self._what)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(column, 1)
        row.addWidget(self._stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.show)
        self.hide()

    def begin(self, what: str, stop: str) -> None:
        """Begin to wait for work whose length is not known yet; without ``stop`` it cannot be stopped."""
        self._what.setText(what)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(what)
        self._stop.tell(stop)
        self._stop.setVisible(bool(stop))
        self._stop.setEnabled(True)
        self._timer.start()

    def advance(self, what: str, done: int, total: int) -> None:
        """Show how far the work is."""
        self._what.setText(what)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def end(self) -> None:
        """Leave at once."""
        self._timer.stop()
        self.hide()
