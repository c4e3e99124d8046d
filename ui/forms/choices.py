"""The closed sets that fields choose from, by the name that a spec gives: codes and what they are called."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from models.text.catalogue import mark_in
from models.text.languages import known_languages
from ui.words import choice_name, language_name

if TYPE_CHECKING:
    from enum import Enum

    from models.text.catalogue import Words

Choices = list[tuple[str, str]]

LANGUAGE = "language"
"""The languages that papers are made in."""
SPOKEN = "spoken"
"""Those, and others that people speak."""
RULES = "rules"
"""What holds in a laboratory."""

RULE_NAMES = {
    "no-photographs": mark_in("form", "No photographs"),
    "magnetic-field": mark_in("form", "Strong magnetic field"),
    "laser": mark_in("form", "Laser light"),
    "shoes": mark_in("form", "Change of shoes"),
    "radiation": mark_in("form", "Controlled radiation area"),
    "no-phones": mark_in("form", "No telephones"),
    "protective-clothing": mark_in("form", "Protective clothing"),
}
_SPOKEN = {
    "fr": mark_in("language", "French"),
    "es": mark_in("language", "Spanish"),
    "it": mark_in("language", "Italian"),
    "pt": mark_in("language", "Portuguese"),
    "ru": mark_in("language", "Russian"),
    "vi": mark_in("language", "Vietnamese"),
    "th": mark_in("language", "Thai"),
    "id": mark_in("language", "Indonesian"),
    "ar": mark_in("language", "Arabic"),
    "tr": mark_in("language", "Turkish"),
}


def choices_of(name: str, words: Words) -> Choices:
    """Return the codes of a set and what each is called."""
    if name == LANGUAGE:
        return [(tag, language_name(tag, words)) for tag in known_languages()]
    if name == SPOKEN:
        others = [(tag, words.say_in("language", called)) for tag, called in _SPOKEN.items()]
        return [*choices_of(LANGUAGE, words), *sorted(others, key=lambda choice: choice[1])]
    if name == RULES:
        return [(code, words.say_in("form", called)) for code, called in RULE_NAMES.items()]
    return [(str(member.value), choice_name(member, words)) for member in _members(name)]


def chosen_name(name: str, code: str, words: Words) -> str:
    """Return what a code of a set is called; one that is not known by itself."""
    return dict(choices_of(name, words)).get(code, code)


@cache
def _members(name: str) -> tuple[Enum, ...]:
    # Not at module level: the tables bring sqlalchemy, which is loaded when a file is open.
    from models.tables import choices

    return tuple(getattr(choices, name))
