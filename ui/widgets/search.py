"""A field to search in: it tells each sign at once, also while an input method still composes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent

    from ui.style.theme import Theme


class SearchEntry(QLineEdit):
    """A line whose ``typed`` gives what stands there and what is being composed."""

    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composing = ""
        self._told = ""
        self.setClearButtonEnabled(False)
        self.restyle()
        self.textChanged.connect(self._tell)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take font and icon again."""
        self.setFont(self._theme.font())
        for action in self.actions():
            self.removeAction(action)
        icon = self._theme.icons.icon("search", self._theme.tokens.text2)
        self.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)

    def searched(self) -> str:
        """Return what stands there with what is being composed, where the cursor stands."""
        at = self.cursorPosition()
        return self.text()[:at] + self._composing + self.text()[at:]

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Search with the syllable that is not finished yet."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()

    def _tell(self) -> None:
        text = self.searched()
        if text != self._told:
            self._told = text
            self.typed.emit(text)
