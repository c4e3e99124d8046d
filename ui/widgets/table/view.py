"""The body of a large list: no grid, the ground of a row painted once, its cells over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.style import measures
from ui.style.icons import NORMAL
from ui.style.paint import Ink, base_in, box, paragraph, runs, runs_right, start, width
from ui.widgets.button import BY_KEYBOARD
from ui.widgets.table.head import Head, inner
from ui.widgets.table.model import ROW_ROLE, TableModel
from ui.widgets.table.spec import Side

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from ui.style.theme import Theme

EMPTY_VALUE = "–"


_AROUND = (measures.MARGIN, 20, -measures.MARGIN, -20)
"""Round what is said where there is no row."""


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: TableBody) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rows = self._view.table.rows
        row = index.data(ROW_ROLE)
        if row is None:
            return
        column = rows.spec.columns[index.column()]
        tokens = self._theme.tokens
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        first = index.column() == self._view.head.first()
        left, right = inner(area, first=first, last=index.column() == self._view.head.last())
        painter.save()
        start(painter)
        painter.setClipRect(area)
        if column.icon is not None and (icon := column.icon(row)):
            top = area.top() + (area.height() - NORMAL) / 2
            self._theme.icons.paint(painter, icon, tokens.text2, left, top)
            left += NORMAL + 8
        text = column.text(row, rows.words)
        bold = first and self._view.selectionModel().isRowSelected(index.row())
        language = column.language(row) if column.language is not None else ""
        colour = tokens.text if first or text else tokens.text2
        ink = Ink(text or EMPTY_VALUE, colour if text else tokens.text3, 13, bold, language)
        second = column.second(row, rows.words) if column.second is not None else ""
        if rows.spec.two_lines and second:
            base = area.top() + 21
            below = [Ink(second, tokens.text2, 12)]
            runs(painter, self._theme, below, left, area.top() + 40, right)
        else:
            base = base_in(self._theme, area.top(), area.height(), language=language)
        if column.align is Side.RIGHT and width(self._theme, ink) <= right - left:
            runs_right(painter, self._theme, [ink], right, base)
        else:
            runs(painter, self._theme, [ink], left, base, right)
        painter.restore()


class TableBody(QTableView):
    """A table whose delegate paints the cells; ``entered`` by Return or a double click opens a row."""

    opening = Signal(int)
    clicked_again = Signal(int)
    """The row that was current already was clicked."""
    typing = Signal(str)

    def __init__(self, theme: Theme, table: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.table = table
        self.by_keyboard = False
        self.nothing = ""
        self._hovered = -1
        self.setProperty("frame", "none")
        self.setModel(table)
        self.setItemDelegate(_Delegate(theme, self))
        self.head = Head(theme, self)
        self.setHorizontalHeader(self.head)
        # Fusion would fill the whole row of what is selected; the ground is ours.
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setMinimumSectionSize(measures.ROW_ONE)
        self.doubleClicked.connect(lambda index: self.opening.emit(index.row()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of the rows, then the cells; or why there are none."""
        painter = QPainter(self.viewport())
        start(painter)
        if not self.table.rowCount():
            ink = Ink(self.nothing, self._theme.tokens.text2, 13)
            paragraph(painter, self._theme, ink, QRectF(self.viewport().rect()).adjusted(*_AROUND))
        else:
            first = max(0, self.rowAt(event.rect().top()))
            last = self.rowAt(event.rect().bottom())
            for row in range(first, (self.table.rowCount() if last < 0 else last + 1)):
                self._paint_ground(painter, row)
        painter.end()
        super().paintEvent(event)

    def _paint_ground(self, painter: QPainter, row: int) -> None:
        tokens = self._theme.tokens
        area = QRectF(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
        area.adjust(measures.INSET, 1, -measures.INSET, -1)
        if self.selectionModel().isRowSelected(row):
            box(painter, area, measures.RADIUS, tokens.select)
        elif row == self._hovered:
            box(painter, area, measures.RADIUS, tokens.hover)
        if self.by_keyboard and self.hasFocus() and row == self.currentIndex().row():
            box(painter, area, measures.RADIUS, "", tokens.accent, 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the focus came by keyboard, and stand on a row then."""
        self.by_keyboard = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)
        if self.by_keyboard and not self.currentIndex().isValid() and self.table.rowCount():
            self.setCurrentIndex(self.table.index(0, max(0, self.head.first())))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Return, jump with Home and End; the ring shows from the first key on."""
        self.by_keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opening.emit(self.currentIndex().row())
            return
        if (
            event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End)
            and not event.modifiers()
            and self.table.rowCount()
        ):
            place = 0 if event.key() == Qt.Key.Key_Home else self.table.rowCount() - 1
            self.setCurrentIndex(self.table.index(place, max(0, self.head.first())))
            return
        super().keyPressEvent(event)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Hand on what is typed: Qt would go through all rows."""
        if search.strip():
            self.typing.emit(search)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the ring: the pointer shows where one is."""
        self.by_keyboard = False
        before = self.currentIndex().row()
        super().mousePressEvent(event)
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and before >= 0 and self.rowAt(event.position().toPoint().y()) == before:
            self.clicked_again.emit(before)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer with the ground of its row."""
        self._hover(event.position().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let go of the row under the pointer."""
        self._hover(QPoint(-1, -1))
        super().leaveEvent(event)

    def _hover(self, point: QPoint) -> None:
        row = self.rowAt(point.y())
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()
