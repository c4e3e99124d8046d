"""The forms of journeys, stays and rooms."""

from __future__ import annotations

from models.text.catalogue import mark_in
from ui.forms.spec import FieldKind, FieldSpec, FormSpec, GroupSpec
from ui.forms.specs.shared import AUDIENCE, OFFICE_NOTE

STATIONS = (("flight", "airport"), ("train", "station"), ("bus", "station"), ("", "other"))
"""Where a journey begins and ends, by what carries the travellers."""

LEG = FormSpec(
    table="leg",
    called=mark_in("form", "Journey"),
    icon="plane",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("kind", FieldKind.CHOICE, mark_in("form", "Kind"), choices="LegKind", half=True),
                FieldSpec(
                    "number",
                    FieldKind.LINE,
                    mark_in("form", "Flight or train"),
                    half=True,
                    help=mark_in("form", "KE705"),
                ),
                FieldSpec(
                    "title",
                    FieldKind.TEXT,
                    mark_in("form", "Title"),
                    help=mark_in("form", "empty: from where to where"),
                ),
            ),
        ),
        GroupSpec(
            mark_in("form", "Departure"),
            (
                FieldSpec(
                    "from_place_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "From"),
                    target="place",
                    creates=True,
                    makes=STATIONS,
                ),
                FieldSpec(
                    "departure",
                    FieldKind.END,
                    mark_in("form", "Leaves"),
                    columns=("departure_date", "departure_time", "departure_zone", "departure_fold"),
                    required=True,
                ),
                FieldSpec("departure_terminal", FieldKind.TEXT, mark_in("form", "Terminal, platform")),
            ),
        ),
        GroupSpec(
            mark_in("form", "Arrival"),
            (
                FieldSpec(
                    "to_place_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "To"),
                    target="place",
                    creates=True,
                    makes=STATIONS,
                ),
                FieldSpec(
                    "arrival",
                    FieldKind.END,
                    mark_in("form", "Arrives"),
                    columns=("arrival_date", "arrival_time", "arrival_zone", "arrival_fold"),
                ),
                FieldSpec("arrival_terminal", FieldKind.TEXT, mark_in("form", "Terminal, platform")),
            ),
        ),
        GroupSpec(
            mark_in("form", "More"),
            (
                FieldSpec(
                    "passengers",
                    FieldKind.REFERENCES,
                    mark_in("form", "Passengers"),
                    target="person",
                    creates=True,
                ),
                FieldSpec("status", FieldKind.CHOICE, mark_in("form", "State"), choices="ItemStatus"),
                AUDIENCE,
                FieldSpec("vehicle", FieldKind.TEXT, mark_in("form", "Vehicle")),
                FieldSpec("driver", FieldKind.LINE, mark_in("form", "Driver"), half=True),
                FieldSpec("driver_phone", FieldKind.LINE, mark_in("form", "Driver’s phone"), half=True),
                FieldSpec(
                    "remarks",
                    FieldKind.TEXTS,
                    mark_in("form", "Remarks"),
                    help=mark_in("form", "printed under the title"),
                ),
                OFFICE_NOTE,
            ),
        ),
    ),
    titled=("title", "number"),
)

STAY = FormSpec(
    table="stay",
    called=mark_in("form", "Stay"),
    icon="bed-double",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec(
                    "place_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Hotel"),
                    target="place",
                    creates=True,
                    makes=(("", "hotel"),),
                ),
                FieldSpec(
                    "nights",
                    FieldKind.PERIOD,
                    mark_in("form", "Nights"),
                    columns=("check_in", "check_in_time", "check_out", "check_out_time"),
                    required=True,
                ),
                FieldSpec(
                    "payer_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Paid by"),
                    target="organisation",
                    creates=True,
                ),
                FieldSpec(
                    "release_date",
                    FieldKind.DATE,
                    mark_in("form", "Can be given back until"),
                    help=mark_in("form", "without cost"),
                ),
                FieldSpec("booking_code", FieldKind.LINE, mark_in("form", "Booking code")),
                AUDIENCE,
                FieldSpec(
                    "remarks",
                    FieldKind.TEXTS,
                    mark_in("form", "Remarks"),
                    help=mark_in("form", "printed with the hotel"),
                ),
                OFFICE_NOTE,
            ),
        ),
    ),
    titled=("place_id",),
)

ROOM = FormSpec(
    table="room",
    called=mark_in("form", "Room"),
    icon="bed-double",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("number", FieldKind.LINE, mark_in("form", "Room number"), half=True),
                FieldSpec("kind", FieldKind.CHOICE, mark_in("form", "Kind"), choices="RoomKind", half=True),
                FieldSpec(
                    "occupants",
                    FieldKind.REFERENCES,
                    mark_in("form", "Guests"),
                    target="person",
                    creates=True,
                ),
                FieldSpec(
                    "nights",
                    FieldKind.PERIOD,
                    mark_in("form", "Nights"),
                    columns=("first_night", "last_night"),
                    help=mark_in("form", "empty: those of the stay"),
                ),
                OFFICE_NOTE,
            ),
        ),
    ),
    titled=("number", "occupants"),
)


LEG_PASSENGER = FormSpec(
    table="leg_passenger",
    called=mark_in("form", "Passenger"),
    icon="ticket",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("seat", FieldKind.LINE, mark_in("form", "Seat"), half=True),
                FieldSpec("booking_code", FieldKind.LINE, mark_in("form", "Booking code"), half=True),
            ),
        ),
    ),
    titled=("person_id",),
)
