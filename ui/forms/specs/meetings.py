"""The forms of series, their meetings and agreements."""

from __future__ import annotations

from models.text.catalogue import mark_in
from ui.forms.spec import FieldKind, FieldSpec, FormSpec, GroupSpec
from ui.forms.specs.shared import OFFICE_NOTE

SERIES = FormSpec(
    table="series",
    called=mark_in("form", "Series"),
    icon="calendar-days",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("title", FieldKind.TEXT, mark_in("form", "Title"), required=True),
                FieldSpec("short_title", FieldKind.TEXT, mark_in("form", "Short title")),
                FieldSpec(
                    "frequency",
                    FieldKind.CHOICE,
                    mark_in("form", "How often"),
                    choices="Frequency",
                    half=True,
                ),
                FieldSpec("first_year", FieldKind.NUMBER, mark_in("form", "First year"), half=True),
                FieldSpec(
                    "parties",
                    FieldKind.REFERENCES,
                    mark_in("form", "Parties"),
                    help=mark_in("form", "their order is that of hosting in turn"),
                    target="organisation",
                    creates=True,
                ),
                FieldSpec("hosting", FieldKind.CHOICE, mark_in("form", "Who hosts"), choices="Hosting"),
                OFFICE_NOTE,
            ),
        ),
    ),
)

MEETING = FormSpec(
    table="meeting",
    called=mark_in("form", "Meeting"),
    icon="messages-square",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec(
                    "title",
                    FieldKind.TEXT,
                    mark_in("form", "Title"),
                    help=mark_in("form", "empty: that of the series"),
                ),
                FieldSpec(
                    "series_id", FieldKind.REFERENCE, mark_in("form", "Series"), target="series", creates=True
                ),
                FieldSpec(
                    "number",
                    FieldKind.NUMBER,
                    mark_in("form", "Edition"),
                    half=True,
                    help=mark_in("form", "the 19th"),
                ),
                FieldSpec("date", FieldKind.PARTIAL_DATE, mark_in("form", "Date"), half=True),
                FieldSpec(
                    "mode",
                    FieldKind.CHOICE,
                    mark_in("form", "How it was held"),
                    choices="MeetingMode",
                    half=True,
                ),
                FieldSpec(
                    "host_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Host"),
                    target="organisation",
                    creates=True,
                    half=True,
                ),
                FieldSpec("city", FieldKind.TEXT, mark_in("form", "City")),
                FieldSpec("visit_id", FieldKind.REFERENCE, mark_in("form", "Visit"), target="visit"),
                OFFICE_NOTE,
            ),
        ),
    ),
    titled=("title", "series_id"),
)

AGREEMENT = FormSpec(
    table="agreement",
    called=mark_in("form", "Agreement"),
    icon="signature",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("title", FieldKind.TEXT, mark_in("form", "Title"), required=True),
                FieldSpec(
                    "kind", FieldKind.CHOICE, mark_in("form", "Kind"), choices="AgreementKind", half=True
                ),
                FieldSpec("signed", FieldKind.PARTIAL_DATE, mark_in("form", "Signed"), half=True),
                FieldSpec("renewed", FieldKind.PARTIAL_DATE, mark_in("form", "Renewed"), half=True),
                FieldSpec("expires", FieldKind.PARTIAL_DATE, mark_in("form", "Expires"), half=True),
                FieldSpec(
                    "parties",
                    FieldKind.REFERENCES,
                    mark_in("form", "Parties"),
                    target="organisation",
                    creates=True,
                ),
                FieldSpec("scope", FieldKind.TEXTS, mark_in("form", "Scope")),
                OFFICE_NOTE,
            ),
        ),
    ),
)
