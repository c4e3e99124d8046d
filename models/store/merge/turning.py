"""A merge as undo sees it: all that came with it, in one.

The change sets that a merge imports say what others did to their own rows, and the merge's own entries only
what is decided beyond that. What the merge did to *this* file is the difference between the rows before it
and after, and both are in the journal.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable

from sqlalchemy.orm import Session

from models.store.history import Recorded
from models.store.merge.replay import difference, replayed
from models.store.merge.sides import MERGE, SetInfo, ask, imported_ranges, read_lines_of
from models.store.merge.values import Key, StoredRow


def with_imported(session: Session, recorded: Recorded) -> Recorded:
    """Return a merge with entries that say all it did to this file; any other change set as it is."""
    if recorded.label != MERGE:
        return recorded
    merges = _merges(session)
    ranges = json.loads(merges[recorded.id].values).get("imported", [])
    inside = imported_ranges({key: each for key, each in merges.items() if key != recorded.id})
    if not ranges or any(first <= recorded.sequence < first + count for first, _, count in inside):
        return recorded
    start = min(first for first, _, _ in ranges)
    touched: set[Key] = {
        (table, key)
        for table, key in ask(
            session,
            'SELECT DISTINCT c."table", c.row_id FROM change_set s JOIN change c ON c.change_set_id = s.id'
            " WHERE s.sequence BETWEEN ? AND ?",
            start,
            recorded.sequence,
        )
    }
    before, after = _states(session, touched, start, recorded.sequence)
    return dataclasses.replace(recorded, entries=tuple(difference(before, after)))


def imported_ids(session: Session, author_id: str) -> frozenset[str]:
    """Return the change sets of an author that came into this file by merging."""
    ranges = imported_ranges(_merges(session))
    if not ranges:
        return frozenset()
    places = json.dumps([[first, first + count - 1] for first, _, count in ranges])
    found = ask(
        session,
        "SELECT s.id FROM json_each(?) r JOIN change_set s ON s.sequence"
        " BETWEEN json_extract(r.value, '$[0]') AND json_extract(r.value, '$[1]') WHERE s.author_id = ?",
        places,
        author_id,
    )
    return frozenset(key for (key,) in found)


def _merges(session: Session) -> dict[str, SetInfo]:
    found = ask(
        session,
        "SELECT id, sequence, author_id, '', device, at, label, label_values FROM change_set WHERE label = ?"
        " ORDER BY sequence",
        MERGE,
    )
    return {row[0]: SetInfo._make(row) for row in found}


def _states(
    session: Session, touched: Iterable[Key], start: int, end: int
) -> tuple[dict[Key, StoredRow | None], dict[Key, StoredRow | None]]:
    """Replay rows to just before a place in the journal, and on to another."""
    wanted = set(touched)
    earlier: dict[Key, list[tuple[str, str, str | None]]] = {}
    later: dict[Key, list[tuple[str, str, str | None]]] = {}
    places = dict(ask(session, "SELECT id, sequence FROM change_set"))
    for line in read_lines_of(session, {key for _, key in wanted}):
        key = (line.table, line.row_id)
        if key in wanted and places[line.set_id] <= end:
            chosen = earlier if places[line.set_id] < start else later
            chosen.setdefault(key, []).append((line.kind, line.field, line.after))
    before = {key: replayed(None, earlier.get(key, ())) for key in wanted}
    after = {key: replayed(before[key], later.get(key, ())) for key in wanted}
    return before, after
