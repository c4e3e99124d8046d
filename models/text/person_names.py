"""Names of people by the patterns of CLDR (UTS 35 part 8), for which Babel has nothing."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from models.text import languages

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELD = re.compile(r"\{([^{}]+)\}")
_SPACES = re.compile(r"\s+")
_TWO_SYLLABLES = frozenset({"남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방", "어금", "망절"})
"""Korean family names of two syllables; all others have one."""


class NameLength(Enum):
    """How much of a name is said."""

    LONG = "long"
    MEDIUM = "medium"
    SHORT = "short"


class NameUsage(Enum):
    """Whether one speaks of a person or to them."""

    REFERRING = "referring"
    ADDRESSING = "addressing"


class NameFormality(Enum):
    """How formal a name is."""

    FORMAL = "formal"
    INFORMAL = "informal"


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """The person name data of one language."""

    given_first: frozenset[str]
    family_first: frozenset[str]
    native_space: str
    foreign_space: str
    initial: str
    initials: str
    patterns: Mapping[str, Mapping[str, Mapping[str, Mapping[str, str]]]]

    def puts_family_first(self, name_language: str) -> bool:
        """Tell the order of a name by its own language."""
        for tag in (base(name_language), "und"):
            if tag in self.family_first:
                return True
            if tag in self.given_first:
                return False
        return False

    def pattern(
        self, family_first: bool, length: NameLength, usage: NameUsage, formality: NameFormality
    ) -> str:
        """Return the pattern for a name in an order."""
        order = "surnameFirst" if family_first else "givenFirst"
        return self.patterns[order][length.value][usage.value][formality.value]


def base(tag: str) -> str:
    """Return the language of a tag without its script and region."""
    return tag.partition("-")[0]


@cache
def patterns(tag: str) -> Patterns:
    """Return the person name data of a language, or those of the root."""
    path = languages.LANGUAGES / "person-names" / f"{base(tag)}.json"
    if not path.is_file():
        path = path.with_name("und.json")
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return Patterns(
        frozenset(data["givenFirst"]),
        frozenset(data["surnameFirst"]),
        data["nativeSpaceReplacement"],
        data["foreignSpaceReplacement"],
        data["initial"],
        data["initialSequence"],
        data["personName"],
    )


@cache
def puts_own_family_first(tag: str) -> bool:
    """Tell whether people who speak a language put the family name first among themselves."""
    return base(tag) in _own_language()["family_first"]


def is_korean_family(text: str) -> bool:
    """Tell whether a text in Hangul can be a Korean family name: 김 and 남궁 can, 밀러 cannot."""
    return len(text) == 1 or text in _TWO_SYLLABLES


def capitals(text: str, tag: str) -> str:
    """Return a name in the capitals of its own language."""
    if base(tag) in _own_language()["dotted_capital_i"]:
        text = text.replace("i", "İ")
    return text.upper()


def compose(pattern: str, fields: Mapping[str, str], rules: Patterns) -> str:
    """Fill a pattern; the literal text around a field without value goes with it."""
    literals, names = _parsed(pattern)
    if not fields.get("surname") and not any(name.startswith("given") for name in names):
        # Who has one name only is addressed by it.
        fields = {**fields, "surname": fields.get("given", "")}
    whole, between = "", ""
    for before, name in zip(literals, names, strict=False):
        between = _joined(between, before)
        if value := _value(name, fields, rules):
            whole += (between if whole or name == names[0] else "") + value
            between = ""
    if names and _value(names[-1], fields, rules):
        whole += literals[-1]
    whole = _SPACES.sub(" ", whole).strip()
    # A pattern of the given name alone finds nothing in somebody who has a family name only.
    return whole or fields.get("given", "") or fields.get("surname", "")


@cache
def _parsed(pattern: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pieces = _FIELD.split(pattern)
    return tuple(pieces[::2]), tuple(pieces[1::2])


def _joined(first: str, second: str) -> str:
    if first.endswith(second):
        return first
    return second if not first.strip() or second.startswith(first) else first + second


def _value(name: str, fields: Mapping[str, str], rules: Patterns) -> str:
    field, *modifiers = name.split("-")
    if "prefix" in modifiers:
        return ""
    value = fields.get(field, "")
    if "initial" in modifiers and (words := value.replace("-", " ").split()):
        value, *others = [rules.initial.format(word[0]) for word in words]
        for letter in others:
            value = rules.initials.format(value, letter)
    return capitals(value, "") if "allCaps" in modifiers else value


@cache
def _own_language() -> dict[str, list[str]]:
    return json.loads((languages.LANGUAGES / "person-names" / "own-language.json").read_text("utf-8"))
