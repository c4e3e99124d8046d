"""What is open: a file, a visit, and the jobs that read and save them. Pages listen to its signals."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.work import Work

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from ui.edits import Edit
    from ui.values import FileView, VisitView

_POLL_MS = 1000


class Desk(QObject):
    """Lives on the GUI thread; everything slow goes through one worker."""

    file_shown = Signal(object)
    visit_shown = Signal(object)
    visit_none = Signal()
    saving = Signal()
    saved = Signal(object)
    not_saved = Signal(object, object)
    failed = Signal(object)
    item_added = Signal(str)
    change_known = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work = Work(self)
        self.file: FileView | None = None
        self.visit: VisitView | None = None
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
        self._ask(lambda office: office.visit(visit_id), self._show_visit)

    def refresh(self) -> None:
        """Read again what is shown."""
        self._ask(lambda office: office.file(), self._show_file)
        if self.visit is not None:
            self.show_visit(self.visit.id)

    def save(self, edit: Edit) -> None:
        """Save one group of fields, then read the visit again."""
        self.saving.emit()
        visit_id = self.visit.id if self.visit else ""

        def act(office: Any) -> VisitView:
            office.save(edit)
            return office.visit(visit_id)

        self._ask(act, self._saved_visit, lambda error: self.not_saved.emit(edit, error))

    def add_item(self, date: dt.date, start: dt.time | None, zone: str) -> None:
        """Add an entry, read the visit again and tell which it is."""
        visit_id = self.visit.id if self.visit else ""

        def act(office: Any) -> tuple[str, VisitView]:
            item_id = office.add_item(visit_id, date, start, zone)
            return item_id, office.visit(visit_id)

        def then(found: tuple[str, VisitView]) -> None:
            self._saved_visit(found[1])
            self.item_added.emit(found[0])

        self.saving.emit()
        self._ask(act, then)

    def remove_item(self, item_id: str) -> None:
        """Remove an entry and read the visit again."""
        visit_id = self.visit.id if self.visit else ""

        def act(office: Any) -> VisitView:
            office.remove_item(item_id)
            return office.visit(visit_id)

        self.saving.emit()
        self._ask(act, self._saved_visit)

    def add_visit(
        self, titles: dict[str, str], languages: tuple[str, ...], first: dt.date, last: dt.date
    ) -> None:
        """Add a visit and show it."""

        def act(office: Any) -> tuple[FileView, VisitView]:
            visit_id = office.add_visit(titles, languages, first, last)
            return office.file(), office.visit(visit_id)

        def then(found: tuple[FileView, VisitView]) -> None:
            self.saved.emit(datetime.now())
            self.visit = found[1]
            self._show_file(found[0])
            self._show_visit(found[1])

        self.saving.emit()
        self._ask(act, then)

    def look_up_change(self, item_id: str) -> None:
        """Ask who changed an entry last."""
        self._ask(
            lambda office: office.last_change(item_id), lambda found: self.change_known.emit(item_id, found)
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
                chosen = visit_id if any(line.id == visit_id for line in file.visits) else _first(file)
                visit = office.visit(chosen) if chosen else None
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
        self._show_file(file)
        if self.visit is None:
            self.visit_none.emit()
        else:
            self._show_visit(self.visit)
        self._poll.start()

    def _show_file(self, file: FileView) -> None:
        self.file = file
        self.file_shown.emit(file)

    def _show_visit(self, visit: VisitView) -> None:
        self.visit = visit
        self.visit_shown.emit(visit)

    def _saved_visit(self, visit: VisitView) -> None:
        self.saved.emit(datetime.now())
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
        self.failed.emit(error)

    def _look(self) -> None:
        """Ask whether somebody else saved; not while jobs are under way."""
        if not self.work.busy():
            self._ask(lambda office: office.database.data_version(), self._looked, lambda _error: None)

    def _looked(self, version: int) -> None:
        if self._seen not in (-1, version):
            self.refresh()
        self._seen = version


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
