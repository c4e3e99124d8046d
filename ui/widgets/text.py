"""Labels that take their font and colour from the theme."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.style.paint import Ink, base_in, runs, width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from ui.style.theme import Theme
    from ui.style.tokens import Tokens


class Text(QLabel):
    """A label of one font and colour that wraps where asked."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        size: int = 13,
        *,
        bold: bool = False,
        colour: str = "text",
        language: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._size, self._bold, self._colour, self._language = size, bold, colour, language
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take font and colour again, after a change of theme or language."""
        self.setFont(self._theme.font(self._size, bold=self._bold, language=self._language))
        made = QPalette(self.palette())
        made.setColor(QPalette.ColorRole.WindowText, self._ink())
        self.setPalette(made)

    def _ink(self) -> QColor:
        colour = getattr(self._theme.tokens, self._colour)
        return QColor(colour if isinstance(colour, str) else colour.ink)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the colour of the theme.

        A label that was hidden while the theme changed gets, when it is shown, the palette back that Qt's
        style of sheets had kept of it: black on black.
        """
        super().changeEvent(event)
        changed = event.type() == QEvent.Type.PaletteChange
        if changed and self.palette().color(QPalette.ColorRole.WindowText) != self._ink():
            self.restyle()

    def setText(self, text: str) -> None:
        """Set the text and take the room that it needs."""
        super().setText(text)
        self._take_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the room that the lines need at the new width: nested layouts do not always give it."""
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        if self.wordWrap():
            needed = self.heightForWidth(self.width()) if self.text() and self.width() > 40 else 0
            if needed != self.minimumHeight():
                self.setMinimumHeight(needed)

    def show_parts(self, parts: Sequence[tuple[str, bool]]) -> None:
        """Show a text of which some parts are underlined."""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText("".join(f"<u>{escape(text)}</u>" if under else escape(text) for text, under in parts))

    def recolour(self, colour: str) -> None:
        """Take another token for the text."""
        self._colour = colour
        self.restyle()


class Line(QWidget):
    """One line of runs, each with its own font and colour, elided where there is no room."""

    def __init__(self, theme: Theme, height: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._inks: Callable[[Tokens], Sequence[Ink]] = lambda _tokens: ()
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_runs(self, inks: Callable[[Tokens], Sequence[Ink]]) -> None:
        """Set what is written; a function, because colours change with the theme."""
        self._inks = inks
        text = " ".join(ink.text for ink in inks(self._theme.tokens) if ink.text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all runs."""
        inks = self._inks(self._theme.tokens)
        return QSize(round(sum(width(self._theme, ink) + ink.gap for ink in inks)) + 2, self.height())

    def minimumSizeHint(self) -> QSize:
        """Return a small width: the line elides."""
        return QSize(24, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the runs on one base line."""
        del event
        inks = self._inks(self._theme.tokens)
        painter = QPainter(self)
        size = max((ink.size for ink in inks), default=13)
        base = base_in(self._theme, 0, self.height(), size)
        end = runs(painter, self._theme, inks, 0, base, self.width())
        painter.end()
        full = sum(width(self._theme, ink) + ink.gap for ink in inks)
        self.setToolTip(self.accessibleName() if full > end + 1 else "")
