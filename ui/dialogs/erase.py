"""Erasing a person for good: what goes, what stays, what cannot be reached; the one thing without undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from models.text.names import full_name
from ui.dialogs.scroll import Scroll
from ui.dialogs.working import WorkingDialog
from ui.widgets.busy import BusyBar
from ui.widgets.field import Note
from ui.widgets.text import Text
from ui.words_sharing import mention_line
from ui.words_steps import shortened
from ui.words_things import thing_name
from ui.words_together import moment_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ui.style.theme import Theme
    from ui.tongue import Tongue
    from ui.values_safety import CopyView, EraseDone, ErasePreview

MOST_MENTIONS = 40


class Eraser(Protocol):
    """What the dialog asks; both run on a thread of their own."""

    def preview(self) -> ErasePreview:
        """Say what erasing takes away."""
        ...

    def erase(self, copies: Sequence[Path]) -> EraseDone:
        """Erase, here and in the copies that are named."""
        ...


class EraseDialog(WorkingDialog):
    """Shows first what will be; ``erased`` is emitted when it is done."""

    erased = Signal()

    def __init__(self, theme: Theme, tongue: Tongue, eraser: Eraser, parent: QWidget) -> None:
        words = tongue.words
        super().__init__(
            theme, words.say("Erase a person"), words.say("Cancel"), words.say("Erase for good"), parent
        )
        self._tongue, self._eraser = tongue, eraser
        self.told = Scroll(6)
        self.copies: list[tuple[QCheckBox, Path]] = []
        self.sure = QCheckBox(words.say("I know that this cannot be undone"))
        self.sure.setFont(theme.font())
        self.sure.setEnabled(False)
        self.busy = BusyBar(theme)
        self.note = Note(theme)
        self.body.addWidget(self.told, 1)
        self.body.addWidget(self.sure)
        self.body.addWidget(self.busy)
        self.body.addWidget(self.note)
        self.act.setEnabled(False)
        self.sure.toggled.connect(self.act.setEnabled)
        self.act.clicked.connect(self.erase)
        self.busy.stopped.connect(self.reject)
        self.resize(640, 560)
        self.busy.begin(words.say("Looking where the person appears…"), words.say("Stop"))
        self.work.ask(eraser.preview, self._previewed, self._failed)

    def said(self) -> str:
        """Return what is said, for those who look."""
        return "\n".join(text.text() for text in self.told.findChildren(Text))

    def _previewed(self, found: ErasePreview) -> None:
        words = self._tongue.words
        self.busy.end()
        name = full_name(found.name, words.language).text
        self._say(name, 16, bold=True)
        self._say(words.say("Erased for good, also from the history; no backup is made before:"))
        history = words.count("{number} line of the history", "{number} lines of the history", found.entries)
        self._say(f"{self._counted(found.rows)}, {history}", colour="text2")
        if found.emptied:
            self._say(words.say("What mentions the person lets go of them:"))
            self._say(self._counted(found.emptied), colour="text2")
        self._mentions(found)
        self._copies(found)
        self._say(words.say("What nobody can reach"), 14, bold=True)
        self._say(
            words.say(
                "Copies that somebody took along, papers that were sent, and the office's own backups stay as"
                " they are. A copy that is merged later does not bring the person back."
            ),
            colour="text2",
        )
        self.sure.setEnabled(True)

    def _mentions(self, found: ErasePreview) -> None:
        words = self._tongue.words
        if found.mentions:
            self._say(words.say("Free text that names the person, or may; it stays as it is"), 14, bold=True)
        for mention in found.mentions[:MOST_MENTIONS]:
            self._say(mention_line(mention, shortened(mention.text), words), colour="text2")
        more = len(found.mentions) - MOST_MENTIONS
        if more > 0:
            self._say(words.count("and {number} more", "and {number} more", more), colour="text2")
        if found.attachments:
            self._say(
                words.count(
                    "{number} attached file stays; nobody looks into it.",
                    "{number} attached files stay; nobody looks into them.",
                    found.attachments,
                ),
                colour="text2",
            )

    def _copies(self, found: ErasePreview) -> None:
        words = self._tongue.words
        if not found.copies:
            return
        self._say(words.say("Erase the records in these copies and backups too"), 14, bold=True)
        for copy in found.copies:
            check = QCheckBox(self._called(copy))
            check.setFont(self.theme.font())
            check.setToolTip(str(copy.path))
            check.setChecked(True)
            self.copies.append((check, copy.path))
            self.told.add(check)

    def _called(self, copy: CopyView) -> str:
        words = self._tongue.words
        if copy.backup is None:
            return words.say("Copy: {name}", name=copy.path.name)
        when = moment_words(copy.backup.at, words, dated=True)
        if copy.backup.beside:
            return words.say("Backup beside the file, {when}", when=when)
        return words.say("Backup on this computer, {when}", when=when)

    def _counted(self, rows: Mapping[str, int]) -> str:
        words = self._tongue.words
        return ", ".join(f"{thing_name(table, words)} {number}" for table, number in rows.items())

    def _say(self, text: str, size: int = 13, *, bold: bool = False, colour: str = "text") -> None:
        said = Text(self.theme, text, size, bold=bold, colour=colour, wrap=True)
        if bold:
            said.setContentsMargins(0, 10, 0, 0)
        self.told.add(said)

    def erase(self) -> None:
        """Erase the person, here and where it is ticked."""
        words, eraser = self._tongue.words, self._eraser
        copies = [path for check, path in self.copies if check.isChecked()]
        self.act.setEnabled(False)
        self.sure.setEnabled(False)
        self.note.tell("")
        self.busy.begin(words.say("Erasing…"), "")
        self.work.ask(lambda: eraser.erase(copies), self._done, self._failed)

    def _done(self, done: EraseDone) -> None:
        words = self._tongue.words
        self.busy.end()
        self.told.clear()
        self._say(words.say("Erased for good."), 16, bold=True)
        if done.unfinished is not None:
            self._say(
                words.say(
                    "Traces are left in free parts of the file until it can be written anew: {problem}"
                    " Erase once more then.",
                    problem=self._tongue.error(done.unfinished),
                )
            )
        for copy in done.copies:
            if copy.problem is None:
                self._say(
                    words.say("Erased there too, or never there: {path}", path=copy.path), colour="text2"
                )
            else:
                self._say(f"{copy.path}: {self._tongue.error(copy.problem)}", colour="text2")
        self.act.hide()
        self.sure.hide()
        self.cancel.tell(words.say("Close"))
        self.cancel.setFocus()
        self.erased.emit()

    def _failed(self, error: Exception) -> None:
        self.busy.end()
        self.sure.setEnabled(True)
        self.act.setEnabled(self.sure.isChecked())
        self.note.tell(self._tongue.error(error))
