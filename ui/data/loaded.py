"""Going through a thing that was loaded whole."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.tables import Row


@cache
def _owned(kind: type[Row]) -> tuple[str, ...]:
    return tuple(relation.key for relation in kind.__mapper__.relationships if "owned" in relation.info)


def rows_of(row: Row) -> dict[tuple[str, str], Row]:
    """Return a loaded row with all the rows that it owns, by table and id."""
    found: dict[tuple[str, str], Row] = {}
    waiting = [row]
    while waiting:
        here = waiting.pop()
        found[here.__tablename__, here.id] = here
        for name in _owned(type(here).__mro__[1]):
            waiting += getattr(here, name, ())
    return found
