"""Travel, nights and contacts of a delegation's itinerary."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exporters.document import Block, Cell, Look, Paragraph, Row, Rule, Run, Style, Table, TableKind
from exporters.papers import phrases
from exporters.papers.entries import with_terminal
from exporters.papers.itinerary_facts import FACTS, fact
from exporters.papers.legs import in_a_row, passenger_lines
from exporters.papers.scribe import Runs, plain
from exporters.papers.times import NO_ZONE, days_on_the_way, zone_name, zone_names
from models.rules.journeys import LONG_DISTANCE, nights_of, sleeps_in
from models.rules.zones import arrival, comparable, departure, minutes_between
from models.tables import RoomKind
from models.text.dates import DayForm, clock, clock_range, day, day_range, duration, night_count
from models.text.localised import NO_TEXT
from models.text.names import full_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from exporters.papers.people import Cast
    from exporters.papers.scribe import Scribe
    from exporters.papers.view import Scope
    from models.rules.journeys import Nights
    from models.rules.sequence import DayPlan
    from models.tables import Leg, Place, Room, Stay, VisitContact
    from models.text.localised import LocalisedText

LEGS = (27.0, 22.0, 42.0, 42.0, 37.0)
KEPT = 8
"""A shorter table stays on one page."""
CONTACTS = (44.0, 56.0, 70.0)


def travel_blocks(scope: Scope, cast: Cast, scribe: Scribe, days: Sequence[DayPlan]) -> list[Block]:
    """Make the table of long-distance legs and the facts of each stay."""
    legs = [leg for plan in days for leg in plan.legs if leg.kind in LONG_DISTANCE or leg.number]
    stays = stays_of(scope)
    blocks: list[Block] = [_legs(scope, cast, scribe, legs)] if legs else []
    if stays:
        rows = [row for stay in stays for row in _stay_rows(scope, scribe, stay)]
        name = scribe.word(phrases.HOTEL, scribe.first).text
        says = scribe.word(phrases.TABLE_STAYS_SAYS, scribe.first).text
        blocks.append(Table(FACTS, tuple(rows), name, says, kind=TableKind.FACTS))
    return blocks


def _legs(scope: Scope, cast: Cast, scribe: Scribe, legs: Sequence[Leg]) -> Table:
    heads = (phrases.DATE, phrases.SERVICE, phrases.DEPARTURE, phrases.ARRIVAL, phrases.DURATION)
    return Table(
        LEGS,
        _kept([_leg(scope, cast, scribe, leg) for leg in legs]),
        scribe.word(phrases.TRAVEL, scribe.first).text,
        scribe.word(phrases.TABLE_LEGS_SAYS, scribe.first).text,
        (Row(tuple(Cell((scribe.label(head, Style.TABLE_HEAD),)) for head in heads), Rule.STRONG),),
    )


def _leg(scope: Scope, cast: Cast, scribe: Scribe, leg: Leg) -> Row:
    start, end = departure(leg, NO_ZONE), arrival(leg, NO_ZONE)
    if start and end and start.zone and end.zone:
        zones = zone_names(start, end)
    else:
        zones = (zone_name(start) if start else "", zone_name(end) if end else "")
    later = days_on_the_way(leg)
    lasts: list[Paragraph] = []
    if start and end and comparable(start, end) and (start.zone or not scope.view.visit.time_zone):
        minutes = minutes_between(start, end)
        lasts += scribe.each(lambda language: (Run(duration(minutes, language), language),), Style.CELL)
    if code := _shared_code(scope, leg):
        lasts += scribe.each(lambda language: (scribe.word(phrases.BOOKING, language, code=code),))
    lasts += passenger_lines(scope, cast, leg)
    return Row(
        (
            Cell(scribe.each(partial(_day, leg), Style.CELL)),
            Cell(scribe.each(partial(_service, scribe, leg), Style.CELL)),
            Cell(
                _end(
                    scribe, leg.from_place, leg.departure_terminal, leg.departure_time, zone=zones[0], later=0
                )
            ),
            Cell(
                _end(scribe, leg.to_place, leg.arrival_terminal, leg.arrival_time, zone=zones[1], later=later)
            ),
            Cell(tuple(lasts)),
        )
    )


def _day(leg: Leg, language: str) -> Runs:
    return (Run(day(leg.departure_date, language, DayForm.SHORT), language),)


def _service(scribe: Scribe, leg: Leg, language: str) -> Runs:
    """Write the number of a leg, else what kind it is."""
    return (plain(leg.number, language) if leg.number else scribe.word(phrases.LEGS[leg.kind], language),)


def _end(
    scribe: Scribe,
    place: Place | None,
    terminal: LocalisedText,
    time: dt.time | None,
    *,
    zone: str,
    later: int,
) -> tuple[Paragraph, ...]:
    """Write one end of a leg: its clock and zone, then where it is."""
    if time is None:
        lines = [
            *scribe.each(lambda language: (Run(clock_range(None, None, language), language),), Style.CELL)
        ]
    else:
        shown = clock(time) + (f" {later:+d}" if later else "")
        first = (
            Run(shown, scribe.first, Look.FIGURES),
            *((Run(f"  {zone}", "en", Look.QUIET),) if zone else ()),
        )
        lines = [Paragraph(first)]
    if place is not None:
        named = [with_terminal(scribe, place, terminal or NO_TEXT, language) for language in scribe.languages]
        lines += scribe.under_each_other(named, Style.CELL_SMALL, Style.SECOND_LANGUAGE)
    return tuple(lines)


def _shared_code(scope: Scope, leg: Leg) -> str:
    """Return the booking code if one stands for all: a person's own is on that person's paper alone."""
    codes = {
        passenger.booking_code
        for passenger in leg.passengers
        if not scope.people or passenger.person_id in scope.people
    }
    return codes.pop() if len(codes) == 1 else ""


def _kept(rows: Sequence[Row]) -> tuple[Row, ...]:
    if len(rows) > KEPT:
        return tuple(rows)
    return (*(row._replace(keep_with_next=True) for row in rows[:-1]), *rows[-1:])


def stays_of(scope: Scope) -> list[Stay]:
    """Return the stays that stand on a paper, in their order."""
    stays = [stay for stay in scope.view.visit.stays if scope.holds_stay(stay)]
    return sorted(stays, key=lambda stay: (stay.check_in, stay.check_out, stay.order, stay.id))


def _stay_rows(scope: Scope, scribe: Scribe, stay: Stay) -> list[Row]:
    rows: list[Row] = []
    if stay.place is not None:
        rows.append(fact(scribe, phrases.HOTEL, _hotel(scribe, stay.place)))
    ours = [room for room in stay.rooms if _is_ours(scope, room)]
    # Rooms with nights of their own get a line of their own.
    nights_by_room = [(_room_nights(scope, stay, room), room) for room in ours]
    whens = sorted({when for when, _ in nights_by_room}) or [nights_of(stay)]
    nights: list[Paragraph] = []
    for when in whens:
        rooms = [room for own, room in nights_by_room if own == when]
        nights += scribe.each(partial(_nights, scribe, stay, when, rooms), Style.CELL)
    if stay.remarks:
        nights += scribe.stacked(stay.remarks, Style.SPEAKER)
    rows.append(fact(scribe, phrases.NIGHTS, nights))
    return rows


def _room_nights(scope: Scope, stay: Stay, room: Room) -> Nights:
    """Return the nights of a room for those of the paper who sleep in it."""
    people = [one.person_id for one in room.occupants if not scope.people or one.person_id in scope.people]
    return nights_of(stay, room, [scope.view.days_of(person) for person in people])


def _hotel(scribe: Scribe, hotel: Place) -> list[Paragraph]:
    lines: list[Runs] = []
    for language in scribe.languages:
        parts = [scribe.runs(hotel.name, language), scribe.runs(hotel.address, language)]
        if hotel.phone and language == scribe.first:
            parts.append((scribe.word(phrases.TELEPHONE, language, number=hotel.phone),))
        lines.append(in_a_row(scribe, parts, language))
    return [*scribe.under_each_other(lines, Style.CELL, Style.SECOND_LANGUAGE)]


def _nights(scribe: Scribe, stay: Stay, when: Nights, rooms: Sequence[Room], language: str) -> Runs:
    nights = night_count((when.check_out - when.check_in).days, language)
    parts: list[Runs] = [
        check(scribe, phrases.CHECK_IN, when.check_in, stay.check_in_time, language),
        check(scribe, phrases.CHECK_OUT, when.check_out, stay.check_out_time, language),
        (Run(nights, language),),
    ]
    for kind in RoomKind:
        number = sum(room.kind is kind for room in rooms)
        if number:
            name = scribe.word(phrases.ROOMS[kind], language).text
            parts.append((scribe.word(phrases.ROOM_COUNT, language, kind=name, number=str(number)),))
    return in_a_row(scribe, parts, language)


def _is_ours(scope: Scope, room: Room) -> bool:
    return not scope.people or not room.occupants or sleeps_in(room, scope.people)


def check(
    scribe: Scribe,
    message: str,
    date: dt.date,
    time: dt.time | None,
    language: str,
    *,
    form: DayForm = DayForm.SHORT,
) -> Runs:
    """Write when one moves in or out."""
    when = day(date, language, form)
    if time is not None:
        when = scribe.word(phrases.DAY_AND_TIME, language, day=when, time=clock(time)).text
    return (scribe.word(message, language, when=when),)


def contact_blocks(scope: Scope, scribe: Scribe) -> list[Block]:
    """Make the table of contacts, emergency numbers last."""
    contacts = contacts_of(scope)
    if not contacts:
        return []
    heads = (phrases.PURPOSE, phrases.CONTACT, phrases.REACHED)
    return [
        Table(
            CONTACTS,
            _kept([_contact(scribe, contact) for contact in contacts]),
            scribe.word(phrases.CONTACTS, scribe.first).text,
            scribe.word(phrases.TABLE_CONTACTS_SAYS, scribe.first).text,
            (Row(tuple(Cell((scribe.label(head, Style.TABLE_HEAD),)) for head in heads), Rule.STRONG),),
        )
    ]


def contacts_of(scope: Scope) -> list[VisitContact]:
    """Return the contacts that stand on a paper, emergency numbers last."""
    contacts = [contact for contact in scope.view.visit.contacts if scope.sees(contact)]
    return sorted(contacts, key=lambda contact: contact.emergency)


def purpose(scribe: Scribe, contact: VisitContact, language: str) -> Runs:
    """Write what a contact is for."""
    if contact.purpose:
        return scribe.runs(contact.purpose, language)
    return (scribe.word(phrases.EMERGENCY if contact.emergency else phrases.CONTACT, language),)


def contact_name(scribe: Scribe, contact: VisitContact, language: str) -> Runs:
    """Write who answers: a desk by its name, a person by theirs."""
    if contact.name:
        return scribe.runs(contact.name, language)
    if contact.person is None:
        return ()
    name = full_name(contact.person.name, language)
    return (Run(name.text, name.language),)


def reached(contact: VisitContact) -> tuple[str, str]:
    """Return the telephone number and the e-mail address of a contact."""
    person = contact.person
    return (
        contact.phone or (person.phone if person else ""),
        contact.email or (person.email if person else ""),
    )


def _days(contact: VisitContact, language: str) -> Runs:
    """Write on which days a contact can be reached, if not always."""
    if not (contact.first_day and contact.last_day):
        return ()
    return (Run(day_range(contact.first_day, contact.last_day, language, DayForm.SHORT), language),)


def _contact(scribe: Scribe, contact: VisitContact) -> Row:
    names = [contact_name(scribe, contact, language) for language in scribe.languages]
    phone, email = reached(contact)
    text = "  ".join(part for part in (phone, email) if part)
    return Row(
        (
            Cell(
                scribe.under_each_other(
                    [purpose(scribe, contact, language) for language in scribe.languages],
                    Style.CELL,
                    Style.SECOND_LANGUAGE,
                )
            ),
            Cell(
                (
                    *scribe.under_each_other(names, Style.CELL, Style.SECOND_LANGUAGE),
                    *scribe.each(partial(_days, contact)),
                )
            ),
            Cell((Paragraph((plain(text, "en"),)),) if text else ()),
        )
    )
