"""Finding what is in the file twice: by name in any script and order, by mail address, by acronym.

Never each with each: what could be the same falls under the same key, or stands beside it in a sorted list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from models.rules.lookup import Line
from models.text.matching import folded, letters
from models.text.names import Name
from models.text.romanised import family_sound, romanised, skeleton

NEAR = 90
"""So alike (of 100) two spellings are that they may be one name."""
_BESIDE = 3
"""With so many neighbours in the sorted list each name is compared."""


class Reason(Enum):
    """Why two rows may be one."""

    MAIL = "mail"
    NAME = "name"
    ORDER = "order"
    SCRIPT = "script"
    ACRONYM = "acronym"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two rows that may be one, the surer the nearer ``likeness`` is to 100."""

    table: str
    first: str
    second: str
    reason: Reason
    likeness: int
    common: str
    """What they have in common, as it is written."""


def duplicates(lines: Iterable[Line]) -> tuple[Candidate, ...]:
    """Return the pairs of rows that may be one, the surest first; each pair once, with its best reason."""
    best: dict[tuple[str, str], Candidate] = {}
    by_table: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_table[line.table].append(line)
    for kept in by_table.values():
        for found in (*_by_keys(kept), *_by_spelling(kept)):
            pair = (found.first, found.second)
            if pair not in best or best[pair].likeness < found.likeness:
                best[pair] = found
    return tuple(sorted(best.values(), key=lambda found: (-found.likeness, found.first, found.second)))


_Key = tuple[Reason, str]


def _by_keys(lines: list[Line]) -> Iterator[Candidate]:
    groups: defaultdict[_Key, list[tuple[Line, str]]] = defaultdict(list)
    for line in lines:
        for key, written in dict(_keys(line)).items():
            groups[key].append((line, written))
    for (reason, _), members in groups.items():
        # Of many with one key each is paired with the next only: enough to lead from one to all.
        for (one, written), (other, _) in pairwise(members):
            likeness = _likeness(reason, one, other)
            if likeness:
                yield _candidate(one, other, reason, likeness, written)


def _keys(line: Line) -> Iterator[tuple[_Key, str]]:
    """Yield the keys under which a row is looked for, each with what it is made of."""
    for word in line.words:
        if line.table == "person" and "@" in word:
            yield (Reason.MAIL, folded(word, spaces=False)), word
    if line.name is not None:
        yield from _name_keys(line.name)
        return
    where = line.holder[1] if line.table == "place" and line.holder is not None else ""
    for text in line.label.values():
        if key := letters(text):
            yield (Reason.NAME, f"{key} {where}"), text
    if line.short and line.table == "organisation" and (key := letters(line.short)):
        yield (Reason.ACRONYM, key), line.short


def _name_keys(name: Name) -> Iterator[tuple[_Key, str]]:
    for tag in {**name.family, **name.given}:
        family, given = name.family.text_in(tag), name.given.text_in(tag)
        first, last = letters(family), letters(given)
        if not first or not last:
            continue
        written = f"{family} {given}"
        yield (Reason.NAME, f"{first}+{last}"), written
        yield (Reason.ORDER, "+".join(sorted((first, last)))), written
        sound = skeleton(given)
        if romanised(family) and sound:
            yield (Reason.SCRIPT, f"{family_sound(family)}+{sound}"), written
    for text in name.reading.values():
        family, _, given = text.partition(" ")
        if given and (sound := skeleton(given)):
            yield (Reason.SCRIPT, f"{family_sound(family)}+{sound}"), text
    for text in name.preferred.values():
        if key := letters(text):
            yield (Reason.NAME, key), text


def _likeness(reason: Reason, one: Line, other: Line) -> int:
    """Say how sure it is, or 0 where it is not at all."""
    if reason is Reason.MAIL:
        return 100
    if reason is Reason.ACRONYM:
        return 80
    if one.table == "organisation" and one.holder and other.holder and one.holder != other.holder:
        # Every institute has its planning division.
        return 0
    if one.table != "person":
        return 95
    # Many people have the same name; at the same institute it is rather the same person.
    same_office = one.holder is not None and one.holder == other.holder
    apart = one.holder is not None and other.holder is not None and not same_office
    likeness = {Reason.NAME: 85, Reason.ORDER: 82, Reason.SCRIPT: 70}[reason]
    if reason is Reason.SCRIPT:
        alike = _sounds_alike(one, other)
        if alike < 75 or _differ_in_a_script(one, other):
            return 0
    return likeness + (10 if same_office else -15 if apart else 0)


def _sounds(line: Line) -> Iterator[str]:
    if line.name is None:
        return
    for text in line.name.given.values():
        if sound := romanised(text):
            yield sound
    for text in line.name.reading.values():
        if sound := romanised(text.partition(" ")[2]):
            yield sound


def _sounds_alike(one: Line, other: Line) -> float:
    others = list(_sounds(other))
    return max((ratio(mine, theirs) for mine in _sounds(one) for theirs in others), default=0)


def _differ_in_a_script(one: Line, other: Line) -> bool:
    """Tell whether both are written in one script, and differently: then they only sound alike."""
    if one.name is None or other.name is None:
        return False
    common = set(one.name.given) & set(other.name.given)
    return any(
        letters(one.name.given[tag]) != letters(other.name.given[tag]) and tag != "en" for tag in common
    )


def _by_spelling(lines: list[Line]) -> Iterator[Candidate]:
    """Compare each name with its neighbours in the order of their letters."""
    spelled = sorted(
        (key, line.id, number, text)
        for number, line in enumerate(lines)
        for key, text in _spelled(line)
        if len(key) > 5
    )
    for place, (key, one, number, text) in enumerate(spelled):
        for other_key, other, other_number, _ in spelled[place + 1 : place + 1 + _BESIDE]:
            if one == other or key == other_key or _number(key) != _number(other_key):
                continue
            alike = ratio(key, other_key, score_cutoff=NEAR)
            here, there = lines[number], lines[other_number]
            if alike and not _differ_in_a_script(here, there):
                yield _candidate(here, there, Reason.SPELLING, round(alike * 0.7), text)


def _spelled(line: Line) -> Iterator[tuple[str, str]]:
    if line.name is None:
        yield from ((letters(text), text) for text in line.label.values())
        return
    for tag, family in line.name.family.items():
        given = line.name.given.text_in(tag)
        yield "".join(sorted((letters(family), letters(given)))), f"{family} {given}"


def _number(key: str) -> str:
    """Return the figures of a name: room 101 and room 102 are two."""
    return "".join(sign for sign in key if sign.isdigit())


def _candidate(one: Line, other: Line, reason: Reason, likeness: int, common: str) -> Candidate:
    first, second = sorted((one.id, other.id))
    return Candidate(one.table, first, second, reason, likeness, common)
