"""The results of the palette, painted; the focus stays in the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.pages.find.entries import Entry, Head, Result
from ui.style import measures
from ui.style.icons import NORMAL
from ui.style.paint import Ink, base_in, box, runs, runs_right, start, width
from ui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.style.theme import Theme

ENTRY_ROLE = Qt.ItemDataRole.UserRole
HEAD, ROW = 30, 36
_PAD = 16
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.text if isinstance(entry, Head) else entry.spoken
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(index.data(ENTRY_ROLE), Head):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option
        return QSize(100, HEAD if isinstance(index.data(ENTRY_ROLE), Head) else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = index.data(ENTRY_ROLE)
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        start(painter)
        if isinstance(entry, Head):
            base = base_in(self._theme, area.top() + 6, area.height() - 6, 12, bold=True)
            ink = Ink(entry.text, self._theme.tokens.text2, 12, True)
            runs(painter, self._theme, [ink], _PAD, base, area.right() - _PAD)
        elif isinstance(entry, Result):
            self._paint(painter, area, entry, option.state)  # pyright: ignore[reportAttributeAccessIssue]
        painter.restore()

    def _paint(self, painter: QPainter, area: QRectF, entry: Result, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        selected = bool(state & QStyle.StateFlag.State_Selected)
        inset = area.adjusted(measures.INSET, 1, -measures.INSET, -1)
        if selected:
            box(painter, inset, measures.RADIUS, tokens.select)
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, inset, measures.RADIUS, tokens.hover2)
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
        self._rows.show_entries(entries)
        self.step(1, -1)

    def result(self) -> Result | None:
        """Return the result that is selected."""
        entry = self.currentIndex().data(ENTRY_ROLE) if self.currentIndex().isValid() else None
        return entry if isinstance(entry, Result) else None

    def result_at(self, index: QModelIndex) -> Result | None:
        """Return the result at an index, unless a head stands there."""
        entry = index.data(ENTRY_ROLE)
        return entry if isinstance(entry, Result) else None

    def step(self, by: int, place: int | None = None) -> None:
        """Go to the next or previous result; at the ends one stays."""
        here = self.currentIndex().row() if place is None else place
        direction = 1 if by > 0 else -1
        found = here
        for _ in range(abs(by)):
            following = found + direction
            while 0 <= following < len(self._rows.entries) and isinstance(
                self._rows.entries[following], Head
            ):
                following += direction
            if not 0 <= following < len(self._rows.entries):
                break
            found = following
        if 0 <= found < len(self._rows.entries):
            self.setCurrentIndex(self._rows.index(found))
            if found <= 1:
                self.scrollToTop()

    def height_wanted(self) -> int:
        """Return the height of all results."""
        return sum(HEAD if isinstance(entry, Head) else ROW for entry in self._rows.entries)
