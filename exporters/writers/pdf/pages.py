"""Pages: pieces put one below the other, rows whole and heads repeated, and the lines at head and foot."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from exporters.document import Look, Run, Style
from exporters.writers.pdf.flow import flow
from exporters.writers.pdf.styles import (
    FOOTER_BOTTOM,
    HEADER_TOP,
    HIGH,
    MARGIN,
    MARGIN_LINE,
    SHADE,
    WIDE,
)
from exporters.writers.pdf.text import Bar, Glyphs, Ink, single_line

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from PySide6.QtGui import QPainter

    from exporters.document import Document
    from exporters.writers.pdf.flow import Piece

_GAP = 240
"""Between what stands at the left and at the right of a page's head."""


class Placed(NamedTuple):
    """Something on a page."""

    x: float
    y: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Pages:
    """A document laid out, in twentieths of a point; it belongs to the thread that made it."""

    wide: int
    high: int
    pages: tuple[tuple[Placed, ...], ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, the first is 0, in twentieths of a point: the painter is scaled by the caller."""
        for x, y, ink in self.pages[number]:
            ink.paint(painter, x, y)

    def text(self, number: int) -> str:
        """Return what a page says, line by line, for those who cannot see it."""
        return "\n".join(text for placed in self.pages[number] if (text := placed.ink.text()))


def layout(document: Document) -> Pages:
    """Lay out a document at one go."""
    steps = layout_steps(document)
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            return ended.value


def layout_steps(document: Document) -> Generator[None, None, Pages]:
    """Lay out a document paragraph by paragraph and row by row; the pages are what the generator returns."""
    wide, high = (HIGH, WIDE) if document.landscape else (WIDE, HIGH)
    text = wide - 2 * MARGIN
    head = _head(document, text)
    lowest = max((placed.y for placed in head), default=0.0) + MARGIN_LINE.line
    top = max(MARGIN, lowest)
    pieces: list[Piece] = []
    for piece in flow(document, text):
        pieces.append(piece)
        yield
    filler = _Filler(top, high - MARGIN)
    for _ in filler.fill(pieces):
        yield
    filled = filler.pages
    for piece in pieces:
        # No circle is left for the collector, which might take the text apart on another thread.
        piece.repeated = None
    made: list[tuple[Placed, ...]] = []
    for number, page in enumerate(filled, 1):
        foot = _foot(document, number, len(filled), text, high)
        made.append((*head, *page, *foot))
        yield
    return Pages(wide, high, tuple(made))


class _Filler:
    """Puts pieces on pages."""

    def __init__(self, top: float, bottom: float) -> None:
        self._top, self._bottom = top, bottom
        self.pages: list[list[Placed]] = [[]]
        self._y = top
        self._fresh = True
        """Nothing but the head of a table stands on the page yet."""

    def fill(self, pieces: Sequence[Piece]) -> Iterator[None]:
        """Put down all pieces, one or a few at each step."""
        waiting = list(reversed(pieces))
        breaking = False
        while waiting:
            yield
            if waiting[-1].breaks:
                breaking = True
                waiting.pop()
                continue
            # Several breaks are one, and one at the end leads to nothing.
            if breaking and not self._fresh:
                self._turn(None)
            breaking = False
            chain = self._chain(waiting)
            if self._fits(chain):
                for _ in chain:
                    self._place(waiting.pop())
                continue
            parted = self._part(chain)
            if parted:
                del waiting[-len(chain) :]
                for piece in chain[:-1]:
                    self._place(piece)
                self._place(parted[0])
                waiting.append(parted[1])
                self._turn(parted[1])
            elif not self._fresh:
                self._turn(chain[0])
            else:
                self._force(waiting)

    @staticmethod
    def _chain(waiting: list[Piece]) -> list[Piece]:
        """Return the next piece and what it wants to stand on one page with."""
        chain = [waiting[-1]]
        at = len(waiting) - 1
        while chain[-1].keep and at > 0 and not waiting[at - 1].breaks:
            at -= 1
            chain.append(waiting[at])
        return chain

    def _fits(self, chain: Sequence[Piece]) -> bool:
        return self._end(chain) - chain[-1].after <= self._bottom + 0.5

    def _end(self, chain: Sequence[Piece]) -> float:
        lost = chain[0].before if self._at_top() else 0
        return self._y - lost + sum(piece.height for piece in chain)

    def _at_top(self) -> bool:
        """Tell whether the space before a paragraph is lost: at the top of every page but the first."""
        return self._fresh and self._y == self._top and len(self.pages) > 1

    def _part(self, chain: Sequence[Piece]) -> tuple[Piece, Piece] | None:
        """Part the last piece of a chain where it may go over two pages."""
        last = chain[-1]
        if last.whole:
            return None
        return last.split(self._bottom - self._end(chain[:-1]) if chain[:-1] else self._room(last))

    def _room(self, piece: Piece) -> float:
        return self._bottom - self._y + (piece.before if self._at_top() else 0)

    def _force(self, waiting: list[Piece]) -> None:
        """Put down what no page holds whole: the first piece, parted where even that is too high."""
        piece = waiting.pop()
        if self._fits([piece]):
            self._place(piece)
            return
        parted = piece.split(self._room(piece))
        if parted is None:
            self._place(piece)
            return
        self._place(parted[0])
        waiting.append(parted[1])
        self._turn(parted[1])

    def _turn(self, following: Piece | None) -> None:
        """Begin a page; a table that goes on there has its head again."""
        self.pages.append([])
        self._y, self._fresh = self._top, True
        repeated = following.repeated if following else None
        if repeated is None or any(piece is following for piece in repeated.pieces):
            return
        for piece in repeated.pieces:
            self._place(piece)

    def _place(self, piece: Piece) -> None:
        page = self.pages[-1]
        y = self._y - (piece.before if self._at_top() else 0)
        edge = piece.stroke.width if piece.stroke else 0
        for x, wide in piece.shades:
            page.append(Placed(MARGIN + x, y, Bar(wide, piece.height - edge, SHADE)))
        for column in piece.columns:
            for line in column:
                page.extend(Placed(MARGIN + x, y + down, ink) for x, down, ink in line.inks)
        if piece.stroke:
            page.append(Placed(MARGIN, y + piece.height - edge, Bar(piece.wide, edge, piece.stroke.colour)))
        self._y = y + piece.height
        # A gap at the top and the head of a table that goes on there leave the page fresh.
        head = piece.repeated is not None and any(one is piece for one in piece.repeated.pieces)
        self._fresh = self._fresh and (head or not any(piece.columns))


def _head(document: Document, wide: float) -> list[Placed]:
    """Return the line at the head of every page; what stands at the right keeps its room."""
    right, taken = single_line(document.header_right, Style.NORMAL, MARGIN_LINE, wide)
    room = wide - taken - _GAP if document.header_right else wide
    left, _ = single_line(document.header_left, Style.NORMAL, MARGIN_LINE, max(room, wide / 3))
    placed = _stacked(left, MARGIN, HEADER_TOP) if document.header_left else []
    if document.header_right:
        placed += _stacked(right, MARGIN + wide - taken, HEADER_TOP)
    return placed


def _foot(document: Document, number: int, count: int, wide: float, high: float) -> list[Placed]:
    """Return the line at the foot: the mark, and in the middle which page of how many."""
    y = high - FOOTER_BOTTOM - MARGIN_LINE.line
    figures = (Run(f"{number} / {count}", document.language if document.languages else "en", Look.FIGURES),)
    middle, taken = single_line(figures, Style.NORMAL, MARGIN_LINE, wide)
    placed = _stacked(middle, MARGIN + (wide - taken) / 2, y)
    if document.footer_left:
        left, _ = single_line(document.footer_left, Style.NORMAL, MARGIN_LINE, (wide - taken) / 2 - _GAP)
        placed += _stacked(left, MARGIN, y)
    return placed


def _stacked(lines: Sequence[Glyphs], x: float, y: float) -> list[Placed]:
    return [Placed(x, y + at * MARGIN_LINE.line, line) for at, line in enumerate(lines)]
