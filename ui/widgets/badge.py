"""Badges: an icon and two or three words on a tint, or a border alone for a plain category."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import measures
from ui.style.icons import SMALL
from ui.style.paint import Ink, base_in, box, runs, start, width
from ui.style.tokens import Severity, Tinted

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme

ICONS = {
    Severity.ERROR: "circle-alert",
    Severity.WARN: "triangle-alert",
    Severity.NOTE: "info",
    Severity.OK: "circle-check",
}
_PAD = 6


class Mark(NamedTuple):
    """What a badge says."""

    text: str
    icon: str = ""
    bold: bool = False
    language: str = ""


def badge_width(theme: Theme, mark: Mark) -> float:
    """Return how wide a badge is."""
    words = width(theme, Ink(mark.text, "", 12, mark.bold, mark.language))
    return words + 2 * _PAD + (SMALL + 4 if mark.icon else 0)


def paint_badge(  # noqa: PLR0917 - coordinates
    painter: QPainter, theme: Theme, mark: Mark, colours: Tinted, x: float, y: float, *, border: bool = False
) -> float:
    """Paint a badge with its upper left corner at a point; return its right end."""
    wide = badge_width(theme, mark)
    area = QRectF(x, y, wide, measures.BADGE)
    if border:
        box(painter, area, measures.RADIUS_BADGE, "", theme.tokens.edge)
    else:
        box(painter, area, measures.RADIUS_BADGE, colours.ground)
    left = x + _PAD
    if mark.icon:
        theme.icons.paint(painter, mark.icon, colours.ink, left, y + (measures.BADGE - SMALL) / 2, SMALL)
        left += SMALL + 4
    base = base_in(theme, y, measures.BADGE, 12, bold=mark.bold, language=mark.language)
    runs(
        painter, theme, [Ink(mark.text, colours.ink, 12, mark.bold, mark.language)], left, base, x + wide + 8
    )
    return x + wide


class Badge(QWidget):
    """A badge as a widget; ``colour`` names a tinted token."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = Mark("")
        self._colour = "note"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, mark: Mark, colour: str) -> None:
        """Set what the badge says and its colour."""
        self._mark, self._colour = mark, colour
        self.setAccessibleName(mark.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it takes."""
        return QSize(round(badge_width(self._theme, self._mark)) + 1, measures.BADGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        del event
        painter = QPainter(self)
        start(painter)
        paint_badge(painter, self._theme, self._mark, getattr(self._theme.tokens, self._colour), 0, 0)
        painter.end()
