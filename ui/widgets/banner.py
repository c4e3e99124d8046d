"""A banner: a finding in a sentence, on its tint, with the repairs that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.style import measures
from ui.style.icons import NORMAL
from ui.style.paint import box, start
from ui.style.tokens import Severity
from ui.widgets.badge import ICONS
from ui.widgets.button import Link
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme


class Banner(QWidget):
    """A sentence with an icon on the tint of its severity."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        severity: Severity,
        repairs: Sequence[tuple[str, Callable[[], None]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._severity = severity
        self.setAccessibleName(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(38, 9, 12, 9)
        column.setSpacing(2)
        column.addWidget(Text(theme, text, wrap=True))
        if repairs:
            row = QHBoxLayout()
            row.setSpacing(16)
            for words, act in repairs:
                link = Link(theme, words)
                link.clicked.connect(act)
                row.addWidget(link)
            row.addStretch(1)
            column.addLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and icon."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = self._theme.tokens.severity(self._severity)
        box(painter, QRectF(self.rect()), measures.RADIUS, colours.ground)
        self._theme.icons.paint(painter, ICONS[self._severity], colours.ink, 12, 11, NORMAL)
        painter.end()
