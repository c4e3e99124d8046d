"""The theme of the window: tokens, fonts and icons; it follows the system unless told otherwise."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ui.style.fonts import Fonts
from ui.style.icons import FOLDER, Icons
from ui.style.palette import palette
from ui.style.sheet import sheet
from ui.style.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QFontMetricsF
    from PySide6.QtWidgets import QApplication


class Shade(Enum):
    """What the user chose: the system's, light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Tokens, fonts and icons in force; ``changed`` is emitted when the tokens were exchanged."""

    changed = Signal()

    def __init__(self, application: QApplication, interface: str, shade: Shade = Shade.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._hints = application.styleHints()
        self.shade = shade
        self.fonts = Fonts(interface)
        self.icons = Icons()
        self.tokens = LIGHT
        self._hints.colorSchemeChanged.connect(self._follow)
        self._dressed = False
        application.setStyle("Fusion")
        self._apply()

    def dress(self) -> None:
        """Set the sheet once the widgets are there: each one added under a sheet is polished anew."""
        if self._dressed:
            # Exchanged for another, a sheet polishes each widget once for every one above it.
            self._application.setStyleSheet("")
        self._dressed = True
        self._application.setStyleSheet(sheet(self.tokens, FOLDER / "sheet"))

    def choose(self, shade: Shade) -> None:
        """Follow the system, or stay light or dark."""
        if shade is not self.shade:
            self.shade = shade
            self._apply()

    def use_language(self, interface: str) -> None:
        """Take the fonts of another language for the screen."""
        self.fonts.use(interface)
        self._application.setFont(self.fonts.font())

    def font(self, size: int = 13, *, bold: bool = False, language: str = "") -> QFont:
        """Return a font; see :class:`Fonts`."""
        return self.fonts.font(size, bold=bold, language=language)

    def metrics(self, size: int = 13, *, bold: bool = False, language: str = "") -> QFontMetricsF:
        """Return the metrics of a font."""
        return self.fonts.metrics(size, bold=bold, language=language)

    def _follow(self) -> None:
        if self.shade is Shade.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        dark = self.shade is Shade.DARK or (
            self.shade is Shade.SYSTEM and self._hints.colorScheme() is Qt.ColorScheme.Dark
        )
        self.tokens = DARK if dark else LIGHT
        self.icons.clear()
        self._application.setPalette(palette(self.tokens))
        self._application.setFont(self.fonts.font())
        if self._dressed:
            self.dress()
        self.changed.emit()
