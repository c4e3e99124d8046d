"""An agenda whose languages stand under each other, the leading one in bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import (
    COVER_RULE,
    Block,
    Cell,
    Document,
    Look,
    Paragraph,
    Row,
    Rule,
    Run,
    Style,
    Table,
)
from exporters.papers import phrases
from exporters.papers.agenda import sessions
from exporters.papers.entries import filled_place, item_contents, item_title, session_rows
from exporters.papers.frame import framed
from exporters.papers.scribe import DOT, joined, text_of
from exporters.papers.times import assumed_note, item_time
from models.text.dates import DayForm, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exporters.papers.agenda import Programme, Session
    from models.rules.sequence import DayPlan
    from models.tables import ScheduleItem

COLUMNS = (27.0, 143.0)


def stacked(programme: Programme) -> Document:
    """Set a programme in one column of entries."""
    scribe = programme.scribe
    houses = (scribe.whole_organisation(house, scribe.first) for house in programme.houses())
    blocks: list[Block] = [
        Paragraph(joined(houses, f" {DOT} ", scribe.first), Style.OVERLINE),
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
        meetings=programme.meetings,
        house=next(iter(programme.houses()), None),
    )


def _titles(programme: Programme) -> Iterator[Paragraph]:
    scribe = programme.scribe
    words = [(scribe.word(phrases.AGENDA, language),) for language in scribe.languages]
    yield Paragraph(words[0], Style.TITLE)
    first, *others = [programme.titles(language) for language in scribe.languages]
    for place, runs in enumerate(first):
        lines = [runs, *(other[place] for other in others)]
        yield from scribe.under_each_other(lines, Style.SUBTITLE, Style.SECOND_LANGUAGE)


def _cover(programme: Programme) -> Iterator[Paragraph]:
    scribe = programme.scribe
    printed: set[str] = set()
    for language in scribe.languages:
        style = Style.CELL if language == scribe.first else Style.SECOND_LANGUAGE
        for runs in programme.where_and_when(language):
            if text_of(runs) not in printed:
                printed.add(text_of(runs))
                yield Paragraph(runs, style)


def _day(programme: Programme, plan: DayPlan) -> Iterator[Block]:
    scribe = programme.scribe
    first, *others = [day(plan.date, language, DayForm.FULL) for language in scribe.languages]
    runs = [Run(first, scribe.first)]
    for text, language in zip(others, scribe.others, strict=True):
        runs.append(Run(f"  {text}", language, Look.SECOND))
    yield Paragraph(tuple(runs), Style.DAY_HEADING)
    for session in sessions(plan):
        yield _table(programme, plan, session, first)


def _table(programme: Programme, plan: DayPlan, session: Session, dated: str) -> Table:
    scribe = programme.scribe
    head = Row((Cell((programme.time_head(plan.date),)), Cell((_heading(programme, session),))), Rule.STRONG)
    rows = [row for item in session.items for row in _rows(programme, session, item)]
    name = scribe.word(phrases.TABLE_AGENDA, scribe.first, day=dated).text
    says = scribe.word(phrases.TABLE_AGENDA_SAYS, scribe.first).text
    return Table(COLUMNS, tuple(rows), name, says, (head,))


def _heading(programme: Programme, session: Session) -> Paragraph:
    """Write the meetings in the leading language, and after them in the others."""
    scribe = programme.scribe
    runs = [*programme.headings(session.meetings, scribe.first)]
    printed = {text_of(runs)}
    for language in scribe.others:
        other = programme.headings(session.meetings, language)
        if text_of(other) in printed:
            continue
        printed.add(text_of(other))
        light = [
            Run(run.text, run.language, Look.SECOND if run.look is Look.PLAIN else run.look) for run in other
        ]
        runs += [Run("  " + light[0].text, light[0].language, light[0].look), *light[1:]]
    return Paragraph(tuple(runs), Style.TABLE_HEAD)


def _rows(programme: Programme, session: Session, item: ScheduleItem) -> list[Row]:
    scribe = programme.scribe
    contents = [*item_title(scribe, item), *item_contents(scribe, programme.cast, item)]
    if place := programme.unusual_place(item, session.meetings):
        runs = filled_place(scribe, phrases.VENUE_IS, place, scribe.first)
        # Before the talks: it holds for all of them.
        at = next((n for n, p in enumerate(contents) if p.style is Style.TALK), len(contents))
        contents.insert(at, Paragraph(runs, Style.SPEAKER))
    return session_rows(item_time(scribe, item, programme.zone, programme.assumed), contents)
