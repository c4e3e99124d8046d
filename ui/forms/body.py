"""The fields of a form under their headings: built once for each spec, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.forms.editors.factory import editor_of
from ui.style import measures
from ui.widgets.text import Text

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.forms.editors.base import FieldEditor
    from ui.forms.record import FormContext, Record
    from ui.forms.spec import FormSpec, GroupSpec
    from ui.style.theme import Theme

_BETWEEN_GROUPS = 24


class FormBody(QWidget):
    """Groups of editors, and between them what the page adds."""

    def __init__(self, theme: Theme, spec: FormSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.spec = spec
        self.editors: dict[str, FieldEditor] = {}
        self._headings: list[tuple[Text, str]] = []
        self._places: dict[str, QVBoxLayout] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_BETWEEN_GROUPS)
        for group in spec.groups:
            self._column.addLayout(self._group(group))

    def add_section(self, widget: QWidget, after: str = "") -> None:
        """Put a widget below the field ``after``, or below all fields."""
        if not after:
            self._column.addWidget(widget)
            return
        self._places[after].addWidget(widget)

    def show_record(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Show a row in all editors."""
        self._word(context.words)
        for editor in self.editors.values():
            editor.show_record(record, context, keep_typed=keep_typed)
            editor.lock(context.read_only)

    def first(self) -> QWidget | None:
        """Return what takes the cursor first."""
        begins = self.editors.get(self.spec.begins)
        editors = [*([begins] if begins is not None else []), *self.editors.values()]
        return next((found for editor in editors if (found := editor.entrance())), None)

    def _word(self, words: Words) -> None:
        for heading, label in self._headings:
            heading.setText(words.say_in("form", label))
            heading.restyle()

    def _group(self, group: GroupSpec) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(measures.GROUP_GAP)
        if group.label:
            heading = Text(self._theme, "", 14, bold=True)
            self._headings.append((heading, group.label))
            column.addWidget(heading)
        grid: QGridLayout | None = None
        halves = 0
        for field in group.fields:
            editor = editor_of(self._theme, field)
            editor.float_note(self)
            self.editors[field.name] = editor
            place = QVBoxLayout()
            place.setSpacing(measures.GROUP_GAP)
            if not field.half:
                grid = None
                place.addWidget(editor)
                column.addLayout(place)
            else:
                if grid is None or halves % 2 == 0:
                    grid, halves = _pair(), 0
                    column.addLayout(grid)
                grid.addLayout(place, 0, halves % 2)
                place.addWidget(editor)
                place.addStretch(1)
                halves += 1
            self._places[field.name] = place
        return column


def _pair() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(measures.GAP)
    grid.setVerticalSpacing(measures.GROUP_GAP)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid
