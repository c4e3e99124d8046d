"""Rows as far as naming them needs: what a list of changes speaks of may be gone by now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy.orm import Session

from models.store.merge.sides import ask, read_rows
from models.store.merge.values import Key, StoredRow, references, stored_row
from models.store.writing import ROW_KINDS

__all__ = ["Key", "StoredRow", "rows_for_naming"]

STEPS = 3
"""A link is named by its ends, and an end by what it belongs to."""


def rows_for_naming(session: Session, keys: Iterable[Key]) -> Mapping[Key, StoredRow]:
    """Read rows and what they refer to; one that was removed as it stood last, as the journal has it."""
    named: dict[Key, StoredRow] = {}
    wanted = {key for key in keys if key[0] in ROW_KINDS}
    for _ in range(STEPS):
        fresh = wanted - named.keys()
        if not fresh:
            break
        found = {key: stored_row(key[0], raw) for key, raw in read_rows(session, fresh).items()}
        found.update(_removed(session, fresh - found.keys()))
        named.update(found)
        wanted = {
            (each.target, str(row[each.field]))
            for (table, _), row in found.items()
            for each in references(table)
            if row.get(each.field) is not None
        }
    return named


def _removed(session: Session, keys: set[Key]) -> dict[Key, StoredRow]:
    if not keys:
        return {}
    query = (
        'SELECT c."table", c.row_id, c.before FROM json_each(?) k CROSS JOIN change c'
        " ON c.\"table\" = json_extract(k.value, '$[0]') AND c.row_id = json_extract(k.value, '$[1]')"
        " JOIN change_set s ON s.id = c.change_set_id"
        " WHERE c.kind = 'delete' AND c.before IS NOT NULL ORDER BY s.sequence, c.position"
    )
    found = ask(session, query, json.dumps(sorted(keys)))
    return {(table, key): json.loads(before) for table, key, before in found}
