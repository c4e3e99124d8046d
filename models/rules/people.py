"""Who is who at a visit, and who takes part in what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from models.tables import (
    Affiliation,
    Delegate,
    DelegateRole,
    Delegation,
    Organisation,
    Participation,
    ParticipationRole,
    Person,
    Presentation,
    ScheduleItem,
    TourGroup,
    Visit,
)
from models.text.localised import NO_TEXT, LocalisedText

STAFF = (DelegateRole.INTERPRETER, DelegateRole.COORDINATOR)
"""They stand outside the ranking, after a rule and unnumbered."""


@dataclass(frozen=True, slots=True)
class Post:
    """What a person is at a visit: position and organisation."""

    position: LocalisedText
    organisation: Organisation | None


@dataclass(frozen=True, slots=True)
class Part:
    """How a person takes part in an entry: as what, in which tour group, with which talks."""

    roles: tuple[ParticipationRole, ...]
    group: TourGroup | None
    talks: tuple[Presentation, ...]

    @property
    def attends_only(self) -> bool:
        """Tell whether the person only sits there."""
        return (
            not self.talks
            and self.group is None
            and all(role is ParticipationRole.PARTICIPANT for role in self.roles)
        )


def delegates(visit: Visit, person_id: str | None = None) -> Iterator[tuple[Delegation, Delegate]]:
    """Yield the delegates of a visit by delegation and precedence, of one person where asked."""
    for delegation in visit.delegations:
        for delegate in delegation.delegates:
            if person_id is None or delegate.person_id == person_id:
                yield delegation, delegate


def ranked(delegation: Delegation) -> tuple[Delegate, ...]:
    """Return the members of a delegation in order of precedence, without interpreters and staff."""
    return tuple(delegate for delegate in delegation.delegates if delegate.role not in STAFF)


def staff(delegation: Delegation) -> tuple[Delegate, ...]:
    """Return the interpreters and staff of a delegation."""
    return tuple(delegate for delegate in delegation.delegates if delegate.role in STAFF)


def head_of(delegation: Delegation) -> Delegate | None:
    """Return who heads a delegation."""
    return next((delegate for delegate in delegation.delegates if delegate.role is DelegateRole.HEAD), None)


def post_at(visit: Visit, person: Person, on: dt.date | None = None) -> Post:
    """Return the post of a person at a visit: as it stands in the delegation, else as in the directory."""
    for delegation, delegate in delegates(visit, person.id):
        organisation = delegate.organisation or delegation.organisation
        if delegate.position:
            return Post(delegate.position, organisation)
        held = _affiliation(person, on, organisation.id)
        return Post(held.position if held else NO_TEXT, organisation)
    held = _affiliation(person, on)
    return Post(held.position, held.organisation) if held else Post(NO_TEXT, None)


def _affiliation(
    person: Person, on: dt.date | None, organisation_id: str | None = None
) -> Affiliation | None:
    """Return the first post that a person holds on a day, rather at the organisation asked for."""
    day = on.isoformat() if on else ""
    held = [
        post
        for post in person.affiliations
        if not day or (post.start <= day and (not post.end or post.end >= day[: len(post.end)]))
    ]
    return next((post for post in held if post.organisation_id == organisation_id), held[0] if held else None)


def speakers_of(item: ScheduleItem) -> tuple[Participation, ...]:
    """Return who speaks in an entry itself, outside its talks."""
    return tuple(
        part for part in item.participations if part.role is ParticipationRole.SPEAKER and not part.excluded
    )


def chair_of(item: ScheduleItem) -> Person | None:
    """Return who chairs an entry."""
    return next(
        (
            part.person
            for part in item.participations
            if part.role is ParticipationRole.CHAIR and not part.excluded
        ),
        None,
    )


def part_in(visit: Visit, item: ScheduleItem, person: Person) -> Part | None:
    """Return how a person takes part in an entry, or None where they do not.

    Exclusion wins over everything. An entry without participants of its own is for everybody who is present
    that day; one with participants is for these, for its speakers, chairs and interpreters, and for the
    members of its tour groups.
    """
    mine = list(delegates(visit, person.id))
    delegation_ids = {delegation.id for delegation, _ in mine}
    groups = tuple(group for tour in item.tours for group in tour.groups)
    group = next((group for group in groups if any(m.person_id == person.id for m in group.members)), None)
    talks = tuple(
        talk
        for talk in item.presentations
        if any(speaker.person_id == person.id for speaker in talk.speakers)
    )
    named = [
        part
        for part in item.participations
        if part.person_id == person.id
        or (part.delegation_id is not None and part.delegation_id in delegation_ids)
        or (group is not None and part.group_id == group.id)
        or _is_everyone(part)
    ]
    if any(part.excluded for part in named if part.person_id == person.id):
        return None
    if any(part.excluded for part in named) and not any(part.person_id == person.id for part in named):
        return None
    roles = tuple(dict.fromkeys(part.role for part in named if not part.excluded))
    if talks or roles or group is not None:
        return Part(roles, group, talks)
    limited = any(
        part.role is ParticipationRole.PARTICIPANT and not part.excluded for part in item.participations
    )
    if limited or (groups and any(group.members for group in groups)):
        return None
    return Part((), None, ()) if _is_present(mine, item.date) else None


def _is_everyone(part: Participation) -> bool:
    return not (part.person_id or part.delegation_id or part.group_id or part.organisation_id)


def _is_present(mine: list[tuple[Delegation, Delegate]], date: dt.date) -> bool:
    return any(
        (delegate.present_from is None or delegate.present_from <= date)
        and (delegate.present_to is None or date <= delegate.present_to)
        for _, delegate in mine
    )
