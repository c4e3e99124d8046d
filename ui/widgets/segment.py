"""A segment: two to five choices side by side, one of them in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.style import measures
from ui.style.icons import NORMAL
from ui.style.paint import Ink, base_in, box, runs, start, width
from ui.widgets.button import Pressable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from ui.style.theme import Theme


class Choice(NamedTuple):
    """One part of a segment: its code, its text, and the language of the text (the screen's when empty)."""

    code: str
    text: str
    language: str = ""
    icon: str = ""


class _Part(Pressable):
    def __init__(self, theme: Theme, choice: Choice, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.choice = choice
        self.setCheckable(True)
        self.setText(choice.text)
        self.setAccessibleName(choice.text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        wide = width(self.theme, Ink(self.text(), "", language=self.choice.language)) + 24
        return QSize(round(wide + (NORMAL + 6 if self.choice.icon else 0)), measures.CONTROL - 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = self.theme.tokens
        painter = QPainter(self)
        start(painter)
        area = QRectF(self.rect())
        if self.isChecked():
            box(painter, area, measures.RADIUS - 1, tokens.edge if tokens.dark else tokens.surface)
        colour = tokens.text if self.isChecked() or self.hovered else tokens.text2
        if not self.isEnabled():
            colour = tokens.disabled
        ink = Ink(self.text(), colour, language=self.choice.language)
        icon = NORMAL + 6 if self.choice.icon else 0
        x = (area.width() - width(self.theme, ink) - icon) / 2
        if self.choice.icon:
            self.theme.icons.paint(painter, self.choice.icon, colour, x, (area.height() - NORMAL) / 2)
        base = base_in(self.theme, 0, area.height(), language=self.choice.language)
        runs(painter, self.theme, [ink], x + icon, base, area.width() + 8)
        painter.end()


class Segment(QWidget):
    """Choices on one track; ``chosen`` is emitted when the user takes another."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._parts: list[_Part] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(2, 2, 2, 2)
        self._layout.setSpacing(0)
        self.setFixedHeight(measures.CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Set the choices; what was in force stays so where it is still offered."""
        before = self.value()
        if [part.choice.code for part in self._parts] == [choice.code for choice in choices]:
            for part, choice in zip(self._parts, choices, strict=True):
                part.choice = choice
                part.setText(choice.text)
                part.setAccessibleName(choice.text)
                part.updateGeometry()
                part.update()
            return
        for part in self._parts:
            self._group.removeButton(part)
            # It may live on for a while, over the place of those that follow.
            part.hide()
            part.deleteLater()
        self._parts = [_Part(self._theme, choice, self) for choice in choices]
        for part in self._parts:
            self._group.addButton(part)
            self._layout.addWidget(part)
        self.take(before)

    def value(self) -> str:
        """Return the code of the choice in force."""
        return next((part.choice.code for part in self._parts if part.isChecked()), "")

    def take(self, code: str) -> None:
        """Put a choice in force without telling anyone."""
        for part in self._parts:
            if part.choice.code == code:
                part.setChecked(True)
        self._let_tab()

    def clear(self) -> None:
        """Put no choice in force: what is chosen stands elsewhere."""
        self._group.setExclusive(False)
        for part in self._parts:
            part.setChecked(False)
        self._group.setExclusive(True)
        self._let_tab()

    def _let_tab(self) -> None:
        """Let Tab come to the choice in force, or where there is none to each; arrows go on from there."""
        chosen = any(part.isChecked() for part in self._parts)
        for part in self._parts:
            taken = part.isChecked() or not chosen
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if taken else Qt.FocusPolicy.ClickFocus)

    def _clicked(self) -> None:
        self._let_tab()
        self.chosen.emit(self.value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track."""
        del event
        painter = QPainter(self)
        start(painter)
        box(painter, QRectF(self.rect()), measures.RADIUS + 1, self._theme.tokens.press)
        painter.end()
