"""The forms of a person and their posts."""

from __future__ import annotations

from models.text.catalogue import mark_in
from ui.forms.spec import FieldKind, FieldSpec, FormSpec, GroupSpec
from ui.forms.specs.shared import OFFICE_NOTE

PERSON = FormSpec(
    table="person",
    called=mark_in("form", "Person"),
    icon="user",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec(
                    "name",
                    FieldKind.NAME,
                    mark_in("form", "Full name"),
                    columns=("family", "given", "reading", "preferred"),
                ),
                FieldSpec(
                    "title",
                    FieldKind.TEXT,
                    mark_in("form", "Title before the name"),
                    help=mark_in("form", "Dr., Prof.; before names in Latin letters"),
                ),
                FieldSpec(
                    "native_language",
                    FieldKind.CHOICE,
                    mark_in("form", "Language of the name"),
                    choices="spoken",
                    help=mark_in("form", "decides the order of its parts"),
                ),
            ),
        ),
        GroupSpec(
            mark_in("form", "Contact"),
            (
                FieldSpec("email", FieldKind.EMAIL, mark_in("form", "E-mail"), half=True),
                FieldSpec("phone", FieldKind.LINE, mark_in("form", "Phone"), half=True),
                FieldSpec(
                    "languages", FieldKind.LANGUAGES, mark_in("form", "Languages spoken"), choices="spoken"
                ),
            ),
        ),
        GroupSpec(
            mark_in("form", "For care and in emergencies"),
            (
                FieldSpec(
                    "diet",
                    FieldKind.TEXTS,
                    mark_in("form", "Diet"),
                    sensitive=True,
                    help=mark_in("form", "for ordering meals; on no paper unless asked for"),
                ),
                FieldSpec(
                    "access_needs",
                    FieldKind.TEXTS,
                    mark_in("form", "Access needs"),
                    sensitive=True,
                    help=mark_in("form", "for rooms and transport; on no paper unless asked for"),
                ),
                FieldSpec(
                    "health",
                    FieldKind.PROSE,
                    mark_in("form", "Health notes"),
                    sensitive=True,
                    help=mark_in("form", "for emergencies during a visit"),
                ),
                FieldSpec(
                    "emergency_contact",
                    FieldKind.PROSE,
                    mark_in("form", "Emergency contact"),
                    sensitive=True,
                    help=mark_in("form", "whom to call in an emergency"),
                ),
                FieldSpec(
                    "passport",
                    FieldKind.LINE,
                    mark_in("form", "Passport number"),
                    sensitive=True,
                    help=mark_in("form", "for tickets and visas"),
                ),
            ),
        ),
        GroupSpec("", (OFFICE_NOTE,)),
    ),
    titled=("family",),
)

AFFILIATION = FormSpec(
    table="affiliation",
    called=mark_in("form", "Post"),
    icon="building-2",
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
                FieldSpec("position", FieldKind.TEXT, mark_in("form", "Position"), required=True),
                FieldSpec(
                    "period",
                    FieldKind.PARTIAL_PERIOD,
                    mark_in("form", "Held"),
                    columns=("start", "end"),
                    help=mark_in("form", "from, to; a year is enough"),
                ),
            ),
        ),
    ),
    titled=("position", "organisation_id"),
    # Where it is was chosen already, as the post was added.
    begins="position",
)
