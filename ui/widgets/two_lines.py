"""A plain list of two lines a row: what it is, and a word about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QRectF,
    QSize,
    Signal,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.style import measures
from ui.style.paint import Ink, runs
from ui.widgets.listing import Listing
from ui.widgets.painted import ROW_ROLE, Index, RowDelegate, RowModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ui.style.theme import Theme

_PAD = 18


class TwoLines(NamedTuple):
    """One row."""

    id: str
    text: str
    detail: str = ""
    tip: str = ""


class _Model(RowModel[TwoLines]):
    def spoken(self, row: TwoLines) -> str:
        return f"{row.text}, {row.detail}"

    def tip(self, row: TwoLines) -> str:
        return row.tip


class _Delegate(RowDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(120, measures.ROW_TWO)

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        line, tokens = index.data(ROW_ROLE), self._theme.tokens
        selected = self.paint_ground(painter, area, state)
        left, right = area.left() + _PAD, area.right() - _PAD
        runs(painter, self._theme, [Ink(line.text, tokens.text, 14, selected)], left, area.top() + 21, right)
        runs(painter, self._theme, [Ink(line.detail, tokens.text2, 12)], left, area.top() + 40, right)


class TwoLineList(Listing):
    """Rows of two lines; ``picked`` is emitted with the id of the row that was selected."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Model(self)
        self.setModel(self._lines)
        self.setItemDelegate(_Delegate(theme, self))
        self.selectionModel().currentChanged.connect(self._moved)

    def show_lines(self, lines: Sequence[TwoLines]) -> None:
        """Show other rows and select the first."""
        self._lines.exchange(lines)
        if lines:
            self.setCurrentIndex(self._lines.index(0))

    def count(self) -> int:
        """Return how many rows there are."""
        return self._lines.rowCount()

    def select(self, at: int) -> None:
        """Select a row."""
        self.setCurrentIndex(self._lines.index(at))

    def _moved(self, current: QModelIndex) -> None:
        line = current.data(ROW_ROLE)
        if isinstance(line, TwoLines):
            self.picked.emit(line.id)
