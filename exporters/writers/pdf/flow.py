"""Blocks of a document as pieces that follow one another down the pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from exporters.document import PageBreak, Paragraph, Picture, Rule, Style, Table, TableKind, holds_next
from exporters.writers.pdf.styles import (
    COVER_STROKE,
    FRAMES,
    LAST_RIGHT,
    MEASURES,
    MM,
    PICTURE_SPACE,
    SIGNATURE_SPACE,
    SIGNATURE_STROKE,
    STRONG,
    TABLE_GAP,
    TAIL,
    Stroke,
)
from exporters.writers.pdf.text import Bar, Image, Line, paragraph_lines
from models.errors import PaperProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exporters.document import Cell, Document, Row
    from exporters.writers.pdf.styles import Frame


@dataclass(slots=True)
class Repeated:
    """What stands again above a table that goes on over the page: its upper rule and its head."""

    pieces: list[Piece] = field(default_factory=list["Piece"])


@dataclass(slots=True)
class Piece:
    """Columns of lines side by side: a paragraph is one column, a row of a table has one for each cell.

    ``before`` of the height is lost at the top of a page and ``after`` at its foot.
    """

    columns: list[list[Line]]
    height: float
    before: float = 0
    after: float = 0
    keep: bool = False
    whole: bool = True
    breaks: bool = False
    """What follows begins on a new page."""
    repeated: Repeated | None = None
    upper: float = 0
    lower: float = 0
    """The padding of a row, which each part of a split one has."""
    stroke: Stroke | None = None
    """The rule at the lower edge, within the height."""
    wide: float = 0
    shades: list[tuple[float, float]] = field(default_factory=list[tuple[float, float]])

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Part the lines at a height; None where nothing would stay, or nothing is left."""
        limit = room - self.lower - (self.stroke.width if self.stroke else 0)
        kept = [[line for line in column if line.bottom <= limit] for column in self.columns]
        left = [column[len(mine) :] for column, mine in zip(self.columns, kept, strict=True)]
        if not any(kept) or not any(left):
            return None
        if len(self.columns) == 1 and not self.stroke and min(len(kept[0]), len(left[0])) < _FEWEST:
            return None
        moved = [
            [line.moved(self.upper - column[0].top) for line in column] if column else [] for column in left
        ]
        edge = self.lower + (self.stroke.width if self.stroke else 0)
        first, rest = self._like(kept, edge), self._like(moved, edge)
        first.after, first.keep = 0, False
        rest.before, rest.after = 0, self.after
        rest.height += self.after
        return first, rest

    def _like(self, columns: list[list[Line]], edge: float) -> Piece:
        bottom = max(line.bottom for column in columns for line in column)
        return Piece(
            columns,
            bottom + edge,
            self.before,
            0,
            self.keep,
            whole=self.whole,
            repeated=self.repeated,
            upper=self.upper,
            lower=self.lower,
            stroke=self.stroke,
            wide=self.wide,
            shades=self.shades,
        )


_FEWEST = 2
"""Lines of a paragraph that may stand alone at the foot or top of a page."""


def flow(document: Document, wide: float) -> Iterator[Piece]:
    """Yield the pieces of a document one by one, so that a window can do other things between them."""
    before: Table | None = None
    ruled = False
    left_over = 0
    for block in document.blocks:
        if isinstance(block, PageBreak):
            yield Piece([], 0, breaks=True)
            before, left_over = None, 0
            continue
        if isinstance(block, Paragraph):
            yield _paragraph(block, wide, left_over)
        elif isinstance(block, Picture):
            yield _picture(block)
        else:
            if before is not None:
                plain = TableKind.PLAIN in (before.kind, block.kind)
                height = TAIL + (0 if plain else TABLE_GAP)
                yield Piece([[]], height, before=height)
            yield from _table(block, under_rule=ruled)
        before = block if isinstance(block, Table) else None
        ruled = isinstance(block, Paragraph) and block.style is Style.COVER_RULE
        left_over = MEASURES[block.style].after if isinstance(block, Paragraph) else 0


def _paragraph(paragraph: Paragraph, wide: float, above_it: int) -> Piece:
    """Lay out a paragraph; of the space after the last one and before this one the larger counts."""
    measure = MEASURES[paragraph.style]
    before = max(0, measure.before - above_it)
    above = SIGNATURE_SPACE if paragraph.style is Style.SIGNATURE else 0
    lines = paragraph_lines(paragraph, measure, 0, before + above, wide)
    bottom = lines[-1].bottom
    if paragraph.style is Style.SIGNATURE:
        rule = Bar(wide, SIGNATURE_STROKE.width, SIGNATURE_STROKE.colour)
        lines.insert(0, Line(before, before + above, ((0, before, rule),)))
    if paragraph.style is Style.COVER_RULE:
        rule = Bar(wide, COVER_STROKE.width, COVER_STROKE.colour)
        lines = [Line(0, bottom + COVER_STROKE.width, ((0, bottom, rule),))]
        bottom += COVER_STROKE.width
    return Piece(
        [lines],
        bottom + measure.after,
        before,
        measure.after,
        paragraph.keep_next or measure.keep,
        whole=measure.keep,
    )


def _picture(picture: Picture) -> Piece:
    image = QImage.fromData(picture.data)
    if image.isNull():
        raise PaperProblem(reason="picture-format")
    wide, high = picture.width_mm * MM, picture.height_mm * MM
    bottom = PICTURE_SPACE + high
    line = Line(0, bottom, ((0, PICTURE_SPACE, Image(image, wide, high)),))
    return Piece([[line]], bottom + PICTURE_SPACE, PICTURE_SPACE, PICTURE_SPACE)


def _table(table: Table, *, under_rule: bool) -> Iterator[Piece]:
    """Yield the rows of a table, the rule above them first."""
    frame = FRAMES[table.kind]
    edges = [0.0]
    for width in table.columns_mm:
        edges.append(edges[-1] + width * MM)
    repeated = Repeated()
    if frame.outer and not under_rule:
        # Straight under the cover's rule a table needs no other.
        top = frame.outer
        line = Line(0, top.width, ((0, 0, Bar(edges[-1], top.width, top.colour)),))
        repeated.pieces.append(Piece([[line]], top.width, keep=True, repeated=repeated))
    above = Rule.HAIRLINE
    for row in table.head:
        made = _row(row, table, edges, frame, above=above, stroke=_stroke(row.rule, frame))
        made.keep, made.repeated = True, repeated
        repeated.pieces.append(made)
        above = row.rule
    yield from repeated.pieces
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        stroke = frame.outer if number == last else _stroke(row.rule, frame)
        made = _row(row, table, edges, frame, above=above, stroke=stroke)
        made.keep = holds_next(table.rows, number) or (number != last and _all_keep(row))
        made.whole = not row.can_split
        made.repeated = repeated
        yield made
        above = row.rule


def _all_keep(row: Row) -> bool:
    paragraphs = [paragraph for cell in row.cells for paragraph in cell.paragraphs]
    return bool(paragraphs) and all(paragraph.keep_next for paragraph in paragraphs)


def _stroke(rule: Rule, frame: Frame) -> Stroke | None:
    if rule is Rule.HAIRLINE:
        return frame.inner
    return STRONG if rule is Rule.STRONG else None


def _row(
    row: Row, table: Table, edges: list[float], frame: Frame, *, above: Rule, stroke: Stroke | None
) -> Piece:
    columns = len(edges) - 1
    if sum(cell.span for cell in row.cells) != columns:
        raise PaperProblem(reason="row-columns", table=table.name, columns=columns)
    upper = 0 if above is Rule.NONE else frame.padding
    made: list[list[Line]] = []
    shades: list[tuple[float, float]] = []
    column = 0
    for cell in row.cells:
        end = column + cell.span
        right = LAST_RIGHT if end == columns else frame.right
        made.append(_cell(cell, edges[column], edges[end] - edges[column] - right, upper))
        if cell.shaded:
            shades.append((edges[column], edges[end] - edges[column]))
        column = end
    bottom = max(lines[-1].bottom for lines in made)
    edge = frame.padding + (stroke.width if stroke else 0)
    return Piece(
        made,
        bottom + edge,
        upper=upper,
        lower=frame.padding,
        stroke=stroke,
        wide=edges[-1],
        shades=shades,
    )


def _cell(cell: Cell, left: float, wide: float, top: float) -> list[Line]:
    lines: list[Line] = []
    y = top
    after = 0
    for paragraph in cell.paragraphs or (Paragraph(()),):
        measure = MEASURES[paragraph.style]
        made = paragraph_lines(paragraph, measure, left, y + max(after, measure.before), wide)
        lines += made
        y = made[-1].bottom
        after = measure.after
    return lines
