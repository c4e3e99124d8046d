"""Bringing a copy of the database home: what it would change, and doing it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from models.errors import OpenQuestions
from models.store import Database, Done, Writing
from models.store.merge import Choice, Merged, MergePlan, apply_merge, plan_merge
from models.store.merge.other import opened_other
from models.store.merge.sides import MERGE


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
) -> Done[Merged]:
    """Merge another copy into this database, as one step that can be undone.

    ``decisions`` names for each question (by its key) whose version stays; ``prefer`` decides those that are
    not named. Raises OpenQuestions, with nothing merged, where some stay open.
    """

    with opened_other(other_path) as theirs:

        def act(writing: Writing) -> Merged:
            plan = plan_merge(writing.session, theirs, other_path)
            writing.label_values["file"] = other_path.name
            return apply_merge(writing, plan, _decided(plan, decisions or {}, prefer))

        return database.run(MERGE, act)


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
