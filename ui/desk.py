"""What is open: a file, a visit, and the jobs that read and save them. Pages listen to its signals."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from models.errors import FileMissing, FileProblem
from ui.unsaved import Unsaved
from ui.work import Work

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from ui.edits import Edit, Kept, Outcome
    from ui.values import FileView, StepsView, StepView, Turned, VisitView

_POLL_MS = 1000


class Desk(QObject):
    """Lives on the GUI thread; everything slow goes through one worker."""

    file_shown = Signal(object)
    visit_shown = Signal(object)
    visit_none = Signal()
    saving = Signal()
    saved = Signal(object)
    edit_saved = Signal(object)
    """An edit is in the file; comes before the visit is shown again."""
    unsaved_changed = Signal()
    trouble_changed = Signal(object)
    """The FileProblem that keeps things from being saved or read, or None when it is over."""
    failed = Signal(object)
    item_added = Signal(str)
    item_removed = Signal(str, object)
    change_known = Signal(str, object)
    steps_known = Signal(object)
    turned = Signal(object)
    turn_refused = Signal(bool, object)
    """Somebody has changed since what is to be undone (or, when true, done again)."""

    def __init__(self, unsaved: Unsaved, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work = Work(self)
        self.unsaved = unsaved
        self.file: FileView | None = None
        self.visit: VisitView | None = None
        self.trouble: FileProblem | None = None
        self._office: Any = None  # ui.data.office.Office, touched by jobs only
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
        self._ask(lambda office: office.visit(visit_id, known), self._show_visit)

    def refresh(self) -> None:
        """Read again what is shown, as somebody else saved."""
        shown = self.visit

        def act(office: Any) -> tuple[FileView, VisitView | None, StepsView]:
            file: FileView = office.file()
            return file, _visit_again(office, file, shown.id if shown else "", shown), office.steps()

        self._ask(act, self._show_all)

    def save(self, edit: Edit) -> None:
        """Save one group of fields, with all that could not be saved before; then read the visit again."""
        self._save(self.unsaved.retried_with(edit))

    def retry(self) -> None:
        """Try again to save what could not be saved, and to read."""
        edits = self.unsaved.retried_with()
        if edits:
            self._save(edits)
        else:
            self.refresh()

    def add_item(self, date: dt.date, start: dt.time | None, zone: str) -> None:
        """Add an entry, read the visit again and tell which it is."""
        visit_id = self.visit.id if self.visit else ""
        self._write(lambda office: office.add_item(visit_id, date, start, zone), self.item_added.emit)

    def remove_item(self, item_id: str) -> None:
        """Remove an entry at once and tell how it can come back."""

        def then(found: tuple[str, StepView]) -> None:
            self.item_removed.emit(*found)

        self._write(lambda office: office.remove_item(item_id), then)

    def add_visit(
        self, titles: dict[str, str], languages: tuple[str, ...], first: dt.date, last: dt.date
    ) -> None:
        """Add a visit and show it."""

        def act(office: Any) -> tuple[FileView, VisitView, StepsView]:
            visit_id = office.add_visit(titles, languages, first, last)
            return office.file(), office.visit(visit_id), office.steps()

        self.saving.emit()
        self._ask(act, self._wrote_all)

    def turn(self, *, again: bool = False, key: str = "", anyway: bool = False) -> None:
        """Undo the newest change of this window, or a certain one; or do it ``again``."""
        shown = self.visit

        def act(office: Any) -> tuple[Turned | None, tuple[FileView, VisitView | None, StepsView]]:
            turned: Turned | None = office.turn(again=again, key=key, anyway=anyway)
            file: FileView = office.file()
            wanted = turned.visit_id if turned else ""
            return turned, (file, _visit_again(office, file, wanted, shown), office.steps())

        def then(found: tuple[Turned | None, tuple[FileView, VisitView | None, StepsView]]) -> None:
            self._wrote_all(found[1])
            if found[0] is not None:
                self.turned.emit(found[0])

        def otherwise(error: Exception) -> None:
            from models.errors import UndoConflict

            if isinstance(error, UndoConflict):
                self.saved.emit(None)
                self.turn_refused.emit(again, error)
                self.refresh()
            else:
                self._fail(error)

        self.saving.emit()
        self._ask(act, then, otherwise)

    def look_up_change(self, item_id: str) -> None:
        """Ask who changed an entry last."""
        self._ask(
            lambda office: office.last_change(item_id),
            lambda found: self.change_known.emit(item_id, found),
            lambda _error: None,  # what keeps the file from being read is told by the poll
        )

    def stop(self) -> None:
        """Finish what was asked for, close the file, end the thread."""
        self._poll.stop()

        def close() -> None:
            if self._office is not None:
                self._office.close()
                self._office = None

        self.work.ask(close, lambda _none: None, lambda _error: None)
        self.work.stop()

    def pause(self) -> None:
        """Stop looking for what others save."""
        self._poll.stop()

    def watching(self) -> bool:
        """Tell whether a save by somebody else would be noticed from now on."""
        return self._poll.isActive() and self._seen != -1

    def _begin(self, make: Callable[[], Any], visit_id: str) -> None:
        def act() -> tuple[FileView, VisitView | None]:
            office = make()
            try:
                file = office.file()
                visit = _visit_again(office, file, visit_id, None)
            except BaseException:
                office.close()
                raise
            before, self._office = self._office, office
            if before is not None:
                before.close()
            return file, visit

        self.work.ask(act, self._begun, self._fail)

    def _begun(self, found: tuple[FileView, VisitView | None]) -> None:
        file, self.visit = found
        self._seen = -1
        self._set_trouble(None)
        left_over = self.unsaved.begin(file.path)
        self._show_file(file)
        if self.visit is None:
            self.visit_none.emit()
        else:
            self._show_visit(self.visit)
        self._poll.start()
        if left_over and not file.read_only:
            self._save(left_over)

    def _save(self, edits: Sequence[Edit]) -> None:
        visit_id = self.visit.id if self.visit else ""
        known = self.visit

        def act(office: Any) -> tuple[Outcome, tuple[Kept, ...], VisitView | None, StepsView | None]:
            outcome: Outcome = office.save(edits)
            if outcome.kept and isinstance(outcome.kept[-1].error, FileProblem):
                return outcome, outcome.kept, None, None
            visit = office.visit(visit_id, known) if visit_id else None
            return outcome, office.with_conflicts(outcome.kept), visit, office.steps()

        def then(found: tuple[Outcome, tuple[Kept, ...], VisitView | None, StepsView | None]) -> None:
            outcome, kept, visit, steps = found
            for edit in outcome.saved:
                self.edit_saved.emit(edit)
            self.unsaved.settle(outcome.saved, kept)
            broken = next((each.error for each in kept if isinstance(each.error, FileProblem)), None)
            self._set_trouble(broken)
            if visit is not None:
                self._saved_visit(visit, datetime.now() if outcome.saved else None)
            if steps is not None:
                self.steps_known.emit(steps)
            self.saved.emit(datetime.now() if outcome.saved and not kept else None)
            self.unsaved_changed.emit()

        self.saving.emit()
        self._ask(act, then)

    def _write(self, act: Callable[[Any], Any], then: Callable[[Any], None]) -> None:
        """Write something and read the visit that is open again."""
        visit_id, known = (self.visit.id, self.visit) if self.visit else ("", None)

        def job(office: Any) -> tuple[Any, VisitView, StepsView]:
            value = act(office)
            return value, office.visit(visit_id, known), office.steps()

        def done(found: tuple[Any, VisitView, StepsView]) -> None:
            self._set_trouble(None)
            self._saved_visit(found[1], datetime.now())
            self.steps_known.emit(found[2])
            then(found[0])

        self.saving.emit()
        self._ask(job, done)

    def _wrote_all(self, found: tuple[FileView, VisitView | None, StepsView]) -> None:
        self._set_trouble(None)
        self.saved.emit(datetime.now())
        self._show_all(found)

    def _show_all(self, found: tuple[FileView, VisitView | None, StepsView]) -> None:
        file, visit, steps = found
        self.visit = visit
        self._show_file(file)
        if visit is None:
            self.visit_none.emit()
        else:
            self._show_visit(visit)
        self.steps_known.emit(steps)

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

        self._ask(lambda office: office.look_over(visit), then)

    def _saved_visit(self, visit: VisitView, at: datetime | None) -> None:
        self.saved.emit(at)
        if self.visit is None or self.visit.id == visit.id:
            self._show_visit(visit)

    def _ask(
        self,
        act: Callable[[Any], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        self.work.ask(lambda: act(self._office), then, otherwise or self._fail)

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
            self._ask(lambda office: office.look(), self._looked, self._not_looked)

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


def _visit_again(office: Any, file: FileView, wanted: str, known: VisitView | None) -> VisitView | None:
    """Read the visit that is wanted; where it is gone, the one that was shown; else the one to show first."""
    there = {line.id for line in file.visits}
    candidates = (wanted, known.id if known else "", _first(file))
    chosen = next((visit_id for visit_id in candidates if visit_id in there), "")
    return office.visit(chosen, known) if chosen else None


def _first(file: FileView) -> str:
    """Return the visit to show first: the next one, else the last one."""
    from datetime import date

    today = date.today()
    coming = [line for line in file.visits if line.last and line.last >= today and line.first]
    if coming:
        return min(coming, key=lambda line: line.first or today).id
    dated = [line for line in file.visits if line.first]
    if dated:
        return max(dated, key=lambda line: line.first or today).id
    return file.visits[0].id if file.visits else ""
