"""From when to when on the clock, saved together: who comes for a part only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.forms.codecs import Clock
from ui.forms.editors.base import Values
from ui.forms.editors.parts import PartsEditor
from ui.style import measures
from ui.widgets.entry import LineEntry
from ui.widgets.text import Text
from ui.widgets.typed import read_span
from ui.words import field_name

if TYPE_CHECKING:
    from ui.forms.record import FormContext
    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme


class SpanEditor(PartsEditor):
    """Two times of day; either may be open, and an end before the start is on the next day."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self._from, self._to = spec.edits()
        self.start, self.end = LineEntry(theme), LineEntry(theme)
        self.add_part(self._from, self.start, Clock())
        self.add_part(self._to, self.end, Clock())
        row = QHBoxLayout()
        row.setSpacing(measures.GAP)
        row.addWidget(self.start, 1)
        row.addWidget(Text(theme, "–", colour="text3"))
        row.addWidget(self.end, 1)
        row.addStretch(1)
        self.body.addLayout(row)

    def part_label(self, column: str, context: FormContext) -> str:
        """Return label of the group and name of the entry."""
        return f"{self.label(context.words)}, {field_name(column, context.words)}"

    def _read(self) -> Values:
        """Read the entries: both times may stand in the first."""
        span = read_span(self.start.text()) if self.start.changed() and not self.end.changed() else None
        if span is not None:
            return {**self._stands, self._from: span[0], self._to: span[1]}
        return super()._read()
