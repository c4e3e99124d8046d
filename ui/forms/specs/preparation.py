"""The forms of tasks and contacts of a visit."""

from __future__ import annotations

from models.text.catalogue import mark_in
from ui.forms.spec import FieldKind, FieldSpec, FormSpec, GroupSpec
from ui.forms.specs.shared import AUDIENCE, OFFICE_NOTE

TASK = FormSpec(
    table="task",
    called=mark_in("form", "Task"),
    icon="circle-check",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("title", FieldKind.TEXT, mark_in("form", "Title"), required=True),
                FieldSpec(
                    "due",
                    FieldKind.DUE,
                    mark_in("form", "Until"),
                    columns=("due_days", "due_date"),
                    half=True,
                ),
                FieldSpec("done_on", FieldKind.DATE, mark_in("form", "Done"), half=True),
                FieldSpec(
                    "author_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Who"),
                    target="author",
                    help=mark_in("form", "one of those who work in this file"),
                ),
                OFFICE_NOTE,
            ),
        ),
    ),
)

VISIT_CONTACT = FormSpec(
    table="visit_contact",
    called=mark_in("form", "Contact"),
    icon="user",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("purpose", FieldKind.TEXT, mark_in("form", "For what"), required=True),
                FieldSpec(
                    "person_id", FieldKind.REFERENCE, mark_in("form", "Person"), target="person", creates=True
                ),
                FieldSpec(
                    "name",
                    FieldKind.TEXT,
                    mark_in("form", "Name"),
                    help=mark_in("form", "of a desk, or where no person is chosen"),
                ),
                FieldSpec("phone", FieldKind.LINE, mark_in("form", "Phone"), half=True),
                FieldSpec("email", FieldKind.EMAIL, mark_in("form", "E-mail"), half=True),
                FieldSpec("emergency", FieldKind.FLAG, mark_in("form", "Emergency number")),
                FieldSpec(
                    "days",
                    FieldKind.PERIOD,
                    mark_in("form", "Days"),
                    columns=("first_day", "last_day"),
                    help=mark_in("form", "empty: all days"),
                ),
                FieldSpec(
                    "party_id", FieldKind.REFERENCE, mark_in("form", "For the people of"), target="party"
                ),
                AUDIENCE,
                OFFICE_NOTE,
            ),
        ),
    ),
    titled=("name", "person_id", "purpose"),
)
