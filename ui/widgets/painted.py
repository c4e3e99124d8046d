"""What painted lists share: the model of their rows, and the ground on which a row is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from ui.style import measures
from ui.style.paint import box, start

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.style.theme import Theme
    from ui.widgets.listing import Listing

Index = QModelIndex | QPersistentModelIndex
RowT = TypeVar("RowT")

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""Under this role a model hands out the row itself."""
_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class RowModel(QAbstractListModel, Generic[RowT]):
    """Rows as they are painted and spoken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[RowT] = ()

    def shown(self) -> Sequence[RowT]:
        """Return all rows."""
        return self.rows

    def row(self, at: int) -> RowT:
        """Return a row."""
        return self.rows[at]

    def exchange(self, rows: Sequence[RowT]) -> None:
        """Exchange all rows; nothing stays selected."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def exchange_alike(self, rows: Sequence[RowT], key: Callable[[RowT], object]) -> bool:
        """Exchange the rows; tell whether only their contents changed, so that the selection stays."""
        if len(rows) != len(self.rows) or not all(
            row is before or key(row) == key(before) for row, before in zip(rows, self.rows, strict=True)
        ):
            self.exchange(rows)
            return False
        changed = [at for at, row in enumerate(rows) if row is not self.rows[at] and row != self.rows[at]]
        self.rows = rows
        for at in changed:
            self.dataChanged.emit(self.index(at), self.index(at))
        return True

    def spoken(self, row: RowT) -> str:
        """Return what a screen reader says of a row."""
        said: Any = row
        return said.spoken()

    def tip(self, row: RowT) -> str:
        """Return what is told of a row where the pointer rests on it."""
        del row
        return ""

    def is_head(self, row: RowT) -> bool:
        """Tell whether a row only stands over others: it cannot be selected."""
        del row
        return False

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row, or what is said of it."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self.spoken(row)
        return (self.tip(row) or None) if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Keep heads from being selected."""
        return Qt.ItemFlag.NoItemFlags if self.is_head(self.rows[index.row()]) else _ROW


class RowDelegate(QStyledItemDelegate):
    """Paints rows whose heights are fixed."""

    def __init__(self, theme: Theme, view: Listing) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        start(painter)
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        self.paint_row(painter, area, index, state)
        painter.restore()

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        """Paint the row of an index into its area."""
        raise NotImplementedError

    def paint_ground(
        self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, *, hover: str = "", lit: bool = False
    ) -> bool:
        """Paint what shows that a row is selected, pointed at or in focus; tell whether it is selected.

        ``hover`` is the colour under the pointer where it is not the usual one; ``lit`` shows it always.
        """
        tokens = self._theme.tokens
        inset = area.adjusted(measures.INSET, 1, -measures.INSET, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            box(painter, inset, measures.RADIUS, tokens.select)
        elif lit or state & QStyle.StateFlag.State_MouseOver:
            box(painter, inset, measures.RADIUS, hover or tokens.hover)
        if state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            box(painter, inset, measures.RADIUS, "", tokens.accent, 2)
        return selected
