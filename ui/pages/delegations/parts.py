"""What stands in the panel of a delegate, a delegation or a party besides fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.text.catalogue import mark_in
from models.text.dates import DayForm, clock, day
from ui.forms.spec import ListSpec
from ui.style.paint import Ink
from ui.widgets.button import Link
from ui.widgets.field import HEAD
from ui.widgets.text import Line, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.tables import Delegate, Delegation, Leg, Visit
    from models.text.catalogue import Words
    from ui.style.theme import Theme

ALSO_IN = ListSpec(
    "also",
    "delegation",
    "person_id",
    mark_in("form", "Also in these delegations"),
    mark_in("form", "Add to another"),
)
DELEGATIONS = ListSpec(
    "delegations", "delegation", "party_id", mark_in("form", "Delegations"), mark_in("form", "Add delegation")
)


class PostLine(QWidget):
    """What the directory says of a delegate's post at that time, where the visit says otherwise.

    It stands beside the label of the position: there it comes and goes and moves no field.
    """

    taken = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._text = Line(theme, HEAD)
        self.take = Link(theme)
        self.take.setFixedHeight(HEAD)
        self.take.clicked.connect(self.taken)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self.take)
        self.setFixedHeight(HEAD)

    def show_post(
        self, delegate: Delegate, delegation: Delegation, visit: Visit, words: Words, *, locked: bool
    ) -> None:
        """Show the post that the directory has, or nothing where the delegate has it already."""
        from models.rules.people import held_among

        on = min((each.date for each in visit.days), default=None)
        held = held_among(
            delegate.person.affiliations, on, delegate.organisation_id or delegation.organisation_id
        )
        differs = held is not None and bool(held.position) and held.position != delegate.position
        self.setVisible(differs and not locked)
        if held is None or not differs:
            return
        position = held.position.pick([words.language, *visit.languages])
        place = held.organisation.acronym or (held.organisation.name.pick([words.language]) or ("",))[0]
        said = ", ".join(part for part in (position.text if position else "", place) if part)
        text = words.say_in("delegations", "In the directory: {post}", post=said)
        self._text.show_runs(lambda tokens: [Ink(text, tokens.text2, 12)])
        self.take.tell(words.say_in("delegations", "Take over"))


class Journeys(QWidget):
    """When a delegate arrives and leaves, as the travel section has it; a line leads there."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.links: list[Link] = []

    def show_journeys(self, person_id: str, visit: Visit, words: Words) -> None:
        """Show the journeys of the first and of the last day on which somebody travels."""
        self.links = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        arrival, departure = journeys(person_id, visit)
        for caption, legs in (
            (words.say_in("delegations", "Arrival"), arrival),
            (words.say_in("delegations", "Departure"), departure),
        ):
            on = f"  {day(legs[0].departure_date, words.language, DayForm.FULL)}" if legs else ""
            self._column.addWidget(Text(self._theme, caption + on, 12, bold=True, colour="text2"))
            for leg in legs:
                link = Link(self._theme, leg_words(leg, words), bold=False, shrinks=True)
                link.clicked.connect(lambda _on=False, key=leg.id: self.opened.emit(key))
                self.links.append(link)
                self._column.addWidget(link)
            if not legs:
                nothing = words.say_in("delegations", "No journey known; enter it under Travel.")
                self._column.addWidget(Text(self._theme, nothing, 12, colour="text3", wrap=True))


def journeys(person_id: str, visit: Visit) -> tuple[Sequence[Leg], Sequence[Leg]]:
    """Return the legs on which somebody comes and those on which they leave.

    They come on the first day on which they travel and leave on the last; who travels on one day only comes
    where that is in the first half of the visit.
    """
    mine = [
        leg
        for leg in visit.legs
        if leg.status.value != "cancelled" and any(each.person_id == person_id for each in leg.passengers)
    ]
    mine.sort(
        key=lambda leg: (
            leg.departure_date,
            leg.departure_time is None,
            leg.departure_time,
            leg.order,
            leg.id,
        )
    )
    if not mine:
        return (), ()
    first, last = mine[0].departure_date, mine[-1].departure_date
    if first != last:
        return [leg for leg in mine if leg.departure_date == first], [
            leg for leg in mine if leg.departure_date == last
        ]
    days = sorted(each.date for each in visit.days)
    comes = not days or first - days[0] <= days[-1] - first
    return (mine, ()) if comes else ((), mine)


def leg_words(leg: Leg, words: Words) -> str:
    """Return a journey in one line: times, places (an airport by its code), number."""
    ends: list[str] = []
    for place, when in ((leg.from_place, leg.departure_time), (leg.to_place, leg.arrival_time)):
        named = place.name.pick([words.language, "en"]) if place else None
        called = place.code if place and place.code else named.text if named else ""
        ends.append(" ".join(part for part in (clock(when) if when else "", called) if part) or "–")
    said = " → ".join(ends)
    return f"{said} · {leg.number}" if leg.number else said
