"""Who is who at a visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
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
    ScheduleItem,
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
    return post_of(person, delegates(visit, person.id), on)


def post_of(person: Person, places: Iterable[tuple[Delegation, Delegate]], on: dt.date | None = None) -> Post:
    """Return the post of a person whose places in the delegations are at hand."""
    for delegation, delegate in places:
        organisation = delegate.organisation or delegation.organisation
        return Post(_position(delegate.position, person, organisation.id, on), organisation)
    held = _affiliation(person, on)
    return Post(held.position, held.organisation) if held else Post(NO_TEXT, None)


def position_of(delegate: Delegate, delegation: Delegation, on: dt.date | None = None) -> LocalisedText:
    """Return the position of a delegate: as it stands in the visit, else in the directory."""
    here = delegate.organisation_id or delegation.organisation_id
    return _position(delegate.position, delegate.person, here, on)


def _position(
    stored: LocalisedText, person: Person, organisation_id: str, on: dt.date | None
) -> LocalisedText:
    """Fill the languages that a stored position lacks from the post at that organisation.

    A post that says something else in a language which both have is another post: it fills nothing.
    """
    if not stored:
        held = _affiliation(person, on, organisation_id)
        return held.position if held else NO_TEXT
    for post in held_on(person.affiliations, on):
        known = post.position
        if post.organisation_id == organisation_id and all(
            known.text_in(tag) in ("", text) for tag, text in stored.items()
        ):
            return LocalisedText.stored(dict(sorted({**known, **stored}.items())))
    return stored


def is_there(delegate: Delegate, date: dt.date) -> bool:
    """Tell whether a delegate is at the visit on a day."""
    return (delegate.present_from is None or delegate.present_from <= date) and (
        delegate.present_to is None or date <= delegate.present_to
    )


def _affiliation(
    person: Person, on: dt.date | None, organisation_id: str | None = None
) -> Affiliation | None:
    """Return the first post that a person holds on a day, rather at the organisation asked for."""
    return held_among(person.affiliations, on, organisation_id)


def held_among(
    posts: Iterable[Affiliation], on: dt.date | None, organisation_id: str | None = None
) -> Affiliation | None:
    """Return the first of some posts that is held on a day, rather at the organisation asked for."""
    held = held_on(posts, on)
    return next((post for post in held if post.organisation_id == organisation_id), held[0] if held else None)


def held_on(posts: Iterable[Affiliation], on: dt.date | None) -> list[Affiliation]:
    """Return the posts that are held on a day, in their order."""
    day = on.isoformat() if on else ""
    return [
        post
        for post in posts
        if not day or (post.start <= day and (not post.end or post.end >= day[: len(post.end)]))
    ]


def speakers_of(item: ScheduleItem) -> tuple[Participation, ...]:
    """Return who speaks in an entry itself, outside its talks."""
    return tuple(
        [part for part in item.participations if part.role is ParticipationRole.SPEAKER and not part.excluded]
    )


def chair_of(item: ScheduleItem) -> Person | None:
    """Return who chairs an entry."""
    for part in item.participations:
        if part.role is ParticipationRole.CHAIR and not part.excluded:
            return part.person
    return None
