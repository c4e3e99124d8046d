"""Fonts by language, size and weight: Arial for Latin letters and figures, each language's own for others."""

from __future__ import annotations

import re
import sys
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
_OTHERS = re.compile("[^\\u0000-\\u10ff\\u1e00-\\u20ff]+")
"""Letters that are not in a Latin face."""
_CJK = "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u303b\u3040-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_MEETING = re.compile(f"(?<=[{_CJK}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[{_CJK}])")


@cache
def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


def _may_stand(family: str) -> bool:
    """Tell whether a family may be asked for.

    Where fontconfig chooses, a family that is missing is answered with any other; elsewhere it is passed
    over, and its list may hold only the name that it has in the language of the system.
    """
    return sys.platform in {"win32", "darwin"} or family in _installed()


def _own(tag: str) -> tuple[str, ...]:
    data = word_language(tag)
    if not data.east_asian:
        return ()
    return (data.font, data.font_alternative, *language(tag).screen_fonts)


@cache
def families(tag: str, *, east_asian: bool) -> tuple[str, ...]:
    """Return the installed families for the Latin or the other letters of a language.

    Each list begins with a family of its own: Qt keeps the faces that stand in for missing letters by
    the first family alone, so one list after the same first would be given another's.
    """
    others = tuple(name for other in known_languages() for name in _own(other))
    wanted = (*_own(tag), *others, *_LATIN) if east_asian else (*_LATIN, *others)
    found = [name for name in dict.fromkeys(wanted) if name and _may_stand(name)]
    return tuple(found) or (QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(),)


def all_families() -> tuple[str, ...]:
    """Return every family that a paper may be set in here."""
    return tuple(dict.fromkeys((*families("en", east_asian=False), *families("en", east_asian=True))))


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
    # The family is the language's own. Qt shapes in the language of the screen, and on a Korean screen would
    # exchange the ideographs of a Japanese face for the Korean forms that it holds too.
    font.setFeature(QFont.Tag("locl"), 0)
    if spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(QColor(face.colour))
    return made


def pieces(text: str, tag: str, face: Face, *, spaced: bool) -> list[tuple[int, int, QTextCharFormat]]:
    """Return start, length and format of the pieces of a run: Latin letters, the others, and their gaps.

    Signs that both scripts have stand with the East Asian letters in their languages. In a spaced paragraph
    (Japanese) a quarter of the size stands between the two; it hangs on the letter before.
    """
    if text.isascii():
        return [(0, len(text), _format(tag, face, east_asian=False, spacing=0))]
    others = {at for found in _OTHERS.finditer(text) for at in range(found.start(), found.end())}
    if word_language(tag).east_asian:
        signs = EAST_ASIAN_SIGNS.finditer(text)
        others.update(at for found in signs for at in range(found.start(), found.end()))
    gaps = {found.start() - 1 for found in _MEETING.finditer(text)} if spaced else set[int]()
    made: list[tuple[int, int, QTextCharFormat]] = []
    start = 0
    for at in range(1, len(text) + 1):
        inside = at < len(text) and (at in others) == (start in others)
        if not inside or at in gaps or at - 1 in gaps:
            spacing = face.size // 4 if start in gaps else 0
            made.append((start, at - start, _format(tag, face, east_asian=start in others, spacing=spacing)))
            start = at
    return made
