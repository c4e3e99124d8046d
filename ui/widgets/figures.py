"""Large numbers with a word below each, side by side: what is to come, at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.style.theme import Theme


class Figures(QWidget):
    """Shown once the numbers are known."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(36)
        self._row.addStretch(1)
        self._parts: list[QWidget] = []

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Set numbers and what each counts."""
        for part in self._parts:
            self._row.removeWidget(part)
            part.deleteLater()
        self._parts = []
        for at, (number, word) in enumerate(figures):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Text(self._theme, number, 20, bold=True))
            column.addWidget(Text(self._theme, word, 12, colour="text2"))
            self._row.insertWidget(at, part)
            self._parts.append(part)
        self.setAccessibleName(", ".join(f"{word} {number}" for number, word in figures))
