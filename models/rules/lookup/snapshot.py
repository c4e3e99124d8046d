"""Everything that can be found or named, as one immutable value that is exchanged after a save."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final
from zlib import crc32

from models.rules.lookup.alike import LEAST, alike
from models.rules.lookup.block import BESIDE, END, Block, Hit, Prepared, Rank, Text, prepared
from models.rules.lookup.line import Key, Line
from models.text.hangul import consonants_apart, has_lone_consonant, initials, pattern, taken_apart
from models.text.localised import Written
from models.text.matching import folded, letters
from models.text.names import sort_key

SEARCHED: Final = (
    "person",
    "organisation",
    "place",
    "visit",
    "series",
    "meeting",
    "schedule_item",
    "presentation",
    "cooperation_item",
    "agreement",
    "term",
)
"""The tables that people search, in the order in which results stand."""

NAMED_ONLY: Final = (
    "party",
    "delegation",
    "delegate",
    "visit_day",
    "leg",
    "tour_stop",
    "tour_group",
    "visit_contact",
    "task",
)
"""The tables whose rows are named where others refer to them, and whose texts are remembered."""

_A_BLOCK = 512
_ENOUGH = 1500
"""So many lines that hold what was typed are looked at; where more do, another letter tells them apart."""
_ENOUGH_OF_A_TABLE = 100


_SortKey = tuple[int, str, str] | tuple[str, str, str]


class Lookup:
    """A snapshot: find, name and list rows; ``with_lines`` makes the next one and shares what stays."""

    __slots__ = ("_keys", "_sorted", "_tables", "sequence")

    def __init__(self, tables: Mapping[str, tuple[Block, ...]], sequence: int) -> None:
        self._tables = tables
        self.sequence = sequence
        """The newest change set that it knows, by its number in this file."""
        self._sorted: dict[tuple[str, str], tuple[Line, ...]] = {}
        self._keys: dict[tuple[str, str], dict[str, tuple[Line, _SortKey]]] = {}
        """What lines are sorted by; shared by all snapshots, for most lines stay."""

    @classmethod
    def of(cls, lines: Iterable[Line], sequence: int = 0) -> Lookup:
        """Make one of all lines."""
        return cls.of_prepared((prepared(line) for line in lines), sequence)

    @classmethod
    def of_prepared(cls, rows: Iterable[Prepared], sequence: int) -> Lookup:
        """Make one of lines whose texts were folded before."""
        by_table: defaultdict[str, list[Prepared]] = defaultdict(list)
        for row in rows:
            by_table[row.line.table].append(row)
        return cls({table: _blocks(kept) for table, kept in by_table.items()}, sequence)

    def __len__(self) -> int:
        return sum(len(block) for blocks in self._tables.values() for block in blocks)

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        return sum(len(block) for block in self._tables.get(table, ()))

    def line(self, table: str, key: str) -> Line | None:
        """Return what is known of a row, or None."""
        blocks = self._tables.get(table)
        return blocks[_shard(key, len(blocks))].get(key) if blocks else None

    def letters_of(self, line: Line) -> tuple[str, str]:
        """Return the letters by which a line is found, and its Korean as first consonants: for a filter."""
        blocks = self._tables.get(line.table)
        return blocks[_shard(line.id, len(blocks))].letters(line.id) if blocks else ("", "")

    def lines(self, table: str, language: str = "") -> tuple[Line, ...]:
        """Return the rows of a table as a list has them: by name in a language, else by their own order."""
        known = self._sorted.get((table, language))
        if known is None:
            every = (line for block in self._tables.get(table, ()) for line in block.lines())
            known = self._sorted[table, language] = tuple(sorted(every, key=self._sorter(table, language)))
        return known

    def _sorter(self, table: str, language: str) -> Callable[[Line], _SortKey]:
        if not language:
            return lambda line: (line.order, line.date, line.id)
        known = self._keys.setdefault((table, language), {})

        def key(line: Line) -> _SortKey:
            kept = known.get(line.id)
            # What has no name of its own is called by its holder, which may have changed.
            if kept is not None and kept[0] is line and (line.name is not None or line.label):
                return kept[1]
            known[line.id] = (line, _sort_key(self, line, language))
            return known[line.id][1]

        return key

    def sort_key(self, line: Line, language: str) -> tuple[object, ...]:
        """Return what a line is sorted by in a list by name: people by their family name."""
        return self._sorter(line.table, language)(line)

    def called(self, table: str, key: str, language: str, *, short: bool = False) -> str:
        """Return what a row is called on a screen in a language; empty where there is no such row."""
        line = self.line(table, key)
        return self.name_of(line, (language,), short=short).text if line is not None else ""

    def name_of(self, line: Line, languages: Sequence[str], *, short: bool = False) -> Written:
        """Return what a line is called, and in which language; what has no name is called by its holder."""
        if short and line.short:
            return Written(line.short, "en" if line.short.isascii() else "")
        seen = {line.key}
        written = line.called(languages)
        while not written.text and line.holder is not None and line.holder not in seen:
            above = self.line(*line.holder)
            if above is None:
                break
            seen.add(above.key)
            line, written = above, above.called(languages)
        return written

    def path_of(self, line: Line) -> tuple[Line, ...]:
        """Return what a line belongs to, the nearest first."""
        found: list[Line] = []
        seen = {line.key}
        while line.holder is not None and line.holder not in seen:
            above = self.line(*line.holder)
            if above is None:
                break
            seen.add(above.key)
            found.append(above)
            line = above
        return tuple(found)

    def find(
        self,
        text: str,
        tables: Sequence[str] = SEARCHED,
        limit: int = 8,
        keep: Callable[[Line], bool] | None = None,
        *,
        nearly: bool = False,
    ) -> tuple[Hit, ...]:
        """Find rows by what somebody typed, from the first sign: of each table the best, at most ``limit``.

        The tables stand in their order, in each the better before the worse. ``keep`` leaves lines out;
        ``nearly`` goes on, where nothing is found, to what is called nearly so.
        """
        key = letters(text)
        if not key:
            return ()
        search = _Search(self, consonants_apart(key), limit, keep)
        found = [hit for table in tables for hit in search.in_table(table)]
        if not found and len(words := folded(text).split()) > 1:
            found = [hit for table in tables for hit in _by_words(self, words, table, limit, keep)]
        if not found and nearly and len(key) >= LEAST:
            apart = taken_apart(key)
            found = [hit for table in tables for hit in alike(self.blocks(table), apart, limit, keep)]
        return tuple(found)

    def same_text(self, text: str, tables: Sequence[str] = (*SEARCHED, *NAMED_ONLY)) -> Iterator[Line]:
        """Yield the rows one of whose texts is this one, whatever its spaces and signs."""
        key = letters(text)
        if not key:
            return
        whole = taken_apart(key)
        for held in (block.text for table in tables for block in self._tables.get(table, ())):
            yield from (hit.line for hit in takewhile(lambda hit: not hit.rest, held.beginning(whole)))
            yield from (hit.line for hit in held.hits(f"{BESIDE}{whole}{END}"))

    def with_lines(self, coming: Iterable[Line], going: Iterable[Key], sequence: int) -> Lookup:
        """Return the next snapshot: with lines that came or changed, and without those that went."""
        changes: defaultdict[str, dict[str, Prepared | None]] = defaultdict(dict)
        for table, key in going:
            changes[table][key] = None
        for line in coming:
            changes[line.table][line.id] = prepared(line)
        tables = dict(self._tables)
        for table, rows in changes.items():
            tables[table] = _with_rows(tables.get(table, ()), rows)
        following = Lookup(tables, max(sequence, self.sequence))
        following._keys = self._keys
        following._sorted = {where: kept for where, kept in self._sorted.items() if where[0] not in changes}
        return following

    def blocks(self, table: str) -> tuple[Block, ...]:
        """Return the blocks of a table, for searching."""
        return self._tables.get(table, ())


class _Search:
    """One search over several tables, which share how many lines are looked at."""

    def __init__(self, lookup: Lookup, key: str, limit: int, keep: Callable[[Line], bool] | None) -> None:
        self._lookup = lookup
        self._limit = limit
        self._keep = keep
        self._left = _ENOUGH
        self._by_initials = has_lone_consonant(key[:-1]) or (len(key) == 1 and has_lone_consonant(key))
        self._key = initials(key) if self._by_initials else taken_apart(key)
        # 이ㅎㅅ: some syllables, some consonants. Its consonants find it, then the syllables must fit.
        mixed = self._by_initials and self._key != key
        self._fits = re.compile(pattern(key)) if mixed else None

    def in_table(self, table: str) -> list[Hit]:
        """Return the best lines of a table."""
        found = self._beginning(table)
        if len({hit.line.id for hit in found}) < self._limit:
            more = self._holding(table, max(_ENOUGH_OF_A_TABLE, self._limit, self._left))
            self._left -= len(more)
            found += more
        best: dict[str, Hit] = {}
        for hit in found:
            known = best.get(hit.line.id)
            if known is None or hit[:2] < known[:2]:
                best[hit.line.id] = hit
        return sorted(best.values(), key=_by_fit)[: self._limit]

    def _texts(self, table: str) -> Iterator[Text]:
        for block in self._lookup.blocks(table):
            yield block.firsts if self._by_initials else block.text

    def _beginning(self, table: str) -> list[Hit]:
        enough = max(_ENOUGH_OF_A_TABLE, self._limit)
        found: list[Hit] = []
        for text in self._texts(table):
            for hit in text.beginning(self._key):
                if hit.rest and len(found) >= enough:
                    break
                if self._wants(hit.line):
                    found.append(hit)
        return found

    def _holding(self, table: str, enough: int) -> list[Hit]:
        found: list[Hit] = []
        for text in self._texts(table):
            for hit in text.hits(self._key):
                if self._wants(hit.line):
                    found.append(hit)
                    if len(found) >= enough:
                        return found
        return found

    def _wants(self, line: Line) -> bool:
        if self._keep is not None and not self._keep(line):
            return False
        if self._fits is None:
            return True
        return any(self._fits.search(letters(text)) for text in (*line.strong_texts(), *line.weak_texts()))


def _by_words(
    lookup: Lookup, words: Sequence[str], table: str, limit: int, keep: Callable[[Line], bool] | None
) -> list[Hit]:
    """Find lines that hold each of several words anywhere: KRISS 이호성."""
    keys = [taken_apart(key) for word in words if (key := letters(word))]
    if len(keys) < 2:
        return []
    keys.sort(key=len, reverse=True)
    found: list[Hit] = []
    for block in lookup.blocks(table):
        for hit in block.text.hits(keys[0]):
            if all(block.holds(hit.line.id, key) for key in keys[1:]) and (keep is None or keep(hit.line)):
                found.append(hit._replace(rank=Rank.HOLDS))
        if len(found) >= _ENOUGH_OF_A_TABLE:
            break
    return sorted(found, key=_by_fit)[:limit]


def _by_fit(hit: Hit) -> tuple[int, int, int]:
    # Of what fits alike the shortest text first, then what was written last.
    return hit.rank, hit.rest, -hit.line.sequence


def _sort_key(lookup: Lookup, line: Line, language: str) -> _SortKey:
    if line.name is not None:
        return (*sort_key(line.name, language), line.id)
    return (0, folded(lookup.name_of(line, (language,)).text), line.id)


def _shard(key: str, count: int) -> int:
    return crc32(key.encode()) % count


def _blocks(rows: Iterable[Prepared]) -> tuple[Block, ...]:
    kept = list(rows)
    count = max(1, -(-len(kept) // _A_BLOCK))
    shards: list[dict[str, Prepared]] = [{} for _ in range(count)]
    for row in kept:
        shards[_shard(row.line.id, count)][row.line.id] = row
    return tuple(Block(shard) for shard in shards)


def _with_rows(blocks: tuple[Block, ...], rows: Mapping[str, Prepared | None]) -> tuple[Block, ...]:
    """Exchange rows; only the blocks that they stand in are made anew, unless the table has grown a lot."""
    if not blocks:
        return _blocks(row for row in rows.values() if row is not None)
    by_block: defaultdict[int, dict[str, Prepared | None]] = defaultdict(dict)
    for key, row in rows.items():
        by_block[_shard(key, len(blocks))][key] = row
    following = list(blocks)
    for place, coming in by_block.items():
        following[place] = following[place].with_rows(coming)
    if sum(map(len, following)) > 4 * _A_BLOCK * len(following):
        return _blocks(row for block in following for row in block.rows())
    return tuple(following)
