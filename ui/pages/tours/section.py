"""A group a tour, with its stops in order and its groups of visitors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QMenu

from models.text.catalogue import mark_in
from models.text.dates import DayForm, clock_range, day, duration
from models.text.localised import Written
from ui import deeds
from ui.data.clocks import slot_of, when_of
from ui.forms.choices import RULES, chosen_name
from ui.forms.inner import Inner
from ui.forms.spec import ListSpec
from ui.forms.specs.tours import LAB_TOUR
from ui.forms.sublist import SubRow
from ui.pages.visit.section import Section
from ui.pages.writing import leading, person_name, second
from ui.style.tokens import Kind, Severity
from ui.widgets.button import Button, Rank
from ui.widgets.rows import Cell, Column, Group, Line, ListRow
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.text.catalogue import Words
    from ui.forms.record import Record
    from ui.hands import Hands

STOPS = ListSpec("stops", "tour_stop", "tour_id", mark_in("form", "Stops"), mark_in("form", "Add stop"))
GROUPS = ListSpec("groups", "tour_group", "tour_id", mark_in("form", "Groups"), mark_in("form", "Add group"))


class ToursSection(Section):
    """The head of a group is the tour itself; its time and place are those of its entry in the schedule."""

    code = "tours"
    tables = ("lab_tour", "tour_stop", "tour_group", "tour_group_member", "tour_rotation")
    inside: ClassVar[dict[str, tuple[str, str]]] = {}
    marks: ClassVar[dict[tuple[str, str], str]] = {
        ("tour_stop", "guide"): "guide_id",
        ("tour_group", "name"): "members",
    }
    movable = True
    empty_icon = "microscope"

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.inner.add(LAB_TOUR, Inner(STOPS, lambda record: self._sub_stops(record.id)))
        self.inner.add(LAB_TOUR, Inner(GROUPS, lambda record: self._sub_groups(record.id)))
        self.rotate = Button(hands.theme, Rank.PLAIN, "repeat")
        self.rotate.clicked.connect(self._rotate)
        self.entry = Button(hands.theme, Rank.PLAIN, "calendar")
        self.entry.clicked.connect(self._to_schedule)
        self.panel.add_section(LAB_TOUR, self.rotate)
        self.panel.add_section(LAB_TOUR, self.entry)

    def fill_bar(self) -> None:
        """Add the buttons for stops and groups."""
        theme = self.hands.theme
        self.add_stop, self.add_group = Button(theme, Rank.PLAIN, "plus"), Button(theme, Rank.PLAIN, "plus")
        self.add_stop.clicked.connect(lambda: self._add_to_tour("tour_stop"))
        self.add_group.clicked.connect(lambda: self._add_to_tour("tour_group"))
        super().fill_bar()
        self.bar.insertWidget(self.bar.count() - 1, self.add_stop)
        self.bar.insertWidget(self.bar.count() - 1, self.add_group)

    def tours(self) -> list[tuple[Any, Any]]:
        """Return each tour with its entry in the schedule, in the order in which they happen."""
        items = sorted(self.whole.items, key=lambda item: when_of(item, self.whole))
        return [(item, tour) for item in items for tour in item.tours]

    def columns(self) -> Sequence[Column]:
        """Return the columns of the list."""
        words = self.words
        assert words is not None
        return [
            Column("no", words.say_in("tours", "No."), width=32, right=True),
            Column("name", words.say_in("tours", "Stop, group"), share=4),
            Column("guide", words.say_in("tours", "Guide, escort"), share=3, least=480),
            Column("time", words.say_in("tours", "Time"), width=72, right=True, least=560),
            Column("people", words.say_in("tours", "People"), width=72, right=True, least=640),
            Column("rules", words.say_in("tours", "Rules on site"), share=3, least=760),
        ]

    def make_rows(self) -> Sequence[Group | ListRow]:
        """Return stops and groups by tour."""
        words = self.words
        assert words is not None
        made: list[Group | ListRow] = []
        for item, tour in self.tours():
            made.append(self._head(item, tour, words))
            made += [self._stop(stop, at, words) for at, stop in enumerate(tour.stops, 1)]
            made += [self._group(group, tour, words) for group in tour.groups]
        return made

    def _head(self, item: Any, tour: Any, words: Words) -> Group:
        title = leading(item.title, words, self.languages())
        at = slot_of(item, self.whole)
        when = f"{day(at.date, words.language, DayForm.SHORT)} "
        when += clock_range(at.start, at.end, words.language, days=at.end_day)
        status = item.status.value
        return Group(
            tour.id,
            title or Written(words.say("Untitled"), words.language),
            second(item.title, words, self.languages(), title),
            right=when.strip(),
            mark=code_name("ItemStatus", status, words) if status in ("tentative", "cancelled") else "",
            table="lab_tour",
            found=self.line(item.id, tour.id),
        )

    def _stop(self, stop: Any, at: int, words: Words) -> ListRow:
        languages = self.languages()
        text = stop.name or (stop.place.name if stop.place is not None else stop.name)
        name = leading(text, words, languages)
        guide = person_name(stop.guide, words)
        rules = [chosen_name(RULES, code, words) for code in stop.rules]
        more = leading(stop.rules_text, words, languages)
        if more:
            rules.append(more.text.split("\n")[0])
        return ListRow(
            "tour_stop",
            stop.id,
            (
                Cell(Written(str(at), "")),
                Cell(
                    name or Written(words.say("Untitled"), words.language),
                    second(text, words, languages, name),
                    icon="microscope",
                    bold=True,
                ),
                Cell(guide, missing="" if guide else words.say_in("tours", "No guide")),
                Cell(Written(duration(stop.minutes, words.language), "") if stop.minutes else None),
                Cell(Written(str(stop.capacity), "") if stop.capacity else None),
                Cell(Written(", ".join(rules), words.language) if rules else None),
            ),
            found=self.line(stop.id),
            kind=Kind.TOUR,
        )

    def _group(self, group: Any, tour: Any, words: Words) -> ListRow:
        languages = self.languages()
        name = leading(group.name, words, languages)
        people = [person_name(link.person, words) for link in group.members]
        members = ", ".join(one.text for one in people if one)
        escort, interpreter = person_name(group.escort, words), person_name(group.interpreter, words)
        numbers = {stop.id: at for at, stop in enumerate(tour.stops, 1)}
        way = " → ".join(str(numbers[link.stop_id]) for link in group.rotation if link.stop_id in numbers)
        least = min((stop.capacity for stop in tour.stops if stop.capacity), default=0)
        crowded = least and len(people) > least
        too_many = words.count("Room for {number} only", "Room for {number} only", least)
        return ListRow(
            "tour_group",
            group.id,
            (
                Cell(),
                Cell(
                    name or Written(words.say("Untitled"), words.language),
                    Written(members, words.language) if members else None,
                    icon="users",
                    bold=True,
                    missing_second="" if members else words.say_in("tours", "Nobody yet"),
                ),
                Cell(escort, interpreter),
                Cell(),
                Cell(Written(str(len(people)), "") if people else None),
                Cell(Written(way, "") if way else None),
            ),
            found=Line(too_many, Severity.WARN) if crowded else self.line(group.id),
        )

    def dress_panel(self, record: Record) -> None:
        """Fill the lists and name the buttons."""
        super().dress_panel(record)
        words = self.words
        tour = self.row("lab_tour", record.id) if record.table == "lab_tour" else None
        if words is None or tour is None:
            return
        self.rotate.tell(words.say_in("tours", "Let the groups go round in turn"))
        self.rotate.setVisible(not self.hands.read_only() and len(tour.groups) > 1 and len(tour.stops) > 1)
        self.entry.tell(words.say_in("tours", "Time and place in the schedule"))

    def _sub_stops(self, tour_id: str) -> list[SubRow]:
        tour, words = self.row("lab_tour", tour_id), self.words
        if tour is None or words is None:
            return []
        made: list[SubRow] = []
        for at, stop in enumerate(tour.stops, 1):
            text = stop.name or (stop.place.name if stop.place is not None else stop.name)
            name, guide = leading(text, words, self.languages()), person_name(stop.guide, words)
            facts = [guide.text if guide else words.say_in("tours", "No guide")]
            if stop.minutes:
                facts.append(duration(stop.minutes, words.language))
            title = name.text if name else words.say("Untitled")
            made.append(SubRow(stop.id, title, " · ".join(facts), lead=str(at), warn=guide is None))
        return made

    def _sub_groups(self, tour_id: str) -> list[SubRow]:
        tour, words = self.row("lab_tour", tour_id), self.words
        if tour is None or words is None:
            return []
        made: list[SubRow] = []
        for group in tour.groups:
            name = leading(group.name, words, self.languages())
            count = words.count("{number} person", "{number} people", len(group.members))
            title = name.text if name else words.say("Untitled")
            made.append(SubRow(group.id, title, count, warn=not group.members))
        return made

    def waiting(self) -> list[Any]:
        """Return the lab tours of the schedule that are no more than an entry yet."""
        found = [
            item
            for item in self.whole.items
            if item.kind.value == "lab tour" and item.status.value != "cancelled" and not item.tours
        ]
        return sorted(found, key=lambda item: when_of(item, self.whole))

    def add(self) -> None:
        """Add a tour; where the schedule has one already, offer to make that one."""
        if self.view is None or self.hands.read_only():
            return
        items, words = self.waiting(), self.words
        if not items or words is None:
            self._plan()
        elif len(items) == 1 and not self.tours():
            self._make(items[0].id)
        else:
            menu = QMenu(self)
            menu.setFont(self.hands.theme.font())
            for item in items:
                menu.addAction(self._offer_of(item, words)).triggered.connect(
                    lambda _on=False, key=item.id: self._make(key)
                )
            menu.addSeparator()
            menu.addAction(words.say_in("tours", "Another tour")).triggered.connect(self._plan)
            button = self.add_button if self.add_button.isVisible() else self.empty_add
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _offer_of(self, item: Any, words: Words) -> str:
        at, title = slot_of(item, self.whole), leading(item.title, words, self.languages())
        when = f"{day(at.date, words.language, DayForm.BARE)} {f'{at.start:%H:%M}' if at.start else ''}"
        called = title.text if title else words.say("Untitled")
        return words.say_in("tours", "Plan the tour “{title}” ({when})", title=called, when=when.strip())

    def _make(self, item_id: str) -> None:
        self.hands.do(deeds.add("lab_tour", item_id=item_id), self.added("lab_tour"))

    def _plan(self) -> None:
        """Add a tour with its entry in the schedule."""
        view = self.view
        if view is None:
            return
        from datetime import date

        when = view.first or date.today()
        fields = {"visit_id": view.id, "date": when, "zone": view.zone}
        self.hands.do(deeds.Deed("lab_tour.plan", fields), self.added("lab_tour"))

    def _tour(self) -> Any:
        """Return the tour that is selected, or whose stop or group is; else the first."""
        table, row_id = self.panel.row() if self.beside.is_open() else self.list.selected()
        row = self.row(table, row_id) if row_id else None
        if table == "lab_tour" and row is not None:
            return row
        mine = self.row("lab_tour", getattr(row, "tour_id", "") or "")
        tours = self.tours()
        return mine if mine is not None else tours[0][1] if tours else None

    def _add_to_tour(self, table: str) -> None:
        tour = self._tour()
        if tour is not None and not self.hands.read_only():
            self.hands.do(deeds.add(table, tour_id=tour.id), self.added(table))

    def _rotate(self) -> None:
        table, row_id = self.panel.row()
        if table == "lab_tour":
            self.hands.do(deeds.Deed("lab_tour.rotate", {"key": row_id}))

    def _to_schedule(self) -> None:
        from ui.places import Spot

        tour = self.row(*self.panel.row())
        if tour is not None and self.view is not None:
            self.hands.go(Spot("visit", self.view.id, "schedule", "schedule_item", tour.item_id))

    def write(self, words: Words) -> None:
        """Write the words of the section."""
        self.list.setAccessibleName(words.say_in("window", "Lab tours"))
        self.add_button.tell(words.say_in("tours", "Add tour"))
        waiting = self.waiting() if self.view is not None else []
        self.empty_add.tell(
            self._offer_of(waiting[0], words) if len(waiting) == 1 else words.say_in("tours", "Add tour")
        )
        self.add_stop.tell(words.say_in("form", "Add stop"))
        self.add_group.tell(words.say_in("form", "Add group"))
        for button in (self.add_stop, self.add_group):
            button.setVisible(not self.hands.read_only() and self.view is not None and bool(self.tours()))
        self.tell_empty(
            words.say_in("tours", "No lab tours yet"),
            words.say_in(
                "tours",
                "A tour is an entry of the schedule with stops in laboratories and groups of visitors.",
            ),
        )
