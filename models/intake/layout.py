"""How a sheet is read, as values: its kind, its heading row, and what each column is taken for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from models.intake.grid import Grid, Merge
from models.text.matching import letters

LOOKED_AT = 30
"""Rows from the top among which the heading is looked for."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """What a column of a sheet is taken for: a field like ``title.ko``, or nothing."""

    place: int
    """From 0, as in the rows of the grid."""
    heading: str
    field: str
    certain: bool = True
    said: bool = False
    """Whether the user has said it, for this file or for an earlier one of its shape."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is read: its kind, its heading row, the first row below, and its columns."""

    kind: str
    heading: int
    """The place of the heading row; -1 where there is none."""
    first: int
    columns: tuple[Assigned, ...]
    own: bool = False
    """Whether we wrote it: then every cell means just what it says."""
    remembered: bool = False
    said: bool = False
    """Whether the user has said of which kind it is."""

    @property
    def shape(self) -> str:
        """Return the mark by which the next file of this shape is known."""
        return shape_of([each.heading for each in self.columns])

    def column_of(self, field: str) -> Assigned | None:
        """Return the column that is taken for a field."""
        return next((each for each in self.columns if each.field == field), None)


def shape_of(headings: Sequence[str]) -> str:
    """Return the mark of a row of headings."""
    return hashlib.sha256("\x1f".join(map(letters, headings)).encode()).hexdigest()[:32]


def covered(grid: Grid, merges: tuple[Merge, ...]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each cell under another of a merged column the cell that speaks for it, as places."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for merge in merges:
        if merge.left != merge.right and merge.right - merge.left > 1:
            continue
        for line in range(merge.top + 1, merge.bottom + 1):
            found[line - grid.first_line, merge.left - grid.first_column] = (
                merge.top - grid.first_line,
                merge.left - grid.first_column,
            )
    return found
