"""The field at the left that opens the search; it looks like a field and is a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import measures
from ui.style.icons import NORMAL
from ui.style.paint import Ink, base_in, box, runs, start, width
from ui.widgets.button import Pressable

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme


class SearchBox(Pressable):
    """Opens the search when pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def tell(self, text: str) -> None:
        """Set what the box says."""
        self.setText(text)
        self.setAccessibleName(f"{text} ({self._keys})")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room it takes."""
        return QSize(120, measures.CONTROL)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, text and keys."""
        del event
        tokens = self.theme.tokens
        painter = QPainter(self)
        start(painter)
        area = QRectF(self.rect())
        box(painter, area, measures.RADIUS, tokens.press)
        self.theme.icons.paint(painter, "search", tokens.text2, 10, (area.height() - NORMAL) / 2)
        base = base_in(self.theme, 0, area.height())
        keys = Ink(self._keys, tokens.text2, 11)
        wide = width(self.theme, keys) + 10
        cap = QRectF(area.right() - wide - 8, 7, wide, area.height() - 14)
        runs(painter, self.theme, [Ink(self.text(), tokens.text2)], 34, base, cap.left() - 6)
        box(painter, cap, measures.RADIUS_BADGE, tokens.sidebar, tokens.edge)
        runs(
            painter,
            self.theme,
            [keys],
            cap.left() + 5,
            base_in(self.theme, 0, area.height(), 11),
            area.right(),
        )
        painter.end()
