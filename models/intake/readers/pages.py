"""Tables of web pages, saved or pasted, and the workbooks that some programs write as such."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

from lxml import etree, html

from models.errors import SourceDamaged, SourceEmpty
from models.intake.grid import Book, Grid, Merge, Plain
from models.intake.readers.limits import MOST_CELLS, check_extent

_SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")
_MOST_SPAN = 1000


def read_page(text: str, path: Path | str, name: str) -> Book:
    """Read each table of a page that does not itself hold tables; raises SourceEmpty and SourceDamaged."""
    try:
        # A declaration of the encoding is refused in text, which has none any more.
        root: Any = cast("Any", html).fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SourceDamaged(path=path, detail=str(error)) from error
    grids = [
        _grid(table, number, path)
        for number, table in enumerate(root.iter("table"), start=1)
        if table.find(".//table") is None
    ]
    grids = [grid for grid in grids if any(True for _ in grid.lines())]
    if not grids:
        raise SourceEmpty(path=path)
    return Book(name, tuple(grids))


def _grid(table: Any, number: int, path: Path | str) -> Grid:
    cells: dict[tuple[int, int], Plain] = {}
    merges: list[Merge] = []
    taken: set[tuple[int, int]] = set()
    height = 0
    for row, line in enumerate(table.iter("tr")):
        column = 0
        for cell in line:
            if cell.tag not in ("td", "th"):
                continue
            while (row, column) in taken:
                column += 1
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            check_extent(path, row + down, column + across)
            cells[row, column] = _text(cell) or None
            if down * across > 1:
                merges.append(Merge(row + 1, column + 1, row + down, column + across))
                taken.update((row + y, column + x) for y in range(down) for x in range(across))
                if len(taken) > MOST_CELLS:
                    check_extent(path, len(taken), len(taken))
            column += across
        height = row + 1
    width = max((column for _, column in cells), default=-1) + 1
    check_extent(path, height, width)
    rows = [[cells.get((row, column)) for column in range(width)] for row in range(height)]
    return Grid(str(number), rows, merges=tuple(merges))


def _span(cell: Any, name: str) -> int:
    try:
        return min(_MOST_SPAN, max(1, int(cell.get(name) or 1)))
    except ValueError:
        return 1


def _text(cell: Any) -> str:
    for pause in cell.iter("br", "p", "div"):
        if pause is not cell:
            pause.tail = "\n" + (pause.tail or "")
    text = _SPACES.sub(" ", cell.text_content())
    return "\n".join(part.strip() for part in text.split("\n") if part.strip())
