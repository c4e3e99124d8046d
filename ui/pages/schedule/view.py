"""The list of the schedule; the head of the day that is read stays at the top."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.pages.schedule.delegate import ScheduleDelegate, fill
from ui.pages.schedule.model import ScheduleModel, key_of
from ui.pages.schedule.rows import Head, Journey, Row
from ui.style import measures
from ui.style.paint import box, start
from ui.widgets.edges import EdgeScroll
from ui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from ui.style.theme import Theme

    Key = tuple[str, str]

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_PLAIN = Qt.KeyboardModifier.NoModifier


class Target(NamedTuple):
    """Where dragged entries would go: the row before which, or the head of the day onto which."""

    at: int
    onto: bool


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
    """Days and their entries; signals carry table and id of a row, or the ids of entries."""

    picked = Signal(str, str)
    opened = Signal(str, str)
    """Return, or a double click."""
    removed = Signal(str, str)
    several = Signal(object)
    """The ids of the entries that are selected, whenever that changes."""
    dropped = Signal(object, object, object)
    """Entries, the day they go to, and the entry before which they are put (None for the end)."""
    stepped = Signal(object, int)
    """Entries are moved up (-1) or down (1) by keys."""
    copied = Signal(object, bool)
    """Entries are to be copied, or cut out."""
    pasted = Signal()
    duplicated = Signal(object)
    removed_all = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self._grabbed: QPoint | None = None
        self._narrows = False
        self._target: Target | None = None
        self._edges = EdgeScroll(self)
        self._edges.scrolled.connect(lambda place: self._aim(self.viewport().mapFromGlobal(place)))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.rows = ScheduleModel(self)
        self.delegate = ScheduleDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.verticalScrollBar().setSingleStep(measures.ROW_TWO)
        self._sticky = _Sticky(theme, self)
        self.verticalScrollBar().valueChanged.connect(self._move_sticky)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(*self._key_at(index)))

    # Rows and what is selected of them.

    def show_rows(self, rows: Sequence[Head | Row | Journey], keep: Key = ("", "")) -> None:
        """Show other rows and keep one selected, or where it is gone the entry in its place."""
        self._quiet = True
        at = self.verticalScrollBar().value()
        place, chosen = self.currentIndex().row(), self.entries()
        same = self.rows.show_rows(rows)
        if keep[1] and not self.rows.index_of(*keep).isValid():
            keep = self.rows.nearest(place)
        if keep != self.selected():
            self.select(*keep)
        if not same and len(chosen) > 1:
            self.select_entries(chosen)
        self.verticalScrollBar().setValue(at)
        self._quiet = False
        self._move_sticky()
        if chosen != self.entries():
            self.several.emit(self.entries())

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Paint changed rows again; heights are fixed, so that nothing is laid out anew."""
        del last, roles
        self.viewport().update(self.visualRect(first))

    def select(self, table: str, row_id: str) -> bool:
        """Select a row, or nothing, without telling anyone; tell whether it is there."""
        before, self._quiet = self._quiet, True
        index = self.rows.index_of(table, row_id)
        self.selectionModel().setCurrentIndex(index, _SELECT)
        if index.isValid():
            self.scrollTo(index)
        self._quiet = before
        return index.isValid()

    def select_entries(self, keys: Sequence[str]) -> None:
        """Select several entries, the first of which is the current one."""
        chosen = QItemSelection()
        found = [index for key in keys if (index := self.rows.index_of("schedule_item", key)).isValid()]
        for index in found:
            chosen.select(index, index)
        if found:
            before, self._quiet = self._quiet, True
            self.selectionModel().setCurrentIndex(found[0], QItemSelectionModel.SelectionFlag.NoUpdate)
            self._quiet = before
            self.selectionModel().select(chosen, _SELECT)
            self.scrollTo(found[0])

    def selected(self) -> Key:
        """Return table and id of the current row, or two empty strings."""
        return self._key_at(self.currentIndex())

    def entries(self) -> list[str]:
        """Return the ids of the entries that are selected, from the top."""
        found = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        rows = [self.rows.row(at) for at in found if at < self.rows.rowCount()]
        return [row.item.id for row in rows if isinstance(row, Row)]

    def first(self) -> Key:
        """Return the first entry."""
        return self.rows.nearest(0)

    def here(self) -> date | None:
        """Return the day of the current row, else the first one."""
        found = self.rows.date_at(self.currentIndex().row()) if self.currentIndex().isValid() else None
        return found or next(iter(self.rows.dates()), None)

    def _key_at(self, index: QModelIndex) -> Key:
        return key_of(self.rows.row(index.row())) if index.isValid() else ("", "")

    def _current_changed(self, current: QModelIndex) -> None:
        if not self._quiet:
            self.picked.emit(*self._key_at(current))

    def _selection_changed(self) -> None:
        if not self._quiet:
            self.several.emit(self.entries())

    # The head that stays at the top.

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

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Return, delete with Del, move with Alt and an arrow, copy and paste."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        entries = self.entries()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(*self.selected())
        elif key == Qt.Key.Key_Delete:
            if len(entries) > 1:
                self.removed_all.emit(entries)
            else:
                self.removed.emit(*self.selected())
        elif alt and key in steps and entries:
            self.stepped.emit(entries, steps[Qt.Key(key)])
        elif event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            self.copied.emit(entries, event.matches(QKeySequence.StandardKey.Cut))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif key == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.duplicated.emit(entries)
        else:
            super().keyPressEvent(event)

    # Dragging.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where entries are taken hold of; several that are selected are taken together."""
        here = event.position().toPoint()
        index = self.indexAt(here)
        row = self.rows.row(index.row()) if index.isValid() else None
        plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == _PLAIN
        chosen = self.entries()
        self._narrows = plain and isinstance(row, Row) and len(chosen) > 1 and row.item.id in chosen
        if not self._narrows:
            super().mousePressEvent(event)
        self._grabbed = here if plain and isinstance(row, Row) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the entries would go."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        here = event.position().toPoint()
        far = QApplication.startDragDistance()
        if self._grabbed is not None and (here - self._grabbed).manhattanLength() >= far:
            self._aim(here)
            self._edges.follow(self, event.globalPosition().toPoint())

    def _aim(self, here: QPoint) -> None:
        target = self._target_at(here)
        if target != self._target:
            self._target = target
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the entries go where the line shows."""
        target, grabbed, narrows = self._target, self._grabbed, self._narrows
        self._grabbed, self._target, self._narrows = None, None, False
        self._edges.stop()
        self.viewport().update()
        # Qt lets go of the selection where the button is released beside all rows.
        taken = self.entries()
        super().mouseReleaseEvent(event)
        if grabbed is not None and target is not None:
            self._drop(taken, target)
        elif narrows:
            index = self.indexAt(event.position().toPoint())
            self.selectionModel().setCurrentIndex(index, _SELECT)
            self.picked.emit(*self._key_at(index))

    def _target_at(self, here: QPoint) -> Target:
        index = self.indexAt(here)
        if not index.isValid():
            return Target(self.rows.rowCount() if here.y() > 0 else 1, onto=False)
        if isinstance(self.rows.row(index.row()), Head):
            return Target(index.row(), onto=True)
        below = here.y() > self.visualRect(index).center().y()
        return Target(index.row() + (1 if below else 0), onto=False)

    def _drop(self, taken: Sequence[str], target: Target) -> None:
        date = self.rows.date_at(target.at if target.onto else target.at - 1)
        before = "" if target.onto else self.rows.entry_from(target.at)
        if date is not None:
            self.dropped.emit(taken, date, before or None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows and, while entries are dragged, where they would go."""
        super().paintEvent(event)
        if self._target is None:
            return
        painter = QPainter(self.viewport())
        start(painter)
        accent, wide = self._theme.tokens.accent, self.viewport().width() - 2 * measures.INSET
        if self._target.onto:
            area = QRectF(self.visualRect(self.rows.index(self._target.at)))
            inset = area.adjusted(measures.INSET, 2, -measures.INSET, -2)
            box(painter, inset, measures.RADIUS, "", accent, 2)
        else:
            last = self._target.at >= self.rows.rowCount()
            rect = self.visualRect(self.rows.index(self._target.at - 1 if last else self._target.at))
            y = rect.bottom() if last else rect.top()
            painter.fillRect(QRectF(measures.INSET, y - 1, wide, 2), QColor(accent))
        painter.end()
