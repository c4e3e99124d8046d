"""What is open: a file, a visit, and the jobs that read and save them. Pages listen to its signals."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from models.errors import FileMissing, FileProblem
from ui.names import Names
from ui.unsaved import Unsaved
from ui.values import REMOVALS
from ui.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from models.rules.lookup import Lookup
    from ui.data.shown import Shown, Watch
    from ui.deeds import Deed
    from ui.edits import Edit, Kept, Outcome
    from ui.values import FileView, StepView, Turned, VisitView

    Touched = frozenset[tuple[str, str]]

_POLL_MS = 1000


class Desk(QObject):
    """Lives on the GUI thread; everything slow goes through one worker."""

    file_shown = Signal(object)
    visit_shown = Signal(object)
    visit_none = Signal()
    saving = Signal()
    saved = Signal(object)
    edit_saved = Signal(object)
    """An edit is in the file; comes before the pages are shown again."""
    changed = Signal(object)
    """Rows (table, id) that were written here, or None where others wrote."""
    unsaved_changed = Signal()
    trouble_changed = Signal(object)
    """The FileProblem that keeps things from being saved or read, or None when it is over."""
    failed = Signal(object)
    removed = Signal(str, object)
    """Something was removed: the change set, and what it was."""
    change_known = Signal(str, str, object)
    steps_known = Signal(object)
    turned = Signal(object)
    lookup_shown = Signal()
    """What everything is called, and what can be found, has changed."""
    turn_refused = Signal(bool, object)
    """Somebody has changed since what is to be undone (or, when true, done again)."""

    def __init__(self, unsaved: Unsaved, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work = Work(self)
        self.unsaved = unsaved
        self.file: FileView | None = None
        self.visit: VisitView | None = None
        self.trouble: FileProblem | None = None
        self.names = Names(self)
        self.names.changed.connect(self.lookup_shown)
        self.office: Any = None
        """The open file (``ui.data.office.Office``): for jobs on the worker alone."""
        self._watches: dict[str, Watch] = {}
        self._seen = -1
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._look)

    def warm_up(self) -> None:
        """Import what is slow, after the first paint."""

        def act() -> None:
            import ui.data.office  # noqa: F401

        self.work.ask(act, lambda _none: None, self._fail)

    def open(self, path: Path, visit_id: str = "") -> None:
        """Open a file; the one that is open stays so when that fails."""

        def act() -> Any:
            from ui.data.office import Office

            return Office.open(path)

        self._begin(act, visit_id)

    def create(self, path: Path, *, sample: bool = False) -> None:
        """Make a file, empty or with the sample, and open it."""

        def act() -> Any:
            from ui.data.office import Office

            return Office.sample(path) if sample else Office.create(path)

        self._begin(act, "")

    def show_visit(self, visit_id: str) -> None:
        """Read a visit and show it."""
        known = self.visit
        self.ask(lambda office: office.visit(visit_id, known), self._show_visit)

    def leave_visit(self) -> None:
        """Read the visit no longer: another page is shown."""
        self.visit = None

    def watch(self, watch: Watch) -> None:
        """Read for a page now, and again whenever something was written, until it is let go."""
        self._watches[watch.key] = watch
        self.ask(watch.read, lambda found: self._show_watched(watch, found))

    def unwatch(self, key: str) -> None:
        """Read for a page no longer."""
        self._watches.pop(key, None)

    def ask(
        self,
        act: Callable[[Any], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Have something read from the office on the worker; ``then`` gets it on the GUI thread."""
        self.work.ask(lambda: act(self.office), then, otherwise or self._fail)

    def refresh(self) -> None:
        """Read again what is shown, as somebody else saved."""
        self.changed.emit(None)
        self.ask(self._reading(None), self._show_all)

    def save(self, edit: Edit) -> None:
        """Save one group of fields, with all that could not be saved before; then show what is there now."""
        self.unsaved.told(edit)
        self._save(self.unsaved.retried_with(edit))

    def retry(self) -> None:
        """Try again to save what could not be saved, and to read."""
        edits = self.unsaved.retried_with()
        if edits:
            self._save(edits)
        else:
            self.refresh()

    def do(
        self,
        deed: Deed,
        then: Callable[[Any], object] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
        *,
        visit: bool = False,
    ) -> None:
        """Do something and read again what is shown; ``then`` gets the answer after it is shown.

        With ``visit`` the answer is the id of a visit, which is shown then.
        """

        def told(value: Any, _change_set: str) -> None:
            if then is not None:
                then(value)

        self.carry_out(lambda office: office.perform(deed), told, otherwise, visit=visit)

    def carry_out(
        self,
        perform: Callable[[Any], tuple[Any, str, StepView, Touched]],
        then: Callable[[Any, str], object],
        otherwise: Callable[[Exception], None] | None = None,
        *,
        visit: bool = False,
    ) -> None:
        """Have the office do something as ``do`` does; ``then`` gets the answer and the change set."""

        def act(office: Any) -> tuple[Any, str, StepView, Touched, Shown]:
            value, change_set, step, touched = perform(office)
            shown = self._reading(touched, value if visit else "")(office)
            return value, change_set, step, touched, shown

        def done(found: tuple[Any, str, StepView, Touched, Shown]) -> None:
            value, change_set, step, touched, shown = found
            self._wrote(shown, touched)
            if step.code.endswith(REMOVALS) and change_set:
                self.removed.emit(change_set, step)
            then(value, change_set)

        self.saving.emit()
        self.ask(act, done, otherwise)

    def turn(self, *, again: bool = False, key: str = "", anyway: bool = False) -> None:
        """Undo the newest change of this window, or a certain one; or do it ``again``."""

        def act(office: Any) -> tuple[Turned, Touched, Shown] | None:
            found: tuple[Turned, Touched] | None = office.turn(again=again, key=key, anyway=anyway)
            if found is None:
                return None
            turned, touched = found
            wanted = turned.visit_id if self.visit is not None else ""
            return turned, touched, self._reading(touched, wanted)(office)

        def then(found: tuple[Turned, Touched, Shown] | None) -> None:
            if found is None:
                self.saved.emit(None)
                return
            turned, touched, shown = found
            self._wrote(shown, touched)
            self.turned.emit(turned)

        def otherwise(error: Exception) -> None:
            from models.errors import UndoConflict

            if isinstance(error, UndoConflict):
                self.saved.emit(None)
                self.turn_refused.emit(again, error)
                self.refresh()
            else:
                self._fail(error)

        self.saving.emit()
        self.ask(act, then, otherwise)

    def revive(self, edits: Sequence[Edit], then: Callable[[], None]) -> None:
        """Have a row again that somebody else removed, with what was typed into it meanwhile."""
        first = edits[0]

        def act(office: Any) -> tuple[Touched, Shown]:
            touched: Touched = office.revive(first.table, first.row_id)
            return touched, self._reading(None)(office)

        def done(found: tuple[Touched, Shown]) -> None:
            touched, shown = found
            self._wrote(shown, touched)
            self._save(edits)
            then()

        self.saving.emit()
        self.ask(act, done)

    def look_up_change(self, table: str, row_id: str) -> None:
        """Ask who changed a row last."""
        self.ask(
            lambda office: office.last_change(table, row_id),
            lambda found: self.change_known.emit(table, row_id, found),
            lambda _error: None,  # what keeps the file from being read is told by the poll
        )

    def stop(self) -> None:
        """Finish what was asked for, close the file, end the thread."""
        self._poll.stop()

        def close() -> None:
            if self.office is not None:
                self.office.close()
                self.office = None

        self.names.stop()
        self.work.ask(close, lambda _none: None, lambda _error: None)
        self.work.stop()

    def pause(self) -> None:
        """Stop looking for what others save."""
        self._poll.stop()

    def watching(self) -> bool:
        """Tell whether a save by somebody else would be noticed from now on."""
        return self._poll.isActive() and self._seen != -1

    def _begin(self, make: Callable[[], Any], visit_id: str) -> None:
        def act() -> tuple[FileView, VisitView | None, int]:
            from ui.data.shown import first_visit

            office = make()
            try:
                # Before anything is read: what others save from now on is noticed.
                version: int = office.look()
                file: FileView = office.file()
                there = {line.id for line in file.visits}
                chosen = visit_id if visit_id in there else first_visit(file)
                visit = office.visit(chosen) if chosen else None
            except BaseException:
                office.close()
                raise
            before, self.office = self.office, office
            if before is not None:
                before.close()
            return file, visit, version

        self.work.ask(act, self._begun, self._fail)

    def _begun(self, found: tuple[FileView, VisitView | None, int]) -> None:
        file, self.visit, self._seen = found
        self._watches.clear()
        self._set_trouble(None)
        left_over = self.unsaved.begin(file.path)
        self._show_file(file)
        if self.visit is None:
            self.visit_none.emit()
        else:
            self._show_visit(self.visit)
        self._poll.start()
        self.names.read(self.office, self.ask)
        if left_over and not file.read_only:
            self._save(left_over)

    def _save(self, edits: Sequence[Edit]) -> None:
        def act(office: Any) -> tuple[Outcome, tuple[Kept, ...], Shown | None]:
            outcome: Outcome = office.save(edits)
            if outcome.kept and isinstance(outcome.kept[-1].error, FileProblem):
                return outcome, outcome.kept, None
            # What was refused because others changed it is read again as a whole.
            touched = outcome.touched if not outcome.kept else None
            return outcome, office.with_conflicts(outcome.kept), self._reading(touched)(office)

        def then(found: tuple[Outcome, tuple[Kept, ...], Shown | None]) -> None:
            outcome, kept, shown = found
            for edit in outcome.saved:
                self.edit_saved.emit(edit)
            self.unsaved.settle(outcome.saved, kept)
            self._set_trouble(next((one.error for one in kept if isinstance(one.error, FileProblem)), None))
            if outcome.touched:
                self.changed.emit(outcome.touched)
            if shown is not None:
                self._show_all(shown)
            self.saved.emit(datetime.now() if outcome.saved and not kept else None)
            self.unsaved_changed.emit()

        self.saving.emit()
        self.ask(act, then)

    def _reading(self, touched: Touched | None, wanted: str = "") -> Callable[[Any], Shown]:
        """Return what reads again, on the worker, what is shown now."""
        shown, watches = self.visit, tuple(self._watches.values())

        def read(office: Any) -> Shown:
            from ui.data.shown import read_again

            return read_again(office, shown, watches, touched=touched, wanted=wanted)

        return read

    def _wrote(self, shown: Shown, touched: Touched) -> None:
        self._set_trouble(None)
        self.saved.emit(datetime.now())
        self.changed.emit(touched)
        self._show_all(shown)

    def _show_all(self, shown: Shown) -> None:
        here = self.visit.id if self.visit else ""
        mine = shown.wanted or (bool(here) and here == shown.instead_of)
        if mine:
            self.visit = shown.visit
        if shown.file is not None:
            self._show_file(shown.file)
        if mine and shown.visit is not None:
            self._show_visit(shown.visit)
        elif mine:
            self.visit_none.emit()
        if shown.lookup is not None:
            self.names.show(shown.lookup)
        for watch, found in shown.watched:
            self._show_watched(watch, found)
        self.steps_known.emit(shown.steps)

    def _show_watched(self, watch: Watch, found: Any) -> None:
        if self._watches.get(watch.key) is watch:
            watch.show(found)

    def busy(self) -> bool:
        """Tell whether anything is under way."""
        return self.work.busy() or self.names.busy()

    @property
    def lookup(self) -> Lookup:
        """Return everything that can be found and named, as it is known now."""
        return self.names.lookup

    def _show_file(self, file: FileView) -> None:
        self.file = file
        self.file_shown.emit(file)

    def _show_visit(self, visit: VisitView) -> None:
        self.visit = visit
        self.visit_shown.emit(visit)

        # Looking for what is wrong takes longer than reading: what was saved is on the screen before.
        def then(found: VisitView | None) -> None:
            if found is not None and self.visit is visit:
                self.visit = found
                self.visit_shown.emit(found)

        self.ask(lambda office: office.look_over(visit), then)

    def _fail(self, error: Exception) -> None:
        if (
            self.file is not None
            and isinstance(error, FileMissing)
            and error.values["path"] == self.file.path
        ):
            self._set_trouble(error)
        self.failed.emit(error)

    def _set_trouble(self, problem: Exception | None) -> None:
        problem = problem if isinstance(problem, FileProblem) else None
        if problem is not self.trouble:
            self.trouble = problem
            self.trouble_changed.emit(problem)

    def _look(self) -> None:
        """Ask whether somebody else saved; not while jobs are under way."""
        if not self.work.busy():
            self.ask(lambda office: office.look(), self._looked, self._not_looked)

    def _looked(self, version: int) -> None:
        if isinstance(self.trouble, FileMissing):
            # It is back.
            self._set_trouble(None)
            self.retry()
        elif self._seen not in (-1, version):
            self.refresh()
        self._seen = version

    def _not_looked(self, error: Exception) -> None:
        """Show that the file went away; that it is locked for a moment is nothing to tell."""
        if isinstance(error, FileMissing) and not isinstance(self.trouble, FileMissing):
            self._set_trouble(error)
