"""Fonts by size, weight and language, made once: one family for all gives Korean forms in Japanese text."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from models.text.languages import known_languages, language

_PLAIN = frozenset({"", "Sans", "Sans Serif", "DejaVu Sans", "Helvetica", "Arial"})
TITLE, HEAD, PANEL, DAY, ROW, BODY, SMALL, CAP = 24, 20, 16, 14, 14, 13, 12, 11


class Fonts:
    """Cached fonts and metrics; ``interface`` is the language of the screen, ``scale`` the size of text."""

    def __init__(self, interface: str, scale: float = 1.0) -> None:
        self.interface = interface
        self.scale = scale
        self._fonts: dict[tuple[int, bool, str], QFont] = {}
        self._metrics: dict[tuple[int, bool, str], QFontMetricsF] = {}

    def font(self, size: int = BODY, *, bold: bool = False, language: str = "") -> QFont:
        """Return the font for a size in logical pixels, a weight and a language (the screen's when empty)."""
        key = (size, bold, language or self.interface)
        if key not in self._fonts:
            self._fonts[key] = self._make(*key)
        return self._fonts[key]

    def metrics(self, size: int = BODY, *, bold: bool = False, language: str = "") -> QFontMetricsF:
        """Return the metrics of :meth:`font`."""
        key = (size, bold, language or self.interface)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(size, bold=bold, language=language))
        return self._metrics[key]

    def use(self, interface: str) -> None:
        """Make another language the one of the screen."""
        self.interface = interface
        self._fonts.clear()
        self._metrics.clear()

    def _make(self, size: int, bold: bool, tag: str) -> QFont:
        made = QFont()
        made.setFamilies(_families(tag, self.interface))
        made.setPixelSize(max(1, round(size * self.scale)))
        made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        made.setFeature(QFont.Tag("tnum"), 1)
        # The family is the language's own; Qt would exchange its forms for those of the screen's language.
        made.setFeature(QFont.Tag("locl"), 0)
        made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        return made


@cache
def _system_family() -> str:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


@cache
def _families(tag: str, interface: str) -> list[str]:
    wanted = list(language(tag).screen_fonts)
    system = _system_family()
    # Where a language has no face of its own here (Latin letters on Linux): the screen's, then any of ours.
    others = [family for other in (interface, *known_languages()) for family in language(other).screen_fonts]
    leads = tag == interface and _system_leads(tag, system)
    return list(dict.fromkeys([system, *wanted, *others] if leads else [*wanted, *others, system]))


def _system_leads(tag: str, system: str) -> bool:
    """Tell whether the system's face may lead in the language of the screen.

    Not where it says nothing ("Sans" on Linux), nor where it is drawn for another language: a Korean system
    would give Korean forms to a Japanese interface.
    """
    if system in _PLAIN:
        return False
    return all(system not in language(other).screen_fonts for other in known_languages() if other != tag)
