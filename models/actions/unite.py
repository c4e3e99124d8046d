"""Making one of two: people, organisations or places that are in the file twice.

All in one change set, so that one step takes it back. What refers to the one that goes points to the one that
stays; links whose key is derived from what they link are made anew; what would be there twice then (two posts
at the same place, two seats in one delegation) is made one, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from models.actions.action import Action
from models.actions.entities import ENTITIES
from models.errors import InvalidValue
from models.rules.uniting import NOTE, FieldOfTwo, fields_of_two, united
from models.store import Database, Done, Writing
from models.store.writing import ROW_KINDS, references_to
from models.tables import Attachment, Row
from models.tables.keys import link_key

UNITED = ("person", "organisation", "place")
"""The tables whose rows can be made one."""

# Rows that mean the same when these fields are the same, besides the links with derived keys.
_SAME: Mapping[str, tuple[str, ...]] = {
    "delegate": ("delegation_id", "person_id"),
    "party": ("visit_id", "organisation_id"),
    "affiliation": ("person_id", "organisation_id", "position", "start", "end"),
}


@dataclass(frozen=True, slots=True)
class Preview:
    """What making one of two would do."""

    table: str
    kept: str
    other: str
    fields: tuple[FieldOfTwo, ...]
    """Where they differ, and what stays."""
    references: Mapping[str, int]
    """Rows that point to the one that goes, by table; afterwards they point to the one that stays."""

    @property
    def lost(self) -> tuple[FieldOfTwo, ...]:
        """Return the values that would only be in the history; a note may say what is not sensitive."""
        return tuple(each for each in self.fields if each.lost)


def preview(database: Database, table: str, kept: str, other: str, take: Collection[str] = ()) -> Preview:
    """Say what making one of two rows would do; ``take`` names the fields that the other decides."""
    kind = _kind(table, kept, other)
    with database.reading() as session:
        writing = Writing(session, database.profile)
        stays, goes = writing.get(kind, kept), writing.get(kind, other)
        counts: Counter[str] = Counter()
        for child, column in references_to(table):
            found = len(writing.where(child, **{column.name: other}))
            if found:
                counts[child.__tablename__] += found
        hung = len(writing.where(Attachment, table=table, row_id=other))
        if hung:
            counts["attachment"] += hung
        return Preview(table, kept, other, fields_of_two(stays, goes, take), dict(counts))


def unite(  # noqa: PLR0917 - the two rows, then how
    database: Database, table: str, kept: str, other: str, take: Collection[str] = (), note: str = ""
) -> Done[str]:
    """Make one of two rows; answers with the key of the one that stays.

    ``take`` names fields (``email``, ``name.ko``) of which the other's value stays. ``note`` is put behind
    the note of the row: what else would only be in the history, in the words of the screen.
    """
    return UNITING[table](database, kept, other, tuple(take), note)


def _kind(table: str, kept: str, other: str) -> type[Row]:
    if table not in UNITED or kept == other:
        raise InvalidValue(field="id", value=other, reason="not-a-choice")
    return ROW_KINDS[table]


def _uniting(table: str) -> Action[[str, str, tuple[str, ...], str], str]:
    def act(writing: Writing, kept: str, other: str, take: tuple[str, ...] = (), note: str = "") -> str:
        kind = _kind(table, kept, other)
        stays, goes = writing.get(kind, kept), writing.get(kind, other)
        writing.label_values.update({"id": kept, "other": other})
        _lift_out(writing, stays, goes)
        _unite_rows(writing, stays, goes, take)
        if note:
            before: str = getattr(stays, NOTE)
            writing.change(stays, {NOTE: f"{before}\n{note}" if before else note})
        return kept

    return Action(f"{table}.unite", act)


def _lift_out(writing: Writing, stays: Row, goes: Row) -> None:
    """Put what stays where the other stood, if it stood below it: else it would come to lie in itself."""
    if "parent_id" not in stays.__table__.columns:
        return
    above: str | None = getattr(stays, "parent_id")  # noqa: B009 - people lie in nothing
    seen = {stays.id}
    while above is not None and above not in seen:
        if above == goes.id:
            parent = getattr(goes, "parent_id")  # noqa: B009
            writing.change(stays, {"parent_id": None if parent == stays.id else parent})
            return
        seen.add(above)
        row = writing.find(type(stays), above)
        above = getattr(row, "parent_id") if row is not None else None  # noqa: B009


def _unite_rows(writing: Writing, stays: Row, goes: Row, take: Collection[str] = ()) -> None:
    """Fill one row from another, take over all that points to it, and remove it."""
    values: dict[str, Any] = united(stays, goes, take)
    for column in stays.__table__.columns:
        pointed = getattr(goes, column.name)
        # What stays keeps what it points to; where it points to nothing the other knows better.
        if column.foreign_keys and getattr(stays, column.name) is None and pointed not in (None, stays.id):
            values[column.name] = pointed
    writing.change(stays, values)
    _take_over(writing, stays, goes)
    writing.remove(goes)


def _take_over(writing: Writing, stays: Row, goes: Row) -> None:
    for child, column in references_to(goes.__tablename__):
        for row in writing.where(child, **{column.name: goes.id}):
            if row is stays or row is goes:
                continue
            _point(writing, row, column.name, stays.id)
    for hung in writing.where(Attachment, table=goes.__tablename__, row_id=goes.id):
        writing.change(hung, {"row_id": stays.id})


def _point(writing: Writing, row: Row, field: str, target: str) -> None:
    """Let a row point to another one; where there is one that says the same already, the two become one."""
    entity = ENTITIES.get(row.__tablename__)
    if entity is not None and field in entity.ends:
        _link_anew(writing, row, entity.ends, field, target)
        return
    same = _SAME.get(row.__tablename__, ())
    if field in same:
        wanted = {name: target if name == field else getattr(row, name) for name in same}
        twin = next((each for each in writing.where(type(row), **wanted) if each is not row), None)
        if twin is not None:
            _unite_rows(writing, twin, row)
            return
    writing.change(row, {field: target})


def _link_anew(writing: Writing, row: Row, ends: tuple[str, ...], field: str, target: str) -> None:
    """Make a link with another end: its key says what it links, so it is never pointed elsewhere."""
    linked = {end: target if end == field else getattr(row, end) for end in ends}
    key = link_key(row.__tablename__, *(None if end is None else str(end) for end in linked.values()))
    twin = writing.find(type(row), key)
    if twin is None:
        fields = {
            column.name: getattr(row, column.name) for column in row.__table__.columns if column.name != "id"
        }
        twin = writing.add(type(row)(**{**fields, **linked, "id": key}))
    if twin is not row:
        _unite_rows(writing, twin, row)


UNITING = {table: _uniting(table) for table in UNITED}
