"""The view of painted rows: keys, selection, and moving rows within their group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from ui.style import measures
from ui.style.paint import start
from ui.widgets.edges import EdgeScroll
from ui.widgets.listing import Listing
from ui.widgets.rows.delegate import RowsDelegate, laid_out
from ui.widgets.rows.model import RowsModel
from ui.widgets.rows.values import Group, ListRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from ui.style.theme import Theme
    from ui.widgets.rows.values import Column

_HEAD = 32
_NEAR = 6
"""A click so far left of a column still means it."""


class _ColumnHeads(QWidget):
    """The heads of the columns, above the rows."""

    def __init__(self, theme: Theme, view: RowsView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        start(painter)
        painter.fillRect(self.rect(), QColor(self._theme.tokens.surface))
        area = QRectF(0, 0, self._view.viewport().width(), self.height())
        self._view.delegate.paint_columns(painter, area)
        painter.end()


class RowsView(Listing):
    """Rows in columns and groups; signals carry table and id of a row."""

    picked = Signal(str, str)
    """Selected by the user; two empty strings for none."""
    opened = Signal(str, str)
    """Return, or a double click."""
    removed = Signal(str, str)
    moved = Signal(str, str, object)
    """Table, id, and the id of the row before which it is put (None for the end of its group)."""
    moved_between = Signal(str, str, str, object)
    """The same into another group: table, id, key of the group, and the row before which it is put."""

    missing_opened = Signal(str, str, str, bool)
    """The mark of what is missing was clicked: table, id, column, and whether in the second line."""

    cell_clicked = Signal(str, str, str)
    """A row was clicked: table, id, column."""
    head_moved = Signal(str, str, bool)
    """Alt and an arrow on the head of a group: table, id, and whether upwards."""
    toggled = Signal(str, str)
    """Space: table, id."""

    def __init__(
        self,
        theme: Theme,
        *,
        lines: int = 2,
        movable: bool = False,
        between_groups: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self.movable, self._between = movable, between_groups
        self._grabbed: QPoint | None = None
        self._held = QPersistentModelIndex()
        """The row that is taken hold of: the list may scroll under the pointer."""
        self._target = -1
        self._edges = EdgeScroll(self)
        self._edges.scrolled.connect(lambda place: self._aim(self.viewport().mapFromGlobal(place)))
        self._again = False
        self.rows = RowsModel(self)
        self.delegate = RowsDelegate(theme, self, lines=lines)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.verticalScrollBar().setSingleStep(self.delegate.height)
        self._heads = _ColumnHeads(theme, self)
        self._heads.hide()
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(self._open)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Set the columns; their heads are shown where any has a label."""
        self.delegate.columns = columns
        headed = any(column.label for column in columns)
        self._heads.setVisible(headed)
        self.setViewportMargins(0, _HEAD if headed else 0, 0, 0)
        self._place_heads()
        self.viewport().update()
        self._heads.update()

    def show_rows(self, rows: Sequence[Group | ListRow], keep: tuple[str, str] = ("", "")) -> None:
        """Show other rows and keep one selected, or where it is gone the one in its place."""
        self._quiet = True
        at = self.verticalScrollBar().value()
        place = self.currentIndex().row()
        self.rows.show_rows(rows)
        if keep[1] and not self.rows.index_of(*keep).isValid():
            keep = self.rows.nearest(place)
        if keep != self.selected():
            self.select(*keep)
        self.verticalScrollBar().setValue(at)
        self._quiet = False

    def select(self, table: str, row_id: str) -> bool:
        """Select a row, or nothing, without telling anyone; tell whether it is there."""
        before, self._quiet = self._quiet, True
        index = self.rows.index_of(table, row_id)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if index.isValid():
            self.scrollTo(index)
        self._quiet = before
        return index.isValid()

    def selected(self) -> tuple[str, str]:
        """Return table and id of the selected row, or two empty strings."""
        return self._row_of(self.currentIndex())

    def first(self) -> tuple[str, str]:
        """Return the first row."""
        return self.rows.nearest(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Return, delete with Del, move with Alt and an arrow."""
        key = event.key()
        table, row_id = self.selected()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row_id:
            self.opened.emit(table, row_id)
        elif key == Qt.Key.Key_Delete and row_id:
            self.removed.emit(table, row_id)
        elif key == Qt.Key.Key_Space and row_id:
            self.toggled.emit(table, row_id)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        ):
            self._step(up=key == Qt.Key.Key_Up)
        else:
            super().keyPressEvent(event)

    def _step(self, *, up: bool) -> None:
        at = self.currentIndex().row()
        row = self.rows.row(at) if at >= 0 else None
        if isinstance(row, Group) and row.table:
            self.head_moved.emit(row.table, row.id, up)
        if not self.movable or not isinstance(row, ListRow) or row.fixed:
            return
        before = self.rows.row(at - 1) if up and at else None
        if up and isinstance(before, ListRow) and before.table == row.table:
            self.moved.emit(row.table, row.id, before.id)
        elif not up and self.rows.next_in_group(at) is not None:
            self.moved.emit(row.table, row.id, self.rows.next_in_group(at + 1))
        elif self._between:
            self._step_over(at, row, up=up)

    def _step_over(self, at: int, row: ListRow, *, up: bool) -> None:
        """Move a row that stands at the edge of its group into the one above or below."""
        here = self.rows.head_above(at)
        if up:
            there = self.rows.head_above(here - 1) if here > 0 else -1
            if there >= 0:
                self.moved_between.emit(row.table, row.id, self.rows.row(there).id, None)
        elif at + 1 < self.rows.rowCount():
            first = self.rows.next_in_group(at + 1)
            self.moved_between.emit(row.table, row.id, self.rows.row(at + 1).id, first)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a row is taken hold of, and whether it was the current one already."""
        self._again = self.currentIndex() == self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row(index.row()) if index.isValid() else None
        free = isinstance(row, ListRow) and not row.fixed
        if self.movable and free and event.button() == Qt.MouseButton.LeftButton:
            self._grabbed, self._held = event.position().toPoint(), QPersistentModelIndex(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the row would go."""
        if self._grabbed is None:
            super().mouseMoveEvent(event)
            return
        here = event.position().toPoint()
        if (here - self._grabbed).manhattanLength() >= QApplication.startDragDistance():
            self._aim(here)
            self._edges.follow(self, event.globalPosition().toPoint())

    def _aim(self, here: QPoint) -> None:
        target = self._target_at(here)
        if target != self._target:
            self._target = target
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go where the line shows."""
        target, grabbed = self._target, self._grabbed
        self._grabbed, self._target = None, -1
        self._edges.stop()
        self.viewport().update()
        super().mouseReleaseEvent(event)
        if grabbed is not None and target >= 0:
            self._drop(self._held.row(), target)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._click(event.position().toPoint())

    def _click(self, here: QPoint) -> None:
        index = self.indexAt(here)
        row = self.rows.row(index.row()) if index.isValid() else None
        if self._again and index == self.currentIndex():
            # A click opens also what was current: its form may have been closed.
            self.picked.emit(*self._row_of(index))
        if not isinstance(row, ListRow):
            return
        below = here.y() - self.visualRect(index).top() > self.delegate.height / 2
        columns = laid_out(self.delegate.columns, self.viewport().width())
        laid = {column.code: (x, end) for column, x, end in columns}
        for column, cell in zip(self.delegate.columns, row.cells, strict=True):
            x, end = laid.get(column.code, (0.0, -1.0))
            # A mark that stands alone in its cell is hit anywhere in it.
            alone = cell.second is None and not cell.missing_second
            below = below and not alone
            missing = cell.missing_second if below else cell.missing
            if x - _NEAR <= here.x() <= end:
                self.cell_clicked.emit(row.table, row.id, column.code)
                if missing:
                    self.missing_opened.emit(row.table, row.id, column.code, below)
                return

    def _target_at(self, here: QPoint) -> int:
        """Return the row before which a row would be put, the number of rows for the end."""
        index = self.indexAt(here)
        if not index.isValid():
            return self.rows.rowCount() if here.y() > 0 else 0
        below = here.y() > self.visualRect(index).center().y()
        return index.row() + (1 if below else 0)

    def _drop(self, at: int, target: int) -> None:
        row = self.rows.row(at) if at >= 0 else None
        if not isinstance(row, ListRow) or target in (at, at + 1):
            return
        behind = self.rows.row(target) if target < self.rows.rowCount() else None
        before = behind.id if isinstance(behind, ListRow) and behind.table == row.table else None
        here, there = self.rows.head_above(at), self.rows.head_above(target - 1)
        if here == there:
            self.moved.emit(row.table, row.id, before)
        elif self._between and there >= 0:
            head = self.rows.row(there)
            self.moved_between.emit(row.table, row.id, head.id, before)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows and, while one is moved, the line where it would go."""
        super().paintEvent(event)
        if self._target < 0:
            return
        if self._target < self.rows.rowCount():
            y = self.visualRect(self.rows.index(self._target)).top()
        else:
            y = self.visualRect(self.rows.index(self.rows.rowCount() - 1)).bottom()
        painter = QPainter(self.viewport())
        wide = self.viewport().width() - 2 * measures.INSET
        painter.fillRect(QRectF(measures.INSET, y - 1, wide, 2), QColor(self._theme.tokens.accent))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the heads of the columns as wide as the list."""
        super().resizeEvent(event)
        self._place_heads()

    def _place_heads(self) -> None:
        self._heads.setGeometry(0, 0, self.width(), _HEAD)

    def _row_of(self, index: QModelIndex) -> tuple[str, str]:
        row = self.rows.row(index.row()) if index.isValid() else None
        return (row.table, row.id) if row is not None and row.table else ("", "")

    def _open(self, index: QModelIndex) -> None:
        table, row_id = self._row_of(index)
        if row_id:
            self.opened.emit(table, row_id)

    def _current_changed(self, current: QModelIndex) -> None:
        if not self._quiet:
            self.picked.emit(*self._row_of(current))
