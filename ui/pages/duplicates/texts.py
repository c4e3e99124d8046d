"""What duplicates are said to have in common, and what is noted of values that do not stay; no Qt."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum
from typing import TYPE_CHECKING, Any

from models.text.catalogue import mark_in
from ui.words import choice_name, field_name, language_name, thing_name, with_brackets

if TYPE_CHECKING:
    from models.actions.unite import Preview
    from models.rules.uniting import FieldOfTwo
    from models.text.catalogue import Words

REASONS = {
    "mail": mark_in("duplicate", "Same e-mail address"),
    "name": mark_in("duplicate", "Same name"),
    "order": mark_in("duplicate", "Family and given name exchanged"),
    "script": mark_in("duplicate", "Same name in another script"),
    "acronym": mark_in("duplicate", "Same acronym"),
    "spelling": mark_in("duplicate", "Similar spelling"),
}


def reason_name(reason: str, words: Words) -> str:
    """Return why two rows may be one, in a few words."""
    return words.say_in("duplicate", REASONS[reason])


def field_text(field: str, table: str, words: Words) -> str:
    """Return what a field is called; the title of a person is not that of a talk."""
    name, _, tag = field.partition(".")
    if (table, name) != ("person", "title"):
        return field_name(field, words)
    called = words.say_in("person", "Title")
    return with_brackets(called, language_name(tag, words), words) if tag else called


def value_text(field: str, value: Any, words: Words, *, sensitive: bool) -> str:
    """Return a value as it is shown in the preview; sensitive ones are not shown outside their own form."""
    if value in (None, "", ()):
        return "–"
    if sensitive:
        return words.say("Hidden: sensitive")
    if isinstance(value, Enum):
        return choice_name(value, words)
    if field in ("native_language", "languages"):
        tags: tuple[str, ...] = value if isinstance(value, tuple) else (str(value),)
        return ", ".join(language_name(tag, words) for tag in tags)
    return str(value)


def lost_note(preview: Preview, take: Collection[str], words: Words) -> str:
    """Return the lines for the note: values that do not stay, except what is sensitive."""
    lines = [
        f"{field_text(each.field, preview.table, words)}:"
        f" {value_text(each.field, _left(each, take), words, sensitive=False)}"
        for each in preview.fields
        if not each.sensitive and each.stays.value != "both" and each.kept and each.other
    ]
    return "\n".join([words.say("Not kept when two entries became one:"), *lines]) if lines else ""


def references_text(preview: Preview, words: Words) -> str:
    """Return what will point to the one that stays."""
    counted = ", ".join(
        f"{thing_name(table, words)} {number}" for table, number in sorted(preview.references.items())
    )
    if not counted:
        return words.say("Nothing refers to the one that goes.")
    return words.say("From now on these refer to the one that stays: {things}", things=counted)


def _left(each: FieldOfTwo, take: Collection[str]) -> Any:
    return each.kept if each.field in take else each.other
