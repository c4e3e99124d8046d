"""Text as WordprocessingML: escaped, with the hints that East Asian signs need."""

from __future__ import annotations

import re

from models.errors import PaperProblem

# Signs that fonts of both scripts have: without a hint Word takes the Latin glyph. An apostrophe or quotation
# mark after a Latin letter stays Latin, and so do dashes, which stand in times.
_AMBIGUOUS = "·“”‘’‥…※←-⇿①-⓿─-⟯"
_FORBIDDEN = "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\ud800-\udfff\ufffe\uffff"
_unfit = re.compile(f"[{_FORBIDDEN}]")
_unusual = re.compile(f'[&<>"\n\t{_FORBIDDEN}]')
_unusual_east_asian = re.compile(f'[&<>"\n\t{_AMBIGUOUS}{_FORBIDDEN}]')
EAST_ASIAN_SIGNS = re.compile(f"((?:(?<![A-Za-z])’|[{_AMBIGUOUS.replace('’', '')}])+)")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_BREAKS = re.compile("([\n\t])")
_TEXT = '<w:t xml:space="preserve">'


def escaped(text: str) -> str:
    """Escape text for an element or an attribute; refuse what XML and Word cannot hold."""
    if not _unusual.search(text):
        return text
    if found := _unfit.search(text):
        raise PaperProblem(
            reason="control-character", character=f"U+{ord(found[0]):04X}", position=found.start(), text=text
        )
    return text.translate(_ENTITIES)


def _content(text: str) -> str:
    """Write text with its line breaks and tabs."""
    if "\n" not in text and "\t" not in text:
        return f"{_TEXT}{escaped(text)}</w:t>"
    return "".join(
        "<w:br/>" if piece == "\n" else "<w:tab/>" if piece == "\t" else f"{_TEXT}{escaped(piece)}</w:t>"
        for piece in _BREAKS.split(text)
        if piece
    )


def run_xml(text: str, plain: str, hinted: str) -> str:
    """Write a run; ``plain`` and ``hinted`` are its openings, the second for ambiguous East Asian signs.

    Only the signs carry the hint: times in the same text keep the Latin dash.
    """
    if not (_unusual_east_asian if hinted else _unusual).search(text):
        return f"{plain}{_TEXT}{text}</w:t></w:r>" if text else ""
    if not hinted:
        return f"{plain}{_content(text)}</w:r>"
    return "".join(
        f"{hinted if number % 2 else plain}{_content(piece)}</w:r>"
        for number, piece in enumerate(EAST_ASIAN_SIGNS.split(text))
        if piece
    )
