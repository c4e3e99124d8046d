"""How people get there, and where they sleep."""

import datetime as dt

from sqlalchemy.orm import Mapped

from models.tables.base import Row
from models.tables.choices import Audience, ItemStatus, LegKind, RoomKind
from models.tables.directory import Organisation, Person, Place
from models.tables.fields import block, line, localised, one, order, owned, reference, value, zone
from models.tables.visits import Party, Visit
from models.text.localised import LocalisedText


class Leg(Row):
    """A flight, a train, a transfer; each end has its own wall clock and zone."""

    __tablename__ = "leg"

    visit_id: Mapped[str] = reference("visit")
    kind: Mapped[LegKind] = value(LegKind.FLIGHT)
    title: Mapped[LocalisedText] = localised()
    number: Mapped[str] = line()
    from_place_id: Mapped[str | None] = reference("place")
    to_place_id: Mapped[str | None] = reference("place")
    departure_date: Mapped[dt.date] = value(group="departure")
    departure_time: Mapped[dt.time | None] = value(group="departure")
    departure_zone: Mapped[str] = zone(group="departure")
    departure_fold: Mapped[int] = value(0, group="departure")
    departure_terminal: Mapped[LocalisedText] = localised()
    arrival_date: Mapped[dt.date | None] = value(group="arrival")
    arrival_time: Mapped[dt.time | None] = value(group="arrival")
    arrival_zone: Mapped[str] = zone(group="arrival")
    arrival_fold: Mapped[int] = value(0, group="arrival")
    arrival_terminal: Mapped[LocalisedText] = localised()
    status: Mapped[ItemStatus] = value(ItemStatus.CONFIRMED)
    audience: Mapped[Audience] = value(Audience.PARTIES, group="audience")
    audience_party_id: Mapped[str | None] = reference("party", group="audience")
    vehicle: Mapped[LocalisedText] = localised()
    driver: Mapped[str] = line()
    driver_phone: Mapped[str] = line()
    remarks: Mapped[LocalisedText] = localised(lines=True)
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    visit: Mapped[Visit] = one("Leg.visit_id")
    from_place: Mapped[Place | None] = one("Leg.from_place_id")
    to_place: Mapped[Place | None] = one("Leg.to_place_id")
    audience_party: Mapped[Party | None] = one("Leg.audience_party_id")
    passengers: Mapped[list["LegPassenger"]] = owned("LegPassenger", "leg_id")


class LegPassenger(Row):
    """That a person travels on a leg; key derived from both ends."""

    __tablename__ = "leg_passenger"

    leg_id: Mapped[str] = reference("leg")
    person_id: Mapped[str] = reference("person")
    seat: Mapped[str] = line()
    booking_code: Mapped[str] = line()
    order: Mapped[str] = order()

    leg: Mapped[Leg] = one("LegPassenger.leg_id")
    person: Mapped[Person] = one("LegPassenger.person_id")


class Stay(Row):
    """A block of hotel rooms."""

    __tablename__ = "stay"

    visit_id: Mapped[str] = reference("visit")
    place_id: Mapped[str | None] = reference("place")
    check_in: Mapped[dt.date] = value(group="nights")
    check_in_time: Mapped[dt.time | None] = value(group="nights")
    check_out: Mapped[dt.date] = value(group="nights")
    check_out_time: Mapped[dt.time | None] = value(group="nights")
    payer_id: Mapped[str | None] = reference("organisation")
    release_date: Mapped[dt.date | None] = value()
    """Until when unused rooms can be given back without cost."""
    audience: Mapped[Audience] = value(Audience.PARTIES, group="audience")
    audience_party_id: Mapped[str | None] = reference("party", group="audience")
    booking_code: Mapped[str] = line()
    remarks: Mapped[LocalisedText] = localised(lines=True)
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    visit: Mapped[Visit] = one("Stay.visit_id")
    place: Mapped[Place | None] = one("Stay.place_id")
    payer: Mapped[Organisation | None] = one("Stay.payer_id")
    audience_party: Mapped[Party | None] = one("Stay.audience_party_id")
    rooms: Mapped[list["Room"]] = owned("Room", "stay_id")


class Room(Row):
    """A room of a stay; its nights are those of the stay unless it says otherwise."""

    __tablename__ = "room"

    stay_id: Mapped[str] = reference("stay")
    number: Mapped[str] = line()
    kind: Mapped[RoomKind] = value(RoomKind.SINGLE)
    first_night: Mapped[dt.date | None] = value(group="nights")
    last_night: Mapped[dt.date | None] = value(group="nights")
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    stay: Mapped[Stay] = one("Room.stay_id")
    occupants: Mapped[list["RoomOccupant"]] = owned("RoomOccupant", "room_id")


class RoomOccupant(Row):
    """That a person sleeps in a room; key derived from both ends."""

    __tablename__ = "room_occupant"

    room_id: Mapped[str] = reference("room")
    person_id: Mapped[str] = reference("person")
    order: Mapped[str] = order()

    room: Mapped[Room] = one("RoomOccupant.room_id")
    person: Mapped[Person] = one("RoomOccupant.person_id")
