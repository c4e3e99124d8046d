"""Yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox

from ui.forms.editors.base import FieldEditor, Values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from ui.forms.record import FormContext, Record
    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme


class FlagEditor(FieldEditor):
    """A box to tick; its text is the label of the field."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self.box = QCheckBox()
        self._saved = self._shown = False
        self.box.clicked.connect(self._left)
        self.caption.hide()
        self.body.addWidget(self.box)

    def take(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Show the flag of a row."""
        self.caption.hide()
        unsaved = keep_typed and self.changed()
        self.record, self.context = record, context
        self.box.setText(self.label(context.words))
        self.box.setAccessibleName(self.label(context.words))
        self.box.setFont(self.theme.font())
        self._saved = bool(record.values.get(self.spec.name))
        if not unsaved or self.box.isChecked() == self._saved:
            self.put_back()

    def changed(self) -> bool:
        """Tell whether the flag was changed and is not saved yet."""
        return self.box.isChecked() != self._shown

    def values(self) -> Values:
        """Return the flag."""
        return {self.spec.name: self.box.isChecked()}

    def shown(self) -> Values:
        """Return the flag as it was."""
        return {self.spec.name: self._shown}

    def confirm(self, field: str, values: Mapping[str, Any]) -> None:
        """Note that a flag is saved."""
        del field
        self._shown = self._saved = bool(values.get(self.spec.name))

    def overlay(self, field: str, values: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
        """Put back a flag that is not saved yet."""
        del field
        self.box.setChecked(bool(values.get(self.spec.name)))
        self._shown = bool(shown.get(self.spec.name))

    def put_back(self, field: str = "") -> None:
        """Show again what is saved."""
        del field
        self._shown = self._saved
        self.box.setChecked(self._saved)
        self.error("", "")

    def flush(self) -> None:
        """Do nothing: a flag is saved as it is set."""

    def lock(self, locked: bool) -> None:
        """Let the flag be read only."""
        self.box.setEnabled(not locked)

    def first(self) -> QWidget:
        """Return the box."""
        return self.box

    def _left(self) -> None:
        self.typed.emit()
        self.left.emit(self.spec.name, self.values(), self.shown())
