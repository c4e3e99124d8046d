"""An open file as the worker sees it: reads become views, edits and deeds become actions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.actions import undo
from models.actions.card import rename_author
from models.actions.lookup import load_lookup, refreshed
from models.actions.registry import ACTIONS, ENTITIES
from models.errors import EditConflict, FileMissing, FileProblem, LeaseLost, NotFound, ParleyError
from models.store import Database
from models.tables import FileInfo
from models.tables.journal import ChangeKind
from models.text.localised import LocalisedText
from ui.data.conflicts import conflict_of
from ui.data.door import Door, door_of
from ui.data.mine import Made, MyChanges, called
from ui.data.saves import save_edit
from ui.data.sharing import Shared
from ui.data.views import visit_line
from ui.data.visit_reader import VisitReader
from ui.edits import Kept, Outcome
from ui.values import REMOVALS, ChangeView, FileView, StepsView, StepView, Turned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from models.actions.intake import Proposal
    from models.rules.lookup import Lookup
    from models.store import Done
    from models.tables import Row, Visit
    from ui.deeds import Deed
    from ui.edits import Edit
    from ui.values import VisitView
    from ui.values_safety import ShareView


class Office:
    """Everything here runs on the worker thread."""

    def __init__(self, database: Database, shared: Shared | None = None) -> None:
        self.database = database
        self._shared = shared
        self._visits = VisitReader()
        self._lookup: Lookup | None = None
        self._mine = MyChanges()
        self._place = _identity(database.path)

    @classmethod
    def open(cls, path: Path) -> Office:
        """Open a file; where its drive has no locks that work, only one person edits."""
        shared = Shared.open(path)
        return cls(shared.database, shared)

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
        """Close the file, and give the right to edit back where only one has it."""
        if self._shared is not None:
            self._shared.close()
        self.database.close()

    def door(self) -> Door:
        """Return a way into the file for work on a connection of its own."""
        return door_of(self.database)

    def share(self) -> ShareView | None:
        """Return what is known about where the file lies, and who edits; None for a file just made."""
        return self._shared.view() if self._shared is not None else None

    def renew_share(self) -> ShareView | None:
        """Give a sign of life where one edits at a time; who was taken over from reads on."""
        if self._shared is None:
            return None
        try:
            return self._shared.renew()
        except LeaseLost:
            self.database = self._shared.read_only()
            return self._shared.view()

    def take_over(self) -> ShareView | None:
        """Take the right to edit from whoever has it; raises LeaseTaken where somebody else was faster."""
        if self._shared is not None:
            self.database = self._shared.take_over()
        return self.share()

    def adopt(self, change_set: str, code: str) -> None:
        """Count a step that a dialog of this window has done among those that can be undone here."""
        self._mine.adopt(change_set, Made(StepView(code), "", "", ""))

    def look(self) -> int:
        """Return a number that changes when somebody else saved; raises FileMissing."""
        self._stand_on_file()
        return self.database.data_version()

    def file(self) -> FileView:
        """Read the card of the file and its visits."""
        self._stand_on_file()
        info = self._info()
        counts = self.database.counts()
        return FileView(
            self.database.path,
            info.name if info and info.name else self.database.path.stem,
            self.database.profile.author_name,
            not self.database.writable,
            tuple(visit_line(visit, self._home(info)) for visit in self.database.visits()),
            self._home(info) or "",
            counts,
        )

    def visit(
        self,
        visit_id: str,
        known: VisitView | None = None,
        touched: frozenset[tuple[str, str]] | None = None,
    ) -> VisitView:
        """Read a visit; its findings stay those of ``known`` until they are looked for again.

        Where the rows that were written since are known, only these are read again.
        """
        self._stand_on_file()
        return self._visits.read(self.database, visit_id, self._home(self._info()), known, touched)

    def loaded(self, visit_id: str) -> Visit:
        """Return a visit as it was read last, or read it."""
        return self._visits.loaded(visit_id) or self.database.load_visit(visit_id)

    def look_over(self, view: VisitView) -> VisitView | None:
        """Look for findings in the visit that was read last (see ``VisitReader``)."""
        return self._visits.look_over(view)

    def whole(self, table: str, key: str) -> Any:
        """Load one thing whole, with all that belongs to it; None where it is gone."""
        self._stand_on_file()
        try:
            return self.database.load(ENTITIES[table].kind, key)
        except NotFound:
            return None

    def row(self, table: str, key: str) -> Row | None:
        """Load one row by itself; None where it is gone."""
        return next(iter(self.database.rows(ENTITIES[table].kind, id=key)), None)

    def several(self, table: str, keys: Sequence[str]) -> list[Row]:
        """Load several rows whole; those that are gone are left out."""
        return [row for key in keys if (row := self.whole(table, key)) is not None]

    def owners(self, table: str, key: str) -> list[tuple[str, str]]:
        """Return a row and then what it belongs to, the nearest first."""
        return self.database.owners(table, key)

    def rename_author(self, name: str) -> None:
        """Sign with another name from now on."""
        self._stand_on_file()
        rename_author(self.database, name)

    def look_up(self, language: str) -> Lookup:
        """Read what everything is called and by what it is found; runs on a thread of its own.

        It takes seconds in a large file, in which people read and save.
        """
        with self.database.another() as beside:
            lookup = load_lookup(beside)
        lookup.lines("person", language)
        return lookup

    def take_lookup(self, lookup: Lookup) -> Lookup:
        """Take what was read, and what was saved meanwhile."""
        self._lookup = refreshed(self.database, lookup)
        return self._lookup

    def look_up_again(self) -> Lookup | None:
        """Bring that up to date from the journal; None before it was read for the first time."""
        if self._lookup is not None:
            self._lookup = refreshed(self.database, self._lookup)
        return self._lookup

    def save(self, edits: Sequence[Edit]) -> Outcome:
        """Save groups of fields, each as its own change; a file that cannot be written ends the attempt."""
        saved: list[Edit] = []
        kept: list[Kept] = []
        touched: set[tuple[str, str]] = set()
        broken: FileProblem | None = None
        for edit in edits:
            if broken is not None:
                kept.append(Kept(edit, broken))
                continue
            try:
                touched |= self._save(edit)
            except FileProblem as problem:
                broken = problem
                kept.append(Kept(edit, problem))
            except ParleyError as error:
                kept.append(Kept(edit, error))
            else:
                saved.append(edit)
        return Outcome(tuple(saved), tuple(kept), frozenset(touched))

    def with_conflicts(self, kept: Sequence[Kept]) -> tuple[Kept, ...]:
        """Add to each conflict both values, and who was there first."""
        made: list[Kept] = []
        for each in kept:
            if isinstance(each.error, EditConflict):
                row = self.row(each.edit.table, each.edit.row_id)
                last = self.database.last_change(each.edit.table, each.edit.row_id)
                made.append(replace(each, conflict=conflict_of(each.edit, row, last)) if row else each)
            else:
                made.append(each)
        return tuple(made)

    def perform(self, deed: Deed) -> tuple[Any, str, StepView, frozenset[tuple[str, str]]]:
        """Do what a page asks; answers with the value, the change set, what it was, and the rows touched."""
        self._stand_on_file()
        action = ACTIONS[deed.code]
        table = deed.code.partition(".")[0]
        several = deed.arguments.get("keys") or ()
        key = str(deed.arguments.get("key") or next(iter(several), ""))
        before = self._about(table, key) if key else None
        done: Done[Any] = action(self.database, **deed.arguments)
        row_id = key or (done.value if isinstance(done.value, str) else "")
        made = before or self._about(table, row_id)
        told = None
        if deed.code.endswith(REMOVALS) and done.change_set:
            # What is gone is named at once: with it goes what would tell the name later.
            from ui.data.history import step_of

            told = step_of(self.database, done.change_set)
        made = made._replace(step=replace(made.step, code=deed.code, told=told))
        into = deed.arguments.get("into")
        if into:
            # What is shown when it is undone is where it was made, not what is gone then.
            made = made._replace(visit_id=self._about(*into[:2]).visit_id, table=into[0], row_id=into[1])
        self._mine.remember(done, made)
        return done.value, done.change_set, made.step, done.touched

    def accept(
        self, proposal: Proposal, refused: frozenset[tuple[str, str]]
    ) -> tuple[int, str, StepView, frozenset[tuple[str, str]]]:
        """Take in what a file brings, without what was refused; answers as ``perform`` does."""
        from models.actions.intake import accept
        from models.actions.intake.left_out import refusals_of

        self._stand_on_file()
        done = accept(self.database, proposal, refusals_of(proposal, refused))
        step = StepView("import", LocalisedText(en=proposal.source))
        self._mine.remember(done, Made(step, proposal.visit or "", "", ""))
        return done.value, done.change_set, step, done.touched

    def steps(self) -> StepsView:
        """Return what this window can undo and redo next."""
        return self._mine.steps(self.database)

    def turn(
        self, *, again: bool, key: str = "", anyway: bool = False
    ) -> tuple[Turned, frozenset[tuple[str, str]]] | None:
        """Undo (or do again) the newest change of this window, or a certain one; raises UndoConflict."""
        self._stand_on_file()
        key = key or self._mine.next(self.database, again=again)
        mine = self._mine.of(key)
        if mine is None:
            return None
        done = (undo.redo if again else undo.undo)(self.database, key, anyway=anyway)
        step = self._mine.told(self.database, key)
        return Turned(step, mine.visit_id, mine.table, mine.row_id, again), done.touched

    def revive(self, table: str, row_id: str) -> frozenset[tuple[str, str]]:
        """Have a row again that somebody removed, with all that went with it; answers with what was written.

        Nothing is done where it is there; raises UndoConflict where that would undo what came after.
        """
        self._stand_on_file()
        last = self.database.last_change(table, row_id) if self.row(table, row_id) is None else None
        if last is None:
            return frozenset()
        done = undo.undo(self.database, last.id)
        made = self._about(table, row_id)
        self._mine.remember(done, made._replace(step=replace(made.step, code=f"{table}.add")))
        return done.touched

    def last_change(self, table: str, row_id: str) -> ChangeView | None:
        """Return who changed a row last; nothing where it is as it was made."""
        found = self.database.last_change(table, row_id)
        mine = [entry for entry in found.entries if entry.row_id == row_id] if found else []
        if found is None or not mine or all(entry.kind is ChangeKind.INSERT for entry in mine):
            return None
        return ChangeView(found.author, found.at, mine[0].field)

    def _save(self, edit: Edit) -> frozenset[tuple[str, str]]:
        self._stand_on_file()
        made = self._about(edit.table, edit.row_id)
        done, code = save_edit(self.database, edit)
        self._mine.remember(done, made._replace(step=replace(made.step, code=code)))
        return done.touched

    def _about(self, table: str, key: str) -> Made:
        """Return what a row is called and in which visit it is."""
        row = self.row(table, key) if table in ENTITIES and key else None
        chain = self.owners(table, key) if row is not None else []
        visit = next((owner for kind, owner in chain if kind == "visit"), "")
        return Made(StepView("", called(row)), visit, table, key)

    def _info(self) -> FileInfo | None:
        return next(iter(self.database.rows(FileInfo)), None)

    def _home(self, info: FileInfo | None) -> str | None:
        return info.home_organisation_id if info else None

    def _stand_on_file(self) -> None:
        """Notice that the file was taken away or exchanged: SQLite would go on with the old one unseen."""
        now = _identity(self.database.path)
        if now is None:
            raise FileMissing(path=self.database.path)
        if now != self._place:
            fresh = Shared.open(self.database.path)
            if self._shared is not None:
                self._shared.close()
            self.database.close()
            self.database, self._shared, self._place = fresh.database, fresh, now


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one at the same path; it is not opened."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
