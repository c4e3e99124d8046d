"""The list model of the schedule: heads of days, which cannot be selected, and entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.pages.schedule.rows import Head, Journey, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex as Index

ROW_ROLE = Qt.ItemDataRole.UserRole + 1


class ScheduleModel(QAbstractListModel):
    """Rows of the schedule."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Head | Row | Journey] = ()

    def show_rows(self, rows: Sequence[Head | Row | Journey]) -> None:
        """Exchange the rows; where only their contents changed the selection stays."""
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
            self._rows = rows
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the row, or what is said of it."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return row.spoken()
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Keep heads and journeys from being selected: there is nothing to edit."""
        if not isinstance(self._rows[index.row()], Row):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def row(self, at: int) -> Head | Row | Journey:
        """Return a row."""
        return self._rows[at]

    def index_of(self, item_id: str) -> Index:
        """Return where an entry stands."""
        for at, row in enumerate(self._rows):
            if isinstance(row, Row) and row.item.id == item_id:
                return self.index(at)
        return QModelIndex()

    def nearest(self, at: int) -> str:
        """Return the id of the entry that stands nearest to a row, or an empty string."""
        ids = [(abs(here - at), row.item.id) for here, row in enumerate(self._rows) if isinstance(row, Row)]
        return min(ids)[1] if ids else ""

    def head_above(self, at: int) -> int:
        """Return the row of the head under which a row stands, -1 where there is none."""
        while at >= 0 and not isinstance(self._rows[at], Head):
            at -= 1
        return at


def _key(row: Head | Row | Journey) -> str:
    if isinstance(row, Head):
        return row.day.date.isoformat()
    return row.item.id if isinstance(row, Row) else row.leg.id
