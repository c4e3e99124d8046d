"""Who takes part in what."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import NamedTuple

from models.rules.companions import Company, company, served_by
from models.rules.people import delegates, is_there
from models.rules.zones import slot_at_home
from models.tables import (
    Delegate,
    DelegateRole,
    Delegation,
    Participation,
    ParticipationRole,
    Presentation,
    ScheduleItem,
    TourGroup,
    TourStop,
    Visit,
)

_ATTENDING = (ParticipationRole.PARTICIPANT, ParticipationRole.HOST, ParticipationRole.GUEST)
"""Who is named as one of these is there instead of everybody; the others have a task before whoever comes."""


class Part(NamedTuple):
    """How a person takes part in an entry: as what, in which tour group, with which talks."""

    roles: tuple[ParticipationRole, ...]
    group: TourGroup | None
    talks: tuple[Presentation, ...]
    guided: tuple[TourStop, ...] = ()
    """The stops of a tour at which the person guides."""

    @property
    def attends_only(self) -> bool:
        """Tell whether the person only sits there."""
        return (
            not self.talks
            and not self.guided
            and self.group is None
            and all(role is ParticipationRole.PARTICIPANT for role in self.roles)
        )


_EVERYBODY = Part((), None, ())
_ALONE = Company()


class Attendance:
    """Answers for one loaded visit how a person takes part in an entry.

    Exclusion wins over everything; who is named in person stays in, whatever becomes of the delegation. A
    delegation, and everyone, means those who are present that day. An entry without participants, hosts or
    guests of its own is for everybody who is present; one with them is for these, for its speakers, chairs
    and interpreters, and for the members of its tour groups with those who go with them: escorts,
    interpreters, and where a group names no interpreter, those of its members' delegations. Who guides at
    a stop of a tour takes part in it. The day of an entry is that by the clock of the visit.
    """

    def __init__(self, visit: Visit) -> None:
        self._posts: defaultdict[str, list[tuple[Delegation, Delegate]]] = defaultdict(list)
        for delegation, delegate in delegates(visit):
            self._posts[delegate.person_id].append((delegation, delegate))
        self._anybody: set[str] = set()
        self._parts: dict[tuple[str, str], Part | None] = {}
        self._by_delegation: defaultdict[str, set[str]] = defaultdict(set)
        self._by_person: defaultdict[str, set[str]] = defaultdict(set)
        self._visit = visit
        self._indexed = False

    def part(self, item: ScheduleItem, person_id: str) -> Part | None:
        """Return how a person takes part in an entry, or None where they do not."""
        key = (item.id, person_id)
        if key not in self._parts:
            self._parts[key] = self._part(item, person_id)
        return self._parts[key]

    def _part(self, item: ScheduleItem, person_id: str) -> Part | None:
        date = slot_at_home(item, self._visit.time_zone).date
        if not item.participations and not item.tours and not item.presentations:
            return _EVERYBODY if self.is_present(person_id, date) else None
        groups = [group for tour in item.tours for group in tour.groups]
        goes, group, interprets = self._company(groups, person_id, date) if groups else _ALONE
        talks = tuple(
            [
                talk
                for talk in item.presentations
                if person_id in [speaker.person_id for speaker in talk.speakers]
            ]
        )
        guided = tuple([stop for tour in item.tours for stop in tour.stops if stop.guide_id == person_id])
        group_id = group.id if group else None
        named = self._named(item, person_id, group_id, date) if item.participations else []
        excluding = [part for part in named if part.excluded]
        if excluding:
            own = [part for part in named if part.person_id == person_id]
            if not own or any(part in excluding for part in own):
                return None
            named = [part for part in named if part not in excluding]
        roles = tuple([part.role for part in named])
        if len(roles) > 1:
            roles = tuple(dict.fromkeys(roles))
        if interprets and ParticipationRole.INTERPRETER not in roles:
            roles = (*roles, ParticipationRole.INTERPRETER)
        if talks or roles or goes or guided:
            return Part(roles, group, talks, guided)
        if is_limited(item) or any(group.members for group in groups):
            return None
        return _EVERYBODY if self.is_present(person_id, date) else None

    def _company(self, groups: list[TourGroup], person_id: str, date: dt.date) -> Company:
        return company(groups, person_id, served_by(self._posts.get(person_id, ()), date))

    def possible(self, person_id: str) -> set[str]:
        """Return the keys of the entries in which a person may take part; of all others they do not."""
        if not self._indexed:
            for item in self._visit.items:
                self._index(item)
            self._indexed = True
        mine = (self._by_delegation.get(delegation.id, set()) for delegation, _ in self.posts(person_id))
        return self._anybody.union(self._by_person.get(person_id, ()), *mine)

    def is_present(self, person_id: str, date: dt.date) -> bool:
        """Tell whether a person is there on a day, in any delegation."""
        return any(is_there(delegate, date) for _, delegate in self._posts.get(person_id, ()))

    def posts(self, person_id: str) -> list[tuple[Delegation, Delegate]]:
        """Return the places of a person in delegations."""
        return self._posts.get(person_id, [])

    def _index(self, item: ScheduleItem) -> None:
        """Note who may take part in an entry: anybody, or only those whom it names."""
        key = item.id
        members = [
            member.person_id for tour in item.tours for group in tour.groups for member in group.members
        ]
        if not members and not is_limited(item):
            self._anybody.add(key)
            return
        groups = [group for tour in item.tours for group in tour.groups]
        with_them = [one for group in groups for one in (group.escort_id, group.interpreter_id) if one]
        with_them += [stop.guide_id for tour in item.tours for stop in tour.stops if stop.guide_id]
        for person in (*members, *with_them, *(self._interpreters() if groups else ())):
            self._by_person[person].add(key)
        for talk in item.presentations:
            for speaker in talk.speakers:
                if speaker.person_id is not None:
                    self._by_person[speaker.person_id].add(key)
        for part in item.participations:
            if part.person_id is not None:
                self._by_person[part.person_id].add(key)
            elif part.delegation_id is not None:
                self._by_delegation[part.delegation_id].add(key)
            elif is_everyone(part):
                self._anybody.add(key)

    def _interpreters(self) -> list[str]:
        return [
            person
            for person, posts in self._posts.items()
            if any(delegate.role is DelegateRole.INTERPRETER for _, delegate in posts)
        ]

    def _named(
        self, item: ScheduleItem, person_id: str, group_id: str | None, date: dt.date
    ) -> list[Participation]:
        mine = [
            delegation.id
            for delegation, delegate in self._posts.get(person_id, ())
            if is_there(delegate, date)
        ]
        present = self.is_present(person_id, date)
        return [
            part
            for part in item.participations
            if part.person_id == person_id
            or part.delegation_id in mine
            or (group_id is not None and part.group_id == group_id)
            or (present and is_everyone(part))
        ]


def is_everyone(part: Participation) -> bool:
    """Tell whether a participation names nobody and so means everyone."""
    return not (part.person_id or part.delegation_id or part.group_id or part.organisation_id)


def is_limited(item: ScheduleItem) -> bool:
    """Tell whether an entry says who takes part, and so is not for everybody."""
    return any(part.role in _ATTENDING and not part.excluded for part in item.participations)
