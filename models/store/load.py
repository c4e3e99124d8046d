"""Loading a thing whole: one flat query a table, stitched by hand.

The rows that a row owns, and the rows that it refers to, are followed until nothing is missing; then each
relationship is set, so that nothing is lazy and nothing is loaded twice.
"""

from __future__ import annotations

import gc
import json
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import instance_dict

from models.store.loaded import seal
from models.tables import Row


@dataclass(frozen=True, slots=True)
class _Owned:
    name: str
    child: type[Row]
    by: str
    sort: Callable[[Row], Any] | None


@dataclass(frozen=True, slots=True)
class Reference:
    """That a column refers to a row, which a relationship gives."""

    name: str
    target: type[Row]
    column: str
    follow: bool


@cache
def _owned_by(kind: type[Row]) -> tuple[_Owned, ...]:
    return tuple(
        _Owned(r.key, r.mapper.class_, r.info["owned"], _sorter(r.info["sort"]))
        for r in kind.__mapper__.relationships
        if "owned" in r.info
    )


@cache
def references_of(kind: type[Row]) -> tuple[Reference, ...]:
    """Return the references of a table."""
    return tuple(
        Reference(r.key, r.mapper.class_, next(iter(r.local_columns)).name, r.info["follow"])
        for r in kind.__mapper__.relationships
        if "follow" in r.info
    )


def _sorter(field: str | None) -> Callable[[Row], Any] | None:
    if field is None:
        return None
    return lambda row: (instance_dict(row)[field], row.id)


@cache
def _query(kind: type[Row], column: str) -> Select[Any]:
    keys = func.json_each(bindparam("keys")).table_valued("value")
    return select(kind).where(kind.__table__.c[column].in_(select(keys.c.value)))


@contextmanager
def uncollected() -> Generator[None, None, None]:
    """Keep the garbage collector still while thousands of rows come that all stay.

    It would look through everything loaded so far several times: two thirds of the time of a large visit.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # What has come counts as old at once: enabled again, the collector would look through all of it.
        gc.freeze()
        gc.unfreeze()
        if was_on:
            gc.enable()


class Loader:
    """Collects rows of one read transaction and stitches them together."""

    def __init__(self, session: Session, parts: Mapping[type[Row], frozenset[str]] | None = None) -> None:
        """Take the session; ``parts`` names, for some tables, the only owned lists that are wanted."""
        self._session = session
        self._parts = parts or {}
        self._rows: dict[type[Row], dict[str, Row]] = defaultdict(dict)
        self._children: dict[tuple[type[Row], str], dict[str, list[Row]]] = {}

    def load(self, kind: type[Row], keys: Iterable[str]) -> list[Row]:
        """Load rows whole, with all that they own and refer to; rows that are not there are left out."""
        wanted = list(keys)
        with uncollected():
            self._gather({kind: self._fetch(kind, "id", wanted)})
            self._stitch()
            for rows in self._rows.values():
                for row in rows.values():
                    seal(row)
        return [self._rows[kind][key] for key in wanted if key in self._rows[kind]]

    def rows(self) -> dict[tuple[str, str], Row]:
        """Return all rows that were loaded, by table and id."""
        return {
            (kind.__tablename__, key): row for kind, rows in self._rows.items() for key, row in rows.items()
        }

    def _owned_by(self, kind: type[Row]) -> tuple[_Owned, ...]:
        owned = _owned_by(kind)
        wanted = self._parts.get(kind)
        return owned if wanted is None else tuple(each for each in owned if each.name in wanted)

    def _fetch(self, kind: type[Row], column: str, keys: Iterable[str]) -> list[Row]:
        known = self._rows[kind]
        found: list[Row] = []
        for row in self._session.scalars(_query(kind, column), {"keys": json.dumps(list(keys))}):
            if row.id not in known:
                known[row.id] = row
                found.append(row)
        return found

    def _gather(self, fresh: dict[type[Row], list[Row]]) -> None:
        while fresh:
            coming: dict[type[Row], list[Row]] = defaultdict(list)
            for kind, rows in fresh.items():
                if not rows:
                    continue
                for owned in self._owned_by(kind):
                    coming[owned.child] += self._fetch(owned.child, owned.by, [row.id for row in rows])
            for kind, rows in fresh.items():
                for reference in references_of(kind):
                    if not reference.follow:
                        continue
                    known = self._rows[reference.target]
                    missing = {
                        key
                        for row in rows
                        if (key := instance_dict(row)[reference.column]) and key not in known
                    }
                    if missing:
                        coming[reference.target] += self._fetch(reference.target, "id", sorted(missing))
            fresh = {kind: rows for kind, rows in coming.items() if rows}

    def _stitch(self) -> None:
        """Set the relationships as if they had been loaded.

        Written into the instances directly: ``set_committed_value`` does the same with four calls a value,
        which is a third of the time of opening a large visit.
        """
        for kind, rows in list(self._rows.items()):
            for reference in references_of(kind):
                targets = self._rows[reference.target]
                column, name = reference.column, reference.name
                if not reference.follow and not targets:
                    continue
                for row in rows.values():
                    state = instance_dict(row)
                    key = state[column]
                    if key is None:
                        state[name] = None
                    elif key in targets:
                        state[name] = targets[key]
            for owned in self._owned_by(kind):
                lists: dict[str, list[Row]] = {key: [] for key in rows}
                for child in self._rows[owned.child].values():
                    if (mine := lists.get(instance_dict(child)[owned.by])) is not None:
                        mine.append(child)
                for key, children in lists.items():
                    if owned.sort is not None and len(children) > 1:
                        children.sort(key=owned.sort)
                    instance_dict(rows[key])[owned.name] = children
