"""An open file as the worker sees it: reads become views, edits become actions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from models.actions import schedule, undo, visits
from models.errors import EditConflict, FileMissing, FileProblem, ParleyError
from models.store import Database
from models.tables import FileInfo, Place
from models.tables.journal import ChangeKind
from models.text.localised import NO_TEXT, LocalisedText
from ui.data.conflicts import conflict_of
from ui.data.saves import row_of, save_edit
from ui.data.views import visit_findings, visit_line, visit_view, with_findings
from ui.edits import Kept, Outcome
from ui.values import ChangeView, FileView, StepsView, StepView, Turned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from models.store import Done
    from models.tables import Row, ScheduleItem, Visit
    from ui.edits import Edit
    from ui.values import VisitView

_ITEM = "schedule_item"


@dataclass(frozen=True, slots=True)
class _Mine:
    """A change set of this window: what it was, and what to show for it."""

    step: StepView
    visit_id: str
    item_id: str


class Office:
    """Everything here runs on the worker thread."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._loaded: Visit | None = None
        self._view: VisitView | None = None
        self._mine: dict[str, _Mine] = {}
        self._place = _identity(database.path)

    @classmethod
    def open(cls, path: Path) -> Office:
        """Open a file."""
        return cls(Database.open(path))

    @classmethod
    def create(cls, path: Path) -> Office:
        """Make an empty file and open it."""
        return cls(Database.create(path))

    @classmethod
    def sample(cls, path: Path) -> Office:
        """Make a file with the sample and open it."""
        from models.actions.sample import create_sample

        return cls(create_sample(path))

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def look(self) -> int:
        """Return a number that changes when somebody else saved; raises FileMissing."""
        self._stand_on_file()
        return self.database.data_version()

    def file(self) -> FileView:
        """Read the card of the file and its visits."""
        self._stand_on_file()
        infos = self.database.load_all(FileInfo)
        home = infos[0].home_organisation_id if infos else None
        return FileView(
            self.database.path,
            infos[0].name if infos and infos[0].name else self.database.path.stem,
            self.database.profile.author_name,
            not self.database.writable,
            tuple(visit_line(visit, home) for visit in self.database.visits()),
        )

    def visit(self, visit_id: str, known: VisitView | None = None) -> VisitView:
        """Read a visit; its findings stay those of ``known`` until they are looked for again."""
        self._stand_on_file()
        infos = self.database.load_all(FileInfo)
        self._loaded = self.database.load_visit(visit_id)
        same = known if known is not None and known.id == visit_id else None
        self._view = visit_view(
            self._loaded,
            self.database.load_all(Place),
            infos[0].home_organisation_id if infos else None,
            read_only=not self.database.writable,
            found=same.findings if same else (),
        )
        return self._view

    def look_over(self, view: VisitView) -> VisitView | None:
        """Look for findings in the visit that was read last; nothing where it was read again since."""
        if self._loaded is None or view is not self._view:
            return None
        return with_findings(view, visit_findings(self._loaded))

    def save(self, edits: Sequence[Edit]) -> Outcome:
        """Save groups of fields, each as its own change; a file that cannot be written ends the attempt."""
        saved: list[Edit] = []
        kept: list[Kept] = []
        broken: FileProblem | None = None
        for edit in edits:
            if broken is not None:
                kept.append(Kept(edit, broken))
                continue
            try:
                self._save(edit)
            except FileProblem as problem:
                broken = problem
                kept.append(Kept(edit, problem))
            except ParleyError as error:
                kept.append(Kept(edit, error))
            else:
                saved.append(edit)
        return Outcome(tuple(saved), tuple(kept))

    def with_conflicts(self, kept: Sequence[Kept]) -> tuple[Kept, ...]:
        """Add to each conflict both values, and who was there first; after the visit was read again."""
        made: list[Kept] = []
        for each in kept:
            row = self._row(each.edit) if isinstance(each.error, EditConflict) else None
            if row is not None:
                last = self.database.last_change(each.edit.table, row.id)
                made.append(replace(each, conflict=conflict_of(each.edit, row, last)))
            else:
                made.append(each)
        return tuple(made)

    def add_item(self, visit_id: str, date: dt.date, start: dt.time | None, zone: str) -> str:
        """Add an entry without a title; answers with its id."""
        self._stand_on_file()
        fields: dict[str, Any] = {"visit_id": visit_id, "date": date, "start": start, "zone": zone}
        done = schedule.item.add(self.database, **fields)
        self._remember(done, schedule.item.add.code, visit_id, done.value)
        return done.value

    def remove_item(self, item_id: str) -> tuple[str, StepView]:
        """Remove an entry; answers with the change set, which can be undone, and what it was."""
        self._stand_on_file()
        item = self._item(item_id)
        title, visit_id = (item.title, item.visit_id) if item else (NO_TEXT, "")
        done = schedule.item.remove(self.database, item_id)
        self._remember(done, schedule.item.remove.code, visit_id, item_id, title)
        return done.change_set, StepView(schedule.item.remove.code, title)

    def add_visit(
        self, titles: dict[str, str], languages: tuple[str, ...], first: dt.date, last: dt.date
    ) -> str:
        """Add a visit with its days; answers with its id."""
        self._stand_on_file()
        done = visits.plan_visit(self.database, titles, languages, first, last, time_zone=device_zone())
        self._remember(done, visits.plan_visit.code, done.value, "", LocalisedText(titles))
        return done.value

    def steps(self) -> StepsView:
        """Return what this window can undo and redo next."""
        steps = undo.steps_of(self.database)
        back, again = self._own(steps.undo), self._own(steps.redo)
        return StepsView(
            self._mine[back].step if back else None,
            self._mine[again].step if again else None,
        )

    def turn(self, *, again: bool, key: str = "", anyway: bool = False) -> Turned | None:
        """Undo (or do again) the newest change of this window, or a certain one; raises UndoConflict."""
        self._stand_on_file()
        if not key:
            steps = undo.steps_of(self.database)
            key = self._own(steps.redo if again else steps.undo)
        mine = self._mine.get(key)
        if mine is None:
            return None
        (undo.redo if again else undo.undo)(self.database, key, anyway=anyway)
        return Turned(mine.step, mine.visit_id, mine.item_id, again)

    def last_change(self, item_id: str) -> ChangeView | None:
        """Return who changed an entry last; nothing where it is as it was made."""
        found = self.database.last_change(_ITEM, item_id)
        mine = [entry for entry in found.entries if entry.row_id == item_id] if found else []
        if found is None or not mine or all(entry.kind is ChangeKind.INSERT for entry in mine):
            return None
        return ChangeView(found.author, found.at, mine[0].field)

    def _save(self, edit: Edit) -> None:
        self._stand_on_file()
        item = self._item(edit.row_id)
        done, code = save_edit(self.database, edit)
        self._remember(done, code, item.visit_id if item else "", edit.row_id, item.title if item else None)

    def _row(self, edit: Edit) -> Row | None:
        """Return the row that an edit is about, as it is in the file now."""
        item = self._item(edit.row_id) if edit.table == _ITEM else None
        return item if item is not None else row_of(self.database, edit)

    def _item(self, item_id: str) -> ScheduleItem | None:
        items = self._loaded.items if self._loaded else []
        return next((item for item in items if item.id == item_id), None)

    def _remember(
        self, done: Done[Any], code: str, visit_id: str, item_id: str, title: LocalisedText | None = None
    ) -> None:
        if done.change_set:
            self._mine[done.change_set] = _Mine(StepView(code, title or NO_TEXT), visit_id, item_id)

    def _own(self, keys: Sequence[str]) -> str:
        """Return the newest change set that this window made: not those of last week, or of the sample."""
        return next((key for key in reversed(keys) if key in self._mine), "")

    def _stand_on_file(self) -> None:
        """Notice that the file was taken away or exchanged: SQLite would go on with the old one unseen."""
        now = _identity(self.database.path)
        if now is None:
            raise FileMissing(path=self.database.path)
        if now != self._place:
            fresh = Database.open(self.database.path)
            self.database.close()
            self.database, self._place = fresh, now


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one at the same path; it is not opened."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def device_zone() -> str:
    """Return the zone that this device is in, as far as it says so."""
    import os
    from pathlib import Path

    named = os.environ.get("TZ", "")
    if "/" in named:
        return named.lstrip(":")
    local = Path("/etc/localtime")
    if local.is_symlink() and "zoneinfo/" in str(local.readlink()):
        return str(local.readlink()).split("zoneinfo/")[1]
    return "UTC"
