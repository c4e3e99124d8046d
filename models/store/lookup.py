"""Reading what the window knows of every row: all at once, and then what was saved since."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.rules.lookup import Key, Line
from models.store.lines import READERS, Reading, listed
from models.store.load import uncollected
from models.store.writing import ROW_KINDS
from models.tables import (
    Affiliation,
    AgreementParty,
    Change,
    ChangeSet,
    Meeting,
    Party,
    Row,
    ScheduleItem,
    Tombstone,
)


def read_lines(session: Session) -> list[Line]:
    """Read the lines of all tables that are found or named."""
    sequences = _last_sequences(session)
    with uncollected():
        return [line for reader in READERS.values() for line in reader(Reading(session, None, sequences))]


def read_lines_of(session: Session, keys: Iterable[Key]) -> list[Line]:
    """Read the lines of some rows; those that are gone are left out."""
    by_table: defaultdict[str, list[str]] = defaultdict(list)
    for table, key in keys:
        if table in READERS:
            by_table[table].append(key)
    return [
        line
        for table, ids in by_table.items()
        for line in READERS[table](Reading(session, ids, _last_sequences_of(session, table, ids)))
    ]


def newest_sequence(session: Session) -> int:
    """Return the number of the newest change set of this file."""
    return session.scalar(select(func.max(ChangeSet.sequence))) or 0


def touched_since(session: Session, sequence: int) -> set[Key]:
    """Return the rows that change sets after this one wrote, by the journal; and all that were erased."""
    # Not a join: SQLite would go through all changes instead of those of the few sets.
    sets = select(ChangeSet.id).where(ChangeSet.sequence > sequence)
    journal = select(Change.table, Change.row_id).where(Change.change_set_id.in_(sets)).distinct()
    graves = select(Tombstone.table, Tombstone.row_id)
    return {(table, key) for query in (journal, graves) for table, key in session.execute(query)}


def with_dependants(session: Session, touched: Iterable[Key]) -> set[Key]:
    """Return the rows that were touched and those that are called or found by something of theirs."""
    found = set(touched)
    fresh = found
    while fresh:
        by_table: defaultdict[str, set[str]] = defaultdict(set)
        for table, key in fresh:
            by_table[table].add(key)
        coming: set[Key] = set()
        for table, ids in by_table.items():
            for owner, column in _OWNERS.get(table, ()):
                coming |= {(owner, key) for key in _ends(session, table, column, ids)}
            for kind, column in _NAMED_BY.get(table, ()):
                columns = kind.__table__.c
                query = select(columns["id"]).where(columns[column].in_(listed(sorted(ids))))
                coming |= {(kind.__tablename__, key) for key in session.scalars(query)}
        fresh = coming - found
        found |= fresh
    return found


# What a row says of another one: the line of that one is made anew with it.
_OWNERS: dict[str, tuple[tuple[str, str], ...]] = {
    "affiliation": (("person", "person_id"),),
    "party": (("visit", "visit_id"),),
    "visit_day": (("visit", "visit_id"),),
    "meeting": (("visit", "visit_id"),),
    "agreement_party": (("agreement", "agreement_id"),),
}
# Whose rows hold texts of another row.
_NAMED_BY: dict[str, tuple[tuple[type[Row], str], ...]] = {
    "organisation": (
        (Affiliation, "organisation_id"),
        (Party, "organisation_id"),
        (AgreementParty, "organisation_id"),
    ),
    "series": ((Meeting, "series_id"),),
    # By the clock of the visit they are found.
    "visit": ((ScheduleItem, "visit_id"),),
}


def _ends(session: Session, table: str, column: str, ids: set[str]) -> set[str]:
    """Return what rows refer to, and what they referred to by the journal: a row that went says it there."""
    keys = sorted(ids)
    columns = ROW_KINDS[table].__table__.c
    now = session.scalars(select(columns[column]).where(columns["id"].in_(listed(keys))))
    found = {key for key in now if key}
    of_rows = (Change.table == table, Change.row_id.in_(listed(keys)))
    whole = func.coalesce(Change.before, Change.after)
    went = select(func.json_extract(whole, f"$.{column}")).where(*of_rows, Change.field == "")
    moved = select(Change.before).where(*of_rows, Change.field == column)
    found |= {key for key in session.scalars(went) if key}
    return found | {str(json.loads(key)) for key in session.scalars(moved) if key and key != "null"}


def _last_sequences(session: Session) -> dict[Key, int]:
    """Return the number of the change set that wrote each row last."""
    numbers = {key: number for key, number in session.execute(select(ChangeSet.id, ChangeSet.sequence))}  # noqa: C416
    found: dict[Key, int] = {}
    # Stitched here: grouped by SQLite over a join it takes several times as long.
    for table, row, set_id in session.execute(select(Change.table, Change.row_id, Change.change_set_id)):
        number = numbers[set_id]
        if number > found.get((table, row), 0):
            found[table, row] = number
    return found


def _last_sequences_of(session: Session, table: str, ids: Sequence[str]) -> dict[Key, int]:
    query = (
        select(Change.row_id, func.max(ChangeSet.sequence))
        .join(ChangeSet, ChangeSet.id == Change.change_set_id)
        .where(Change.table == table, Change.row_id.in_(listed(ids)))
        .group_by(Change.row_id)
    )
    return {(table, key): last for key, last in session.execute(query)}
