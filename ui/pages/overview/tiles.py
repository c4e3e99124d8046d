"""How much there is in each section, as a row of buttons that lead there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.style import measures
from ui.style.icons import NORMAL
from ui.style.paint import Ink, box, runs, start, width
from ui.widgets.button import Pressable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.style.theme import Theme

_HIGH = 62


@dataclass(frozen=True, slots=True)
class Fact:
    """A section: its code, an icon, how much there is, what it is called, and what is still open."""

    code: str
    icon: str
    number: str
    text: str
    open: str = ""


class Tile(Pressable):
    """A number with its words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.fact = Fact("", "", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_fact(self, fact: Fact) -> None:
        """Show how much there is."""
        self.fact = fact
        said = ", ".join(part for part in (fact.text, fact.number, fact.open) if part)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the words."""
        return QSize(self._room(), _HIGH)

    def minimumSizeHint(self) -> QSize:
        """Return the room for number and name: what is open may be left out."""
        return QSize(self._room(), _HIGH)

    def _room(self) -> int:
        named = width(self.theme, Ink(self.fact.text, "", 12)) + NORMAL + 6
        number = width(self.theme, Ink(self.fact.number, "", 20, True))
        return round(max(named, number) + 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, name, number and what is open."""
        del event
        tokens = self.theme.tokens
        painter = QPainter(self)
        start(painter)
        area = QRectF(self.rect())
        ground = tokens.press if self.isDown() else tokens.hover2 if self.hovered else tokens.raised
        box(painter, area, measures.RADIUS_CARD, ground, tokens.edge)
        self.theme.icons.paint(painter, self.fact.icon, tokens.text2, 12, 10)
        runs(
            painter,
            self.theme,
            [Ink(self.fact.text, tokens.text2, 12)],
            12 + NORMAL + 6,
            22,
            area.width() - 4,
        )
        inks = [
            Ink(self.fact.number, tokens.text, 20, True),
            Ink(self.fact.open, tokens.warn.ink, 12, gap=8),
        ]
        runs(painter, self.theme, inks, 12, 51, area.width() - 6)
        painter.end()


class Tiles(QWidget):
    """All sections that have something to count."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tiles: list[Tile] = []
        self._count = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(measures.MARGIN, 4, measures.MARGIN, 8)
        self._row.setSpacing(measures.GAP)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show facts, in tiles that are kept."""
        while len(self.tiles) < len(facts):
            tile = Tile(self._theme)
            tile.clicked.connect(lambda _on=False, tile=tile: self.opened.emit(tile.fact.code))
            self.tiles.append(tile)
            self._row.addWidget(tile)
        for tile, fact in zip(self.tiles, facts, strict=False):
            tile.show_fact(fact)
        self._count = len(facts)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a small width: what does not fit is cut at the right, where the panel is."""
        return QSize(100, _HIGH + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        left = self.width() - 2 * measures.MARGIN
        for at, tile in enumerate(self.tiles):
            left -= tile.sizeHint().width() + measures.GAP
            tile.setVisible(at < self._count and left >= -measures.GAP)
