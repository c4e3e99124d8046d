"""What a form asks to be saved: plain values, and what it showed when the user began."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.values import ConflictView


@dataclass(frozen=True, slots=True)
class Edit:
    """One group of fields of one row of a table; ``field`` names the editor that shows what goes wrong."""

    table: str
    row_id: str
    field: str
    values: Mapping[str, object]
    shown: Mapping[str, object]

    def place(self) -> tuple[str, str, str]:
        """Return what another edit of the same fields has in common with it."""
        return self.table, self.row_id, self.field


@dataclass(frozen=True, slots=True)
class Kept:
    """An edit that could not be saved, and why; ``conflict`` where somebody else was there first."""

    edit: Edit
    error: Exception
    conflict: ConflictView | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of edits: those that are in the file now, and those that are not."""

    saved: tuple[Edit, ...]
    kept: tuple[Kept, ...]
    touched: frozenset[tuple[str, str]] = frozenset()
    """The rows (table, id) that were written."""
