"""Where somebody is typing, also in a window that is not the active one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def has_cursor(widget: QWidget) -> bool:
    """Tell whether a field takes the keys in its window; the window itself may be behind another one."""
    return widget.window().focusWidget() is widget
