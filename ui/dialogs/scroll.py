"""The middle of a dialog that may be long: it scrolls, the foot stays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.style import measures


class Scroll(QScrollArea):
    """A column of parts of any height."""

    def __init__(self, spacing: int = measures.GROUP_GAP, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 12, 0)
        self.column.setSpacing(spacing)
        self.column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        # The area would paint the ground of a window behind it.
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def add(self, part: QWidget) -> None:
        """Add a part at the end."""
        self.column.insertWidget(self.column.count() - 1, part)

    def clear(self) -> None:
        """Take all parts away."""
        while self.column.count() > 1:
            item = self.column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
