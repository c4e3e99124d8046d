"""The strip in which people, delegations and parties are added: found as one types, or created in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.style import measures
from ui.widgets.button import Button, Rank
from ui.widgets.entry import ChoiceEntry
from ui.widgets.ground import Edge, Ground
from ui.widgets.picker import Picker
from ui.widgets.picklist import Choice
from ui.widgets.text import Text
from ui.words_missing import nothing_called

_PICKER = 180
"""The least room for a name."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from models.text.catalogue import Words
    from ui.hands import Hands

    Choices = Sequence[tuple[str, str]]


class AddStrip(Ground):
    """A picker and up to two choices; it stays open, so that several can be added one after the other."""

    picked = Signal(str, str, str)
    """The row that was picked, and both choices."""
    created = Signal(str, str, str)
    """A name of what is to be made, and both choices."""
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
        line.asked.connect(self._make)
        for choice in (self.first, self.second):
            # As wide as the longest of its words: "Interpreter" is not cut.
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._above, self._below = QHBoxLayout(), QHBoxLayout()
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(measures.MARGIN, 8, measures.MARGIN, 8)
        for line in (self._above, self._below):
            line.setSpacing(measures.GAP)
            self._whole.addLayout(line)
        self._whole.setSpacing(0)
        self._above.addWidget(self._caption)
        self._above.addWidget(self.picker, 1)
        self._above.addWidget(self.close_button)
        self._lines = 0
        self._arrange()
        self.hide()

    def keep_clear(self, covered: int) -> None:
        """Leave free what lies under the form of the page."""
        self._whole.setContentsMargins(measures.MARGIN, 8, measures.MARGIN + covered, 8)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a second line where one is too short."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put all into one line, or the choices into a second one."""
        chosen = [each for each in (self.first, self.second) if not each.isHidden()]
        others = (self._caption, self.close_button, *chosen)
        needed = sum(each.sizeHint().width() + measures.GAP for each in others)
        margins = self._whole.contentsMargins()
        free = self.width() - margins.left() - margins.right()
        lines = 1 if needed + _PICKER <= free or not chosen else 2
        if lines == self._lines:
            return
        self._lines = lines
        for at, each in enumerate((self.first, self.second)):
            for line in (self._above, self._below):
                line.removeWidget(each)
            if lines == 1:
                self._above.insertWidget(2 + at, each)
            else:
                self._below.insertWidget(at, each)
        self._whole.setSpacing(measures.GAP if lines > 1 else 0)
        while self._below.count() > 2:
            self._below.takeAt(2)
        if lines > 1:
            self._below.addStretch(1)

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
        self._lines = 0
        self._arrange()
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
            self.picker.line.show_key("", "")
            self.picked.emit(key, self.first.value(), self.second.value())
            self._chosen = False

    def _make(self, text: str) -> None:
        self.picker.line.show_key("", "")
        self.created.emit(text, self.first.value(), self.second.value())
        self._chosen = False
