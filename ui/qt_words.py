"""Words of Qt's own dialogs that its translations leave in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator

from models.text.catalogue import mark_in

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from models.text.catalogue import Words

_LEFT_OUT = {
    "&Look in:": mark_in("files", "&Look in:"),
    "Files of &type:": mark_in("files", "Files of &type:"),
    "Folder": mark_in("files", "Folder"),
    "File": mark_in("files", "File"),
    "Drive": mark_in("files", "Drive"),
    "All Files (*)": mark_in("files", "All Files (*)"),
}


class Rest(QTranslator):
    """Answers for a few words, in the language of the screen."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._said = {source: words.say_in("files", message) for source, message in _LEFT_OUT.items()}

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to ask for."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return a word of ours, or nothing."""
        del context, disambiguation, n
        return self._said.get(sourceText)
