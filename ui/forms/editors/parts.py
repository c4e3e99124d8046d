"""Entries that are typed into and saved together, as they only make sense together; often it is just one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.forms.editors.base import FieldEditor, Unfit, Values
from ui.widgets.cursor import has_cursor
from ui.widgets.entry import LineEntry, ProseEntry
from ui.widgets.field import mark_state

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from PySide6.QtWidgets import QWidget

    from ui.forms.codecs import Codec
    from ui.forms.editors.zone_entry import ZoneEntry
    from ui.forms.record import FormContext, Record
    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme

    Entry = LineEntry | ProseEntry | ZoneEntry


class PartsEditor(FieldEditor):
    """One entry for each column; a codec writes its value and reads what is typed."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self.entries: dict[str, Entry] = {}
        self.codecs: dict[str, Codec] = {}
        self._stands: Values = {}
        self._base: Values = {}
        self._saved: Values = {}
        self._pending = False
        self._told: Values | None = None
        """What was told last and may not be saved: what is typed back to the old value is told, too."""
        self._writing = False
        self._unread: dict[str, dict[str, str]] = {}

    def add_part(self, column: str, entry: Entry, codec: Codec) -> None:
        """Take an entry for a column; where it stands is up to the editor."""
        self.entries[column], self.codecs[column] = entry, codec
        entry.left.connect(self.leave)
        entry.textChanged.connect(self._noted)
        if isinstance(entry, (LineEntry, ProseEntry)):
            entry.restored.connect(self.put_back)

    def take(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Show the values of a row; what could not be read comes back with its row."""
        before = self.record
        other = before is None or (before.table, before.id) != (record.table, record.id)
        if before is not None and other and self.changed() and self._typed() is None:
            self._unread[before.id] = {column: entry.text() for column, entry in self.entries.items()}
        self.record, self.context = record, context
        self._name(context)
        self._saved = self.values_of(record)
        if keep_typed and self.changed() and (typing := self._typed()) != self._saved:
            if typing is None:
                # What is wrong is said in the language of the screen, which may be another one now.
                self.leave()
            return
        self._show(self._saved)
        self.error("", "")
        typed = self._unread.pop(record.id, None)
        if typed is not None and other:
            for column, text in typed.items():
                entry = self.entries[column]
                entry.overlay(text, entry.shown())
            self.leave()

    def values_of(self, record: Record) -> Values:
        """Return the values of a row by column."""
        return {column: record.values.get(column) for column in self.spec.edits()}

    def part_label(self, column: str, context: FormContext) -> str:
        """Return what an entry is read aloud as."""
        del column
        return self.label(context.words)

    def unread_rows(self) -> Collection[str]:
        """Return the ids of rows into which something was typed that could not be read."""
        here = self.record is not None and self.changed() and self._typed() is None
        return (*self._unread, self.record.id) if here and self.record is not None else tuple(self._unread)

    def changed(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return self._pending or self._unsaid() or any(entry.changed() for entry in self.entries.values())

    def values(self) -> Values:
        """Return what stands in the entries; raises Unfit."""
        return self.check(self._read())

    def check(self, values: Values) -> Values:
        """Return values that go together, or raise Unfit."""
        return values

    def shown(self) -> Values:
        """Return what stood in the entries when typing began."""
        return dict(self._base)

    def confirm(self, field: str, values: Mapping[str, Any]) -> None:
        """Note that values are saved: what follows is typed on top of them."""
        del field
        now = {**self._base, **{name: value for name, value in values.items() if name in self._base}}
        self._saved = now
        if not self.changed():
            if self._told == now:
                self._told = None
            return
        # What is typed back to an old value stands as that was written: only this says that it is not saved.
        back = self._unsaid()
        if self._typed() == now:
            self._show(now)
            back = False
        self._base, self._pending = now, back

    def overlay(self, field: str, values: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
        """Put back what was typed on top of an older value and is not saved yet."""
        del field
        columns = self.spec.edits()
        self._show({**self._saved, **{name: values[name] for name in columns if name in values}})
        base = {**self._saved, **{name: shown[name] for name in columns if name in shown}}
        self._base, self._pending = base, True
        self._told = self._typed()

    def put_back(self, field: str = "") -> None:
        """Show again what is saved."""
        del field
        self._show(self._saved)
        self.error("", "")

    def flush(self) -> None:
        """Tell of an entry that is being left because the panel shows something else."""
        if any(has_cursor(entry) for entry in self.entries.values()) and self.changed():
            self.leave()

    def lock(self, locked: bool) -> None:
        """Let the entries be read only."""
        for entry in self.entries.values():
            entry.setReadOnly(locked)

    def first(self) -> QWidget | None:
        """Return the first entry."""
        return next(iter(self.entries.values()), None)

    def error(self, field: str, text: str) -> None:
        """Show what is wrong below the entries, and mark the one it is about, or the only one."""
        about = field if field in self.entries or len(self.entries) > 1 else next(iter(self.entries), "")
        for column, entry in self.entries.items():
            mark_state(entry, "error" if text and column == about else "")
        super().error(field, text)

    def leave(self) -> None:
        """Tell of new values that can be saved, or what is wrong with them."""
        context = self.context
        if context is None:
            return
        try:
            found = self.values()
        except Unfit as wrong:
            self.error(wrong.column, wrong.sentence(context.words))
            return
        self.error("", "")
        if found != self._base or self._pending or self._unsaid():
            self._told = found
            self.left.emit(self.spec.name, found, self.shown())
        else:
            self._show(self._base)

    def write(self, values: Values) -> None:
        """Write values into the entries."""
        context = self.context
        if context is None:
            return
        for column, entry in self.entries.items():
            entry.show_text(self.codecs[column].write(values.get(column), context))

    def read_part(self, column: str, text: str) -> Any:
        """Read what is typed into an entry; raises Unfit."""
        context = self.context
        if context is None:
            return None
        return self.codecs[column].read(text, context, self._base.get(column))

    def _show(self, values: Values) -> None:
        self._writing = True
        try:
            self.write(values)
        finally:
            self._writing = False
        self._stands, self._base, self._pending = dict(values), dict(values), False
        self._told = None

    def _read(self) -> Values:
        """Read the entries; one that is as it was written keeps its value, however that was written."""
        found = dict(self._stands)
        for column, entry in self.entries.items():
            if entry.changed():
                try:
                    found[column] = self.read_part(column, entry.text())
                except Unfit as wrong:
                    wrong.column = wrong.column or column
                    raise
        return found

    def _unsaid(self) -> bool:
        """Tell whether something else was told last than what stands in the entries."""
        return self._told is not None and self._typed() not in (None, self._told)

    def _typed(self) -> Values | None:
        """Return what stands in the entries, or None where it cannot be read."""
        try:
            return self.values()
        except Unfit:
            return None

    def _noted(self) -> None:
        """Where what was typed is taken back, the file's value is shown, which may have changed meanwhile."""
        if self._writing:
            return
        if not self.changed() and self._base != self._saved:
            self._show(self._saved)
        self.typed.emit()

    def _name(self, context: FormContext) -> None:
        for column, entry in self.entries.items():
            entry.setAccessibleName(self.part_label(column, context))
            entry.setAccessibleDescription(self.explanation(context.words))
