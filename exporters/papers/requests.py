"""What somebody asks for: a paper, its languages and readers, and whom it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.papers.choices import Choice, default_side, find_choice
from models.errors import PaperProblem
from models.rules.audiences import Reader
from models.tables import Audience

if TYPE_CHECKING:
    from exporters.papers.view import View
    from models.tables import Visit


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """One paper that somebody wants.

    Without languages it is in the first two of the visit's; without a reader it is for all parties, an
    itinerary for the traveller's own; without ``who`` (an id) an itinerary is for the side that travels. One
    that is ``final`` does not call itself a draft.
    """

    paper: str
    languages: tuple[str, ...] = ()
    reader: Reader | None = None
    who: str | None = None
    layout: str | None = None
    format: str = "docx"
    final: bool = False


def chosen_for(view: View, request: PaperRequest) -> Choice:
    """Return whom a paper is for: by id, by name, or the side that travels; raises PaperProblem."""
    visit, offered = view.visit, view.choices()
    if not offered:
        raise PaperProblem(reason="nobody-to-choose", paper=request.paper)
    if request.who is not None:
        # A party that sends one delegation is not offered beside it, but its id still means it.
        sides = [party for party in visit.parties if party.id == request.who]
        mine = [one for side in sides for one in visit.delegations if one.party_id == side.id]
        return find_choice(offered, mine[0].id if len(mine) == 1 else request.who)
    side = default_side(visit)
    if side is None:
        candidates = tuple((choice.id, choice.label("en").text) for choice in offered)
        raise PaperProblem(reason="who-open", paper=request.paper, candidates=candidates)
    mine = [one for one in visit.delegations if one.party_id == side]
    return find_choice(offered, mine[0].id if len(mine) == 1 else side)


def refuse_others(visit: Visit, choice: Choice, reader: Reader | None) -> None:
    """Keep what is meant for one party alone off the paper of another; raises PaperProblem."""
    if reader is None or reader.audience is not Audience.PARTY:
        return
    parties = {choice.id} | {
        delegation.party_id
        for delegation in visit.delegations
        if delegation.id == choice.id or any(one.person_id == choice.id for one in delegation.delegates)
    }
    if reader.party_id not in parties:
        raise PaperProblem(reason="audience-of-others", who=choice.label("en").text)
