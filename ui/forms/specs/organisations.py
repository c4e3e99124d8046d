"""The forms of organisations and places."""

from __future__ import annotations

from models.text.catalogue import mark_in
from ui.forms.spec import FieldKind, FieldSpec, FormSpec, GroupSpec
from ui.forms.specs.shared import OFFICE_NOTE

ORGANISATION = FormSpec(
    table="organisation",
    called=mark_in("form", "Organisation"),
    icon="building-2",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("name", FieldKind.TEXT, mark_in("form", "Name of the organisation"), required=True),
                FieldSpec("acronym", FieldKind.LINE, mark_in("form", "Acronym"), half=True),
                FieldSpec(
                    "kind", FieldKind.CHOICE, mark_in("form", "Kind"), choices="OrganisationKind", half=True
                ),
                FieldSpec(
                    "parent_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Part of"),
                    target="organisation",
                    creates=True,
                ),
            ),
        ),
        GroupSpec(
            mark_in("form", "Address"),
            (
                FieldSpec("address", FieldKind.TEXTS, mark_in("form", "Postal address")),
                FieldSpec("city", FieldKind.TEXT, mark_in("form", "City")),
                FieldSpec("country", FieldKind.COUNTRY, mark_in("form", "Country"), half=True),
                FieldSpec("time_zone", FieldKind.ZONE, mark_in("form", "Time zone"), half=True),
                FieldSpec("website", FieldKind.LINE, mark_in("form", "Website")),
            ),
        ),
        GroupSpec("", (OFFICE_NOTE,)),
    ),
    titled=("name", "acronym"),
)

PLACE = FormSpec(
    table="place",
    called=mark_in("form", "Place"),
    icon="map-pin",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("name", FieldKind.TEXT, mark_in("form", "Name"), required=True),
                FieldSpec("kind", FieldKind.CHOICE, mark_in("form", "Kind"), choices="PlaceKind", half=True),
                FieldSpec("code", FieldKind.LINE, mark_in("form", "Number or code"), half=True),
                FieldSpec(
                    "parent_id", FieldKind.REFERENCE, mark_in("form", "Lies in"), target="place", creates=True
                ),
                FieldSpec(
                    "organisation_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Belongs to"),
                    target="organisation",
                    creates=True,
                ),
                FieldSpec("capacity", FieldKind.NUMBER, mark_in("form", "Seats"), half=True),
                FieldSpec("phone", FieldKind.LINE, mark_in("form", "Phone"), half=True),
            ),
        ),
        GroupSpec(
            mark_in("form", "Address"),
            (
                FieldSpec("address", FieldKind.TEXTS, mark_in("form", "Postal address")),
                FieldSpec("time_zone", FieldKind.ZONE, mark_in("form", "Time zone")),
            ),
        ),
        GroupSpec("", (OFFICE_NOTE,)),
    ),
    titled=("name", "code"),
)
