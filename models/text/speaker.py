"""A speaker as a line of a paper: name, position and organisation, each run in its own language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from models.text import languages
from models.text.languages import plural_form
from models.text.localised import LocalisedText, Written
from models.text.names import Name, full_name

if TYPE_CHECKING:
    from collections.abc import Iterable


def speaker_runs(
    name: Name | None, position: LocalisedText, organisation: LocalisedText, acronym: str, language: str
) -> tuple[Written, ...]:
    """Return a speaker: 이호성 원장(KRISS); without a name, the organisation and that the name follows."""
    rules = languages.language(language).speaker
    house = Written(acronym, language) if acronym else organisation.pick((language,))
    who = full_name(name, language) if name else Written("", language)
    if not who.text:
        if house is None:
            return (Written(rules.unnamed_alone, language),)
        return _merged(_filled(rules.unnamed, house, language))
    runs = [who]
    if post := position.pick((language,)):
        runs.extend(_filled(rules.position, post, language))
    if house:
        runs.extend(_filled(rules.organisation, house, language))
    return _merged(runs)


def others_runs(number: int, language: str, *, attached: bool = False) -> tuple[Written, ...]:
    """Return that there are others: 외 2명; attached to what stands before, with the gap that this needs."""
    rules = languages.language(language).speaker
    text = plural_form(rules.others, number, language).format(number=number)
    return (Written(rules.others_gap + text if attached else text, language),)


def _filled(pattern: str, value: Written, language: str) -> tuple[Written, Written, Written]:
    """Fill the one field of a pattern of the paper's language with text that may be in another."""
    before, after = _around(pattern)
    return (Written(before, language), value, Written(after, language))


@lru_cache(maxsize=256)
def _around(pattern: str) -> tuple[str, str]:
    """Return what stands before and after the one field of a pattern."""
    return pattern[: pattern.index("{")], pattern[pattern.index("}") + 1 :]


def _merged(runs: Iterable[Written]) -> tuple[Written, ...]:
    merged: list[Written] = []
    whole = spoken = ""
    for text, language in runs:
        if not text:
            continue
        if whole and language != spoken:
            merged.append(Written(whole, spoken))
            whole = ""
        whole, spoken = whole + text, language
    if whole:
        merged.append(Written(whole, spoken))
    return tuple(merged)
