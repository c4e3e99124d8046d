"""The field in which one says what a column is: found as one types, what is about the same under one head."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.text.hangul import has_lone_consonant, initials, taken_apart
from models.text.matching import letters
from ui.widgets.field import mark_state
from ui.widgets.picker import Picker
from ui.widgets.picklist import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from models.text.catalogue import Words
    from ui.pages.bring.wish import Target
    from ui.style.theme import Theme


class TargetPicker(Picker):
    """A column that is left out has an empty field, which says so."""

    def __init__(
        self, theme: Theme, fields: Sequence[Target], words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._fields = fields
        self.line.offers = lambda text: offered(fields, text)
        # The list floats in the window: it would outlive a field that is made anew.
        self.line.destroyed.connect(self.line.list.deleteLater)
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


class _Found(NamedTuple):
    merit: int
    target: Target


def offered(targets: Iterable[Target], text: str) -> list[Choice]:
    """Return the lines for what is typed, under their heads; the best first, all where nothing is typed."""
    wanted = letters(text)
    if not wanted:
        return _under_heads(targets)
    looked = [_Found(_merit(wanted, each), each) for each in targets]
    found = sorted((each for each in looked if each.merit < _NONE), key=lambda each: each.merit)
    return _under_heads(each.target for each in found)


_OTHERWISE, _ABOUT, _NONE = 3, 6, 7


def _merit(wanted: str, target: Target) -> int:
    """Weigh how a target is met: by its text, else by another of its names, else by its head."""
    if (rank := _rank(wanted, target.text)) < _NONE:
        return rank
    by_name = min((_rank(wanted, each) for each in target.called), default=_NONE)
    if by_name < _NONE:
        return _OTHERWISE + by_name
    return _ABOUT if _rank(wanted, target.about) < _NONE else _NONE


def _rank(wanted: str, text: str) -> int:
    """Return 0 for the whole text, 1 for its beginning, 2 for a part; Hangul by first consonants, too."""
    if has_lone_consonant(wanted):
        sought, plain = initials(wanted), initials(letters(text))
    else:
        sought, plain = taken_apart(wanted), taken_apart(letters(text))
    if sought == plain:
        return 0
    if plain.startswith(sought):
        return 1
    return 2 if sought in plain else _NONE


def _under_heads(targets: Iterable[Target]) -> list[Choice]:
    by_head: dict[str, list[Target]] = {}
    for each in targets:
        by_head.setdefault(each.about, []).append(each)
    return [
        row
        for head, group in by_head.items()
        for row in (Choice("", head, head=True), *(Choice(each.field, each.text) for each in group))
    ]
