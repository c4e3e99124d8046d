"""The list of steps: model, painter and view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.pages.history.rows import DayRow, StepRow
from ui.style import measures
from ui.style.paint import Ink, box, rule, runs, start
from ui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ui.style.theme import Theme

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_TEXT = 88
_LINE1, _LINE2, _BASE = 21, 40, 27


class StepModel(QAbstractListModel):
    """Days, which cannot be selected, and steps."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[DayRow | StepRow] = ()

    def show_rows(self, rows: Sequence[DayRow | StepRow]) -> None:
        """Exchange the rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the row, or what is said of it."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return row.spoken()
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Keep heads from being selected."""
        if isinstance(self._rows[index.row()], DayRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def place_of(self, record: str) -> QModelIndex:
        """Return where a step stands."""
        for at, row in enumerate(self._rows):
            if isinstance(row, StepRow) and row.record.id == record:
                return self.index(at)
        return QModelIndex()

    def first(self) -> str:
        """Return the newest step, or nothing."""
        return next((row.record.id for row in self._rows if isinstance(row, StepRow)), "")


class StepDelegate(QStyledItemDelegate):
    """Paints days and steps; all sizes are fixed."""

    def __init__(self, theme: Theme, view: Listing) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the fixed height of the row."""
        del option
        head = isinstance(index.data(ROW_ROLE), DayRow)
        return QSize(200, measures.GROUP_HEAD if head else measures.ROW_TWO)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        painter.save()
        start(painter)
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        tokens = self._theme.tokens
        left, right = area.left() + measures.MARGIN, area.right() - measures.MARGIN
        if isinstance(row, DayRow):
            if index.row():
                rule(painter, area.left(), area.top(), area.width(), tokens.line)
            head = Ink(row.text, tokens.text, 14, True)
            runs(painter, self._theme, [head], left, area.top() + _BASE, right)
        elif isinstance(row, StepRow):
            self._paint_step(painter, area, row, option.state)  # pyright: ignore[reportAttributeAccessIssue]
        painter.restore()

    def _paint_step(self, painter: QPainter, area: QRectF, row: StepRow, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        left, right, top = area.left() + measures.MARGIN, area.right() - measures.MARGIN, area.top()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        inset = area.adjusted(measures.INSET, 1, -measures.INSET, -1)
        if selected:
            box(painter, inset, measures.RADIUS, tokens.select)
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, inset, measures.RADIUS, tokens.hover)
        if state & QStyle.StateFlag.State_HasFocus and self._view.by_keyboard:
            box(painter, inset, measures.RADIUS, "", tokens.accent, 2)
        time = Ink(row.time, tokens.text, 13, True)
        runs(painter, self._theme, [time], left, top + _LINE1, area.left() + _TEXT)
        text = Ink(row.text, tokens.text, 14, selected)
        runs(painter, self._theme, [text], area.left() + _TEXT, top + _LINE1, right)
        author = Ink(row.author, tokens.text2, 12)
        runs(painter, self._theme, [author], area.left() + _TEXT, top + _LINE2, right)


class StepList(Listing):
    """Steps by day; ``picked`` is emitted with the id of the step that was selected."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepModel(self)
        self.setModel(self.steps)
        self.setItemDelegate(StepDelegate(theme, self))
        self.verticalScrollBar().setSingleStep(measures.ROW_TWO)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_rows(self, rows: Sequence[DayRow | StepRow]) -> None:
        """Show other rows; the step that was selected stays so where it is still there."""
        kept, at = self.selected(), self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)
        self.steps.show_rows(rows)
        place = self.steps.place_of(kept)
        if place.isValid():
            self.setCurrentIndex(place)
        self.selectionModel().blockSignals(False)
        self.verticalScrollBar().setValue(at)
        if not place.isValid() and (first := self.steps.first()):
            self.select(first)

    def select(self, record: str) -> None:
        """Select a step."""
        place = self.steps.place_of(record)
        if place.isValid():
            self.setCurrentIndex(place)

    def selected(self) -> str:
        """Return the id of the step that is selected."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.record.id if isinstance(row, StepRow) else ""

    def _moved(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if isinstance(row, StepRow):
            self.picked.emit(row.record.id)
