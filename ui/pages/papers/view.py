"""The list of papers and recipients, painted; a click on the box or the space bar wants a row or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.pages.papers.rows import Caption, Entry, Everyone, PaperModel
from ui.style import measures
from ui.style.paint import Ink, base_in, box, rule, runs, runs_right, width
from ui.widgets.listing import Listing
from ui.widgets.painted import ROW_ROLE, Index, RowDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from ui.pages.papers.rows import Row
    from ui.style.theme import Theme

_HEAD, _RULED = measures.GROUP_HEAD, measures.GROUP_HEAD + 14
_BOX, _DEEP = 16, 22


class _Delegate(RowDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option
        row = index.data(ROW_ROLE)
        if isinstance(row, Caption):
            return QSize(100, _RULED if row.ruled else _HEAD)
        return QSize(100, measures.ROW_ONE)

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Caption):
            self._paint_head(painter, area, row)
        elif isinstance(row, Entry | Everyone):
            selected = self.paint_ground(painter, area, state)
            self._paint_entry(painter, area, row, selected=selected)

    def _paint_head(self, painter: QPainter, area: QRectF, row: Caption) -> None:
        tokens = self._theme.tokens
        if row.ruled:
            rule(painter, measures.MARGIN, area.top() + 8, area.width() - 2 * measures.MARGIN, tokens.line)
        top = area.bottom() - _HEAD
        right = area.right() - measures.MARGIN
        base = base_in(self._theme, top, _HEAD, 14, bold=True)
        stop = runs_right(painter, self._theme, [Ink(row.count, tokens.text2, 12)], right, base)
        runs(painter, self._theme, [Ink(row.text, tokens.text, 14, True)], measures.MARGIN, base, stop - 8)

    def _paint_entry(self, painter: QPainter, area: QRectF, row: Entry | Everyone, *, selected: bool) -> None:
        tokens = self._theme.tokens
        x = measures.MARGIN + (_DEEP if row.deep else 0.0)
        self._paint_box(painter, x, area.center().y() - _BOX / 2 + 0.5, row)
        x += _BOX + 10
        if row.icon:
            self._theme.icons.paint(painter, row.icon, tokens.text2, x, area.top() + 10)
            x += 16 + 8
        base = base_in(self._theme, area.top(), area.height(), 13)
        right = area.right() - measures.MARGIN
        title = Ink(row.title, tokens.text, 13, selected, row.language)
        side = Ink(row.side, tokens.text2, 12)
        end = runs(painter, self._theme, [title], x, base, right)
        # Whose name it is counts more than what stands beside it.
        if end + 10 + width(self._theme, side) <= right:
            runs_right(painter, self._theme, [side], right, base)

    def _paint_box(self, painter: QPainter, x: float, y: float, row: Entry | Everyone) -> None:
        tokens = self._theme.tokens
        area = QRectF(x, y, _BOX, _BOX)
        if row.state is Qt.CheckState.PartiallyChecked:
            box(painter, area, 4, tokens.fill)
            box(painter, QRectF(x + 4, y + 7, _BOX - 8, 2), 1, tokens.on_fill)
        elif row.state is Qt.CheckState.Checked:
            box(painter, area, 4, tokens.fill)
            self._theme.icons.paint(painter, "check", tokens.on_fill, x + 2, y + 2, 12)
        else:
            box(painter, area, 4, tokens.field, tokens.control)


class PaperList(Listing):
    """Papers and recipients; ``looked`` with the entry that is selected, ``toggled`` with the one wanted."""

    looked = Signal(object)
    toggled = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._shown = ""
        self._rows = PaperModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(theme, self))
        self.selectionModel().currentChanged.connect(self._current_changed)
        theme.changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[Row], selected: str) -> None:
        """Show rows and select one without telling anyone; the keyboard stays at its row."""
        self._quiet = True
        self._rows.show_rows(rows)
        self._shown = selected
        self._select_shown()
        if not self.currentIndex().isValid():
            index, keep = self._rows.index_of(selected), QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, keep)
        self._quiet = False

    def _select_shown(self) -> None:
        """Select what is looked at: where the keyboard is, if it is there twice."""
        row, index = self.currentIndex().data(ROW_ROLE), self.currentIndex()
        if not isinstance(row, Entry) or row.key != self._shown:
            index = self._rows.index_of(self._shown)
        self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def entry(self, key: str) -> Entry | None:
        """Return a row by its key."""
        row = self._rows.index_of(key).data(ROW_ROLE)
        return row if isinstance(row, Entry) else None

    def select(self, key: str) -> None:
        """Select a row as the user does."""
        self.setCurrentIndex(self._rows.index_of(key))

    def box_of(self, key: str) -> QRectF:
        """Return where the box of a row is."""
        return self._box_at(self._rows.index_of(key))

    def _box_at(self, index: QModelIndex) -> QRectF:
        area = QRectF(self.visualRect(index))
        row = index.data(ROW_ROLE)
        deep = _DEEP if isinstance(row, Entry) and row.deep else 0
        return QRectF(area.left() + measures.INSET, area.top(), measures.MARGIN + deep + _BOX, area.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Want the selected row, or no longer, with the space bar."""
        row = self.currentIndex().data(ROW_ROLE)
        if event.key() == Qt.Key.Key_Space and isinstance(row, Entry | Everyone):
            self.toggled.emit(row)
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click on the box apart from one on the row."""
        index = self.indexAt(event.position().toPoint())
        row, left = index.data(ROW_ROLE), event.button() == Qt.MouseButton.LeftButton
        on_box = isinstance(row, Entry) and self._box_at(index).contains(event.position())
        if left and (on_box or isinstance(row, Everyone)):
            self.by_keyboard = False
            self.toggled.emit(row)
            event.accept()
        else:
            super().mousePressEvent(event)
            # The keyboard may have been there already, while something else was looked at.
            if left and isinstance(row, Entry) and row.key != self._shown:
                self.looked.emit(row)

    def _current_changed(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE) if current.isValid() else None
        if not self._quiet and isinstance(row, Entry):
            self.looked.emit(row)
        elif isinstance(row, Everyone):
            self._select_shown()
