"""Dialogs that have something done on a thread of their own: it ends before they do."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ui.dialogs.base import Dialog
from ui.work import Work

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from ui.style.theme import Theme


class WorkingDialog(Dialog):
    """``work`` is the thread; ``stopping`` is set when the user stops the work or closes the dialog."""

    def __init__(self, theme: Theme, title: str, cancel: str, act: str, parent: QWidget) -> None:
        super().__init__(theme, title, cancel, act, parent)
        self.work = Work(self)
        self.stopping = threading.Event()

    def done(self, result: int) -> None:
        """Stop what is under way, then close."""
        self._end()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way, then close."""
        self._end()
        super().closeEvent(event)

    def _end(self) -> None:
        self.stopping.set()
        self.work.stop()
