"""Rows of tables as WordprocessingML: how each cell of a row opens, by the row's shape."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from exporters.document import Rule, TableKind

ROW_END = "</w:tc></w:tr>"
_CELL_END = "</w:tc>"
_BORDERS = {Rule.NONE: 'w:val="nil"', Rule.STRONG: 'w:val="single" w:sz="6" w:space="0" w:color="000000"'}
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/>'


class RowKind(Enum):
    """How a row behaves at the foot of a page, as it opens."""

    __hash__ = object.__hash__
    HEAD = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    WHOLE = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    SPLITTABLE = "<w:tr>"


class RowFrame(NamedTuple):
    """All that shapes a row but its text; each cell is its span and whether it is shaded."""

    columns_mm: tuple[float, ...]
    table: TableKind
    row: RowKind
    above: Rule
    below: Rule
    cells: tuple[tuple[int, bool], ...]


def twips(millimetres: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


@lru_cache(maxsize=256)
def edges_of(columns_mm: tuple[float, ...]) -> tuple[int, ...]:
    """Return where the columns of a table begin and end, in twips."""
    edges = [0]
    for width in columns_mm:
        edges.append(edges[-1] + twips(width))
    return tuple(edges)


@lru_cache(maxsize=2048)
def cell_openings(frame: RowFrame) -> tuple[str, ...] | None:
    """Return what stands before the text of each cell, or None where the cells do not fill the columns.

    A paper has thousands of rows in a handful of shapes.
    """
    edges = edges_of(frame.columns_mm)
    columns = len(edges) - 1
    if sum(span for span, _ in frame.cells) != columns:
        return None
    borders = _borders(frame.above, frame.below)
    openings: list[str] = []
    column = 0
    for span, shaded in frame.cells:
        end = column + span
        margin = _margins(frame.above, last=end == columns and frame.table is TableKind.PARALLEL)
        spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        openings.append(
            f"{_CELL_END if openings else frame.row.value}"
            f'<w:tc><w:tcPr><w:tcW w:w="{edges[end] - edges[column]}" w:type="dxa"/>'
            f"{spanning}{borders}{_SHADE if shaded else ''}{margin}</w:tcPr>"
        )
        column = end
    return tuple(openings)


def _margins(above: Rule, *, last: bool) -> str:
    """Return a cell's own padding: less where no line is above, and at the edge of two equal columns."""
    top = '<w:top w:w="0" w:type="dxa"/>' if above is Rule.NONE else ""
    right = '<w:right w:w="113" w:type="dxa"/>' if last else ""
    return f"<w:tcMar>{top}{right}</w:tcMar>" if top or right else ""


def _borders(above: Rule, below: Rule) -> str:
    """Return the borders of a row's cells; a line is named on both its sides, else the neighbour's wins."""
    if above is Rule.HAIRLINE and below is Rule.HAIRLINE:
        return ""
    top = f"<w:top {_BORDERS[above]}/>" if above is not Rule.HAIRLINE else ""
    bottom = f"<w:bottom {_BORDERS[below]}/>" if below is not Rule.HAIRLINE else ""
    return f"<w:tcBorders>{top}{bottom}</w:tcBorders>"
