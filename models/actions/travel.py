"""Legs, stays and rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from models.actions.action import action
from models.actions.entity import Entity
from models.store import Writing
from models.tables import Leg, LegPassenger, Place, Room, RoomOccupant, Stay


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
            known = _zone_around(writing, place)
            if values.get(column) and known:
                writing.change(row, {zone: known})
            elif teach and values.get(zone) and not known:
                writing.change(place, {"time_zone": values[zone]})


def _zone_around(writing: Writing, place: Place) -> str:
    """Return the zone of a place, else that of where it lies; a merged file may have places in a ring."""
    seen: set[str] = set()
    around: Place | None = place
    while around is not None and around.id not in seen:
        if around.time_zone:
            return around.time_zone
        seen.add(around.id)
        around = writing.find(Place, around.parent_id) if around.parent_id else None
    return ""


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
