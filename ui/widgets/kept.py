"""What a field shows as saved, what is typed on top of it, and what was told of that."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class Kept:
    """Mixed into a field of text.

    It knows what it showed when the user began, which is the base of what is saved, and what stands now: a
    value that comes in while somebody types waits until the typing is saved or put back.
    """

    left: Any
    """A signal: the field is left changed."""
    restored: Any
    """A signal: what was typed was given up for what is saved."""
    _shown = _latest = ""
    _told: str | None = None

    if TYPE_CHECKING:
        # What every field of text does by itself.
        text: Callable[[], str]
        undo: Callable[[], None]
        redo: Callable[[], None]

    @abstractmethod
    def show_text(self, text: str) -> None:
        """Show a value as saved; what was typed before can no longer be undone here."""

    @abstractmethod
    def put_text(self, text: str) -> None:
        """Let a text stand in the field."""

    @abstractmethod
    def can_undo(self, *, again: bool = False) -> bool:
        """Tell whether typing can be taken back, or done ``again``."""

    def begin(self, text: str) -> None:
        """Take a text as what is saved: what follows is typed on top of it."""
        self._shown = self._latest = text
        self._told = None

    def refresh_text(self, text: str) -> None:
        """Show what is saved now, unless something else is being typed."""
        if (self.changed() or self.unsaid()) and self.text() != text:
            self._latest = text
        elif not self.changed() and self._latest == text:
            return
        else:
            self.show_text(text)

    def confirm(self, text: str) -> None:
        """Note that a text is saved: what follows is typed on top of it."""
        if self.text() == text:
            self.show_text(text)
        elif self.unsaid() or self.changed():
            self._shown = self._latest = text

    def overlay(self, text: str, base: str) -> None:
        """Put back what was typed on top of an older value and is not saved yet."""
        self.put_text(text)
        self._shown, self._told = base, text

    def shown(self) -> str:
        """Return what stood here when typing began."""
        return self._shown

    def changed(self) -> bool:
        """Tell whether the text differs from what was shown."""
        return self.text() != self._shown

    def unsaid(self) -> bool:
        """Tell whether something else was told last: text typed back to what it was counts, too."""
        return self._told is not None and self.text() != self._told

    def tell_left(self) -> None:
        """Tell what stands here, where that is not saved or not what was told last."""
        if self.changed() or self.unsaid():
            self._told = self.text()
            self.left.emit()

    def put_back(self) -> None:
        """Show again what is saved."""
        self.show_text(self._latest)
        self.restored.emit()

    def undo_typing(self) -> bool:
        """Take back typing that is not saved; tell whether there was any."""
        if not (self.changed() and self.can_undo()):
            return False
        self.undo()
        return True

    def redo_typing(self) -> bool:
        """Type again what was taken back; tell whether there was any."""
        if not self.can_undo(again=True):
            return False
        self.redo()
        return True
