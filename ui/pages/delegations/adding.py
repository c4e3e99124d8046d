"""The strip in which people, delegations and parties are added: found as one types, or created in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.style import measures
from ui.widgets.button import Button, Rank
from ui.widgets.entry import ChoiceEntry
from ui.widgets.ground import Edge, Ground
from ui.widgets.picker import Picker
from ui.widgets.picklist import Choice
from ui.widgets.text import Text
from ui.words_missing import nothing_called

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from models.text.catalogue import Words
    from ui.hands import Hands

    Choices = Sequence[tuple[str, str]]


class AddStrip(Ground):
    """A picker and up to two choices; it stays open, so that several can be added one after the other."""

    picked = Signal(str, str, str)
    """The row that was picked, and both choices."""
    closed = Signal()

    def __init__(self, hands: Hands) -> None:
        theme = hands.theme
        super().__init__(theme, "panel", Edge.TOP | Edge.BOTTOM)
        self._hands = hands
        self._table = ""
        self._chosen = False
        self._caption = Text(theme, "", 12, bold=True, colour="text2")
        self.picker = Picker(theme)
        self.picker.let_clear(False)
        self.first, self.second = ChoiceEntry(theme), ChoiceEntry(theme)
        self.first.activated.connect(self._note_choice)
        self.close_button = Button(theme, Rank.QUIET, "x")
        self.close_button.clicked.connect(self.close_strip)
        line = self.picker.line
        line.offers = self._offers
        line.left.connect(self._take)
        line.asked.connect(lambda text: hands.create(self._table, text, self._take_made))
        row = QHBoxLayout(self)
        row.setContentsMargins(measures.MARGIN, 8, measures.MARGIN, 8)
        row.setSpacing(measures.GAP)
        row.addWidget(self._caption)
        row.addWidget(self.picker, 3)
        row.addWidget(self.first, 2)
        row.addWidget(self.second, 1)
        row.addWidget(self.close_button)
        self.hide()

    def ask(
        self, table: str, caption: str, words: Words, first: tuple[str, Choices], second: tuple[str, Choices]
    ) -> None:
        """Ask for a row of a table; a choice is its name and what can be chosen, or nothing."""
        self._table = table
        self.setAccessibleName(caption)
        self._caption.setText(caption)
        self._caption.restyle()
        self.picker.tell(caption, words.say("Clear {field}", field=caption))
        self.picker.line.setPlaceholderText(words.say_in("delegations", "Type a name in any language"))
        self.picker.tell_missing(nothing_called(table, words, creates=True))
        self.picker.line.making = lambda text: words.say("Create “{text}”", text=text)
        for entry, (name, choices) in ((self.first, first), (self.second, second)):
            kept = entry.value() if any(code == entry.value() for code, _text in choices) else ""
            entry.setAccessibleName(name)
            entry.offer(choices, kept or (choices[0][0] if choices else ""))
            entry.begin()
            entry.setVisible(bool(choices))
        self.close_button.tell("", words.say("Close"))
        self.show()
        self.picker.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def chosen(self) -> bool:
        """Tell whether the user took the first choice for whom is added now, and did not find it there."""
        return self._chosen

    def choose(self, code: str) -> None:
        """Take one of the first choices for the user."""
        at = self.first.findData(code)
        if at >= 0:
            self.first.setCurrentIndex(at)
            self.first.begin()
        self._chosen = False

    def close_strip(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_strip()
        else:
            super().keyPressEvent(event)

    def _note_choice(self) -> None:
        self._chosen = True

    def _offers(self, text: str) -> Sequence[Choice]:
        return [Choice(each.id, each.text, each.detail) for each in self._hands.offers(self._table, text)]

    def _take(self) -> None:
        key = self.picker.line.key()
        if key:
            self._take_made(key)

    def _take_made(self, key: str) -> None:
        self.picker.line.show_key("", "")
        self.picked.emit(key, self.first.value(), self.second.value())
        self._chosen = False
