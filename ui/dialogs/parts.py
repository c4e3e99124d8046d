"""Two texts compared: which parts of one are not in the other."""

from __future__ import annotations

from difflib import SequenceMatcher


def differing(base: str, text: str) -> list[tuple[str, bool]]:
    """Return a text in parts: what was changed against the base, and what was not; all is new without one."""
    if not base:
        return [(text, False)]
    made: list[tuple[str, bool]] = []
    for kind, _i1, _i2, first, last in SequenceMatcher(None, base, text, autojunk=False).get_opcodes():
        if last > first:
            made.append((text[first:last], kind != "equal"))
    return made
