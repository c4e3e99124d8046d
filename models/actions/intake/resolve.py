"""From what a cell names to the row that is meant: known, brought by the same file, or new."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from models.actions.intake.candidates import facts_of
from models.actions.intake.houses import Beginning, beginning_of, unit_of
from models.actions.intake.people import People, Seen
from models.actions.intake.proposal import CellChange, Line, Question, State, Step
from models.actions.intake.register import Register
from models.intake.departments import with_unit
from models.intake.grid import Origin
from models.intake.mentions import by_language
from models.intake.record import Doubt, Mention, Unreadable
from models.intake.sheets import sheet_of, tables_by_sheet
from models.intake.values.names import script_language
from models.tables.choices import OrganisationKind, PlaceKind
from models.tables.keys import new_key
from models.text.localised import LocalisedText
from models.text.matching import letters

CREATED = frozenset({"organisation", "person", "place"})
"""What a mere mention adds."""
_BRACKETS = re.compile(r"^(.*?)\s*[(（\[]([^()（）\[\]]+)[)）\]]\s*$")
_ALIKE, _ALIKE_LONG, _ROUGHLY = 90, 85, 60
_SHORTEST, _LONG = 4, 20
_WITHIN = 0.6
NEW = "new"
"""The answer that somebody is none of the candidates."""

Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """The row that is meant, or why there is none; what is doubtful about a new one."""

    table: str = ""
    row: str = ""
    doubt: Doubt | None = None
    refused: Unreadable | None = None
    new: bool = False
    unit: str = ""
    """The division of an organisation that the cell names besides: to be kept with the position."""


class Resolver:
    """Finds what cells name; each text once."""

    def __init__(self, register: Register, people: People, answers: Answers, unsure: str = "") -> None:
        self._register = register
        self._people = people
        self._answers = answers
        self._unsure = unsure
        self.records: dict[str, tuple[str, str]] = {}
        """Table and id of each record of the file, by its key."""
        self.lines: list[Line] = []
        """What is added because it was named."""
        self.questions: dict[str, Question] = {}
        self._seen: dict[tuple[tuple[str, ...], str, str], Found] = {}

    def resolve(
        self, sheets: tuple[str, ...], mention: Mention, origin: Origin, doubt: Doubt | None
    ) -> Found:
        """Return the row of one of these sheets that is meant; a division is one of its own."""
        found = self.house(sheets, mention, origin, doubt)
        if not found.unit:
            return found
        key = unit_of(self._register, found.row, found.unit)
        if key is None:
            return self._add("organisation", Mention(found.unit), origin, doubt, above=found.row)
        return Found("organisation", key)

    def house(self, sheets: tuple[str, ...], mention: Mention, origin: Origin, doubt: Doubt | None) -> Found:
        """Return the row that is meant, and beside it the division that no row is known for."""
        if mention.record:
            known = self.records.get(mention.record)
            return Found(*known) if known else Found(refused=Unreadable.NOT_FOUND)
        tables = _tables(sheets)
        cached = (tables, mention.text, mention.id)
        if (seen := self._seen.get(cached)) is None:
            seen = self._seen[cached] = self._resolve(tables, mention, origin, doubt)
        return seen

    def _resolve(self, tables: Sequence[str], mention: Mention, origin: Origin, doubt: Doubt | None) -> Found:
        if mention.id:
            for table in tables:
                if len(keys := self._register.by_tail(table, mention.id)) == 1:
                    return Found(table, keys[0])
        fitting: list[tuple[str, str]] = []
        for table in tables:
            keys, sure = self._by_text(table, mention)
            if len(keys) == 1 and sure:
                return Found(table, keys[0])
            fitting += [(table, key) for key in keys]
        if fitting:
            return self._several(fitting, mention, origin)
        if tables[0] == "organisation" and (begun := beginning_of(self._register, mention.text)):
            if begun.sure:
                return Found("organisation", begun.organisation, unit=begun.unit)
            if begun.organisation in self._register.known.rows["organisation"]:
                return self._asked_for_house(begun, mention, origin, doubt)
        if tables[0] not in CREATED:
            return Found(refused=Unreadable.NOT_FOUND)
        if tables[0] == "person" and len(tables) > 1 and not _could_be_person(mention):
            return self._create(tables[1], mention, origin, doubt)
        return self._create(tables[0], mention, origin, doubt)

    def _asked_for_house(
        self, begun: Beginning, mention: Mention, origin: Origin, doubt: Doubt | None
    ) -> Found:
        """Ask whether what begins like a known organisation is a part of it."""
        answer = self.ask("organisation", mention.text, origin, [begun.organisation])
        if answer is None:
            return Found(refused=Unreadable.SEVERAL_FIT)
        if answer == NEW:
            return self._add("organisation", mention, origin, doubt)
        return Found("organisation", answer, unit=begun.unit)

    def _by_text(self, table: str, mention: Mention) -> tuple[list[str], bool]:
        """Return the rows that a text may mean, and whether a single one is certain."""
        keys = self._register.by_text(table, mention.text)
        if not keys and table in ("organisation", "place") and (match := _BRACKETS.match(mention.text)):
            outside, inside = (self._register.by_text(table, part) for part in match.groups())
            both = [key for key in outside if key in inside]
            return both or outside or (inside if table == "organisation" else []), True
        if not keys and table in ("organisation", "place") and (forms := by_language(mention.text)):
            found = dict.fromkeys(
                key for text in forms.values() for key in self._register.by_text(table, text)
            )
            return list(found), len(found) == 1
        if table == "person" and mention.names and len(keys) != 1:
            return self._by_names(mention, keys)
        return keys, True

    def _by_names(self, mention: Mention, keys: list[str]) -> tuple[list[str], bool]:
        organisation = None
        if named := mention.names.get("organisation"):
            known = self._register.by_text("organisation", named)
            organisation = known[0] if len(known) == 1 else None
        seen = Seen(*_parts(mention.names), organisation=organisation)
        match = self._people.match(seen, among=keys or None)
        if match.row:
            return [match.row], True
        return list(match.candidates) or keys, False

    def _several(self, fitting: list[tuple[str, str]], mention: Mention, origin: Origin) -> Found:
        table = fitting[0][0]
        if table not in CREATED:
            return Found(refused=Unreadable.SEVERAL_FIT)
        answer = self.ask(table, mention.text, origin, [key for of, key in fitting if of == table])
        if answer is None:
            return Found(refused=Unreadable.SEVERAL_FIT)
        return self._add(table, mention, origin, None) if answer == NEW else Found(table, answer)

    def ask(self, table: str, text: str, origin: Origin, keys: list[str], key: str = "") -> str | None:
        """Return the answer to who is meant: an id, NEW, or None where it was not given yet."""
        key = key or f"{table}:{letters(text)}"
        answer = self._answers.get(key)
        steady = {self._steadily(table, each): each for each in keys}
        if answer is None and self._unsure:
            answer = NEW if self._unsure == NEW else next(iter(steady))
        candidates = tuple((steadily, self._register.label(table, each)) for steadily, each in steady.items())
        facts = {steadily: facts_of(self._register, table, each) for steadily, each in steady.items()}
        known = self._register.known.rows[table]
        brought = frozenset(steadily for steadily, each in steady.items() if each not in known)
        self.questions[key] = Question(key, table, text, origin, candidates, facts, brought)
        return NEW if answer == NEW else steady.get(answer or "")

    def _steadily(self, table: str, key: str) -> str:
        """Return what names a row in an answer: its id, or what it is called where the id is made anew."""
        known = key in self._register.known.rows[table]
        return key if known else f"{NEW}:{letters(self._register.label(table, key))}"

    def _create(self, table: str, mention: Mention, origin: Origin, doubt: Doubt | None) -> Found:
        if table == "person" and not mention.names:
            return Found(refused=Unreadable.NOT_FOUND)
        if table == "organisation" and (alike := self._alike(mention.text)):
            answer = self.ask(table, mention.text, origin, alike)
            if answer is None:
                return Found(refused=Unreadable.SEVERAL_FIT)
            if answer != NEW:
                return Found(table, answer)
        return self._add(table, mention, origin, doubt)

    def _alike(self, text: str) -> list[str]:
        """Return organisations whose name differs so little that it may be a slip."""
        wanted = letters(text)
        if len(wanted) < _SHORTEST:
            return []
        texts = self._register.texts("organisation")
        near = process.extract(wanted, texts.keys(), scorer=fuzz.ratio, score_cutoff=_ROUGHLY, limit=None)
        alike = [each for each, *_ in near if is_near(wanted, each)][:3]
        return list(dict.fromkeys(key for each in alike for key in texts[each]))

    def _add(
        self, table: str, mention: Mention, origin: Origin, doubt: Doubt | None, above: str = ""
    ) -> Found:
        key = new_key()
        values = dict(_MADE[table](mention))
        if above:
            values |= {"parent_id": above, "kind": OrganisationKind.DIVISION}
        row: dict[str, Any] = {"id": key}
        changes: list[CellChange] = []
        for field, value in values.items():
            name, _, tag = field.partition(".")
            row[name] = (row.get(name) or LocalisedText()).with_text(tag, value) if tag else value
            changes.append(CellChange(field, None, value, mention.text, origin, doubt))
        self._register.plan(table, row)
        steps = [Step(table, key, True, tuple(changes))]
        if table == "person":
            self._people.add(key, row)
            steps += self._post(key, mention, origin)
        self.lines.append(
            Line(
                key=f"{table}:{key}",
                kind=sheet_of(table).name,
                state=State.NEW,
                name=self._register.label(table, key),
                origin=origin,
                row=key,
                steps=tuple(steps),
                mentioned=True,
            )
        )
        return Found(table, key, doubt, new=True)

    def _post(self, person: str, mention: Mention, origin: Origin) -> list[Step]:
        """Add where somebody works who was named with it: 이호성 원장(KRISS)."""
        named = mention.names.get("organisation")
        if not named:
            return []
        found = self.house(("organisations",), Mention(named), origin, None)
        if not found.row:
            return []
        self._people.works_at(person, found.row)
        changes = [CellChange("organisation_id", None, found.row, named, origin)]
        positions = {field: value for field, value in mention.names.items() if field.startswith("position.")}
        if found.unit:
            positions = with_unit(positions, found.unit)
        changes += [
            CellChange(field, None, value, mention.text, origin) for field, value in positions.items()
        ]
        return [Step("affiliation", new_key(), True, tuple(changes), {"person_id": person})]


@cache
def _tables(sheets: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(tables_by_sheet()[sheet] for sheet in sheets)


def is_near(first: str, second: str) -> bool:
    """Tell whether two folded names of organisations are so alike that one may be a slip for the other."""
    short, long = sorted((first, second), key=len)
    if len(short) < _SHORTEST:
        return False
    if short.isascii() and len(long) < 10:
        # Acronyms: one letter too few, too many or another, behind the same first one.
        return short[0] == long[0] and Levenshtein.distance(short, long, score_cutoff=1) <= 1
    if len(short) >= (10 if short.isascii() else 5) and short in long and len(short) >= _WITHIN * len(long):
        return True
    return len(short) > 5 and fuzz.ratio(short, long) >= (_ALIKE_LONG if len(long) >= _LONG else _ALIKE)


def _parts(names: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    family = {name[7:]: text for name, text in names.items() if name.startswith("family.")}
    given = {name[6:]: text for name, text in names.items() if name.startswith("given.")}
    return family, given


def _could_be_person(mention: Mention) -> bool:
    """Tell a name from an acronym or a group, where both may stand."""
    family, given = _parts(mention.names)
    text = mention.text.replace(" ", "")
    return (
        bool(family)
        and bool(given)
        and not (text.isupper() and len(mention.text.split()) == 1)
        and len(text) < 40
    )


def _person(mention: Mention) -> dict[str, str]:
    return {
        name: text for name, text in mention.names.items() if name.startswith(("family.", "given.", "title."))
    }


def _organisation(mention: Mention) -> dict[str, str]:
    text = mention.text
    if (match := _BRACKETS.match(text)) and _is_acronym(match[2]):
        return {f"name.{script_language(match[1])}": match[1].strip(), "acronym": match[2].strip()}
    if match and _is_acronym(match[1]):
        return {f"name.{script_language(match[2])}": match[2].strip(), "acronym": match[1].strip()}
    if forms := by_language(text):
        return {f"name.{tag}": form for tag, form in forms.items()}
    return {"acronym": text} if _is_acronym(text) else {f"name.{script_language(text)}": text}


def _is_acronym(text: str) -> bool:
    bare = re.sub(r"[\s./&-]", "", text)
    return (
        2 <= len(bare) <= 10
        and bare.isascii()
        and bare.isalnum()
        and sum(map(str.isupper, bare)) >= 2
        and " " not in text.strip()
    )


_PLACE_WORDS = (
    (PlaceKind.AIRPORT, re.compile(r"공항|空港|\bairport\b", re.IGNORECASE)),
    (
        PlaceKind.HOTEL,
        re.compile(r"호텔|리조트|게스트하우스|ホテル|旅館|\b(?:hotel|inn|resort)\b", re.IGNORECASE),
    ),
    (PlaceKind.STATION, re.compile(r"[가-힣]역$|駅$|\bstation\b", re.IGNORECASE)),
)
"""What a new place is by its name."""


def _place(mention: Mention) -> dict[str, Any]:
    text = mention.text
    forms = by_language(text) or {script_language(text): text}
    values: dict[str, Any] = {f"name.{tag}": form for tag, form in forms.items()}
    code = re.search(r"(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])", text)
    if code and (text == code[1] or f"({code[1]})" in text):
        values["code"] = code[1]
        values["kind"] = PlaceKind.AIRPORT
        return values
    kind = next((kind for kind, words in _PLACE_WORDS if words.search(text)), None)
    return {**values, "kind": kind} if kind else values


_MADE: dict[str, Callable[[Mention], Mapping[str, Any]]] = {
    "person": _person,
    "organisation": _organisation,
    "place": _place,
}
