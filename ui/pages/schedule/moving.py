"""Moving, copying and changing several entries of the schedule."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from models.text.dates import clock_range
from ui.deeds import Deed
from ui.pages.schedule.rows import Row, leading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.edits import Edit
    from ui.pages.schedule.page import SchedulePage
    from ui.values import ItemView

_MIME = "application/x-parley-entries"


class Moving(QObject):
    """Listens to the list and asks for what the user does to entries there."""

    def __init__(self, page: SchedulePage) -> None:
        super().__init__(page)
        self._page = page
        view = page.list
        view.dropped.connect(self.drop)
        view.stepped.connect(self.step)
        view.copied.connect(self.copy)
        view.pasted.connect(self.paste)
        view.duplicated.connect(self.duplicate)
        view.removed_all.connect(self.remove)

    def drop(self, keys: Sequence[str], day: date, before: str | None) -> None:
        """Put entries on a day; those that have a time stand in its order there."""
        items = self._items(keys)
        words = self._page.words
        if not items or words is None:
            return
        if all(item.date == day and item.start for item in items):
            self._page.hands.tell(
                words.say_in("schedule", "Entries of a day stand in the order of their times.")
            )
            return
        self._to_day([item.id for item in items], day, before)

    def step(self, keys: Sequence[str], by: int) -> None:
        """Move an entry without a time past its neighbour, all others to the day before or after."""
        items = self._items(keys)
        if not items:
            return
        rows = self._page.list.rows
        if len(items) == 1 and items[0].start is None:
            at = rows.index_of("schedule_item", items[0].id).row()
            day = [
                row.item.id for row in rows.shown() if isinstance(row, Row) and row.item.date == items[0].date
            ]
            place = day.index(items[0].id)
            if 0 <= place + by < len(day) and at >= 0:
                behind = place + by if by < 0 else place + 2
                before = day[behind] if behind < len(day) else None
                self._to_day([items[0].id], items[0].date, before)
                return
        dates = rows.dates()
        edge = items[0].date if by < 0 else items[-1].date
        place = dates.index(edge) + by if edge in dates else -1
        if 0 <= place < len(dates):
            first = items[0].date + (dates[place] - edge)
            self._to_day([item.id for item in items], first, None)

    def copy(self, keys: Sequence[str], cut: bool) -> None:
        """Put entries on the clipboard, also as text."""
        items, view, words = self._items(keys), self._page.view, self._page.words
        if not items or view is None or words is None:
            return
        kept = {"visit": view.id, "keys": [item.id for item in items], "cut": cut}
        lines: list[str] = []
        for item in items:
            title = leading(item.title, view, words)
            times = clock_range(item.start, item.end, words.language, days=item.end_day)
            lines.append(f"{times} {title.text if title else words.say('Untitled')}".strip())
        data = QMimeData()
        data.setData(_MIME, QByteArray(json.dumps(kept).encode()))
        data.setText("\n".join(lines))
        QGuiApplication.clipboard().setMimeData(data)

    def paste(self) -> None:
        """Put what is on the clipboard onto the day that is selected; nothing else is taken."""
        data = QGuiApplication.clipboard().mimeData()
        day, view = self._page.list.here(), self._page.view
        if view is None or day is None or self._page.hands.read_only():
            return
        if not data.hasFormat(_MIME):
            return
        kept: Mapping[str, Any] = json.loads(bytes(data.data(_MIME).data()))
        keys: Sequence[str] = kept["keys"]
        arguments = {"keys": keys, "date": day, "visit_id": view.id}
        if kept["cut"]:
            QGuiApplication.clipboard().clear()
            if kept["visit"] == view.id:
                self._to_day(keys, day, None)
                return
            moved = Deed("schedule_item.to_visit", arguments)
            self._page.hands.do(moved, lambda _none: self._select(tuple(keys)))
            return
        self._page.hands.do(Deed("schedule_item.copy", arguments), self._select)

    def duplicate(self, keys: Sequence[str]) -> None:
        """Copy entries to just behind themselves."""
        if keys and not self._page.hands.read_only():
            self._page.hands.do(Deed("schedule_item.copy", {"keys": list(keys)}), self._select)

    def remove(self, keys: Sequence[str]) -> None:
        """Remove entries at once; a toast offers to have them back."""
        if keys and not self._page.hands.read_only():
            self._page.hands.do(Deed("schedule_item.remove_all", {"keys": list(keys)}))

    def shift(self, keys: Sequence[str], minutes: int, days: int) -> None:
        """Move entries by minutes or days."""
        if keys and (minutes or days) and not self._page.hands.read_only():
            arguments = {"keys": list(keys), "minutes": minutes, "days": days}
            self._page.hands.do(
                Deed("schedule_item.shift", arguments), lambda _none: self._select(tuple(keys))
            )

    def set_all(self, keys: Sequence[str], values: Mapping[str, Any]) -> None:
        """Set the same fields of entries."""
        if keys and not self._page.hands.read_only():
            self._page.hands.do(Deed("schedule_item.edit_all", {"keys": list(keys), "values": values}))

    def offer_to_follow(self, edit: Edit) -> None:
        """A day was put on another date: offer to take its entries along."""
        words, before, after = self._page.words, edit.shown.get("date"), edit.values.get("date")
        view = self._page.view
        if words is None or view is None or not isinstance(before, date) or not isinstance(after, date):
            return
        keys = [item.id for day in view.days if day.date == before for item in day.items]
        if keys and before != after:
            text = words.count(
                "{number} entry stays on its date", "{number} entries stay on their date", len(keys)
            )
            self._page.hands.tell(
                text, words.say_in("schedule", "Move along"), lambda: self._to_day(keys, after, None)
            )

    def _to_day(self, keys: Sequence[str], day: date, before: str | None) -> None:
        if self._page.hands.read_only():
            return
        arguments = {"keys": list(keys), "date": day, "before": before}
        self._page.hands.do(Deed("schedule_item.to_day", arguments), lambda _none: self._select(tuple(keys)))

    def _select(self, keys: Sequence[str]) -> None:
        if len(keys) == 1 and self._page.beside.is_open():
            self._page.select("schedule_item", keys[0])
        else:
            self._page.list.select_entries(keys)

    def _items(self, keys: Sequence[str]) -> list[ItemView]:
        found = [item for key in keys if (item := self._page.item(key)) is not None]
        return sorted(found, key=lambda item: item.date)
