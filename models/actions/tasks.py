"""The checklist of a visit: taken from a template or another visit, and kept as the template for the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from models.actions.action import action
from models.actions.visits import task
from models.store import Writing
from models.tables import Task, Visit, VisitDay


@action("visit.take_tasks")
def take_tasks(writing: Writing, key: str, tasks: Sequence[Mapping[str, Any]]) -> int:
    """Add tasks to a visit, except those that it has by the same title; answers with how many."""
    writing.label_values["id"] = key
    writing.get(Visit, key)
    known = {_title(each.title) for each in writing.where(Task, visit_id=key)}
    wanted = [each for each in tasks if _title(each["title"]) not in known]
    for each in wanted:
        task.add.within(writing, visit_id=key, **each)
    return len(wanted)


@action("visit.copy_tasks")
def copy_tasks(writing: Writing, key: str, source: str | None) -> int:
    """Take over the tasks of another visit, or of the file's template (None), as open ones."""
    first = _first_day(writing, source) if source else None
    return take_tasks.within(writing, key, [_again(each, first) for each in _tasks(writing, source)])


@action("visit.keep_template")
def keep_template(writing: Writing, key: str) -> int:
    """Keep the tasks of a visit as the template of this file, instead of what it was."""
    writing.label_values["id"] = key
    first = _first_day(writing, key)
    for old in _tasks(writing, None):
        writing.remove(old)
    kept = _tasks(writing, key)
    for each in kept:
        fields = _again(each, first)
        task.add.within(writing, visit_id=None, **{**fields, "author_id": None})
    writing.label_values["id"] = key
    return len(kept)


def _tasks(writing: Writing, visit_id: str | None) -> list[Task]:
    return sorted(writing.where(Task, visit_id=visit_id), key=lambda each: (each.order, each.id))


def _again(row: Task, first: dt.date | None) -> dict[str, Any]:
    """Return what is the same in another visit: a fixed day becomes days relative to the first one."""
    due = row.due_days
    if due is None and row.due_date is not None and first is not None:
        due = (row.due_date - first).days
    return {"title": row.title, "due_days": due, "note": row.note, "author_id": row.author_id}


def _first_day(writing: Writing, visit_id: str) -> dt.date | None:
    return min((each.date for each in writing.where(VisitDay, visit_id=visit_id)), default=None)


def _title(title: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset((tag, text) for tag, text in title.items() if text)
