"""A text in all working languages, side by side: two columns, the last alone in its row when they are odd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from models.text.languages import language
from ui.style import measures
from ui.widgets.entry import ProseEntry
from ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from models.text.localised import LocalisedText
    from ui.style.theme import Theme


class LocalisedFields(QWidget):
    """One editor a language; ``left`` is emitted with the tag of the one that was left changed."""

    left = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        required: bool,
        paragraphs: bool = False,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._required = required
        self._paragraphs = paragraphs
        self._lines = lines
        self._fields: dict[str, Field] = {}
        self._entries: dict[str, ProseEntry] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(measures.GAP)
        self._grid.setVerticalSpacing(measures.GAP)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def use_languages(self, languages: Sequence[str]) -> None:
        """Have one editor for each language, in this order."""
        if list(self._fields) == list(languages):
            return
        for field in self._fields.values():
            self._grid.removeWidget(field)
            field.deleteLater()
        self._fields, self._entries = {}, {}
        for at, tag in enumerate(languages):
            entry = ProseEntry(self._theme, tag, paragraphs=self._paragraphs, lines=self._lines)
            entry.left.connect(lambda tag=tag: self.left.emit(tag))
            field = Field(self._theme, entry, quiet=True, language=tag)
            self._fields[tag], self._entries[tag] = field, entry
            alone = at == len(languages) - 1 and at % 2 == 0 and len(languages) > 1
            whole = alone or len(languages) == 1
            self._grid.addWidget(field, at // 2, at % 2, 1, 2 if whole else 1, Qt.AlignmentFlag.AlignTop)

    def show_text(self, text: LocalisedText, words: Words, what: str, *, keep_typed: bool) -> None:
        """Show a text; what is typed and not saved stays where ``keep_typed`` is set."""
        own = text.pick(list(self._fields))
        for tag, field in self._fields.items():
            entry = self._entries[tag]
            name = language(tag).own_name
            field.tell(name, name=f"{what}, {name}")
            if keep_typed:
                entry.refresh_text(text.text_in(tag))
            else:
                entry.show_text(text.text_in(tag))
            field.error("")
            entry.setPlaceholderText("")
            if self._required and own and not text.text_in(tag) and not entry.changed():
                field.missing(
                    words.say("On paper: {language}, marked", language=language(own.language).own_name)
                )
                entry.setPlaceholderText(words.say("No title in this language"))

    def text_in(self, tag: str) -> str:
        """Return what is typed in a language."""
        return self._entries[tag].text()

    def shown_in(self, tag: str) -> str:
        """Return what was shown in a language when typing began."""
        return self._entries[tag].shown()

    def confirm(self, tag: str, text: str) -> None:
        """Note that the text of a language is saved."""
        if tag in self._entries:
            self._entries[tag].confirm(text)

    def overlay(self, tag: str, text: str, base: str) -> None:
        """Put back what was typed in a language and is not saved yet."""
        if tag in self._entries:
            self._entries[tag].overlay(text, base)

    def put_back(self, tag: str) -> None:
        """Show in a language what is saved."""
        if tag in self._entries:
            self._entries[tag].put_back()

    def changed(self) -> bool:
        """Tell whether something is typed that is not saved."""
        return any(entry.changed() for entry in self._entries.values())

    def error(self, tag: str, text: str) -> None:
        """Show what is wrong in a language."""
        if tag in self._fields:
            self._fields[tag].error(text)

    def entry(self, tag: str) -> ProseEntry:
        """Return the editor of a language."""
        return self._entries[tag]

    def field(self, tag: str) -> Field:
        """Return the field of a language."""
        return self._fields[tag]

    def first(self) -> ProseEntry | None:
        """Return the first editor."""
        return next(iter(self._entries.values()), None)

    def flush(self) -> None:
        """Tell of an editor that is being left because the panel shows something else."""
        for tag, entry in self._entries.items():
            if entry.hasFocus() and entry.changed():
                self.left.emit(tag)

    def lock(self, locked: bool) -> None:
        """Let the texts be read only."""
        for entry in self._entries.values():
            entry.setReadOnly(locked)
