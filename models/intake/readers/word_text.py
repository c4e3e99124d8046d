"""What a Word file says: lines of text and tables of cells, before anybody knows what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.intake.grid import Notice, Origin


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands on the page: a paragraph, or a part of it between soft line breaks."""

    text: str
    """May hold tabs; every other white space is a space."""
    origin: Origin
    listed: bool = False
    """It has a bullet or a number that Word counts."""
    heading: bool = False
    bold: bool = False
    continued: bool = False
    """It follows a soft line break within a paragraph."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, merged cells being one; ``row`` and ``column`` count from 0."""

    lines: tuple[Line, ...]
    row: int
    column: int
    width: int = 1
    height: int = 1

    @property
    def text(self) -> str:
        """Return the text of the cell, lines joined by new lines."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: each cell once, at its upper left corner."""

    name: str
    cells: tuple[Cell, ...]
    height: int
    width: int

    def rows(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Yield each row with the cells that begin in it, from left to right."""
        by_row: dict[int, list[Cell]] = {}
        for cell in self.cells:
            by_row.setdefault(cell.row, []).append(cell)
        for number in range(self.height):
            yield number, tuple(sorted(by_row.get(number, ()), key=lambda cell: cell.column))


Block = Line | Table


@dataclass(frozen=True, slots=True)
class WordText:
    """The text of a Word file in reading order; ``source`` is its name as the user knows it."""

    source: str
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
    margins: tuple[Line, ...] = ()
    """What stands in the heads and feet of the pages, each text once."""
