"""The list model of the schedule: days, their entries, and journeys among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from ui.pages.schedule.rows import Head, Journey, Row
from ui.widgets.painted import RowModel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QObject

    Key = tuple[str, str]


class ScheduleModel(RowModel["Head | Row | Journey"]):
    """Rows of the schedule; each is known by its table and id.

    Every row can be selected: days and entries are edited beside, journeys opened elsewhere.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at: dict[Key, int] = {}

    def show_rows(self, rows: Sequence[Head | Row | Journey]) -> bool:
        """Exchange the rows; tell whether only their contents changed, so that the selection stays."""
        if self.exchange_alike(rows, key_of):
            return True
        self._at = {key_of(row): at for at, row in enumerate(rows)}
        return False

    def tip(self, row: Head | Row | Journey) -> str:
        """Say all of a row where there is no room for it."""
        return row.spoken()

    def index_of(self, table: str, row_id: str) -> QModelIndex:
        """Return where a row stands."""
        at = self._at.get((table, row_id))
        return QModelIndex() if at is None else self.index(at)

    def nearest(self, at: int) -> Key:
        """Return table and id of the entry that stands nearest to a row, or two empty strings."""
        found = [(abs(here - at), here) for here, row in enumerate(self.rows) if isinstance(row, Row)]
        return key_of(self.rows[min(found)[1]]) if found else ("", "")

    def head_above(self, at: int) -> int:
        """Return the row of the head under which a row stands, -1 where there is none."""
        while at >= 0 and not isinstance(self.rows[at], Head):
            at -= 1
        return at

    def date_at(self, at: int) -> date | None:
        """Return the day to which a row belongs."""
        above = self.head_above(at)
        head = self.rows[above] if above >= 0 else None
        return head.day.date if isinstance(head, Head) else None

    def entry_from(self, at: int) -> str:
        """Return the id of the first entry at a row or behind it on the same day, or an empty string."""
        while at < len(self.rows) and not isinstance(self.rows[at], Head):
            row = self.rows[at]
            if isinstance(row, Row):
                return row.item.id
            at += 1
        return ""

    def dates(self) -> list[date]:
        """Return the days in their order."""
        return [row.day.date for row in self.rows if isinstance(row, Head)]


def key_of(row: Head | Row | Journey) -> Key:
    """Return table and id of a row."""
    if isinstance(row, Head):
        return "visit_day", row.day.id
    return ("schedule_item", row.item.id) if isinstance(row, Row) else ("leg", row.leg.id)
