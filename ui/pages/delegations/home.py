"""Which delegation of a visit somebody would be expected in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.rules.people import held_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.rules.lookup import Lookup
    from models.tables import Delegate, Delegation, Visit


def home_of(delegate: Delegate, visit: Visit, lookup: Lookup) -> Delegation | None:
    """Return the delegation of the party that somebody belongs to, where they stand in that of another."""
    here = next((each for each in visit.delegations if each.id == delegate.delegation_id), None)
    first = min((each.date for each in visit.days), default=None)
    for post in held_on(delegate.person.affiliations, first):
        for organisation in _upwards(post.organisation_id, lookup):
            sent = [
                each
                for each in visit.delegations
                if organisation in (each.organisation_id, each.party.organisation_id)
            ]
            if sent:
                mine = here is not None and any(each.party_id == here.party_id for each in sent)
                return None if mine else sent[0]
    return None


def _upwards(organisation_id: str, lookup: Lookup) -> Iterator[str]:
    yield organisation_id
    line = lookup.line("organisation", organisation_id)
    if line is not None:
        yield from (above.id for above in lookup.path_of(line) if above.table == "organisation")
