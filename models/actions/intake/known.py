"""What the database knows of what a file may speak of: rows as plain values, loaded in one short read."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from models.intake.labels import Values
from models.intake.sheets import SHEETS
from models.store import Database
from models.store.writing import ROW_KINDS
from models.tables import Tombstone

_OF_VISIT = {
    block.table
    for sheet in SHEETS.values()
    for block in sheet.blocks
    if block.visit and block.table != "meeting"
}
_THROUGH: Mapping[str, tuple[str, str]] = {
    "delegate": ("delegation_id", "delegation"),
    "presentation": ("item_id", "schedule_item"),
    "participation": ("item_id", "schedule_item"),
    "item_meeting": ("item_id", "schedule_item"),
    "lab_tour": ("item_id", "schedule_item"),
    "presentation_speaker": ("presentation_id", "presentation"),
    "tour_stop": ("tour_id", "lab_tour"),
    "tour_group": ("tour_id", "lab_tour"),
    "tour_group_member": ("group_id", "tour_group"),
    "tour_rotation": ("group_id", "tour_group"),
    "leg_passenger": ("leg_id", "leg"),
    "room": ("stay_id", "stay"),
    "room_occupant": ("room_id", "room"),
}
"""By which column, and to which table, what belongs to a visit indirectly leads."""


class Known:
    """Rows of the database by table and id; those of a visit only of the one that is spoken of."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Values]] = defaultdict(dict)
        self.elsewhere: set[tuple[str, str]] = set()
        """Ids from the file that rows of other visits have."""
        self.erased: set[tuple[str, str]] = set()

    def find(self, table: str, key: str | None) -> Values | None:
        """Return a row by its id."""
        return self.rows[table].get(key) if key else None


def tables_needed(kinds: Iterable[str]) -> set[str]:
    """Return the tables that lines of these kinds fill, link or name."""
    tables: set[str] = set()
    waiting = [kind for kind in kinds if kind in SHEETS]
    seen: set[str] = set()
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        seen.add(kind)
        for block in SHEETS[kind].blocks:
            tables.add(block.table)
            for column in block.columns:
                targets = [column.to] if column.to else []
                if column.link is not None:
                    tables.add(column.link.table)
                    targets += column.link.ends
                waiting += ["lab_tours" if target == "tour_stops" else target for target in targets]
        waiting += SHEETS[kind].also
    return tables


def load_known(
    database: Database, kinds: Iterable[str], visit: str | None, ids: Mapping[str, set[str]]
) -> Known:
    """Load what lines of these kinds may speak of; ``ids`` are those that the file itself says, by table."""
    known = Known()
    tables = tables_needed(kinds) | {"visit", "visit_day", "party", "delegation"}
    through = [table for table in _THROUGH if table in tables]
    with database.reading() as session:
        for table in [*(name for name in tables if name not in _THROUGH), *through]:
            _load(session, known, table, visit)
        for table, keys in ids.items():
            missing = keys - known.rows[table].keys()
            if missing:
                known.elsewhere |= {(table, key) for key in _existing(session, table, missing)}
        tombs = session.execute(select(Tombstone.table, Tombstone.row_id)).all()
        known.erased = {(table, key) for table, key in tombs}
    return known


def _load(session: Session, known: Known, table: str, visit: str | None) -> None:
    columns = ROW_KINDS[table].__table__
    query = select(columns)
    if table in _OF_VISIT:
        query = query.where(columns.c.visit_id == visit)
    elif table in _THROUGH:
        column, parent = _THROUGH[table]
        if parent not in known.rows:
            _load(session, known, parent, visit)
        keys = func.json_each(bindparam("keys")).table_valued("value")
        query = query.where(columns.c[column].in_(select(keys.c.value))).params(
            keys=json.dumps(list(known.rows[parent]))
        )
    names = [column.name for column in columns.columns]
    place = names.index("id")
    rows = known.rows[table]
    for row in session.execute(query):
        rows[row[place]] = dict(zip(names, row, strict=True))


def _existing(session: Session, table: str, keys: set[str]) -> list[str]:
    column = ROW_KINDS[table].__table__.c.id
    listed = func.json_each(bindparam("keys")).table_valued("value")
    query = select(column).where(column.in_(select(listed.c.value))).params(keys=json.dumps(sorted(keys)))
    found: list[Any] = list(session.scalars(query))
    return found
