"""Buttons: one primary on a surface, plain ones with a border, quiet ones without."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.style import measures
from ui.style.icons import NORMAL
from ui.style.paint import Ink, base_in, box, runs, start, width

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from ui.style.theme import Theme

BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Rank(Enum):
    """How loud a button is."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"


class Pressable(QAbstractButton):
    """What all painted controls share: hover, Return, and whether the focus came by keyboard."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.hovered = False
        self.keyboard_focus = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Note that the pointer is over the control."""
        self.hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Note that the pointer left."""
        self.hovered = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the focus came by keyboard: the ring shows only then."""
        self.keyboard_focus = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return do what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEnabled():
            self.click()
        else:
            super().keyPressEvent(event)


class Button(Pressable):
    """A painted button with an icon, a text, or both."""

    def __init__(
        self,
        theme: Theme,
        rank: Rank = Rank.PLAIN,
        icon: str = "",
        *,
        text: str = "",
        chevron: bool = False,
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._rank = rank
        self._icon = icon
        self._chevron = chevron
        self._danger = danger
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.tell(text)

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def tell(self, text: str, tip: str = "") -> None:
        """Set the text, or for a button of only an icon (no text) the name that it is known by."""
        self.setText(text)
        self.setAccessibleName(text or tip)
        self.setToolTip("" if text else tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon and text."""
        if not self.text():
            return QSize(measures.CONTROL, measures.CONTROL)
        wide = width(self.theme, self._ink("#000000")) + 2 * (10 if self._rank is Rank.QUIET else 14)
        wide += (NORMAL + 6) if self._icon else 0
        wide += (NORMAL + 4) if self._chevron else 0
        return QSize(round(wide), measures.CONTROL)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and text."""
        del event
        painter = QPainter(self)
        start(painter)
        area = QRectF(self.rect())
        self._paint_ground(painter, area)
        colour = self._colour()
        pad = 10 if self._rank is Rank.QUIET else 14
        x = float(pad) if self.text() else (area.width() - NORMAL) / 2
        top = (area.height() - NORMAL) / 2
        if self._icon:
            self.theme.icons.paint(painter, self._icon, self._icon_colour(), x, top)
            x += NORMAL + 6
        if self.text():
            base = base_in(self.theme, 0, area.height(), bold=self._rank is Rank.PRIMARY)
            end = runs(painter, self.theme, [self._ink(colour)], x, base, area.width())
            if self._chevron:
                self.theme.icons.paint(painter, "chevron-down", self._icon_colour(), end + 4, top)
        painter.end()

    def _ink(self, colour: str) -> Ink:
        return Ink(self.text(), colour, bold=self._rank is Rank.PRIMARY)

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        tokens = self.theme.tokens
        active = self.isEnabled()
        down = active and (self.isDown() or self.isChecked())
        if self._rank is Rank.PRIMARY:
            ground = (
                tokens.press if not active else tokens.fill_hover if down or self.hovered else tokens.fill
            )
            box(painter, area, measures.RADIUS, ground)
        elif self._rank is Rank.PLAIN:
            ground = tokens.press if down else tokens.hover2 if active and self.hovered else tokens.raised
            edge = tokens.line if not active else tokens.control if self.hovered else tokens.edge
            box(painter, area, measures.RADIUS, ground, edge)
        elif down or (active and self.hovered):
            box(painter, area, measures.RADIUS, tokens.press if down else tokens.hover)

    def _colour(self) -> str:
        tokens = self.theme.tokens
        if not self.isEnabled():
            return tokens.disabled
        if self._danger:
            return tokens.error.ink
        if self._rank is Rank.PRIMARY:
            return tokens.on_fill
        return tokens.text2 if self._rank is Rank.QUIET and not self.hovered else tokens.text

    def _icon_colour(self) -> str:
        if self._rank is Rank.PLAIN and self.isEnabled() and not self._danger:
            return self.theme.tokens.text2
        return self._colour()


class Link(Pressable):
    """A text in the accent colour that does something."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        bold: bool = True,
        shrinks: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._bold, self._shrinks = bold, shrinks
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QSizePolicy.Policy.Maximum if shrinks else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.tell(text)

    def tell(self, text: str) -> None:
        """Set the text."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the text."""
        return QSize(round(width(self.theme, Ink(self.text(), "", bold=self._bold))) + 2, 20)

    def minimumSizeHint(self) -> QSize:
        """Return the least room: one that shrinks is elided, and says the whole in its tip."""
        return QSize(60, 20) if self._shrinks else self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in a tip what is not seen."""
        super().resizeEvent(event)
        if self._shrinks:
            self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, underlined while the pointer is over it."""
        del event
        painter = QPainter(self)
        colour = self.theme.tokens.accent if self.isEnabled() else self.theme.tokens.disabled
        base = base_in(self.theme, 0, self.height(), bold=self._bold)
        end = runs(
            painter, self.theme, [Ink(self.text(), colour, bold=self._bold)], 0, base, self.width() + 1
        )
        if self.hovered:
            painter.fillRect(QRectF(0, round(base) + 2, end, 1), colour)
        painter.end()
