"""The keys of all commands, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ui.style import measures
from ui.widgets.field import KeyCap
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.style.theme import Theme


class KeysDialog(QDialog):
    """A list in two columns; Escape closes it."""

    def __init__(
        self, theme: Theme, words: Words, commands: Sequence[tuple[str, str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.say("Keyboard shortcuts"))
        rows = [
            *commands,
            (words.say("Next or previous field"), "Tab, Shift+Tab"),
            (words.say("Edit the selected item"), "Enter"),
            (words.say("Delete the selected item"), "Del"),
            (words.say("Put back what is saved"), "Esc"),
            (words.say("Move the selected item"), "Alt+↑, Alt+↓"),
            (words.say("Copy, cut, paste, duplicate entries"), "Ctrl+C, X, V, D"),
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        # One column of all of them would be higher than a low screen.
        high = -(-len(rows) // 2)
        grid.setColumnMinimumWidth(2, 16)
        for at, (what, keys) in enumerate(rows):
            beside, line = divmod(at, high)
            grid.addWidget(Text(theme, what), line, beside * 3)
            grid.addWidget(KeyCap(theme, keys), line, beside * 3 + 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(measures.MARGIN, measures.PANEL_MARGIN, measures.MARGIN, measures.MARGIN)
        column.setSpacing(16)
        column.addWidget(Text(theme, words.say("Keyboard shortcuts"), 16, bold=True))
        column.addLayout(grid)
