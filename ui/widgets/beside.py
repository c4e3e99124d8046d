"""A list and the panel of what is selected in it: side by side, or one over the other where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QSplitter, QVBoxLayout, QWidget

from ui.style import measures
from ui.widgets.order import chain, reading

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

SIDE_BY_SIDE = 940
"""Below this width list and panel do not stand side by side."""


class Beside(QWidget):
    """Left the list, right the panel, which is hidden until something is selected."""

    covered = Signal(int)
    """So many pixels of the left lie under the panel now."""

    def __init__(
        self, left: QWidget, panel: QWidget, *, width: int = measures.PANEL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.left, self.panel = left, panel
        self._width = width
        self._ordered: tuple[QWidget, ...] = ()
        panel.setMinimumWidth(measures.PANEL_LEAST)
        panel.setMaximumWidth(measures.PANEL_MOST)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(left)
        self._split.addWidget(panel)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setSizes([800, width])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)
        panel.hide()

    def open(self) -> None:
        """Show the panel."""
        self.panel.show()
        self.arrange()
        self._order()

    def close_panel(self) -> bool:
        """Hide the panel; tell whether it had the focus, which somebody else has to take then."""
        inside = self.panel.isAncestorOf(QApplication.focusWidget() or self)
        self.panel.hide()
        self.arrange()
        return inside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Escape, where no field of the panel has used it."""
        inside = self.panel.isAncestorOf(QApplication.focusWidget() or self)
        home = next((stop for stop in reading(self.left) if isinstance(stop, QAbstractItemView)), None)
        if event.key() != Qt.Key.Key_Escape or not inside or home is None:
            super().keyPressEvent(event)
            return
        home.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.panel.parentWidget() is not self._split:
            # It lies over the list.
            self.close_panel()

    def showEvent(self, event: QShowEvent) -> None:
        """Put what was built meanwhile into the order of Tab."""
        super().showEvent(event)
        self._order()

    def _order(self) -> None:
        """Let Tab go through the left from its top to its foot, and then into the panel.

        The panel orders its own fields; what it begins with stays where it is put here.
        """
        stops = tuple(reading(self.left))
        if stops != self._ordered:
            self._ordered = stops
            chain(self.left, self.panel)

    def is_open(self) -> bool:
        """Tell whether the panel is shown, or will be as soon as the page is."""
        return self.panel.isVisibleTo(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide whether list and panel fit side by side."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put the panel beside the list, or over it."""
        beside = self.width() >= SIDE_BY_SIDE
        inside = self.panel.parentWidget() is self._split
        if beside and not inside:
            shown = self.panel.isVisibleTo(self)
            self._split.addWidget(self.panel)
            self.panel.setVisible(shown)
            self._split.setSizes([self.width() - self._width, self._width])
        elif not beside and inside:
            shown = self.panel.isVisibleTo(self._split)
            self.panel.setParent(self)
            self.panel.setVisible(shown)
        wide = 0
        if not beside:
            wide = min(self.width(), max(measures.PANEL_LEAST, min(self._width, self.width())))
            self.panel.setGeometry(self.width() - wide, 0, wide, self.height())
            self.panel.raise_()
        self.covered.emit(wide if self.panel.isVisibleTo(self) else 0)
