"""What a column is: found as one types, each beside what it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.matching import letters
from ui.widgets.field import mark_state
from ui.widgets.picker import Picker
from ui.widgets.picklist import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.text.catalogue import Words
    from ui.pages.bring.wish import FieldChoice
    from ui.style.theme import Theme


class TargetPicker(Picker):
    """A column that is left out has an empty field, which says so."""

    def __init__(
        self, theme: Theme, fields: Sequence[FieldChoice], words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._fields = fields
        self.line.offers = self._offers
        self.line.setPlaceholderText(words.say_in("import", "Left out"))
        self.tell_missing(words.say("No column is called so; choose from the list."))

    def name(self, said: str, words: Words) -> None:
        """Set what the field is read aloud as."""
        self.tell(said, words.say("Leave out"))

    def value(self) -> str:
        """Return what the column is taken for; empty where it is left out."""
        return self.line.key()

    def show_value(self, field: str) -> None:
        """Show what the column is taken for."""
        text = next((each.text for each in self._fields if each.field == field), field)
        self.line.show_key(field, text)

    def doubt(self, said: str) -> None:
        """Say that what is shown is only a guess."""
        mark_state(self.line, "missing")
        self.line.setToolTip(said)
        self.line.setAccessibleDescription(said)

    def _offers(self, text: str) -> list[Choice]:
        """Return what fits: by its own name first, then by the name of what it belongs to."""
        wanted = letters(text)
        named = [each for each in self._fields if wanted in letters(each.text)]
        grouped = [each for each in self._fields if each not in named and wanted in letters(each.group)]
        begins = [each for each in named if letters(each.text).startswith(wanted)]
        ordered = [*begins, *(each for each in named if each not in begins), *grouped] if wanted else named
        return [Choice(each.field, each.text, each.group) for each in ordered]
