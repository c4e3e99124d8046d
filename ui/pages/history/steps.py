"""The list of steps: model, painter and view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Signal,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.pages.history.rows import DayRow, StepRow
from ui.style import measures
from ui.style.paint import Ink, rule, runs
from ui.widgets.listing import Listing
from ui.widgets.painted import ROW_ROLE, Index, RowDelegate, RowModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ui.style.theme import Theme

_TEXT = 88
_LINE1, _LINE2, _BASE = 21, 40, 27


class StepModel(RowModel["DayRow | StepRow"]):
    """Days, which cannot be selected, and steps."""

    def is_head(self, row: DayRow | StepRow) -> bool:
        """Tell whether a row is a day."""
        return isinstance(row, DayRow)

    def place_of(self, record: str) -> QModelIndex:
        """Return where a step stands."""
        for at, row in enumerate(self.rows):
            if isinstance(row, StepRow) and row.record.id == record:
                return self.index(at)
        return QModelIndex()

    def first(self) -> str:
        """Return the newest step, or nothing."""
        return next((row.record.id for row in self.rows if isinstance(row, StepRow)), "")


class StepDelegate(RowDelegate):
    """Paints days and steps; all sizes are fixed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the fixed height of the row."""
        del option
        head = isinstance(index.data(ROW_ROLE), DayRow)
        return QSize(200, measures.GROUP_HEAD if head else measures.ROW_TWO)

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        tokens = self._theme.tokens
        left, right = area.left() + measures.MARGIN, area.right() - measures.MARGIN
        if isinstance(row, DayRow):
            if index.row():
                rule(painter, area.left(), area.top(), area.width(), tokens.line)
            head = Ink(row.text, tokens.text, 14, True)
            runs(painter, self._theme, [head], left, area.top() + _BASE, right)
        elif isinstance(row, StepRow):
            selected = self.paint_ground(painter, area, state)
            self._paint_step(painter, area, row, selected=selected)

    def _paint_step(self, painter: QPainter, area: QRectF, row: StepRow, *, selected: bool) -> None:
        tokens = self._theme.tokens
        left, right, top = area.left() + measures.MARGIN, area.right() - measures.MARGIN, area.top()
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
        self.steps.exchange(rows)
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
