"""Legs, stays and rooms."""

from __future__ import annotations

from collections.abc import Sequence

from models.actions.action import action
from models.actions.entity import Entity
from models.store import Writing
from models.tables import Leg, LegPassenger, Room, RoomOccupant, Stay

leg = Entity(Leg, among=("visit_id",))
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
