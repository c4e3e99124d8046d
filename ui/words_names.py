"""How a sentence names a thing: by its title or name, in quotation marks where that is not a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.text.dates import DayForm, clock, day, offset
from models.text.names import full_name
from ui.data.clocks import utc_offset
from ui.words_things import thing_name, with_brackets

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from models.tables import Organisation, Row
    from models.text.catalogue import Words
    from models.text.localised import LocalisedText

NAMED = {
    "person",
    "delegate",
    "visit_day",
    "organisation",
    "party",
    "delegation",
    "place",
    "stay",
    "tour_stop",
    "tour_group",
}
"""What has a name rather than a title."""


class Namer:
    """Names things in the user's language, else in the first of the visit's that has a text."""

    def __init__(self, words: Words, languages: Sequence[str], home: str = "") -> None:
        self.words = words
        self._home = home
        self._languages = (words.language, *languages)

    def kind(self, table: str) -> str:
        """Return what a thing is, where it has no name."""
        return thing_name(table, self.words)

    def name(self, row: Row) -> str:
        """Return the name of a thing."""
        called = self._called(row)
        if not called:
            return self.kind(row.__tablename__)
        if row.__tablename__ in NAMED or (row.__tablename__ == "leg" and self._is_numbered(row)):
            return called
        return self.words.say("“{title}”", title=called)

    def full_name(self, organisation: Organisation) -> str:
        """Return the name of an organisation with its acronym, by which it is better known."""
        name, acronym = self._picked(organisation.name), organisation.acronym
        return (
            with_brackets(name, acronym, self.words)
            if name and acronym not in ("", name)
            else name or acronym
        )

    def placed(self, row: Row) -> str:
        """Return the name of a thing with its day and the time it begins."""
        thing: Any = row
        match row.__tablename__:
            case "schedule_item":
                from models.rules.zones import slot_at_home

                # Two that meet are told by one clock, that of the visit.
                date, time = slot_at_home(thing, self._home)[:2]
            case "leg":
                date, time = thing.departure_date, thing.departure_time
            case _:
                return self.name(row)
        when = day(date, self.words.language, DayForm.BARE)
        moment = f"{when} {clock(time)}" if time else when
        zone = thing.departure_zone if row.__tablename__ == "leg" else ""
        if time and zone and self._home:
            moment += _elsewhere(date, time, zone, self._home)
        return with_brackets(self.name(row), moment, self.words)

    def _called(self, row: Row) -> str:
        thing: Any = row
        match row.__tablename__:
            case "person":
                return full_name(thing.name, self.words.language).text
            case "delegate":
                return full_name(thing.person.name, self.words.language).text
            case "organisation":
                return thing.acronym or self._picked(thing.name)
            case "party":
                return self._called(thing.organisation)
            case "delegation":
                return self._picked(thing.title) or self._called(thing.organisation)
            case "visit_day":
                return day(thing.date, self.words.language, DayForm.NUMERIC)
            case "stay" | "tour_stop" as table:
                own = "" if table == "stay" else self._picked(thing.name)
                return own or (self._called(thing.place) if thing.place is not None else "")
            case "place" | "tour_group":
                return self._picked(thing.name)
            case "leg":
                return thing.number or self._picked(thing.title) or self._ends(thing)
            case "visit_contact":
                return self._picked(thing.name) or self._picked(thing.purpose)
            case "lab_tour":
                return ""
            case "meeting":
                own = self._picked(thing.title)
                return own or (self._picked(thing.series.title) if thing.series is not None else "")
            case _:
                return self._picked(thing.title)

    @staticmethod
    def _is_numbered(leg: Any) -> bool:
        return bool(leg.number)

    def _ends(self, leg: Any) -> str:
        places = (leg.from_place, leg.to_place)
        return " → ".join(self._called(place) for place in places if place is not None)

    def _picked(self, text: LocalisedText) -> str:
        written = text.pick(self._languages)
        return written.text if written else ""


def _elsewhere(date: dt.date, time: dt.time, zone: str, home: str) -> str:
    """Return how far a zone is from UTC, where its clock is not that of the visit."""
    there = utc_offset(date, time, zone)
    return "" if there is None or there == utc_offset(date, time, home) else f" {offset(there)}"
