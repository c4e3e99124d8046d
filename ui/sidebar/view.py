"""The list of visits, painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.sidebar.model import ENTRY_ROLE, Caption, Entry, VisitModel
from ui.style import measures
from ui.style.paint import Ink, base_in, box, runs, runs_right, start
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
        caption = isinstance(index.data(ENTRY_ROLE), Caption)
        return QSize(100, measures.SIDEBAR_HEAD if caption else measures.ROW_TWO + 2)

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
        elif isinstance(row, Entry):
            self._paint_entry(painter, area, row, option.state)  # pyright: ignore[reportAttributeAccessIssue]
        painter.restore()

    def _paint_entry(self, painter: QPainter, area: QRectF, row: Entry, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        inset = area.adjusted(measures.INSET, 1, -measures.INSET, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            box(painter, inset, measures.RADIUS, tokens.select)
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, inset, measures.RADIUS, tokens.press)
        if state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            box(painter, inset, measures.RADIUS, "", tokens.accent, 2)
        icon = "arrow-up-right" if row.visit.outward else "arrow-down-left"
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
    """The visits; ``picked`` is emitted with the id of the one that is selected."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._rows = VisitModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(theme, self))
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_rows(self, rows: Sequence[Caption | Entry], selected: str) -> None:
        """Show the visits and select one without telling anyone."""
        self._quiet = True
        self._rows.show_rows(rows)
        index = self._rows.index_of(selected)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    def _current_changed(self, current: QModelIndex) -> None:
        row = current.data(ENTRY_ROLE) if current.isValid() else None
        if not self._quiet and isinstance(row, Entry):
            self.picked.emit(row.visit.id)
