"""An agenda in two equal languages, each in its own column, read in pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exporters.document import (
    COVER_RULE,
    EMPTY_CELL,
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
    TableKind,
    over_columns,
)
from exporters.papers import phrases
from exporters.papers.agenda import sessions
from exporters.papers.entries import DASH, filled_place, title_runs
from exporters.papers.frame import framed
from exporters.papers.people import spoken
from exporters.papers.times import assumed_note, item_time
from exporters.papers.tours import stop_about, stop_lead, stop_name
from models.tables import ItemStatus
from models.text.dates import day
from models.text.languages import language as language_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from exporters.papers.agenda import Programme
    from exporters.papers.scribe import Runs
    from models.rules.sequence import DayPlan
    from models.tables import Presentation, ScheduleItem, TourStop

WIDTH = 170.0
TIME, TIME_OVER_MIDNIGHT = 27.0, 30.0
LATIN = 84 / 143
"""English runs half as long again as Korean and Japanese: its share of the room for both."""
KEPT = 6
"""Longer sessions may break over a page between two talks."""


class Widths(NamedTuple):
    """The widths of the three columns."""

    time: float
    first: float
    second: float


def columns(programme: Programme) -> Document:
    """Set a programme in two columns."""
    scribe = programme.scribe
    widths = _widths(programme)
    titles = [scribe.word(phrases.AGENDA, language) for language in scribe.languages]
    blocks: list[Block] = [
        _over(
            programme,
            widths,
            phrases.TABLE_TITLES_SAYS,
            lambda language: [
                Paragraph((scribe.word(phrases.AGENDA, language),), Style.TITLE),
                *(Paragraph(runs, Style.COLUMN_SUBTITLE) for runs in programme.titles(language) if runs),
            ],
        ),
        COVER_RULE,
        _over(
            programme,
            widths,
            phrases.TABLE_PLACE_SAYS,
            lambda language: [Paragraph(runs) for runs in _when_and_where(programme, language) if runs],
        ),
        *(block for plan in programme.days for block in _day(programme, widths, plan)),
        *assumed_note(scribe, programme.assumed),
    ]
    return framed(
        programme.view,
        scribe,
        blocks,
        title=" · ".join(dict.fromkeys(run.text for run in titles)),
        paper=phrases.AGENDA,
        today=programme.today,
        final=programme.final,
        meetings=programme.meetings,
        house=next(iter(programme.houses()), None),
    )


def _widths(programme: Programme) -> Widths:
    """Return the widths of the columns: of the times, of the first language, of the second."""
    late = any(item.end_day for plan in programme.days for item in plan.items)
    time = TIME_OVER_MIDNIGHT if late else TIME
    room = WIDTH - time
    first, second = (language_rules(language).script == "Latn" for language in programme.scribe.languages)
    share = 0.5 if first == second else LATIN if first else 1 - LATIN
    left = round(room * share, 1)
    return Widths(time, left, round(room - left, 1))


def _over(
    programme: Programme,
    widths: Widths,
    says: str,
    write: Callable[[str], list[Paragraph]],
) -> Table:
    """Set what stands over both columns."""
    scribe = programme.scribe
    return Table(
        (widths.time + widths.first, widths.second),
        (Row(tuple(Cell(tuple(write(language))) for language in scribe.languages)),),
        scribe.word(phrases.TABLE_TITLES, scribe.first).text,
        scribe.word(says, scribe.first).text,
        kind=TableKind.PLAIN,
    )


def _when_and_where(programme: Programme, language: str) -> list[Runs]:
    """Write days, city and places, a line each; where meetings are apart, their places with them."""
    apart = programme.meeting_places(language)
    where = programme.scribe.runs(programme.view.visit.city, language) if apart else programme.where(language)
    return [programme.when(language), where, *apart]


def _day(programme: Programme, widths: Widths, plan: DayPlan) -> Iterator[Block]:
    scribe = programme.scribe
    dates = [Run(day(plan.date, language), language) for language in scribe.languages]
    yield over_columns(dates, widths.time + widths.first)
    for session in sessions(plan):
        said = programme.places_of(session.meetings)
        heads = [
            Cell((Paragraph(programme.headings(session.meetings, language), Style.TABLE_HEAD),))
            for language in scribe.languages
        ]
        yield Table(
            widths,
            tuple(row for item in session.items for row in _rows(programme, item, said)),
            scribe.word(phrases.TABLE_AGENDA, scribe.first, day=dates[0].text).text,
            scribe.word(phrases.TABLE_AGENDA_COLUMNS_SAYS, scribe.first).text,
            (Row((Cell(programme.time_head(plan.date)), *heads), Rule.STRONG),),
            TableKind.PARALLEL,
        )


def _rows(programme: Programme, item: ScheduleItem, said: frozenset[str]) -> list[Row]:
    """Set an entry in pairs: its title, then a row for each talk and each stop."""
    scribe = programme.scribe
    stops = [(number, stop) for tour in item.tours for number, stop in enumerate(tour.stops, 1)]
    pairs = [
        [Cell(tuple(_title(programme, item, said, language))) for language in scribe.languages],
        *(
            [Cell(tuple(_talk(programme, talk, language))) for language in scribe.languages]
            for talk in item.presentations
        ),
        *(
            [Cell(tuple(_stop(programme, number, stop, language))) for language in scribe.languages]
            for number, stop in stops
        ),
    ]
    time = item_time(scribe, item, programme.zone, programme.assumed)
    last = len(pairs) - 1
    return [
        Row(
            (EMPTY_CELL if number else time, *cells),
            Rule.HAIRLINE if number == last else Rule.NONE,
            keep_with_next=number < last and (last <= KEPT or number in (0, last - 1)),
        )
        for number, cells in enumerate(pairs)
    ]


def _title(programme: Programme, item: ScheduleItem, said: frozenset[str], language: str) -> list[Paragraph]:
    scribe = programme.scribe
    title = title_runs(scribe, item, language)
    if item.status is ItemStatus.TENTATIVE:
        title = (*title, scribe.word(phrases.TENTATIVE, language, Look.QUIET))
    written = [Paragraph(title, Style.ITEM_TITLE), *spoken(programme.cast.item_speakers(item, language))]
    if chair := programme.cast.chair(item, language):
        written.append(Paragraph(chair, Style.SPEAKER))
    if item.place is not None and item.place_id not in said:
        written.append(Paragraph(filled_place(scribe, phrases.VENUE_IS, item.place, language), Style.SPEAKER))
    return written


def _talk(programme: Programme, talk: Presentation, language: str) -> list[Paragraph]:
    title = programme.scribe.runs(talk.title, language)
    speakers = spoken(programme.cast.talk_speakers(talk, language), Style.TALK_SPEAKER)
    return [Paragraph(title, Style.TALK, DASH), *speakers] if title else speakers


def _stop(programme: Programme, number: int, stop: TourStop, language: str) -> Iterator[Paragraph]:
    scribe = programme.scribe
    yield Paragraph(scribe.runs(stop_name(stop), language), Style.TALK, stop_lead(scribe, number, language))
    if about := stop_about(scribe, programme.cast, stop, language):
        yield Paragraph(about, Style.TALK_SPEAKER)
