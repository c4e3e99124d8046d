"""Who travels to a visit, and who of them has a way there, a way back and a bed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import NamedTuple, cast

from models.rules.audiences import Addressed, Reader, may_see
from models.rules.people import delegates
from models.rules.sequence import period
from models.rules.zones import zone_of_place
from models.tables import (
    Audience,
    Delegate,
    DelegateRole,
    ItemStatus,
    Leg,
    LegKind,
    Party,
    PartySide,
    Place,
    Room,
    Stay,
    Visit,
)

LONG_DISTANCE = (LegKind.FLIGHT, LegKind.TRAIN, LegKind.SHIP)
_THERE_AND_BACK = 2


class Traveller(NamedTuple):
    """One who travels, and the first and last day there."""

    delegate: Delegate
    first: dt.date
    last: dt.date

    @property
    def person(self) -> str:
        """Return the key of the person."""
        return self.delegate.person_id


def travellers(visit: Visit, party: Party) -> list[Traveller]:
    """Return who of a party travels to a visit: hosts are at home, interpreters often live there."""
    days = period(visit)
    if days is None or party.side is not PartySide.GUEST:
        return []
    at_home = {delegate.person_id for host, delegate in delegates(visit) if host.party.side is PartySide.HOST}
    found: dict[str, Traveller] = {}
    for delegation, delegate in delegates(visit):
        if delegation.party_id != party.id or delegate.person_id in at_home:
            continue
        if delegate.role is not DelegateRole.INTERPRETER:
            one = Traveller(delegate, delegate.present_from or days[0], delegate.present_to or days[1])
            found.setdefault(one.person, one)
    return list(found.values())


class Nights(NamedTuple):
    """When one moves in and when out."""

    check_in: dt.date
    check_out: dt.date


def nights_of(stay: Stay, room: Room | None = None, people: Sequence[PersonDays] = ()) -> Nights:
    """Return the nights of a room: its own, else those of the people in it, else those of its stay.

    Of several people it is from the first who comes to the last who goes; of whose days nothing is known is
    there for the whole stay.
    """
    if room is not None and room.first_night is not None and room.last_night is not None:
        return Nights(room.first_night, room.last_night + dt.timedelta(1))
    whole = Nights(stay.check_in, stay.check_out)
    own = [_within(whole, days) for days in people] or [whole]
    return Nights(min(one.check_in for one in own), max(one.check_out for one in own))


def _within(stay: Nights, days: PersonDays) -> Nights:
    first = max(days.first or stay.check_in, stay.check_in)
    last = min(days.last or stay.check_out, stay.check_out)
    # Days that hold no night of the stay say nothing about it.
    return Nights(first, last) if first < last else stay


class PersonDays(NamedTuple):
    """When a person comes and goes, as far as that is known."""

    first: dt.date | None = None
    last: dt.date | None = None


def days_of(visit: Visit, person_id: str) -> PersonDays:
    """Return when a person comes and goes: as the delegation says, else by the first and last own journey."""
    posts = [delegate for _, delegate in delegates(visit, person_id)]
    firsts, lasts = [one.present_from for one in posts], [one.present_to for one in posts]
    # In two delegations one is there while either is; without a day it is the whole visit.
    first = min([day for day in firsts if day], default=None) if all(firsts) else None
    last = max([day for day in lasts if day], default=None) if all(lasts) else None
    if first is not None and last is not None:
        return PersonDays(first, last)
    way = _round_trip(visit, person_id)
    return PersonDays(first or way.first, last or way.last)


def _round_trip(visit: Visit, person_id: str) -> PersonDays:
    """Return the days between the way there and the way back, where the legs end where they began."""
    legs = [
        leg
        for leg in visit.legs
        if leg.kind in LONG_DISTANCE
        and leg.status is not ItemStatus.CANCELLED
        and any(passenger.person_id == person_id for passenger in leg.passengers)
    ]
    legs.sort(key=lambda leg: (leg.departure_date, leg.departure_time or dt.time(), leg.id))
    if len(legs) < _THERE_AND_BACK or not _is_one_region(legs[0].from_place, legs[-1].to_place):
        return PersonDays()
    there, back = 0, len(legs) - 1
    while there + 1 < back and _connects(legs[there], legs[there + 1]):
        there += 1
    while back - 1 > there and _connects(legs[back - 1], legs[back]):
        back -= 1
    return PersonDays(legs[there].arrival_date or legs[there].departure_date, legs[back].departure_date)


def _connects(one: Leg, following: Leg) -> bool:
    """Tell whether one changes from a leg to the next on the day on which it arrives."""
    return (
        one.to_place_id is not None
        and one.to_place_id == following.from_place_id
        and following.departure_date == (one.arrival_date or one.departure_date)
    )


def _is_one_region(one: Place | None, other: Place | None) -> bool:
    """Tell whether two places are the same, or at least go by the clock of one country."""
    if one is None or other is None:
        return False
    zone = zone_of_place(one)
    return one.id == other.id or bool(zone and zone == zone_of_place(other))


def sleeps_in(room: Room, people: Collection[str]) -> bool:
    """Tell whether one of some people sleeps in a room."""
    return any(occupant.person_id in people for occupant in room.occupants)


def with_way_there(visit: Visit, party: Party, people: Sequence[Traveller]) -> set[str]:
    """Return who has a leg that can be the journey there: before the last day, or on the only one."""
    legs = _legs(visit, party)
    return _best(
        [(leg, one) for leg in legs for one in people if leg.departure_date < one.last or _one_day(one)]
    )


def with_way_back(visit: Visit, party: Party, people: Sequence[Traveller]) -> set[str]:
    """Return who has a leg that can be the journey back: after the first day, or on the only one."""
    legs = _legs(visit, party)
    return _best(
        [(leg, one) for leg in legs for one in people if leg.departure_date > one.first or _one_day(one)]
    )


def with_bed(visit: Visit, party: Party, people: Sequence[Traveller]) -> set[str]:
    """Return who has a bed or needs none; a stay whose rooms name nobody is for all who may see it."""
    found = {one.person for one in people if _one_day(one)}
    for stay in visit.stays:
        named = {occupant.person_id for room in stay.rooms for occupant in room.occupants}
        if named or _is_for(party, stay):
            found |= {one.person for one in people if not named or one.person in named}
    return found


def _one_day(one: Traveller) -> bool:
    return one.first >= one.last


def _legs(visit: Visit, party: Party) -> list[Leg]:
    """Return the legs that a party may travel on; one without passengers is for all who may see it."""
    return [
        leg
        for leg in visit.legs
        if leg.status is not ItemStatus.CANCELLED and (leg.passengers or _is_for(party, leg))
    ]


def _is_for(party: Party, thing: Leg | Stay) -> bool:
    return may_see(Reader(Audience.PARTY, party.id), cast("Addressed", thing))


def _best(pairs: Sequence[tuple[Leg, Traveller]]) -> set[str]:
    """Return who travels far; where nobody of a party does, who travels at all."""
    taken = [
        (leg, one.person)
        for leg, one in pairs
        if not leg.passengers or any(passenger.person_id == one.person for passenger in leg.passengers)
    ]
    far = {person for leg, person in taken if leg.kind in LONG_DISTANCE}
    return far or {person for _, person in taken}
