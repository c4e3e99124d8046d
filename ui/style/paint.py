"""Small helps for painters: rounded boxes with sharp borders, lines, and runs of text on one base line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFontMetricsF

    from ui.style.theme import Theme

_LEAST = 8


class Ink(NamedTuple):
    """A run of text as it is painted."""

    text: str
    colour: str
    size: int = 13
    bold: bool = False
    language: str = ""
    gap: float = 0.0  # room before the run


def start(painter: QPainter) -> None:
    """Set what every painter here needs."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)


def box(  # noqa: PLR0917 - coordinates
    painter: QPainter,
    area: QRectF,
    radius: float,
    ground: str = "",
    edge: str = "",
    width: float = 1.0,
    *,
    dash: bool = False,
) -> None:
    """Fill and border a rounded box; the border lies inside the area."""
    painter.save()
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    if edge:
        pen = QPen(QColor(edge), width)
        if dash:
            pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        area = area.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(area, radius, radius)
    painter.restore()


def rule(painter: QPainter, x: float, y: float, length: float, colour: str) -> None:
    """Draw a horizontal line of one pixel; filled, because drawn lines blur at odd ratios."""
    painter.fillRect(QRectF(x, y, length, 1), QColor(colour))


def width(theme: Theme, ink: Ink) -> float:
    """Return how wide a run is, without its gap."""
    return theme.metrics(ink.size, bold=ink.bold, language=ink.language).horizontalAdvance(ink.text)


def runs(  # noqa: PLR0917 - coordinates
    painter: QPainter, theme: Theme, inks: Iterable[Ink], x: float, base: float, right: float
) -> float:
    """Paint runs from x on one base line, the last that fits elided; return where they end."""
    for ink in inks:
        if not ink.text:
            continue
        x += ink.gap
        metrics = theme.metrics(ink.size, bold=ink.bold, language=ink.language)
        text = fitted(metrics, ink.text, right - x)
        if not text:
            return x
        painter.setFont(theme.font(ink.size, bold=ink.bold, language=ink.language))
        painter.setPen(QColor(ink.colour))
        painter.drawText(QPointF(x, base), text)
        x += metrics.horizontalAdvance(text)
    return x


def paragraph(painter: QPainter, theme: Theme, ink: Ink, area: QRectF) -> None:
    """Paint a text at the top of an area, in as many lines as it needs."""
    painter.setFont(theme.font(ink.size, bold=ink.bold, language=ink.language))
    painter.setPen(QColor(ink.colour))
    painter.drawText(area, int(Qt.TextFlag.TextWordWrap), ink.text)


def fitted(metrics: QFontMetricsF, text: str, room: float) -> str:
    """Return as much of a text as there is room for: all of it, its beginning, or nothing."""
    if room <= _LEAST:
        return ""
    if metrics.horizontalAdvance(text) <= room:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def runs_right(painter: QPainter, theme: Theme, inks: Iterable[Ink], right: float, base: float) -> float:
    """Paint runs that end at ``right``; return where they begin."""
    kept = [ink for ink in inks if ink.text]
    left = right - sum(width(theme, ink) + ink.gap for ink in kept)
    runs(painter, theme, kept, left, base, right + 2)
    return left


def base_in(
    theme: Theme, top: float, height: float, size: int = 13, *, bold: bool = False, language: str = ""
) -> float:
    """Return the base line that centres the glyphs (not the tall line box of CJK faces) in a band."""
    metrics = theme.metrics(size, bold=bold, language=language)
    return top + (height + metrics.capHeight()) / 2
