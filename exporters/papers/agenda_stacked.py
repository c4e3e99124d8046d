"""An agenda whose languages stand under each other, the leading one in bold."""

from __future__ import annotations

from functools import partial
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
)
from exporters.papers import phrases
from exporters.papers.agenda import TWO, sessions
from exporters.papers.entries import filled_place, item_lines, session_rows, under_title
from exporters.papers.frame import framed
from exporters.papers.legs import in_a_row
from exporters.papers.scribe import beside, dot, joined
from exporters.papers.times import assumed_note, item_time
from models.text.dates import DayForm, day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exporters.papers.agenda import Programme, Session
    from exporters.papers.scribe import Runs
    from models.rules.sequence import DayPlan
    from models.tables import ScheduleItem

COLUMNS = (27.0, 143.0)


def stacked(programme: Programme) -> Document:
    """Set a programme in one column of entries."""
    scribe = programme.scribe
    blocks: list[Block] = [
        *scribe.each(lambda language: _houses(programme, language), Style.OVERLINE, Style.OVERLINE),
        *_titles(programme),
        COVER_RULE,
        *_cover(programme),
        *(block for plan in programme.days for block in _day(programme, plan)),
        *assumed_note(scribe, programme.assumed),
    ]
    return framed(
        programme.view,
        scribe,
        blocks,
        title=scribe.word(phrases.AGENDA, scribe.first).text,
        paper=phrases.AGENDA,
        today=programme.today,
        final=programme.final,
        meetings=programme.meetings,
        house=next(iter(programme.houses()), None),
    )


def _houses(programme: Programme, language: str) -> Runs:
    """Write the parties."""
    names = (programme.scribe.whole_organisation(house, language) for house in programme.houses())
    return joined(names, dot(language), language)


def _titles(programme: Programme) -> Iterator[Paragraph]:
    scribe = programme.scribe
    words = [(scribe.word(phrases.AGENDA, language),) for language in scribe.languages]
    yield Paragraph(beside(words[0], words[1:]), Style.TITLE)
    first, *others = [programme.titles(language) for language in scribe.languages]
    for place, runs in enumerate(first):
        lines = [runs, *(other[place] for other in others)]
        yield from scribe.under_each_other(lines, Style.SUBTITLE, Style.SECOND_LANGUAGE)


def _cover(programme: Programme) -> Iterator[Paragraph]:
    """Write when and where, and where each meeting is if they are not all at one place."""
    scribe = programme.scribe
    apart = [programme.meeting_places(language) for language in scribe.languages]
    lines = [
        in_a_row(
            scribe, [programme.when(language), programme.where(language, city_alone=bool(places))], language
        )
        for language, places in zip(scribe.languages, apart, strict=True)
    ]
    for each in (lines, *zip(*apart, strict=True)):
        yield from scribe.under_each_other(each, Style.CELL, Style.SECOND_LANGUAGE)


def _day(programme: Programme, plan: DayPlan) -> Iterator[Block]:
    scribe = programme.scribe
    first, *others = [day(plan.date, language, DayForm.FULL) for language in scribe.languages]
    others_runs = [(Run(text, language),) for text, language in zip(others, scribe.others, strict=True)]
    yield Paragraph(beside((Run(first, scribe.first),), others_runs), Style.DAY_HEADING)
    for session in sessions(plan):
        yield _table(programme, plan, session, first)


def _table(programme: Programme, plan: DayPlan, session: Session, dated: str) -> Table:
    scribe = programme.scribe
    head = Row((Cell(programme.time_head(plan.date)), Cell(_heading(programme, session))), Rule.STRONG)
    said = programme.places_of(session.meetings)
    rows = [row for item in session.items for row in _rows(programme, item, said)]
    name = scribe.word(phrases.TABLE_AGENDA, scribe.first, day=dated).text
    says = scribe.word(phrases.TABLE_AGENDA_SAYS, scribe.first).text
    return Table(COLUMNS, tuple(rows), name, says, (head,))


def _heading(programme: Programme, session: Session) -> tuple[Paragraph, ...]:
    """Write the meetings in the leading language and after them in the second; three go under each other."""
    scribe = programme.scribe
    lines = [programme.headings(session.meetings, language) for language in scribe.languages]
    if len(lines) > TWO:
        return scribe.under_each_other(lines, Style.TABLE_HEAD, Style.SECOND_LANGUAGE)
    return (Paragraph(beside(lines[0], lines[1:]), Style.TABLE_HEAD),)


def _rows(programme: Programme, item: ScheduleItem, said: frozenset[str]) -> list[Row]:
    scribe = programme.scribe
    contents: Sequence[Paragraph] = item_lines(scribe, programme.cast, item)
    if item.place is not None and item.place_id not in said:
        place = partial(filled_place, scribe, phrases.VENUE_IS, item.place)
        contents = under_title(contents, scribe.each(place, Style.SPEAKER))
    return session_rows(scribe, item_time(scribe, item, programme.zone, programme.assumed), contents)
