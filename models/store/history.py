"""Reading the journal: what was changed, by whom, when."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from models.store.journal import Entry
from models.tables import Author, Change, ChangeSet, TableRow, Visit
from models.tables.journal import ChangeKind


@dataclass(frozen=True, slots=True)
class Recorded:
    """A change set as the journal keeps it."""

    id: str
    sequence: int
    author_id: str
    author: str
    device: str
    at: dt.datetime
    label: str
    values: dict[str, Any]
    entries: tuple[Entry, ...]


def change_set(session: Session, key: str, most: int | None = None) -> Recorded | None:
    """Return one change set with its entries, or with the first of them."""
    found = _read(session, _sets().where(ChangeSet.id == key), most)
    return found[0] if found else None


def authors(session: Session) -> list[tuple[str, str]]:
    """Return id and name of everybody who has written into the file, by name."""
    signed = select(ChangeSet.author_id).distinct()
    query = select(Author.id, Author.name).where(Author.id.in_(signed)).order_by(Author.name, Author.id)
    return [(key, name) for key, name in session.execute(query)]


def newest(session: Session, author_id: str, limit: int) -> list[tuple[str, str, dict[str, Any]]]:
    """Return id, label and values of an author's newest change sets, the newest first."""
    chosen = (
        select(ChangeSet.id, ChangeSet.label, ChangeSet.label_values)
        .where(ChangeSet.author_id == author_id)
        .order_by(ChangeSet.sequence.desc())
        .limit(limit)
    )
    return [(key, label, json.loads(values)) for key, label, values in session.execute(chosen)]


def history_of(
    session: Session, table: str, row_id: str, limit: int = 200, *, only: bool = False
) -> list[Recorded]:
    """Return the change sets that touched a row, the newest first, each with its entries.

    ``only`` reads what was done to that row and not what else a change set did.
    """
    touched = select(Change.change_set_id).where(Change.table == table, Change.row_id == row_id)
    return _read(
        session, _sets().where(ChangeSet.id.in_(touched)).limit(limit), row=(table, row_id) if only else None
    )


def history(
    session: Session,
    *,
    person: str = "",
    visit: str = "",
    first: dt.date | None = None,
    last: dt.date | None = None,
    limit: int = 200,
    before: int | None = None,
    most: int | None = None,
) -> list[Recorded]:
    """Return the change sets of the file, the newest first, as far as they pass the filters.

    ``person`` is the id of an author, ``visit`` that of a visit: then only change sets that touched it or
    something that belongs or belonged to it. The days are those of this computer's clock. ``before`` is the
    place from which on a longer list goes on, and of each change set at most ``most`` entries are read.
    """
    query = _sets().limit(limit)
    if before is not None:
        query = query.where(ChangeSet.sequence < before)
    if person:
        query = query.where(ChangeSet.author_id == person)
    if first is not None:
        query = query.where(ChangeSet.at >= _midnight(first))
    if last is not None:
        query = query.where(ChangeSet.at < _midnight(last + dt.timedelta(1)))
    if visit:
        keys = _listed(belonging_to_visit(session, visit), "rows")
        query = query.where(ChangeSet.id.in_(select(Change.change_set_id).where(Change.row_id.in_(keys))))
    return _read(session, query, most)


def belonging_to_visit(session: Session, visit: str) -> set[str]:
    """Return the ids of a visit and of all that belongs to it or ever did, by the journal."""
    found = {visit}
    fresh: dict[str, set[str]] = {Visit.__tablename__: {visit}}
    while fresh:
        coming: defaultdict[str, set[str]] = defaultdict(set)
        for table, keys in fresh.items():
            for child, column in _owned(table):
                whole = func.coalesce(Change.after, Change.before)
                query = select(Change.row_id).where(
                    Change.table == child,
                    Change.kind != ChangeKind.UPDATE,
                    func.json_extract(whole, f"$.{column}").in_(_listed(keys, "keys")),
                )
                coming[child] |= set(session.scalars(query)) - found
        fresh = {table: keys for table, keys in coming.items() if keys}
        found.update(key for keys in fresh.values() for key in keys)
    return found


@cache
def _owned(table: str) -> tuple[tuple[str, str], ...]:
    """Return the tables whose rows belong to those of a table, and the column that says to which."""
    kinds = (mapper.class_ for mapper in TableRow.registry.mappers)
    kind = next(kind for kind in kinds if kind.__tablename__ == table)
    return tuple(
        (each.mapper.class_.__tablename__, each.info["owned"])
        for each in kind.__mapper__.relationships
        if "owned" in each.info
    )


def _listed(keys: Iterable[str], name: str) -> Any:
    listed = func.json_each(bindparam(name, json.dumps(sorted(keys)))).table_valued("value")
    return select(listed.c.value)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time()).astimezone().astimezone(dt.UTC)


def later_entries(
    session: Session, after_sequence: int, keys: Iterable[tuple[str, str]]
) -> list[tuple[str, Entry]]:
    """Return what was written to rows after a change set, with the author's id, the oldest first."""
    wanted = sorted({row_id for _, row_id in keys})
    listed = func.json_each(bindparam("keys", json.dumps(wanted))).table_valued("value")
    query = (
        select(ChangeSet.author_id, Change)
        .join(Change, Change.change_set_id == ChangeSet.id)
        .where(ChangeSet.sequence > after_sequence, Change.row_id.in_(select(listed.c.value)))
        .order_by(ChangeSet.sequence, Change.position)
    )
    return [(author, _entry(change)) for author, change in session.execute(query)]


def _sets() -> Select[ChangeSet, str]:
    return (
        select(ChangeSet, Author.name)
        .outerjoin(Author, Author.id == ChangeSet.author_id)
        .order_by(ChangeSet.sequence.desc())
    )


def _read(
    session: Session,
    query: Select[ChangeSet, str],
    most: int | None = None,
    row: tuple[str, str] | None = None,
) -> list[Recorded]:
    found: Sequence[Any] = session.execute(query).all()
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    listed = func.json_each(bindparam("keys", json.dumps([kept.id for kept, _ in found]))).table_valued(
        "value"
    )
    of_sets = (
        select(Change)
        .where(Change.change_set_id.in_(select(listed.c.value)))
        .order_by(Change.change_set_id, Change.position)
    )
    if row is not None:
        of_sets = of_sets.where(Change.table == row[0], Change.row_id == row[1])
    if most is not None:
        of_sets = of_sets.where(Change.position < most)
    for change in session.scalars(of_sets):
        entries[change.change_set_id].append(_entry(change))
    return [
        Recorded(
            id=kept.id,
            sequence=kept.sequence,
            author_id=kept.author_id,
            author=name or "",
            device=kept.device,
            at=kept.at,
            label=kept.label,
            values=json.loads(kept.label_values),
            entries=tuple(entries[kept.id]),
        )
        for kept, name in found
    ]


def _entry(change: Change) -> Entry:
    return Entry(change.table, change.row_id, change.kind, change.field, change.before, change.after)
