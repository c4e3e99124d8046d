"""Keeping what the window knows of every row: loaded whole once, then kept fresh from the journal."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from models.rules.lookup import Key, Lookup
from models.store import Database
from models.store.load import uncollected
from models.store.lookup import newest_sequence, read_lines, read_lines_of, touched_since, with_dependants


def load_lookup(database: Database) -> Lookup:
    """Read every row that is found or named; for the worker, it takes seconds where there are 100,000."""
    with database.reading() as session:
        sequence = newest_sequence(session)
        lines = read_lines(session)
    with uncollected():
        return Lookup.of(lines, sequence)


def refreshed(database: Database, lookup: Lookup) -> Lookup:
    """Return the snapshot with all that was saved since it was made, by whomever; the same if nothing was."""
    with database.reading() as session:
        sequence = newest_sequence(session)
        if sequence == lookup.sequence:
            return lookup
        touched = touched_since(session, lookup.sequence)
        return _with_rows(session, lookup, touched, sequence)


def applied(database: Database, lookup: Lookup, touched: Iterable[Key]) -> Lookup:
    """Return the snapshot with the rows that an action touched (``Done.touched``) as they stand now.

    What others saved in between is still to come: see ``refreshed``, which holds for both.
    """
    with database.reading() as session:
        return _with_rows(session, lookup, set(touched), lookup.sequence)


def _with_rows(session: Session, lookup: Lookup, touched: set[Key], sequence: int) -> Lookup:
    keys = with_dependants(session, touched)
    lines = read_lines_of(session, keys)
    there = {line.key for line in lines}
    gone = {key for key in keys - there if lookup.line(*key) is not None}
    return lookup.with_lines(lines, gone, sequence)
