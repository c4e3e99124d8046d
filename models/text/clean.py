"""What text must be like before it is kept: composed, trimmed, and free of what no paper can hold."""

from __future__ import annotations

import re
import unicodedata

from models.errors import TextUnfit

# NFC would turn a CJK compatibility ideograph into the common one: 塚 (U+FA10) is somebody's name.
_COMPATIBILITY_IDEOGRAPHS = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")

# Controls (tabs and line ends are dealt with apart), surrogates without their other half, explicit
# bidirectional controls (they make a line read as something else), and code points that are no characters.
_NEVER = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
)
_UNFIT_FOR_A_BLOCK = re.compile(f"[{_NEVER}]")
_UNFIT_FOR_A_LINE = re.compile(f"[\n\r\u2028\u2029{_NEVER}]")
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_SPACE_BEFORE_LINE_END = re.compile(r"[^\S\n]+(?=\n)")
_BYTE_ORDER_MARK = "\ufeff"


def composed(text: str) -> str:
    """Return the text in NFC, its CJK compatibility ideographs untouched."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    pieces = _COMPATIBILITY_IDEOGRAPHS.split(text)
    pieces[::2] = [unicodedata.normalize("NFC", piece) for piece in pieces[::2]]
    return "".join(pieces)


def clean_line(text: str) -> str:
    """Return the text as one line that can be kept, or raise TextUnfit."""
    # Nearly all text is fit as it is: what is printable has no control, no half character and no line end.
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text.strip()
    _refuse(_UNFIT_FOR_A_LINE, text)
    return _trimmed(composed(text.replace("\t", " ")))


def clean_block(text: str) -> str:
    """Return the text as lines that can be kept, or raise TextUnfit."""
    _refuse(_UNFIT_FOR_A_BLOCK, text)
    lines = _LINE_END.sub("\n", text.replace("\t", " "))
    return _trimmed(_SPACE_BEFORE_LINE_END.sub("", composed(lines)))


def _refuse(unfit: re.Pattern[str], text: str) -> None:
    found = unfit.search(text)
    if found:
        raise TextUnfit(character=f"U+{ord(found[0]):04X}", position=found.start(), text=text)


def _trimmed(text: str) -> str:
    """Trim white space and the byte order marks that files and clipboards leave at the ends."""
    while (shorter := text.strip().strip(_BYTE_ORDER_MARK)) != text:
        text = shorter
    return text
