"""The list below a picker: what is offered for what is typed, and at its end what can be made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QWidget

from ui.style import measures
from ui.style.icons import NORMAL
from ui.style.paint import Ink, base_in, box, runs, start
from ui.widgets.painted import ROW_ROLE, Index, RowModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.style.theme import Theme


_ROW, _PAD, _MOST = 30, 5, 8
_LEAST = 260
"""A narrow field has a list that is wide enough to tell names apart."""


class Choice(NamedTuple):
    """One line: a key (empty for what would be made), its text, and what tells it from its likes."""

    key: str
    text: str
    detail: str = ""
    icon: str = ""
    head: bool = False
    """Whether it only says what the lines below it are about: it cannot be taken."""


class _Choices(RowModel[Choice]):
    def spoken(self, row: Choice) -> str:
        return ", ".join(part for part in (row.text, row.detail) if part)

    def is_head(self, row: Choice) -> bool:
        return row.head


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme, tokens = index.data(ROW_ROLE), self._theme, self._theme.tokens
        area = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        start(painter)
        if row.head:
            ink = [Ink(row.text, tokens.text2, 12, bold=True)]
            runs(painter, theme, ink, area.left() + 9, base_in(theme, area.top(), _ROW), area.right() - 8)
            painter.restore()
            return
        if state & QStyle.StateFlag.State_Selected:
            box(painter, area, measures.RADIUS, tokens.select)
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, area, measures.RADIUS, tokens.hover2)
        x = area.left() + 9
        if row.icon:
            theme.icons.paint(painter, row.icon, tokens.accent, x, area.top() + (_ROW - NORMAL) / 2)
            x += NORMAL + 6
        quiet = tokens.text2 if state & QStyle.StateFlag.State_Selected else tokens.text3
        inks = [
            Ink(row.text, tokens.accent if row.icon else tokens.text),
            Ink(row.detail, quiet, 12, gap=8),
        ]
        runs(painter, theme, inks, x, base_in(theme, area.top(), _ROW), area.right() - 8)
        painter.restore()


class PickList(QListView):
    """Floats over the page below its field; the cursor stays in the field."""

    taken = Signal(object)

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self._rows = _Choices(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(theme, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("frame", "popover")
        self.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        self.setViewportMargins(_PAD, _PAD, _PAD, _PAD)
        self.clicked.connect(self._take)
        self.hide()

    def show_rows(self, rows: Sequence[Choice]) -> None:
        """Offer rows; the first is the one that Return takes."""
        self._rows.exchange(rows)
        at = next((at for at, row in enumerate(rows) if not row.head), -1)
        if at >= 0:
            self.setCurrentIndex(self._rows.index(at))
            # The head above the first line is seen with it.
            self.scrollToTop()

    def rows(self) -> Sequence[Choice]:
        """Return what is offered."""
        return self._rows.rows

    def current(self) -> Choice | None:
        """Return what Return takes."""
        at = self.currentIndex().row()
        return (
            self._rows.rows[at] if 0 <= at < len(self._rows.rows) and not self._rows.rows[at].head else None
        )

    def mark(self, key: str) -> None:
        """Mark the row with a key, or none: Return takes what is marked."""
        at = next((at for at, row in enumerate(self._rows.rows) if key and row.key == key), -1)
        self.setCurrentIndex(self._rows.index(at) if at >= 0 else QModelIndex())

    def go(self, by: int) -> None:
        """Go up or down, round the ends."""
        lines = [at for at, row in enumerate(self._rows.rows) if not row.head]
        if not lines:
            return
        at = self.currentIndex().row()
        place = (lines.index(at) + by) % len(lines) if at in lines else min(by, 0) % len(lines)
        self.setCurrentIndex(self._rows.index(lines[place]))
        if lines[place] and self._rows.rows[lines[place] - 1].head:
            self.scrollTo(self._rows.index(lines[place] - 1))

    def open_at(self, field: QWidget) -> None:
        """Float below a field, or above it where there is more room."""
        window = field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        high = min(len(self._rows.rows), _MOST) * _ROW + 2 * _PAD + 2
        wide = min(max(field.width(), _LEAST), window.width())
        corner = field.mapTo(window, QPoint(0, field.height() + 3))
        corner.setX(max(0, min(corner.x(), window.width() - wide)))
        if corner.y() + high > window.height() and field.mapTo(window, QPoint()).y() > high:
            corner.setY(field.mapTo(window, QPoint(0, -high - 3)).y())
        self.setGeometry(QRect(corner, QSize(wide, high)))
        self.raise_()
        self.show()

    def _take(self, index: QModelIndex) -> None:
        if index.isValid() and not self._rows.rows[index.row()].head:
            self.taken.emit(self._rows.rows[index.row()])
