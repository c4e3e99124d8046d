"""The forms of entries of the schedule and their talks."""

from __future__ import annotations

from models.text.catalogue import mark_in
from ui.forms.spec import FieldKind, FieldSpec, FormSpec, GroupSpec
from ui.forms.specs.shared import AUDIENCE, OFFICE_NOTE

SCHEDULE_ITEM = FormSpec(
    table="schedule_item",
    called=mark_in("form", "Schedule item"),
    icon="calendar",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("title", FieldKind.TEXT, mark_in("form", "Title"), required=True),
                FieldSpec(
                    "date",
                    FieldKind.WHEN,
                    mark_in("form", "Time"),
                    columns=("date", "start", "end", "end_day", "zone", "start_fold", "end_fold"),
                    required=True,
                ),
                FieldSpec("kind", FieldKind.CHOICE, mark_in("form", "Kind"), choices="ItemKind", half=True),
                FieldSpec(
                    "status", FieldKind.CHOICE, mark_in("form", "State"), choices="ItemStatus", half=True
                ),
                FieldSpec(
                    "place_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Place"),
                    target="place",
                    creates=True,
                    makes=(("", "room"),),
                    half=True,
                ),
                FieldSpec(
                    "chair",
                    FieldKind.REFERENCE,
                    mark_in("form", "Chair"),
                    target="person",
                    creates=True,
                    half=True,
                ),
                AUDIENCE,
                FieldSpec(
                    "remarks",
                    FieldKind.TEXTS,
                    mark_in("form", "Remarks"),
                    help=mark_in("form", "printed under the title"),
                ),
            ),
        ),
        GroupSpec(
            mark_in("form", "More"),
            (
                FieldSpec("meetings", FieldKind.REFERENCES, mark_in("form", "Meetings"), target="meeting"),
                FieldSpec(
                    "time_basis",
                    FieldKind.CHOICE,
                    mark_in("form", "Certainty of the time"),
                    choices="TimeBasis",
                    half=True,
                ),
                FieldSpec(
                    "alternative_place_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Other place"),
                    help=mark_in("form", "in bad weather, or if taken"),
                    target="place",
                    creates=True,
                    makes=(("", "room"),),
                ),
                FieldSpec(
                    "meeting_point_id",
                    FieldKind.REFERENCE,
                    mark_in("form", "Meeting point"),
                    target="place",
                    creates=True,
                    makes=(("", "site"),),
                ),
                FieldSpec("online_link", FieldKind.LINE, mark_in("form", "Online link")),
                OFFICE_NOTE,
            ),
        ),
    ),
)

PRESENTATION = FormSpec(
    table="presentation",
    called=mark_in("form", "Talk"),
    icon="presentation",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("title", FieldKind.TEXT, mark_in("form", "Title"), required=True),
                FieldSpec(
                    "speakers",
                    FieldKind.REFERENCES,
                    mark_in("form", "Speakers"),
                    target="person",
                    creates=True,
                ),
                FieldSpec(
                    "open_speakers",
                    FieldKind.REFERENCES,
                    mark_in("form", "Speaker to be confirmed"),
                    help=mark_in("form", "by which organisation"),
                    target="organisation",
                    creates=True,
                ),
                FieldSpec("minutes", FieldKind.NUMBER, mark_in("form", "Minutes"), half=True),
                FieldSpec(
                    "language", FieldKind.CHOICE, mark_in("form", "Language"), choices="language", half=True
                ),
                FieldSpec(
                    "slides", FieldKind.CHOICE, mark_in("form", "Slides"), choices="SlidesState", half=True
                ),
                FieldSpec("abstract", FieldKind.TEXTS, mark_in("form", "Abstract")),
                OFFICE_NOTE,
            ),
        ),
    ),
)

PARTICIPATION = FormSpec(
    table="participation",
    called=mark_in("form", "Takes part"),
    icon="user-round",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec(
                    "role", FieldKind.CHOICE, mark_in("form", "Takes part as"), choices="ParticipationRole"
                ),
                FieldSpec(
                    "presence",
                    FieldKind.CHOICE,
                    mark_in("form", "On site or online"),
                    choices="Presence",
                    half=True,
                ),
                FieldSpec(
                    "excluded",
                    FieldKind.FLAG,
                    mark_in("form", "Does not take part"),
                    help=mark_in("form", "although the delegation, or everyone, does"),
                ),
                FieldSpec(
                    "part",
                    FieldKind.SPAN,
                    mark_in("form", "For a part only"),
                    help=mark_in("form", "empty: the whole entry"),
                    columns=("start", "end"),
                ),
            ),
        ),
    ),
    titled=("who",),
)
