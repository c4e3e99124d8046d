"""What pages share when they write rows: texts in two languages, short names, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.text.localised import LocalisedText, Written
from models.text.names import full_name
from models.text.ordinals import edition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words


def leading(text: LocalisedText, words: Words, languages: Sequence[str] = ()) -> Written | None:
    """Return a text in the language of the screen, else in the first of the languages that has it."""
    return text.pick([words.language, *languages]) if text else None


def second(
    text: LocalisedText, words: Words, languages: Sequence[str], first: Written | None
) -> Written | None:
    """Return a text in another language than the first, where it is another text."""
    for tag in [words.language, *languages]:
        found = text.text_in(tag)
        if found and (first is None or (tag != first.language and found != first.text)):
            return Written(found, tag)
    return None


def short_name(organisation: Any, words: Words) -> str:
    """Return what an organisation is called for short."""
    if organisation is None:
        return ""
    if organisation.acronym:
        return organisation.acronym
    written = organisation.name.pick([words.language, "en"])
    return written.text if written else "?"


def person_name(person: Any, words: Words) -> Written | None:
    """Return a person's name in the language of the screen."""
    return full_name(person.name, words.language) if person is not None else None


def meeting_name(meeting: Any, words: Words, languages: Sequence[str] = ()) -> Written | None:
    """Return a meeting with its number, by its own title or that of its series."""
    text = meeting.title or (meeting.series.title if meeting.series is not None else meeting.title)
    title = leading(text, words, languages)
    if title is None:
        return None
    return Written(edition(meeting.number, title.text, title.language), title.language)
