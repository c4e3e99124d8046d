"""What Parley knows of each language: data from resources/languages, one file a language, no code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from models.errors import UnknownLanguage

LANGUAGES = Path(__file__).parents[2] / "resources" / "languages"

# A text for each plural category of CLDR that the language has ("one", "other", ...), or for "zero".
Forms = Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class DateRules:
    """How dates stand: a pattern for each DayForm; ranges within a month, within a year, over years."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekdays_long: tuple[str, ...]
    days: Mapping[str, str]
    ranges: Mapping[str, tuple[str, str, str]]
    year: str
    year_month: str


@dataclass(frozen=True, slots=True, eq=False)
class TimeRules:
    """How times and lengths of time stand."""

    unknown: str
    hours: str
    minutes: str
    hours_minutes: str
    days_later: Forms
    nights_days: Forms
    nights: Forms


@dataclass(frozen=True, slots=True, eq=False)
class NameRules:
    """Where our papers depart from CLDR: see names.py. An empty pattern leaves it to CLDR."""

    title_first: bool
    capitals: bool
    space: str
    sorted_by_reading: bool
    family_first_pattern: str


@dataclass(frozen=True, slots=True, eq=False)
class SpeakerRules:
    """What follows the name of a speaker, and what stands for one who is not known yet."""

    position: str
    organisation: str
    unnamed: str
    unnamed_alone: str
    others: Forms
    others_gap: str


@dataclass(frozen=True, slots=True, eq=False)
class ListRules:
    """How the parts of a list are joined: with a word for "and", or by the separator alone."""

    start: str
    middle: str
    end: str
    two: str
    separator: str


@dataclass(frozen=True, slots=True, eq=False)
class OrdinalRules:
    """How an edition is numbered, and where the number stands to the title."""

    forms: Forms
    edition: str


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language of papers."""

    tag: str
    rank: int
    own_name: str
    locale: str
    script: str
    names_from: str
    family_first: bool
    word_font: str
    word_font_alternative: str
    word_lang: str
    word_auto_space: bool
    screen_fonts: tuple[str, ...]
    brackets: tuple[str, str]
    range_sign: str
    original_mark: str
    dates: DateRules
    times: TimeRules
    names: NameRules
    speaker: SpeakerRules
    lists: ListRules
    ordinals: OrdinalRules

    def in_brackets(self, text: str) -> str:
        """Return the text in the brackets of this language."""
        return text.join(self.brackets)


_SECTIONS = {
    "dates": DateRules,
    "times": TimeRules,
    "names": NameRules,
    "speaker": SpeakerRules,
    "lists": ListRules,
    "ordinals": OrdinalRules,
}


@cache
def language(tag: str) -> Language:
    """Return what is known of a language."""
    # Looked up in the list first: a tag from outside must not become a path.
    if tag not in known_languages():
        raise UnknownLanguage(language=tag, known=known_languages())
    data = _read(tag)
    sections = {name: rules(**_frozen(data.pop(name))) for name, rules in _SECTIONS.items()}
    return Language(**_frozen(data), **cast("dict[str, Any]", sections))


@cache
def known_languages() -> tuple[str, ...]:
    """Return the tags of all languages that have data, in the order in which they are offered."""
    tags = [path.stem for path in LANGUAGES.glob("*.json")]
    return tuple(sorted(tags, key=lambda tag: (_read(tag)["rank"], tag)))


def plural_form(forms: Forms, number: int, tag: str, *, ordinal: bool = False) -> str:
    """Return the form of the data that a number takes in a language."""
    if number == 0 and "zero" in forms:
        return forms["zero"]
    if not (forms.keys() - {"zero", "other"}):
        return forms["other"]
    return forms.get(_plural_category(tag, number, ordinal), forms["other"])


@cache
def _plural_category(tag: str, number: int, ordinal: bool) -> str:
    if not ordinal:
        # Nights, days and people: in every language whose data tell "one" apart, that is the number 1.
        return "one" if number == 1 else "other"
    from babel import Locale  # Slow to import: the window is painted before.

    return str(Locale.parse(language(tag).locale).ordinal_form(number))


def _read(tag: str) -> dict[str, Any]:
    return json.loads((LANGUAGES / f"{tag}.json").read_text("utf-8"))


def _frozen(values: dict[str, Any]) -> dict[str, Any]:
    return {name: _frozen_value(value) for name, value in values.items()}


def _frozen_value(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(cast("list[Any]", value))
    if isinstance(value, dict):
        return MappingProxyType(_frozen(cast("dict[str, Any]", value)))
    return value
