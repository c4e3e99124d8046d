"""Fields that many forms have."""

from __future__ import annotations

from models.text.catalogue import mark_in
from ui.forms.spec import FieldKind, FieldSpec

OFFICE_NOTE = FieldSpec(
    "note",
    FieldKind.PROSE,
    mark_in("form", "Note"),
    help=mark_in("form", "for the office only, never on a paper"),
)
AUDIENCE = FieldSpec(
    "audience",
    FieldKind.AUDIENCE,
    mark_in("form", "Visible to"),
    columns=("audience", "audience_party_id"),
)
