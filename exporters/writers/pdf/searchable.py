"""What a PDF file says that its glyphs mean: the letters of the document, so that they are found and copied.

Qt asks the font which letter a glyph is, and takes the first of several: a radical (U+2F47) for the
ideograph that looks the same (U+65E5), a tab for a space. The document knows which letter was meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QRawFont

if TYPE_CHECKING:
    from collections.abc import Iterable

_MAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_ONE = re.compile(rb"(<([0-9A-F]{4})> <\2> )<([0-9A-F]{4})>")
_SEVERAL = re.compile(rb"\[[^\]]*\]")
_CODE = re.compile(rb"<([0-9A-F]{4})>")
_LAST = 0xFFFF
"""Qt names no letter beyond the first plane."""


def searchable(pdf: bytes, text: str, families: Iterable[str]) -> bytes:
    """Return a PDF file whose glyphs mean the letters of its text; no byte of it moves."""
    letters = {letter for letter in text if letter >= " " and ord(letter) <= _LAST}
    named = {
        int(code, 16)
        for found in _MAP.findall(pdf)
        for code in (
            *(one[2] for one in _ONE.findall(found)),
            *(code for several in _SEVERAL.findall(found) for code in _CODE.findall(several)),
        )
    }
    meant = _meant(sorted(named - set(map(ord, letters)) - {0}), "".join(sorted(letters)), families)
    return _MAP.sub(lambda found: _mended(found[0], meant), pdf) if meant else pdf


def _meant(codes: list[int], letters: str, families: Iterable[str]) -> dict[bytes, bytes]:
    """Return which letter of the text stands for a code that looks the same."""
    made: dict[bytes, bytes] = {}
    for family in families:
        font = QRawFont.fromFont(QFont(family, 10))
        glyphs = dict(zip(font.glyphIndexesForString(letters), letters, strict=True))
        for code in codes:
            (glyph,) = font.glyphIndexesForString(chr(code)) or (0,)
            if glyph and glyph in glyphs:
                made.setdefault(b"%04X" % code, b"%04X" % ord(glyphs[glyph]))
    return made


def _mended(found: bytes, meant: dict[bytes, bytes]) -> bytes:
    def several(match: re.Match[bytes]) -> bytes:
        return _CODE.sub(lambda code: b"<" + meant.get(code[1], code[1]) + b">", match[0])

    found = _ONE.sub(lambda one: one[1] + b"<" + meant.get(one[3], one[3]) + b">", found)
    return _SEVERAL.sub(several, found)
