"""What the journal makes of a row, and what must be written to make one state of rows another.

Imported change sets say what *they* did, on their rows. Replayed behind ours some of it meets no row: an edit
of what we have removed, a second removal. Such an entry does nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from models.store.encoding import encode
from models.store.journal import Entry
from models.store.merge.values import Key, StoredRow, columns, copied, fields_of, references, set_field
from models.tables.journal import ChangeKind

INSERT, UPDATE, DELETE = ChangeKind.INSERT.value, ChangeKind.UPDATE.value, ChangeKind.DELETE.value


def replayed(row: StoredRow | None, entries: Iterable[tuple[str, str, str | None]]) -> StoredRow | None:
    """Return what entries (kind, field, after) make of a row; those that meet no row do nothing."""
    row = copied(row)
    for kind, field, after in entries:
        if kind == INSERT:
            row = json.loads(after) if after is not None else None
        elif kind == DELETE:
            row = None
        elif row is not None:
            set_field(row, field, None if after is None else json.loads(after))
    return row


def difference(before: Mapping[Key, StoredRow | None], after: Mapping[Key, StoredRow | None]) -> list[Entry]:
    """List what makes one state of rows another: rows that come, parents first; fields; rows that go."""
    coming: dict[Key, StoredRow] = {}
    going: dict[Key, StoredRow] = {}
    changed: list[Entry] = []
    for key, now in after.items():
        was = before.get(key)
        if was is None and now is not None:
            coming[key] = now
        elif was is not None and now is None:
            going[key] = was
        elif was is not None and now is not None:
            changed.extend(_updates(key, was, now))
    inserted = [
        Entry(*key, ChangeKind.INSERT, "", None, encode(coming[key])) for key in parents_first(coming)
    ]
    deleted = [
        Entry(*key, ChangeKind.DELETE, "", encode(going[key]), None) for key in reversed(parents_first(going))
    ]
    return [*inserted, *changed, *deleted]


def parents_first(rows: Mapping[Key, StoredRow]) -> list[Key]:
    """Order rows so that each comes behind those of them that it refers to."""
    done: dict[Key, None] = {}
    for first in rows:
        stack: list[tuple[Key, Iterator[Key]]] = [(first, _leads_to(first, rows))]
        begun = {first}
        while stack:
            key, further = stack[-1]
            following = next((each for each in further if each not in done and each not in begun), None)
            if following is None:
                stack.pop()
                done[key] = None
            else:
                begun.add(following)
                stack.append((following, _leads_to(following, rows)))
    return list(done)


def _leads_to(key: Key, rows: Mapping[Key, StoredRow]) -> Iterator[Key]:
    row = rows[key]
    for reference in references(key[0]):
        value = row.get(reference.field)
        if value is not None and (target := (reference.target, value)) in rows:
            yield target


def _updates(key: Key, was: StoredRow, now: StoredRow) -> Iterator[Entry]:
    if was == now:
        return
    old, new = fields_of(key[0], was), fields_of(key[0], now)
    rank = {name: place for place, name in enumerate(columns(key[0]))}
    for field in sorted({*old, *new}, key=lambda each: (rank[each.partition(".")[0]], each)):
        if old.get(field) != new.get(field):
            yield Entry(*key, ChangeKind.UPDATE, field, encoded(old.get(field)), encoded(new.get(field)))


def encoded(value: Any) -> str | None:
    """Write a value as the journal does."""
    return None if value is None else encode(value)
