"""What is written nearly as somebody typed it: Takahasi, Hollowy; looked for only where nothing else fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from rapidfuzz.distance import OSA

from models.rules.lookup.block import Block, Hit, Rank
from models.rules.lookup.line import Line
from models.text.hangul import taken_apart
from models.text.matching import folded, letters

LEAST: Final = 5
"""Shorter ones are like too much."""
_ENOUGH = 400
"""So many lines of a table are compared."""


def alike(blocks: Sequence[Block], key: str, limit: int, keep: Callable[[Line], bool] | None) -> list[Hit]:
    """Find lines called something that differs from a key by one letter, or by two that changed places.

    One of two halves is then written as it should be, but for letters exchanged across the middle.
    """
    half = len(key) // 2
    best: dict[str, Hit] = {}
    seen: set[str] = set()
    for part in (key[:half], key[half:]):
        for line in _holding(blocks, part):
            if line.id in seen or (keep is not None and not keep(line)):
                continue
            seen.add(line.id)
            if (rest := _rest(line, key)) is not None:
                best[line.id] = Hit(Rank.ALIKE, rest, line)
    return sorted(best.values(), key=lambda hit: (hit.rest, -hit.line.sequence))[:limit]


def _holding(blocks: Sequence[Block], part: str) -> Iterator[Line]:
    left = _ENOUGH
    for block in blocks:
        for hit in block.text.hits(part):
            yield hit.line
            left -= 1
            if not left:
                return


def _rest(line: Line, key: str) -> int | None:
    """Return how much longer the text is that begins nearly so; None where no text does."""
    fitting = [
        len(name) - len(key)
        for text in line.strong_texts()
        for name in _beginnings(text)
        for length in (len(key) - 1, len(key), len(key) + 1)
        if OSA.distance(key, name[:length], score_cutoff=1) <= 1
    ]
    return max(0, min(fitting)) if fitting else None


def _beginnings(text: str) -> list[str]:
    """Return a text from each of its words on, as letters."""
    words = [taken_apart(each) for word in folded(text).split() if (each := letters(word))]
    return ["".join(words[place:]) for place in range(len(words))]
