"""How lists take in what was made while somebody wrote into them: made and linked is one change set."""

from __future__ import annotations

from models.actions.delegations import join_delegation
from models.actions.entity import JOINS
from models.actions.links import LINKS, Links
from models.actions.planning import join_party
from models.actions.schedule import participation, set_chair
from models.actions.visits import delegation
from models.store import Writing
from models.tables import Party


def _linked(place: tuple[str, str], links: Links) -> None:
    def join(writing: Writing, key: str, made: str, shown: object) -> None:
        del shown
        links.entity.add.within(writing, **{links.owner: key, links.target: made})

    JOINS[place] = join


def _chair(writing: Writing, key: str, made: str, shown: object) -> None:
    del shown
    set_chair.within(writing, key, made)


def _participant(writing: Writing, key: str, made: str, role: str) -> None:
    participation.add.within(writing, item_id=key, person_id=made, role=role, excluded=False)


def _delegate(writing: Writing, key: str, made: str, role: str) -> None:
    join_delegation.within(writing, key, made, role=role)


def _party(writing: Writing, key: str, made: str, side: str) -> None:
    join_party.within(writing, key, made, side)


def _delegation(writing: Writing, key: str, made: str, shown: object) -> None:
    del shown
    visit_id = writing.get(Party, key).visit_id
    delegation.add.within(writing, visit_id=visit_id, party_id=key, organisation_id=made)


def enter_joins() -> None:
    """Enter how each list takes in what was made for it."""
    for place, links in LINKS.items():
        _linked(place, links)
    JOINS["schedule_item", "chair"] = _chair
    JOINS["schedule_item", "participations"] = _participant
    JOINS["delegation", "delegates"] = _delegate
    JOINS["visit", "parties"] = _party
    JOINS["party", "delegations"] = _delegation
