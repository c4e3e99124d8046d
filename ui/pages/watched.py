"""A page of the window that is not a visit: it reads what it shows whenever something was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt

from ui.data.shown import Watch
from ui.pages.listed import ListedPage
from ui.widgets.search import SearchEntry
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.text.catalogue import Words
    from ui.forms.record import Record
    from ui.hands import Hands


class WatchedPage(ListedPage):
    """Those that derive from it say what to ``read`` on the worker, and find it in ``self.content``."""

    code: ClassVar[str] = ""

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(hands, parent)
        self.content: Any = None
        self._wanted: tuple[str, str, bool] | None = None

    def fill_bar(self) -> None:
        """Put the title of the page and the filter before the button."""
        theme = self.hands.theme
        self.title = Text(theme, "", 16, bold=True)
        self.filter = SearchEntry(theme)
        self.filter.setMinimumWidth(120)
        self.filter.setMaximumWidth(280)
        self.filter.typed.connect(lambda _text: self.show_again())
        self.bar.addWidget(self.title)
        self.bar.addSpacing(8)
        self.bar.addWidget(self.filter, 1)
        self.bar.addStretch(1)
        self.bar.addWidget(self.add_button)

    def name(self, words: Words) -> str:
        """Return what the page is called."""
        raise NotImplementedError

    def write(self, words: Words) -> None:
        """Write the title and what the list and the filter are read aloud as."""
        self.title.setText(self.name(words))
        self.title.restyle()
        self.list.setAccessibleName(self.name(words))
        self.filter.setAccessibleName(words.say_in("window", "Filter"))
        self.filter.setPlaceholderText(words.say_in("window", "Filter"))

    def read(self, office: Any) -> Any:
        """Read what the page shows; runs on the worker."""
        raise NotImplementedError

    def row(self, table: str, row_id: str) -> Any:
        """Return a loaded row by table and id, or None."""
        raise NotImplementedError

    def enter(self) -> None:
        """Begin to read."""
        self.hands.watch(Watch(self.code, self.read, self._show))

    def leave(self) -> None:
        """Save what is being typed and read no longer."""
        self.panel.flush()
        self.hands.unwatch(self.code)

    def languages(self) -> Sequence[str]:
        """Return the languages that this office works in: those of the screen and of its visits."""
        return self.hands.languages()

    def record(self, table: str, row_id: str) -> Record | None:
        """Return a row as its form shows it."""
        from ui.data.records import full_record

        row = self.row(table, row_id) if self.content is not None else None
        return full_record(row) if row is not None else None

    def show_again(self, *, other: bool = False) -> None:
        """Show what is there now."""
        if self.content is not None:
            super().show_again(other=other)

    def select(self, table: str, row_id: str, *, edit: bool = False) -> bool:
        """Select a row, as soon as it is there."""
        if self.content is not None and super().select(table, row_id, edit=edit):
            return True
        self._wanted = (table, row_id, edit)
        return False

    def _show(self, content: Any) -> None:
        first, self.content = self.content is None, content
        self.show_again()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            super().select(wanted[0], wanted[1], edit=wanted[2])
        elif first:
            if not self.list.selected()[1] and not self.beside.is_open():
                self.list.select(*self.list.first())
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
