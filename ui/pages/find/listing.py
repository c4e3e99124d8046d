"""The results of the palette, painted; the focus stays in the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.pages.find.entries import Entry, Head, Result
from ui.style.icons import NORMAL
from ui.style.paint import Ink, base_in, runs, runs_right, width
from ui.widgets.listing import Listing
from ui.widgets.painted import ROW_ROLE, Index, RowDelegate, RowModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.style.theme import Theme

HEAD, ROW = 30, 36
_PAD = 16


class _Model(RowModel[Entry]):
    def spoken(self, row: Entry) -> str:
        return row.text if isinstance(row, Head) else row.spoken

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(index.data(ROW_ROLE), Head):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class _Delegate(RowDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        return QSize(100, HEAD if isinstance(index.data(ROW_ROLE), Head) else ROW)

    def paint_row(self, painter: QPainter, area: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        entry = index.data(ROW_ROLE)
        if isinstance(entry, Head):
            base = base_in(self._theme, area.top() + 6, area.height() - 6, 12, bold=True)
            ink = Ink(entry.text, self._theme.tokens.text2, 12, True)
            runs(painter, self._theme, [ink], _PAD, base, area.right() - _PAD)
        elif isinstance(entry, Result):
            selected = self.paint_ground(painter, area, state, hover=self._theme.tokens.hover2)
            self._paint_result(painter, area, entry, selected=selected)

    def _paint_result(self, painter: QPainter, area: QRectF, entry: Result, *, selected: bool) -> None:
        tokens = self._theme.tokens
        colour = tokens.accent if selected else tokens.text2
        top = area.top() + (area.height() - NORMAL) / 2
        self._theme.icons.paint(painter, entry.icon, colour, _PAD, top)
        base = base_in(self._theme, area.top(), area.height())
        left, right = _PAD + NORMAL + 10.0, area.right() - _PAD
        facts = Ink(entry.detail, tokens.text2, 12)
        names = [
            Ink(entry.name, tokens.text, 14, selected, entry.language),
            Ink(entry.second, tokens.text2, 12, language=entry.second_language, gap=10),
        ]
        # What something is called goes before what tells it from others.
        room = right - left - sum(width(self._theme, ink) + ink.gap for ink in names) - 16
        if entry.detail and room > 60:
            if width(self._theme, facts) <= room:
                stop = runs_right(painter, self._theme, [facts], right, base)
            else:
                stop = right - room
                runs(painter, self._theme, [facts], stop, base, right)
            right = stop - 16
        runs(painter, self._theme, names, left, base, right)


class Results(Listing):
    """The list below the field; ``step`` goes on to the next result, past the heads."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = _Model(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show results and stand on the first."""
        self._rows.exchange(entries)
        self.step(1, -1)

    def result(self) -> Result | None:
        """Return the result that is selected."""
        entry = self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None
        return entry if isinstance(entry, Result) else None

    def result_at(self, index: QModelIndex) -> Result | None:
        """Return the result at an index, unless a head stands there."""
        entry = index.data(ROW_ROLE)
        return entry if isinstance(entry, Result) else None

    def step(self, by: int, place: int | None = None) -> None:
        """Go to the next or previous result; at the ends one stays."""
        here = self.currentIndex().row() if place is None else place
        direction = 1 if by > 0 else -1
        found = here
        for _ in range(abs(by)):
            following = found + direction
            while 0 <= following < len(self._rows.rows) and isinstance(self._rows.rows[following], Head):
                following += direction
            if not 0 <= following < len(self._rows.rows):
                break
            found = following
        if 0 <= found < len(self._rows.rows):
            self.setCurrentIndex(self._rows.index(found))
            if found <= 1:
                self.scrollToTop()

    def height_wanted(self) -> int:
        """Return the height of all results."""
        return sum(HEAD if isinstance(entry, Head) else ROW for entry in self._rows.rows)
