"""The form of an agreement."""

from __future__ import annotations

from models.text.catalogue import mark_in
from ui.forms.spec import FieldKind, FieldSpec, FormSpec, GroupSpec

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
                FieldSpec("scope", FieldKind.TEXTS, mark_in("form", "Scope")),
                FieldSpec(
                    "note",
                    FieldKind.PROSE,
                    mark_in("form", "Note"),
                    help=mark_in("form", "for the office only"),
                ),
            ),
        ),
    ),
)
