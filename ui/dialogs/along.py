"""Taking a copy along: written with progress, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from models.errors import Cancelled
from ui.dialogs.working import WorkingDialog
from ui.widgets.busy import BusyBar
from ui.widgets.field import Note
from ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from ui.data.door import Door
    from ui.style.theme import Theme
    from ui.tongue import Tongue


class AlongDialog(WorkingDialog):
    """Begins at once; says at the end where the copy is and how it comes home."""

    written = Signal(object)
    advanced = Signal(int, int)

    def __init__(self, theme: Theme, tongue: Tongue, door: Door, target: Path, parent: QWidget) -> None:
        words = tongue.words
        super().__init__(
            theme, words.say("Take a copy along"), words.say("Close"), words.say("Open the folder"), parent
        )
        self._tongue, self._target = tongue, target
        self.said = Text(theme, words.say("Writing {name}…", name=target.name), wrap=True)
        self.busy = BusyBar(theme)
        self.note = Note(theme)
        for part in (self.said, self.busy, self.note):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.act.setEnabled(False)
        self.act.clicked.connect(self._show_folder)
        self.busy.stopped.connect(self.stopping.set)
        self.advanced.connect(self._advance)
        self.setMinimumWidth(480)
        self.busy.begin(words.say("Copying…"), words.say("Stop"))

        def act() -> Path:
            from ui.data.copies import take_along

            return take_along(door, target, self.advanced.emit, self.stopping.is_set)

        self.work.ask(act, self._written, self._failed)

    def _advance(self, done: int, total: int) -> None:
        percent = round(done * 100 / total) if total else 100
        self.busy.advance(self._tongue.words.say("{number} %", number=percent), done, total)

    def _written(self, path: Path) -> None:
        words = self._tongue.words
        self.busy.end()
        self.said.setText(
            words.say(
                "The copy is an ordinary file: {path}. Work in it wherever you are;"
                " “Bring it home” merges it.",
                path=path,
            )
        )
        self.act.setEnabled(True)
        self.act.setFocus()
        self.written.emit(path)

    def _failed(self, error: Exception) -> None:
        self.busy.end()
        self.said.setText("")
        if isinstance(error, Cancelled):
            self.note.tell(self._tongue.words.say("Stopped; no copy was written."))
        else:
            self.note.tell(self._tongue.error(error))

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))
        self.accept()
