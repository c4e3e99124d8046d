"""Asking for a file: a new one, one that is there, one with the sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from ui.settings import Settings
    from ui.tongue import Tongue

SUFFIX = ".parley"


class Files(QObject):
    """Asks with the system's own dialogs."""

    opened = Signal(object)
    """The path of a file to open."""
    made = Signal(object, bool)
    """The path of a file to make, and whether with the sample."""

    def __init__(self, window: QWidget, tongue: Tongue, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._tongue, self._settings = window, tongue, settings

    def new(self) -> None:
        """Ask for a place and have an empty file made there."""
        words = self._tongue.words
        path = self.ask_where(words.say("New file"), words.say_in("window", "Visits"))
        if path:
            self.made.emit(path, False)

    def sample(self) -> None:
        """Ask for a place and have a file with the sample made there."""
        words = self._tongue.words
        path = self.ask_where(words.say("A file with the sample"), words.say_in("window", "Sample"))
        if path:
            self.made.emit(path, True)

    def open(self) -> None:
        """Ask for a file and have it opened."""
        title = self._tongue.words.say("Open a file")
        folder = self._settings.kept.folder
        named, _kind = QFileDialog.getOpenFileName(self._window, title, folder, self.kinds())
        if named:
            self.opened.emit(Path(named))

    def ask_where(self, title: str, name: str) -> Path | None:
        """Ask where a file is to be written; it ends in our suffix unless another is typed."""
        folder = Path(self._settings.kept.folder or Path.home())
        first = str(folder / f"{name}{SUFFIX}")
        named, _kind = QFileDialog.getSaveFileName(self._window, title, first, self.kinds())
        if not named:
            return None
        path = Path(named)
        return path if path.suffix else path.with_suffix(SUFFIX)

    def kinds(self) -> str:
        """Return what the system's dialogs call our files."""
        return self._tongue.words.say("Parley files") + f" (*{SUFFIX})"
