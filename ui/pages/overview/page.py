"""The overview of a visit: numbers, what is coming, what is missing; and its own form, days and contacts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from models.text.dates import DayForm, day_range
from models.text.languages import language
from models.text.ordinals import edition
from ui import deeds
from ui.deeds import Deed
from ui.pages.overview.days import DaysPart
from ui.pages.overview.rows import Glance, columns, numbers
from ui.pages.overview.tiles import Fact, Tiles
from ui.pages.tasks.due import due_of, first_day, span_of
from ui.pages.visit.section import Section
from ui.places import Spot
from ui.widgets.button import Button, Rank
from ui.widgets.order import chain
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.data.planning import Planning
    from ui.forms.record import Record
    from ui.hands import Hands
    from ui.values import FindingView
    from ui.widgets.rows import Column, Group, ListRow

_LEADS = ("finding", "task", "schedule_item", "more")
"""Rows that lead elsewhere, or open more; all others are edited here."""
_ICONS = {
    "delegation": "users",
    "schedule_item": "calendar-days",
    "lab_tour": "microscope",
    "presentation": "presentation",
    "leg": "plane",
    "task": "list-checks",
}


class OverviewSection(Section):
    """What one sees first of a visit."""

    code = "overview"
    tables = ("visit", "meeting", "visit_contact")
    lines = 1
    empty_icon = "calendar"

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._opened: set[str] = set()
        self._dressed = False
        self.days = DaysPart(hands.theme)
        self.tiles = Tiles(hands.theme)
        self.tiles.opened.connect(self._open_section)
        column = self.beside.left.layout()
        if column is not None:
            column.insertWidget(1, self.tiles)  # type: ignore[attr-defined]
        self.list.cell_clicked.connect(self._clicked)
        self.list.opened.disconnect()
        self.list.opened.connect(self._open)
        self.days.changed.connect(self._set_days)
        self.days.moved.connect(lambda gap: self._shift(gap, with_days=True))
        self.days.followed.connect(lambda gap: self._shift(gap, with_days=False))

    # The list.

    def fill_bar(self) -> None:
        """Say when and in which languages, and offer to edit and to add."""
        theme = self.hands.theme
        self.facts = Text(theme, "", colour="text2")
        self.edit_button = Button(theme, Rank.PLAIN, "calendar")
        self.edit_button.clicked.connect(self.edit_visit)
        self.bar.addWidget(self.facts, 1)
        self.bar.addWidget(self.edit_button)
        self.bar.addWidget(self.add_button)

    def columns(self) -> Sequence[Column]:
        """Return the columns."""
        return columns()

    def make_rows(self) -> Sequence[Group | ListRow]:
        """Return all groups."""
        assert self.view is not None
        glance = Glance(
            self.view,
            self._words(),
            label=self.hands.label,
            sentence=self.hands.sentence,
            open_codes=self._opened,
        )
        return glance.rows()

    def show_again(self, *, other: bool = False) -> None:
        """Show what is there now."""
        if other:
            self._opened.clear()
            self.days.offer_to_follow(0, 0)
        super().show_again(other=other)

    def write(self, words: Words) -> None:
        """Write the bar and the numbers."""
        self.edit_button.tell(words.say_in("overview", "Edit visit"))
        self.add_button.tell(words.say_in("overview", "Add"))
        self.list.setAccessibleName(words.say_in("overview", "Overview"))
        if self.view is None:
            return
        view = self.view
        parts = []
        if view.first and view.last:
            length = (view.last - view.first).days + 1
            parts.append(day_range(view.first, view.last, words.language, DayForm.FULL))
            parts.append(words.count("{number} day", "{number} days", length))
            left = (view.first - span_of(self.whole).today).days
            if left > 0:
                parts.append(words.count("in {number} day", "in {number} days", left))
        parts.append(" · ".join(language(tag).own_name for tag in view.languages))
        self.facts.setText("  ·  ".join(part for part in parts if part))
        self.facts.restyle()
        self._write_numbers(words)

    def _write_numbers(self, words: Words) -> None:
        found = numbers(self.whole)
        span = span_of(self.whole)
        late = sum(due_of(each, span).overdue for each in self.whole.tasks)
        named = {
            "delegation": words.say_in("overview", "People"),
            "schedule_item": words.say_in("overview", "Entries"),
            "lab_tour": words.say_in("overview", "Lab tours"),
            "presentation": words.say_in("overview", "Talks"),
            "leg": words.say_in("overview", "Journeys"),
            "task": words.say_in("overview", "Open tasks"),
        }
        facts: list[Fact] = []
        for table, text in named.items():
            code = _section_of(table)
            if code:
                still = (
                    words.say_in("overview", "{number} overdue", number=late)
                    if table == "task" and late
                    else ""
                )
                facts.append(Fact(code, _ICONS[table], str(found[table]), text, still))
        self.tiles.show_facts(facts)

    # Going and adding.

    def add(self) -> None:
        """Offer what can be added to a visit itself."""
        if self.view is not None and not self.hands.read_only():
            self.hands.ask(_planning, self._open_menu)

    def _open_menu(self, planning: Planning) -> None:
        menu = self.add_menu(planning)
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def add_menu(self, planning: Planning) -> QMenu:
        """Return the menu of what can be added; a meeting of a series comes with its next number."""
        words = self._words()
        menu = QMenu(self)
        menu.setFont(self.hands.theme.font())
        for series in planning.series:
            named = (series.short_title or series.title).pick([words.language, *self.languages()])
            title = edition(series.number, named.text if named else words.say("Untitled"), words.language)
            fields = {"series_id": series.id, "number": series.number, "host_id": series.host or None}
            action = menu.addAction(words.say_in("overview", "Meeting: {title}", title=title))
            action.triggered.connect(lambda _on=False, fields=fields: self._add_meeting(fields))
        other = menu.addAction(words.say_in("overview", "Meeting without a series"))
        other.triggered.connect(lambda: self._add_meeting({}))
        menu.addSeparator()
        contact = menu.addAction(words.say_in("overview", "Contact"))
        contact.triggered.connect(self.add_contact)
        party = menu.addAction(words.say_in("overview", "Party or people…"))
        party.triggered.connect(lambda: self.hands.go(Spot("visit", self.whole.id, "delegations")))
        return menu

    def _add_meeting(self, fields: dict[str, Any]) -> None:
        first = first_day(self.whole)
        date = first.isoformat() if first is not None else ""
        deed = deeds.add("meeting", visit_id=self.whole.id, date=date, **fields)
        self.hands.do(deed, self.added("meeting"))

    def add_contact(self) -> None:
        """Add somebody who can be reached."""
        self.hands.do(deeds.add("visit_contact", visit_id=self.whole.id), self.added("visit_contact"))

    def edit_visit(self) -> None:
        """Open the form of the visit itself."""
        if self.view is not None:
            self.select("visit", self.view.id, edit=True)

    def _open_section(self, code: str) -> None:
        self.hands.go(Spot("visit", self.whole.id, code))

    def _clicked(self, table: str, key: str, column: str) -> None:
        del column
        if table in _LEADS:
            self._open(table, key)

    def _open(self, table: str, key: str) -> None:
        """Go where a row leads, or edit it here."""
        if table == "more":
            self._opened.add(key)
            self.show_again()
        elif table == "finding":
            self._go_to_finding(key)
        elif table in _LEADS:
            self.hands.go(Spot("visit", self.whole.id, _section_of(table), table, key))
        else:
            self.select(table, key, edit=True)

    def go_to_finding(self) -> None:
        """Select the next thing that was found; Return leads to its place."""
        keys = [row.id for row in self.list.rows.shown() if row.table == "finding"]
        if not keys:
            return
        table, key = self.list.selected()
        at = keys.index(key) + 1 if table == "finding" and key in keys else 0
        self.list.select("finding", keys[at % len(keys)])
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_finding(self, at: str) -> None:
        assert self.view is not None
        finding: FindingView = self.view.findings[int(at)]
        things: Sequence[tuple[str, str]] = finding.finding.objects
        for table, key in things:
            code = _section_of(table)
            if code == self.code:
                self.select(table, key, edit=True)
                return
            spot = _spot(self.whole.id, code, table, key)
            if spot is not None:
                self.hands.go(spot)
                return

    def record(self, table: str, row_id: str) -> Record | None:
        """Return a row that is edited here; others lead to their section."""
        return None if table in _LEADS else super().record(table, row_id)

    def remove(self, table: str, row_id: str) -> None:
        """Remove what is edited here; what only leads elsewhere is removed there."""
        if table not in _LEADS:
            super().remove(table, row_id)

    # The form of the visit.

    def dress_panel(self, record: Record) -> None:
        """Show the days in the form of the visit."""
        super().dress_panel(record)
        if record.table != "visit" or self.view is None:
            return
        if not self._dressed:
            self._dressed = True
            self.panel.add_section(self.spec("visit"), self.days, after="title")
        locked = self.hands.read_only()
        dates = sorted(each.date for each in self.whole.days)
        first, last = (dates[0], dates[-1]) if dates else (None, None)
        self.days.show_days(first, last, self._words(), locked=locked)
        chain(self.panel)

    def _set_days(self, first: dt.date, last: dt.date) -> None:
        before = first_day(self.whole)
        gap = (first - before).days if before is not None else 0
        deed = Deed("visit.set_days", {"key": self.whole.id, "first": first, "last": last})
        self.hands.do(deed, lambda _none: self.days.offer_to_follow(gap, self._outside()))

    def _shift(self, gap: int, *, with_days: bool) -> None:
        words = self._words()

        def then(_none: object) -> None:
            self.days.offer_to_follow(0, 0)
            moved = words.count("Everything moved by {number} day", "Everything moved by {number} days", gap)
            self.hands.tell(moved)

        arguments = {"key": self.whole.id, "days": gap, "with_days": with_days}
        self.hands.do(Deed("visit.shift", arguments), then)

    def _outside(self) -> int:
        """Return how many entries and journeys lie on none of the days."""
        days = {each.date for each in self.whole.days}
        items = sum(each.date not in days for each in self.whole.items)
        return items + sum(each.departure_date not in days for each in self.whole.legs)

    def _words(self) -> Words:
        assert self.words is not None
        return self.words


def _section_of(table: str) -> str:
    """Return the section in which rows of a table are edited, or an empty string."""
    from ui.pages.visit.sections import SECTIONS

    return next((code for code, made in SECTIONS.items() if table in made.tables), "")


def _spot(visit: str, code: str, table: str, key: str) -> Spot | None:
    """Return where a row is edited that a finding is about."""
    if code:
        return Spot("visit", visit, code, table, key)
    page = {"person": "directory", "organisation": "directory", "place": "directory", "series": "series"}.get(
        table
    )
    return Spot(page, table=table, row=key) if page else None


def _planning(office: Any) -> Planning:
    from ui.data.planning import read_planning

    return read_planning(office)
