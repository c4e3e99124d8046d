"""The list model of painted rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.widgets.rows.values import Group, ListRow

if TYPE_CHECKING:
    from collections.abc import Sequence

ROW_ROLE = Qt.ItemDataRole.UserRole + 1


class RowsModel(QAbstractListModel):
    """Heads of groups and rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Group | ListRow] = ()
        self._at: dict[tuple[str, str], int] = {}

    def show_rows(self, rows: Sequence[Group | ListRow]) -> bool:
        """Exchange the rows; tell whether only their contents changed, so that the selection stays."""
        keys = [_key(row) for row in rows]
        if keys == [_key(row) for row in self._rows]:
            changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
            self._rows = rows
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return True
        self.beginResetModel()
        self._rows = rows
        self._at = {key: at for at, key in reversed(list(enumerate(keys)))}
        self.endResetModel()
        return False

    def shown(self) -> Sequence[Group | ListRow]:
        """Return all rows."""
        return self._rows

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
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return row.spoken()
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Keep heads that stand for nothing from being selected."""
        row = self._rows[index.row()]
        if isinstance(row, Group) and not row.table:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def row(self, at: int) -> Group | ListRow:
        """Return a row."""
        return self._rows[at]

    def index_of(self, table: str, row_id: str) -> QModelIndex:
        """Return where a row stands."""
        at = self._at.get((table, row_id))
        return QModelIndex() if at is None else self.index(at)

    def nearest(self, at: int) -> tuple[str, str]:
        """Return table and id of the row that stands nearest to a place, or two empty strings."""
        found = [(abs(here - at), row) for here, row in enumerate(self._rows) if isinstance(row, ListRow)]
        if not found:
            return "", ""
        row = min(found, key=lambda pair: pair[0])[1]
        return row.table, row.id

    def head_above(self, at: int) -> int:
        """Return the place of the head under which a row stands, -1 where there is none."""
        while at >= 0 and not isinstance(self._rows[at], Group):
            at -= 1
        return at

    def next_in_group(self, at: int) -> str | None:
        """Return the id of the row behind a row in its group; None at the end."""
        if at + 1 < len(self._rows):
            row = self._rows[at + 1]
            return row.id if isinstance(row, ListRow) else None
        return None


def _key(row: Group | ListRow) -> tuple[str, str]:
    return (row.table or "group", row.key) if isinstance(row, Group) else (row.table, row.id)
