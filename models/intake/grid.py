"""What a reader gives: sheets of cells as they stand in the file, before anybody knows what they mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

Plain = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None
"""What a cell can hold; None for nothing, also where the file has an empty text."""

ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"})
"""What a spreadsheet shows where a formula failed."""


class Origin(NamedTuple):
    """Where something stood: the sheet or document, the line and the column, both counted from 1."""

    sheet: str = ""
    line: int = 0
    column: int = 0

    @property
    def address(self) -> str:
        """Return the cell as spreadsheets name it: B7; only the line where there is no column."""
        return f"{column_letters(self.column)}{self.line}" if self.column else str(self.line or "")


def column_letters(number: int) -> str:
    """Return the letters of a column counted from 1: A, Z, AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that were merged into one, counted from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a file: rows of plain values, the first row being line ``first_line``."""

    name: str
    rows: Sequence[Sequence[Plain]]
    first_line: int = 1
    first_column: int = 1
    merges: tuple[Merge, ...] = ()
    unvalued: frozenset[tuple[int, int]] = frozenset()
    """Cells (line, column) with a formula whose result the file does not hold."""

    def origin(self, row: int, column: int | None = None) -> Origin:
        """Return where a row, or a cell of it, stands; both given as places in ``rows``, from 0."""
        return Origin(self.name, row + self.first_line, 0 if column is None else column + self.first_column)

    def lines(self) -> Iterator[tuple[int, Sequence[Plain]]]:
        """Yield the rows that hold anything, with their place."""
        for number, row in enumerate(self.rows):
            if any(value is not None and value != "" for value in row):
                yield number, row


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know about a file as a whole: hidden sheets left out, macros ignored."""

    code: str
    values: dict[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Book:
    """A file as it was read; ``source`` is its name as the user knows it."""

    source: str
    grids: tuple[Grid, ...]
    notices: tuple[Notice, ...] = ()
