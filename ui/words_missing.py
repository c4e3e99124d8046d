"""What is said where a text stands in a picker that is nothing of its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.catalogue import mark

if TYPE_CHECKING:
    from models.text.catalogue import Words

_OF = {
    "person": mark("Nobody of this name."),
    "organisation": mark("No organisation of this name."),
    "place": mark("No place of this name."),
    "series": mark("No series of this name."),
    "meeting": mark("No meeting of this name."),
    "country": mark("No country of this name."),
    "zone": mark("This is no known time zone; type a city, like Seoul"),
}
_OTHER = mark("Nothing in the list is called so.")


def nothing_called(table: str, words: Words, *, creates: bool = False) -> str:
    """Return that nothing of a table is called as was typed, and what can be done about it."""
    said = words.say(_OF.get(table, _OTHER))
    if table in ("country", "zone"):
        return said
    what = words.say("Choose one, or “Create”.") if creates else words.say("Choose from the list.")
    return f"{said} {what}"
