"""The itinerary of one person: one page that folds into a jacket."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from exporters.document import (
    COVER_RULE,
    Block,
    Cell,
    Document,
    PageBreak,
    Paragraph,
    Row,
    Rule,
    Run,
    Style,
    Table,
    TableKind,
    side_by_side,
)
from exporters.papers import phrases
from exporters.papers.fitting import PAGE, fit
from exporters.papers.frame import framed
from exporters.papers.itinerary_facts import paper_period
from exporters.papers.measuring import POINT, height
from exporters.papers.people import Cast
from exporters.papers.personal_rows import lines_of_day
from exporters.papers.personal_strip import WIDTH, Parts, strip_height, strip_parts, strip_table
from exporters.papers.personal_table import SIGNS, Form, columns, signs_among
from exporters.papers.scribe import Runs, Scribe, merged, text_of
from exporters.papers.times import assumed_note, assumed_times, noted
from exporters.papers.view import Scope, View
from models.errors import NotFound
from models.rules.audiences import Reader
from models.tables import Audience
from models.text.dates import day_range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.rules.sequence import DayPlan
    from models.tables import Party, Person, Visit

_COVER = 37.5
"""Overline, title, one subtitle, rule and the head of the table, in millimetres."""
_SUBTITLE = 14 * POINT
_ABOVE_NOTE = 4 * POINT


@dataclass(frozen=True, slots=True)
class PersonalOptions:
    """Whose itinerary it is, in one or two languages."""

    languages: tuple[str, ...]
    person: str
    today: dt.date
    reader: Reader | None = None
    """Who else may read it; without it, it is for the person's own party."""
    final: bool = False
    """Whether it is what is sent out, and no draft."""


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
    sheet = _sheet(scope, scribe, delegation.party, person, days)
    blocks = sheet.blocks
    if not sheet.fits and scribe.others:
        # The two sides of one sheet of paper: each reader has the whole in one language on one page.
        alone = [view.scribe((language,)) for language in scribe.languages]
        pages = [_sheet(scope, each, delegation.party, person, days).blocks for each in alone]
        blocks = [*pages[0], *(block for page in pages[1:] for block in (PageBreak(), *page))]
    held = {link.meeting_id for plan in days for item in plan.items for link in item.meetings}
    meetings = [meeting for meeting in view.meetings if meeting.id in held]
    return framed(
        view,
        scribe,
        blocks,
        title=scribe_title(scribe, Cast(view, scribe), person),
        paper=phrases.PERSONAL_ITINERARY,
        today=options.today,
        final=options.final,
        meetings=meetings or view.meetings,
        house=delegate.organisation or delegation.organisation,
    )


class _Sheet(NamedTuple):
    blocks: list[Block]
    fits: bool


def _sheet(scope: Scope, scribe: Scribe, party: Party, person: Person, days: Sequence[DayPlan]) -> _Sheet:
    """Set the itinerary in some languages, on one page if it can be."""
    cast = Cast(scope.view, scribe)
    items = [item for plan in days for item in plan.items]
    assumed = assumed_times(items, among_legs=any(plan.legs for plan in days))
    note = assumed_note(scribe, assumed)
    planned = [(plan, lines_of_day(scope, scribe, plan, person.id, assumed)) for plan in days]
    names = [cast.name_and_post(person, language) for language in scribe.languages]
    parts = strip_parts(scope, scribe, party, days)
    setting = fit(scribe, planned, _Page(scribe, names[0], parts, note).room)
    blocks: list[Block] = [
        *_titles(scope, scribe, party, names, days),
        COVER_RULE,
        *((_table(scribe, setting.rows, setting.form),) if setting.rows else ()),
        *((strip_table(scribe, parts, setting.form.faces),) if parts else ()),
        *_notes(scribe, note, signs_among(scribe, setting.rows)),
    ]
    return _Sheet(blocks, setting.fits)


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


class _Page(NamedTuple):
    """What stands around the rows and takes its room on the page."""

    scribe: Scribe
    title: Runs
    parts: Parts
    note: tuple[Paragraph, ...]

    def room(self, form: Form) -> float:
        """Return how high the rows may be."""
        room = PAGE - _COVER - len(self.scribe.others) * _SUBTITLE
        room -= height([Paragraph(self.title, Style.TITLE)], WIDTH) - height(
            [Paragraph((), Style.TITLE)], WIDTH
        )
        if self.parts:
            room -= strip_height(strip_table(self.scribe, self.parts, form.faces))
        notes = _notes(self.scribe, self.note, SIGNS if form.close else SIGNS[1:])
        return room - height(notes, WIDTH) - _ABOVE_NOTE * len(notes)


def _notes(
    scribe: Scribe, note: tuple[Paragraph, ...], signs: Sequence[tuple[str, str]]
) -> tuple[Paragraph, ...]:
    """Explain below everything the times that are assumed and the signs that stand for places."""
    if not signs:
        return note
    said = [
        scribe.word(message, language, sign=scribe.word(sign, scribe.first).text)
        for language in scribe.languages
        for sign, message in signs
    ]
    (explained,) = noted(said, sign="")
    if scribe.others or not note:
        return (*note, explained)
    return (Paragraph(side_by_side(*note[0].runs, *explained.runs), Style.NOTE),)


def _table(scribe: Scribe, rows: Sequence[Row], form: Form) -> Table:
    heads = (phrases.TIME, phrases.ROLE, phrases.ITEM, phrases.PLACE)
    return Table(
        columns(scribe),
        tuple(rows),
        scribe.word(phrases.PERSONAL_ITINERARY, scribe.first).text,
        scribe.word(phrases.TABLE_PERSON_SAYS, scribe.first).text,
        (Row(tuple(Cell((scribe.label(head, Style.TABLE_HEAD),)) for head in heads), Rule.STRONG),),
        TableKind.DENSE if form.close else TableKind.STANDARD,
    )
