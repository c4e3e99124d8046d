"""Bringing a copy of the database home: what it would change, and doing it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from models.actions.erase import PERSON, erase_in
from models.errors import FileBusy, FileFull, OpenQuestions
from models.store import Database, Done, Writing
from models.store.backups import Kept, Reason, back_up
from models.store.erase import vacuum
from models.store.history import belonging_to_visit
from models.store.load import uncollected
from models.store.merge import Choice, Merged, MergePlan, apply_merge, plan_merge
from models.store.merge.other import opened_other
from models.store.merge.sides import MERGE, ask
from models.tables import Affiliation, Organisation, Person, Place, Visit


class Stage(StrEnum):
    """How far a merge is; until the last one it can still be stopped, and then nothing was done."""

    COMPARING = "comparing"
    BACKING_UP = "backing-up"
    WRITING = "writing"
    SAVING = "saving"


def _nobody(_: Stage) -> None:
    """Tell nobody how far it is."""


SHARED = {kind.__tablename__ for kind in (Affiliation, Organisation, Person, Place)}
"""What belongs to no visit, and appears in many."""


def preview_merge(database: Database, other_path: Path) -> MergePlan:
    """Say what merging another copy into this database would do; nothing is written anywhere."""
    with opened_other(other_path) as theirs, database.reading() as ours:
        return plan_merge(ours, theirs, other_path)


def merge_copy(
    database: Database,
    other_path: Path,
    decisions: Mapping[str, Choice] | None = None,
    *,
    prefer: Choice | None = None,
    backup: bool = True,
    progress: Callable[[Stage], None] = _nobody,
) -> Done[Merged]:
    """Merge another copy into this database, as one step that can be undone, after a backup.

    ``decisions`` names for each question (by its key) whose version stays; ``prefer`` decides those that are
    not named. Raises OpenQuestions, with nothing merged, where some stay open. ``progress`` is told each
    stage, and stops the merge by raising Cancelled.
    """
    kept: list[Kept] = []
    buried: set[str] = set()
    with opened_other(other_path) as theirs:

        def act(writing: Writing) -> Merged:
            with uncollected():
                return merge(writing)

        def merge(writing: Writing) -> Merged:
            progress(Stage.COMPARING)
            plan = plan_merge(writing.session, theirs, other_path)
            decided = _decided(plan, decisions or {}, prefer)
            if backup and not plan.is_empty and not kept:
                # Others can still read while this transaction waits to write, and so can the backup.
                progress(Stage.BACKING_UP)
                kept.append(back_up(database.path, Reason.MERGE))
            progress(Stage.WRITING)
            merged = apply_merge(writing, plan, decided)
            if plan.work is not None:
                buried.update(key for key, (table, _) in plan.work.erased.items() if table == PERSON)
            progress(Stage.SAVING)
            return merged

        done = database.run(MERGE, act)
    if buried:
        _leave_no_traces(database, buried, [backup.path for each in kept for backup in each.backups])
    return done


def _leave_no_traces(database: Database, persons: Collection[str], backups: Collection[Path]) -> None:
    """Erase whom the other copy had erased in the backups made a moment ago, and in free parts of this file.

    Where somebody holds the file, its free parts wait for the next time that anybody is erased.
    """
    for person in persons:
        erase_in(backups, database.path, person, database.profile)
    with suppress(FileBusy, FileFull):
        vacuum(database.path, database.may_write)


def _decided(
    plan: MergePlan, decisions: Mapping[str, Choice], prefer: Choice | None
) -> Mapping[str, Choice] | Choice:
    if prefer is not None:
        return {question.key: decisions.get(question.key, prefer) for question in plan.questions}
    known = {
        question.key: decisions[question.key] for question in plan.questions if question.key in decisions
    }
    if missing := len(plan.questions) - len(known):
        raise OpenQuestions(count=missing, plan=plan)
    return known


def visits_touched(database: Database, touched: Collection[tuple[str, str]]) -> list[Visit]:
    """Load the visits to which any of the rows belongs or belonged; all where shared rows were touched."""
    if not touched:
        return []
    shared = any(table in SHARED for table, _ in touched)
    keys = {key for _, key in touched}
    with database.reading() as session:
        known = [visit for (visit,) in ask(session, "SELECT id FROM visit ORDER BY id")]
        wanted = [visit for visit in known if shared or keys & belonging_to_visit(session, visit)]
    return [database.load_visit(visit) for visit in wanted]
