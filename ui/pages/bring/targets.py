"""The field in which one says what a column is: found as one types, what is about the same under one head."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.text.hangul import has_lone_consonant, initials, taken_apart
from models.text.matching import letters
from ui.widgets.picker import PickLine
from ui.widgets.picklist import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ui.pages.bring.wish import Target
    from ui.style.theme import Theme

LEFT_OUT = "-"
"""The key of the line by which a column is left out: an empty one would make something new."""


class TargetLine(PickLine):
    """Picks what a column is taken for; an empty field leaves the column out."""

    def __init__(self, theme: Theme, targets: Sequence[Target], left_out: str) -> None:
        super().__init__(theme)
        self._targets = targets
        self._left_out = Choice(LEFT_OUT, left_out)
        self.offers = self._offers
        # The list floats in the window: it would outlive a field that is made anew.
        self.destroyed.connect(self.list.deleteLater)

    def show_field(self, field: str) -> None:
        """Show what the column is taken for; what is no field of the sheet is shown by its name."""
        called = next((each.text for each in self._targets if each.field == field), field)
        self.show_key(field or LEFT_OUT, called if field else self._left_out.text)

    def value(self) -> str:
        """Return the field; empty where the column is left out."""
        return "" if self.key() == LEFT_OUT else self.key()

    def _offers(self, text: str) -> list[Choice]:
        return offered(self._targets, self._left_out, text)


class _Found(NamedTuple):
    merit: int
    target: Target


def offered(targets: Iterable[Target], left_out: Choice, text: str) -> list[Choice]:
    """Return the lines for what is typed, under their heads; the best first, all where nothing is typed."""
    wanted = letters(text)
    if not wanted:
        return [left_out, *_under_heads(targets)]
    looked = [_Found(_merit(wanted, each), each) for each in targets]
    found = sorted((each for each in looked if each.merit < _NONE), key=lambda each: each.merit)
    rows = _under_heads(each.target for each in found)
    if _rank(wanted, left_out.text) < _NONE:
        rows.append(left_out)
    return rows


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
