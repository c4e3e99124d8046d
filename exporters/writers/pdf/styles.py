"""How each role looks on a page, in twentieths of a point; the same measures as in the Word template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from exporters.document import Look, Style, TableKind

POINT = 20
MM = 1440 / 25.4
WIDE, HIGH = round(210 * MM), round(297 * MM)
MARGIN = round(20 * MM)
HEADER_TOP, FOOTER_BOTTOM = round(10 * MM), round(9 * MM)
BLACK, DARK, GREY, HAIR, SHADE, COVER = "#000000", "#404040", "#595959", "#A6A6A6", "#EFEFEF", "#1F3A5F"
BASE_LINE = 0.8
"""Where the base line stands in a line of exact height: as word processors do it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The measures of a role; ``left`` is the indent, by which a mark before the text hangs."""

    size: int
    line: int
    before: int = 0
    after: int = 0
    bold: bool = False
    colour: str = BLACK
    left: int = 0
    centred: bool = False
    keep: bool = False
    """Stays with what follows, and its lines together."""


def _points(
    size: float,
    line: float,
    before: float = 0,
    after: float = 0,
    *,
    bold: bool = False,
    colour: str = BLACK,
    left: int = 0,
    centred: bool = False,
    keep: bool = False,
) -> Measure:
    lengths = (round(length * POINT) for length in (size, line, before, after))
    return Measure(*lengths, bold=bold, colour=colour, left=left, centred=centred, keep=keep)


_HANGING = 227
MEASURES: dict[Style, Measure] = {
    Style.NORMAL: _points(10, 15),
    Style.TITLE: _points(20, 28, 4, bold=True, keep=True),
    Style.SUBTITLE: _points(12, 19, 2, colour=DARK, keep=True),
    Style.COLUMN_SUBTITLE: _points(10.5, 16, 4, colour=DARK),
    Style.HEADING_1: _points(13, 20, 17, 4, bold=True, keep=True),
    Style.HEADING_2: _points(11, 17, 11, 3, bold=True, keep=True),
    Style.HEADING_3: _points(10, 15, 9, 2, bold=True, keep=True),
    Style.DAY_HEADING: _points(11, 17, 11, 3, bold=True, keep=True),
    Style.OVERLINE: _points(9, 14, colour=GREY, keep=True),
    Style.COVER_RULE: _points(1, 9, 0, 7, keep=True),
    Style.CELL: _points(10, 15),
    Style.ITEM_TITLE: _points(10, 15, bold=True),
    Style.SECOND_LANGUAGE: _points(9, 14, colour=DARK),
    Style.TALK: _points(9.5, 15, 4, left=_HANGING),
    Style.TALK_SECOND: _points(9, 14, colour=DARK, left=_HANGING),
    Style.SPEAKER: _points(9, 14),
    Style.TALK_SPEAKER: _points(9, 14, left=_HANGING),
    Style.TABLE_HEAD: _points(9, 15, bold=True),
    Style.TIME: _points(10, 15),
    Style.CELL_SMALL: _points(9, 15),
    Style.DAY_ROW: _points(10.5, 16, 2, bold=True),
    Style.CLOSE: _points(10, 13),
    Style.CLOSE_TITLE: _points(10, 13, bold=True),
    Style.CLOSE_SECOND: _points(9, 12, colour=DARK),
    Style.CLOSE_SMALL: _points(9, 13),
    Style.CLOSE_DAY_ROW: _points(10.5, 14, 1, bold=True),
    Style.NOTE: _points(8.5, 13, 4, colour=GREY),
    Style.BODY: _points(10, 17, 0, 4),
    Style.LETTER: _points(11, 20),
    Style.LETTER_HEAD: _points(18, 28, 0, 10, bold=True, centred=True),
    Style.LETTER_SIGNATORY: _points(16, 26, 20, bold=True, centred=True),
    Style.SIGNATURE: _points(10, 17, 57),
    Style.PLATE_NAME: _points(66, 80, bold=True, centred=True),
    Style.PLATE_SECOND: _points(24, 32, centred=True),
    Style.PLATE_POST: _points(24, 32, centred=True),
}
MARGIN_LINE = _points(8.5, 13, colour=GREY)
"""The lines at the head and foot of a page."""


class Face(NamedTuple):
    """What a run is painted in, besides its language."""

    size: int
    bold: bool
    colour: str


_SECOND_BESIDE: dict[Style, tuple[float | None, str | None]] = {
    Style.TITLE: (12, DARK),
    Style.HEADING_1: (10.5, None),
    Style.HEADING_2: (9.5, None),
    Style.DAY_HEADING: (9.5, None),
    Style.HEADING_3: (None, None),
    Style.DAY_ROW: (9.5, None),
    Style.CLOSE_DAY_ROW: (9.5, None),
    Style.TABLE_HEAD: (None, None),
}


def face(style: Style, look: Look, measure: Measure) -> Face:
    """Return what a run is painted in, from its paragraph and how it differs from that."""
    size, bold, colour = measure.size, measure.bold, measure.colour
    if look is Look.STRONG:
        return Face(size, True, colour)
    if look is Look.LIGHT:
        return Face(size, False, colour)
    if look is Look.SECOND:
        points, other = _SECOND_BESIDE.get(style, (9, DARK))
        return Face(size if points is None else round(points * POINT), False, other or colour)
    if look is Look.QUIET:
        return Face(size, bold, GREY)
    if look is Look.SMALL:
        return Face(round(7.5 * POINT), bold, colour)
    if look is Look.MARK:
        return Face(round(8.5 * POINT), False, GREY)
    return Face(size, bold, colour)


class Stroke(NamedTuple):
    """A horizontal line."""

    width: int
    colour: str


HAIRLINE, STRONG, THICK = Stroke(10, HAIR), Stroke(15, BLACK), Stroke(20, BLACK)
COVER_STROKE, SIGNATURE_STROKE = Stroke(45, COVER), Stroke(10, BLACK)
SIGNATURE_SPACE = 4 * POINT


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines and the padding of a kind of table."""

    outer: Stroke | None
    inner: Stroke | None
    padding: int
    right: int = 113


FRAMES: dict[TableKind, Frame] = {
    TableKind.STANDARD: Frame(THICK, HAIRLINE, 57),
    TableKind.DENSE: Frame(THICK, HAIRLINE, 23),
    TableKind.FACTS: Frame(None, HAIRLINE, 57),
    TableKind.PLAIN: Frame(None, None, 0),
    TableKind.STRIP: Frame(STRONG, None, 57),
    TableKind.PARALLEL: Frame(THICK, HAIRLINE, 57, 227),
}
LAST_RIGHT = 113
"""The last column of equal languages needs no wider gap."""
TAIL, TABLE_GAP = 20, 280
PICTURE_SPACE = 80
