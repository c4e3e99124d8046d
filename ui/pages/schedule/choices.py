"""What can be picked in the panel of an entry: places, people, meetings and parties of its visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.matching import holds
from models.text.names import full_name
from models.text.ordinals import edition
from ui.forms.record import Offer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from models.text.catalogue import Words
    from models.text.localised import LocalisedText
    from ui.values import VisitView

    # Key, what it is called, what tells it from its likes, and by which texts it is found.
    Row = tuple[str, str, str, Iterable[str]]


def offers_of(visit: VisitView, words: Words, table: str, text: str) -> Sequence[Offer]:
    """Return the rows of a table that the visit knows and that fit what is typed."""
    rows = (
        row
        for row in _rows(visit, words, table)
        if not text.strip() or any(holds(own, text) for own in row[3])
    )
    found = [Offer(key, called, detail) for key, called, detail, _texts in rows]
    return found if table == "party" else sorted(found, key=lambda offer: offer.text)


def called_in(visit: VisitView, words: Words, table: str, key: str) -> str:
    """Return what a row is called that the visit knows; empty where it does not."""
    return next((called for own, called, *_ in _rows(visit, words, table) if own == key), "")


def _rows(visit: VisitView, words: Words, table: str) -> Iterator[Row]:
    match table:
        case "place":
            for place in visit.places:
                yield place.id, _named(place.name, visit, words), "", place.name.values()
        case "person":
            for person in visit.people():
                name = person.name
                texts = (*name.family.values(), *name.given.values(), *name.reading.values())
                whole = {full_name(name, tag).text for tag in (words.language, *visit.languages)}
                called = full_name(name, words.language).text
                yield person.id, called, person.organisation, (*texts, *whole, person.organisation)
        case "meeting":
            for meeting in visit.meetings:
                written = meeting.title.pick([words.language, *visit.languages])
                called = edition(meeting.number, written.text, written.language) if written else ""
                yield meeting.id, called or words.say("Untitled"), "", (called, *meeting.title.values())
        case "party":
            for party in visit.parties:
                yield party.id, party.name, "", (party.name,)
        case _:
            return


def _named(name: LocalisedText, visit: VisitView, words: Words) -> str:
    written = name.pick([words.language, *visit.languages])
    return written.text if written else words.say("Untitled")
