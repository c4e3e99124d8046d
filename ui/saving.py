"""What the window does about what is not saved: says so, asks mine or theirs, tries again, closes last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.errors import NotFound
from ui.words import thing_name

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.edits import Edit, Kept
    from ui.forms.panel import FormPanel
    from ui.navigation import Navigation
    from ui.status import StatusLine
    from ui.tongue import Tongue
    from ui.trouble import TroubleStrip
    from ui.widgets.toast import Toast

_LONGEST = 40
"""Letters of what was typed that a toast repeats."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Something that is not saved: its row, its field where that is known, else the form that holds it."""

    table: str
    row: str
    field: str
    form: FormPanel | None = None


class Saving(QObject):
    """Stands between the desk, which keeps what failed, and the panel, which shows it."""

    may_close = Signal()
    """Nothing is under way any more, or the user wants to close anyway."""

    def __init__(
        self,
        desk: Desk,
        tongue: Tongue,
        navigation: Navigation,
        *,
        status: StatusLine,
        strip: TroubleStrip,
        toast: Toast,
    ) -> None:
        super().__init__(toast)
        self._desk, self._navigation, self._status = desk, navigation, status
        self._strip, self._toast, self._tongue = strip, toast, tongue
        self._closing = self._given_up = False
        self._lost: list[Kept] = []
        self._led: _Place | None = None
        """Where one was led last: the next time to the next."""
        self._leading: _Place | None = None
        desk.edit_saved.connect(self._confirm)
        desk.unsaved_changed.connect(self._unsaved_changed)
        desk.trouble_changed.connect(lambda _problem: self._show_trouble())
        desk.work.idle.connect(self._idle)
        strip.retried.connect(self.retry)
        status.unsaved_asked.connect(self.lead)

    def look_after(self, form: FormPanel) -> None:
        """Take care of a form that was built: what cannot be saved is shown in it."""
        form.shown.connect(lambda: self._show_kept_in(form, put_in=True))
        form.decided.connect(self._decided)
        form.judged.connect(self._count)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self._show_trouble()
        self._show_kept(put_in=False)

    def retry(self) -> None:
        """Try again to save, with what is being typed."""
        self.flush()
        self._desk.retry()

    def flush(self) -> None:
        """Save what is being typed."""
        for form in self._navigation.all_forms():
            form.flush()

    def close(self) -> bool:
        """Save what is being typed; tell whether nothing keeps the window from closing now."""
        if self._given_up:
            return True
        self.flush()
        if self._desk.work.busy():
            self._closing = True
            return False
        return not self._cannot_save()

    def lead(self) -> None:
        """Lead to what is not saved: its entry is opened, with the cursor in the field."""
        kept = [_Place(*each.edit.place()) for each in self._desk.unsaved.all()]
        unreadable = [
            _Place(table, row, field, form)
            for form in self._navigation.all_forms()
            for table, row, field in form.unreadable()
        ]
        places = [*kept, *unreadable]
        if not places:
            return
        at = places.index(self._led) + 1 if self._led in places else 0
        self._led = self._leading = places[at % len(places)]
        if not self._arrive():
            form = self._led.form
            place = (self._led.table, self._led.row)
            self._navigation.find(*(form.place_of(*place) if form is not None else place))

    def _arrive(self) -> bool:
        """Put the cursor into the field that one is led to, if its form is open now."""
        wanted = self._leading
        if wanted is None:
            return False
        for form in self._navigation.all_forms():
            mine = wanted.form in (None, form) and form.row() == (wanted.table, wanted.row)
            if mine and form.enter_field(wanted.field):
                self._leading = None
                return True
        return False

    def _idle(self) -> None:
        if self._leading is not None and not self._desk.work.busy():
            self._arrive()
            self._leading = None
        if self._closing and not self._desk.work.busy():
            self._closing = False
            if not (self._desk.unsaved.all() and self._cannot_save()):
                self.may_close.emit()

    def _cannot_save(self) -> bool:
        """Say what is not saved; what failed for the file's sake comes back when the file is opened again."""
        words = self._tongue.words
        kept = self._desk.unsaved.all()
        if kept:
            text = f"{self._tongue.error(kept[0].error)} " + words.say(
                "What you typed stays on this device and is tried again when the file is opened."
            )
            action = words.say("Close anyway")
        elif number := self._unreadable():
            text = words.count(
                "{number} field holds something that cannot be saved; correct it, or close without it.",
                "{number} fields hold something that cannot be saved; correct them, or close without it.",
                number,
            )
            action = words.say("Close without it")
            self.lead()
        elif any(form.isVisible() and form.typing() for form in self._navigation.all_forms()):
            text = words.say("A field holds something that cannot be saved; correct it, or close without it.")
            action = words.say("Close without it")
        else:
            return False
        self._toast.tell(text, action, self.give_up, close=words.say("Close"), stays=True)
        return True

    def give_up(self) -> None:
        """Let the window close whatever is not saved."""
        self._given_up = True
        self.may_close.emit()

    def _unreadable(self) -> int:
        """Count the fields in which something is typed that is no value, on whatever page."""
        return sum(len(form.unreadable()) for form in self._navigation.all_forms())

    def _count(self) -> None:
        self._status.show_unsaved(len(self._desk.unsaved.all()) + self._unreadable())

    def _unsaved_changed(self) -> None:
        self._count()
        self._show_kept(put_in=False)
        self._tell_lost()

    def _tell_lost(self) -> None:
        """Offer to have again what somebody deleted while it was typed into, with what was typed."""
        lost = [kept for kept in self._desk.unsaved.all() if isinstance(kept.error, NotFound)]
        known, self._lost = self._lost, lost
        if not lost or lost == known:
            return
        words, row = self._tongue.words, (lost[-1].edit.table, lost[-1].edit.row_id)
        edits = [kept.edit for kept in lost if (kept.edit.table, kept.edit.row_id) == row]
        typed = next((value for value in edits[-1].values.values() if isinstance(value, str) and value), "")
        short = typed if len(typed) <= _LONGEST else f"{typed[: _LONGEST - 1]}…"
        thing = thing_name(row[0], words)
        if short:
            text = words.say(
                "What you typed into is deleted by now ({thing}): “{text}” is kept", thing=thing, text=short
            )
        else:
            text = words.say("What you typed into is deleted by now ({thing})", thing=thing)
        self._toast.tell(
            text,
            words.say("Restore with what I typed"),
            lambda: self._desk.revive(edits, lambda: self._navigation.find(*row)),
            close=words.say("Close"),
            stays=True,
        )

    def _confirm(self, edit: Edit) -> None:
        for form in self._navigation.all_forms():
            form.confirm(edit)

    def _show_kept(self, *, put_in: bool) -> None:
        for form in self._navigation.all_forms():
            self._show_kept_in(form, put_in=put_in)

    def _show_kept_in(self, form: FormPanel, *, put_in: bool) -> None:
        form.show_kept(self._desk.unsaved.of(*form.row()), put_in=put_in)

    def _show_trouble(self) -> None:
        problem = self._desk.trouble
        text = self._tongue.error(problem) if problem else ""
        self._strip.tell(text, self._tongue.words.say("Try again"))

    def _decided(self, kept: Kept, mine: bool) -> None:
        """Save my value over theirs, or show theirs and offer mine once more."""
        words, edit, conflict = self._tongue.words, kept.edit, kept.conflict
        if conflict is None:
            return
        over_theirs = replace(edit, shown=conflict.theirs)
        if mine:
            self._desk.save(over_theirs)
            return
        self._desk.unsaved.drop(edit)
        for form in self._navigation.all_forms():
            form.put_back(edit)
        self._unsaved_changed()
        self._toast.tell(
            words.say("The other value stays"),
            words.say("Take mine after all"),
            lambda: self._desk.save(over_theirs),
            close=words.say("Close"),
        )
