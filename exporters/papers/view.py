"""One visit as its papers see it: what repeats from paper to paper is worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, cast

from exporters.papers.choices import Choice, choices
from exporters.papers.scribe import Scribe
from models.rules.attendance import Attendance
from models.rules.audiences import Reader, may_see
from models.rules.journeys import PersonDays, days_of
from models.rules.people import Post, post_of
from models.rules.sequence import DayPlan, day_plans, period, visit_meetings
from models.tables import Audience, ItemStatus, PartySide

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from models.rules.audiences import Addressed
    from models.tables import Leg, Meeting, Party, Person, ScheduleItem, Stay, Visit, VisitContact

_LAST = (9, 10**9, 10**9)
_CANCELLED = ItemStatus.CANCELLED


class Readable(NamedTuple):
    """What some readers may read of a visit: its days, and where in them an entry is: day and number."""

    days: tuple[DayPlan, ...]
    places: dict[str, tuple[int, int]]


class View:
    """A loaded visit, which nobody changes, and what several of its papers ask for."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self._scribes: dict[tuple[str, ...], Scribe] = {}
        self._posts: dict[str, Post] = {}
        self._person_days: dict[str, PersonDays] = {}
        self._readable: dict[tuple[Reader, ...], Readable] = {}

    def scribe(self, languages: Sequence[str]) -> Scribe:
        """Return the scribe of some languages; all papers in these share it."""
        key = tuple(languages)
        if key not in self._scribes:
            self._scribes[key] = Scribe(key, self.visit.languages)
        return self._scribes[key]

    @cached_property
    def attendance(self) -> Attendance:
        """Return who takes part in what."""
        return Attendance(self.visit)

    @cached_property
    def plans(self) -> tuple[DayPlan, ...]:
        """Return the days with all their entries and legs, in order."""
        return day_plans(self.visit)

    def readable(self, readers: tuple[Reader, ...]) -> Readable:
        """Return the days with the entries that some readers may see, and with all legs."""
        found = self._readable.get(readers)
        if found is None:
            holds = Scope(self, readers).holds_item
            days = tuple(
                DayPlan(plan.date, plan.day, tuple(filter(holds, plan.items)), plan.legs)
                for plan in self.plans
            )
            places = {
                item.id: (day, number)
                for day, plan in enumerate(days)
                for number, item in enumerate(plan.items)
            }
            found = self._readable[readers] = Readable(days, places)
        return found

    def choices(self) -> tuple[Choice, ...]:
        """Return whom papers of the visit can be for."""
        return self._choices

    @cached_property
    def _choices(self) -> tuple[Choice, ...]:
        return choices(self.visit)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Return the meetings in the order in which they begin."""
        return visit_meetings(self.visit)

    @cached_property
    def period(self) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day."""
        return period(self.visit)

    def days_of(self, person_id: str) -> PersonDays:
        """Return when a person comes and goes, as far as that is known."""
        if person_id not in self._person_days:
            self._person_days[person_id] = days_of(self.visit, person_id)
        return self._person_days[person_id]

    @cached_property
    def _ranks(self) -> dict[str, tuple[int, int, int]]:
        ranks: dict[str, tuple[int, int, int]] = {}
        for place, delegation in enumerate(self.visit.delegations):
            side = 0 if delegation.party.side is PartySide.HOST else 1
            for number, delegate in enumerate(delegation.delegates):
                ranks.setdefault(delegate.person_id, (side, place, number))
        return ranks

    def rank(self, person_id: str | None) -> tuple[int, int, int]:
        """Return where a person stands: the host side first, then by precedence inside a side."""
        return self._ranks.get(person_id or "", _LAST)

    def post(self, person: Person) -> Post:
        """Return the post of a person at this visit."""
        found = self._posts.get(person.id)
        if found is None:
            on = self.period[0] if self.period else None
            found = self._posts[person.id] = post_of(person, self.attendance.posts(person.id), on)
        return found

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {
            delegate.person_id: delegate.person
            for delegation in self.visit.delegations
            for delegate in delegation.delegates
        }

    def person(self, person_id: str) -> Person:
        """Return one of the people of the delegations."""
        return self._people[person_id]

    def party(self, party_id: str | None) -> Party | None:
        """Return one of the visit's parties."""
        return next((party for party in self.visit.parties if party.id == party_id), None)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a paper may print: what one of its readers may see, and what some of its people take part in.

    Without people it is for everybody. ``chosen`` says that somebody named the reader: then the paper may go
    to others than its people, and what is meant for these alone stays off it.
    """

    view: View
    readers: tuple[Reader, ...]
    people: tuple[str, ...] = ()
    chosen: bool = False

    def sees(self, thing: ScheduleItem | Leg | Stay | VisitContact) -> bool:
        """Tell whether a thing is meant for the readers."""
        meant = cast("Addressed", thing)
        return bool([reader for reader in self.readers if may_see(reader, meant)])

    def holds_item(self, item: ScheduleItem) -> bool:
        """Tell whether an entry may stand on the paper, whoever takes part in it."""
        return item.status is not _CANCELLED and self.sees(item)

    def holds_leg(self, leg: Leg) -> bool:
        """Tell whether a leg stands on the paper: whoever travels on it has it on theirs."""
        if leg.status is ItemStatus.CANCELLED:
            return False
        return self._own(leg, [passenger.person_id for passenger in leg.passengers])

    def holds_stay(self, stay: Stay) -> bool:
        """Tell whether a stay stands on the paper: whoever sleeps there has it on theirs."""
        return self._own(stay, [occupant.person_id for room in stay.rooms for occupant in room.occupants])

    def _own(self, thing: Leg | Stay, people: list[str]) -> bool:
        if not (people and self.people):
            return self.sees(thing)
        if not any(person in self.people for person in people):
            return False
        return self.sees(thing) if self.chosen else thing.audience is not Audience.OFFICE

    def _is_titled(self, plan: DayPlan) -> bool:
        is_present = self.view.attendance.is_present
        named = plan.day is not None and bool(plan.day.title)
        return named and any(is_present(person, plan.date) for person in self.people)

    def days(self, *, titled: bool = False) -> tuple[DayPlan, ...]:
        """Return the days on which anything stands on the paper, with just that.

        Where ``titled`` days are wanted, one that has a title stands there too while its people are present.
        """
        readable = self.view.readable(self.readers)
        attended = self._attended(readable) if self.people else {}
        days: list[DayPlan] = []
        for number, plan in enumerate(readable.days):
            items = tuple(attended.get(number, ())) if self.people else plan.items
            legs = tuple([leg for leg in plan.legs if self.holds_leg(leg)])
            if items or legs or (titled and self._is_titled(plan)):
                days.append(DayPlan(plan.date, plan.day, items, legs))
        return tuple(days)

    def _attended(self, readable: Readable) -> dict[int, list[ScheduleItem]]:
        """Return the entries in which some of the people take part, by the number of their day, in order."""
        part, possible = self.view.attendance.part, self.view.attendance.possible
        keys = {key for person in self.people for key in possible(person)}
        found: dict[int, list[ScheduleItem]] = {}
        for day, number in sorted([readable.places[key] for key in keys if key in readable.places]):
            item = readable.days[day].items[number]
            if any(part(item, person) is not None for person in self.people):
                found.setdefault(day, []).append(item)
        return found
