"""Erasing rows for good: out of the tables, out of the journal, out of the file's free pages.

What is left is that something was there: its entries in the journal without their values, and a tombstone
for each row, which undoing and merging respect.
"""

from __future__ import annotations

import json
import random
import sqlite3
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Table, bindparam, func, insert, or_, select, update
from sqlalchemy.orm import Session

from models.errors import FileBusy, NotFound
from models.store.connect import connect
from models.store.encoding import encode
from models.store.faults import fault
from models.store.journal import Entry, entries_of
from models.store.writing import ROW_KINDS, Writing, references_to
from models.tables import Attachment, Change, ChangeSet, Row, Tombstone, VisitContact
from models.tables.fields import END
from models.tables.journal import ChangeKind
from models.text.moment import now

ERASE = "person.erase"
PATIENCE_SECONDS = 15.0

RowId = tuple[str, str]
"""A table and a key in it."""

_OF_ONE_PERSON = {(VisitContact.__tablename__, "person_id")}
"""References that could be emptied, but whose rows hold that person's own name and numbers."""
_KEPT_VALUES = frozenset({"id", "of", "label", "fields", "imported", "count", "decided"})
"""What of a label names nobody: keys, codes, names of fields, and places in the journal."""


@dataclass(frozen=True, slots=True)
class Going:
    """What erasing a person takes away."""

    rows: frozenset[RowId]
    """The person and all that is theirs, also what was removed before and is in the journal alone."""
    living: Mapping[str, int]
    """How many rows stand now, by table."""
    emptied: Mapping[str, int]
    """How many other rows refer to one of them and will let go, by table."""
    entries: int
    """How many lines of the journal lose their values."""


def tombstones(session: Session) -> frozenset[RowId]:
    """Return the rows that were erased for good."""
    found = session.connection().execute(select(Tombstone.table, Tombstone.row_id))
    return frozenset((table, key) for table, key in found)


def what_goes(session: Session, table: str, key: str) -> Going:
    """Find the rows that go with a row: what stands now, and what only the journal still knows."""
    rows: set[RowId] = {(table, key)}
    emptied: Counter[str] = Counter()
    fresh: dict[str, set[str]] = {table: {key}}
    while fresh:
        coming: defaultdict[str, set[str]] = defaultdict(set)
        for parent, keys in fresh.items():
            for kind, column in references_to(parent):
                owns = is_owner(column)
                for child, is_gone in _referring(session, kind, column, keys):
                    if owns or (column.info.get(END) and _has_no_other_end(session, kind, column, child)):
                        coming[kind.__tablename__].add(child)
                    elif not is_gone:
                        emptied[kind.__tablename__] += 1
            coming[Attachment.__tablename__] |= set(_attached(session, parent, keys))
        fresh = {
            name: new
            for name, keys in coming.items()
            if (new := {key for key in keys if (name, key) not in rows})
        }
        rows |= {(name, key) for name, keys in fresh.items() for key in keys}
    living = Counter(name for name, key in rows if _stands(session, name, key))
    return Going(frozenset(rows), living, emptied, _count_entries(session, rows))


def erase(writing: Writing, table: str, key: str) -> Going:
    """Erase a row with all that is its own, and its journal; raises NotFound where nothing ever was.

    The file still holds traces in its free pages until ``vacuum`` has run.
    """
    session = writing.session
    going = what_goes(session, table, key)
    if not going.living and not going.entries:
        raise NotFound(what=table, text=key)
    for name, row_id in sorted(going.rows, key=lambda each: each != (table, key)):
        row = writing.find(ROW_KINDS[name], row_id)
        if row is not None:
            writing.remove(row)
    entries = entries_of(session)
    removed = {(entry.table, entry.row_id) for entry in entries if entry.kind is ChangeKind.DELETE}
    erased = going.rows | removed
    entries[:] = [_redacted(entry) if (entry.table, entry.row_id) in erased else entry for entry in entries]
    _redact_journal(session, erased)
    _bury(session, erased)
    writing.label_values["id"] = key
    writing.touched.update(erased)
    # What was removed before leaves nothing to flush, and is written all the same.
    writing.imported = True
    return going


def vacuum(path: Path, may_write: Callable[[], None] | None = None) -> None:
    """Write the file anew without its free pages; raises FileBusy where others keep it for too long.

    Deleting with secure_delete alone was measured to leave traces.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        if may_write is not None:
            may_write()
        try:
            with closing(connect(path, "rw")) as connection:
                connection.execute("VACUUM")
            return
        except sqlite3.Error as error:
            known = fault(error, path)
            if known is None:
                raise
            if not isinstance(known, FileBusy) or time.monotonic() > deadline:
                raise known from error
        time.sleep(random.uniform(0.01, 0.2))


def is_owner(column: Column[Any]) -> bool:
    """Tell whether a row cannot be, or should not be, without the row that a column names."""
    return not column.nullable or (column.table.name, column.name) in _OF_ONE_PERSON  # type: ignore[union-attr]


def _keys(name: str, keys: Iterable[str]) -> Any:
    listed = func.json_each(bindparam(name, json.dumps(sorted(keys)))).table_valued("value")
    return select(listed.c.value)


def _referring(
    session: Session, kind: type[Row], column: Column[Any], keys: Iterable[str]
) -> Iterator[tuple[str, bool]]:
    """Yield the rows that refer to keys, and whether they are in the journal alone."""
    table: Table = kind.__table__  # type: ignore[assignment]
    standing = set(session.scalars(select(table.c.id).where(column.in_(_keys("keys", keys)))))
    for key in standing:
        yield key, False
    once = _in_journal(session, table.name, {column.name: keys}) | _let_go(
        session, table.name, column.name, keys
    )
    leads_to = select(table.c.id, column).where(table.c.id.in_(_keys("once", once)))
    now_of = {key: target for key, target in session.execute(leads_to)}  # noqa: C416 - as pyright reads rows
    for key in once - standing:
        if key not in now_of:
            yield key, True
        elif now_of[key] is None and (table.name, column.name) in _OF_ONE_PERSON:
            # Emptied when the person was removed, but for the name and the numbers.
            yield key, False


def _in_journal(session: Session, table: str, fields: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the rows of which the journal keeps an insert or a delete with these values."""
    whole = func.coalesce(Change.after, Change.before)
    query = select(Change.row_id).where(
        Change.table == table,
        Change.kind.in_((ChangeKind.INSERT, ChangeKind.DELETE)),
        *(
            func.json_extract(whole, f"$.{name}").in_(_keys(f"keys_{name}", keys))
            for name, keys in fields.items()
        ),
    )
    return set(session.scalars(query))


def _let_go(session: Session, table: str, field: str, keys: Iterable[str]) -> set[str]:
    """Return the rows of which the journal keeps that a field led to one of the keys before."""
    query = select(Change.row_id).where(
        Change.table == table,
        Change.field == field,
        Change.before.in_(_keys("encoded", [encode(key) for key in keys])),
    )
    return set(session.scalars(query))


def _attached(session: Session, table: str, keys: Iterable[str]) -> Iterator[str]:
    query = select(Attachment.id).where(Attachment.table == table, Attachment.row_id.in_(_keys("keys", keys)))
    yield from session.scalars(query)
    yield from _in_journal(session, Attachment.__tablename__, {"table": [table], "row_id": keys})


def _has_no_other_end(session: Session, kind: type[Row], column: Column[Any], key: str) -> bool:
    table: Table = kind.__table__  # type: ignore[assignment]
    others = [other for other in table.columns if other.info.get(END) and other is not column]
    standing = session.execute(select(*others).where(table.c.id == key)).first()
    if standing is not None:
        return all(end is None for end in standing)
    known = session.scalars(
        select(func.coalesce(Change.after, Change.before)).where(
            Change.table == table.name,
            Change.row_id == key,
            Change.kind.in_((ChangeKind.INSERT, ChangeKind.DELETE)),
        )
    )
    return any(
        all(whole.get(other.name) is None for other in others)
        for encoded in known
        if encoded and (whole := json.loads(encoded))
    )


def _stands(session: Session, table: str, key: str) -> bool:
    return session.scalar(select(ROW_KINDS[table].id).where(ROW_KINDS[table].id == key)) is not None


def _of_rows(rows: Iterable[RowId]) -> Any:
    """Return the condition that an entry of the journal is about one of the rows."""
    by_table: defaultdict[str, list[str]] = defaultdict(list)
    for table, key in rows:
        by_table[table].append(key)
    return or_(
        *(
            (Change.table == table) & Change.row_id.in_(_keys(f"keys_{table}", keys))
            for table, keys in sorted(by_table.items())
        )
    )


def _count_entries(session: Session, rows: Iterable[RowId]) -> int:
    with_values = or_(Change.before.is_not(None), Change.after.is_not(None))
    return session.scalar(select(func.count()).select_from(Change).where(_of_rows(rows), with_values)) or 0


def _redacted(entry: Entry) -> Entry:
    return Entry(entry.table, entry.row_id, entry.kind, entry.field, None, None)


def _redact_journal(session: Session, rows: Iterable[RowId]) -> None:
    """Take the values out of every entry about the rows, and out of the labels of their change sets."""
    connection = session.connection()
    connection.execute(update(Change).where(_of_rows(rows)).values(before=None, after=None))
    touched = select(Change.change_set_id).where(_of_rows(rows))
    labels = select(ChangeSet.id, ChangeSet.label_values).where(ChangeSet.id.in_(touched))
    for key, values in connection.execute(labels).all():
        known: dict[str, Any] = json.loads(values)
        kept = {name: value for name, value in known.items() if name in _KEPT_VALUES}
        if kept != known:
            connection.execute(update(ChangeSet).where(ChangeSet.id == key).values(label_values=encode(kept)))


def _bury(session: Session, rows: Iterable[RowId]) -> None:
    known = tombstones(session)
    at = now()
    new = [
        {"row_id": key, "table": table, "at": at} for table, key in sorted(rows) if (table, key) not in known
    ]
    if new:
        session.connection().execute(insert(Tombstone), new)
