"""What keeps everything, in the window: history, copies, backups, erasing, working together."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from models.errors import (
    FileDamaged,
    FileEmpty,
    FileNotDatabase,
    FileProblem,
    FileTampered,
    NotFound,
)
from ui.deeds import Deed
from ui.edits import Edit, Kept
from ui.places import Spot
from ui.together import Together
from ui.widgets.lease import LeaseStrip
from ui.words_sharing import verdict_sentence
from ui.words_steps import shortened
from ui.words_things import field_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.text.catalogue import Words
    from ui.commands import Commands
    from ui.data.door import Door
    from ui.desk import Desk
    from ui.files import Files
    from ui.forms.panel import FormPanel
    from ui.hands import Hands
    from ui.navigation import Navigation
    from ui.status import StatusLine
    from ui.style.theme import Theme
    from ui.tongue import Tongue
    from ui.values import ChangeView
    from ui.values_safety import CompanyView, MergeDone, OpeningView, ShareView

_BROKEN = (FileDamaged, FileEmpty, FileNotDatabase, FileTampered)
"""What a backup can take the place of."""
_TOLD = ("locks-do-not-work", "unknown")
"""What was found out about a drive that people who share a file on it have to know."""
_JUST_NOW = dt.timedelta(seconds=15)


class Keeping(QObject):
    """Stands beside the pages; what it shows comes from the desk and from :class:`Together`."""

    def __init__(
        self,
        window: QWidget,
        hands: Hands,
        desk: Desk,
        tongue: Tongue,
        navigation: Navigation,
        *,
        files: Files,
        commands: Commands,
        status: StatusLine,
        flush: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._hands, self._desk, self._tongue = window, hands, desk, tongue
        self._navigation, self._files, self._status, self._flush = navigation, files, status, flush
        self._theme: Theme = hands.theme
        self.together = Together(desk)
        self.strip = LeaseStrip(self._theme)
        self._told: set[tuple[str, str, str]] = set()
        self._judged: set[str] = set()
        self._erasers: list[QAction] = []
        commands.history.triggered.connect(self.show_history)
        commands.take_copy.triggered.connect(self.take_copy)
        commands.bring_home.triggered.connect(self.bring_home)
        commands.back_up.triggered.connect(self.back_up)
        commands.restore.triggered.connect(self.restore)
        self.together.company_known.connect(self._company_known)
        self.together.share_known.connect(self._share_known)
        self.together.backed_up.connect(self._backed_up)
        self.strip.taken_over.connect(self.together.take_over)
        self.strip.copy_asked.connect(lambda: self.take_copy(work_in_it=True))
        navigation.built.connect(self._page_built)
        desk.changed.connect(self._changed)
        desk.unsaved_changed.connect(self._unsaved_changed)
        desk.trouble_changed.connect(self._trouble)

    # Commands.

    def show_history(self) -> None:
        """Show what everybody changed."""
        self._navigation.go(Spot("history"))

    def take_copy(self, *, work_in_it: bool = False) -> None:
        """Ask where a copy is to go, and write it; where only somebody else may edit, work in it."""
        file = self._desk.file
        if file is None:
            return
        words = self._tongue.words
        name = words.say("{name} (copy)", name=file.path.stem)
        target = self._files.ask_where(words.say("Take a copy along"), name)
        if target is not None:
            self.take_copy_to(target, work_in_it=work_in_it)

    def take_copy_to(self, target: Path, *, work_in_it: bool = False) -> None:
        """Write a copy to a path, with progress and a way to stop; open it where one is to work in it."""
        from ui.dialogs.along import AlongDialog

        def act(door: Door) -> None:
            dialog = AlongDialog(self._theme, self._tongue, door, target, self._window)
            if work_in_it:
                dialog.written.connect(dialog.accept)
                dialog.written.connect(self._files.opened)
            dialog.open()

        self._with_door(act)

    def bring_home(self) -> None:
        """Ask for a copy and bring it home."""
        if self._desk.file is None:
            return
        words, folder = self._tongue.words, str(self._desk.file.path.parent)
        named, _kind = QFileDialog.getOpenFileName(
            self._window, words.say("Which copy?"), folder, self._files.kinds()
        )
        if named:
            self.bring_home_from(Path(named))

    def bring_home_from(self, other: Path) -> None:
        """Compare a copy with the open file, let the user decide, and merge it."""
        from ui.dialogs.merge import MergeDialog

        def act(door: Door) -> None:
            from ui.data.copies import HomeAt

            dialog = MergeDialog(self._theme, self._tongue, HomeAt(door, other), other.name, self._window)
            dialog.merged.connect(self._merged)
            dialog.open()

        self._with_door(act)

    def back_up(self) -> None:
        """Make a backup now."""
        words = self._tongue.words

        def act(door: Door) -> None:
            from ui.data.backups import back_up

            self._desk.work.ask(
                lambda: back_up(door), lambda _made: self._hands.tell(words.say("Backup made")), self._failed
            )

        self._with_door(act)

    def restore(self) -> None:
        """Show the backups, what each would change, and restore one."""
        from ui.dialogs.restore import RestoreDialog

        def act(door: Door) -> None:
            from ui.data.backups import ShelfOf

            dialog = RestoreDialog(self._theme, self._tongue, ShelfOf(door), self._window)
            dialog.restored.connect(self._restored)
            dialog.open()

        self._with_door(act)

    def erase(self, person: str) -> None:
        """Show what erasing a person takes away, and do it."""
        from ui.dialogs.erase import EraseDialog

        def act(door: Door) -> None:
            from ui.data.erasing import EraserOf

            dialog = EraseDialog(self._theme, self._tongue, EraserOf(door, person), self._window)
            dialog.erased.connect(self._desk.refresh)
            dialog.open()

        self._with_door(act)

    def rescue(self, error: Exception) -> bool:
        """Offer what there is for a file that is damaged; tell whether this is such an error."""
        path = error.values.get("path") if isinstance(error, _BROKEN) else None
        if not isinstance(path, Path) or path.suffix != ".parley":
            return False
        from ui.data.backups import RescueOf
        from ui.dialogs.rescue import RescueDialog

        dialog = RescueDialog(self._theme, self._tongue, RescueOf(path), error, self._window)
        dialog.opened.connect(self._files.opened)
        dialog.open()
        return True

    def look_after(self, form: FormPanel) -> None:
        """Give a form its history, and a form of a person the way to erase them."""
        form.history_asked.connect(lambda table, row: self.show_history_of(form, table, row))
        eraser = QAction(form.head.menu)
        eraser.triggered.connect(lambda: self.erase(form.row()[1]))
        form.head.menu.addAction(eraser)
        self._erasers.append(eraser)

        def dress() -> None:
            eraser.setText(self._tongue.words.say("Erase for good…"))
            eraser.setIcon(self._theme.icons.icon("user-x", self._theme.tokens.error.ink))
            eraser.setVisible(form.row()[0] == "person" and not self._hands.read_only())

        form.head.menu.aboutToShow.connect(dress)

    def show_history_of(self, form: FormPanel, table: str, row: str) -> None:
        """Show the history of a row in the place of its form."""
        from ui.pages.history.cover import HistoryCover

        form.flush()
        HistoryCover(self._hands, form, table, row)

    def _page_built(self, page: Any) -> None:
        if page.code == "history":
            page.left.connect(self._leave_history)

    def _leave_history(self) -> None:
        """Go back to where one came from, or to a visit."""
        file = self._desk.file
        if self._navigation.trail.can()[0]:
            self._navigation.back()
        elif file is not None and file.visits:
            self._navigation.go(Spot("visit", file.visits[0].id))

    def retranslate(self, words: Words) -> None:
        """Say everything in the language of the screen."""
        self.strip.show_share(self.together.share, words)

    def stop(self) -> None:
        """End what goes on beside."""
        self.together.stop()

    # What others do.

    def _company_known(self, company: CompanyView | None) -> None:
        self._status.show_company(company)

    def _share_known(self, share: ShareView | None) -> None:
        words, file = self._tongue.words, self._desk.file
        self.strip.show_share(share, words)
        if share is None or file is None or share.sharing not in _TOLD or not share.editing:
            return
        if str(file.path) not in self._judged:
            # Once for a file: what its drive is good for, and what that means for working together.
            self._judged.add(str(file.path))
            self._hands.tell(verdict_sentence(share.sharing, share.system, words))

    def _backed_up(self, made: OpeningView) -> None:
        """Say what kept a backup from being made, where none was."""
        if made.problems and not made.backups:
            words = self._tongue.words
            self._hands.tell(
                words.say("No backup could be made: {problem}", problem=self._tongue.error(made.problems[0]))
            )

    def _changed(self, touched: object) -> None:
        """Say discreetly that somebody has changed what is in the form that is open."""
        if touched is not None:
            return
        form = next((form for form in self._navigation.forms() if form.isVisible() and form.row()[1]), None)
        if form is None:
            return
        table, row = form.row()
        self._desk.ask(lambda office: office.last_change(table, row), self._tell_change, lambda _error: None)

    def _tell_change(self, change: ChangeView | None) -> None:
        file = self._desk.file
        if change is None or file is None or change.author == file.author:
            return
        if dt.datetime.now(dt.UTC) - change.at > _JUST_NOW:
            return
        words = self._tongue.words
        field = field_name(change.field, words)
        self._status.note(words.say("{author} has changed: {field}", author=change.author, field=field))

    def _unsaved_changed(self) -> None:
        """Say what was typed into something that somebody else has deleted, and offer to have it back."""
        for kept in self._desk.unsaved.all():
            key = (kept.edit.table, kept.edit.row_id, kept.edit.field)
            if isinstance(kept.error, NotFound) and key not in self._told:
                self._told.add(key)
                self._ask_about_deleted(kept)

    def _ask_about_deleted(self, kept: Kept) -> None:
        table, row = kept.edit.table, kept.edit.row_id

        def read(office: Any) -> Any:
            from ui.data.history import of_row

            return of_row(office.database, table, row, 1)

        def then(view: Any) -> None:
            words = self._tongue.words
            record = view.records[0] if view.records else None
            if record is None or not any(line.kind == "delete" for line in record.lines):
                return
            typed = next((str(value) for value in kept.edit.values.values() if value), "")
            said = words.say(
                "{author} deleted this while you were typing “{text}”.",
                author=record.author or "?",
                text=shortened(typed),
            )
            self._hands.tell(
                said,
                words.say("Bring it back with what I typed"),
                lambda: self._bring_back(record.id, kept.edit),
                stays=True,
            )

        self._desk.ask(read, then, lambda _error: None)

    def _bring_back(self, record: str, edit: Edit) -> None:
        self._told.discard((edit.table, edit.row_id, edit.field))

        def then(_none: Any) -> None:
            self._desk.save(edit)
            self._navigation.find(edit.table, edit.row_id)

        self._desk.do(Deed("history.put_all_back", {"change_set_id": record}), then)

    def _trouble(self, problem: FileProblem | None) -> None:
        if problem is not None:
            self.rescue(problem)

    # What dialogs did.

    def _merged(self, done: MergeDone) -> None:
        self._adopt(done.change_set, "merge")

    def _restored(self, change_set: str) -> None:
        self._adopt(change_set, "backup.restore")
        words = self._tongue.words
        self._hands.tell(
            words.say("Restored; it can be undone in one step."), words.say("Undo"), self._hands.undo
        )

    def _adopt(self, change_set: str, code: str) -> None:
        if change_set:
            self._desk.ask(lambda office: office.adopt(change_set, code), lambda _none: self._desk.refresh())

    def _with_door(self, then: Callable[[Door], None]) -> None:
        """Save what is being typed, then hand over the way into the file; behind all saves asked for."""
        if self._desk.file is None:
            return
        self._flush()
        self._desk.ask(lambda office: office.door(), then)

    def _failed(self, error: Exception) -> None:
        self._hands.tell(self._tongue.error(error))
