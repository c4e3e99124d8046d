"""Entries of one time beside each other: parallel sessions, or a column for each day.

A cell that reaches over several sessions is one entry for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from models.intake.agenda.agenda import LineRole
from models.intake.agenda.going_on import go_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.intake.agenda.clock import Span
    from models.intake.agenda.rows import TableWalk
    from models.intake.agenda.slots import Slot
    from models.intake.readers.word_text import Cell


@dataclass(slots=True)
class Tracks:
    """Reads the columns of a table that stand beside each other."""

    rows: TableWalk
    current: dict[int, Slot] = field(default_factory=dict["int", "Slot"])
    """The entry that stands last in each column."""

    def begin(self, row: int, span: Span | None) -> None:
        """Begin an entry in each cell of a row with a time, or in one of which the time is open."""
        walk, columns = self.rows.walk, self.rows.layout.columns
        self.current.clear()
        for cell in self._cells(row):
            reached = [columns[each] for each in self._places() if each in _reach(cell)]
            for column in reached if reached[0].date else reached[:1]:
                slot = walk.begin_slot(cell.lines[0], self._reaching(cell, span) if span else None)
                slot.content = walk.reader.read(cell.lines)
                slot.date = column.date
                slot.track = column.label if len(reached) == 1 and not column.date else ""
                self.rows.beside(row, slot.content)
                self.rows.slot = slot
                self.current.update(dict.fromkeys(_reach(cell), slot))
                for line in cell.lines:
                    walk.note(line, LineRole.ITEM, slot)
        walk.slot = None

    def goes_on(self, row: int) -> bool:
        """Give each cell of a row without a time to the entry above it; not if one has none above."""
        cells = [*self._cells(row)] if self.rows.layout.parallel else []
        if not cells or any(cell.column not in self.current for cell in cells):
            return False
        walk = self.rows.walk
        if self._is_for_all(cells):
            self.begin(row, None)
            return True
        for cell in cells:
            slot = self.current[cell.column]
            go_on(slot.content, walk.reader.read(cell.lines, talks=True))
            for line in cell.lines:
                walk.note(line, LineRole.ITEM, slot)
        return True

    def _is_for_all(self, cells: list[Cell]) -> bool:
        """Tell whether a row is one entry across sessions that stand apart, and no more of one of them."""
        if len(cells) != 1:
            return False
        above = {id(slot) for place in _reach(cells[0]) if (slot := self.current.get(place)) is not None}
        return len(above) > 1 and bool(self.rows.walk.reader.read(cells[0].lines).titles)

    def _places(self) -> list[int]:
        columns = self.rows.layout.columns
        return [place for place, column in enumerate(columns) if column.label or column.date]

    def _cells(self, row: int) -> Iterator[Cell]:
        """Yield the cells of entries that begin in a row, each once."""
        seen: set[int] = set()
        for place in self._places():
            cell = self.rows.cover[row].get(place)
            if cell is not None and cell.row == row and cell.lines and id(cell) not in seen:
                seen.add(id(cell))
                yield cell

    def _reaching(self, cell: Cell, span: Span) -> Span:
        """Return the time of a cell that reaches over several rows."""
        last = cell.row + cell.height - 1
        if cell.height == 1 or last >= self.rows.table.height:
            return span
        end = self.rows.span(last)
        if end is None:
            return span
        return replace(span, end=end.end or end.start, sure=span.sure and end.end is not None)


def _reach(cell: Cell) -> range:
    """Return the columns over which a cell reaches."""
    return range(cell.column, cell.column + cell.width)
