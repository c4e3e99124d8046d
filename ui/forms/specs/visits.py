"""The forms of a visit, its parties, days and delegations."""

from __future__ import annotations

from models.text.catalogue import mark_in
from ui.forms.spec import FieldKind, FieldSpec, FormSpec, GroupSpec
from ui.forms.specs.shared import OFFICE_NOTE

VISIT = FormSpec(
    table="visit",
    called=mark_in("form", "Visit"),
    icon="calendar",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("title", FieldKind.TEXT, mark_in("form", "Title"), required=True),
                FieldSpec(
                    "status", FieldKind.CHOICE, mark_in("form", "State"), choices="VisitStatus", half=True
                ),
                FieldSpec(
                    "period",
                    FieldKind.PARTIAL_DATE,
                    mark_in("form", "When"),
                    half=True,
                    help=mark_in("form", "if no days are known"),
                ),
                FieldSpec(
                    "languages",
                    FieldKind.LANGUAGES,
                    mark_in("form", "Working languages"),
                    choices="language",
                    required=True,
                    help=mark_in("form", "the first leads on papers"),
                ),
            ),
        ),
        GroupSpec(
            mark_in("form", "Where"),
            (
                FieldSpec("city", FieldKind.TEXT, mark_in("form", "City")),
                FieldSpec("country", FieldKind.COUNTRY, mark_in("form", "Country"), half=True),
                FieldSpec("time_zone", FieldKind.ZONE, mark_in("form", "Time zone"), half=True),
            ),
        ),
        GroupSpec(
            mark_in("form", "Papers"),
            (
                FieldSpec(
                    "mark",
                    FieldKind.TEXT,
                    mark_in("form", "Mark on papers"),
                    help=mark_in("form", "at the foot of each: draft, confidential"),
                ),
                FieldSpec(
                    "note",
                    FieldKind.TEXTS,
                    mark_in("form", "Note"),
                    help=mark_in("form", "for the office only, never on a paper"),
                ),
            ),
        ),
    ),
)

PARTY = FormSpec(
    table="party",
    called=mark_in("form", "Party"),
    icon="users",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec(
                    "organisation_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Organisation"),
                    target="organisation",
                    creates=True,
                    required=True,
                ),
                FieldSpec("side", FieldKind.CHOICE, mark_in("form", "Side"), choices="PartySide", half=True),
                FieldSpec(
                    "language", FieldKind.CHOICE, mark_in("form", "Language"), choices="language", half=True
                ),
                FieldSpec("time_zone", FieldKind.ZONE, mark_in("form", "Time zone")),
                OFFICE_NOTE,
            ),
        ),
    ),
    titled=("organisation_id",),
)

VISIT_DAY = FormSpec(
    table="visit_day",
    called=mark_in("form", "Day"),
    icon="calendar-days",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("date", FieldKind.DATE, mark_in("form", "Date"), required=True),
                FieldSpec("title", FieldKind.TEXT, mark_in("form", "Title")),
                FieldSpec(
                    "note",
                    FieldKind.TEXTS,
                    mark_in("form", "Note"),
                    help=mark_in("form", "on itineraries, under the day"),
                ),
            ),
        ),
    ),
    titled=("title", "date"),
)

DELEGATION = FormSpec(
    table="delegation",
    called=mark_in("form", "Delegation"),
    icon="users",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec(
                    "party_id", FieldKind.REFERENCE, mark_in("form", "Party"), target="party", required=True
                ),
                FieldSpec(
                    "organisation_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Organisation"),
                    target="organisation",
                    creates=True,
                    required=True,
                ),
                FieldSpec(
                    "title",
                    FieldKind.TEXT,
                    mark_in("form", "Title"),
                    help=mark_in("form", "empty: that of the organisation"),
                ),
                OFFICE_NOTE,
            ),
        ),
    ),
    titled=("title", "organisation_id"),
)

DELEGATE = FormSpec(
    table="delegate",
    called=mark_in("form", "Delegate"),
    icon="user",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec(
                    "person_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Person"),
                    target="person",
                    creates=True,
                    required=True,
                ),
                FieldSpec(
                    "role", FieldKind.CHOICE, mark_in("form", "Role"), choices="DelegateRole", half=True
                ),
                FieldSpec(
                    "delegation_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Delegation"),
                    target="delegation",
                    required=True,
                    half=True,
                ),
                FieldSpec(
                    "position", FieldKind.TEXT, mark_in("form", "Position at this visit"), required=True
                ),
                FieldSpec(
                    "organisation_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Organisation at this visit"),
                    target="organisation",
                    creates=True,
                ),
                FieldSpec(
                    "present",
                    FieldKind.PERIOD,
                    mark_in("form", "Present"),
                    columns=("present_from", "present_to"),
                    help=mark_in("form", "empty: all days"),
                ),
                FieldSpec(
                    "interprets", FieldKind.LANGUAGES, mark_in("form", "Interprets between"), choices="spoken"
                ),
                OFFICE_NOTE,
            ),
        ),
    ),
    titled=("person_id",),
)
