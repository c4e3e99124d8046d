"""A file that is damaged or gone: the newest backup that is whole, and what can still be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.working import WorkingDialog
from ui.widgets.busy import BusyBar
from ui.widgets.button import Button, Rank
from ui.widgets.field import Note
from ui.widgets.text import Text
from ui.words_backup import reason_name
from ui.words_together import moment_words

if TYPE_CHECKING:
    from pathlib import Path

    from ui.style.theme import Theme
    from ui.tongue import Tongue
    from ui.values_safety import RescueDone, RescueView


class Rescue(Protocol):
    """What the dialog asks; all run on a thread of their own."""

    def look(self) -> RescueView:
        """Find what there is."""
        ...

    def replace(self, backup: Path) -> RescueDone:
        """Put a backup in the place of the file, which is kept."""
        ...

    def salvage(self) -> RescueDone:
        """Save what can still be read into a new file."""
        ...


class RescueDialog(WorkingDialog):
    """Says what is wrong and what helps; ``opened`` carries the file to open afterwards."""

    opened = Signal(object)

    def __init__(
        self, theme: Theme, tongue: Tongue, rescue: Rescue, problem: Exception, parent: QWidget
    ) -> None:
        words = tongue.words
        super().__init__(
            theme,
            words.say("This file cannot be opened"),
            words.say("Close"),
            words.say("Put the backup in its place"),
            parent,
        )
        self._tongue, self._rescue = tongue, rescue
        self._backup: Path | None = None
        self._open: Path | None = None
        self.said = Text(theme, "", wrap=True)
        self.busy = BusyBar(theme)
        self.note = Note(theme)
        self.save_rest = Button(theme, Rank.PLAIN, text=words.say("Save what can still be read"))
        self.body.addWidget(Text(theme, tongue.error(problem), colour="text2", wrap=True))
        self.body.addWidget(self.said)
        self.body.addWidget(self.busy)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.foot.insertWidget(0, self.save_rest)
        self.act.setEnabled(False)
        self.save_rest.setEnabled(False)
        self.act.clicked.connect(self.go_on)
        self.save_rest.clicked.connect(self.salvage)
        self.setMinimumWidth(620)
        self.busy.begin(words.say("Looking for backups…"), words.say("Stop"))
        self.busy.stopped.connect(self.reject)
        self.work.ask(rescue.look, self._looked, self._failed)

    def _looked(self, found: RescueView) -> None:
        words = self._tongue.words
        self.busy.end()
        self.save_rest.setEnabled(True)
        if found.newest is None:
            self.said.setText(words.say("There is no backup of it that is whole."))
            self.act.hide()
            return
        self._backup = found.newest.path
        self.said.setText(
            words.say(
                "The newest backup that is whole is of {when} ({reason}). It can take the place of the file;"
                " the file itself is kept beside it, and what can still be read of it is saved too.",
                when=moment_words(found.newest.at, words, dated=True),
                reason=reason_name(found.newest.reason, words),
            )
        )
        self.act.setEnabled(True)
        self.act.setFocus()

    def go_on(self) -> None:
        """Put the backup in the place of the file; afterwards, open what there is."""
        if self._open is not None:
            self.opened.emit(self._open)
            self.accept()
        elif (backup := self._backup) is not None:
            rescue = self._rescue
            self._begin()
            self.work.ask(lambda: rescue.replace(backup), self._replaced, self._failed)

    def salvage(self) -> None:
        """Save what can still be read, and leave the file as it is."""
        self._begin()
        self.work.ask(self._rescue.salvage, self._salvaged, self._failed)

    def _begin(self) -> None:
        words = self._tongue.words
        self.note.tell("")
        self.act.setEnabled(False)
        self.save_rest.setEnabled(False)
        self.busy.begin(words.say("Reading…"), "")

    def _replaced(self, done: RescueDone) -> None:
        words = self._tongue.words
        said = [words.say("The backup stands in its place.")]
        if done.set_aside is not None:
            said.append(words.say("The damaged file was kept as {path}.", path=done.set_aside.name))
        if done.salvaged is not None:
            said.append(self._rest(done))
        self._ended(" ".join(said), done.path)

    def _salvaged(self, done: RescueDone) -> None:
        self._ended(self._rest(done), done.salvaged)

    def _rest(self, done: RescueDone) -> str:
        return self._tongue.words.say(
            "What could still be read of it is in {path}: {saved} rows; {lost} rows are known to be lost.",
            path=done.salvaged.name if done.salvaged else "",
            saved=done.saved,
            lost=done.lost,
        )

    def _ended(self, said: str, path: Path | None) -> None:
        self.busy.end()
        self.said.setText(said)
        self._open = path
        self.act.tell(self._tongue.words.say_in("rescue", "Open"))
        self.act.setVisible(path is not None)
        self.act.setEnabled(path is not None)
        self.act.setFocus()

    def _failed(self, error: Exception) -> None:
        self.busy.end()
        self.act.setEnabled(self._backup is not None)
        self.save_rest.setEnabled(True)
        self.note.tell(self._tongue.error(error))
