"""The list of the schedule; the head of the day that is read stays at the top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.pages.schedule.delegate import ScheduleDelegate, fill
from ui.pages.schedule.model import ScheduleModel
from ui.pages.schedule.rows import Head, Journey, Row
from ui.style import measures
from ui.style.paint import start
from ui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from ui.style.theme import Theme


class _Sticky(QWidget):
    """The head of the day whose entries are at the top of the list."""

    def __init__(self, theme: Theme, view: ScheduleView) -> None:
        super().__init__(view.viewport())
        self._theme = theme
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        found = self._view.sticky()
        if found is None:
            return
        head, pushed = found
        painter = QPainter(self)
        start(painter)
        fill(painter, QRectF(self.rect()), self._theme.tokens.surface)
        area = QRectF(0, pushed, self.width(), measures.GROUP_HEAD)
        self._view.delegate.paint_head(painter, area, head, first=True)
        if pushed == 0:
            fill(painter, QRectF(0, self.height() - 1, self.width(), 1), self._theme.tokens.line)
        painter.end()


class ScheduleView(Listing):
    """Entries by day; ``picked`` is emitted with the id of the entry that was selected."""

    picked = Signal(str)
    removed = Signal(str)
    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.rows = ScheduleModel(self)
        self.delegate = ScheduleDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.verticalScrollBar().setSingleStep(measures.ROW_TWO)
        self._sticky = _Sticky(theme, self)
        self.verticalScrollBar().valueChanged.connect(self._move_sticky)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_rows(self, rows: Sequence[Head | Row | Journey], keep: str = "") -> None:
        """Show other rows and keep an entry selected, or where it is gone the one in its place."""
        self._quiet = True
        at = self.verticalScrollBar().value()
        place = self.currentIndex().row()
        self.rows.show_rows(rows)
        if keep and not self.rows.index_of(keep).isValid():
            keep = self.rows.nearest(place)
        if keep != self.selected():
            self.select(keep)
        self.verticalScrollBar().setValue(at)
        self._quiet = False
        self._move_sticky()

    def select(self, item_id: str) -> None:
        """Select an entry, or nothing, without telling anyone."""
        before, self._quiet = self._quiet, True
        index = self.rows.index_of(item_id)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.scrollTo(index)
        self._quiet = before

    def selected(self) -> str:
        """Return the id of the selected entry, or an empty string."""
        index = self.currentIndex()
        row = self.rows.row(index.row()) if index.isValid() else None
        return row.item.id if isinstance(row, Row) else ""

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring an entry into sight below the head that stays."""
        super().scrollTo(index, hint)
        area = self.visualRect(index)
        bar = self.verticalScrollBar()
        if area.top() < measures.GROUP_HEAD and bar.value() > 0:
            bar.setValue(bar.value() - (measures.GROUP_HEAD - area.top()))

    def sticky(self) -> tuple[Head, float] | None:
        """Return the head that stays at the top and how far the next one has pushed it away."""
        if not self.rows.rowCount() or self.verticalScrollBar().value() == 0:
            return None
        top = self._row_at(0)
        at = self.rows.head_above(top)
        head = self.rows.row(at) if at >= 0 else None
        if not isinstance(head, Head):
            return None
        below = self._row_at(measures.GROUP_HEAD - 1)
        pushed = 0.0
        if below > top and isinstance(self.rows.row(below), Head):
            pushed = min(0, self.visualRect(self.rows.index(below)).top() - measures.GROUP_HEAD)
        return head, pushed

    def _row_at(self, y: int) -> int:
        index = self.indexAt(QPoint(4, y))
        return index.row() if index.isValid() else -1

    def _move_sticky(self) -> None:
        shown = self.sticky() is not None
        self._sticky.setGeometry(0, 0, self.viewport().width(), measures.GROUP_HEAD)
        self._sticky.setVisible(shown)
        self._sticky.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the head at the top as wide as the list."""
        super().resizeEvent(event)
        self._move_sticky()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the panel with Return, delete with Del."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.selected():
            self.removed.emit(self.selected())
        else:
            super().keyPressEvent(event)

    def _current_changed(self, current: QModelIndex) -> None:
        if self._quiet:
            return
        row = self.rows.row(current.row()) if current.isValid() else None
        self.picked.emit(row.item.id if isinstance(row, Row) else "")
