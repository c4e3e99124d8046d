"""The rows of a large list for Qt: asked only for what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.widgets.table.rows import Rows

ROW_ROLE = Qt.ItemDataRole.UserRole
SIDE_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class TableModel(QAbstractTableModel):
    """Reads from :class:`Rows`, which keeps the order."""

    def __init__(self, rows: Rows, parent: QObject) -> None:
        super().__init__(parent)
        self.rows = rows

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self.rows.order)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many columns there are, hidden ones too."""
        return 0 if parent.isValid() else len(self.rows.spec.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, or its row."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        column = self.rows.spec.columns[index.column()]
        if role in _TEXTS:
            text = column.text(row, self.rows.words)
            more = column.second(row, self.rows.words) if column.second is not None else ""
            return f"{text}, {more}" if more and role == Qt.ItemDataRole.AccessibleTextRole else text
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the label of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        column = self.rows.spec.columns[section]
        if role in _TEXTS:
            return column.label
        return column.align if role == SIDE_ROLE else None

    def row(self, place: int) -> Any:
        """Return the row at a place, or None."""
        order = self.rows.order
        return self.rows.rows[order[place]] if 0 <= place < len(order) else None

    def key(self, place: int) -> str:
        """Return the id of the row at a place, or an empty string."""
        row = self.row(place)
        return self.rows.spec.key(row) if row is not None else ""

    def places_of(self, keys: set[str]) -> Iterator[int]:
        """Yield where rows are shown, from the top."""
        key_of, rows = self.rows.spec.key, self.rows.rows
        return (place for place, index in enumerate(self.rows.order) if key_of(rows[index]) in keys)

    def rearrange(self, order: list[int] | None = None) -> None:
        """Tell the view that other rows stand there now."""
        self.beginResetModel()
        if order is not None:
            self.rows.order = order
        self.endResetModel()
