"""The sections of a visit: text tabs with a line under the open one and a dot where something was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTabBar, QWidget

from ui.style import measures
from ui.style.paint import Ink, base_in, box, runs, start, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent

    from ui.style.theme import Theme
    from ui.style.tokens import Severity

_GAP = 26


class Tab(NamedTuple):
    """A section: its code, its word, and the worst that was found in it."""

    code: str
    text: str
    worst: Severity | None = None


class Tabs(QTabBar):
    """Painted, with the keys and the accessible tree of a tab bar."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tabs: Sequence[Tab] = ()
        self._hover = -1
        self._keyboard = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(measures.TABS)
        self.currentChanged.connect(self._changed)

    def offer(self, tabs: Sequence[Tab]) -> None:
        """Set the sections; the open one stays open."""
        if list(tabs) == list(self._tabs):
            # The same again, as after each save: nothing is to be laid out anew.
            return
        self.blockSignals(True)
        self._tabs = tabs
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        for at, tab in enumerate(tabs):
            if at < self.count():
                self.setTabText(at, tab.text)
            else:
                self.addTab(tab.text)
            self.setTabData(at, tab.code)
            self.setAccessibleTabName(at, tab.text)
        self.blockSignals(False)
        self.update()

    def take(self, code: str) -> None:
        """Mark a section as the one that is open without telling anyone."""
        at = next((at for at, tab in enumerate(self._tabs) if tab.code == code), -1)
        if at >= 0 and at != self.currentIndex():
            self.blockSignals(True)
            self.setCurrentIndex(at)
            self.blockSignals(False)
            self.update()

    def tabSizeHint(self, index: int) -> QSize:
        """Return the room of a tab."""
        wide = width(self._theme, Ink(self.tabText(index), "", bold=True))
        return QSize(round(wide) + _GAP, measures.TABS)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the same: tabs are never cut."""
        return self.tabSizeHint(index)

    def _changed(self, at: int) -> None:
        if 0 <= at < len(self._tabs):
            self.opened.emit(self._tabs[at].code)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the focus came by keyboard."""
        self._keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._hover = self.tabAt(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Note that the pointer left."""
        self._hover = -1
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tabs."""
        del event
        tokens = self._theme.tokens
        painter = QPainter(self)
        start(painter)
        for at, tab in enumerate(self._tabs):
            area = QRectF(self.tabRect(at))
            active = at == self.currentIndex()
            if at == self._hover and not active:
                box(painter, area.adjusted(2, 6, -2, -8), measures.RADIUS, tokens.hover)
            if active and self.hasFocus() and self._keyboard:
                box(painter, area.adjusted(2, 5, -2, -7), measures.RADIUS, "", tokens.accent, 2)
            ink = Ink(tab.text, tokens.text if active else tokens.text2, 13, active)
            x = area.left() + _GAP / 2
            end = runs(
                painter, self._theme, [ink], x, base_in(self._theme, 0, 38, bold=active), area.right() + 9
            )
            if active:
                box(painter, QRectF(x - 1, area.bottom() - 3, end - x + 2, 3), 1.5, tokens.accent)
            if tab.worst is not None:
                painter.setBrush(QColor(tokens.severity(tab.worst).ink))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(QPointF(end + 7, 13), 3, 3)
        painter.end()
