"""A paragraph broken into lines of exact height."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QTextLayout, QTextOption

from exporters.document import Look, Run
from exporters.writers.pdf.fonts import pieces
from exporters.writers.pdf.styles import BASE_LINE, MM, face
from exporters.writers.word_languages import word_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter, QTextLine

    from exporters.document import Paragraph, Style
    from exporters.writers.pdf.styles import Measure

_WORDS = re.compile(r"[\uac00-\ud7af]")
_LEAD_GAP = 60


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One line of text."""

    layout: QTextLayout
    number: int

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the line, whose own position holds its base line."""
        self.layout.lineAt(self.number).draw(painter, QPointF(x, y))

    def text(self) -> str:
        """Return what the line says."""
        line = self.layout.lineAt(self.number)
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        units = self.layout.text().encode("utf-16-le")[start:end]
        return units.decode("utf-16-le", "replace").replace("\u2028", "").rstrip()


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle: a rule or a shade."""

    wide: float
    high: float
    colour: str

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Fill it."""
        painter.fillRect(QRectF(x, y, self.wide, self.high), QColor(self.colour))

    def text(self) -> str:
        """Return nothing: a rule says nothing."""
        return ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture."""

    image: QImage
    wide: float
    high: float

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it into its size."""
        painter.drawImage(QRectF(x, y, self.wide, self.high), self.image)

    def text(self) -> str:
        """Return nothing: what it shows is said in the Word file."""
        return ""


Ink = Glyphs | Bar | Image


@dataclass(frozen=True, slots=True)
class Line:
    """What stands between two heights of a block; ``inks`` are at x from the margin, y from the block."""

    top: float
    bottom: float
    inks: tuple[tuple[float, float, Ink], ...]

    def moved(self, down: float) -> Line:
        """Return the line further down."""
        return Line(self.top + down, self.bottom + down, tuple((x, y + down, ink) for x, y, ink in self.inks))


def paragraph_lines(
    paragraph: Paragraph, measure: Measure, left: float, top: float, wide: float
) -> list[Line]:
    """Break a paragraph into lines from a height on, without the spaces before and after it."""
    runs = paragraph.runs
    spaced = bool(runs) and word_language(runs[0].language).spaced
    lead: QTextLayout | None = None
    first = 0.0
    if paragraph.lead:
        tag = runs[0].language if runs else "en"
        lead = _layout([Run(paragraph.lead, tag)], paragraph.style, measure, spaced=False)
        hung = _one_line(lead, measure)
        first = max(0.0, hung + _LEAD_GAP - measure.left)
    layout = _layout(runs, paragraph.style, measure, spaced=spaced, tab=paragraph.tab_mm * MM)
    number = _break(layout, wide - measure.left, measure, first)
    lines: list[Line] = []
    x = left + measure.left
    for at in range(number):
        y = top + at * measure.line
        inks: list[tuple[float, float, Ink]] = [(x, y, Glyphs(layout, at))]
        if at == 0 and lead is not None:
            inks.insert(0, (left, y, Glyphs(lead, 0)))
        lines.append(Line(y, y + measure.line, tuple(inks)))
    return lines


def single_line(
    runs: Sequence[Run], style: Style, measure: Measure, wide: float
) -> tuple[list[Glyphs], float]:
    """Lay out the lines of a page's head or foot; return them and how wide the widest is."""
    layout = _layout(runs, style, measure, spaced=False)
    number = _break(layout, wide, measure, 0)
    widest = max((layout.lineAt(at).naturalTextWidth() for at in range(number)), default=0.0)
    return [Glyphs(layout, at) for at in range(number)], widest


def _layout(
    runs: Sequence[Run], style: Style, measure: Measure, *, spaced: bool, tab: float = 0
) -> QTextLayout:
    """Make the layout of runs with the format of every piece."""
    text = "".join(run.text for run in runs).replace("\n", "\u2028")
    formats: list[QTextLayout.FormatRange] = []
    at = 0
    for run in runs:
        look = face(style, run.look, measure)
        for start, length, made in pieces(run.text, run.language, look, spaced=spaced):
            # The text is counted in UTF-16, as Qt does.
            before, inside = run.text[:start], run.text[start : start + length]
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = at + _units(before), _units(inside), made
            formats.append(piece)
        at += _units(run.text)
    tag = runs[0].language if runs else "en"
    base = pieces("x", tag, face(style, Look.PLAIN, measure), spaced=False)[0][2].font()
    layout = QTextLayout(text, base)
    layout.setTextOption(_option(tab))
    layout.setFormats(formats)
    return layout


def _units(text: str) -> int:
    return (
        len(text)
        if text.isascii() or max(text, default="") <= "\uffff"
        else len(text.encode("utf-16-le")) // 2
    )


@lru_cache(maxsize=64)
def _option(tab: float) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if tab:
        option.setTabs([QTextOption.Tab(tab, QTextOption.TabType.LeftTab)])
    return option


def _one_line(layout: QTextLayout, measure: Measure) -> float:
    _break(layout, 1e6, measure, 0)
    return layout.lineAt(0).naturalTextWidth()


def _break(layout: QTextLayout, wide: float, measure: Measure, first: float) -> int:
    """Break into lines and put each on its base line; return how many there are, one at least."""
    text = layout.text()
    # Places in a text beyond the first plane are not those that Qt counts.
    by_words = _WORDS.search(text) is not None and _units(text) == len(text)
    number = 0
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        room = wide - (first if number == 0 else 0)
        line.setLineWidth(room)
        if by_words:
            _end_at_word(line, text)
        x = first if number == 0 else 0.0
        if measure.centred:
            x = (wide - line.naturalTextWidth()) / 2
        line.setPosition(QPointF(x, measure.line * BASE_LINE - line.ascent()))
        number += 1
    layout.endLayout()
    return max(1, number)


def _end_at_word(line: QTextLine, text: str) -> None:
    """End a line before the Korean word that would be cut; Qt breaks between any two syllables."""
    start, end = line.textStart(), line.textStart() + line.textLength()
    if end >= len(text) or text[end - 1] in " \u2028\u3000" or text[end] == " ":
        return
    if not (_WORDS.match(text[end - 1]) or _WORDS.match(text[end])):
        return
    space = text.rfind(" ", start, end)
    if space <= start:
        return
    x, _ = cast("tuple[float, int]", line.cursorToX(space))
    line.setLineWidth(x + 1)
