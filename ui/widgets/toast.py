"""A toast: what was done, and the way back; it leaves by itself, but not while looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.style import measures
from ui.style.icons import NORMAL
from ui.style.paint import Ink, base_in, box, runs, start, width
from ui.widgets.button import Pressable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from ui.style.theme import Theme

_SHOWN_MS = 8000
_BELOW = 24


class _Act(Pressable):
    """The text or cross on a toast."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._icon = icon

    def sizeHint(self) -> QSize:
        if self._icon:
            return QSize(28, 28)
        return QSize(round(width(self.theme, Ink(self.text(), "", bold=True))) + 12, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = self.theme.tokens
        painter = QPainter(self)
        start(painter)
        if self.keyboard_focus and self.hasFocus():
            box(painter, QRectF(self.rect()), measures.RADIUS, "", tokens.toast_action, 2)
        if self._icon:
            self.theme.icons.paint(painter, self._icon, tokens.on_toast, 6, 6, NORMAL)
        else:
            ink = Ink(self.text(), tokens.toast_action, bold=True)
            runs(
                painter,
                self.theme,
                [ink],
                6,
                base_in(self.theme, 0, self.height(), bold=True),
                self.width() + 8,
            )
        painter.end()


class Toast(QWidget):
    """One toast at the foot of its window."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._act: Callable[[], object] | None = None
        self._label = QLabel(self)
        self._action = _Act(theme, "", self)
        self._close = _Act(theme, "x", self)
        self._action.clicked.connect(self.take)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(14)
        row.addWidget(self._label)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self._leave)
        window.installEventFilter(self)
        self.hide()

    def tell(
        self,
        text: str,
        action: str = "",
        act: Callable[[], object] | None = None,
        *,
        close: str = "",
        stays: bool = False,
    ) -> None:
        """Show a sentence with, where there is one, an action; ``close`` names the cross.

        One that ``stays`` asks something and waits for the answer.
        """
        self._act = act
        self._label.setText(text)
        self._label.setFont(self._theme.font())
        palette = self._label.palette()
        palette.setColor(palette.ColorRole.WindowText, self._theme.tokens.on_toast)
        self._label.setPalette(palette)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(act is not None)
        self._action.updateGeometry()
        self._close.setAccessibleName(close)
        self.setAccessibleName(text)
        self._fit()
        self.show()
        self.raise_()
        if stays:
            self._timer.stop()
        else:
            self._timer.start()

    def action_text(self) -> str:
        """Return what the toast offers."""
        return self._action.text() if not self._action.isHidden() else ""

    def take(self) -> None:
        """Do what the toast offers."""
        self._timer.stop()
        self.hide()
        if self._act is not None:
            self._act()

    def dismiss(self) -> None:
        """Let the toast go."""
        self._timer.stop()
        self.hide()

    def _leave(self) -> None:
        if self.underMouse() or self._action.hasFocus() or self._close.hasFocus():
            self._timer.start()
        else:
            self.dismiss()

    def _fit(self) -> None:
        """Be as wide as the sentence, but not wider than the window: then it wraps."""
        window = self.parentWidget()
        most = window.width() - 2 * _BELOW if window is not None else 800
        hints = [part.sizeHint().width() + 14 for part in (self._action, self._close) if not part.isHidden()]
        room = max(200, most - sum(hints) - 26)
        wide = self._label.fontMetrics().horizontalAdvance(self._label.text()) + 4
        self._label.setWordWrap(wide > room)
        self._label.setFixedWidth(min(wide, room))
        self._label.setFixedHeight(self._label.heightForWidth(min(wide, room)) if wide > room else 28)
        self.adjustSize()
        self._place()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is not None:
            x = (window.width() - self.width()) // 2
            self.move(QPoint(x, window.height() - self.height() - measures.STATUS - _BELOW))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        painter = QPainter(self)
        start(painter)
        box(painter, QRectF(self.rect()), measures.RADIUS_POPOVER, self._theme.tokens.toast)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
