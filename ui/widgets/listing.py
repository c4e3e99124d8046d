"""What the painted lists share: no frame, smooth scrolling, and a focus ring only after a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.widgets.button import BY_KEYBOARD

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent


class Listing(QListView):
    """A list whose delegate paints everything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by_keyboard = False
        self.setProperty("frame", "none")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the focus came by keyboard."""
        self.by_keyboard = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the ring from the first key on."""
        self.by_keyboard = True
        super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the ring: the pointer shows where one is."""
        self.by_keyboard = False
        super().mousePressEvent(event)
