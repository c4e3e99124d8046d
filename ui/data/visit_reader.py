"""Reading a visit, after a save only what has changed of it, and looking for findings; on the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.rules.findings.engine import Looked, look_at_texts, look_over
from models.rules.zones import slot_at_home
from models.store.refresh import is_text
from models.tables import Place, Visit
from ui.data.views import finding_views, visit_view, with_findings

if TYPE_CHECKING:
    import datetime as dt

    from models.store import Database
    from models.tables import Row
    from ui.values import DayView, ItemView, VisitView

_OF_NO_ENTRY = frozenset(
    {"author", "delegate", "leg", "stay", "room", "task", "visit_contact", "visit", "visit_day"}
)
"""Tables of which an entry of a day shows nothing."""
_OF_ENTRIES = frozenset({"author", "schedule_item", "presentation"})
"""Tables of which nothing is shown outside the entries they belong to."""


class VisitReader:
    """Keeps the visit that was read last, with all rows that came with it."""

    def __init__(self) -> None:
        self._loaded: Visit | None = None
        self._rows: dict[tuple[str, str], Row] = {}
        self._places: list[Place] = []
        self._view: VisitView | None = None
        self._looked: Looked | None = None
        self._texts_of: set[str] | None = None
        """The tables of which texts have changed since findings were looked for; None where anything has."""

    def read(
        self,
        database: Database,
        visit_id: str,
        home: str | None,
        known: VisitView | None,
        touched: frozenset[tuple[str, str]] | None,
    ) -> VisitView:
        """Read a visit; where the rows that were written since are known, only these."""
        same = known if known is not None and known.id == visit_id else None
        kept = self._refreshed(database, visit_id, touched) if same is not None else None
        if kept is None:
            self._loaded, self._rows = database.load_with_rows(Visit, visit_id)
            self._texts_of = None
            self._places = database.rows(Place)
        assert self._loaded is not None
        self._view = visit_view(
            self._loaded,
            self._places,
            home,
            read_only=not database.writable,
            found=same.findings if same else (),
            rows=self._rows,
            kept=kept,
            same=self._same_days(kept, touched),
        )
        return self._view

    def _refreshed(
        self, database: Database, visit_id: str, touched: frozenset[tuple[str, str]] | None
    ) -> dict[str, ItemView] | None:
        """Bring the loaded visit up to date; return the entries that stay, None where all is to be read."""
        if touched is None or self._view is None or self._loaded is None or self._loaded.id != visit_id:
            return None
        fields = (
            None if any(table == "place" for table, _ in touched) else database.refresh(self._rows, touched)
        )
        if fields is None:
            return None
        if ("visit", "time_zone") in fields:
            return {}
        if self._texts_of is not None and all(is_text(table, name) for table, name in fields):
            self._texts_of |= {table for table, _name in fields}
        else:
            self._texts_of = None
        changed: set[str] = set()
        for table, key in touched:
            row: Any = self._rows.get((table, key))
            if table == "schedule_item":
                changed.add(key)
            elif table == "presentation":
                changed.add(row.item_id)
            elif table not in _OF_NO_ENTRY:
                return {}
        items = (item for day in self._view.days for item in day.items)
        return {item.id: item for item in items if item.id not in changed}

    def _same_days(
        self, kept: dict[str, ItemView] | None, touched: frozenset[tuple[str, str]] | None
    ) -> dict[dt.date, DayView]:
        """Return the days of which nothing has changed."""
        if not kept or touched is None or self._view is None:
            return {}
        if any(table not in _OF_ENTRIES for table, _ in touched):
            return {}
        zone = self._view.zone
        rows = [row for table, key in touched if (row := self._entry(table, key)) is not None]
        changed = {slot_at_home(row, zone).date for row in rows}
        return {
            day.date: day
            for day in self._view.days
            if day.date not in changed and all(item.id in kept for item in day.items)
        }

    def _entry(self, table: str, key: str) -> Any:
        """Return the entry that a touched row is, or to which it belongs."""
        row: Any = self._rows.get((table, key)) if table != "author" else None
        if row is None or table == "schedule_item":
            return row
        return self._rows.get(("schedule_item", row.item_id))

    def loaded(self, visit_id: str) -> Visit | None:
        """Return the visit that was read last, if it is this one."""
        return self._loaded if self._loaded is not None and self._loaded.id == visit_id else None

    def look_over(self, view: VisitView) -> VisitView | None:
        """Look for findings in the visit that was read last.

        Nothing where it was read again since, and where there is nothing new to show.
        """
        if self._loaded is None or view is not self._view:
            return None
        if self._looked is not None and self._texts_of is not None:
            self._looked = look_at_texts(self._looked, self._texts_of)
        else:
            self._looked = look_over(self._loaded)
        self._texts_of = set()
        shown = view.findings
        if all(one.visit is self._loaded for one in shown) and self._looked.found == tuple(
            one.finding for one in shown
        ):
            return None
        return with_findings(view, finding_views(self._looked.found, self._loaded))
