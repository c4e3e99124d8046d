"""The forms of lab tours, their stops and groups."""

from __future__ import annotations

from models.text.catalogue import mark_in
from ui.forms.spec import FieldKind, FieldSpec, FormSpec, GroupSpec
from ui.forms.specs.shared import OFFICE_NOTE

LAB_TOUR = FormSpec(
    table="lab_tour",
    called=mark_in("form", "Lab tour"),
    icon="microscope",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec(
                    "minutes_before",
                    FieldKind.NUMBER,
                    mark_in("form", "Gather before"),
                    half=True,
                    help=mark_in("form", "minutes"),
                ),
                FieldSpec(
                    "walking_minutes",
                    FieldKind.NUMBER,
                    mark_in("form", "Way between stops"),
                    half=True,
                    help=mark_in("form", "minutes"),
                ),
                OFFICE_NOTE,
            ),
        ),
    ),
    titled=("item_id",),
)

TOUR_STOP = FormSpec(
    table="tour_stop",
    called=mark_in("form", "Stop"),
    icon="map-pin",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec(
                    "name",
                    FieldKind.TEXT,
                    mark_in("form", "Name"),
                    help=mark_in("form", "empty: that of the place"),
                ),
                FieldSpec(
                    "place_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Laboratory"),
                    target="place",
                    creates=True,
                    makes=(("", "laboratory"),),
                ),
                FieldSpec(
                    "guide_id", FieldKind.REFERENCE, mark_in("form", "Guide"), target="person", creates=True
                ),
                FieldSpec("minutes", FieldKind.NUMBER, mark_in("form", "Minutes"), half=True),
                FieldSpec("capacity", FieldKind.NUMBER, mark_in("form", "People at a time"), half=True),
                FieldSpec("rules", FieldKind.TAGS, mark_in("form", "Rules on site"), choices="rules"),
                FieldSpec("rules_text", FieldKind.TEXTS, mark_in("form", "Other rules")),
            ),
        ),
    ),
    titled=("name", "place_id"),
)

TOUR_GROUP = FormSpec(
    table="tour_group",
    called=mark_in("form", "Tour group"),
    icon="users",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("name", FieldKind.TEXT, mark_in("form", "Name"), required=True),
                FieldSpec(
                    "escort_id", FieldKind.REFERENCE, mark_in("form", "Escort"), target="person", creates=True
                ),
                FieldSpec(
                    "interpreter_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Interpreter"),
                    target="person",
                    creates=True,
                ),
                FieldSpec(
                    "members",
                    FieldKind.REFERENCES,
                    mark_in("form", "Members"),
                    target="person",
                    creates=True,
                ),
                FieldSpec(
                    "stops",
                    FieldKind.REFERENCES,
                    mark_in("form", "Way round"),
                    help=mark_in("form", "empty: all stops in order"),
                    target="tour_stop",
                ),
                FieldSpec("phone", FieldKind.LINE, mark_in("form", "Phone")),
            ),
        ),
    ),
)
