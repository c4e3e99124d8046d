"""Mine or theirs: a group of fields that two have changed, in the panel, while the page stays alive."""

from __future__ import annotations

import datetime as dt
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.forms.said import said
from ui.style import measures
from ui.widgets.button import Button, Rank
from ui.widgets.card import Card
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.edits import Kept
    from ui.forms.record import FormContext
    from ui.forms.spec import FormSpec
    from ui.style.theme import Theme
    from ui.values import ConflictView, Sides


class ConflictBox(QWidget):
    """Two cards for one group; ``decided`` carries the kept edit, and whether mine stays."""

    decided = Signal(object, bool)

    def __init__(
        self, theme: Theme, kept: Kept, conflict: ConflictView, spec: FormSpec, context: FormContext
    ) -> None:
        super().__init__()
        self.kept = kept
        self.words, self._spec, self._context = context.words, spec, context
        words = self.words
        author = conflict.author
        theirs = words.say("{author}'s value", author=author) if author else words.say("The other value")
        self.mine = Card(theme, words.say("My value"))
        self.theirs = Card(theme, theirs, when(conflict.at))
        self.save = Button(theme, Rank.PRIMARY, text=words.say("Save as chosen"))
        self.save.setEnabled(False)
        self.save.clicked.connect(self._decide)
        for card in (self.mine, self.theirs):
            card.toggled.connect(lambda _on: self.save.setEnabled(True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(measures.LABEL_GAP + 3)
        column.addWidget(
            Text(theme, words.say("Two people changed the same field"), 16, bold=True, wrap=True)
        )
        hint = words.say("Choose which value stays; yours is kept until then.")
        column.addWidget(Text(theme, hint, colour="text2", wrap=True))
        for side in conflict.sides:
            column.addLayout(self._caption(theme, side))
            tag = side.field.partition(".")[2]
            base, mine, other = (
                self.said(side.field, value) for value in (side.base, side.mine, side.theirs)
            )
            self.mine.add_line(parts(base, mine), tag)
            self.theirs.add_line(parts(base, other), tag)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        cards.addWidget(self.mine, 1)
        cards.addWidget(self.theirs, 1)
        column.addLayout(cards)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.save)
        column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(words.say("Two people changed the same field"))

    def said(self, field: str, value: Any) -> str:
        """Return a value of a field as it is read."""
        return said(self._spec.field_of(field), field, value, self._context)

    def _caption(self, theme: Theme, side: Sides) -> QHBoxLayout:
        words = self.words
        row = QHBoxLayout()
        row.setSpacing(12)
        name = Text(theme, self._called(side.field), 12, bold=True, colour="text2")
        before = words.say("before: {value}", value=self.said(side.field, side.base))
        base = Text(theme, before, 12, colour="text3", language=side.field.partition(".")[2], wrap=True)
        base.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(base, 1)
        return row

    def _called(self, field: str) -> str:
        """Return what a field is called: by its own name where it is one of several that are one group."""
        from ui.words import field_name, with_brackets
        from ui.words_things import language_name

        found, words = self._spec.field_of(field), self.words
        if found is None or len(found.edits()) > 1 or not found.label:
            return field_name(field, words)
        tag = field.partition(".")[2]
        label = words.say_in("form", found.label)
        return with_brackets(label, language_name(tag, words), words) if tag else label

    def _decide(self) -> None:
        self.decided.emit(self.kept, self.mine.isChecked())


def when(at: dt.datetime | None) -> str:
    """Return a moment as a time of day, with its date when it was not today."""
    if at is None:
        return ""
    local = at.astimezone()
    return f"{local:%H:%M}" if local.date() == dt.date.today() else f"{local:%Y-%m-%d %H:%M}"


def parts(base: str, text: str) -> Sequence[tuple[str, bool]]:
    """Return a text in parts: what was changed against the base, and what was not."""
    made: list[tuple[str, bool]] = []
    for kind, _i1, _i2, first, last in SequenceMatcher(None, base, text, autojunk=False).get_opcodes():
        if last > first:
            made.append((text[first:last], kind != "equal"))
    return made
