"""One question of a merge: both versions side by side, who wrote each and when, and what stood before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.dialogs.parts import differing
from ui.style import measures
from ui.widgets.card import Card
from ui.widgets.text import Text
from ui.words_merge import question_sentence, version
from ui.words_together import moment_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.store.merge import Question
    from models.store.merge.questions import Signature
    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.words_merge import MergeNamer


class QuestionBox(QWidget):
    """Two cards of which one is chosen; ``decided`` is emitted when one is."""

    decided = Signal()

    def __init__(self, theme: Theme, question: Question, namer: MergeNamer) -> None:
        super().__init__()
        self.question = question
        words = namer.words
        mine = self._said(question.mine, namer)
        theirs = self._said(question.theirs, namer)
        base = self._said(question.base, namer) if question.base is not None else ""
        self.ours = Card(theme, words.say_in("merge", "This file"), _signed(question.mine_by, words))
        self.theirs = Card(theme, words.say_in("merge", "The copy"), _signed(question.theirs_by, words))
        self.ours.add_line(differing(base, mine), self._language())
        self.theirs.add_line(differing(base, theirs), self._language())
        for card in (self.ours, self.theirs):
            card.toggled.connect(lambda _on: self.decided.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(measures.LABEL_GAP + 2)
        head = QHBoxLayout()
        head.setSpacing(12)
        sentence = question_sentence(question, namer)
        head.addWidget(Text(theme, sentence, bold=True, wrap=True), 3)
        if base and question.kind == "edited":
            before = Text(
                theme,
                words.say("before: {value}", value=base),
                12,
                colour="text3",
                language=self._language(),
                wrap=True,
            )
            before.setAlignment(Qt.AlignmentFlag.AlignRight)
            head.addWidget(before, 2, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(self.ours, 1)
        cards.addWidget(self.theirs, 1)
        column.addLayout(cards)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(sentence)

    def choice(self) -> str:
        """Return ``ours``, ``theirs``, or nothing while it is open."""
        return "ours" if self.ours.isChecked() else "theirs" if self.theirs.isChecked() else ""

    def take(self, choice: str) -> None:
        """Decide it."""
        (self.ours if choice == "ours" else self.theirs).setChecked(True)

    def _said(self, values: Mapping[str, Any] | None, namer: MergeNamer) -> str:
        """Say a version; of a group only the fields in which the versions differ."""
        asked = self.question
        if values is not None and asked.kind == "edited":
            sides = (asked.base or {}, asked.mine or {}, asked.theirs or {})
            apart = {
                name: value
                for name, value in values.items()
                if len({repr(side.get(name)) for side in sides}) > 1
            }
            return version(asked, apart or values, namer)
        return version(asked, values, namer)

    def _language(self) -> str:
        return self.question.group.partition(".")[2]


def _signed(by: Signature | None, words: Words) -> str:
    return "" if by is None else f"{by.author or '?'}, {moment_words(by.at, words)}"
