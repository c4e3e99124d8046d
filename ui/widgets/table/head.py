"""The head of a large list: painted by the tokens, with the columns to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.style import measures
from ui.style.icons import SMALL
from ui.style.paint import Ink, base_in, rule, runs, runs_right, start, width
from ui.widgets.table.model import SIDE_ROLE
from ui.widgets.table.spec import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ui.style.theme import Theme

HEAD = 32
PAD = 12


def inner(area: QRectF, *, first: bool, last: bool) -> tuple[float, float]:
    """Return where the text of a cell begins and ends: the outer columns on the margins of the page."""
    # In the head of the last column stands the button that chooses columns.
    return area.left() + (measures.MARGIN if first else PAD), area.right() - (
        PAD + measures.MARGIN if last else PAD
    )


class Head(QHeaderView):
    """A row of labels; a press sorts, a drag moves or widens."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setFixedHeight(HEAD)
        self.setMinimumSectionSize(56)
        self.setStretchLastSection(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def first(self) -> int:
        """Return the column that stands first, or -1."""
        return next(self._shown(range(self.count())), -1)

    def last(self) -> int:
        """Return the column that stands last, or -1."""
        return next(self._shown(reversed(range(self.count()))), -1)

    def _shown(self, places: Iterable[int]) -> Iterator[int]:
        columns = (self.logicalIndex(place) for place in places)
        return (column for column in columns if not self.isSectionHidden(column))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Paint one label, and how the list is sorted."""
        tokens = self._theme.tokens
        area = QRectF(rect)
        painter.save()
        start(painter)
        painter.fillRect(area, tokens.surface)
        label = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        ink = Ink(label, tokens.text2, 12, True)
        left, right = inner(area, first=logicalIndex == self.first(), last=logicalIndex == self.last())
        base = base_in(self._theme, area.top(), area.height() - 1, 12, bold=True)
        sorted_here = self.sortIndicatorSection() == logicalIndex
        room = SMALL + 4 if sorted_here else 0
        side = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, SIDE_ROLE)
        if side is Side.RIGHT and width(self._theme, ink) <= right - left - room:
            runs_right(painter, self._theme, [ink], right, base)
            end = right - width(self._theme, ink) - room - 2
        else:
            end = runs(painter, self._theme, [ink], left, base, right - room) + 4
        if sorted_here:
            self._paint_arrow(painter, end, area)
        rule(painter, area.left(), area.bottom() - 1, area.width(), tokens.line)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, x: float, area: QRectF) -> None:
        icons, colour = self._theme.icons, self._theme.tokens.accent
        y = area.top() + (area.height() - SMALL) / 2
        if self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder:
            icons.paint(painter, "chevron-down", colour, x, y, SMALL)
            return
        painter.save()
        painter.translate(x + SMALL / 2, y + SMALL / 2)
        painter.rotate(180)
        icons.paint(painter, "chevron-down", colour, -SMALL / 2, -SMALL / 2, SMALL)
        painter.restore()
