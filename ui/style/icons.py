"""Icons of one line style (Lucide), coloured and kept by name, size, colour and ratio of the screen."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
SMALL, NORMAL, LARGE = 14, 16, 22


class Icons:
    """A cache of pixmaps."""

    def __init__(self) -> None:
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, ratio: float, size: int = NORMAL) -> QPixmap:
        """Return an icon in a colour, drawn for the device ratio."""
        key = (name, size, colour, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = _draw(name, size, colour, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, colour: str, size: int = NORMAL) -> QIcon:
        """Return an icon for a menu or a stock control, sharp at the usual ratios."""
        made = QIcon()
        for ratio in (1.0, 1.25, 1.5, 2.0):
            made.addPixmap(self.pixmap(name, colour, ratio, size))
        return made

    def paint(  # noqa: PLR0917 - coordinates
        self, painter: QPainter, name: str, colour: str, x: float, y: float, size: int = NORMAL
    ) -> None:
        """Draw an icon with its upper left corner at a point."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(round(x), round(y), self.pixmap(name, colour, ratio, size))

    def clear(self) -> None:
        """Forget all pictures, as after a change of theme."""
        self._pixmaps.clear()


@cache
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")


def _draw(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    # QtSvg is not needed for the first paint.
    from PySide6.QtSvg import QSvgRenderer

    pixels = max(1, round(size * ratio))
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter = QPainter(made)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
