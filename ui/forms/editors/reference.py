"""One of many, picked as one types: a row of another table, a time zone, a country."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from models.text.countries import countries, countries_called, country_name
from models.text.matching import letters
from ui.forms.called import called_in
from ui.forms.editors.base import FieldEditor, Values
from ui.forms.record import Making, Offer
from ui.forms.zones import zone_detail, zone_of, zone_offers
from ui.widgets.field import mark_state
from ui.widgets.picker import Picker
from ui.widgets.picklist import Choice
from ui.words_missing import nothing_called

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from models.text.catalogue import Words
    from ui.forms.record import FormContext, Record
    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme

_INDOORS = ("room", "laboratory")
_MOST = 20
_USUAL = ("KR", "JP", "US", "DE", "FR", "GB", "CN")


class PickedEditor(FieldEditor):
    """A picker for one column; a subclass says what it offers and what a key is called."""

    nothing: str | None = None
    """What is saved where nothing is picked."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self.picker = Picker(theme)
        self.entry = self.picker.line
        self.entry.offers = self._choices
        self.entry.left.connect(self._left)
        self.entry.textChanged.connect(self.typed)
        self.entry.missed.connect(self._missed)
        self._unread: dict[str, str] = {}
        """What was typed into other rows and is nothing of the list, by their ids."""
        self.picker.let_clear(not spec.required)
        self.caption.setBuddy(self.entry)
        self.body.addWidget(self.picker)

    @abstractmethod
    def offers(self, text: str, context: FormContext) -> Sequence[Offer]:
        """Return what fits a text."""

    @abstractmethod
    def called(self, key: str, context: FormContext) -> str:
        """Return what a key is called."""

    def missing(self, words: Words) -> str:
        """Return what is said of a text that is nothing of the list."""
        return nothing_called(self.spec.target, words)

    def take(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Show what a row refers to; a text that is nothing of the list comes back with its row."""
        before = self.record
        other = before is None or (before.table, before.id) != (record.table, record.id)
        if before is not None and other and self.entry.unmatched():
            self._unread[before.id] = self.entry.text()
        self.record, self.context = record, context
        words = context.words
        self.picker.tell(self.label(words), words.say("Clear {field}", field=self.label(words)))
        self.entry.setFont(self.theme.font())
        key = str(record.values.get(self._column()) or "")
        text = self.called(key, context) if key else ""
        if keep_typed:
            self.entry.refresh_key(key, text)
        else:
            self.entry.show_key(key, text)
        if other and record.id in self._unread:
            self.entry.leave_text(self._unread.pop(record.id))
        self._missed(self.entry.unmatched())

    def unread_rows(self) -> Collection[str]:
        """Return the ids of rows in which a text stands that is nothing of the list."""
        here = self.record is not None and self.entry.unmatched()
        return (*self._unread, self.record.id) if here and self.record is not None else tuple(self._unread)

    def changed(self) -> bool:
        """Tell whether something was picked, or is searched for, that is not saved."""
        return self.entry.changed() or self.entry.searching()

    def values(self) -> Values:
        """Return the key that is picked."""
        return {self._column(): self.entry.key() or self.nothing}

    def shown(self) -> Values:
        """Return the key that stood here when the user began."""
        return {self._column(): self.entry.shown() or self.nothing}

    def confirm(self, field: str, values: Mapping[str, Any]) -> None:
        """Note that a choice is saved."""
        del field
        self.entry.confirm(str(values.get(self._column()) or ""))

    def overlay(self, field: str, values: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
        """Put back what was picked and is not saved yet."""
        del field
        key, context = str(values.get(self._column()) or ""), self.context
        text = self.entry.text_of(key) or (self.called(key, context) if key and context else "")
        self.entry.overlay(key, text, str(shown.get(self._column()) or ""))

    def put_back(self, field: str = "") -> None:
        """Show again what is saved."""
        del field
        self.entry.put_back()
        self.error("", "")

    def flush(self) -> None:
        """Leave the field: a choice is saved as it is made, and what is no choice waits for its row."""
        self.entry.settle()

    def lock(self, locked: bool) -> None:
        """Let the choice be read only."""
        self.picker.lock(locked)

    def first(self) -> QWidget:
        """Return the field of the picker."""
        return self.entry

    def error(self, field: str, text: str) -> None:
        """Show what is wrong with the choice."""
        mark_state(self.entry, "error" if text else "")
        super().error(field, text)

    def _column(self) -> str:
        return self.spec.edits()[0]

    def _choices(self, text: str) -> Sequence[Choice]:
        if self.context is None:
            return ()
        return [Choice(offer.id, offer.text, offer.detail) for offer in self.offers(text, self.context)]

    def _missed(self, missed: bool) -> None:
        self.error("", self.missing(self.context.words) if missed and self.context is not None else "")

    def _left(self) -> None:
        if self.spec.required and not self.entry.key():
            self.entry.put_back()
            if self.context is not None:
                self.error("", self.context.words.say("Something must be chosen here"))
            return
        self.error("", "")
        self.left.emit(self.spec.name, self.values(), self.shown())


class ReferenceEditor(PickedEditor):
    """A row of another table; one that is missing is made of what was typed."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self.entry.asked.connect(self._make)

    def offers(self, text: str, context: FormContext) -> Sequence[Offer]:
        """Return the rows that fit."""
        return context.offers(self.spec.target, text)

    def called(self, key: str, context: FormContext) -> str:
        """Return what a row is called."""
        record = self.record
        if record is not None and str(record.values.get(self._column()) or "") == key:
            label = record.labels.get(self._column())
            if label is not None:
                return called_in(label, context).text or context.words.say("Untitled")
        return (
            context.called(self.spec.target, key) or self.entry.text_of(key) or context.words.say("Untitled")
        )

    def missing(self, words: Words) -> str:
        """Return that there is no such row, and whether it can be made here."""
        return nothing_called(self.spec.target, words, creates=self.entry.making is not None)

    def take(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Show what a row refers to."""
        makes = self.spec.creates and context.create is not None and not context.read_only
        self.entry.making = (lambda text: context.words.say("Create “{text}”", text=text)) if makes else None
        super().take(record, context, keep_typed=keep_typed)

    def _make(self, text: str) -> None:
        context, record = self.context, self.record
        if context is None or context.create is None or record is None:
            return
        shown = self.shown()
        column = self._column()
        if context.create_in is not None and column in record.values:
            into = (record.table, record.id, column, shown[column])
            context.create_in(Making(self.spec.target, text, self._given(text, record), into))
            return

        def then(key: str) -> None:
            if self.record is not None and (self.record.table, self.record.id) == (record.table, record.id):
                self.entry.pick(key, text)
            else:
                # Somebody went on to another row while the new one was written.
                self.late.emit(record.table, record.id, self.spec.name, {self._column(): key}, shown)

        context.create(self.spec.target, text, then)

    def _given(self, text: str, record: Record) -> dict[str, str]:
        """Return what a place is that is made here, and its zone where its name says it."""
        kinds = dict(self.spec.makes)
        kind = kinds.get(str(record.values.get("kind") or ""), kinds.get("", ""))
        if not kind:
            return {}
        zone = zone_of("", [text, *text.split()]) if kind not in _INDOORS else ""
        return {"kind": kind, **({"time_zone": zone} if zone else {})}


class ZoneEditor(PickedEditor):
    """A time zone of the IANA data."""

    nothing = ""

    def offers(self, text: str, context: FormContext) -> Sequence[Offer]:
        """Return the zones that fit."""
        return zone_offers(text, context.near)

    def called(self, key: str, context: FormContext) -> str:
        """Return the zone and how far it is from UTC."""
        del context
        return key

    def missing(self, words: Words) -> str:
        """Return that it is no zone."""
        return nothing_called("zone", words)

    def explanation(self, words: Words) -> str:
        """Return how far the zone is from UTC."""
        own = super().explanation(words)
        key = str(self.record.values.get(self._column()) or "") if self.record is not None else ""
        return own or zone_detail(key, self.context.near if self.context is not None else None)


class CountryEditor(PickedEditor):
    """A country by its code of two letters."""

    nothing = ""

    def missing(self, words: Words) -> str:
        """Return that there is no such country."""
        return nothing_called("country", words)

    def offers(self, text: str, context: FormContext) -> Sequence[Offer]:
        """Return the countries that fit, whatever the language they are typed in."""
        tag = context.words.language
        known = countries(tag)
        found = countries_called(text, tag)[:_MOST] if letters(text) else _USUAL
        return [Offer(code, known[code], code) for code in found]

    def called(self, key: str, context: FormContext) -> str:
        """Return the name of a country."""
        return country_name(key, context.words.language)
