"""What a page asks to be done: an action by its code, with plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Deed:
    """An action of ``models.actions.registry`` and its arguments: ``Deed("delegate.move", {"key": ...})``."""

    code: str
    arguments: Mapping[str, Any] = field(default_factory=dict[str, Any])


def add(table: str, **fields: Any) -> Deed:
    """Ask for a row to be added."""
    return Deed(f"{table}.add", fields)


def change(table: str, key: str, values: Mapping[str, Any]) -> Deed:
    """Ask for fields to be set whatever they were; a form asks with an ``Edit`` instead."""
    return Deed(f"{table}.edit", {"key": key, "values": values})


def move(table: str, key: str, before: str | None) -> Deed:
    """Ask for a row to be put before another one of its list, or at the end."""
    return Deed(f"{table}.move", {"key": key, "before": before})


def remove(table: str, key: str) -> Deed:
    """Ask for a row to be removed with what cannot be without it."""
    return Deed(f"{table}.remove", {"key": key})
