"""How people get there and where they sleep: journeys by day, hotels with their rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QMenu

from models.text.catalogue import mark_in
from models.text.dates import DayForm, day_range
from ui import deeds
from ui.forms.inner import Inner
from ui.forms.spec import ListSpec
from ui.forms.specs.travel import LEG, STAY
from ui.forms.sublist import SubRow
from ui.pages.travel.rows import columns, leg_rows, stay_rows
from ui.pages.visit.section import Section
from ui.pages.writing import person_name, short_name
from ui.widgets.button import Button, Rank
from ui.words import code_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.text.catalogue import Words
    from ui.forms.record import Record
    from ui.hands import Hands
    from ui.widgets.rows import Column, Group, ListRow

SEATS = ListSpec(
    "passengers",
    "leg_passenger",
    "leg_id",
    mark_in("form", "Seats and bookings"),
    mark_in("form", "Add passenger"),
)
ROOMS = ListSpec("rooms", "room", "stay_id", mark_in("form", "Rooms"), mark_in("form", "Add room"))


class TravelSection(Section):
    """Journeys and hotels; everyone of a delegation is taken along with one press."""

    code = "travel"
    tables = ("leg", "leg_passenger", "stay", "room", "room_occupant")
    inside: ClassVar[dict[str, tuple[str, str]]] = {
        "leg_passenger": ("leg", "leg_id"),
        "room": ("stay", "stay_id"),
    }
    marks: ClassVar[dict[tuple[str, str], str]] = {("leg", "who"): "passengers"}
    empty_icon = "plane"

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        theme = hands.theme
        self.everyone = Button(theme, Rank.PLAIN, "users")
        self.everyone.clicked.connect(self._take_everyone)
        self.panel.add_section(LEG, self.everyone, after="passengers")
        seats = self.inner.add(LEG, Inner(SEATS, self._seats, movable=False, after="passengers"))
        seats.add_button.hide()
        self.seats = seats
        self.rooms_for_all = Button(theme, Rank.PLAIN, "bed-double")
        self.rooms_for_all.clicked.connect(self._house_everyone)
        self.inner.add(STAY, Inner(ROOMS, self._rooms, after="nights"))
        self.panel.add_section(STAY, self.rooms_for_all, after="nights")

    def fill_bar(self) -> None:
        """Add the button for hotels."""
        self.add_stay = Button(self.hands.theme, Rank.PLAIN, "bed-double")
        self.add_stay.clicked.connect(self._add_stay)
        super().fill_bar()
        self.bar.insertWidget(self.bar.count() - 1, self.add_stay)

    def travellers(self) -> list[Any]:
        """Return the people of the delegations that travel, each once: those of the guests."""
        guests = [one for one in self.whole.delegations if one.party.side.value == "guest"]
        found = {who.person_id: who.person for one in guests for who in one.delegates}
        return list(found.values())

    def columns(self) -> Sequence[Column]:
        """Return the columns of the list."""
        assert self.words is not None
        return columns(self.words)

    def make_rows(self) -> Sequence[Group | ListRow]:
        """Return journeys and hotels."""
        words, whole, languages = self.words, self.whole, self.languages()
        assert words is not None
        travelling = len(self.travellers())
        return [
            *leg_rows(whole.legs, words, languages, self.line),
            *stay_rows(whole.stays, travelling, words, languages, self.line),
        ]

    def dress_panel(self, record: Record) -> None:
        """Fill the lists, and say whom the buttons take along."""
        super().dress_panel(record)
        words = self.words
        assert words is not None
        writable = not self.hands.read_only()
        self.seats.add_button.hide()
        if record.table == "leg":
            missing = self._not_in(record.values.get("passengers") or ())
            text = words.count(
                "Take {number} traveller along", "Take {number} travellers along", len(missing)
            )
            self.everyone.tell(text)
            self.everyone.setVisible(writable and bool(missing))
        elif record.table == "stay":
            homeless = self._without_room(record.id)
            text = words.count("A room for {number} person", "A room each for {number} people", len(homeless))
            self.rooms_for_all.tell(text)
            self.rooms_for_all.setVisible(writable and bool(homeless))

    def open_inside(self, table: str, row_id: str) -> None:
        """Open a room or a seat; in a room without guests the cursor stands where they are named."""
        super().open_inside(table, row_id)
        room = self.row(table, row_id) if table == "room" else None
        if room is not None and not room.occupants:
            self.panel.enter_field("occupants")

    def add(self) -> None:
        """Add a journey on the first day, or on that of the journey that is selected."""
        view = self.view
        if view is None or self.hands.read_only():
            return
        table, row_id = self.panel.row() if self.beside.is_open() else self.list.selected()
        row = self.row(table, row_id) if table == "leg" else None
        from datetime import date

        when = row.departure_date if row is not None else view.first or date.today()
        # Its zones are those of its places: one that nobody chose would be printed as if it were known.
        self.hands.do(deeds.add("leg", visit_id=view.id, departure_date=when), self.added("leg"))

    def _add_stay(self) -> None:
        view = self.view
        if view is None or self.hands.read_only():
            return
        from datetime import date, timedelta

        first = view.first or date.today()
        # Who lands before the first day needs a bed that night.
        landing = [each.arrival_date for each in self.whole.legs if each.passengers and each.arrival_date]
        first = min([first, *(day for day in landing if first - day <= timedelta(days=3))])
        last = view.last if view.last and view.last > first else first + timedelta(days=1)
        fields = {"visit_id": view.id, "check_in": first, "check_out": last}
        self.hands.do(deeds.add("stay", **fields), self.added("stay"))

    def _not_in(self, taken: Sequence[str]) -> list[str]:
        return [person.id for person in self.travellers() if person.id not in taken]

    def _take_everyone(self) -> None:
        """Add all who travel to a journey; where several delegations do, ask whether one or all of them."""
        leg, words = self.row(*self.panel.row()), self.words
        if leg is None or words is None:
            return
        missing = self._not_in([link.person_id for link in leg.passengers])
        groups: list[tuple[str, list[str]]] = []
        for one in self.whole.delegations:
            people = [who.person_id for who in one.delegates if who.person_id in missing]
            if people:
                groups.append((short_name(one.organisation, words), list(dict.fromkeys(people))))
        if len(groups) < 2:
            self._take(missing)
            return
        menu = QMenu(self)
        menu.setFont(self.hands.theme.font())
        everybody = words.say_in("travel", "All who travel")
        for name, people in (*groups, (everybody, missing)):
            text = words.count("{name}: {number} person", "{name}: {number} people", len(people), name=name)
            menu.addAction(text).triggered.connect(lambda _on=False, people=people: self._take(people))
        menu.popup(self.everyone.mapToGlobal(self.everyone.rect().bottomLeft()))

    def _take(self, people: Sequence[str]) -> None:
        table, row_id = self.panel.row()
        leg = self.row(table, row_id)
        if leg is not None:
            taken = [link.person_id for link in leg.passengers]
            targets = [*taken, *(person for person in people if person not in taken)]
            self.hands.do(deeds.Deed("leg.passengers", {"key": row_id, "targets": targets}))

    def _without_room(self, stay_id: str) -> list[str]:
        stay = self.row("stay", stay_id)
        if stay is None:
            return []
        housed = {link.person_id for room in stay.rooms for link in room.occupants}
        return [person.id for person in self.travellers() if person.id not in housed]

    def _house_everyone(self) -> None:
        _table, row_id = self.panel.row()
        people = self._without_room(row_id)
        if people:
            self.hands.do(deeds.Deed("stay.rooms", {"key": row_id, "people": people}))

    def _seats(self, record: Record) -> list[SubRow]:
        leg, words = self.row("leg", record.id), self.words
        if leg is None or words is None:
            return []
        return [
            SubRow(
                link.id,
                (name.text if (name := person_name(link.person, words)) else "?"),
                " · ".join(part for part in (link.seat, link.booking_code) if part)
                or words.say_in("travel", "Seat and booking open"),
            )
            for link in leg.passengers
        ]

    def _rooms(self, record: Record) -> list[SubRow]:
        stay, words = self.row("stay", record.id), self.words
        if stay is None or words is None:
            return []
        return [self._room(room, words) for room in stay.rooms]

    def _room(self, room: Any, words: Words) -> SubRow:
        names = [person_name(link.person, words) for link in room.occupants]
        guests = ", ".join(name.text for name in names if name)
        facts = [code_name("RoomKind", room.kind.value, words)]
        if room.first_night and room.last_night:
            facts.append(day_range(room.first_night, room.last_night, words.language, DayForm.BARE))
        text = guests or words.say_in("travel", "Nobody yet")
        return SubRow(room.id, text, " · ".join(facts), lead=room.number, warn=not guests)

    def write(self, words: Words) -> None:
        """Write the words of the section."""
        self.list.setAccessibleName(words.say_in("window", "Travel"))
        self.add_button.tell(words.say_in("travel", "Add journey"))
        self.empty_add.tell(words.say_in("travel", "Add journey"))
        self.add_stay.tell(words.say_in("travel", "Add hotel"))
        self.add_stay.setVisible(not self.hands.read_only())
        self.tell_empty(
            words.say_in("travel", "No journeys and hotels yet"),
            words.say_in(
                "travel",
                "Flights, trains and transfers stand here with who travels, and hotels with their rooms.",
            ),
        )
