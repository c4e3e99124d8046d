"""Duplicates in the directory: reading the pairs, their preview, and making two rows one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.data.shown import Watch
from ui.deeds import Deed
from ui.style import measures
from ui.widgets.button import Button, Rank
from ui.widgets.ground import Ground
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.text.catalogue import Words
    from ui.hands import Hands
    from ui.pages.duplicates.page import DuplicatesPage


class DuplicatesView(Ground):
    """Built when it is opened first."""

    code: ClassVar[str] = "duplicates"

    def __init__(self, hands: Hands, leave: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(hands.theme, "surface", parent=parent)
        self._hands = hands
        self._words: Words | None = None
        self._table = "person"
        self.page: DuplicatesPage | None = None
        self._title = Text(hands.theme, "", 16, bold=True)
        self._back = Button(hands.theme, Rank.QUIET, "chevron-left")
        self._back.clicked.connect(leave)
        bar = QHBoxLayout()
        bar.setContentsMargins(measures.MARGIN - 8, 0, measures.MARGIN, 0)
        bar.addWidget(self._back)
        bar.addWidget(self._title)
        bar.addStretch(1)
        toolbar = QWidget()
        toolbar.setFixedHeight(measures.TOOLBAR)
        toolbar.setLayout(bar)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(toolbar)

    def begin(self, table: str) -> None:
        """Look for duplicates in a list, and again whenever something was written."""
        assert self._words is not None
        if self.page is None:
            from ui.pages.duplicates.page import DuplicatesPage

            self.page = DuplicatesPage(self._hands.theme, self._words)
            self.page.asked.connect(self._preview)
            self.page.uniting.connect(self._unite)
            self._column.addWidget(self.page, 1)
        self._table = table
        self._hands.watch(Watch(self.code, self._read, self._show))
        self._back.setFocus()

    def retranslate(self, words: Words) -> None:
        """Write everything in the language of the screen."""
        self._words = words
        self._title.setText(words.say("Duplicates"))
        self._title.restyle()
        self._back.tell("", words.say_in("window", "Back"))
        if self.page is not None:
            self.page.retranslate(words)

    def _read(self, office: Any) -> Any:
        from models.rules.duplicates import duplicates

        lookup = office.look_up_again()
        return duplicates(lookup.lines(self._table)) if lookup is not None else ()

    def _show(self, candidates: Any) -> None:
        if self.page is not None:
            self.page.show_candidates(candidates, self._hands.lookup())

    def _preview(self, table: str, kept: str, other: str) -> None:
        def read(office: Any) -> Any:
            from models.actions.unite import preview

            return preview(office.database, table, kept, other)

        def show(found: Any) -> None:
            if self.page is not None:
                self.page.show_preview(found)

        self._hands.ask(read, show)

    def _unite(self, table: str, kept: str, other: str, take: tuple[str, ...], note: str) -> None:
        arguments = {"kept": kept, "other": other, "take": take, "note": note}
        self._hands.do(Deed(f"{table}.unite", arguments), lambda _key: self._told())

    def _told(self) -> None:
        words = self._words
        if words is not None:
            self._hands.tell(words.say("Two entries became one"), words.say("Undo"), self._hands.undo)
