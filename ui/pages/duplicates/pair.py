"""Two rows side by side, field by field: which value stays, and what making them one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.pages.duplicates.texts import field_text, lost_note, references_text, value_text
from ui.style import measures
from ui.widgets.button import Button, Rank
from ui.widgets.text import Text

if TYPE_CHECKING:
    from models.actions.unite import Preview
    from models.rules.uniting import FieldOfTwo
    from models.text.catalogue import Words
    from ui.style.theme import Theme

_MOST_SIGNS = 80
_ROW = 32


class Pair(QWidget):
    """The preview of one pair; ``uniting`` gives the fields taken from the other, and the note."""

    uniting = Signal(tuple, str)
    swapped = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._preview: Preview | None = None
        self._names = ("", "")
        self._choices: dict[str, QRadioButton] = {}
        self._groups: list[QButtonGroup] = []
        self.setProperty("ground", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Text(theme, "", 16, bold=True, wrap=True)
        self.references = Text(theme, "", colour="text2", wrap=True)
        self.act = Button(theme, Rank.PRIMARY)
        self.swap = Button(theme, Rank.PLAIN, "arrow-left-right")
        self._body = QWidget()
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setProperty("frame", "none")
        self._area.setWidget(self._body)
        foot = QHBoxLayout()
        foot.setSpacing(measures.GAP)
        foot.addWidget(self.swap)
        foot.addStretch(1)
        foot.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(measures.PANEL_MARGIN,) * 4)
        column.setSpacing(measures.GROUP_GAP)
        column.addWidget(self.title)
        column.addWidget(self._area, 1)
        column.addWidget(self.references)
        column.addLayout(foot)
        self.act.clicked.connect(self._unite)
        self.swap.clicked.connect(self.swapped)
        self.retranslate(words)

    def retranslate(self, words: Words) -> None:
        """Say everything in another language."""
        self._words = words
        self.act.tell(words.say("Make one of two"))
        self.swap.tell(words.say("Exchange which one stays"))
        self._area.setAccessibleName(words.say("Fields of both"))
        self.show_preview(self._preview, *self._names)

    def show_preview(self, preview: Preview | None, kept: str = "", other: str = "") -> None:
        """Show what making one of two would do; the names are those of the two."""
        self._preview, self._names = preview, (kept, other)
        self._choices.clear()
        self._groups.clear()
        shown = preview is not None
        for part in (self.act, self.swap):
            part.setEnabled(shown)
        self._body = QWidget()
        self._body.setProperty("ground", "panel")
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, measures.GAP, 0)
        grid.setVerticalSpacing(measures.LABEL_GAP)
        grid.setHorizontalSpacing(measures.PANEL_MARGIN)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        words = self._words
        self.title.setText(
            words.say("{kept} stays, {other} goes", kept=kept, other=other)
            if shown
            else words.say("Choose a pair to compare")
        )
        self.references.setText(references_text(preview, words) if preview is not None else "")
        for each in preview.fields if preview is not None else ():
            self._add(grid, each)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(self._body)

    def taken(self) -> tuple[str, ...]:
        """Return the fields of which the other's value stays by choice."""
        return tuple(field for field, choice in self._choices.items() if choice.isChecked())

    def _add(self, grid: QGridLayout, each: FieldOfTwo) -> None:
        words = self._words
        row = grid.rowCount()
        label = field_text(each.field, self._preview.table if self._preview is not None else "", words)
        grid.addWidget(Text(self._theme, label, 12, bold=True), row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
        grid.setRowMinimumHeight(row, _ROW)
        mine, theirs = (
            value_text(each.field, value, words, sensitive=each.sensitive)
            for value in (each.kept, each.other)
        )
        if each.stays.value == "both" or not each.kept or not each.other:
            both = ", ".join(dict.fromkeys(text for text in (mine, theirs) if text != "–"))
            grid.addWidget(Text(self._theme, both, colour="text2", wrap=True), row + 1, 0, 1, 2)
            return
        group = QButtonGroup(self._body)
        self._groups.append(group)
        for place, (text, name, checked) in enumerate(
            (
                (mine, self._names[0], each.stays.value == "kept"),
                (theirs, self._names[1], each.stays.value == "other"),
            )
        ):
            choice = QRadioButton(_short(text), self._body)
            choice.setFont(self._theme.font())
            choice.setToolTip(text if _short(text) != text else "")
            choice.setAccessibleName(f"{label}: {text} ({name})")
            choice.setChecked(checked)
            group.addButton(choice)
            grid.addWidget(choice, row + 1, place)
            if place:
                self._choices[each.field] = choice

    def _unite(self) -> None:
        if self._preview is not None:
            taken = self.taken()
            self.uniting.emit(taken, lost_note(self._preview, taken, self._words))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SIGNS else f"{line[: _MOST_SIGNS - 1]}…"
