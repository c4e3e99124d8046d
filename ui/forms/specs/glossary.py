"""The forms of the glossary and of forms of address."""

from __future__ import annotations

from models.text.catalogue import mark_in
from ui.forms.spec import FieldKind, FieldSpec, FormSpec, GroupSpec
from ui.forms.specs.shared import OFFICE_NOTE

TERM = FormSpec(
    table="term",
    called=mark_in("form", "Term"),
    icon="book-open",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec("text", FieldKind.TEXT, mark_in("form", "Term"), required=True),
                FieldSpec("field", FieldKind.TEXT, mark_in("form", "Field")),
                OFFICE_NOTE,
            ),
        ),
    ),
    titled=("text",),
)

HONORIFIC = FormSpec(
    table="honorific",
    called=mark_in("form", "Form of address"),
    icon="languages",
    groups=(
        GroupSpec(
            "",
            (
                FieldSpec(
                    "language", FieldKind.CHOICE, mark_in("form", "Language"), choices="language", half=True
                ),
                FieldSpec(
                    "paper",
                    FieldKind.CHOICE,
                    mark_in("form", "Kind of paper"),
                    choices="PaperKind",
                    half=True,
                ),
                FieldSpec("form", FieldKind.LINE, mark_in("form", "Form"), required=True),
                OFFICE_NOTE,
            ),
        ),
    ),
    titled=("form",),
)
