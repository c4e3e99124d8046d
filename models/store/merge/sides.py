"""Both files as a merge reads them: flat, a handful of queries however many rows there are."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from models.store.merge.values import Key, Raw, columns

MERGE = "merge"
"""The code of the change set that a merge writes."""


class SetInfo(NamedTuple):
    """A change set without its entries."""

    id: str
    sequence: int
    author_id: str
    author: str
    device: str
    at: str
    label: str
    values: str


class Line(NamedTuple):
    """An entry of the journal as SQLite gives it."""

    set_id: str
    position: int
    table: str
    row_id: str
    kind: str
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """What one copy knows, and what it alone has written."""

    session: Session
    sets: Mapping[str, SetInfo]
    """All its change sets, in its own order."""
    numbers: Mapping[str, int]
    """The place of each change set where it was made (see ``origin_numbers``)."""
    lines: Sequence[Line]
    """The entries of the change sets that the other side does not know, in this side's order."""
    touched: Mapping[Key, Sequence[int]]
    """The places in ``lines`` of each row."""

    def lines_of(self, key: Key) -> list[Line]:
        """Return what this side alone wrote to a row."""
        return [self.lines[place] for place in self.touched.get(key, ())]

    def signature(self, line: Line) -> SetInfo:
        """Return who wrote an entry, and when."""
        return self.sets[line.set_id]


def ask(session: Session, query: str, *values: Any) -> Sequence[Any]:
    """Ask the file itself, past the mapped classes: rows come as they are stored."""
    cursor = session.connection().connection.cursor()
    try:
        return cursor.execute(query, values).fetchall()
    finally:
        cursor.close()


def read_side(session: Session, sets: Mapping[str, SetInfo], others: Collection[str]) -> Side:
    """Read what a copy alone has written."""
    own = [key for key in sets if key not in others]
    lines = list(map(Line._make, ask(session, _LINES, json.dumps(own)))) if own else []
    touched: dict[Key, list[int]] = {}
    for place, line in enumerate(lines):
        key = (line.table, line.row_id)
        if (known := touched.get(key)) is None:
            touched[key] = [place]
        else:
            known.append(place)
    return Side(session, sets, origin_numbers(sets), lines, touched)


def read_sets(session: Session) -> dict[str, SetInfo]:
    """Read all change sets without their entries, in their order."""
    return {row[0]: SetInfo._make(row) for row in ask(session, _SETS)}


def read_lines_of(session: Session, ids: Iterable[str]) -> list[Line]:
    """Read everything that was ever written to rows, the oldest first."""
    return [Line._make(row) for row in ask(session, _HISTORY, json.dumps(sorted(ids)))]


def read_touched(session: Session, sets: Iterable[str]) -> Iterable[Key]:
    """Yield the rows that change sets touched."""
    query = (
        'SELECT DISTINCT "table", row_id FROM change WHERE change_set_id IN (SELECT value FROM json_each(?))'
    )
    return ((table, key) for table, key in ask(session, query, json.dumps(list(sets))))


def read_rows(session: Session, keys: Iterable[Key]) -> dict[Key, Raw]:
    """Read rows as they stand; those that are not there are left out."""
    by_table: dict[str, list[str]] = {}
    for table, key in keys:
        by_table.setdefault(table, []).append(key)
    found: dict[Key, Raw] = {}
    for table, ids in by_table.items():
        named = ", ".join(f'"{name}"' for name in columns(table))
        query = f'SELECT {named} FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))'
        for row in ask(session, query, json.dumps(ids)):
            found[table, row[0]] = row
    return found


def read_tombstones(session: Session) -> dict[str, tuple[str, str]]:
    """Read the rows that were erased for good: id to table and moment."""
    return {key: (table, at) for key, table, at in ask(session, 'SELECT row_id, "table", at FROM tombstone')}


def imported_ranges(sets: Mapping[str, SetInfo]) -> list[tuple[int, int, int]]:
    """Return which places of a file came by merging into it, and from which: first here, first there, count.

    A merge set that itself came by a later merge tells of places in the file where it was made.
    """
    found: list[tuple[int, int, int]] = []
    for each in sorted(
        (each for each in sets.values() if each.label == MERGE), key=lambda each: each.sequence, reverse=True
    ):
        if not any(here <= each.sequence < here + count for here, _, count in found):
            found.extend(
                (here, there, count) for here, there, count in json.loads(each.values).get("imported", [])
            )
    return found


def origin_numbers(sets: Mapping[str, SetInfo]) -> dict[str, int]:
    """Return the place that each change set had in the file where it was made.

    An import gives a change set a new place, never a lower one; so these numbers grow along everything that
    somebody knew when he wrote, and two files agree on them. They tell the later of two moves.
    """
    ranges = imported_ranges(sets)
    if not ranges:
        return {key: each.sequence for key, each in sets.items()}
    numbers: dict[int, int] = {}
    for here, there, count in ranges:
        for step in range(count):
            numbers[here + step] = there + step
    return {key: numbers.get(each.sequence, each.sequence) for key, each in sets.items()}


_SETS = """
    SELECT s.id, s.sequence, s.author_id, coalesce(a.name, ''), s.device, s.at, s.label, s.label_values
    FROM change_set s LEFT JOIN author a ON a.id = s.author_id ORDER BY s.sequence, s.id
"""
_FIELDS = 'c.change_set_id, c.position, c."table", c.row_id, c.kind, c.field, c.before, c.after'
_LINES = f"""
    SELECT {_FIELDS} FROM change_set s CROSS JOIN change c ON c.change_set_id = s.id
    WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.sequence, c.position
"""
_HISTORY = f"""
    SELECT {_FIELDS} FROM change c JOIN change_set s ON s.id = c.change_set_id
    WHERE c.row_id IN (SELECT value FROM json_each(?)) ORDER BY s.sequence, c.position
"""
