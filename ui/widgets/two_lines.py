"""A plain list of two lines a row: what it is, and a word about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.style import measures
from ui.style.paint import Ink, box, runs, start
from ui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ui.style.theme import Theme

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_PAD = 18


class TwoLines(NamedTuple):
    """One row."""

    id: str
    text: str
    detail: str = ""
    tip: str = ""


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[TwoLines] = ()

    def show_lines(self, lines: Sequence[TwoLines]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == ROW_ROLE:
            return line
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return f"{line.text}, {line.detail}"
        return line.tip if role == Qt.ItemDataRole.ToolTipRole else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: Listing) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(120, measures.ROW_TWO)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(ROW_ROLE)
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        tokens = self._theme.tokens
        painter.save()
        start(painter)
        inset = area.adjusted(measures.INSET, 1, -measures.INSET, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            box(painter, inset, measures.RADIUS, tokens.select)
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, inset, measures.RADIUS, tokens.hover)
        if state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            box(painter, inset, measures.RADIUS, "", tokens.accent, 2)
        left, right = area.left() + _PAD, area.right() - _PAD
        runs(painter, self._theme, [Ink(line.text, tokens.text, 14, selected)], left, area.top() + 21, right)
        runs(painter, self._theme, [Ink(line.detail, tokens.text2, 12)], left, area.top() + 40, right)
        painter.restore()


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
        self._lines.show_lines(lines)
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
