"""What the page shows before a file is brought: what can be brought, and workbooks that others fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.bring import texts
from ui.widgets.button import Button, Rank
from ui.widgets.empty import Empty

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.style.theme import Theme


class Invitation(QWidget):
    """Two invitations, each with its buttons; the page knows what the buttons do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = Button(theme, Rank.PRIMARY, "folder-open")
        self.paste = Button(theme, Rank.PLAIN, "clipboard-paste")
        self.filled = Button(theme, Rank.PLAIN, "file-spreadsheet")
        self.blank = Button(theme, Rank.PLAIN, "file-plus")
        self.list = Button(theme, Rank.PLAIN, "users")
        self._nothing = Empty(theme, "import", self.choose, self.paste)
        self._workbooks = Empty(theme, "file-spreadsheet", self.list, self.blank, self.filled)
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._nothing)
        both.addWidget(self._workbooks)
        both.addStretch(1)

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self.choose.tell(words.say("Choose a file…"))
        self.paste.tell(words.say("Paste rows"))
        self.blank.tell(words.say("Empty workbook…"))
        self.list.tell(words.say("Delegation list…"))
        self.filled.tell(words.say("Workbook of the visit…"))
        self._nothing.tell(words.say("Bring what you have"), texts.invitation(words))
        self._workbooks.tell(words.say("Have a workbook filled in"), texts.workbooks(words))
