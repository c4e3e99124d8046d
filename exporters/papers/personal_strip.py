"""The strip at the foot of a personal itinerary: hotel, own contact, emergency."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exporters.document import Cell, Row, Run, Style, Table, TableKind
from exporters.papers import phrases
from exporters.papers.itinerary_facts import clocks_of, paper_period
from exporters.papers.itinerary_travel import check, contact_name, contacts_of, reached, stays_of
from exporters.papers.measuring import height
from exporters.papers.personal_table import RIGHT
from exporters.papers.scribe import merged, plain
from exporters.papers.times import clock_change
from models.rules.journeys import nights_of, sleeps_in
from models.text.dates import DayForm, night_count, offset

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.papers.personal_rows import Texts
    from exporters.papers.personal_table import Faces
    from exporters.papers.scribe import Runs, Scribe
    from exporters.papers.times import Clocks
    from exporters.papers.view import Scope
    from models.rules.journeys import Nights
    from models.rules.sequence import DayPlan
    from models.tables import Party, Stay, VisitContact

COLUMNS = (57.0, 57.0, 56.0)
WIDTH = 170.0
_AROUND = 8.5
"""The space above the strip, its padding and its lines."""

Parts = tuple[tuple[str, "list[Texts]"], ...]


def strip_parts(scope: Scope, scribe: Scribe, party: Party, days: Sequence[DayPlan]) -> Parts:
    """Return what stands in the strip: what there is of hotel, own contact and emergency."""
    emergency = [*_emergency(scope, scribe)]
    last = phrases.EMERGENCY if emergency else phrases.TIMES
    parts = (
        (phrases.HOTEL, [*_hotel(scope, scribe)]),
        (phrases.CONTACT, [*_own_contact(scope, scribe, party)]),
        (last, [*emergency, *_clocks(scope, scribe, party, days)]),
    )
    return tuple((message, texts) for message, texts in parts if any(any(lines) for lines in texts))


def strip_table(scribe: Scribe, parts: Parts, faces: Faces) -> Table:
    """Set the strip."""
    cells = tuple(
        Cell(
            (
                scribe.label(message, Style.TABLE_HEAD),
                *(
                    paragraph
                    for lines in texts
                    if any(lines)
                    for paragraph in scribe.under_each_other(lines, faces.small, faces.second)
                ),
            )
        )
        for message, texts in parts
    )
    widths = COLUMNS if len(cells) == len(COLUMNS) else (WIDTH / len(cells),) * len(cells)
    name = scribe.word(phrases.TABLE_STRIP, scribe.first).text
    says = scribe.word(phrases.TABLE_CONTACTS_SAYS, scribe.first).text
    return Table(widths, (Row(cells),), name, says, kind=TableKind.STRIP)


def strip_height(strip: Table) -> float:
    """Return how high the strip is, with the space above it."""
    (row,) = strip.rows
    return _AROUND + max(
        height(cell.paragraphs, width - RIGHT)
        for cell, width in zip(row.cells, strip.columns_mm, strict=True)
    )


def _hotel(scope: Scope, scribe: Scribe) -> Iterator[Texts]:
    (person,) = scope.people
    for stay in stays_of(scope):
        if stay.place is not None:
            yield scribe.texts(partial(scribe.runs, stay.place.name))
        room = next((room for room in stay.rooms if sleeps_in(room, (person,))), None)
        yield scribe.texts(
            partial(_nights, scribe, stay, nights_of(stay, room, [scope.view.days_of(person)]))
        )
        if room is not None and room.number:
            number = room.number
            yield scribe.texts(
                lambda language, number=number: (scribe.word(phrases.ROOM_NUMBER, language, number=number),)
            )
        if stay.place is not None and stay.place.phone:
            yield ((plain(stay.place.phone, "en"),),)


def _nights(scribe: Scribe, stay: Stay, when: Nights, language: str) -> Runs:
    nights = night_count((when.check_out - when.check_in).days, language)
    form = DayForm.BARE if stay.check_in_time else DayForm.SHORT
    arriving = check(scribe, phrases.CHECK_IN, when.check_in, stay.check_in_time, language, form=form)
    return scribe.filled(phrases.AND_THEN, language, one=arriving, two=nights)


def _own_contact(scope: Scope, scribe: Scribe, party: Party) -> Iterator[Texts]:
    """Yield the desk of the own side, else the first contact that is no emergency number."""
    usual = [contact for contact in contacts_of(scope) if not contact.emergency]
    own = [contact for contact in usual if contact.party_id == party.id] or usual
    for contact in own[:1]:
        yield scribe.texts(partial(contact_name, scribe, contact))
        yield from (((plain(text, "en"),),) for text in reached(contact) if text)


def _emergency(scope: Scope, scribe: Scribe) -> Iterator[Texts]:
    for contact in contacts_of(scope):
        if contact.emergency:
            yield scribe.texts(partial(_called, scribe, contact))


def _called(scribe: Scribe, contact: VisitContact, language: str) -> Runs:
    phone, _ = reached(contact)
    return merged((*contact_name(scribe, contact, language), plain(f"  {phone}", "en")))


def _clocks(scope: Scope, scribe: Scribe, party: Party, days: Sequence[DayPlan]) -> Iterator[Texts]:
    clocks = clocks_of(scope.view.visit, party, paper_period(scope, party, days))
    if clocks is None:
        return
    yield scribe.texts(lambda language: (_difference(scribe, clocks, language),))
    for date in clocks.changes():
        yield scribe.texts(lambda language, date=date: (clock_change(scribe, clocks, date, language),))


def _difference(scribe: Scribe, clocks: Clocks, language: str) -> Run:
    here, there = clocks.here(clocks.first), clocks.there(clocks.first)
    if not clocks.home:
        return scribe.word(phrases.LOCAL_ONLY, language, zone=offset(here))
    if here == there:
        return scribe.word(phrases.NO_DIFFERENCE, language, zone=offset(here))
    return scribe.word(phrases.LOCAL_AND_HOME, language, zone=offset(here), home=offset(there))
