"""The order in which Tab goes: that in which one reads, whatever was built first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def chain(*roots: QWidget) -> None:
    """Let Tab go through all that takes the cursor, in the order of the layouts."""
    stops = [stop for root in roots for stop in reading(root)]
    for before, after in pairwise(stops):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def reading(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the cursor with Tab inside a widget, in reading order."""
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield from reading(inner)
        return
    if (widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _only_scrolls(widget)) or _is_choice(widget):
        yield widget
    layout = widget.layout()
    if layout is None:
        return
    inside = list(_in_layout(layout))
    yield from inside
    # Some buttons lie over their neighbour, without a place in the layout: what clears a field.
    over = widget.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    yield from (each for each in over if each not in inside and each.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from reading(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def _is_choice(widget: QWidget) -> bool:
    """Tell whether a button is one of several: Tab takes the one in force, whichever that is then."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None


def _only_scrolls(widget: QWidget) -> bool:
    return type(widget) is QAbstractScrollArea
