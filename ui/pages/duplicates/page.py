"""Duplicates: pairs that may be one, with their reasons, and the preview of making them one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from models.rules.lookup import Lookup
from ui.pages.duplicates.pair import Pair
from ui.pages.duplicates.texts import reason_name
from ui.pages.find.describe import detail, icon_of
from ui.style import measures
from ui.widgets.table import Column, Table, TableSpec

if TYPE_CHECKING:
    from models.actions.unite import Preview
    from models.rules.duplicates import Candidate
    from models.text.catalogue import Words
    from ui.style.theme import Theme


class DuplicatesPage(QWidget):
    """Asks for a preview with ``asked``, for the act with ``uniting`` (table, kept, other, take, note)."""

    asked = Signal(str, str, str)
    uniting = Signal(str, str, str, tuple, str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lookup = Lookup({}, 0)
        self._candidates: Sequence[Candidate] = ()
        self._pair: tuple[str, str, str] | None = None
        self.list = Table(theme, words, self._spec())
        self.pair = Pair(theme, words)
        split = QSplitter(self)
        split.addWidget(self.list)
        split.addWidget(self.pair)
        split.setStretchFactor(0, 1)
        split.setSizes([640, measures.PANEL_MOST])
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)
        self.list.picked.connect(self._picked)
        self.pair.uniting.connect(self._unite)
        self.pair.swapped.connect(self._swap)
        self._say_empty()

    def show_candidates(self, candidates: Sequence[Candidate], lookup: Lookup) -> None:
        """Show pairs, the surest first; a pair that is gone is no longer compared."""
        self._candidates, self._lookup = candidates, lookup
        self.list.show_rows(candidates)
        pairs = {frozenset((each.first, each.second)) for each in candidates}
        if self._pair is not None and frozenset(self._pair[1:]) not in pairs:
            self._pair = None
            self.pair.show_preview(None)
        self._say_empty()

    def show_preview(self, preview: Preview) -> None:
        """Show the preview that was asked for, unless another pair was chosen meanwhile."""
        if self._pair == (preview.table, preview.kept, preview.other):
            self.pair.show_preview(preview, self._name(preview.kept), self._name(preview.other))

    def retranslate(self, words: Words) -> None:
        """Say everything in another language."""
        self._words = words
        self.list.retranslate(words, self._spec())
        self.pair.retranslate(words)
        self._say_empty()

    def _say_empty(self) -> None:
        self.list.say_empty(
            self._words.say(
                "No duplicates found: nothing in this list has the same name, e-mail address or acronym."
            )
        )

    def _spec(self) -> TableSpec:
        words = self._words
        return TableSpec(
            "duplicates",
            (
                Column(
                    "first",
                    words.say_in("duplicate", "One"),
                    lambda row, _: self._name(row.first),
                    width=200,
                    second=lambda row, _: self._detail(row.table, row.first),
                    icon=lambda row: self._icon(row.table, row.first),
                ),
                Column(
                    "second",
                    words.say_in("duplicate", "The other"),
                    lambda row, _: self._name(row.second),
                    width=200,
                    second=lambda row, _: self._detail(row.table, row.second),
                ),
                Column(
                    "reason",
                    words.say_in("duplicate", "Why"),
                    lambda row, said: reason_name(row.reason.value, said),
                    sort=lambda row: -row.likeness,
                    width=180,
                    second=lambda row, _: row.common,
                ),
            ),
            key=lambda row: f"{row.table}/{row.first}/{row.second}",
            label=words.say("Duplicates"),
            two_lines=True,
        )

    def _name(self, key: str) -> str:
        tables = {each.table for each in self._candidates}
        found = (self._lookup.called(table, key, self._words.language) for table in tables)
        return next((name for name in found if name), "")

    def _detail(self, table: str, key: str) -> str:
        line = self._lookup.line(table, key)
        return detail(self._lookup, line, self._words) if line is not None else ""

    def _icon(self, table: str, key: str) -> str:
        line = self._lookup.line(table, key)
        return icon_of(line) if line is not None else ""

    def _picked(self, key: str) -> None:
        table, first, second = key.split("/")
        self._ask((table, first, second))

    def _swap(self) -> None:
        if self._pair is not None:
            table, kept, other = self._pair
            self._ask((table, other, kept))

    def _ask(self, pair: tuple[str, str, str]) -> None:
        self._pair = pair
        self.asked.emit(*pair)

    def _unite(self, take: tuple[str, ...], note: str) -> None:
        if self._pair is not None:
            self.uniting.emit(*self._pair, take, note)
