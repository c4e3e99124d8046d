"""Who is in a delegation: joining it, going over to another, the order of precedence of all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from models.actions.action import action
from models.actions.visits import delegate
from models.rules.order import keys_in_row
from models.rules.people import held_among, held_on
from models.store import Writing
from models.tables import Affiliation, Delegate, DelegateRole, Delegation, Organisation, Party, VisitDay


@action("delegate.join")
def join_delegation(
    writing: Writing,
    delegation_id: str,
    person_id: str,
    *,
    role: str = DelegateRole.MEMBER,
    before: str | None = None,
    own: bool = False,
    interprets: Sequence[str] = (),
) -> str:
    """Put a person into a delegation, with the post that they hold when the visit begins.

    With ``own`` the delegation of their own organisation goes before the one that is named. Somebody who is
    in it already stays as they are; answers with the key of the delegate.
    """
    group = writing.get(Delegation, delegation_id)
    if own:
        group = _own_delegation(writing, group, person_id)
        delegation_id = group.id
    known = writing.where(Delegate, delegation_id=delegation_id, person_id=person_id)
    if known:
        return known[0].id
    held = held_among(_posts(writing, person_id), _first_day(writing, group), group.organisation_id)
    key = delegate.add.within(
        writing,
        delegation_id=delegation_id,
        person_id=person_id,
        role=role,
        interprets=tuple(interprets),
        organisation_id=held.organisation_id if held else None,
        position=held.position if held else {},
    )
    if before is not None:
        delegate.move.within(writing, key, before)
    writing.label_values["id"] = key
    return key


def _own_delegation(writing: Writing, group: Delegation, person_id: str) -> Delegation:
    """Return the delegation of a person's organisation, or of the next above it, else the one given."""
    groups = writing.where(Delegation, visit_id=group.visit_id)
    groups.sort(key=lambda each: (each.id != group.id, each.order, each.id))
    parties = {each.id: each.organisation_id for each in writing.where(Party, visit_id=group.visit_id)}
    for post in held_on(_posts(writing, person_id), _first_day(writing, group)):
        seen: set[str] = set()
        above: str | None = post.organisation_id
        while above is not None and above not in seen:
            seen.add(above)
            sent = [each for each in groups if each.organisation_id == above]
            sent += [each for each in groups if parties.get(each.party_id) == above]
            if sent:
                return sent[0]
            above = writing.get(Organisation, above).parent_id
    return group


def _posts(writing: Writing, person_id: str) -> list[Affiliation]:
    return sorted(writing.where(Affiliation, person_id=person_id), key=lambda post: (post.order, post.id))


def _first_day(writing: Writing, group: Delegation) -> dt.date | None:
    return min((day.date for day in writing.where(VisitDay, visit_id=group.visit_id)), default=None)


@action("delegate.transfer")
def transfer(writing: Writing, key: str, delegation_id: str, before: str | None = None) -> None:
    """Put a delegate into another delegation, before one of its members or at the end."""
    writing.label_values["id"] = key
    row = writing.get(Delegate, key)
    writing.get(Delegation, delegation_id)
    target = writing.get(Delegate, before) if before is not None else None
    place = writing.order_before(target, Delegate, delegation_id=delegation_id)
    writing.change(row, {"delegation_id": delegation_id, "order": place})


@action("visit.rank")
def rank(writing: Writing, key: str, orders: Mapping[str, Sequence[str]]) -> None:
    """Set the order of precedence in delegations of a visit: by delegation the keys of its members in order.

    Who joined meanwhile and is not named comes behind.
    """
    writing.label_values["id"] = key
    for delegation_id, wanted in orders.items():
        members = {each.id: each for each in writing.where(Delegate, delegation_id=delegation_id)}
        others = sorted(
            (each for each in members.values() if each.id not in wanted),
            key=lambda each: (each.order, each.id),
        )
        order = [members[each] for each in wanted if each in members] + others
        for row, place in zip(order, keys_in_row(len(order)), strict=True):
            writing.change(row, {"order": place})


@action("delegate.post")
def take_post(writing: Writing, key: str) -> None:
    """Let a delegate have the post that the directory knows for the days of the visit."""
    row = writing.get(Delegate, key)
    group = writing.get(Delegation, row.delegation_id)
    posts, first = _posts(writing, row.person_id), _first_day(writing, group)
    held = held_among(posts, first, row.organisation_id or group.organisation_id)
    writing.label_values["id"] = key
    if held is not None:
        writing.change(row, {"position": held.position, "organisation_id": held.organisation_id})
