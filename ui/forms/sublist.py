"""A list inside a form (talks of an entry, posts of a person): add, open, move, remove."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.style import measures
from ui.style.icons import NORMAL, SMALL
from ui.style.paint import Ink, base_in, box, rule, runs, start
from ui.widgets.button import BY_KEYBOARD, Button, Rank
from ui.widgets.edges import EdgeScroll
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from models.text.catalogue import Words
    from ui.forms.spec import ListSpec
    from ui.style.theme import Theme

_ONE, _TWO, _LEAD, _CROSS = 34, 48, 44, 28
_FAR = 6
"""Pixels that the mouse moves before a row is dragged."""


@dataclass(frozen=True, slots=True)
class SubRow:
    """One row: what stands before it (minutes, a number), its text, facts in a second line."""

    id: str
    text: str
    detail: str = ""
    lead: str = ""
    language: str = ""
    warn: bool = False
    """The facts are something that is still open."""


class SubList(QWidget):
    """Rows of another table that belong to the row of the form; what the user does to them is told."""

    added = Signal()
    opened = Signal(str)
    removed = Signal(str)
    moved = Signal(str, str)
    """A row, and the one that it is to stand before; empty for the end."""

    def __init__(self, theme: Theme, spec: ListSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._caption = Text(theme, "", 12, bold=True, colour="text2")
        self._sum = Text(theme, "", 12, colour="text2")
        self.add_button = Button(theme, Rank.QUIET, "plus")
        self.rows = SubRows(theme)
        self._nothing = Text(theme, "", 12, colour="text3", wrap=True)
        self.add_button.clicked.connect(self.added)
        for mine, theirs in (
            (self.rows.opened, self.opened),
            (self.rows.removed, self.removed),
            (self.rows.moved, self.moved),
        ):
            mine.connect(theirs)
        head = QHBoxLayout()
        head.addWidget(self._caption)
        head.addStretch(1)
        head.addWidget(self._sum)
        head.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addWidget(self._nothing)

    def show_rows(
        self, rows: Sequence[SubRow], words: Words, *, read_only: bool, total: str = "", movable: bool = True
    ) -> None:
        """Show rows in their order; ``total`` stands at the right of the label (45 min)."""
        label = words.say_in("form", self.spec.label)
        self._caption.setText(label)
        self._sum.setText(total)
        self._nothing.setText(words.say_in("form", "Nothing here yet"))
        for text in (self._caption, self._sum, self._nothing):
            text.restyle()
        self._nothing.setVisible(not rows)
        self.add_button.tell(words.say_in("form", self.spec.add))
        self.add_button.setVisible(not read_only)
        self.rows.show_rows(rows, locked=read_only, movable=movable and not read_only)
        self.rows.setVisible(bool(rows))
        self.rows.setAccessibleName(label)
        self.rows.setAccessibleDescription(
            words.say("Return opens a row, Alt with an arrow moves it, Delete removes it")
        )

    def select(self, row_id: str) -> None:
        """Mark a row, as one that was just added."""
        self.rows.select(row_id)


class SubRows(QWidget):
    """The rows themselves, painted; one of them is marked, and keys go to it."""

    opened = Signal(str)
    removed = Signal(str)
    moved = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Sequence[SubRow] = ()
        self._at = 0
        self._hover = -1
        self._locked = self._movable = False
        self._by_keyboard = False
        self._pressed: QPoint | None = None
        self._drag_to = -1
        self._edges = EdgeScroll(self)
        self._edges.scrolled.connect(self._aim)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[SubRow], *, locked: bool, movable: bool) -> None:
        """Show rows; the one that was marked stays so, wherever it went."""
        marked = self.marked()
        self._rows, self._locked, self._movable = rows, locked, movable
        ids = [row.id for row in rows]
        self._at = ids.index(marked) if marked in ids else min(self._at, max(0, len(ids) - 1))
        self._hover = self._drag_to = -1
        self.updateGeometry()
        self.update()

    def marked(self) -> str:
        """Return the id of the row that keys go to."""
        return self._rows[self._at].id if 0 <= self._at < len(self._rows) else ""

    def select(self, row_id: str) -> None:
        """Mark a row."""
        ids = [row.id for row in self._rows]
        if row_id in ids:
            self._at = ids.index(row_id)
            self._tell_marked()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(120, round(sum(_high(row) for row in self._rows)) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return a small width: rows are elided."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go, open, move and remove by keys."""
        self._by_keyboard = True
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key), 0)
        if step and alt:
            self._move_by(step)
        elif step and 0 <= self._at + step < len(self._rows):
            self._at += step
            self._tell_marked()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._at = 0 if key == Qt.Key.Key_Home else max(0, len(self._rows) - 1)
            self._tell_marked()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._rows:
            self.opened.emit(self.marked())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._rows and not self._locked:
            self.removed.emit(self.marked())
        else:
            super().keyPressEvent(event)
            return
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark the row under the pointer; from here it may be dragged."""
        self._by_keyboard = False
        at = self._row_at(event.position().y())
        if at >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._at, self._pressed = at, event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the pointer is, or where the dragged row would go."""
        place = event.position().toPoint()
        if self._pressed is not None and self._movable and (place - self._pressed).manhattanLength() > _FAR:
            self._drag_to = self._gap_at(event.position().y())
            area = self._scrolls()
            if area is not None:
                self._edges.follow(area, event.globalPosition().toPoint())
        self._hover = self._row_at(event.position().y())
        self.setToolTip(self._spoken(self._hover))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the dragged row, take out with the cross, or open."""
        pressed, gap = self._pressed, self._drag_to
        self._pressed, self._drag_to = None, -1
        self._edges.stop()
        if pressed is None or not self._rows:
            return
        if gap >= 0:
            self._move_to(gap)
        elif self._row_at(event.position().y()) == self._at:
            cross = event.position().x() > self.width() - _CROSS and not self._locked
            (self.removed if cross else self.opened).emit(self.marked())
        self.update()

    def _aim(self, place: QPoint) -> None:
        self._drag_to = self._gap_at(self.mapFromGlobal(place).y())
        self.update()

    def _scrolls(self) -> QScrollArea | None:
        """Return what scrolls the form."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        super().leaveEvent(event)
        self._hover = -1
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring where the focus came by keyboard."""
        self._by_keyboard = event.reason() in BY_KEYBOARD
        self._tell_marked()
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the mark."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all rows, a line between two, and where a dragged one would go."""
        del event
        painter = QPainter(self)
        start(painter)
        top = 0.0
        for at, row in enumerate(self._rows):
            if at:
                rule(painter, 0, round(top), self.width(), self._theme.tokens.line)
            self._paint_row(painter, row, QRectF(0, top, self.width(), _high(row)), at)
            top += _high(row)
        if self._drag_to >= 0:
            y = sum(_high(row) for row in self._rows[: self._drag_to])
            painter.fillRect(QRectF(0, max(0.0, y - 1), self.width(), 2), QColor(self._theme.tokens.accent))
        painter.end()

    def _paint_row(self, painter: QPainter, row: SubRow, area: QRectF, at: int) -> None:
        theme, tokens = self._theme, self._theme.tokens
        inside = area.adjusted(0, 2, 0, -1)
        if at == self._hover:
            box(painter, inside, measures.RADIUS, tokens.hover)
        if at == self._at and self.hasFocus():
            edge = tokens.accent if self._by_keyboard else ""
            box(painter, inside, measures.RADIUS, tokens.select, edge, 2)
        lead = _LEAD if any(each.lead for each in self._rows) else 6
        right = area.width() - (_CROSS if at == self._hover and not self._locked else 6)
        line = area.height() if not row.detail else 24
        y = area.top() + (0 if not row.detail else 3)
        runs(painter, theme, [Ink(row.lead, tokens.text2, 12)], 6, base_in(theme, y, line, 12), lead)
        text = [Ink(row.text, tokens.text, 13, language=row.language)]
        runs(painter, theme, text, lead, base_in(theme, y, line, language=row.language), right)
        colour = tokens.warn.ink if row.warn else tokens.text2
        if row.detail:
            runs(painter, theme, [Ink(row.detail, colour, 12)], lead, base_in(theme, y + 21, 20, 12), right)
        if at == self._hover and not self._locked:
            middle = area.top() + (area.height() - SMALL) / 2
            theme.icons.paint(painter, "x", tokens.text2, self.width() - NORMAL - 6, middle, SMALL)

    def _row_at(self, y: float) -> int:
        top = 0.0
        for at, row in enumerate(self._rows):
            top += _high(row)
            if 0 <= y < top:
                return at
        return -1

    def _gap_at(self, y: float) -> int:
        top = 0.0
        for at, row in enumerate(self._rows):
            if y < top + _high(row) / 2:
                return at
            top += _high(row)
        return len(self._rows)

    def _move_by(self, step: int) -> None:
        to = self._at + step
        if self._movable and 0 <= to < len(self._rows):
            self._move_to(to if step < 0 else to + 1)

    def _move_to(self, gap: int) -> None:
        if gap in (self._at, self._at + 1):
            return
        before = self._rows[gap].id if gap < len(self._rows) else ""
        self.moved.emit(self.marked(), before)

    def _spoken(self, at: int) -> str:
        if not 0 <= at < len(self._rows):
            return ""
        row = self._rows[at]
        return ", ".join(part for part in (row.lead, row.text, row.detail) if part)

    def _tell_marked(self) -> None:
        self.setProperty("marked", self._spoken(self._at))
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))


def _high(row: SubRow) -> float:
    return _TWO if row.detail else _ONE
