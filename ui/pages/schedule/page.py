"""The schedule section: days and entries at the left, what is edited at the right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from models.text.dates import DayForm, day
from models.text.matching import holds
from ui import deeds
from ui.data.records import full_record, item_record
from ui.deeds import Deed
from ui.forms.record import Making, Offer
from ui.forms.specs import FORMS
from ui.pages.schedule.adding import Adding
from ui.pages.schedule.day import DayPart
from ui.pages.schedule.filters import Filters
from ui.pages.schedule.inside import Inside
from ui.pages.schedule.menus import EntryMenus
from ui.pages.schedule.moving import Moving
from ui.pages.schedule.panel import ItemPanel
from ui.pages.schedule.quick_line import QuickLine
from ui.pages.schedule.repairs import repairs_of
from ui.pages.schedule.rows import Head, Row, RowMaker
from ui.pages.schedule.several import SeveralStrip
from ui.pages.schedule.taking_part import Instead, Participants, add_arguments, called, who_of
from ui.pages.schedule.view import ScheduleView
from ui.pages.visit.section import Section
from ui.pages.writing import meeting_name
from ui.places import Spot
from ui.widgets.button import Button, Rank
from ui.widgets.order import chain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from models.text.catalogue import Words
    from ui.edits import Edit
    from ui.forms.record import FormContext, Record, Repair
    from ui.hands import Hands
    from ui.style.tokens import Severity
    from ui.values import FindingView, ItemView

_EDITED = frozenset(
    {"schedule_item", "visit_day", "presentation", "participation", "lab_tour", "tour_stop", "tour_group"}
)
"""What the panel edits here; journeys are opened where they belong."""


class SchedulePage(Section):
    """The days of a visit and the entry that is edited."""

    code = "schedule"
    tables = ("schedule_item", "visit_day", "participation")
    inside: ClassVar[dict[str, tuple[str, str]]] = {
        "presentation": ("schedule_item", "item_id"),
        "participation": ("schedule_item", "item_id"),
        "lab_tour": ("schedule_item", "item_id"),
    }

    def __init__(self, hands: Hands) -> None:
        self._fits: tuple[object, ...] = ()
        super().__init__(hands)
        self._made = RowMaker()
        self._inside = Inside(self)
        self.moving, self.adding, self.menus = Moving(self), Adding(self), EntryMenus(self)
        self.kinds.clicked.connect(self.adding.open_kinds)
        self.day_part = DayPart(hands)
        self.day_part.opened.connect(self._to_travel)
        self.participants, self.instead = Participants(self), Instead(self)
        self.participants.list.opened.connect(lambda key: self.open_inside("participation", key))
        self.participants.list.removed.connect(lambda key: self.remove("participation", key))
        self.participants.list.moved.connect(
            lambda key, before: hands.do(deeds.move("participation", key, before or None))
        )
        self.participants.picked.connect(self._take_part)
        self.participants.created.connect(self._create_and_take_part)
        self.instead.picked.connect(self._replace)
        self.panel.add_section(FORMS["schedule_item"], self.participants, after="audience")
        self.panel.add_section(FORMS["participation"], self.instead, after="role")
        self.panel.add_section(FORMS["visit_day"], self.day_part)
        self.strip, self.quick = SeveralStrip(self), QuickLine(hands.theme)
        self.quick.entered.connect(self.adding.enter_line)
        self.beside.covered.connect(self.quick.keep_clear)
        column = self.beside.left.layout()
        if column is not None:
            column.insertWidget(1, self.strip)  # type: ignore[attr-defined]
            column.addWidget(self.quick)

    # The list.

    def fill_bar(self) -> None:
        """Put filters at the left, what adds at the right."""
        theme = self.hands.theme
        self.filters = Filters(self)
        self.filters.changed.connect(self.show_again)
        self.kinds = Button(theme, Rank.PLAIN, "chevron-down")
        for button in self.filters.buttons.values():
            self.bar.addWidget(button)
        self.bar.addStretch(1)
        self.bar.addWidget(self.kinds)
        self.bar.addWidget(self.add_button)

    def make_list(self) -> ScheduleView:
        """Make the list of days."""
        return ScheduleView(self.hands.theme)

    def make_panel(self) -> ItemPanel:
        """Make the panel."""
        return ItemPanel(self.hands.theme, self.item)

    def wire_list(self) -> None:
        """Listen to the list."""
        self.list.picked.connect(self.row_picked)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self.remove)
        self.list.several.connect(self._several)

    def row_picked(self, table: str, row_id: str) -> None:
        """Open the form of a row; of several that are selected none is open."""
        super().row_picked(table, row_id)
        self._word_quick()

    def _several(self, keys: Sequence[str]) -> None:
        """Show what changes several entries together, instead of the form of one."""
        if self.words is None:
            return
        if len(keys) > 1:
            self.panel.flush()
            if self.beside.close_panel():
                self.list.setFocus()
        self.strip.show_entries(keys, self.words)

    def make_rows(self) -> Sequence[Any]:
        """Return days with their entries and journeys."""
        assert self.view is not None
        assert self.words is not None
        made = self._made.rows(self.view, self.words, self.hands.label)
        if not self.filters.active():
            return made
        made = [row for row in made if not isinstance(row, Row) or self.filters.keeps(row.item)]
        if not any(isinstance(row, Row) for row in made):
            return ()
        return _without_empty_days(made)

    def show_rows(self, rows: Sequence[Any], keep: tuple[str, str]) -> None:
        """Show rows in the list and keep one selected."""
        table, row_id = keep
        self.list.show_rows(rows, self._in_list(table, row_id))

    def _in_list(self, table: str, row_id: str) -> tuple[str, str]:
        """Return the row of the list in whose form a row is edited."""
        return self.entry_of(table, row_id) or (table, row_id)

    def entry_of(self, table: str, row_id: str) -> tuple[str, str] | None:
        """Return the entry to which something inside it belongs."""
        row = self.row(table, row_id)
        if row is None or table in ("schedule_item", "visit_day", "leg"):
            return None
        if table in ("tour_stop", "tour_group"):
            row = self.row("lab_tour", row.tour_id)
        return ("schedule_item", row.item_id) if row is not None and hasattr(row, "item_id") else None

    def item(self, item_id: str) -> ItemView | None:
        """Return an entry by its id."""
        return self.view.item(item_id) if self.view is not None else None

    def entry_shown(self) -> Any:
        """Return the loaded entry that the panel is about, or None."""
        table, row_id = self.panel.row()
        entry = self.entry_of(table, row_id)
        return self.row(*entry) if entry else self.row("schedule_item", row_id)

    def select(self, table: str, row_id: str, *, edit: bool = False) -> bool:
        """Select a row and open its form; of what is inside an entry the entry is selected."""
        there = self.list.select(*self._in_list(table, row_id))
        if self.words is not None:
            self.strip.show_entries(self.list.entries(), self.words)
        shown = self._show_record(table, row_id)
        if shown and edit:
            self.panel.edit_first()
        return there or shown

    def _open(self, table: str, row_id: str) -> None:
        if table == "leg":
            self._to_travel("leg", row_id)
        elif row_id:
            self.select(table, row_id, edit=True)

    def _to_travel(self, table: str, row_id: str) -> None:
        if self.view is not None:
            self.hands.go(Spot("visit", self.view.id, "travel", table, row_id))

    def show_again(self, *, other: bool = False) -> None:
        """Show what is there now; another visit is shown whole."""
        if other:
            self.filters.clear()
        super().show_again(other=other)
        if self.words is not None and self.view is not None:
            self.strip.show_entries(self.list.entries(), self.words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the bar say less where the panel leaves it little room."""
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        words = self.words
        if words is None or self.view is None:
            return
        writable = not self.hands.read_only()
        fits = (words.language, self.beside.left.width(), writable, self.filters.state())
        if fits == self._fits:
            # Nothing that the bar says has changed: laying it out would paint everything anew.
            return
        self._fits = fits
        self.kinds.setVisible(writable)
        for wordy in (True, False):
            self.filters.write(words, wordy=wordy)
            self.bar.invalidate()
            if self.bar.sizeHint().width() <= self.beside.left.width():
                break

    def _word_quick(self) -> None:
        words, here = self.words, self.list.here()
        if words is not None:
            self.quick.word(words, day(here, words.language, DayForm.SHORT) if here else "")
            self.quick.setVisible(not self.hands.read_only())

    def write(self, words: Words) -> None:
        """Write the words of the section."""
        self.list.setAccessibleName(words.say_in("window", "Schedule"))
        self.kinds.tell("", words.say_in("schedule", "Add of a kind, or a day"))
        self._fit_bar()
        self._word_quick()
        self.add_button.tell(words.say("Add item"))
        self.empty_add.tell(words.say("Add item"))
        self.tell_empty(
            words.say("No days yet"),
            words.say("Add the first item; its day and time are set in the panel at the right."),
            searching=self.filters.active(),
        )

    # The form.

    def record(self, table: str, row_id: str) -> Record | None:
        """Return a row as its form shows it."""
        row = self.row(table, row_id) if table in _EDITED else None
        if row is None:
            return None
        if table == "schedule_item":
            return item_record(row)
        record = full_record(row)
        if table == "participation" and self.words is not None:
            who = called(row, self.words, self.languages())
            return replace(record, labels={**record.labels, "who": who})
        return record

    def context(self, findings: Sequence[tuple[str, Severity]]) -> FormContext:
        """Return what the form needs; the year that is not typed is that of the entry."""
        made = super().context(findings)
        return replace(made, called=self._called)

    def _called(self, table: str, row_id: str) -> str:
        meeting = self.row("meeting", row_id) if table == "meeting" else None
        if meeting is not None and self.words is not None:
            name = meeting_name(meeting, self.words, self.languages())
            return name.text if name else self.words.say("Untitled")
        return self.hands.called(table, row_id)

    def _offers(self, table: str, text: str) -> Sequence[Offer]:
        if table == "meeting" and self.view is not None:
            names = [(each.id, self._called("meeting", each.id)) for each in self.whole.meetings]
            return [Offer(key, name) for key, name in names if holds(name, text)]
        return super()._offers(table, text)

    def found(self, row_id: str) -> Sequence[FindingView]:
        """Return what was found about a row; about an entry also what is inside it."""
        item = self.item(row_id)
        if item is not None and self.view is not None:
            return self.view.findings_of(item)
        return super().found(row_id)

    def repairs(self, finding: FindingView) -> Sequence[Repair]:
        """Return what mends a finding."""
        return repairs_of(self, finding)

    def dress_panel(self, record: Record) -> None:
        """Fill what is no field."""
        super().dress_panel(record)
        words, row = self.words, self.row(record.table, record.id)
        if words is None or row is None:
            return
        if record.table == "schedule_item":
            self.participants.show_parts(row.participations, words, self.languages())
        elif record.table == "participation":
            self.instead.show_part(row, words, self.languages())
        elif record.table == "visit_day" and self.view is not None:
            self.day_part.show_day(self.view, row.date, words)
            chain(self.panel)

    def save(self, edit: Edit) -> None:
        """Save what was typed; another role makes another participation, which is shown then."""
        if edit.table == "participation" and "role" in edit.values:
            deed = Deed("participation.as_role", {"key": edit.row_id, "role": edit.values["role"]})
            self.hands.do(deed, lambda key: self.open_inside("participation", str(key)))
            return
        self.hands.save(edit)
        if edit.table == "visit_day" and "date" in edit.values:
            self.moving.offer_to_follow(edit)

    def _above(self) -> tuple[str, str] | None:
        record = self.panel.record
        if record is not None and record.table in ("tour_stop", "tour_group"):
            return self.entry_of(record.table, record.id)
        return super()._above()

    def _take_part(self, key: str, role: str) -> None:
        entry = self.entry_shown()
        if entry is not None:
            self.hands.do(Deed("participation.add", add_arguments(entry.id, key, role)))

    def _create_and_take_part(self, text: str, role: str) -> None:
        entry = self.entry_shown()
        if entry is not None:
            into = ("schedule_item", entry.id, "participations", role)
            self.hands.create_in(Making("person", text, {}, into))

    def _replace(self, key: str) -> None:
        table, row_id = self.panel.row()
        part = self.row(table, row_id)
        if table == "participation" and part is not None:
            arguments = {"key": row_id, "who": who_of(key), "role": part.role.value}
            self.hands.do(
                Deed("participation.replace", arguments),
                lambda fresh: self.open_inside("participation", str(fresh)),
            )

    # Adding and removing.

    def add(self) -> None:
        """Add an entry after the selected one."""
        self.adding.add_kind("")

    def remove(self, table: str, row_id: str) -> None:
        """Remove a row; a day only where nothing is planned on it, a journey where it belongs."""
        words = self.words
        if not row_id or words is None or self.view is None:
            return
        if table == "leg":
            self._to_travel(table, row_id)
            return
        if table == "visit_day":
            shown = next((each for each in self.view.days if each.id == row_id), None)
            if shown is None or self.row(table, row_id) is None:
                return
            if shown.items or shown.legs:
                self.hands.tell(
                    words.say_in("schedule", "There are still entries on this day; move them first.")
                )
                return
        self.hands.remove(table, row_id)


def _without_empty_days(rows: Sequence[Any]) -> list[Any]:
    """Leave out days of which nothing is shown."""
    return [
        row
        for at, row in enumerate(rows)
        if not isinstance(row, Head) or (at + 1 < len(rows) and not isinstance(rows[at + 1], Head))
    ]
