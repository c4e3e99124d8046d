"""The itinerary of one person: one page that folds into a jacket."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.document import (
    COVER_RULE,
    Block,
    Cell,
    Document,
    Paragraph,
    Row,
    Rule,
    Run,
    Style,
    Table,
    TableKind,
)
from exporters.papers import phrases
from exporters.papers.fitting import fit
from exporters.papers.frame import framed
from exporters.papers.itinerary_days import day_heading
from exporters.papers.itinerary_facts import clocks_of, paper_period
from exporters.papers.itinerary_travel import check, contact_name, contacts_of, reached, stays_of
from exporters.papers.people import Cast
from exporters.papers.personal_rows import Line, lines_of_day, row_of
from exporters.papers.scribe import Runs, Scribe, merged, plain, text_of
from exporters.papers.times import assumed_note, assumed_times, clock_change
from exporters.papers.view import Scope, View
from models.errors import NotFound
from models.rules.audiences import Reader
from models.tables import Audience
from models.text.dates import DayForm, day, day_range, night_count, offset

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.rules.sequence import DayPlan
    from models.tables import Party, Person, Visit

COLUMNS = (27.0, 16.0, 97.0, 30.0)
STRIP = (57.0, 57.0, 56.0)
WIDTH = 170.0


@dataclass(frozen=True, slots=True)
class PersonalOptions:
    """Whose itinerary it is, in one or two languages."""

    languages: tuple[str, ...]
    person: str
    today: dt.date
    reader: Reader | None = None
    """Who else may read it; without it, it is for the person's own party."""


def build(visit: Visit, options: PersonalOptions, view: View | None = None) -> Document:
    """Build the itinerary of one person."""
    view = view or View(visit)
    scribe = view.scribe(options.languages)
    posts = view.attendance.posts(options.person)
    if not posts:
        raise NotFound(what="person", text=options.person)
    delegation, delegate = posts[0]
    person = delegate.person
    readers = tuple(dict.fromkeys(Reader(Audience.PARTY, one.party_id) for one, _ in posts))
    chosen = options.reader is not None
    scope = Scope(view, (options.reader,) if options.reader else readers, (person.id,), chosen=chosen)
    days = scope.days()
    items = [item for plan in days for item in plan.items]
    assumed = assumed_times(items, among_legs=any(plan.legs for plan in days))
    cast = Cast(view, scribe)
    note = assumed_note(scribe, assumed)
    planned = [(plan, lines_of_day(scope, scribe, plan, person.id, assumed)) for plan in days]
    names = [cast.name_and_post(person, language) for language in scribe.languages]
    strip = _strip(scope, scribe, delegation.party, days)
    lines = max(len(cell.paragraphs) for cell in strip.rows[0].cells) if strip else 0
    shown = fit(scribe, planned, title=names[0], strip_lines=lines, has_note=bool(note))
    held = {link.meeting_id for item in items for link in item.meetings}
    meetings = [meeting for meeting in view.meetings if meeting.id in held]
    blocks: list[Block] = [
        *_titles(scope, scribe, delegation.party, names, days),
        COVER_RULE,
        *((_table(scribe, shown),) if shown else ()),
        *((strip,) if strip else ()),
        *note,
    ]
    return framed(
        view,
        scribe,
        blocks,
        title=scribe_title(scribe, cast, person),
        paper=phrases.PERSONAL_ITINERARY,
        today=options.today,
        meetings=meetings or view.meetings,
        house=delegate.organisation or delegation.organisation,
    )


def scribe_title(scribe: Scribe, cast: Cast, person: Person) -> str:
    """Return the title of the document: whose itinerary it is."""
    name = text_of(cast.names([person], scribe.first))
    return scribe.word(phrases.PERSON_AT_VISIT, scribe.first, name=name).text


def _titles(
    scope: Scope, scribe: Scribe, party: Party, names: Sequence[Runs], days: Sequence[DayPlan]
) -> Iterator[Paragraph]:
    period = paper_period(scope, party, days)
    yield scribe.label(phrases.PERSONAL_ITINERARY, Style.OVERLINE)
    yield Paragraph(names[0], Style.TITLE)
    for place, language in enumerate(scribe.languages):
        about = scribe.runs(scope.view.visit.title, language)
        if period is not None and about:
            dates = day_range(*period, language)
            about = scribe.filled(phrases.AND_THEN, language, one=about, two=dates)
        if place == 0:
            yield Paragraph(about, Style.SUBTITLE)
            continue
        who = names[place]
        gap = (Run("  ", language),) if text_of(who) != text_of(names[0]) and about else ()
        yield Paragraph(merged((*(who if gap else ()), *gap, *about)), Style.SECOND_LANGUAGE)


def _table(scribe: Scribe, days: Sequence[tuple[DayPlan, Sequence[Line]]]) -> Table:
    rows: list[Row] = []
    for plan, lines in days:
        dated = day(plan.date, scribe.first, DayForm.SHORT)
        heading = Paragraph(day_heading(scribe, plan, dated), Style.DAY_ROW)
        rows.append(Row((Cell((heading,), span=4),), keep_with_next=True))
        place = ""
        for number, line in enumerate(lines, 1):
            rows.append(row_of(scribe, line, place, last=number == len(lines)))
            place = line.place_key
    heads = (phrases.TIME, phrases.ROLE, phrases.ITEM, phrases.PLACE)
    return Table(
        COLUMNS,
        tuple(rows),
        scribe.word(phrases.PERSONAL_ITINERARY, scribe.first).text,
        scribe.word(phrases.TABLE_PERSON_SAYS, scribe.first).text,
        (Row(tuple(Cell((_head(scribe, head),)) for head in heads), Rule.STRONG),),
    )


def _head(scribe: Scribe, message: str) -> Paragraph:
    """Write a head; the narrow column of roles has room for one language."""
    if message == phrases.ROLE:
        return Paragraph((scribe.word(message, scribe.first),), Style.TABLE_HEAD)
    return scribe.label(message, Style.TABLE_HEAD)


def _strip(scope: Scope, scribe: Scribe, party: Party, days: Sequence[DayPlan]) -> Table | None:
    """Make the strip at the foot: hotel, own contact, emergency; what there is of them."""
    emergency = [*_emergency(scope, scribe)]
    last = phrases.EMERGENCY if emergency else phrases.TIMES
    parts = (
        (phrases.HOTEL, _hotel_lines(scope, scribe)),
        (phrases.CONTACT, _own_contact(scope, scribe, party)),
        (last, [*emergency, *_clock_line(scope, scribe, party, days)]),
    )
    cells = tuple(_block(scribe, message, lines) for message, lines in parts if any(lines))
    if not cells:
        return None
    widths = STRIP if len(cells) == len(STRIP) else (WIDTH / len(cells),) * len(cells)
    name = scribe.word(phrases.TABLE_STRIP, scribe.first).text
    says = scribe.word(phrases.TABLE_CONTACTS_SAYS, scribe.first).text
    return Table(widths, (Row(cells),), name, says, kind=TableKind.STRIP)


def _block(scribe: Scribe, message: str, lines: Sequence[Runs]) -> Cell:
    shown = (Paragraph(runs, Style.CELL_SMALL) for runs in lines if runs)
    return Cell((scribe.label(message, Style.TABLE_HEAD), *shown))


def _hotel_lines(scope: Scope, scribe: Scribe) -> list[Runs]:
    lines: list[Runs] = []
    language = scribe.first
    (person,) = scope.people
    for stay in stays_of(scope):
        if stay.place is not None:
            lines.append(scribe.runs(stay.place.name, language))
        nights = night_count((stay.check_out - stay.check_in).days, language)
        form = DayForm.BARE if stay.check_in_time else DayForm.SHORT
        arriving = check(scribe, phrases.CHECK_IN, stay.check_in, stay.check_in_time, language, form=form)
        lines.append(scribe.filled(phrases.AND_THEN, language, one=arriving, two=nights))
        room = next((r for r in stay.rooms if any(o.person_id == person for o in r.occupants)), None)
        if room is not None and room.number:
            lines.append((scribe.word(phrases.ROOM_NUMBER, language, number=room.number),))
        if stay.place is not None and stay.place.phone:
            lines.append((plain(stay.place.phone, "en"),))
    return lines


def _own_contact(scope: Scope, scribe: Scribe, party: Party) -> list[Runs]:
    """Return the desk of the own side, else the first contact that is no emergency number."""
    usual = [contact for contact in contacts_of(scope) if not contact.emergency]
    own = [contact for contact in usual if contact.party_id == party.id] or usual
    lines: list[Runs] = []
    for contact in own[:1]:
        phone, email = reached(contact)
        lines.append(contact_name(scribe, contact, scribe.first))
        lines.append((plain(phone, "en"),) if phone else ())
        lines.append((plain(email, "en"),) if email else ())
    return lines


def _emergency(scope: Scope, scribe: Scribe) -> Iterator[Runs]:
    for contact in contacts_of(scope):
        if contact.emergency:
            phone, _ = reached(contact)
            yield merged((*contact_name(scribe, contact, scribe.first), plain(f"  {phone}", "en")))


def _clock_line(scope: Scope, scribe: Scribe, party: Party, days: Sequence[DayPlan]) -> Iterator[Runs]:
    clocks = clocks_of(scope.view.visit, party, paper_period(scope, party, days))
    if clocks is None:
        return
    here, there = clocks.here(clocks.first), clocks.there(clocks.first)
    if not clocks.home:
        yield (scribe.word(phrases.LOCAL_ONLY, scribe.first, zone=offset(here)),)
    elif here == there:
        yield (scribe.word(phrases.NO_DIFFERENCE, scribe.first, zone=offset(here)),)
    else:
        yield (scribe.word(phrases.LOCAL_AND_HOME, scribe.first, zone=offset(here), home=offset(there)),)
    for date in clocks.changes():
        yield (clock_change(scribe, clocks, date, scribe.first),)
