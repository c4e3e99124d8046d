"""The list of visits, painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kinds import way_icon
from ui.sidebar.model import ENTRY_ROLE, Caption, Entry, Nav, VisitModel
from ui.style import measures
from ui.style.paint import Ink, base_in, box, runs, runs_right, start, width
from ui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.style.theme import Theme


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: VisitList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option
        row = index.data(ENTRY_ROLE)
        if isinstance(row, Nav):
            return QSize(100, measures.SIDEBAR_ROW + 2)
        return QSize(100, measures.SIDEBAR_HEAD if isinstance(row, Caption) else measures.ROW_TWO + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ENTRY_ROLE)
        tokens = self._theme.tokens
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        start(painter)
        if isinstance(row, Caption):
            base = base_in(self._theme, area.top() + 8, area.height() - 8, 12, bold=True)
            runs(painter, self._theme, [Ink(row.text, tokens.text2, 12, True)], 18, base, area.right() - 12)
        elif isinstance(row, Nav):
            self._paint_nav(painter, area, row, option.state)  # pyright: ignore[reportAttributeAccessIssue]
        elif isinstance(row, Entry):
            self._paint_entry(painter, area, row, option.state)  # pyright: ignore[reportAttributeAccessIssue]
        painter.restore()

    def _paint_nav(self, painter: QPainter, area: QRectF, row: Nav, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        selected = self._paint_ground(painter, area, state, open_page=row.code == self._view.page)
        inset = area.adjusted(measures.INSET, 1, -measures.INSET, -1)
        top = area.top() + (area.height() - 16) / 2
        self._theme.icons.paint(painter, row.icon, tokens.accent if selected else tokens.text2, 17, top, 16)
        base = base_in(self._theme, area.top(), area.height())
        text = Ink(row.text, tokens.text, 13, selected or row.code == self._view.page)
        right, end = inset.right() - 10, 44 + width(self._theme, text)
        count = Ink(str(row.count) if row.count else "", tokens.text2, 12)
        if end + 8 + width(self._theme, count) <= right:
            runs_right(painter, self._theme, [count], right, base)
        runs(painter, self._theme, [text], 44, base, right + 4)

    def _paint_ground(
        self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, *, open_page: bool = False
    ) -> bool:
        """Paint the ground of a row; tell whether it is selected."""
        tokens = self._theme.tokens
        inset = area.adjusted(measures.INSET, 1, -measures.INSET, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            box(painter, inset, measures.RADIUS, tokens.select)
        elif open_page or state & QStyle.StateFlag.State_MouseOver:
            box(painter, inset, measures.RADIUS, tokens.press)
        if state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            box(painter, inset, measures.RADIUS, "", tokens.accent, 2)
        return selected

    def _paint_entry(self, painter: QPainter, area: QRectF, row: Entry, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        inset = area.adjusted(measures.INSET, 1, -measures.INSET, -1)
        selected = self._paint_ground(painter, area, state)
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
        self._rows.show_rows(rows)
        self.verticalScrollBar().setValue(at)
        index = self._rows.index_of(selected)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    def _current_changed(self, current: QModelIndex) -> None:
        row = current.data(ENTRY_ROLE) if current.isValid() else None
        if self._quiet:
            return
        if isinstance(row, Entry):
            self.picked.emit(row.visit.id)
        elif isinstance(row, Nav):
            self.went.emit(row.code)
