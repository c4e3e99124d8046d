"""Who is expected where: whole sets of people, by the same rules as ``Attendance.part`` asks for one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.rules.attendance import is_everyone, is_limited
from models.rules.companions import Company, company, served_by
from models.rules.findings.scene import Scene, Span
from models.rules.zones import WallTime, item_start, moment, slot_at_home
from models.tables import (
    Audience,
    Delegate,
    DelegateRole,
    Delegation,
    ItemKind,
    Leg,
    Participation,
    ScheduleItem,
    TourGroup,
)

ALL = "all"


@dataclass(frozen=True, slots=True)
class Gathering:
    """An entry or a leg in time, and who is there.

    ``named`` are there for a reason of their own; ``others`` because it is for everybody of an audience.
    ``parts`` are the spans of those who come for a part only.
    """

    row: ScheduleItem | Leg
    span: Span
    named: frozenset[str]
    others: frozenset[str] = frozenset()
    audience: str = ALL
    parts: dict[str, Span] = field(default_factory=dict[str, Span])

    def span_of(self, person_id: str) -> Span:
        """Return when a person is there."""
        return self.parts.get(person_id, self.span)


def gatherings(scene: Scene) -> Iterator[Gathering]:
    """Yield the entries and legs whose time is known, with who is there; free time binds nobody."""
    members = {
        delegation.id: frozenset(delegate.person_id for delegate in delegation.delegates)
        for delegation in scene.visit.delegations
    }
    by_audience = _people_by_audience(scene, members)
    for item in scene.items:
        span = scene.span(item)
        if span is not None and item.kind is not ItemKind.FREE:
            yield _gathering(scene, item, span, members, by_audience)
    for leg in scene.legs:
        span = scene.span(leg)
        if span is not None and leg.passengers:
            yield Gathering(leg, span, frozenset(passenger.person_id for passenger in leg.passengers))


def _people_by_audience(scene: Scene, members: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    people: dict[str, frozenset[str]] = {ALL: frozenset(scene.present)}
    for delegation in scene.visit.delegations:
        people[delegation.party_id] = people.get(delegation.party_id, frozenset()) | members[delegation.id]
    return people


def _audience(item: ScheduleItem) -> str:
    """Return for whom an entry is that names nobody: all, one party by its id, or nobody who travels."""
    if item.audience is Audience.OFFICE:
        return ""
    return (item.audience_party_id or "") if item.audience is Audience.PARTY else ALL


def _gathering(
    scene: Scene,
    item: ScheduleItem,
    span: Span,
    members: dict[str, frozenset[str]],
    by_audience: dict[str, frozenset[str]],
) -> Gathering:
    groups = [group for tour in item.tours for group in tour.groups]
    in_group = {group.id: frozenset(member.person_id for member in group.members) for group in groups}
    audience = _audience(item)
    date = slot_at_home(item, scene.home).date
    present = by_audience.get(audience, frozenset[str]()) & scene.present_on(date)
    in_person = _people_of(item).union(*in_group.values())
    implied: set[str] = set()
    everyone = _is_for_everyone(item) or not (is_limited(item) or any(in_group.values()))
    for person, how in _with_groups(scene, groups, date):
        (in_person if _is_named(groups, person) else implied).add(person)
        if how.group is not None:
            in_group[how.group.id] |= {person}
    named = set(in_person)
    out: set[str] = set()
    excluded: set[str] = set()
    for part in item.participations:
        if part.person_id is not None:
            (out if part.excluded else named).add(part.person_id)
        elif part.excluded:
            excluded |= _whole(part, members, in_group, present)
        elif part.delegation_id is not None:
            whole = _whole(part, members, in_group, present)
            named |= whole & scene.present_on(date)
        elif not is_everyone(part):
            named |= _whole(part, members, in_group, present)
    # Who is named in person stays in, whatever becomes of the delegation.
    named -= excluded - {part.person_id for part in item.participations if part.person_id is not None}
    named -= out
    others = ((present if everyone else frozenset[str]()) | implied) - named - excluded - out
    return Gathering(item, span, frozenset(named), others, audience, _parts(scene, item, span))


def _people_of(item: ScheduleItem) -> set[str]:
    """Return who speaks, and who guides at a stop."""
    speaking = (speaker.person_id for talk in item.presentations for speaker in talk.speakers)
    guiding = (stop.guide_id for tour in item.tours for stop in tour.stops)
    return {person for person in (*speaking, *guiding) if person is not None}


def _with_groups(scene: Scene, groups: Sequence[TourGroup], date: dt.date) -> Iterator[tuple[str, Company]]:
    """Yield who goes with the groups of a tour and is no member of one, and how."""
    places: dict[str, list[tuple[Delegation, Delegate]]] = {
        key: [] for group in groups for key in (group.escort_id, group.interpreter_id) if key is not None
    }
    for delegation in scene.visit.delegations if groups else ():
        for delegate in delegation.delegates:
            if delegate.role is DelegateRole.INTERPRETER:
                places.setdefault(delegate.person_id, []).append((delegation, delegate))
    for person, mine in places.items():
        how = company(groups, person, served_by(mine, date))
        if how.goes:
            yield person, how


def _is_named(groups: Sequence[TourGroup], person: str) -> bool:
    return any(person in (group.escort_id, group.interpreter_id) for group in groups)


def _is_for_everyone(item: ScheduleItem) -> bool:
    return any(is_everyone(part) and not part.excluded for part in item.participations)


def _whole(
    part: Participation,
    members: dict[str, frozenset[str]],
    in_group: dict[str, frozenset[str]],
    present: frozenset[str],
) -> frozenset[str]:
    """Return the people of a participation that names no single person."""
    if part.delegation_id is not None:
        return members.get(part.delegation_id, frozenset())
    if part.group_id is not None:
        return in_group.get(part.group_id, frozenset())
    return present if is_everyone(part) else frozenset()


def _parts(scene: Scene, item: ScheduleItem, span: Span) -> dict[str, Span]:
    """Return the spans of those who take part for a part of an entry only."""
    found: dict[str, Span] = {}
    begins = item_start(item, scene.home)
    for part in item.participations:
        if part.person_id is None or part.excluded or begins is None:
            continue
        start = max(_moment(begins, part.start), span.start) if part.start else span.start
        end = min(_moment(begins, part.end), span.end) if part.end else span.end
        if (start, end) != (span.start, span.end) and start < end:
            found[part.person_id] = Span(start, end)
    return found


def _moment(begins: WallTime, time: dt.time) -> dt.datetime:
    """Return the moment of a time within an entry; before its start it is that of the next day."""
    later = dt.timedelta(days=1) if time < begins.time else dt.timedelta()
    return moment(WallTime(begins.date + later, time, begins.zone, begins.fold))
