"""Adding to the schedule: an entry after another one, of a kind, typed as a line; and a day."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from models.text.dates import clock_range
from ui import deeds
from ui.deeds import Deed
from ui.kinds import ITEM_KINDS
from ui.pages.schedule.quick import readings
from ui.widgets.typed import around
from ui.words import code_name

if TYPE_CHECKING:
    from ui.pages.schedule.page import SchedulePage
    from ui.pages.schedule.quick import Typed


class Adding(QObject):
    """Asks for what is added, and shows it."""

    def __init__(self, page: SchedulePage) -> None:
        super().__init__(page)
        self._page = page

    def add_kind(self, kind: str) -> None:
        """Add an entry, of a kind where one is given, after the selected one, and begin to edit it."""
        view = self._page.view
        if view is None or self._page.hands.read_only():
            return
        self._page.panel.flush()
        fields: dict[str, Any] = {**self._next_time(), "visit_id": view.id}
        if kind:
            fields["kind"] = kind
        self._page.hands.do(
            Deed("schedule_item.enter", fields),
            self._page.added("schedule_item"),
        )

    def _next_time(self) -> dict[str, Any]:
        """Return day, start and zone of what follows the selected entry, else of the last one."""
        view = self._page.view
        assert view is not None
        table, row_id = self._page.list.selected()
        here = self._page.list.here()
        item = self._page.item(row_id) if table == "schedule_item" else None
        if item is None and table == "visit_day":
            shown = next((each for each in view.days if each.date == here), None)
            item = shown.items[-1] if shown is not None and shown.items else None
        elif item is None:
            item = view.days[-1].items[-1] if view.days and view.days[-1].items else None
        if item is not None:
            # What is online from elsewhere has its own clock: what follows goes by that of the visit again.
            start = item.at.end if not item.at.end_day else None
            return {"date": item.at.date, "start": start, "zone": view.zone}
        first = here or view.first or date.today()
        return {"date": first, "start": time(9), "zone": view.zone}

    def enter_line(self, text: str) -> None:
        """Add what was typed as a line to the day that is selected; ask where it can be read in two ways."""
        view, words = self._page.view, self._page.words
        if view is None or words is None:
            return
        found = readings(text, around(self._here(), view.first, view.last, words.language))
        if not found or self._page.hands.read_only():
            return
        if len(found) == 1:
            self._enter(found[0])
            return
        menu = QMenu(self._page.quick)
        menu.setFont(self._page.hands.theme.font())
        for typed in found:
            said = (
                words.say_in("schedule", "Without a time: {title}", title=typed.title)
                if typed.start is None
                else f"{clock_range(typed.start, typed.end, words.language)} {typed.title}"
            )
            menu.addAction(said).triggered.connect(lambda _on=False, typed=typed: self._enter(typed))
        menu.aboutToHide.connect(menu.deleteLater)
        entry = self._page.quick.entry
        menu.popup(entry.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))
        menu.setActiveAction(menu.actions()[0])

    def _here(self) -> date:
        view = self._page.view
        return self._page.list.here() or (view.first if view is not None else None) or date.today()

    def _enter(self, typed: Typed) -> None:
        """Add an entry that was typed; the line is free for the next."""
        view, words, here = self._page.view, self._page.words, self._here()
        if view is None or words is None:
            return
        self._page.quick.clear()
        tag = (
            words.language if words.language in view.languages else next(iter(view.languages), words.language)
        )
        fields: dict[str, Any] = {"visit_id": view.id, "date": typed.date or here, "zone": view.zone}
        fields |= {"start": typed.start, "end": typed.end, "title": {tag: typed.title}}
        if typed.start and typed.end and typed.end < typed.start:
            fields["end_day"] = 1
        if typed.kind:
            fields["kind"] = typed.kind
        self._page.hands.do(
            Deed("schedule_item.enter", fields), lambda key: self._page.select("schedule_item", str(key))
        )

    def open_kinds(self) -> None:
        """Open the menu of what can be added."""
        words = self._page.words
        if words is None:
            return
        menu = QMenu(self._page.kinds)
        menu.setFont(self._page.hands.theme.font())
        tokens = self._page.hands.theme.tokens
        for code, look in ITEM_KINDS.items():
            icon = self._page.hands.theme.icons.icon(look.icon, tokens.kind(look.colour).ink)
            action = menu.addAction(icon, code_name("ItemKind", code, words))
            action.triggered.connect(lambda _on=False, code=code: self.add_kind(code))
        menu.addSeparator()
        icon = self._page.hands.theme.icons.icon("calendar-plus", tokens.text2)
        menu.addAction(icon, words.say_in("schedule", "Day")).triggered.connect(self.add_day)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._page.kinds.mapToGlobal(self._page.kinds.rect().bottomLeft()))

    def add_day(self) -> None:
        """Add a day behind the last one."""
        view = self._page.view
        if view is None or self._page.hands.read_only():
            return
        when = view.last + timedelta(days=1) if view.last else date.today()
        self._page.hands.do(
            deeds.add("visit_day", visit_id=view.id, date=when), self._page.added("visit_day")
        )
