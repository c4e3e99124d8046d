"""A few hundred lines that are searched together: one long text, in which the start of each line is known."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from models.rules.lookup.line import Line
from models.text.hangul import initials, taken_apart
from models.text.matching import folded

END = "\n"
"""Stands before and behind each text; nobody's folded letters hold it."""
BESIDE = "\x01"
"""Stands after END before a text that only goes with the line, so that what it is called is found alone."""
_BETWEEN = "\x00"  # no space, which folding would drop, and refused in every text
_BEGINNING = re.compile(f"{END}(?=[^{END}{BESIDE}])")
_NO_LETTER = re.compile(r"[\W_]+")
_HANGUL = re.compile("[\uac00-\ud7a3]")


class Rank(IntEnum):
    """How well a line fits, best first."""

    WHOLE = 0
    BEGINS = 1
    WORD = 2
    HOLDS = 3
    BESIDES = 4
    """It stands only in its detail or the like."""
    ALIKE = 5
    """It is written nearly so."""


_BEGINS, _WORD, _HOLDS, _BESIDES = (bytes([rank]) for rank in Rank if Rank.WHOLE < rank < Rank.ALIKE)


class Hit(NamedTuple):
    """A line that was found: how well it fits, how much longer than what was typed its text is."""

    rank: Rank
    rest: int
    line: Line


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A line with its texts as they are searched, and the rank that a find at each letter has."""

    line: Line
    text: str
    ranks: bytes
    initials: str
    initial_ranks: bytes


def prepared(line: Line) -> Prepared:
    """Fold the texts of a line, once for as long as it stands."""
    strong = list(line.strong_texts())
    whole = folded(_BETWEEN.join((*strong, *line.weak_texts())))
    seen: set[str] = set()
    parts: list[str] = []
    ranks: list[bytes] = []
    firsts: list[str] = []
    first_ranks: list[bytes] = []
    for place, text in enumerate(whole.split(_BETWEEN)):
        words = [word for word in _NO_LETTER.split(text) if word]
        letters = "".join(words)
        # The reading of a name, or the acronym in a language, often says the same again.
        if not letters or letters in seen:
            continue
        seen.add(letters)
        weak = place >= len(strong)
        if letters.isascii():
            _append(parts, ranks, words, weak)
            continue
        _append(parts, ranks, [taken_apart(word) for word in words], weak)
        if _HANGUL.search(letters):
            _append(firsts, first_ranks, [initials(word) for word in words], weak)
    return Prepared(line, "".join(parts), b"".join(ranks), "".join(firsts), b"".join(first_ranks))


def _append(parts: list[str], ranks: list[bytes], words: list[str], weak: bool) -> None:
    if weak:
        parts += (END, BESIDE, *words)
        ranks.append(_BESIDES * (2 + sum(map(len, words))))
        return
    parts += (END, *words)
    # A find that begins with the sign before the text has the rank of the text's first letter.
    ranks.append(_BEGINS + _BEGINS + _HOLDS * (len(words[0]) - 1))
    ranks += [_WORD + _HOLDS * (len(word) - 1) for word in words[1:]]


class Text:
    """The joined text of some lines."""

    __slots__ = ("_beginnings", "_lines", "_ranks", "_signs", "_starts", "_text")

    def __init__(self, lines: list[Line], texts: list[str], ranks: list[bytes]) -> None:
        kept = [place for place, text in enumerate(texts) if text]
        self._lines = [lines[place] for place in kept]
        self._text = "".join(texts[place] for place in kept) + END
        self._ranks = b"".join(ranks[place] for place in kept) + _BESIDES
        starts = array("L")
        start = 0
        for place in kept:
            starts.append(start)
            start += len(texts[place])
        starts.append(start)
        self._starts = starts
        self._signs = frozenset(self._text)
        self._beginnings = self._sorted_beginnings()

    def beginning(self, wanted: str) -> Iterator[Hit]:
        """Yield lines that are called something that begins so; what is called just so comes first."""
        text, places, length = self._text, self._beginnings, len(wanted)
        for place in range(bisect_left(places, wanted, key=lambda at: text[at : at + length]), len(places)):
            at = places[place]
            if not text.startswith(wanted, at):
                return
            rest = text.find(END, at + length) - at - length
            line = self._lines[bisect_right(self._starts, at) - 1]
            yield Hit(Rank.BEGINS if rest else Rank.WHOLE, rest, line)

    def hits(self, wanted: str) -> Iterator[Hit]:
        """Yield each line that holds what is wanted, once, by the place where it fits best."""
        if not self._signs.issuperset(wanted):
            return
        text, starts = self._text, self._starts
        found = text.find(wanted)
        while found >= 0:
            row = bisect_right(starts, found) - 1
            following = starts[row + 1]
            rank, rest = self._fit(found, wanted)
            while rank > Rank.BEGINS:
                # It may begin another text of the same line.
                found = text.find(wanted, found + 1, following)
                if found < 0:
                    break
                other, other_rest = self._fit(found, wanted)
                if other < rank:
                    rank, rest = other, other_rest
            yield Hit(_BY_NUMBER[rank], rest, self._lines[row])
            found = text.find(wanted, following)

    def _sorted_beginnings(self) -> array[int]:
        """Return where each text begins by which something is called, in the order of these texts.

        Looking for a beginning in a sorted list costs a tenth of looking through all letters, and END sorts
        before every letter.
        """
        text = self._text
        places = [found.end() for found in _BEGINNING.finditer(text)]
        places.sort(key=lambda at: text[at : text.find(END, at) + 1])
        return array("L", places)

    def _fit(self, found: int, wanted: str) -> tuple[int, int]:
        rank = self._ranks[found + (wanted[0] in (END, BESIDE))]
        end = found + len(wanted) - (wanted[-1] == END)
        rest = self._text.find(END, end) - end
        return (rank if rest or rank != Rank.BEGINS else Rank.WHOLE), rest


_BY_NUMBER = tuple(Rank)


class Block:
    """Some lines of one table; a line that changes makes a new block, the others stay."""

    __slots__ = ("_rows", "firsts", "text")

    def __init__(self, rows: dict[str, Prepared]) -> None:
        self._rows = rows
        # Now and not at the first key: blocks are made on the worker, keys are pressed on the GUI thread.
        kept = rows.values()
        lines = [row.line for row in kept]
        self.text = Text(lines, [row.text for row in kept], [row.ranks for row in kept])
        """Its texts joined."""
        self.firsts = Text(lines, [row.initials for row in kept], [row.initial_ranks for row in kept])
        """Its Korean texts joined, each syllable as its first consonant."""

    def __len__(self) -> int:
        return len(self._rows)

    def get(self, key: str) -> Line | None:
        """Return the line of a row."""
        found = self._rows.get(key)
        return found.line if found is not None else None

    def letters(self, key: str) -> tuple[str, str]:
        """Return the folded texts of a row, and its Korean ones as first consonants."""
        row = self._rows.get(key)
        return (row.text, row.initials) if row is not None else ("", "")

    def holds(self, key: str, wanted: str) -> bool:
        """Tell whether a text of a row holds what is wanted."""
        return wanted in self._rows[key].text

    def rows(self) -> Iterable[Prepared]:
        """Return what it is made of."""
        return self._rows.values()

    def lines(self) -> Iterator[Line]:
        """Yield its lines."""
        return (row.line for row in self._rows.values())

    def with_rows(self, coming: dict[str, Prepared | None]) -> Block:
        """Return the same with other rows; None takes one away."""
        rows = self._rows | {key: row for key, row in coming.items() if row is not None}
        for key, row in coming.items():
            if row is None:
                rows.pop(key, None)
        return Block(rows)
