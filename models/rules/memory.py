"""Remembering translations: how the same text was last said in another language elsewhere in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.rules.lookup import Key, Line, Lookup
from models.text.localised import LocalisedText
from models.text.matching import letters


@dataclass(frozen=True, slots=True)
class Earlier:
    """A translation that stands elsewhere, and where."""

    text: str
    language: str
    line: Line


def earlier(
    lookup: Lookup, text: str, language: str, wanted: str, *, besides: Key | None = None
) -> Earlier | None:
    """Return how a text in a language was last said in the wanted one, in another row than ``besides``."""
    found = earlier_translations(lookup, {language: text}, (wanted,), besides=besides)
    return found.get(wanted)


def earlier_translations(
    lookup: Lookup, texts: dict[str, str], wanted: Sequence[str], *, besides: Key | None = None
) -> dict[str, Earlier]:
    """Return for each wanted language the last translation of any of the texts, which are of one field.

    The texts are looked for in their order; what the first of them gives is not asked of the next.
    """
    found: dict[str, Earlier] = {}
    for language, text in texts.items():
        missing = [tag for tag in wanted if tag not in found and tag != language]
        key = letters(text)
        if not missing or not key:
            continue
        lines = sorted((line for line in lookup.same_text(text) if line.key != besides), key=_newest_first)
        for line in lines:
            for said in line.localised():
                if letters(said.text_in(language)) == key:
                    _take(found, said, missing, line)
    return found


def _take(found: dict[str, Earlier], said: LocalisedText, wanted: Sequence[str], line: Line) -> None:
    for tag in wanted:
        if tag not in found and (text := said.text_in(tag)):
            found[tag] = Earlier(text, tag, line)


def _newest_first(line: Line) -> tuple[int, str]:
    return -line.sequence, line.id
