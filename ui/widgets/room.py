"""The room of what has grown, given at once instead of with the next turns of the event loop."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget


def lay_out(widget: QWidget) -> None:
    """Give a widget that has grown its room at once: later, a click would meet what has moved meanwhile."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            QApplication.sendEvent(above, QEvent(QEvent.Type.LayoutRequest))
            return
        layout = above.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        above = above.parentWidget()
