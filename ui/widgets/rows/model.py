"""The list model of painted rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from ui.widgets.painted import RowModel
from ui.widgets.rows.values import Group, ListRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject


class RowsModel(RowModel[Group | ListRow]):
    """Heads of groups and rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at: dict[tuple[str, str], int] = {}

    def show_rows(self, rows: Sequence[Group | ListRow]) -> bool:
        """Exchange the rows; tell whether only their contents changed, so that the selection stays."""
        if self.exchange_alike(rows, _key):
            return True
        self._at = {_key(row): at for at, row in reversed(list(enumerate(rows)))}
        return False

    def is_head(self, row: Group | ListRow) -> bool:
        """Tell whether a row is a head that stands for nothing."""
        return isinstance(row, Group) and not row.table

    def index_of(self, table: str, row_id: str) -> QModelIndex:
        """Return where a row stands."""
        at = self._at.get((table, row_id))
        return QModelIndex() if at is None else self.index(at)

    def nearest(self, at: int) -> tuple[str, str]:
        """Return table and id of the row that stands nearest to a place, or two empty strings."""
        found = [(abs(here - at), row) for here, row in enumerate(self.rows) if isinstance(row, ListRow)]
        if not found:
            return "", ""
        row = min(found, key=lambda pair: pair[0])[1]
        return row.table, row.id

    def head_above(self, at: int) -> int:
        """Return the place of the head under which a row stands, -1 where there is none."""
        while at >= 0 and not isinstance(self.rows[at], Group):
            at -= 1
        return at

    def next_in_group(self, at: int) -> str | None:
        """Return the id of the row behind a row in its group; None at the end."""
        if at + 1 < len(self.rows):
            row = self.rows[at + 1]
            return row.id if isinstance(row, ListRow) else None
        return None


def _key(row: Group | ListRow) -> tuple[str, str]:
    return (row.table or "group", row.key) if isinstance(row, Group) else (row.table, row.id)
