"""The list of visits, painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.kinds import way_icon
from ui.sidebar.model import Caption, Entry, Nav, VisitModel
from ui.style import measures
from ui.style.paint import Ink, base_in, runs, runs_right, width
from ui.widgets.listing import Listing
from ui.widgets.painted import ROW_ROLE, Index, RowDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.style.theme import Theme


class _Delegate(RowDelegate):
    def __init__(self, theme: Theme, view: VisitList) -> None:
        super().__init__(theme, view)
        self._list = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option
        row = index.data(ROW_ROLE)
        if isinstance(row, Nav):
            return QSize(100, measures.SIDEBAR_ROW + 2)
        return QSize(100, measures.SIDEBAR_HEAD if isinstance(row, Caption) else measures.ROW_TWO + 2)

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        row, tokens = index.data(ROW_ROLE), self._theme.tokens
        if isinstance(row, Caption):
            base = base_in(self._theme, area.top() + 8, area.height() - 8, 12, bold=True)
            runs(painter, self._theme, [Ink(row.text, tokens.text2, 12, True)], 18, base, area.right() - 12)
        elif isinstance(row, Nav):
            lit = row.code == self._list.page
            selected = self.paint_ground(painter, area, state, hover=tokens.press, lit=lit)
            self._paint_nav(painter, area, row, selected=selected)
        elif isinstance(row, Entry):
            selected = self.paint_ground(painter, area, state, hover=tokens.press)
            self._paint_entry(painter, area, row, selected=selected)

    def _paint_nav(self, painter: QPainter, area: QRectF, row: Nav, *, selected: bool) -> None:
        tokens = self._theme.tokens
        inset = area.adjusted(measures.INSET, 1, -measures.INSET, -1)
        top = area.top() + (area.height() - 16) / 2
        self._theme.icons.paint(painter, row.icon, tokens.accent if selected else tokens.text2, 17, top, 16)
        base = base_in(self._theme, area.top(), area.height())
        text = Ink(row.text, tokens.text, 13, selected or row.code == self._list.page)
        right, end = inset.right() - 10, 44 + width(self._theme, text)
        count = Ink(str(row.count) if row.count else "", tokens.text2, 12)
        if end + 8 + width(self._theme, count) <= right:
            runs_right(painter, self._theme, [count], right, base)
        runs(painter, self._theme, [text], 44, base, right + 4)

    def _paint_entry(self, painter: QPainter, area: QRectF, row: Entry, *, selected: bool) -> None:
        tokens = self._theme.tokens
        inset = area.adjusted(measures.INSET, 1, -measures.INSET, -1)
        icon = way_icon(row.visit.outward)
        self._theme.icons.paint(
            painter, icon, tokens.accent if selected else tokens.text2, 17, area.top() + 9, 16
        )
        right = inset.right() - 10
        title = Ink(row.title, tokens.text, 13, selected, row.language)
        runs(painter, self._theme, [title], 40, area.top() + 21, right)
        base = area.top() + 40
        colour = tokens.accent if selected else tokens.text2
        stop = runs_right(painter, self._theme, [Ink(row.days_left, colour, 12, selected)], right, base)
        facts = [Ink(row.visit.other, tokens.text2, 12, True), Ink(row.dates, tokens.text2, 12, gap=6)]
        runs(painter, self._theme, facts, 40, base, stop - 8)


class VisitList(Listing):
    """Pages and visits; ``picked`` carries the id of a visit that is taken, ``went`` the code of a page."""

    picked = Signal(str)
    went = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.page = ""
        """The code of the page that is open."""
        self._rows = VisitModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(theme, self))
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_rows(self, rows: Sequence[Nav | Caption | Entry], selected: str, page: str) -> None:
        """Show pages and visits and select one without telling anyone."""
        self._quiet = True
        self.page = page
        at = self.verticalScrollBar().value()
        self._rows.exchange(rows)
        self.verticalScrollBar().setValue(at)
        index = self._rows.index_of(selected)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    def _current_changed(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE) if current.isValid() else None
        if self._quiet:
            return
        if isinstance(row, Entry):
            self.picked.emit(row.visit.id)
        elif isinstance(row, Nav):
            self.went.emit(row.code)
