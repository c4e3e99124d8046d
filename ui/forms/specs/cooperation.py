"""The forms of cooperation items, decisions about them, and what follows."""

from __future__ import annotations

from models.text.catalogue import mark_in
from ui.forms.spec import FieldKind, FieldSpec, FormSpec, GroupSpec
from ui.forms.specs.shared import OFFICE_NOTE

COOPERATION_ITEM = FormSpec(
    table="cooperation_item",
    called=mark_in("form", "Cooperation item"),
    icon="handshake",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("title", FieldKind.TEXT, mark_in("form", "Title"), required=True),
                FieldSpec(
                    "state", FieldKind.CHOICE, mark_in("form", "State"), choices="CooperationState", half=True
                ),
                FieldSpec(
                    "proposer_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Proposed by"),
                    target="organisation",
                    creates=True,
                    half=True,
                ),
                FieldSpec(
                    "parties",
                    FieldKind.REFERENCES,
                    mark_in("form", "Organisations that take part"),
                    target="organisation",
                    creates=True,
                ),
                FieldSpec(
                    "people",
                    FieldKind.REFERENCES,
                    mark_in("form", "People who work on it"),
                    target="person",
                    creates=True,
                ),
                FieldSpec("field", FieldKind.TEXT, mark_in("form", "Field")),
                FieldSpec(
                    "series_id", FieldKind.REFERENCE, mark_in("form", "Series"), target="series", creates=True
                ),
            ),
        ),
        GroupSpec(
            mark_in("form", "In detail"),
            (
                FieldSpec("background", FieldKind.TEXTS, mark_in("form", "Background")),
                FieldSpec("content", FieldKind.TEXTS, mark_in("form", "Content")),
                FieldSpec("benefit", FieldKind.TEXTS, mark_in("form", "Expected benefit")),
                OFFICE_NOTE,
            ),
        ),
    ),
)

COOPERATION_DECISION = FormSpec(
    table="cooperation_decision",
    called=mark_in("form", "Decision"),
    icon="signature",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec(
                    "meeting_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Meeting"),
                    target="meeting",
                    required=True,
                ),
                FieldSpec(
                    "state", FieldKind.CHOICE, mark_in("form", "State afterwards"), choices="CooperationState"
                ),
                FieldSpec("decision", FieldKind.TEXTS, mark_in("form", "Decision")),
            ),
        ),
    ),
    titled=("meeting_id",),
)

FOLLOW_UP = FormSpec(
    table="follow_up",
    called=mark_in("form", "Follow-up"),
    icon="check",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("what", FieldKind.TEXTS, mark_in("form", "What is to be done"), required=True),
                FieldSpec(
                    "organisation_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Organisation"),
                    target="organisation",
                    creates=True,
                ),
                FieldSpec(
                    "person_id", FieldKind.REFERENCE, mark_in("form", "Person"), target="person", creates=True
                ),
                FieldSpec("due", FieldKind.PARTIAL_DATE, mark_in("form", "Until"), half=True),
                FieldSpec("done", FieldKind.PARTIAL_DATE, mark_in("form", "Done"), half=True),
                FieldSpec(
                    "item_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Cooperation item"),
                    target="cooperation_item",
                ),
                OFFICE_NOTE,
            ),
        ),
    ),
    titled=("what",),
)
