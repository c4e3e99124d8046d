"""Writing a difference: rows that others need come first and go last, so that its journal can be replayed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import bindparam, func, select

from models.store.difference import STAYS, Difference, RowDifference, RowId, Whole, by_table
from models.store.encoding import loaded_value
from models.store.writing import ROW_KINDS, Writing
from models.tables import Row
from models.tables.journal import ChangeKind


@dataclass(frozen=True, slots=True)
class _Reference:
    column: str
    target: RowId
    may_be_empty: bool


Edges = dict[RowId, list[_Reference]]


def write_difference(writing: Writing, difference: Difference) -> None:
    """Write a difference within a running action.

    What refers to an erased row lets go of it, or stays away as well where it cannot be without.
    """
    rows = {(row.table, row.row_id): row for row in difference.rows}
    erased = {key for key in difference.erased if writing.find(ROW_KINDS[key[0]], key[1]) is None}
    new = _wholes(rows, ChangeKind.INSERT)
    _drop_orphans(new, erased)
    _insert(writing, new)
    held = _update(writing, [row for row in rows.values() if row.kind is ChangeKind.UPDATE], erased)
    old = _wholes(rows, ChangeKind.DELETE)
    _keep_what_is_held(old, [*held, *_held_by(writing, difference.erased)])
    _delete(writing, old)


def _wholes(rows: Mapping[RowId, RowDifference], kind: ChangeKind) -> dict[RowId, Whole]:
    return {
        key: dict((row.now if kind is ChangeKind.DELETE else row.then) or {})
        for key, row in rows.items()
        if row.kind is kind
    }


@cache
def _keys_of(table: str) -> tuple[tuple[str, str, bool], ...]:
    return tuple(
        (key.parent.name, key.column.table.name, bool(key.parent.nullable))
        for key in ROW_KINDS[table].__table__.foreign_keys
    )


def _references(table: str, whole: Mapping[str, Any]) -> list[_Reference]:
    return [
        _Reference(column, (target, str(whole[column])), may_be_empty)
        for column, target, may_be_empty in _keys_of(table)
        if whole.get(column) is not None
    ]


def _drop_orphans(new: dict[RowId, Whole], erased: set[RowId]) -> None:
    """Take out the rows that cannot be without an erased one, and empty what others say of it."""
    gone = set(erased)
    while True:
        orphans = {
            key
            for key, whole in new.items()
            if any(not each.may_be_empty and each.target in gone for each in _references(key[0], whole))
        }
        if not orphans:
            break
        gone |= orphans
        for key in orphans:
            del new[key]
    for key, whole in new.items():
        for each in _references(key[0], whole):
            if each.target in gone:
                whole[each.column] = None


def _layers(rows: Mapping[RowId, Whole]) -> tuple[list[list[RowId]], list[tuple[RowId, _Reference]]]:
    """Sort rows into layers, each of which refers to earlier ones only.

    The second answer lists the references that go round in a circle; they may be empty for a while.
    """
    edges: Edges = {
        key: [each for each in _references(key[0], whole) if each.target in rows]
        for key, whole in rows.items()
    }
    layers: list[list[RowId]] = []
    cut: list[tuple[RowId, _Reference]] = []
    while edges:
        ready = [key for key, each in edges.items() if all(one.target not in edges for one in each)]
        if not ready:
            for key, each in edges.items():
                cut += [(key, one) for one in each if one.may_be_empty and one.target in edges]
                edges[key] = [one for one in each if not one.may_be_empty]
            continue
        layers.append(ready)
        for key in ready:
            del edges[key]
    return layers, cut


def _insert(writing: Writing, new: Mapping[RowId, Whole]) -> None:
    layers, cut = _layers(new)
    later = {(key, each.column) for key, each in cut}
    for layer in layers:
        writing.session.add_all(
            ROW_KINDS[table](
                **{
                    field: loaded_value(
                        ROW_KINDS[table], field, None if ((table, key), field) in later else value
                    )
                    for field, value in new[table, key].items()
                }
            )
            for table, key in layer
        )
        writing.session.flush()
    for key, each in cut:
        setattr(writing.get(ROW_KINDS[key[0]], key[1]), each.column, new[key][each.column])
    writing.session.flush()


def _update(writing: Writing, rows: Sequence[RowDifference], erased: set[RowId]) -> list[RowId]:
    """Set what differs; answers with rows that stay referred to, because what then stood there is erased."""
    held: list[RowId] = []
    loaded = _load(writing, ((row.table, row.row_id) for row in rows))
    for row in rows:
        kind = ROW_KINDS[row.table]
        found = writing.get(kind, row.row_id)
        then = dict(row.then or {})
        for each in _references(row.table, then):
            if each.target in erased:
                then[each.column] = None if each.may_be_empty else (row.now or {})[each.column]
                held += [one.target for one in _references(row.table, row.now or {})]
        for field, value in then.items():
            if value != (row.now or {}).get(field):
                setattr(found, field, loaded_value(kind, field, value))
    writing.session.flush()
    loaded.clear()
    return held


def _held_by(writing: Writing, untouched: Iterable[RowId]) -> list[RowId]:
    """Return what rows refer to that stay as they are, because their keys were erased."""
    held: list[RowId] = []
    for table, key in untouched:
        row = writing.find(ROW_KINDS[table], key)
        if row is not None:
            values = {column: getattr(row, column) for column, _, _ in _keys_of(table)}
            held += [each.target for each in _references(table, values)]
    return held


def _keep_what_is_held(old: dict[RowId, Whole], held: list[RowId]) -> None:
    """Take out the rows that others still refer to, and those that these refer to."""
    while held:
        whole = old.pop(key := held.pop(), None)
        if whole is not None:
            held += [each.target for each in _references(key[0], whole)]


def _delete(writing: Writing, old: Mapping[RowId, Whole]) -> None:
    layers, cut = _layers(old)
    loaded = _load(writing, old)
    for key, each in cut:
        setattr(writing.get(ROW_KINDS[key[0]], key[1]), each.column, None)
    writing.session.flush()
    for layer in reversed(layers):
        for table, key in layer:
            if table != STAYS:
                writing.session.delete(writing.get(ROW_KINDS[table], key))
        writing.session.flush()
    loaded.clear()


def _load(writing: Writing, keys: Iterable[RowId]) -> list[Row]:
    """Load many rows at once; asked for one by one, as long as the answer is kept, they are there."""
    loaded: list[Row] = []
    for table, wanted in by_table(keys).items():
        kind = ROW_KINDS[table]
        listed = func.json_each(bindparam("keys", json.dumps(wanted))).table_valued("value")
        loaded += writing.session.scalars(select(kind).where(kind.id.in_(select(listed.c.value)))).all()
    return loaded
