"""What the rows that a loaded row refers to are called, for its form."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from models.rules.titles import meeting_title
from models.tables import Meeting
from models.text.languages import known_languages
from models.text.localised import LocalisedText
from models.text.names import Name
from models.text.ordinals import edition

if TYPE_CHECKING:
    from models.tables import Row
    from ui.forms.record import Called

_NAMES = ("title", "name", "short_title", "text", "form")


@cache
def _references(kind: type[Row]) -> tuple[tuple[str, str], ...]:
    """Return by relationship that follows a reference: its name and its column."""
    return tuple(
        (relation.key, next(iter(relation.local_columns)).name)
        for relation in kind.__mapper__.relationships
        if "follow" in relation.info
    )


def labels_of(row: Row) -> dict[str, Called]:
    """Return what each loaded reference of a row is called, by column."""
    labels: dict[str, Called] = {}
    for name, column in _references(type(row).__mro__[1]):
        target = getattr(row, name, None)
        if target is not None:
            labels[column] = called(target)
    return labels


def called(row: Any) -> Called:
    """Return what a row is called: its own name or title, else that of what it stands for."""
    if isinstance(row, Meeting):
        known = known_languages()
        title = {
            tag: edition(row.number, text, tag) if tag in known else text
            for tag, text in meeting_title(row).items()
        }
        return LocalisedText(title)
    name = getattr(row, "name", None)
    if isinstance(name, Name):
        return name
    acronym = getattr(row, "acronym", "")
    if acronym:
        return acronym
    for field in _NAMES:
        value = getattr(row, field, None)
        if isinstance(value, LocalisedText) and value:
            return value
    for field in ("person", "organisation", "series", "stop", "place"):
        target = getattr(row, field, None)
        if target is not None:
            return called(target)
    return ""
