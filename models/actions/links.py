"""Lists of links that a form edits as one field: who is a party, who works on it, who is in a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.actions import directory, meetings, schedule, travel
from models.actions.action import Action
from models.actions.entity import Entity
from models.rules.order import keys_in_row
from models.store import Writing


@dataclass(frozen=True, slots=True)
class Links:
    """A list of links: their entity, and the columns to the row of the form and to the other end."""

    entity: Entity[Any]
    owner: str
    target: str
    owned: str
    """The relationship of the form's row that holds them."""
    without: str = ""
    """Another end that must be empty: somebody of an organisation who is not named."""

    def holds(self, link: Any) -> bool:
        """Tell whether a link belongs to this list."""
        return getattr(link, self.target) is not None and not (self.without and getattr(link, self.without))


LINKS: Mapping[tuple[str, str], Links] = {
    ("agreement", "parties"): Links(directory.agreement_party, "agreement_id", "organisation_id", "parties"),
    ("series", "parties"): Links(meetings.series_party, "series_id", "organisation_id", "parties"),
    ("cooperation_item", "parties"): Links(
        meetings.cooperation_party, "item_id", "organisation_id", "parties"
    ),
    ("cooperation_item", "people"): Links(meetings.cooperation_person, "item_id", "person_id", "people"),
    ("presentation", "speakers"): Links(
        schedule.presentation_speaker, "presentation_id", "person_id", "speakers"
    ),
    ("presentation", "open_speakers"): Links(
        schedule.presentation_speaker, "presentation_id", "organisation_id", "speakers", without="person_id"
    ),
    ("tour_group", "members"): Links(schedule.tour_group_member, "group_id", "person_id", "members"),
    ("tour_group", "stops"): Links(schedule.tour_rotation, "group_id", "stop_id", "rotation"),
    ("leg", "passengers"): Links(travel.leg_passenger, "leg_id", "person_id", "passengers"),
    ("room", "occupants"): Links(travel.room_occupant, "room_id", "person_id", "occupants"),
}
"""By the table of the form and the name of its field."""


def _setter(table: str, field: str, links: Links) -> Action[[str, Sequence[str]], None]:
    def act(writing: Writing, key: str, targets: Sequence[str]) -> None:
        writing.label_values["id"] = key
        wanted = list(dict.fromkeys(targets))
        kept: set[str] = set()
        for link in _linked(writing, links, key):
            target = getattr(link, links.target)
            if target in wanted and target not in kept:
                kept.add(target)
            else:
                writing.remove(link)
        for target in wanted:
            if target not in kept:
                links.entity.add.within(writing, **{links.owner: key, links.target: target})
        _put_in_order(writing, links, key, wanted)

    return Action(f"{table}.{field}", act)


def _linked(writing: Writing, links: Links, key: str) -> list[Any]:
    return [link for link in writing.where(links.entity.kind, **{links.owner: key}) if links.holds(link)]


def _put_in_order(writing: Writing, links: Links, key: str, wanted: Sequence[str]) -> None:
    """Give the links the order of the field, where they do not stand so already."""
    found = {getattr(link, links.target): link for link in _linked(writing, links, key)}
    stands = [target for target, _ in sorted(found.items(), key=lambda pair: (pair[1].order, pair[1].id))]
    if [target for target in stands if target in wanted] == list(wanted):
        return
    for target, order in zip(wanted, keys_in_row(len(wanted)), strict=True):
        writing.change(found[target], {"order": order})


SETTERS = {(table, field): _setter(table, field, links) for (table, field), links in LINKS.items()}
"""The actions that set such a field: they take the row's key and the keys of the other ends."""
