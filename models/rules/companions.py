"""Who goes with the groups of a lab tour without being one of their members."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from models.rules.people import is_there
from models.tables import Delegate, DelegateRole, Delegation, TourGroup


class Company(NamedTuple):
    """How a person goes with a tour: in one group or with several, to interpret or not."""

    goes: bool = False
    group: TourGroup | None = None
    """The one group; who goes with several is in none of them."""
    interprets: bool = False


def company(groups: Sequence[TourGroup], person_id: str, served: Collection[str]) -> Company:
    """Return how a person goes with the groups of a tour; ``served`` are those for whom they interpret.

    A group that names an interpreter needs no other.
    """
    for group in groups:
        if any(member.person_id == person_id for member in group.members):
            return Company(goes=True, group=group)
    interpreted = [group for group in groups if group.interpreter_id == person_id]
    if not interpreted and served:
        interpreted = [group for group in groups if group.interpreter_id is None and _has(group, served)]
    with_them = interpreted or [group for group in groups if group.escort_id == person_id]
    if not with_them:
        return Company()
    return Company(
        goes=True, group=with_them[0] if len(with_them) == 1 else None, interprets=bool(interpreted)
    )


def _has(group: TourGroup, people: Collection[str]) -> bool:
    return any(member.person_id in people for member in group.members)


def served_by(posts: Iterable[tuple[Delegation, Delegate]], date: dt.date) -> frozenset[str]:
    """Return for whom somebody interprets on a day: the members of the delegations that they serve."""
    return frozenset(
        member.person_id
        for delegation, delegate in posts
        if delegate.role is DelegateRole.INTERPRETER and is_there(delegate, date)
        for member in delegation.delegates
    )
