"""Chips: things in a row that can be taken out and moved, with the mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.style import measures
from ui.style.icons import SMALL
from ui.style.paint import Ink, base_in, box, runs, start, width
from ui.widgets.button import Pressable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from ui.style.theme import Theme

_HIGH, _PAD = 26, 9


class Flow(QLayout):
    """Lays its widgets in lines, like words."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return an item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Lines break: the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Lay the items."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the room for one line."""
        wide = sum(item.sizeHint().width() + self._gap for item in self._items)
        return QSize(wide, self.minimumSize().height())

    def minimumSize(self) -> QSize:
        """Return the room for the widest item."""
        hints = [item.minimumSize() for item in self._items] or [QSize(0, 0)]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def _lay(self, area: QRect, *, move: bool) -> int:
        x, y, high = area.left(), area.top(), 0
        for item in self._items:
            wanted = item.sizeHint()
            wide = min(wanted.width(), area.width())
            if x > area.left() and x + wide > area.right() + 1:
                x, y, high = area.left(), y + high + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(wide, wanted.height())))
            x, high = x + wide + self._gap, max(high, wanted.height())
        return y + high - area.top()


class Chip(Pressable):
    """One thing: Delete, or a press on its cross, takes it out; Alt with the arrows moves it."""

    taken_out = Signal()
    moved = Signal(int)

    def __init__(self, theme: Theme, text: str, language: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._language = language
        self._locked = False
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def tell(self, name: str) -> None:
        """Set what it is read aloud as."""
        self.setAccessibleName(name)
        self.setToolTip(self.text())

    def lock(self, locked: bool) -> None:
        """Let it stay."""
        self._locked = locked
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for text and cross."""
        wide = width(self.theme, self._ink("")) + 2 * _PAD + (0 if self._locked else SMALL + 4)
        return QSize(round(wide) + 1, _HIGH)

    def minimumSizeHint(self) -> QSize:
        """Return a small width: a long text is elided."""
        return QSize(min(60, self.sizeHint().width()), _HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take out and move by keys."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._locked:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken_out.emit()
        elif alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.moved.emit(-1)
        elif alt and key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.moved.emit(1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take out with the cross."""
        super().mouseReleaseEvent(event)
        if not self._locked and self.width() - _PAD - SMALL - 2 <= event.position().x() <= self.width():
            self.taken_out.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, text and cross."""
        del event
        tokens = self.theme.tokens
        painter = QPainter(self)
        start(painter)
        ring = self.hasFocus() and self.keyboard_focus
        edge = tokens.accent if ring else tokens.edge
        box(painter, QRectF(self.rect()), measures.RADIUS, tokens.raised, edge, 2 if ring else 1)
        right = self.width() - _PAD - (0 if self._locked else SMALL + 4)
        base = base_in(self.theme, 0, _HIGH, language=self._language)
        runs(painter, self.theme, [self._ink(tokens.text)], _PAD, base, right + 2)
        if not self._locked:
            colour = tokens.text if self.hovered else tokens.text3
            self.theme.icons.paint(
                painter, "x", colour, self.width() - _PAD - SMALL + 2, (_HIGH - SMALL) / 2, SMALL
            )
        painter.end()

    def _ink(self, colour: str) -> Ink:
        return Ink(self.text(), colour, language=self._language)


class Chips(QWidget):
    """Things in their order; ``changed`` is emitted with the keys as the user has left them."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: tuple[str, ...] = ()
        self._wanted: object = None
        self.chips: dict[str, Chip] = {}
        self._flow = Flow()
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, rows: Sequence[tuple[str, str]], name: str, *, locked: bool) -> None:
        """Show keys and texts; ``name`` tells a screen reader what can be done with each ("{text}, ...")."""
        wanted = (tuple(rows), name, locked)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        focused = next((key for key, chip in self.chips.items() if chip.hasFocus()), "")
        was_at = self._keys.index(focused) if focused in self._keys else 0
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._keys, self.chips = tuple(key for key, _text in rows), {}
        for key, text in rows:
            chip = Chip(self._theme, text, parent=self)
            chip.tell(name.format(text=text))
            chip.lock(locked)
            chip.taken_out.connect(lambda key=key: self._take_out(key))
            chip.moved.connect(lambda by, key=key: self._move(key, by))
            self.chips[key] = chip
            self._flow.addWidget(chip)
            chip.show()
        if focused and self._keys:
            next_key = focused if focused in self.chips else self._keys[min(was_at, len(self._keys) - 1)]
            self.chips[next_key].setFocus(Qt.FocusReason.TabFocusReason)
        self.setVisible(bool(rows))
        self.updateGeometry()

    def _take_out(self, key: str) -> None:
        self.changed.emit(tuple(each for each in self._keys if each != key))

    def _move(self, key: str, by: int) -> None:
        keys = list(self._keys)
        at = keys.index(key)
        to = at + by
        if 0 <= to < len(keys):
            keys.insert(to, keys.pop(at))
            self.changed.emit(tuple(keys))
