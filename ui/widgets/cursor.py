"""Where somebody is typing, also in a window that is not the active one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_ROOM = 72
"""Of what stands around a field as much is shown with it: its label, and what may be said below it."""
_SETTLED = 500
"""Milliseconds after which a form that was filled stands still."""


def has_cursor(widget: QWidget) -> bool:
    """Tell whether a field takes the keys in its window; the window itself may be behind another one."""
    return widget.window().focusWidget() is widget


def put_cursor(entry: QWidget) -> None:
    """Put the cursor into a field, and scroll until the field can be seen."""
    entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
    reveal(entry)
    _Following(entry)


def reveal(widget: QWidget) -> None:
    """Scroll until a control can be seen."""
    above = widget.parentWidget()
    while above is not None:
        inside = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and inside is not None:
            # Of a field ``ensureWidgetVisible`` reveals no more than the line of the cursor.
            for corner in (widget.rect().bottomLeft(), widget.rect().topLeft()):
                spot = widget.mapTo(inside, corner)
                above.ensureVisible(spot.x(), spot.y(), 0, _ROOM)
        above = above.parentWidget()


class _Following(QObject):
    """Keeps a field on the screen while the form that was just filled still gets its places."""

    def __init__(self, entry: QWidget) -> None:
        super().__init__(entry)
        self._entry = entry
        above: QWidget | None = entry
        while above is not None and not above.isWindow():
            above.installEventFilter(self)
            above = above.parentWidget()
        QTimer.singleShot(_SETTLED, self, self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll again where something has moved and the cursor is still there."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and has_cursor(self._entry):
            reveal(self._entry)
        return super().eventFilter(watched, event)
