"""One of a closed set, and who may see a thing."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from ui.forms.choices import choices_of
from ui.forms.editors.base import FieldEditor, Values
from ui.widgets.entry import ChoiceEntry
from ui.widgets.field import mark_state

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from ui.forms.choices import Choices
    from ui.forms.record import FormContext, Record
    from ui.forms.spec import FieldSpec
    from ui.style.theme import Theme

_TO_PARTY = "party:"
_LONG = 26
"""Letters of a name that leave room for what is said of it."""


class ListedEditor(FieldEditor):
    """A list to choose from; a subclass says what is in it, and turns values into codes and back."""

    def __init__(self, theme: Theme, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec, parent)
        self.entry = ChoiceEntry(theme)
        self.caption.setBuddy(self.entry)
        # Also a choice that is taken back while it is being saved: the panel knows what is on its way.
        self.entry.activated.connect(lambda _at: self._left())
        self.entry.currentIndexChanged.connect(lambda _at: self.typed.emit())
        self.body.addWidget(self.entry)

    @abstractmethod
    def offered(self, code: str, record: Record, context: FormContext) -> Choices:
        """Return what can be chosen; ``code`` is what a row has chosen."""

    @abstractmethod
    def code_of(self, values: Mapping[str, Any]) -> str:
        """Return the code that values stand for."""

    @abstractmethod
    def stored(self, code: str) -> Values:
        """Return a code as the values that are saved."""

    def take(self, record: Record, context: FormContext, *, keep_typed: bool) -> None:
        """Show what a row has chosen."""
        self.record, self.context = record, context
        code = self.code_of(record.values)
        self.entry.setAccessibleName(self.label(context.words))
        if not keep_typed:
            self.entry.begin()
        self.entry.offer(self.offered(code, record, context), code)
        self.error("", "")

    def changed(self) -> bool:
        """Tell whether a choice is not saved yet."""
        return self.entry.changed()

    def values(self) -> Values:
        """Return the choice."""
        return self.stored(self.entry.value())

    def shown(self) -> Values:
        """Return the choice that stood here when the user began."""
        return self.stored(self.entry.shown())

    def confirm(self, field: str, values: Mapping[str, Any]) -> None:
        """Note that a choice is saved."""
        del field
        self.entry.confirm(self.code_of(values))

    def overlay(self, field: str, values: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
        """Put back what was chosen and is not saved yet."""
        del field
        self.entry.overlay(self.code_of(values), self.code_of(shown))

    def put_back(self, field: str = "") -> None:
        """Show again what is saved."""
        del field
        self.entry.put_back()
        self.error("", "")

    def flush(self) -> None:
        """Do nothing: a choice is saved as it is made."""

    def lock(self, locked: bool) -> None:
        """Let the choice be read only."""
        self.entry.setEnabled(not locked)

    def first(self) -> QWidget:
        """Return the list."""
        return self.entry

    def error(self, field: str, text: str) -> None:
        """Show what is wrong with the choice."""
        mark_state(self.entry, "error" if text else "")
        super().error(field, text)

    def _left(self) -> None:
        self.left.emit(self.spec.name, self.values(), self.shown())


class ChoiceEditor(ListedEditor):
    """One of a closed set; a language may be none."""

    def offered(self, code: str, record: Record, context: FormContext) -> Choices:
        """Return the members of the set; a code that is none of them is offered as it is."""
        del record
        found = choices_of(self.spec.choices, context.words)
        if not self.spec.choices[:1].isupper():
            found = [("", context.words.say_in("window", "None")), *found]
        return (
            found if code in dict(found) else [*found, (code, code or context.words.say_in("window", "None"))]
        )

    def code_of(self, values: Mapping[str, Any]) -> str:
        """Return the stored value."""
        return str(values.get(self.spec.name) or "")

    def stored(self, code: str) -> Values:
        """Return the code for its column."""
        return {self.spec.name: code}


class AudienceEditor(ListedEditor):
    """Everyone, all parties, each of the parties, the office: two columns as one choice."""

    def offered(self, code: str, record: Record, context: FormContext) -> Choices:
        """Return the audiences, with each party by its name."""
        words = context.words
        named = dict(choices_of("Audience", words))
        parties = [(offer.id, offer.text) for offer in context.offers("party", "")]
        mine = code.removeprefix(_TO_PARTY) if code.startswith(_TO_PARTY) else ""
        if mine and mine not in dict(parties):
            parties.append(
                (mine, str(record.labels.get(self.spec.columns[1], "")) or context.called("party", mine))
            )
        made = [(known, named[known]) for known in ("public", "parties")]
        made += [
            (_TO_PARTY + key, words.say("{organisation} only", organisation=_shortened(called)))
            for key, called in parties
        ]
        if code == "party":
            made.append((code, named[code]))
        return [*made, ("office", named["office"])]

    def code_of(self, values: Mapping[str, Any]) -> str:
        """Return audience and party as one code."""
        audience, party = (values.get(column) for column in self.spec.columns)
        return f"{_TO_PARTY}{party}" if audience == "party" and party else str(audience or "")

    def stored(self, code: str) -> Values:
        """Return a code as audience and party."""
        audience, _, party = code.partition(":")
        return dict(zip(self.spec.columns, (audience, party or None), strict=True))


def _shortened(name: str) -> str:
    """Return a name so short that the word behind it, which matters, is not cut off."""
    return name if len(name) <= _LONG else f"{name[: _LONG - 1].rstrip()}…"
