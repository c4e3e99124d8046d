"""Whom a paper can be for, and for whom somebody means when they type a part of a name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from models.errors import NotFound
from models.rules.audiences import ALL_PARTIES, OFFICE, Reader
from models.rules.search import find
from models.tables import Audience, PartySide
from models.text.localised import NO_TEXT, LocalisedText, Written
from models.text.names import Name, full_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from models.tables import Delegation, Organisation, Party, Person, Visit


class Kind(Enum):
    """What a choice is."""

    PARTY = "party"
    """All delegations of a party; offered where it sends several."""
    DELEGATION = "delegation"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Choice:
    """One whom a paper can be for; ``names`` of a side or a delegation lead to it."""

    id: str
    kind: Kind
    title: LocalisedText = NO_TEXT
    acronym: str = ""
    person: Name | None = None
    names: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return how the choice is listed beside others that were meant."""
        return self.label("en").text

    @property
    def texts(self) -> tuple[str, ...]:
        """Return every name that leads to this choice."""
        if self.person is None:
            return self.names
        return tuple(dict.fromkeys(text for text in _names_of_person(self.person) if text.strip()))

    def label(self, language: str) -> Written:
        """Return what the choice is called in a language."""
        if self.person is not None:
            return full_name(self.person, language)
        written = self.title.pick((language,))
        return written or Written(self.acronym, language)


def choices(visit: Visit, *, people: bool = True, delegations: bool = True) -> tuple[Choice, ...]:
    """Return whom papers of a visit can be for: whole sides, delegations, people, in their order."""
    found: dict[str, Choice] = {}
    if delegations:
        found.update((choice.id, choice) for choice in _sides(visit))
    if people:
        for delegation in visit.delegations:
            for delegate in delegation.delegates:
                found.setdefault(delegate.person_id, _person(delegate.person))
    return tuple(found.values())


def find_choice(offered: Sequence[Choice], text: str) -> Choice:
    """Return the choice that an id or a part of a name means; raises NotFound and Ambiguous."""
    try:
        return find(offered, "recipient", text)
    except NotFound:
        known = tuple(choice.acronym or choice.name for choice in offered if choice.person is None)
        raise NotFound(what="recipient", text=text, known=known) from None


def find_reader(visit: Visit, text: str) -> Reader:
    """Return the audience that somebody typed: public, parties, office, or one of the organisations."""
    by_word = {"public": Reader(Audience.PUBLIC), "parties": ALL_PARTIES, "office": OFFICE}
    if text.strip().casefold() in by_word:
        return by_word[text.strip().casefold()]
    offered = [
        _house_choice(party.id, Kind.PARTY, party.organisation, names=_names_of_party(visit, party))
        for party in visit.parties
    ]
    try:
        return Reader(Audience.PARTY, find(offered, "party", text).id)
    except NotFound:
        known = (*by_word, *(choice.acronym or choice.name for choice in offered))
        raise NotFound(what="audience", text=text, known=known) from None


def default_side(visit: Visit) -> str | None:
    """Return the one party that travels, or one with people where no side does; None where that is open."""
    sending = {delegation.party_id for delegation in visit.delegations}
    guests = [party for party in visit.parties if party.side is PartySide.GUEST and party.id in sending]
    if len(guests) == 1:
        return guests[0].id
    return next(iter(sending)) if not guests and len(sending) == 1 else None


def _sides(visit: Visit) -> Iterator[Choice]:
    for party in visit.parties:
        mine = [delegation for delegation in visit.delegations if delegation.party_id == party.id]
        if len(mine) > 1:
            yield _house_choice(party.id, Kind.PARTY, party.organisation)
        for delegation in mine:
            yield _delegation(delegation)


def _delegation(delegation: Delegation) -> Choice:
    choice = _house_choice(delegation.id, Kind.DELEGATION, delegation.organisation)
    if not delegation.title:
        return choice
    return Choice(
        choice.id,
        choice.kind,
        delegation.title,
        choice.acronym,
        None,
        (*choice.names, *delegation.title.values()),
    )


def _house_choice(key: str, kind: Kind, organisation: Organisation, names: Iterable[str] = ()) -> Choice:
    found_by = tuple(name for name in (organisation.acronym, *organisation.name.values(), *names) if name)
    return Choice(key, kind, organisation.name, organisation.acronym, None, found_by)


def _names_of_party(visit: Visit, party: Party) -> Iterator[str]:
    """Yield the names of a party's delegations: who types NMIJ means the side of AIST."""
    for delegation in visit.delegations:
        if delegation.party_id == party.id:
            yield delegation.organisation.acronym
            yield from delegation.organisation.name.values()


def _person(person: Person) -> Choice:
    return Choice(person.id, Kind.PERSON, person=person.name)


def _names_of_person(name: Name) -> Iterator[str]:
    """Yield a name in each script, in both orders, and as it sounds."""
    for tag in dict.fromkeys((*name.family, *name.given, "en")):
        yield full_name(name, tag, title=False).text
        yield f"{name.given.text_in(tag)} {name.family.text_in(tag)}"
    yield from name.preferred.values()
    yield from name.reading.values()
