"""The middle of the page: the difference and the panel of a line, the columns, an agenda line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.pages.bring.columns import ColumnsView
from ui.pages.bring.head import CHANGES, COLUMNS, LINES
from ui.pages.bring.panel import LinePanel
from ui.pages.bring.rows import LINE, columns, counted, row, rows, source_columns, source_rows
from ui.pages.bring.wish import Part
from ui.style import measures
from ui.style.tokens import Severity
from ui.widgets.banner import Banner
from ui.widgets.beside import SIDE_BY_SIDE, Beside
from ui.widgets.ground import Ground
from ui.widgets.rows import Group, RowsView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from ui.pages.bring.texts import Notice
    from ui.pages.bring.wish import Brought, LineView, Refused
    from ui.style.theme import Theme
    from ui.widgets.rows import ListRow


class Body(QWidget):
    """Tells what is decided in it by signals; shows what it is given."""

    taken = Signal(str, str, bool)
    answered = Signal(str, str)
    chosen = Signal(str, object)
    corrected = Signal(str, object)
    turned = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words: Words | None = None
        self._brought: Brought | None = None
        self._refused: Refused = frozenset()
        self._rows: list[Group | ListRow] = []
        self.list = RowsView(theme)
        self.panel = LinePanel(theme)
        self.columns = ColumnsView(theme)
        self.lines = RowsView(theme)
        left = Ground(theme, "surface")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.list)
        self.beside = Beside(left, self.panel)
        self._stack = QStackedWidget()
        for view in (self.beside, self.columns, self.lines):
            self._stack.addWidget(view)
        self._notices = QVBoxLayout()
        self._notices.setContentsMargins(measures.MARGIN, 0, measures.MARGIN, 0)
        self._notices.setSpacing(6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._notices)
        whole.addWidget(self._stack, 1)
        self._wire()

    def _wire(self) -> None:
        self.list.picked.connect(self._picked)
        self.list.opened.connect(self._opened)
        self.list.toggled.connect(lambda _table, key: self._toggle(key))
        self.list.cell_clicked.connect(self._clicked)
        self.lines.opened.connect(lambda _table, key: self._go_to_line(key))
        self.panel.taken.connect(self.taken)
        self.panel.answered.connect(self.answered)
        self.panel.chosen.connect(self.chosen)
        self.panel.closed.connect(self._close_panel)
        self.columns.corrected.connect(self.corrected)

    def retranslate(self, words: Words) -> None:
        """Name the lists."""
        self._words = words
        self.list.setAccessibleName(words.say_in("import", "Changes"))
        self.lines.setAccessibleName(words.say_in("import", "Line by line"))

    def show_brought(self, brought: Brought, refused: Refused, view: str, notices: Sequence[Notice]) -> None:
        """Show what came of a file."""
        words = self._words
        if words is None:
            return
        self._tell(notices, words)
        self.list.show_columns(columns(words, agenda=brought.is_agenda))
        self.lines.show_columns(source_columns(words))
        self.lines.show_rows(source_rows(brought.source_lines), self.lines.selected())
        self.columns.show_sheets(brought, words)
        first = self._brought is None or self._brought.wish.source != brought.wish.source
        self._brought = None
        self.show_lines(brought, refused)
        if first or not self.list.selected()[1]:
            self._select_first()
        self.turn(view)

    def show_lines(self, brought: Brought, refused: Refused) -> None:
        """Show the lines with what was refused of them."""
        words = self._words
        if words is None:
            return
        self._brought, self._refused = brought, refused
        if brought.rows and brought.refused == refused:
            self._rows = list(brought.rows)
        else:
            self._rows = rows(brought.lines, refused, words, agenda=brought.is_agenda)
        self.list.show_rows(self._rows, self.list.selected())
        self._show_panel(self.list.selected()[1])

    def show_line(self, brought: Brought, refused: Refused, key: str) -> None:
        """Show one line anew, of which something was decided; there may be thousands of others."""
        words = self._words
        self._brought, self._refused = brought, refused
        view = self.line(key)
        if words is None or view is None:
            return
        fresh = row(view, refused, words, agenda=brought.is_agenda)
        here = [line for line in brought.lines if line.part is view.part]
        self._rows = [
            fresh
            if each.id == key and each.table == LINE
            else replace(each, right=counted(here, words))
            if isinstance(each, Group) and each.id == view.part.value
            else each
            for each in self._rows
        ]
        self.list.show_rows(self._rows, self.list.selected())
        self._show_panel(self.list.selected()[1])

    def turn(self, view: str) -> None:
        """Show the difference, the columns, or the lines of an agenda."""
        shown = {CHANGES: self.beside, COLUMNS: self.columns, LINES: self.lines}[view]
        had = self.isAncestorOf(self.focusWidget() or self)
        self._stack.setCurrentWidget(shown)
        if view == CHANGES and not had:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def line(self, key: str) -> LineView | None:
        """Return a line by its steady key."""
        return (
            next((each for each in self._brought.lines if each.key == key), None) if self._brought else None
        )

    def go_on(self) -> None:
        """Go to the next question that is open, behind the selected line or else from the top."""
        lines = self._brought.lines if self._brought is not None else ()
        questions = [line for line in lines if line.part is Part.QUESTION]
        keys = [line.key for line in questions]
        here = self.list.selected()[1]
        start = keys.index(here) + 1 if here in keys else 0
        following = [*questions[start:], *questions[:start]]
        found = next((line for line in following if line.found), None)
        if found is None or found.key == here:
            return
        inside = self.panel.isAncestorOf(self.focusWidget() or self)
        self.list.select(LINE, found.key)
        self._show_panel(found.key)
        if inside:
            self.panel.focus_first()

    def _select_first(self) -> None:
        """Select what is to be looked at first; the panel opens by itself where there is room for it."""
        self.list.select(*self.list.first())
        key = self.list.selected()[1]
        if key and self.width() >= SIDE_BY_SIDE:
            self.beside.open()
        self._show_panel(key)

    def _picked(self, table: str, key: str) -> None:
        if table == LINE and self.beside.width() >= SIDE_BY_SIDE:
            self.beside.open()
        self._show_panel(key)

    def _opened(self, table: str, key: str) -> None:
        if table == LINE:
            self._show_panel(key)
            self.beside.open()
            self.panel.focus_first()

    def _show_panel(self, key: str) -> None:
        brought, words, view = self._brought, self._words, self.line(key)
        if view is None or brought is None or brought.proposal is None or words is None:
            self.beside.close_panel()
            return
        self.panel.show_line(view, brought.wish, brought.proposal, self._refused, words)

    def _close_panel(self) -> None:
        self.beside.close_panel()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self, key: str) -> None:
        view = self.line(key)
        if view is not None and view.takes:
            self.taken.emit(key, "", (key, "") in self._refused)

    def _clicked(self, table: str, key: str, column: str) -> None:
        if table == LINE and column == "take":
            self._toggle(key)
        elif table == LINE and not self.beside.is_open():
            self._show_panel(key)
            self.beside.open()

    def _go_to_line(self, number: str) -> None:
        """Go from a line of an agenda to what it would change."""
        found = (
            next((each for each in self._brought.source_lines if each.key == number), None)
            if self._brought
            else None
        )
        if found is not None and found.line and self.list.select(LINE, found.line):
            self.turned.emit(CHANGES)
            self._opened(LINE, found.line)

    def _tell(self, notices: Sequence[Notice], words: Words) -> None:
        while (item := self._notices.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        if notices:
            more = any(each.columns for each in notices)
            repairs = [(words.say("See the columns"), lambda: self.turned.emit(COLUMNS))] if more else []
            text = "\n".join(each.text for each in notices)
            self._notices.addWidget(Banner(self._theme, text, Severity.NOTE, repairs))
        self._notices.setContentsMargins(measures.MARGIN, 8 if notices else 0, measures.MARGIN, 0)
