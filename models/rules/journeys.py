"""Who travels to a visit, and who of them has a way there, a way back and a bed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple, cast

from models.rules.audiences import Addressed, Reader, may_see
from models.rules.people import delegates
from models.rules.sequence import period
from models.tables import (
    Audience,
    Delegate,
    DelegateRole,
    ItemStatus,
    Leg,
    LegKind,
    Party,
    PartySide,
    Stay,
    Visit,
)

LONG_DISTANCE = (LegKind.FLIGHT, LegKind.TRAIN, LegKind.SHIP)


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
