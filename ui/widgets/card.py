"""A card that can be chosen: one of two values side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.style import measures
from ui.style.paint import box, start
from ui.widgets.button import Pressable
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme

_PAD, _SIGN = 13, 16


class Card(Pressable):
    """Works as a radio button: a head, a note below it, and lines that may underline what differs."""

    def __init__(self, theme: Theme, head: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._said = [head, note]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_PAD, 10, _PAD, 11)
        self._column.setSpacing(6)
        top = QHBoxLayout()
        top.setContentsMargins(_SIGN + 8, 0, 0, 0)
        self._head = Text(theme, head, bold=True, wrap=True)
        top.addWidget(self._head, 1)
        self._column.addLayout(top)
        if note:
            self._column.addWidget(Text(theme, note, 12, colour="text2", wrap=True))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._name()

    def add_line(self, parts: Sequence[tuple[str, bool]], language: str = "") -> None:
        """Add a value, in parts that are underlined or not."""
        line = Text(self.theme, "", language=language, wrap=True)
        line.show_parts(parts)
        self._column.addWidget(line)
        self._said.append("".join(text for text, _changed in parts))
        self._name()

    def sizeHint(self) -> QSize:
        """Return the room for the head and all lines."""
        return self._column.totalSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Lines wrap: the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._column.totalHeightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """Return a small width: two cards stand side by side in a narrow panel."""
        return QSize(100, self._column.totalMinimumSize().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, border and the sign of the choice."""
        del event
        tokens = self.theme.tokens
        painter = QPainter(self)
        start(painter)
        on = self.isChecked()
        ground = tokens.select if on else tokens.hover2 if self.hovered else tokens.raised
        box(painter, QRectF(self.rect()), measures.RADIUS_CARD, ground)
        edge = tokens.accent if on else tokens.control
        box(painter, QRectF(self.rect()), measures.RADIUS_CARD, "", edge, 2 if on else 1)
        centre = QPointF(_PAD + _SIGN / 2, 10 + self._head.height() / 2)
        painter.setPen(QPen(QColor(tokens.fill if on else tokens.control), 1))
        painter.setBrush(QColor(tokens.fill if on else tokens.field))
        painter.drawEllipse(centre, _SIGN / 2 - 0.5, _SIGN / 2 - 0.5)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.on_fill))
            painter.drawEllipse(centre, 3, 3)
        painter.end()

    def _name(self) -> None:
        self.setText("")
        self.setAccessibleName(", ".join(part for part in self._said if part))
