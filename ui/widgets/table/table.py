"""A list of up to 100,000 rows: sorted and filtered at once, with columns to choose."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ui.style import measures
from ui.widgets.button import Button, Rank
from ui.widgets.table.head import HEAD
from ui.widgets.table.model import TableModel
from ui.widgets.table.rows import Rows
from ui.widgets.table.slices import Slices
from ui.widgets.table.view import TableBody

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from models.text.catalogue import Words
    from ui.style.theme import Theme
    from ui.widgets.table.spec import TableSpec


class Table(QWidget):
    """Shows rows; ``picked`` and ``opened`` give the id of one, ``selection`` the ids of all selected."""

    picked = Signal(str)
    opened = Signal(str)
    selection = Signal(list)
    counted = Signal(int, int)
    """How many rows are shown, of how many."""
    typing = Signal(str)
    """A letter was typed on the list: it belongs into the field of the filter."""

    def __init__(
        self,
        theme: Theme,
        words: Words,
        spec: TableSpec,
        remembered: MutableMapping[str, Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take what to show; ``remembered`` keeps columns, widths and order under the name of the list."""
        super().__init__(parent)
        self._theme = theme
        self._remembered: MutableMapping[str, Any] = {} if remembered is None else remembered
        self._rows = Rows(spec, words)
        self._model = TableModel(self._rows, self)
        self._slices = Slices(self)
        self.body = TableBody(theme, self._model, self)
        self._head = self.body.head
        self.columns = Button(theme, Rank.QUIET, "ellipsis", parent=self)
        self._quiet = False
        self._kept: set[str] = set()
        self._current = ""
        self._empty = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)
        height = measures.ROW_TWO if spec.two_lines else measures.ROW_ONE
        self.body.verticalHeader().setDefaultSectionSize(height)
        self._dress()
        self._restore()
        self._connect()

    def _connect(self) -> None:
        self.body.opening.connect(lambda place: self.opened.emit(self._model.key(place)))
        self.body.clicked_again.connect(self._picked)
        self.body.typing.connect(self.typing)
        self.columns.clicked.connect(lambda _checked=False: self.choose_columns())
        self._head.customContextMenuRequested.connect(
            lambda point: self.choose_columns(self._head.mapToGlobal(point))
        )
        self._head.sectionResized.connect(lambda *_: self._remember())
        self._head.sectionMoved.connect(lambda *_: self._remember())
        self._head.sortIndicatorChanged.connect(self._head_sorted)
        selected = self.body.selectionModel()
        selected.selectionChanged.connect(lambda *_: self._selection_changed())
        selected.currentRowChanged.connect(lambda current, _: self._picked(current.row()))
        self._theme.changed.connect(self.body.viewport().update)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to the rows; with a proxy Tab would come to them twice."""
        self.body.setFocus(reason)

    def retranslate(self, words: Words, spec: TableSpec) -> None:
        """Show everything in another language; the columns are the same."""
        self._rows.forget_texts(spec, words)
        self._dress()
        self._head.viewport().update()
        self._arrange()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows in the order and filter in force; what was selected stays so if it is there."""
        self._model.beginResetModel()
        self._rows.show(rows)
        self._model.endResetModel()
        self._arrange()

    def say_empty(self, text: str) -> None:
        """Say what stands there where there is no row at all."""
        self._empty = text
        self._dress()
        self.body.viewport().update()

    def filter(self, text: str) -> None:
        """Show only the rows that hold each word of a text."""
        self._rows.filter = text
        if self._rows.narrow():
            self._arranged()
        else:
            self._arrange()

    def sort_by(self, code: str, *, descending: bool = False) -> None:
        """Sort by a column; with no code the rows stand as they came."""
        self._rows.sorted_by, self._rows.descending = code, descending
        self._show_sorting()
        self._remember()
        self._arrange()

    def selected(self) -> list[str]:
        """Return the ids of the selected rows, from the top."""
        return [self._model.key(place) for place in self._selected_places()]

    def select(self, keys: Iterable[str]) -> None:
        """Select rows without telling anyone, and bring the first of them into view."""
        self._kept = set(keys)
        self._current = ""
        self._reselect(scroll=True)

    def current(self) -> str:
        """Return the id of the row that one stands on."""
        return self._model.key(self.body.currentIndex().row())

    def shown(self) -> list[str]:
        """Return the ids of the rows that are shown, from the top."""
        return [self._model.key(place) for place in range(self._model.rowCount())]

    def busy(self) -> bool:
        """Tell whether rows are still being sorted or filtered."""
        return self._slices.busy()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button of the columns in the corner."""
        super().resizeEvent(event)
        self.columns.move(self.width() - self.columns.width() - 4, (HEAD - self.columns.height()) // 2)

    def choose_columns(self, at: QPoint | None = None) -> None:
        """Open the menu of columns and sorting."""
        menu = self.columns_menu()
        menu.popup(at or self.columns.mapToGlobal(self.columns.rect().bottomLeft()))

    def columns_menu(self) -> QMenu:
        """Make the menu: which columns are shown, and by which to sort."""
        words = self._rows.words
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(self._theme.font())
        shown = [place for place in range(self._head.count()) if not self.body.isColumnHidden(place)]
        for place, column in enumerate(self._rows.spec.columns):
            action = QAction(column.label, menu)
            action.setCheckable(True)
            action.setChecked(place in shown)
            # A list without columns could not be got back.
            action.setEnabled(shown != [place])
            action.toggled.connect(lambda on, place=place: self._show_column(place, on))
            menu.addAction(action)
        menu.addSeparator()
        sorting = menu.addMenu(words.say("Sort by"))
        sorting.setFont(self._theme.font())
        for column in self._rows.spec.columns:
            action = QAction(column.label, sorting)
            action.setCheckable(True)
            action.setChecked(column.code == self._rows.sorted_by)
            action.triggered.connect(lambda _=False, code=column.code: self._turn(code))
            sorting.addAction(action)
        return menu

    def _turn(self, code: str) -> None:
        again = code == self._rows.sorted_by
        self.sort_by(code, descending=again and not self._rows.descending)

    def _show_column(self, place: int, on: bool) -> None:
        self.body.setColumnHidden(place, not on)
        self._remember()

    def _head_sorted(self, place: int, order: Qt.SortOrder) -> None:
        if not self._quiet and 0 <= place < len(self._rows.spec.columns):
            code = self._rows.spec.columns[place].code
            self.sort_by(code, descending=order is Qt.SortOrder.DescendingOrder)

    def _show_sorting(self) -> None:
        codes = [column.code for column in self._rows.spec.columns]
        place = codes.index(self._rows.sorted_by) if self._rows.sorted_by in codes else -1
        order = Qt.SortOrder.DescendingOrder if self._rows.descending else Qt.SortOrder.AscendingOrder
        self._quiet = True
        self._head.setSortIndicator(place, order)
        self._quiet = False

    def _dress(self) -> None:
        words = self._rows.words
        self.body.setAccessibleName(self._rows.spec.label)
        self._head.setAccessibleName(words.say("Columns and sorting"))
        self.body.nothing = words.say("Nothing matches the filter") if self._rows.filter else self._empty
        self.columns.tell("", words.say("Columns and sorting"))
        self.columns.resize(self.columns.sizeHint())

    def _arrange(self) -> None:
        self._slices.start(self._rows.work(), self._arranged)

    def _arranged(self) -> None:
        words = self._rows.words
        self.body.nothing = words.say("Nothing matches the filter") if self._rows.filter else self._empty
        self._quiet = True
        self._model.rearrange()
        self._quiet = False
        self._reselect()
        self.counted.emit(self._model.rowCount(), len(self._rows.rows))

    def _reselect(self, *, scroll: bool = False) -> None:
        if not self._kept and not self._current:
            return
        chosen = QItemSelection()
        begin = end = first = current = -1
        for place in self._model.places_of(self._kept | {self._current}):
            key = self._model.key(place)
            if key == self._current:
                current = place
            if key not in self._kept:
                continue
            first = place if first < 0 else first
            # Range by range: of single rows Qt makes a list that it goes through for each of them.
            if place != end + 1 or begin < 0:
                self._add_range(chosen, begin, end)
                begin = place
            end = place
        self._add_range(chosen, begin, end)
        self._quiet = True
        model = self.body.selectionModel()
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        place = current if current >= 0 else first
        if place >= 0:
            index = self._model.index(place, max(0, self.body.head.first()))
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self._current = self._model.key(place)
            if scroll:
                self.body.scrollTo(index)
        self._quiet = False

    def _add_range(self, chosen: QItemSelection, begin: int, end: int) -> None:
        if begin >= 0:
            last = self._model.columnCount() - 1
            chosen.select(self._model.index(begin, 0), self._model.index(end, last))

    def _selected_places(self) -> list[int]:
        # By ranges: asked for its rows the model makes an index for each, a second for all of 100,000.
        chosen = self.body.selectionModel().selection()
        ranges = [chosen.at(number) for number in range(chosen.count())]
        return sorted({place for each in ranges for place in range(each.top(), each.bottom() + 1)})

    def _selection_changed(self) -> None:
        if self._quiet:
            return
        keys = self.selected()
        self._kept = set(keys)
        self.selection.emit(keys)

    def _picked(self, place: int) -> None:
        if self._quiet:
            return
        self._current = self._model.key(place)
        if self._current:
            self.picked.emit(self._current)

    def _remember(self) -> None:
        if self._quiet:
            return
        columns = self._rows.spec.columns
        order = [self._head.logicalIndex(place) for place in range(self._head.count())]
        # The last one is as wide as the window leaves it: kept, it would be too wide for a narrower one.
        stretched = self._head.last()
        self._remembered[self._rows.spec.name] = {
            "order": [columns[place].code for place in order],
            "hidden": [columns[place].code for place in order if self.body.isColumnHidden(place)],
            "widths": {
                columns[place].code: self._head.sectionSize(place)
                for place in order
                if place != stretched and not self.body.isColumnHidden(place)
            },
            "sort": self._rows.sorted_by,
            "descending": self._rows.descending,
        }

    def _restore(self) -> None:
        kept: Any = self._remembered.get(self._rows.spec.name)
        kept = kept if isinstance(kept, dict) else {}
        columns = self._rows.spec.columns
        codes = [column.code for column in columns]
        widths: Any = kept.get("widths") or {}
        hidden: Any = kept.get("hidden")
        self._quiet = True
        for place, column in enumerate(columns):
            self._head.resizeSection(place, int(widths.get(column.code, column.width)))
            gone = column.code in hidden if isinstance(hidden, list) else not column.shown
            self.body.setColumnHidden(place, gone)
        if all(self.body.isColumnHidden(place) for place in range(len(columns))):
            self.body.setColumnHidden(0, False)
        for wanted, code in enumerate(code for code in kept.get("order") or () if code in codes):
            self._head.moveSection(self._head.visualIndex(codes.index(code)), wanted)
        self._quiet = False
        if kept.get("sort") in codes:
            self._rows.sorted_by, self._rows.descending = kept["sort"], bool(kept.get("descending"))
        self._show_sorting()
