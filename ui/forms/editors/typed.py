"""Fields of one entry: a line, prose, a number, an address, a date, a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.forms.codecs import AsTyped, Clock, Day, Email, Number, PartialDay
from ui.forms.editors.parts import PartsEditor
from ui.forms.spec import FieldKind
from ui.widgets.entry import LineEntry, ProseEntry

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme


class EntryEditor(PartsEditor):
    """One entry and its codec."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        codecs = {
            FieldKind.NUMBER: Number(),
            FieldKind.EMAIL: Email(),
            FieldKind.DATE: Day(required=spec.required),
            FieldKind.PARTIAL_DATE: PartialDay(),
            FieldKind.TIME: Clock(),
        }
        several = spec.kind is FieldKind.PROSE
        self.entry = ProseEntry(theme, lines=2, paragraphs=True) if several else LineEntry(theme)
        self.caption.setBuddy(self.entry)
        self.add_part(spec.edits()[0], self.entry, codecs.get(spec.kind, AsTyped()))
        self.body.addWidget(self.entry)
