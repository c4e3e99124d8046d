"""What was found in a visit and will show in the papers that are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.papers.plan import PaperKind
from ui.style.tokens import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.papers.plan import Wish
    from ui.values import FindingView, VisitView

_OF_TRAVEL = frozenset({"leg", "stay", "visit_contact", "delegate", "delegation"})
"""Where a finding stands that itineraries show and the agenda does not."""
_OWN = frozenset({"person", "delegate", "delegation"})


def touching(visit: VisitView, wishes: Sequence[Wish]) -> tuple[FindingView, ...]:
    """Return errors and warnings that touch one of the papers."""
    agenda = any(wish.kind is PaperKind.AGENDA for wish in wishes)
    itineraries = any(wish.kind is not PaperKind.AGENDA for wish in wishes)
    readers = {wish.who for wish in wishes}
    for delegation in visit.delegations:
        people = {person.id for person in delegation.people}
        if delegation.id in readers:
            readers |= people
        elif not readers.isdisjoint(people):
            # Whose itinerary it is also stands in it.
            readers.add(delegation.id)

    def touches(found: FindingView) -> bool:
        if found.severity not in (Severity.ERROR, Severity.WARN):
            return False
        things: Sequence[tuple[str, str]] = found.finding.objects
        if agenda and things[0][0] not in _OF_TRAVEL:
            return True
        # What is about certain travellers touches their own papers.
        own = {_owner(visit, thing) for thing in things if thing[0] in _OWN}
        return itineraries and not (things[0][0] in _OWN and own.isdisjoint(readers))

    return tuple(found for found in visit.findings if touches(found))


def _owner(visit: VisitView, thing: tuple[str, str]) -> str:
    """Return the id of the person or the delegation that a row is about."""
    table, row_id = thing
    if table != "delegate":
        return row_id
    delegate = visit.rows.get(thing)
    return getattr(delegate, "person_id", "")
