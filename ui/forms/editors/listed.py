"""Several in their order: languages, codes, rows of another table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.forms.called import called_in
from ui.forms.choices import choices_of, chosen_name
from ui.forms.editors.base import FieldEditor, Values
from ui.forms.record import Making
from ui.forms.spec import FieldKind
from ui.widgets.chips import Chips
from ui.widgets.field import mark_state
from ui.widgets.picker import PickLine
from ui.widgets.picklist import Choice
from ui.words_missing import nothing_called

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.forms.record import FormContext, Record
    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme

Keys = tuple[str, ...]


class SeveralEditor(FieldEditor):
    """Chips, and below them a picker that adds one."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self.chips = Chips(theme)
        self.adding = PickLine(theme)
        self._keys: Keys = ()
        self._shown: Keys = ()
        self._saved: Keys = ()
        self._locked = False
        self._picked: dict[str, str] = {}
        self.chips.changed.connect(self._set)
        self.adding.offers = self._choices
        self.adding.left.connect(self._add)
        self.adding.asked.connect(self._make)
        self.adding.missed.connect(self._missed)
        self._unread: dict[str, str] = {}
        """What was typed into other rows and is nothing of the list, by their ids."""
        self.caption.setBuddy(self.adding)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.adding)

    def take(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Show what a row has."""
        unsaved = keep_typed and self.changed()
        before = self.record
        other = before is None or (before.table, before.id) != (record.table, record.id)
        if before is not None and other:
            if self.adding.unmatched():
                self._unread[before.id] = self.adding.text()
            self.adding.show_key("", "")
        self.record, self.context = record, context
        words = context.words
        self.adding.setAccessibleName(words.say("Add: {field}", field=self.label(words)))
        self.adding.setFont(self.theme.font())
        self.adding.setPlaceholderText(words.say_in("form", "Add…"))
        makes = self.spec.kind is FieldKind.REFERENCES and self.spec.creates and context.create is not None
        self.adding.making = (lambda text: words.say("Create “{text}”", text=text)) if makes else None
        self._saved = tuple(record.values.get(self.spec.name) or ())
        if not unsaved or self._keys == self._saved:
            self._keys = self._shown = self._saved
        self._show()
        if other and record.id in self._unread:
            self.adding.leave_text(self._unread.pop(record.id))
        self._missed(self.adding.unmatched())

    def unread_rows(self) -> Collection[str]:
        """Return the ids of rows in which a text stands that is nothing of the list."""
        here = self.record is not None and self.adding.unmatched()
        return (*self._unread, self.record.id) if here and self.record is not None else tuple(self._unread)

    def changed(self) -> bool:
        """Tell whether something was added or taken out that is not saved."""
        return self._keys != self._shown

    def values(self) -> Values:
        """Return what is there, in its order."""
        return {self.spec.name: self._keys}

    def shown(self) -> Values:
        """Return what was there when the user began."""
        return {self.spec.name: self._shown}

    def confirm(self, field: str, values: Mapping[str, Any]) -> None:
        """Note that a list is saved."""
        del field
        self._shown = self._saved = tuple(values.get(self.spec.name) or ())

    def overlay(self, field: str, values: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
        """Put back a list that is not saved yet."""
        del field
        self._keys = tuple(values.get(self.spec.name) or ())
        self._shown = tuple(shown.get(self.spec.name) or ())
        self._show()

    def put_back(self, field: str = "") -> None:
        """Show again what is saved."""
        del field
        self._keys = self._shown = self._saved
        self._show()
        self.error("", "")

    def flush(self) -> None:
        """Leave the field: a list is saved as it is changed, and what is nothing of it waits for its row."""
        self.adding.settle()

    def lock(self, locked: bool) -> None:
        """Let the list be read only."""
        if locked != self._locked:
            self._locked = locked
            self._show()
        self.adding.setVisible(not locked)

    def first(self) -> QWidget:
        """Return the field that adds."""
        return self.adding

    def error(self, field: str, text: str) -> None:
        """Show what is wrong with the list."""
        mark_state(self.adding, "error" if text else "")
        super().error(field, text)

    def called(self, key: str, context: FormContext) -> str:
        """Return what one of them is called."""
        if self.spec.kind is not FieldKind.REFERENCES:
            return chosen_name(self.spec.choices, key, context.words)
        label = self.record.labels.get(f"{self.spec.name}.{key}") if self.record is not None else None
        if label is not None:
            return called_in(label, context).text or context.words.say("Untitled")
        return context.called(self.spec.target, key) or self._picked.get(key) or context.words.say("Untitled")

    def _show(self) -> None:
        context = self.context
        if context is None:
            return
        rows = [(key, self.called(key, context)) for key in self._keys]
        name = context.words.say("{text}, Delete takes it out, Alt with an arrow moves it", text="{text}")
        self.chips.show_chips(rows, name, locked=self._locked)

    def _missed(self, missed: bool) -> None:
        creates = self.adding.making is not None
        said = nothing_called(self.spec.target, self.context.words, creates=creates) if self.context else ""
        self.error("", said if missed else "")

    def _choices(self, text: str) -> Sequence[Choice]:
        context = self.context
        if context is None:
            return ()
        if self.spec.kind is FieldKind.REFERENCES:
            found = [
                Choice(offer.id, offer.text, offer.detail) for offer in context.offers(self.spec.target, text)
            ]
        else:
            wanted = text.strip().casefold()
            known = choices_of(self.spec.choices, context.words)
            found = [Choice(code, called) for code, called in known if wanted in called.casefold()]
        return [choice for choice in found if choice.key not in self._keys]

    def _add(self) -> None:
        key = self.adding.key()
        if key:
            self._picked[key] = self.adding.text_of(key)
            self.adding.show_key("", "")
            self._set((*self._keys, key) if key not in self._keys else self._keys)

    def _set(self, keys: Keys) -> None:
        if not keys and self.spec.required and self.context is not None:
            self.error("", self.context.words.say("Something must be chosen here"))
            return
        before, self._keys = self._keys, keys
        self._show()
        self.error("", "")
        self.typed.emit()
        if keys != before:
            self.left.emit(self.spec.name, self.values(), self.shown())

    def _make(self, text: str) -> None:
        context, record = self.context, self.record
        if context is None or context.create is None or record is None:
            return
        keys, shown = self._keys, self.shown()
        if context.create_in is not None:
            self.adding.show_key("", "")
            into = (record.table, record.id, self.spec.name, None)
            context.create_in(Making(self.spec.target, text, {}, into))
            return

        def then(key: str) -> None:
            if self.record is not None and (self.record.table, self.record.id) == (record.table, record.id):
                self._picked[key] = text
                self._set((*self._keys, key))
            else:
                self.late.emit(record.table, record.id, self.spec.name, {self.spec.name: (*keys, key)}, shown)

        self.adding.show_key("", "")
        context.create(self.spec.target, text, then)
