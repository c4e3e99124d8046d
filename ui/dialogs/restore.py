"""Restoring a backup: which there are, what each would change against now, and doing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.dialogs.scroll import Scroll
from ui.dialogs.working import WorkingDialog
from ui.style import measures
from ui.widgets.busy import BusyBar
from ui.widgets.field import Note
from ui.widgets.text import Text
from ui.widgets.two_lines import TwoLineList, TwoLines
from ui.words_backup import difference_lines, reason_name, size_words
from ui.words_together import moment_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.style.theme import Theme
    from ui.tongue import Tongue
    from ui.values_safety import BackupView, DifferenceView


class Shelf(Protocol):
    """What the dialog asks; all run on a thread of their own."""

    def listed(self) -> Sequence[BackupView]:
        """List the backups, the newest first."""
        ...

    def difference(self, backup: Path) -> DifferenceView:
        """Say what restoring one would change."""
        ...

    def restore(self, backup: Path) -> str:
        """Restore one; answers with the change set."""
        ...


class RestoreDialog(WorkingDialog):
    """A list of backups, and beside it what would change; ``restored`` carries the change set."""

    restored = Signal(str)

    def __init__(self, theme: Theme, tongue: Tongue, shelf: Shelf, parent: QWidget) -> None:
        words = tongue.words
        super().__init__(
            theme,
            words.say("Restore a backup"),
            words.say("Cancel"),
            words.say_in("backup", "Restore"),
            parent,
        )
        self._tongue, self._shelf = tongue, shelf
        self._chosen: Path | None = None
        self.list = TwoLineList(theme)
        self.list.setAccessibleName(words.say_in("backup", "Backups"))
        self.list.setFixedWidth(292)
        self.busy = BusyBar(theme)
        self.note = Note(theme)
        self._scroll = Scroll(6)
        self.shown: list[Text] = []
        hint = words.say(
            "Restoring writes what differs as one step that can be undone;"
            " what stands now is backed up first."
        )
        self.body.addWidget(Text(theme, hint, colour="text2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(measures.MARGIN)
        row.addWidget(self.list)
        right = QVBoxLayout()
        right.addWidget(self._scroll, 1)
        right.addWidget(self.busy)
        right.addWidget(self.note)
        row.addLayout(right, 1)
        self.body.addLayout(row, 1)
        self.act.setEnabled(False)
        self.act.clicked.connect(self.restore)
        self.list.picked.connect(lambda path: self._choose(Path(path)))
        self.resize(820, 560)
        self.busy.begin(words.say("Looking for backups…"), words.say("Stop"))
        self.busy.stopped.connect(self.reject)
        self.work.ask(shelf.listed, self._listed, self._failed)

    def _listed(self, backups: Sequence[BackupView]) -> None:
        words = self._tongue.words
        self.busy.end()
        self.list.show_lines(
            [
                TwoLines(
                    str(backup.path),
                    moment_words(backup.at, words, dated=True),
                    f"{reason_name(backup.reason, words)}, {size_words(backup.size, words)}",
                    str(backup.path),
                )
                for backup in backups
            ]
        )
        if backups:
            self.list.setFocus()
        else:
            self._say([(words.say("There is no backup of this file."), "text2", False)])

    def _choose(self, path: Path) -> None:
        words, shelf = self._tongue.words, self._shelf
        self._chosen = path
        self.act.setEnabled(False)
        self.note.tell("")
        self.busy.begin(words.say("Comparing…"), words.say("Stop"))
        self.work.ask(lambda: shelf.difference(path), self._compared, self._failed)

    def _compared(self, found: DifferenceView) -> None:
        if found.backup != self._chosen:
            return  # another one was chosen meanwhile
        words = self._tongue.words
        self.busy.end()
        lines = list(difference_lines(found, words))
        self.act.setEnabled(bool(found.counts))
        self._say(lines)

    def _say(self, lines: Sequence[tuple[str, str, bool]]) -> None:
        self._scroll.clear()
        self.shown = [
            Text(self.theme, text, colour=colour, bold=bold, wrap=True) for text, colour, bold in lines
        ]
        for text, (_said, colour, _bold) in zip(self.shown, lines, strict=True):
            if colour == "text":
                text.setContentsMargins(0, 8, 0, 0)
            self._scroll.add(text)

    def restore(self) -> None:
        """Restore the backup that is chosen."""
        words, path, shelf = self._tongue.words, self._chosen, self._shelf
        if path is None:
            return
        self.act.setEnabled(False)
        self.list.setEnabled(False)
        self.busy.begin(words.say("Restoring…"), "")
        self.work.ask(lambda: shelf.restore(path), self._restored, self._failed)

    def _restored(self, change_set: str) -> None:
        self.busy.end()
        self.restored.emit(change_set)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.busy.end()
        self.list.setEnabled(True)
        self._scroll.clear()
        self.note.tell(self._tongue.error(error))
