"""The list model of the schedule: days, their entries, and journeys among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.pages.schedule.rows import Head, Journey, Row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QModelIndex as Index

    Key = tuple[str, str]

ROW_ROLE = Qt.ItemDataRole.UserRole + 1


class ScheduleModel(QAbstractListModel):
    """Rows of the schedule; each is known by its table and id."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Head | Row | Journey] = ()
        self._at: dict[Key, int] = {}

    def show_rows(self, rows: Sequence[Head | Row | Journey]) -> bool:
        """Exchange the rows; tell whether only their contents changed, so that the selection stays."""
        if len(rows) == len(self._rows) and all(map(_same_place, rows, self._rows)):
            changed = [
                at for at, row in enumerate(rows) if row is not self._rows[at] and row != self._rows[at]
            ]
            self._rows = rows
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return True
        keys = [key_of(row) for row in rows]
        self.beginResetModel()
        self._rows = rows
        self._at = {key: at for at, key in enumerate(keys)}
        self.endResetModel()
        return False

    def shown(self) -> Sequence[Head | Row | Journey]:
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
        if role in (
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return row.spoken()
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let every row be selected: days and entries are edited beside, journeys opened elsewhere."""
        del index
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def row(self, at: int) -> Head | Row | Journey:
        """Return a row."""
        return self._rows[at]

    def index_of(self, table: str, row_id: str) -> Index:
        """Return where a row stands."""
        at = self._at.get((table, row_id))
        return QModelIndex() if at is None else self.index(at)

    def nearest(self, at: int) -> Key:
        """Return table and id of the entry that stands nearest to a row, or two empty strings."""
        found = [(abs(here - at), here) for here, row in enumerate(self._rows) if isinstance(row, Row)]
        return key_of(self._rows[min(found)[1]]) if found else ("", "")

    def head_above(self, at: int) -> int:
        """Return the row of the head under which a row stands, -1 where there is none."""
        while at >= 0 and not isinstance(self._rows[at], Head):
            at -= 1
        return at

    def date_at(self, at: int) -> date | None:
        """Return the day to which a row belongs."""
        above = self.head_above(at)
        head = self._rows[above] if above >= 0 else None
        return head.day.date if isinstance(head, Head) else None

    def entry_from(self, at: int) -> str:
        """Return the id of the first entry at a row or behind it on the same day, or an empty string."""
        while at < len(self._rows) and not isinstance(self._rows[at], Head):
            row = self._rows[at]
            if isinstance(row, Row):
                return row.item.id
            at += 1
        return ""

    def dates(self) -> list[date]:
        """Return the days in their order."""
        return [row.day.date for row in self._rows if isinstance(row, Head)]


def _same_place(row: Head | Row | Journey, before: Head | Row | Journey) -> bool:
    return row is before or key_of(row) == key_of(before)


def key_of(row: Head | Row | Journey) -> Key:
    """Return table and id of a row."""
    if isinstance(row, Head):
        return "visit_day", row.day.id
    return ("schedule_item", row.item.id) if isinstance(row, Row) else ("leg", row.leg.id)
