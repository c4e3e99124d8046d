"""What can be chosen in the panel: kinds, states, places, people, audiences, as they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.names import full_name
from ui.kinds import ITEM_KINDS
from ui.words import code_name, with_brackets

if TYPE_CHECKING:
    from models.text.catalogue import Words
    from ui.values import ItemView, PlaceChoice, VisitView

Choices = list[tuple[str, str]]

STATUSES = ("tentative", "confirmed", "cancelled")


def captions(words: Words) -> dict[str, str]:
    """Return the labels of the fields."""
    return {
        "kind": words.say_in("window", "Kind"),
        "status": words.say_in("window", "State"),
        "place_id": words.say_in("window", "Place"),
        "chair": words.say_in("window", "Chair"),
        "audience": words.say_in("window", "Visible to"),
    }


def choices(visit: VisitView, words: Words) -> dict[str, Choices]:
    """Return codes and texts of all that can be chosen."""
    none = ("", words.say_in("window", "None"))
    places = [(place.id, place_name(place, visit, words)) for place in visit.places]
    people = [
        (person.id, with_brackets(full_name(person.name, words.language).text, person.organisation, words))
        for person in visit.people()
    ]
    return {
        "kind": [(code, code_name("ItemKind", code, words)) for code in ITEM_KINDS],
        "status": [(code, code_name("ItemStatus", code, words)) for code in STATUSES],
        "place_id": [none, *sorted(places, key=lambda place: place[1])],
        "chair": [none, *people],
        "audience": _audiences(visit, words),
    }


def chosen(item: ItemView) -> dict[str, str]:
    """Return which choices an entry has."""
    return {
        "kind": item.kind,
        "status": item.status,
        "place_id": item.place,
        "chair": item.chair,
        "audience": f"party:{item.audience_party}" if item.audience == "party" else item.audience,
    }


def stored(name: str, code: str) -> dict[str, object]:
    """Return a choice as the fields that are saved."""
    if name == "audience":
        audience, _, party = code.partition(":")
        return {"audience": audience, "audience_party_id": party or None}
    return {name: code or None if name in ("place_id", "chair") else code}


def code_of(name: str, fields: object) -> str:
    """Return the choice that saved fields stand for."""
    values = fields if isinstance(fields, dict) else {}
    if name == "audience" and values.get("audience_party_id"):
        return f"party:{values['audience_party_id']}"
    return str(values.get(name) or "")


def place_name(place: PlaceChoice, visit: VisitView, words: Words) -> str:
    """Return what a place is called in the language of the screen."""
    written = place.name.pick([words.language, *visit.languages])
    return written.text if written else words.say("Untitled")


def _audiences(visit: VisitView, words: Words) -> Choices:
    named = {code: code_name("Audience", code, words) for code in ("public", "parties", "office")}
    made = [(code, named[code]) for code in ("public", "parties")]
    made += [
        (f"party:{party.id}", words.say("{organisation} only", organisation=party.name))
        for party in visit.parties
    ]
    return [*made, ("office", named["office"])]
