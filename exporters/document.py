"""A paper as data: frozen blocks that know their language and role, and nothing of any file format.

A paper builds a ``Document`` and a writer puts it into a file. The role of a text is the style of its
paragraph, its language belongs to the run: so five languages need no further styles. Measures are in
millimetres. What a paper has by the thousand (runs, paragraphs, cells, rows) are named tuples: they are made
in half the time of other frozen values. The functions at the end are the short forms in which papers are
written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime


class Style(Enum):
    """The role of a paragraph."""

    # Members are single: their identity is a hash that costs nothing.
    __hash__ = object.__hash__
    NORMAL = "normal"
    TITLE = "title"
    SUBTITLE = "subtitle"
    COLUMN_SUBTITLE = "column subtitle"
    """A subtitle over its own column, where two languages stand side by side."""
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    DAY_HEADING = "day heading"
    """A day straight under the title, where no heading of the first level stands above it."""
    OVERLINE = "overline"
    COVER_RULE = "cover rule"
    """The empty paragraph that draws the one coloured line under the cover block."""
    CELL = "cell"
    ITEM_TITLE = "item title"
    SECOND_LANGUAGE = "second language"
    TALK = "talk"
    TALK_SECOND = "talk second"
    SPEAKER = "speaker"
    TALK_SPEAKER = "talk speaker"
    """A speaker under a talk, indented with it; ``SPEAKER`` stands under a session."""
    TABLE_HEAD = "table head"
    TIME = "time"
    CELL_SMALL = "cell small"
    DAY_ROW = "day row"
    """The day inside a table that holds several days."""
    CLOSE = "close"
    """A cell of a paper that has to fit one page: the same type, its lines closer to each other."""
    CLOSE_TITLE = "close title"
    CLOSE_SECOND = "close second"
    CLOSE_SMALL = "close small"
    CLOSE_DAY_ROW = "close day row"
    NOTE = "note"
    BODY = "body"
    LETTER = "letter"
    LETTER_HEAD = "letter head"
    LETTER_SIGNATORY = "letter signatory"
    SIGNATURE = "signature"
    PLATE_NAME = "plate name"
    PLATE_SECOND = "plate second"
    PLATE_POST = "plate post"


class Look(Enum):
    """How a run differs from its paragraph."""

    __hash__ = object.__hash__
    PLAIN = "plain"
    STRONG = "strong"
    LIGHT = "light"
    """The weight of text inside a bold paragraph, nothing else changed."""
    SECOND = "second"
    """The second language on the line of the first: lighter, and smaller beside a heading."""
    QUIET = "quiet"
    """A remark in the same size, in grey."""
    SMALL = "small"
    """A small addition such as ``+1`` after a time."""
    MARK = "mark"
    """Says that a text stands in for a missing translation: ``[원문]``."""
    FIGURES = "figures"
    """Times, numbers and codes, which belong to no language."""


class Rule(Enum):
    """The line below a row."""

    __hash__ = object.__hash__
    NONE = "none"
    HAIRLINE = "hairline"
    STRONG = "strong"


class TableKind(Enum):
    """How a table looks."""

    __hash__ = object.__hash__
    STANDARD = "standard"
    """Ruled above, under the head, between rows and below."""
    DENSE = "dense"
    """The same, tighter: long lists."""
    FACTS = "facts"
    """Names of facts at the left, hairlines between, nothing around."""
    PLAIN = "plain"
    """No line at all: titles that stand over their own columns."""
    STRIP = "strip"
    """A few blocks side by side between two lines."""
    PARALLEL = "parallel"
    """Like the standard table, with a wider gap between columns of equal languages."""


class Run(NamedTuple):
    """A piece of text in one language; a new line in it is a line break, a tab leads to the tab stop."""

    text: str
    language: str
    look: Look = Look.PLAIN


class Paragraph(NamedTuple):
    """Runs in one role; ``lead`` (``–``, ``1)``) hangs before them in the language of the first run.

    ``tab_mm`` sets one tab stop, for a heading whose second language stands over its own column.
    """

    runs: tuple[Run, ...]
    style: Style = Style.CELL
    lead: str = ""
    keep_next: bool = False
    tab_mm: float = 0.0


class Cell(NamedTuple):
    """What stands in one cell, which may reach over several columns; no paragraph is an empty cell."""

    paragraphs: tuple[Paragraph, ...] = ()
    span: int = 1
    shaded: bool = False


class Row(NamedTuple):
    """Cells side by side and the line below them.

    ``keep_with_next`` holds the row on the page of the next one (two columns that are read in pairs);
    ``can_split`` lets a row of more than a third of a page go over two.
    """

    cells: tuple[Cell, ...]
    rule: Rule = Rule.HAIRLINE
    keep_with_next: bool = False
    can_split: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its name and description for those who cannot see it; ``head`` repeats on every page."""

    columns_mm: tuple[float, ...]
    rows: tuple[Row, ...]
    name: str
    description: str
    head: tuple[Row, ...] = ()
    kind: TableKind = TableKind.STANDARD


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG picture in its own paragraph; without a description it is only decoration."""

    data: bytes
    width_mm: float
    height_mm: float
    description: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Paragraph | Table | Picture | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """One paper: its properties, the lines at the head and foot of each page, and its blocks.

    ``languages`` are those of the paper, the leading one first. Each page ends with ``footer_left`` and
    the page's number out of their number.
    """

    title: str
    languages: tuple[str, ...]
    blocks: tuple[Block, ...] = field(repr=False)
    author: str = ""
    subject: str = ""
    created: datetime | None = None
    header_left: tuple[Run, ...] = ()
    header_right: tuple[Run, ...] = ()
    footer_left: tuple[Run, ...] = ()
    landscape: bool = False

    @property
    def language(self) -> str:
        """Return the leading language."""
        return self.languages[0]


EMPTY_CELL = Cell()
COVER_RULE = Paragraph((), Style.COVER_RULE)
_MOVED = 8
"""Lines of a row that is moved so that the next is not alone: a sixth of a page."""
GAP = "  "
"""What parts two texts that stand on one line without a mark between them."""


def line(text: str, language: str, style: Style = Style.CELL, look: Look = Look.PLAIN) -> Paragraph:
    """Make a paragraph of one run."""
    return Paragraph((Run(text, language, look),), style)


def item(lead: str, text: str, language: str, style: Style = Style.TALK) -> Paragraph:
    """Make a paragraph whose mark (``–``, ``1)``) hangs before it."""
    return Paragraph((Run(text, language),), style, lead)


def side_by_side(*runs: Run) -> tuple[Run, ...]:
    """Put runs on one line with a gap between them, leaving out those without text."""
    present = [run for run in runs if run.text]
    return tuple(
        Run(run.text + GAP, run.language, run.look) if number < len(present) else run
        for number, run in enumerate(present, 1)
    )


def leading(first: str, language: str, *others: Run, style: Style = Style.CELL) -> Paragraph:
    """Make a line that begins in the leading language and goes on with other runs after a gap."""
    return Paragraph(side_by_side(Run(first, language), *others), style)


def over_columns(runs: Iterable[Run], tab_mm: float, style: Style = Style.DAY_HEADING) -> Paragraph:
    """Make a heading of two languages, the second of which begins over its own column."""
    first, *others = runs
    tabbed = (Run("\t" + run.text, run.language, run.look) for run in others)
    return Paragraph((first, *tabbed), style, tab_mm=tab_mm)


def cell(*paragraphs: Paragraph, span: int = 1, shaded: bool = False) -> Cell:
    """Make a cell of paragraphs."""
    return Cell(paragraphs, span, shaded)


def time_cell(clock: str, language: str, *notes: Paragraph, addition: str = "") -> Cell:
    """Make the cell of a time: figures, or words where the time is open, a small addition, notes under it."""
    runs = (Run(clock, language, Look.FIGURES),)
    if addition:
        runs = (Run(clock + " ", language, Look.FIGURES), Run(addition, language, Look.SMALL))
    return Cell((Paragraph(runs, Style.TIME), *notes))


def row(*cells: Cell, rule: Rule = Rule.HAIRLINE, keep_with_next: bool = False) -> Row:
    """Make a row of cells."""
    return Row(cells, rule, keep_with_next)


def head_row(*cells: Cell) -> Row:
    """Make a row of a table's head."""
    return Row(cells, Rule.STRONG)


def holds_next(rows: Sequence[Row], number: int) -> bool:
    """Tell whether a row stays on the page of the next one.

    Its paper may want it so; and the last row of a table does not stand alone on a page, nor with nothing
    but the heading inside the table that it stands under. A high row is not moved for that: it would leave a
    larger hole behind.
    """
    last = len(rows) - 1
    if number >= last or rows[number].keep_with_next:
        return number < last
    before_heading = number == last - 2 and len(rows[last - 1].cells) == 1
    if not (number == last - 1 or before_heading):
        return False
    return max(len(cell.paragraphs) for cell in rows[number].cells) <= _MOVED


def runs_of(document: Document) -> Iterable[Run]:
    """Yield every run in reading order: page head and foot first, then the blocks."""
    yield from document.header_left
    yield from document.header_right
    yield from document.footer_left
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from block.runs
        elif isinstance(block, Table):
            for table_row in (*block.head, *block.rows):
                for table_cell in table_row.cells:
                    for paragraph in table_cell.paragraphs:
                        yield from paragraph.runs
