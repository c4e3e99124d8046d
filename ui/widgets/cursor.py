"""Where somebody is typing, also in a window that is not the active one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_MARGIN = 12
_MOST = 160
"""A group of fields that is higher is too much to be shown whole with one of them."""
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
    """Scroll until a control can be seen, with its border, its label and what is said below it."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            _show_whole(above, widget)
        above = above.parentWidget()


def _show_whole(area: QScrollArea, target: QWidget) -> None:
    inside = area.widget()
    around: QWidget = target
    above = target.parentWidget()
    # Label and note of a field stand in what holds it.
    while above is not None and above is not inside and above.height() <= _MOST:
        around, above = above, above.parentWidget()
    if inside is None or not inside.isAncestorOf(target):
        return
    here = around.mapTo(inside, QPoint(0, 0))
    area.ensureVisible(here.x(), here.y(), 0, _MARGIN)
    area.ensureVisible(here.x(), here.y() + around.height(), 0, _MARGIN)


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
