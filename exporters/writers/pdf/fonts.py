"""Fonts by language, size and weight: Arial for Latin letters and figures, each language's own for others."""

from __future__ import annotations

import re
import threading
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextCharFormat

from exporters.writers.word_languages import word_language
from exporters.writers.word_text import EAST_ASIAN_SIGNS
from models.text.languages import known_languages, language

if TYPE_CHECKING:
    from exporters.writers.pdf.styles import Face

_LATIN = ("Arial", "Liberation Sans", "Helvetica")
_CJK = "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u303b\u3040-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_MEETING = re.compile(f"(?<=[{_CJK}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[{_CJK}])")


@cache
def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


def _own(tag: str) -> tuple[str, ...]:
    data = word_language(tag)
    if not data.east_asian:
        return ()
    return (data.font, data.font_alternative, *language(tag).screen_fonts)


@cache
def families(tag: str, *, east_asian: bool = False) -> tuple[str, ...]:
    """Return the installed families for a language; Latin letters lead unless the sign is East Asian."""
    own = _own(tag)
    leading = (*own, *_LATIN) if east_asian else (*_LATIN, *own)
    others = (name for other in known_languages() for name in _own(other))
    found = [name for name in dict.fromkeys((*leading, *others)) if name in _installed()]
    return tuple(found) or (QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(),)


class _Formats(threading.local):
    """Formats made already, for each thread its own: a font that two threads share is not safe."""

    def __init__(self) -> None:
        super().__init__()
        self.made: dict[tuple[str, Face, bool, int], QTextCharFormat] = {}


_formats = _Formats()


def _format(tag: str, face: Face, *, east_asian: bool, spacing: int) -> QTextCharFormat:
    key = (tag, face, east_asian, spacing)
    found = _formats.made.get(key)
    if found is None:
        found = _formats.made[key] = _made(tag, face, east_asian=east_asian, spacing=spacing)
    return found


def _made(tag: str, face: Face, *, east_asian: bool, spacing: int) -> QTextCharFormat:
    font = QFont()
    font.setFamilies(families(tag, east_asian=east_asian))
    font.setPixelSize(face.size)
    font.setWeight(QFont.Weight.Bold if face.bold else QFont.Weight.Normal)
    # Twenty units a point: glyphs stand where their outlines say, on screen and on paper alike.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(QColor(face.colour))
    return made


def pieces(
    text: str, tag: str, face: Face, *, spaced: bool, figures: bool
) -> list[tuple[int, int, QTextCharFormat]]:
    """Return start, length and format of the pieces of a run.

    Signs that both scripts have take the East Asian face. In a spaced paragraph (Japanese) a quarter of
    the size stands between Latin letters and its own; it hangs on the letter before.
    """
    if figures or not word_language(tag).east_asian:
        return [(0, len(text), _format(tag, face, east_asian=False, spacing=0))]
    signs = [False] * len(text)
    for found in EAST_ASIAN_SIGNS.finditer(text):
        signs[found.start() : found.end()] = [True] * (found.end() - found.start())
    gaps = {found.start() - 1 for found in _MEETING.finditer(text)} if spaced else set[int]()
    made: list[tuple[int, int, QTextCharFormat]] = []
    start = 0
    for at in range(1, len(text) + 1):
        same = at < len(text) and signs[at] == signs[start] and at - 1 not in gaps and at not in gaps
        if not same:
            spacing = face.size // 4 if start in gaps else 0
            made.append((start, at - start, _format(tag, face, east_asian=signs[start], spacing=spacing)))
            start = at
    return made
