"""Legs, stays and rooms."""

from __future__ import annotations

from models.actions.entity import Entity
from models.tables import Leg, LegPassenger, Room, RoomOccupant, Stay

leg = Entity(Leg, among=("visit_id",))
leg_passenger = Entity(LegPassenger, among=("leg_id",), ends=("leg_id", "person_id"))
stay = Entity(Stay, among=("visit_id",))
room = Entity(Room, among=("stay_id",))
room_occupant = Entity(RoomOccupant, among=("room_id",), ends=("room_id", "person_id"))
