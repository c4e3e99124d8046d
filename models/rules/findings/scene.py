"""A visit prepared for the rules: its things in the order in which it happens, and when they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from models.rules import zones
from models.rules.findings.finding import Thing, thing
from models.rules.people import delegates, is_there
from models.rules.sequence import day_plans, in_sequence
from models.rules.zones import WallTime
from models.tables import (
    Delegate,
    ItemStatus,
    Leg,
    Organisation,
    Person,
    Place,
    Presentation,
    Row,
    ScheduleItem,
    Visit,
)

SHORTEST = dt.timedelta(minutes=1)
"""How long something lasts at least whose end is open: two that begin together do meet."""


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another, in UTC."""

    start: dt.datetime
    end: dt.datetime

    def meets(self, other: Span) -> bool:
        """Tell whether both have time in common; touching ends are none."""
        return self.start < other.end and other.start < self.end


class Scene:
    """A visit and what several rules need to know of it, each worked out once.

    What is cancelled is left out of ``items`` and ``legs``: nothing about it matters any more.
    """

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.home = visit.time_zone
        """The zone that holds where none is named."""
        self._present_on: dict[dt.date, frozenset[str]] = {}

    @cached_property
    def items(self) -> tuple[ScheduleItem, ...]:
        """The entries in the order in which they happen."""
        return tuple(
            item
            for plan in day_plans(self.visit)
            for item in plan.items
            if item.status is not ItemStatus.CANCELLED
        )

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """The legs in the order in which they leave."""
        return tuple(
            leg
            for plan in day_plans(self.visit)
            for leg in plan.legs
            if leg.status is not ItemStatus.CANCELLED
        )

    @cached_property
    def talks(self) -> tuple[tuple[ScheduleItem, Presentation], ...]:
        """The talks, each with its session."""
        return tuple((item, talk) for item in self.items for talk in item.presentations)

    @cached_property
    def present(self) -> dict[str, tuple[Delegate, ...]]:
        """The delegates by person: a person in two delegations is one person."""
        found: dict[str, list[Delegate]] = {}
        for _, delegate in delegates(self.visit):
            found.setdefault(delegate.person_id, []).append(delegate)
        return {person: tuple(mine) for person, mine in found.items()}

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody who has a part: delegates first, then speakers and others named in entries."""
        found = {delegate.person_id: delegate.person for _, delegate in delegates(self.visit)}
        for item in self.items:
            for part in item.participations:
                if part.person is not None:
                    found.setdefault(part.person.id, part.person)
            for talk in item.presentations:
                for speaker in talk.speakers:
                    if speaker.person is not None:
                        found.setdefault(speaker.person.id, speaker.person)
        return tuple(found.values())

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The places that stand on papers, in the order in which they come up."""
        used: dict[str, Place] = {}
        for place in self._places():
            if place is not None:
                used.setdefault(place.id, place)
        return tuple(used.values())

    def _places(self) -> Iterator[Place | None]:
        for item in self.items:
            yield from (item.place, item.alternative_place, item.meeting_point)
            for tour in item.tours:
                yield from (stop.place for stop in tour.stops)
        for leg in self.legs:
            yield from (leg.from_place, leg.to_place)
        yield from (stay.place for stay in self.visit.stays)

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations of parties and delegations."""
        used = [party.organisation for party in self.visit.parties]
        used += [delegation.organisation for delegation in self.visit.delegations]
        return tuple({organisation.id: organisation for organisation in used}.values())

    @cached_property
    def rows(self) -> dict[Thing, Row]:
        """The things of the visit by table and id, in the order in which the visit happens."""
        return {thing(row): row for row in _walk(self)}

    @cached_property
    def order(self) -> dict[Thing, int]:
        """The place of each thing in the visit."""
        return {key: place for place, key in enumerate(self.rows)}

    def span(self, row: ScheduleItem | Leg) -> Span | None:
        """Return from when to when an entry or a leg is, or None where its start is not known."""
        if isinstance(row, Leg):
            return self.between(zones.departure(row, self.home), zones.arrival(row, self.home))
        return self.between(zones.item_start(row, self.home), zones.item_end(row, self.home))

    def between(self, first: WallTime | None, last: WallTime | None) -> Span | None:
        """Return the span between two wall-clock times, of which the last may be open."""
        if first is None:
            return None
        start = zones.moment(first)
        end = start if last is None else zones.moment(last)
        return Span(start, max(end, start + SHORTEST))

    def present_on(self, date: dt.date) -> frozenset[str]:
        """Return who is there on a day."""
        if date not in self._present_on:
            self._present_on[date] = frozenset(
                person
                for person, posts in self.present.items()
                if any(is_there(delegate, date) for delegate in posts)
            )
        return self._present_on[date]


def _walk(scene: Scene) -> Iterator[Row]:
    """Yield the things of a visit in the order in which it happens."""
    visit = scene.visit
    yield visit
    yield from visit.parties
    for meeting in visit.meetings:
        yield meeting
        if meeting.series is not None:
            yield meeting.series
    for plan in day_plans(visit):
        if plan.day is not None:
            yield plan.day
        yield from in_sequence(plan, scene.home)
        for item in plan.items:
            yield from item.presentations
            for tour in item.tours:
                yield tour
                yield from tour.stops
                yield from tour.groups
    yield from visit.stays
    yield from visit.contacts
    for delegation in visit.delegations:
        yield delegation
        yield from delegation.delegates
    yield from scene.people
    yield from scene.organisations
    yield from scene.places
