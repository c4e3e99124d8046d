"""Undo and redo in the window: the field that is being typed in first, then what this window has saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from models.text.catalogue import mark
from ui.words_steps import removed_words, standing
from ui.words_steps import step_words as words_of_record

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.commands import Commands
    from ui.desk import Desk
    from ui.navigation import Navigation
    from ui.tongue import Tongue
    from ui.values import StepsView, StepView, Turned
    from ui.widgets.toast import Toast

_ADDS = (".add", ".enter", ".copy", ".plan", ".join")
_STEPS = {
    "schedule_item.add": mark("Add “{title}”"),
    "schedule_item.enter": mark("Add “{title}”"),
    "schedule_item.copy": mark("Add “{title}”"),
    "schedule_item.edit": mark("Change “{title}”"),
    "schedule_item.chair": mark("Change “{title}”"),
    "schedule_item.remove": mark("Delete “{title}”"),
    "schedule_item.remove_all": mark("Delete “{title}”"),
    "visit.plan": mark("Add visit “{title}”"),
    "import": mark("Bring in “{title}”"),
    "visit.rank": mark("Order of precedence in “{title}”"),
    "visit.set_days": mark("Days of “{title}”"),
    "visit.shift": mark("Move “{title}”"),
    "visit.take_tasks": mark("Tasks of “{title}”"),
    "visit.copy_tasks": mark("Tasks of “{title}”"),
    "delegate.join": mark("Add “{title}”"),
    "party.join": mark("Add “{title}”"),
}


def step_words(step: StepView, words: Words) -> str:
    """Return what was done in a few words."""
    if step.told is not None and step.told.records:
        return words_of_record(step.told.records[0], words, step.told.named)
    title = step.title.pick([words.language])
    message = _STEPS.get(step.code, "Change “{title}”")
    return words.say(message, title=title.text if title else words.say("Untitled"))


class Undoing(QObject):
    """Asks the desk, and tells with a toast what was undone and how to have it again."""

    def __init__(
        self, desk: Desk, toast: Toast, commands: Commands, navigation: Navigation, tongue: Tongue
    ) -> None:
        super().__init__(toast)
        self._desk, self._toast, self._commands = desk, toast, commands
        self._navigation, self._tongue = navigation, tongue
        commands.undo.triggered.connect(self.undo)
        commands.redo.triggered.connect(self.redo)
        desk.steps_known.connect(self._show_steps)
        desk.turned.connect(self._turned)
        desk.turn_refused.connect(self._refused)
        desk.removed.connect(self._removed)
        self._steps: StepsView | None = None
        self._stood: QWidget | None = None

    def undo(self) -> None:
        """Take back typing that is not saved; else undo what was saved last."""
        if not _in_field("undo_typing"):
            self._stand()
            self._desk.turn()

    def redo(self) -> None:
        """Type again what was taken back; else do again what was undone last."""
        if not _in_field("redo_typing"):
            self._stand()
            self._desk.turn(again=True)

    def _stand(self) -> None:
        """Save what is being typed, and keep in mind where the cursor is: it goes back there."""
        self._stood = QApplication.focusWidget()
        for form in self._navigation.forms():
            form.flush()

    def retranslate(self, words: Words) -> None:
        """Say in the menu what comes next."""
        undo, redo = (self._steps.undo, self._steps.redo) if self._steps else (None, None)
        self._commands.undo.setText(
            words.say("Undo: {step}", step=step_words(undo, words)) if undo else words.say("Undo")
        )
        self._commands.redo.setText(
            words.say("Redo: {step}", step=step_words(redo, words)) if redo else words.say("Redo")
        )
        self._commands.undo.setEnabled(undo is not None)
        self._commands.redo.setEnabled(redo is not None)

    def forget(self) -> None:
        """Another file is open: nothing was done in it yet."""
        self._show_steps(None)

    def _show_steps(self, steps: StepsView | None) -> None:
        self._steps = steps
        self.retranslate(self._tongue.words)

    def _turned(self, turned: Turned) -> None:
        words = self._tongue.words
        gone = not turned.redone and turned.step.code.endswith(_ADDS)
        if turned.row_id and not gone:
            # What is gone now is nowhere to be shown: one stays where one is.
            self._navigation.find(turned.table, turned.row_id)
        self._desk.ask(lambda _office: None, lambda _none: self._go_back())
        said = step_words(turned.step, words)
        if turned.redone:
            text, action = words.say("Done again: {step}", step=said), words.say("Undo")
        else:
            text, action = words.say("Undone: {step}", step=said), words.say("Redo")
        again = not turned.redone
        self._toast.tell(text, action, lambda: self._desk.turn(again=again), close=words.say("Close"))

    def _go_back(self) -> None:
        """Put the cursor where it was, or into the list where that is gone: never onto what is beside."""
        before, self._stood = self._stood, None
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._navigation.enter_list()

    def _removed(self, change_set: str, step: StepView) -> None:
        words = self._tongue.words
        told = step.told
        gone = removed_words(told.records[0], words, told.named) if told is not None and told.records else ""
        self._toast.tell(
            words.say("Deleted: {title}", title=standing(gone) or words.say("Untitled")),
            words.say("Undo"),
            lambda: self._desk.turn(key=change_set),
            close=words.say("Close"),
        )

    def _refused(self, again: bool, error: Exception) -> None:
        words = self._tongue.words
        key = getattr(error, "values", {}).get("change_set", "")
        self._toast.tell(
            self._tongue.error(error),
            words.say("Redo anyway") if again else words.say("Undo anyway"),
            lambda: self._desk.turn(again=again, key=key, anyway=True),
            close=words.say("Close"),
            stays=True,
        )


def _in_field(what: str) -> bool:
    """Ask the field that has the focus first; tell whether it did something."""
    act = getattr(QApplication.focusWidget(), what, None)
    return bool(act()) if act is not None else False
