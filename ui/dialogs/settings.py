"""Who works here, whose file this is, and how the window looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.text.languages import language
from ui.dialogs.base import Dialog
from ui.style.theme import Shade
from ui.widgets.entry import LineEntry
from ui.widgets.field import Field
from ui.widgets.picker import Picker
from ui.widgets.picklist import Choice as Picked
from ui.widgets.segment import Choice, Segment
from ui.widgets.text import Text
from ui.words_missing import nothing_called

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.hands import Hands
    from ui.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Card:
    """What can be set: the author's name, and of the file its name and the home organisation."""

    author: str
    file: str
    home: str
    """The id of an organisation, or nothing."""


class SettingsDialog(Dialog):
    """``taken`` carries the Card as it was changed; language and theme apply at once."""

    taken = Signal(object)
    language_chosen = Signal(str)
    shade_chosen = Signal(object)

    def __init__(
        self, hands: Hands, tongue: Tongue, shade: Shade, card: Card | None, parent: QWidget
    ) -> None:
        words = tongue.words
        super().__init__(hands.theme, words.say("Settings"), words.say("Cancel"), words.say("Save"), parent)
        self._hands, self._words, self._card = hands, words, card
        theme = hands.theme
        self.author, self.file = LineEntry(theme), LineEntry(theme)
        self.home = Picker(theme)
        if card is not None:
            self._add_card(card)
        self.languages, self.shades = Segment(theme), Segment(theme)
        self._add_segment(
            words.say("Language of the screen"),
            self.languages,
            [Choice(tag, language(tag).own_name, tag) for tag in tongue.languages],
            words.language,
        )
        names = {
            Shade.SYSTEM: words.say("As the system"),
            Shade.LIGHT: words.say_in("window", "Light"),
            Shade.DARK: words.say_in("window", "Dark"),
        }
        self._add_segment(
            words.say_in("window", "Theme"),
            self.shades,
            [Choice(each.value, names[each]) for each in Shade],
            shade.value,
        )
        self.body.addStretch(1)
        self.act.clicked.connect(self._done)
        self.setMinimumWidth(460)
        (self.author if card is not None else self.languages).setFocus()

    def _add_card(self, card: Card) -> None:
        words, theme = self._words, self.theme
        for entry, label, hint, value in (
            (self.author, words.say("Your name"), words.say("signs what you change"), card.author),
            (self.file, words.say("Name of this file"), "", card.file),
        ):
            entry.show_text(value)
            field = Field(theme, entry)
            field.tell(label, hint)
            entry.setEnabled(not self._hands.read_only())
            self.body.addWidget(field)
        self.home.line.offers = self._offers
        self.home.line.making = lambda text: words.say("Create “{name}”", name=text)
        self.home.line.asked.connect(self._create)
        self.home.line.show_key(card.home, self._hands.called("organisation", card.home) if card.home else "")
        label = words.say("Our organisation")
        self.home.tell(label, words.say("Clear"))
        self.home.tell_missing(nothing_called("organisation", words, creates=True))
        self.home.lock(self._hands.read_only())
        field = Field(theme, self.home)
        field.tell(label, words.say("tells visits that go out from those that come in"))
        self.body.addWidget(field)

    def _add_segment(self, label: str, segment: Segment, choices: Sequence[Choice], value: str) -> None:
        self.body.addWidget(Text(self.theme, label, 12, bold=True, colour="text2"))
        segment.setAccessibleName(label)
        segment.offer(choices)
        segment.take(value)
        self.body.addWidget(segment)

    def _offers(self, text: str) -> list[Picked]:
        return [Picked(one.id, one.text, one.detail) for one in self._hands.offers("organisation", text)]

    def _create(self, text: str) -> None:
        self._hands.create("organisation", text, lambda key: self.home.line.pick(key, text))

    def _done(self) -> None:
        if self._card is not None:
            self.taken.emit(
                Card(
                    self.author.text().strip() or self._card.author,
                    self.file.text().strip() or self._card.file,
                    self.home.line.key(),
                )
            )
        if self.languages.value() != self._words.language:
            self.language_chosen.emit(self.languages.value())
        self.shade_chosen.emit(Shade(self.shades.value()))
        self.accept()
