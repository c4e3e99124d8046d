"""Who somebody in a file is: by id, by e-mail, by name in whatever script and order, and by where they work.

What is not certain is asked: nobody is added twice, and no two people become one, without a question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from models.actions.intake.register import Register
from models.intake.labels import Values, texts_in
from models.intake.values.known_names import known_names, romaji, romanised, short_vowels
from models.text.matching import letters

_ALIKE = 70
"""How alike a given name must sound in another script to be worth a question."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file says of somebody: names by language, e-mail, where they work."""

    family: Mapping[str, str]
    given: Mapping[str, str]
    email: str = ""
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Who is meant for certain, else who may be."""

    row: str | None = None
    candidates: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def name_key(family: str, given: str) -> str:
    """Return a name as it is compared: whatever the order of its parts."""
    first, last = letters(family), letters(given)
    return f"{first}\x1f{last}" if first <= last else f"{last}\x1f{first}"


class People:
    """The people who are known, in the database and in the file so far."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_mail: dict[str, list[str]] = defaultdict(list)
        self._by_family: dict[str, dict[frozenset[str], list[str]]] = defaultdict(lambda: defaultdict(list))
        """Those of the database by Latin family name and the languages of their names."""
        self._keys: dict[str, dict[str, str]] = {}
        """The names of everybody by language, as they are compared."""
        self._works_at: dict[str, set[str]] = defaultdict(set)
        for key, row in register.known.rows["person"].items():
            self.add(key, row)
            family: Mapping[str, str] = row.get("family") or {}
            for form in _latin_families(family):
                self._by_family[form][frozenset(family)].append(key)
        for row in register.known.rows["affiliation"].values():
            self._works_at[row["person_id"]].add(row["organisation_id"])

    def add(self, key: str, row: Values) -> None:
        """Take in somebody."""
        family, given = texts_in(row, "family"), texts_in(row, "given")
        keys = self._keys[key] = _keys_of(family, given)
        for named in keys.items():
            self._by_name[named].append(key)
        if mail := row.get("email"):
            self._by_mail[mail.casefold()].append(key)

    def works_at(self, key: str, organisation: str) -> None:
        """Take in where somebody works."""
        self._works_at[key].add(organisation)

    def match(self, seen: Seen, *, among: Iterable[str] | None = None) -> Match:
        """Tell who somebody is; ``among`` keeps to these rows."""
        allowed = among if among is None or isinstance(among, Set) else set(among)
        names = _keys_of(seen.family, seen.given)
        if seen.email:
            by_mail = self._kept(self._by_mail.get(seen.email.casefold(), ()), allowed)
            if len(by_mail) == 1 and not self._contradicts(by_mail[0], names):
                return Match(by_mail[0])
            if by_mail:
                return Match(candidates=tuple(by_mail))
        found: list[str] = []
        for named in names.items():
            found += self._by_name.get(named, ())
        named = [key for key in self._kept(found, allowed) if not self._contradicts(key, names)]
        if not named:
            return Match(candidates=tuple(self._sounding(seen, allowed)))
        certain = [key for key in named if self._is_certain(key, seen)]
        if len(certain) == 1:
            return Match(certain[0])
        return Match(candidates=tuple(certain or [key for key in named if not self._is_another(key, seen)]))

    def _is_another(self, key: str, seen: Seen) -> bool:
        """Tell whether somebody is a namesake: the same file lists both, each with an e-mail of their own."""
        mail = (self._register.planned["person"].get(key) or {}).get("email")
        here = key not in self._register.known.rows["person"]
        return here and bool(mail) and bool(seen.email) and mail.casefold() != seen.email.casefold()

    def _kept(self, keys: Sequence[str], allowed: Set[str] | None) -> list[str]:
        return [key for key in dict.fromkeys(keys) if allowed is None or key in allowed] if keys else []

    def _contradicts(self, key: str, names: Mapping[str, str]) -> bool:
        """Tell whether a name in some script that both have differs; Latin spellings may."""
        own = self._keys[key]
        shared = [tag for tag in names if tag in own]
        differing = [tag for tag in shared if own[tag] != names[tag]]
        return any(tag != "en" for tag in differing) or bool(differing and len(differing) == len(shared))

    def _is_certain(self, key: str, seen: Seen) -> bool:
        row = self._register.find("person", key) or {}
        mail = row.get("email") or ""
        if seen.email and mail and mail.casefold() != seen.email.casefold():
            return False
        places = self._works_at[key]
        return seen.organisation is None or not places or self._is_one_house(seen.organisation, places)

    def _is_one_house(self, organisation: str, places: set[str]) -> bool:
        """Tell whether an organisation is one of several, or stands above or below one."""
        mine = set(self._line(organisation))
        return any(mine & set(self._line(place)) for place in places)

    def _line(self, organisation: str) -> list[str]:
        found: list[str] = []
        key: str | None = organisation
        while key and key not in found and len(found) < 20:
            found.append(key)
            row = self._register.find("organisation", key)
            key = row.get("parent_id") if row else None
        return found

    def _sounding(self, seen: Seen, allowed: Set[str] | None) -> list[str]:
        """Return those whose name in another script may be this one."""
        found: list[str] = []
        if not self._by_family:
            return found
        tags = set(seen.family)
        for form in _latin_families(seen.family):
            for theirs, keys in self._by_family.get(form, {}).items():
                if tags & theirs:
                    continue
                for key in keys:
                    row = self._register.find("person", key) or {}
                    if _sounds_alike(seen.given, row.get("given") or {}, row.get("reading") or {}):
                        found.append(key)
        return self._kept(found, allowed)


def _keys_of(family: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    tags = family if family.keys() == given.keys() else dict.fromkeys((*family, *given))
    return {tag: name_key(family.get(tag, ""), given.get(tag, "")) for tag in tags}


def _latin_families(family: Mapping[str, str]) -> set[str]:
    """Return how a family name may be written in Latin letters."""
    forms: set[str] = set()
    for tag, text in family.items():
        if tag == "en" or text.isascii():
            forms.add(short_vowels(letters(text)))
        else:
            forms |= known_names().latin_of.get(text, frozenset())
    forms.discard("")
    return forms


def _sounds_alike(ours: Mapping[str, str], theirs: Mapping[str, str], reading: Mapping[str, str]) -> bool:
    first, second = _sound(ours, {}), _sound(theirs, reading)
    if not first or not second:
        # Ideographs do not say how they are read: the family name alone is worth the question.
        return bool(ours) and bool(theirs)
    return fuzz.ratio(first, second) >= _ALIKE


def _sound(given: Mapping[str, str], reading: Mapping[str, str]) -> str:
    if given.get("en"):
        return short_vowels(letters(given["en"]))
    if given.get("ko"):
        return short_vowels(romanised(given["ko"]))
    for text in reading.values():
        return short_vowels(romaji(text.split(" ")[-1]))
    return ""
