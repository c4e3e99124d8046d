"""Loaded objects: what a page or a paper reads, thousands of times, and nobody assigns.

A mapped class answers each read of a field through a function of the mapper, which is a third of the time
of making a paper. Once it is loaded, an object needs none of that: it takes the class of a plain twin, whose
fields are read from the object itself. Assignment is refused, and so is a field that was not loaded.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NoReturn

from models.tables import Row


class _NotLoaded:
    """Stands where the mapper's attribute stood; reached only where the object has no value of its own."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, row: Row | None, kind: type[Row]) -> Any:
        if row is None:
            return getattr(kind.__mro__[1], self._name)
        raise AttributeError(f"{kind.__name__}.{self._name} was not loaded")


def _refuse(row: Row, name: str, value: object) -> NoReturn:
    raise AttributeError(f"{type(row).__name__}.{name}: a loaded object is read-only; call an action")


@cache
def _twin(kind: type[Row]) -> type[Row]:
    fields: dict[str, Any] = {name: _NotLoaded(name) for name in kind.__mapper__.attrs.keys()}  # noqa: SIM118
    # Abstract, or the mapper would take it for a table of its own.
    return type(kind.__name__, (kind,), {**fields, "__abstract__": True, "__setattr__": _refuse})


def seal(row: Row) -> None:
    """Make a loaded object plain and read-only."""
    # Past the door for fields, which is shut for what is loaded.
    object.__setattr__(row, "__class__", _twin(type(row)))
