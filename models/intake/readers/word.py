"""Reading a Word file (.docx): its lines and tables in the order in which they are read on the page.

Text that the page does not show is left out: what was deleted under tracked changes, hidden text, the
instructions of fields, foot notes and comments. Text boxes follow the paragraph that they hang on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from models.errors import SourceTooLarge
from models.intake.grid import Notice, Origin
from models.intake.readers.limits import read_bytes
from models.intake.readers.word_package import WordPackage
from models.intake.readers.word_styles import MOST_COLUMNS, Styles, read_styles, word_name
from models.intake.readers.word_text import Block, Cell, Line, Table, WordText

Element = Any
"""An element of lxml, whose own class is private."""

MOST_LINES = 20_000
MOST_ROWS = 5_000
LONGEST_LINE = 4_000
MOST_LETTERS = 2_000_000

MARGINS = "H"
"""The name by which heads and feet are called where a line stands, as T1 is the first table."""

_BREAK: Final = "\n"
_PAGE = re.compile(
    r"\W*(?:(?:page|seite|쪽|페이지|ページ|頁)\W*)?\d*\W*(?:(?:of|/|von|중)\W*\d+)?\W*(?:쪽|페이지|ページ|頁)?\W*",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \u00a0\u2000-\u200a\u202f\r\n]+")
_DROPPED = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u0000-\u0008\u000b-\u001f]")

# Elements of WordprocessingML by their local names.
_GONE = frozenset(
    {"del", "moveFrom", "delText", "instrText", "rt", "rPr", "pPr", "fldData", "oMath", "oMathPara"}
)
_TEXT = {"tab": "\t", "ptab": "\t", "br": _BREAK, "cr": _BREAK, "noBreakHyphen": "-"}


def read_word(path: Path) -> WordText:
    """Read the text of a Word file, or raise the SourceProblem that fits."""
    return word_of(read_bytes(path), path, path.name)


def word_of(data: bytes, path: Path | str, name: str) -> WordText:
    """Read the text of the bytes of a Word file."""
    package = WordPackage(data, path)
    root = package.document()
    reader = _Reader(path, read_styles(package))
    body = next((each for each in root if word_name(each) == "body"), None)
    blocks = tuple(reader.blocks(body)) if body is not None else ()
    margins = _margins(package, reader)
    return WordText(name, blocks, tuple(Notice(code) for code in sorted(reader.notices)), margins)


def _margins(package: WordPackage, reader: _Reader) -> tuple[Line, ...]:
    """Return the lines of the heads and feet of the pages, each once; numbers of pages say nothing."""
    texts: dict[str, None] = {}
    for part in package.margins():
        for block in reader.blocks(part):
            cells = (block,) if isinstance(block, Line) else block.cells
            lines = [line for each in cells for line in ((each,) if isinstance(each, Line) else each.lines)]
            texts.update((line.text, None) for line in lines if not _PAGE.fullmatch(line.text))
    return tuple(Line(text, Origin(MARGINS, number)) for number, text in enumerate(texts, 1))


@dataclass(slots=True)
class _Reader:
    """Walks through the body; counts lines so that nobody can fill the memory."""

    path: Path | str
    styles: Styles
    notices: set[str] = field(default_factory=set[str])
    lines: int = 0
    letters: int = 0
    paragraphs: int = 0
    tables: int = 0
    waiting: str = ""
    """Text of a paragraph whose end was deleted under tracked changes: it runs on in the next."""

    def blocks(self, parent: Element, cell: Origin | None = None) -> Iterator[Block]:
        """Yield the lines and tables of a body, a cell or a text box."""
        for element in parent:
            match word_name(element):
                case "p":
                    yield from self.paragraph(element, cell)
                case "tbl":
                    yield from self.table(element)
                case "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "smartTag":
                    yield from self.blocks(element, cell)
                case _:
                    pass

    def paragraph(self, element: Element, cell: Origin | None) -> Iterator[Block]:
        """Yield the lines of a paragraph, then what stands in its text boxes."""
        if cell is None:
            self.paragraphs += 1
        origin = cell or Origin("", self.paragraphs)
        pieces: list[str] = []
        boxes: list[Element] = []
        self.runs(element, pieces, boxes)
        look = self.styles.look(element)
        text = self.waiting + "".join(pieces)
        if look.end_deleted:
            self.waiting = text
            text = ""
        else:
            self.waiting = ""
        bold = look.bold or self.styles.all_bold(element)
        shown = [line for each in text.split(_BREAK) if (line := self.line(each))]
        for number, each in enumerate(shown):
            self.count(each)
            yield Line(each, origin, look.listed and not number, look.heading, bold, bool(number))
        for box in boxes:
            yield from self.blocks(box, None)

    def line(self, text: str) -> str:
        """Return a line with its white space in order."""
        kept = _SPACES.sub(lambda found: "  " if len(found[0]) > 1 else " ", _DROPPED.sub("", text)).strip()
        if len(kept) > LONGEST_LINE:
            self.notices.add("long-lines-cut")
            kept = kept[:LONGEST_LINE]
        return kept

    def runs(self, parent: Element, pieces: list[str], boxes: list[Element]) -> None:
        """Collect the text of the runs below an element, and its text boxes."""
        for element in parent:
            name = word_name(element)
            if not name:
                _other(self, element, pieces, boxes)
            elif name in _GONE:
                if name in ("del", "moveFrom"):
                    self.notices.add("tracked-changes")
            elif name == "t":
                pieces.append(element.text or "")
            elif name in _TEXT:
                pieces.append(_TEXT[name])
            elif name == "r":
                if not self.styles.hidden(element):
                    self.runs(element, pieces, boxes)
            elif name == "txbxContent":
                boxes.append(element)
            else:
                self.runs(element, pieces, boxes)

    def table(self, element: Element) -> Iterator[Block]:
        """Yield a table; one that only holds other tables gives way to them."""
        self.tables += 1
        name = f"T{self.tables}"
        rows = [row for row in _children(element, "tr") if not self.styles.row_deleted(row)]
        if len(rows) > MOST_ROWS:
            raise SourceTooLarge(path=self.path, what="rows", limit=MOST_ROWS)
        grid = _Grid()
        inner: list[Block] = []
        for number, row in enumerate(rows):
            grid.begin(number, self.styles.cells_before(row))
            for cell in _children(row, "tc"):
                width, merged = self.styles.spans(cell)
                if merged == "continue" and grid.continues(width):
                    continue
                origin = Origin(name, number + 1, grid.column + 1)
                lines: list[Line] = []
                for block in self.blocks(cell, origin):
                    if isinstance(block, Line):
                        lines.append(block if block.origin.sheet == name else replace(block, origin=origin))
                    else:
                        inner.append(block)
                grid.add(tuple(lines), width, opens=bool(merged))
        table = grid.table(name)
        if not inner or any(cell.lines for cell in table.cells):
            yield table
        yield from inner

    def count(self, line: str) -> None:
        """Count a line and its letters, or raise that there are too many."""
        self.lines += 1
        self.letters += len(line)
        if self.letters > MOST_LETTERS:
            raise SourceTooLarge(path=self.path, what="letters", limit=MOST_LETTERS)
        if self.lines > MOST_LINES:
            raise SourceTooLarge(path=self.path, what="lines", limit=MOST_LINES)


def _other(reader: _Reader, element: Element, pieces: list[str], boxes: list[Element]) -> None:
    """Look for text boxes in drawings; of alternatives only the first that says something counts."""
    if not isinstance(element.tag, str):
        return
    if element.tag.endswith("}AlternateContent"):
        for choice in element:
            found: list[str] = []
            deeper: list[Element] = []
            reader.runs(choice, found, deeper)
            if found or deeper:
                pieces.extend(found)
                boxes.extend(deeper)
                return
    elif not element.tag.endswith(("}oMath", "}oMathPara")):
        reader.runs(element, pieces, boxes)


def _children(parent: Element, wanted: str) -> Iterator[Element]:
    """Yield the rows or cells of a table, also those wrapped by content controls."""
    for element in parent:
        name = word_name(element)
        if name == wanted:
            yield element
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _children(element, wanted)


@dataclass(slots=True)
class _Grid:
    """Puts the cells of a table where they stand on the page."""

    cells: list[Cell] = field(default_factory=list[Cell])
    open: dict[int, int] = field(default_factory=dict[int, int])
    """For a column, which cell in ``cells`` may go on in the next row."""
    row: int = -1
    column: int = 0
    width: int = 0

    def begin(self, row: int, skipped: int) -> None:
        """Begin a row, some columns in."""
        self.row, self.column = row, min(skipped, MOST_COLUMNS)

    def continues(self, width: int) -> bool:
        """Lengthen the cell above, if one is open there."""
        index = self.open.get(self.column)
        if index is None:
            return False
        above = self.cells[index]
        if above.row + above.height != self.row:
            return False
        self.cells[index] = replace(above, height=above.height + 1)
        self.column += width
        return True

    def add(self, lines: tuple[Line, ...], width: int, *, opens: bool) -> None:
        """Add a cell."""
        for column in range(self.column, self.column + width):
            self.open.pop(column, None)
        if opens:
            self.open[self.column] = len(self.cells)
        self.cells.append(Cell(lines, self.row, self.column, width))
        self.column += width
        self.width = max(self.width, self.column)

    def table(self, name: str) -> Table:
        """Return what was put together."""
        return Table(name, tuple(self.cells), self.row + 1, self.width)
