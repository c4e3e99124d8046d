"""Legs, stays and rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from models.actions.action import action
from models.actions.entity import Entity
from models.rules.zones import Above, zone_of_place
from models.store import Writing
from models.tables import Leg, LegPassenger, Organisation, Place, Room, RoomOccupant, Stay


class _Legs(Entity[Leg]):
    """The zone of an end is that of its place; a place of which none was known keeps the one that is set."""

    def _add(self, writing: Writing, **fields: Any) -> str:
        key = super()._add(writing, **fields)
        # One zone for both ends is a guess of whoever makes the leg; a place does not learn from it.
        ends = {fields.get("departure_zone") or "", fields.get("arrival_zone") or ""}
        self._follow(writing, key, fields, teach=len(ends) > 1 and "" not in ends)
        return key

    def _edit(
        self, writing: Writing, key: str, values: Mapping[str, Any], shown: Mapping[str, Any] | None = None
    ) -> None:
        super()._edit(writing, key, values, shown)
        self._follow(writing, key, values)

    def _follow(self, writing: Writing, key: str, values: Mapping[str, Any], *, teach: bool = True) -> None:
        row = writing.get(Leg, key)
        for column, zone in (("from_place_id", "departure_zone"), ("to_place_id", "arrival_zone")):
            place_id = getattr(row, column)
            if not place_id:
                continue
            place = writing.get(Place, place_id)
            known = zone_of_place(place, _Written(writing))
            if values.get(column) and known:
                writing.change(row, {zone: known})
            elif teach and values.get(zone) and not known:
                writing.change(place, {"time_zone": values[zone]})


class _Written(Above):
    """What a place belongs to, in the file as it is now."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def place(self, place: Place) -> Place | None:
        return self._writing.find(Place, place.parent_id) if place.parent_id else None

    def house(self, place: Place) -> Organisation | None:
        return self._writing.find(Organisation, place.organisation_id) if place.organisation_id else None

    def organisation(self, organisation: Organisation) -> Organisation | None:
        parent = organisation.parent_id
        return self._writing.find(Organisation, parent) if parent else None


leg = _Legs(Leg, among=("visit_id",))
leg_passenger = Entity(LegPassenger, among=("leg_id",), ends=("leg_id", "person_id"))
stay = Entity(Stay, among=("visit_id",))
room = Entity(Room, among=("stay_id",))
room_occupant = Entity(RoomOccupant, among=("room_id",), ends=("room_id", "person_id"))


@action("stay.rooms")
def give_rooms(writing: Writing, key: str, people: Sequence[str]) -> None:
    """Add a single room to a stay for each of some people."""
    writing.label_values["id"] = key
    writing.get(Stay, key)
    for person in people:
        added = room.add.within(writing, stay_id=key)
        room_occupant.add.within(writing, room_id=added, person_id=person)
