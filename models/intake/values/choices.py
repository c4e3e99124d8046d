"""Choices recognised by their wording in any language, and by what else people call them."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache

from models.intake.grid import Plain
from models.intake.record import Doubt, Unreadable
from models.intake.values.choice_words import SYNONYMS, WORDINGS
from models.intake.values.read import Read, text_of
from models.text.catalogue import translated_languages, words
from models.text.matching import letters

_SHORTEST = 2


def wording(member: StrEnum, language: str) -> str:
    """Return what a choice is called in a language."""
    kind = type(member).__name__
    return words(language).say_in(kind, WORDINGS[kind][member.name])


@cache
def _forms(kind: type[StrEnum]) -> dict[str, StrEnum]:
    forms: dict[str, StrEnum] = {}
    # What we call the choices ourselves goes first: no synonym of another may hide it.
    for member in kind:
        for spelling in (member.value, *(wording(member, tag) for tag in ("en", *translated_languages()))):
            forms.setdefault(letters(spelling), member)
    for member in kind:
        for spelling in (member.name, *SYNONYMS.get(kind.__name__, {}).get(member.name, "").split("|")):
            forms.setdefault(letters(spelling), member)
    forms.pop("", None)
    return forms


@lru_cache(maxsize=16384)
def _read(kind: type[StrEnum], text: str) -> Read | Unreadable:
    key = letters(text)
    forms = _forms(kind)
    if key in forms:
        return Read(forms[key])
    parts = [(form, member) for form, member in forms.items() if len(form) >= _SHORTEST and form in key]
    if parts:
        best = max(parts, key=lambda part: len(part[0]))[1]
        others = tuple(dict.fromkeys(member for _, member in parts if member is not best))
        return Read(best, Doubt.CHOICE, others)
    return Unreadable.NOT_A_CHOICE


def read_choice(kind: type[StrEnum], value: Plain) -> Read | Unreadable:
    """Read a choice by its wording in any language; one that is only part of the text is doubtful."""
    return _read(kind, text_of(value))


def kind_of_title(kind: type[StrEnum], title: str) -> StrEnum | None:
    """Return the choice that a title speaks of, if there is one."""
    read = _read(kind, title)
    return read.value if isinstance(read, Read) else None
