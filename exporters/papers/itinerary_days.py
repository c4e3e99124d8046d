"""The days of a delegation's itinerary: a table a day, entries and legs as they happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import EMPTY_CELL, GAP, Block, Cell, Paragraph, Row, Rule, Run, Style, Table
from exporters.papers import phrases
from exporters.papers.entries import Places, item_lines, session_rows, under_title
from exporters.papers.legs import leg_details, leg_title, passenger_lines
from exporters.papers.scribe import Runs, beside, dot, joined
from exporters.papers.times import Assumed, item_time, leg_time
from models.rules.sequence import in_sequence
from models.rules.zones import slot_at_home
from models.tables import ScheduleItem
from models.text.dates import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exporters.papers.people import Cast
    from exporters.papers.scribe import Scribe
    from exporters.papers.view import Scope
    from models.rules.sequence import DayPlan
    from models.tables import Leg, Meeting

DAY = (30.0, 100.0, 40.0)
MANY_NAMES = 6
"""More who attend are told by who does not."""


def day_blocks(
    scope: Scope, cast: Cast, scribe: Scribe, plan: DayPlan, assumed: Assumed
) -> tuple[Block, ...]:
    """Make the heading and the table of a day."""
    places = Places(scribe)
    zone = scope.view.visit.time_zone
    rows: list[Row] = []
    for entry in in_sequence(plan, zone):
        if isinstance(entry, ScheduleItem):
            rows += _item_rows(scope, cast, scribe, entry, places=places, zone=zone, assumed=assumed)
        else:
            rows.append(_leg_row(scope, cast, scribe, entry, places))
    if not rows:
        nothing = Paragraph((scribe.word(phrases.NO_PLACE, scribe.first),))
        rows.append(Row((EMPTY_CELL, Cell((nothing,)), EMPTY_CELL)))
    heads = (phrases.TIME, phrases.ITEM, phrases.PLACE)
    dated = day(plan.date, scribe.first)
    return (
        Paragraph(day_heading(scribe, plan, dated), Style.HEADING_2),
        *_note(scribe, plan),
        Table(
            DAY,
            tuple(rows),
            scribe.word(phrases.TABLE_DAY, scribe.first, day=dated).text,
            scribe.word(phrases.TABLE_DAY_SAYS, scribe.first).text,
            (Row(tuple(Cell((scribe.label(head, Style.TABLE_HEAD),)) for head in heads), Rule.STRONG),),
        ),
    )


def _note(scribe: Scribe, plan: DayPlan) -> Iterator[Paragraph]:
    """Write what is noted of a day, on the page of its table."""
    if plan.day is not None and plan.day.note:
        for paragraph in scribe.stacked(plan.day.note, Style.CELL):
            yield paragraph._replace(keep_next=True)


def day_heading(scribe: Scribe, plan: DayPlan, dated: str) -> Runs:
    """Write a date and what the day is about, in one line; many papers have the same days."""
    meetings = {link.meeting_id: link.meeting for item in plan.items for link in item.meetings}
    key = (dated, plan.date, *meetings)
    found = scribe.day_headings.get(key)
    if found is None:
        about = [_day_title(scribe, plan, meetings.values(), language) for language in scribe.languages]
        found = scribe.day_headings[key] = _day_heading(Run(dated, scribe.first), about)
    return found


def _day_heading(dated: Run, about: Sequence[Runs]) -> Runs:
    if not about[0]:
        return (dated,)
    first, *rest = beside(about[0], about[1:])
    return (dated, Run(GAP + first.text, first.language, first.look), *rest)


def _day_title(scribe: Scribe, plan: DayPlan, meetings: Iterable[Meeting], language: str) -> Runs:
    """Write what a day is about: its title, else the meetings held on it."""
    if plan.day is not None and plan.day.title:
        return scribe.runs(plan.day.title, language)
    titles = (scribe.meeting(meeting, language, short=True) for meeting in meetings)
    return joined(titles, dot(language), language)


def _item_rows(
    scope: Scope,
    cast: Cast,
    scribe: Scribe,
    item: ScheduleItem,
    *,
    places: Places,
    zone: str,
    assumed: Assumed,
) -> list[Row]:
    contents = [*item_lines(scribe, cast, item, rules=True)]
    if item.participations or item.tours:
        contents = under_title(contents, _attendance(scope, cast, scribe, item))
    if item.remarks:
        contents += scribe.stacked(item.remarks, Style.SPEAKER)
    place = Cell(tuple(places.of_item(item)))
    return session_rows(scribe, item_time(scribe, item, zone, assumed), contents, place)


def _attendance(scope: Scope, cast: Cast, scribe: Scribe, item: ScheduleItem) -> Sequence[Paragraph]:
    """Say who attends where not everybody does who is there: the shorter of the two lists."""
    part, is_present = scope.view.attendance.part, scope.view.attendance.is_present
    date = slot_at_home(item, scope.view.visit.time_zone).date
    present = [person for person in scope.people if is_present(person, date)]
    there = [person for person in scope.people if part(item, person) is not None]
    away = [person for person in present if person not in there]
    if not away:
        return []
    message, shown = (phrases.ATTENDING, there)
    if len(there) > MANY_NAMES and len(away) < len(there):
        message, shown = (phrases.ABSENT, away)
    return cast.named(message, [scope.view.person(person) for person in shown])


def _leg_row(scope: Scope, cast: Cast, scribe: Scribe, leg: Leg, places: Places) -> Row:
    contents = [*leg_title(scribe, leg), *leg_details(scribe, leg)]
    contents += passenger_lines(scope, cast, leg)
    if leg.remarks:
        contents += scribe.stacked(leg.remarks, Style.SPEAKER)
    return Row(
        (
            leg_time(scribe, leg),
            Cell(tuple(contents)),
            Cell(tuple(places.of_leg(leg.from_place, leg.departure_terminal))),
        )
    )
