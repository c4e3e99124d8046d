"""The rows of a personal itinerary: what a person does stands out, what they attend is gathered."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from exporters.document import EMPTY_CELL, Cell, Look, Paragraph, Row, Rule, Run, Style
from exporters.papers import phrases
from exporters.papers.entries import gathering, stop_name, title_runs
from exporters.papers.legs import has_vehicle_in_title, in_a_row, leg_line, route, vehicle
from exporters.papers.scribe import Runs, dot, joined
from exporters.papers.times import Assumed, item_time, leg_time
from models.rules.sequence import in_sequence
from models.tables import ItemKind, ItemStatus, ParticipationRole, ScheduleItem, SlidesState
from models.text.dates import clock_range, duration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.papers.scribe import Scribe
    from exporters.papers.view import Scope
    from models.rules.attendance import Part
    from models.rules.sequence import DayPlan
    from models.tables import Leg, Presentation

MEALS = (ItemKind.MEAL, ItemKind.FREE, ItemKind.TRANSFER)
"""What one would rather find by its own time: these are gathered last."""
SITTINGS = (
    ItemKind.ADDRESS,
    ItemKind.PRESENTATIONS,
    ItemKind.DISCUSSION,
    ItemKind.BILATERAL,
    ItemKind.SIGNING,
)
"""What one sits through: these are gathered first."""
PAUSE = 30
"""Minutes; a longer pause keeps two sittings apart."""


class Line(NamedTuple):
    """One row: when, as what, what (one text a language), where, and small print under it."""

    time: Cell
    role: Runs
    bold: bool
    titles: tuple[Runs, ...]
    place: Runs
    place_key: str
    below: tuple[Runs, ...] = ()
    item: ScheduleItem | None = None
    """The entry behind a row that may be gathered with its neighbours."""


def lines_of_day(scope: Scope, scribe: Scribe, plan: DayPlan, person: str, assumed: Assumed) -> list[Line]:
    """Return the rows of a day as they happen."""
    lines: list[Line] = []
    zone = scope.view.visit.time_zone
    for entry in in_sequence(plan, zone):
        if isinstance(entry, ScheduleItem):
            part = scope.view.attendance.part(entry, person)
            if part is not None:
                lines.append(_of_item(scribe, entry, part, zone, assumed))
        else:
            lines.append(_of_leg(scribe, entry, person, zone))
    return lines


def _of_item(scribe: Scribe, item: ScheduleItem, part: Part, zone: str, assumed: Assumed) -> Line:
    role = _role(scribe, item, part)
    language = scribe.first
    titles = tuple(_title(scribe, item, part, tongue) for tongue in scribe.languages)
    below: list[Runs] = []
    if part.talks:
        below.append(_about_talks(scribe, item, part.talks))
    if part.group is not None:
        below.append(_way_of_group(scribe, item, part))
    if item.meeting_point is not None:
        below.append(gathering(scribe, item, language))
    if item.remarks:
        below.append(scribe.runs(item.remarks, language))
    attended = not role and not below and item.status is not ItemStatus.TENTATIVE
    return Line(
        item_time(scribe, item, zone, assumed),
        role,
        bool(role) and part.group is None,
        titles,
        scribe.runs(item.place.name, language) if item.place else (),
        item.place_id or "",
        tuple(runs for runs in below if runs),
        item if attended else None,
    )


def _title(scribe: Scribe, item: ScheduleItem, part: Part, language: str) -> Runs:
    """Write the own talks, else the entry."""
    talks = [scribe.runs(talk.title, language) for talk in part.talks]
    if any(talks):
        return joined(talks, dot(language), language)
    title = title_runs(scribe, item, language)
    if item.status is ItemStatus.TENTATIVE and language == scribe.first:
        return (*title, scribe.word(phrases.TENTATIVE, language, Look.QUIET))
    return title


def _role(scribe: Scribe, item: ScheduleItem, part: Part) -> Runs:
    if part.group is not None and part.group.name:
        return scribe.runs(part.group.name, scribe.first)
    if part.talks:
        return (scribe.word(phrases.TALK, scribe.first),)
    for role in part.roles:
        if role is ParticipationRole.SPEAKER and item.kind is ItemKind.ADDRESS:
            return (scribe.word(phrases.ADDRESS, scribe.first),)
        if role in phrases.PARTS:
            return (scribe.word(phrases.PARTS[role], scribe.first),)
    if part.roles and item.kind in (ItemKind.DISCUSSION, ItemKind.BILATERAL):
        return (scribe.word(phrases.DISCUSSION, scribe.first),)
    return ()


def _about_talks(scribe: Scribe, item: ScheduleItem, talks: Sequence[Presentation]) -> Runs:
    """Say in which session the talks are, how long they take and where their slides are."""
    language = scribe.first
    parts: list[Runs] = []
    if session := scribe.runs(item.title, language):
        parts.append(scribe.filled(phrases.IN_SESSION, language, session=session))
    minutes = sum(talk.minutes or 0 for talk in talks)
    if minutes:
        parts.append((Run(duration(minutes, language), language),))
    states = {talk.slides for talk in talks}
    if states <= {SlidesState.RECEIVED, SlidesState.FINAL}:
        parts.append((scribe.word(phrases.SLIDES_IN, language),))
    elif SlidesState.ASKED in states:
        parts.append((scribe.word(phrases.SLIDES_ASKED, language),))
    return in_a_row(scribe, parts, language)


def _way_of_group(scribe: Scribe, item: ScheduleItem, part: Part) -> Runs:
    """Write the stops in the order in which the person's group sees them."""
    if part.group is None:
        return ()
    stops = [turn.stop for turn in part.group.rotation] or [
        stop for tour in item.tours if part.group in tour.groups for stop in tour.stops
    ]
    return joined((scribe.runs(stop_name(stop), scribe.first) for stop in stops), " → ", scribe.first)


def _of_leg(scribe: Scribe, leg: Leg, person: str, zone: str) -> Line:
    language = scribe.first
    below: list[Runs] = []
    mine = next((passenger for passenger in leg.passengers if passenger.person_id == person), None)
    parts: list[Runs] = []
    if leg.title and leg.number:
        parts.append(route(scribe, leg, language))
    if leg.departure_terminal:
        parts.append(scribe.runs(leg.departure_terminal, language))
    if not has_vehicle_in_title(leg):
        parts.append(vehicle(scribe, leg, language))
    if mine is not None and mine.seat:
        parts.append((scribe.word(phrases.SEAT, language, seat=mine.seat),))
    if mine is not None and mine.booking_code:
        parts.append((scribe.word(phrases.BOOKING, language, code=mine.booking_code),))
    below.append(in_a_row(scribe, parts, language))
    if leg.remarks:
        below.append(scribe.runs(leg.remarks, language))
    titles = [leg_line(scribe, leg, tongue) for tongue in scribe.languages]
    if leg.status is ItemStatus.TENTATIVE:
        titles[0] = (*titles[0], scribe.word(phrases.TENTATIVE, language, Look.QUIET))
    return Line(
        leg_time(scribe, leg, zone),
        (),
        False,
        tuple(titles),
        scribe.runs(leg.from_place.name, language) if leg.from_place else (),
        "",
        tuple(runs for runs in below if runs),
    )


class Gather(Enum):
    """What is gathered into one row."""

    SITTINGS = "sittings"
    NO_MEALS = "no meals"
    EVERYTHING = "everything"

    def takes(self, item: ScheduleItem) -> bool:
        """Tell whether an entry may be gathered with its neighbours."""
        if self is Gather.SITTINGS:
            return item.kind in SITTINGS
        return self is Gather.EVERYTHING or item.kind not in MEALS


def gathered(scribe: Scribe, lines: Sequence[Line], what: Gather) -> list[Line]:
    """Gather neighbouring rows that are only attended into one."""
    if len(lines) < 2:
        return [*lines]
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _together(groups[-1][-1], line, what):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [group[0] if len(group) == 1 else _as_one(scribe, group) for group in groups]


def _together(one: Line, other: Line, what: Gather) -> bool:
    before, after = one.item, other.item
    if before is None or after is None or one.place_key != other.place_key:
        return False
    if not (what.takes(before) and what.takes(after)):
        return False
    if before.start is None or before.end is None or after.start is None or after.end is None:
        return False
    if before.end_day or after.end_day or before.zone != after.zone:
        return False
    pause = _minutes(after.start) - _minutes(before.end)
    return 0 <= pause <= PAUSE and before.time_basis is after.time_basis


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def _as_one(scribe: Scribe, group: Sequence[Line]) -> Line:
    first, last = group[0].item, group[-1].item
    (paragraph, *notes) = group[0].time.paragraphs
    figures = paragraph.runs[0]
    text = clock_range(first.start if first else None, last.end if last else None, scribe.first)
    if len(paragraph.runs) > 1:
        text += " "
    runs = (Run(text, figures.language, figures.look), *paragraph.runs[1:])
    return group[0]._replace(
        time=Cell((Paragraph(runs, paragraph.style), *notes)),
        titles=tuple(
            joined(dict.fromkeys(line.titles[number] for line in group), dot(language), language)
            for number, language in enumerate(scribe.languages)
        ),
    )


def row_of(scribe: Scribe, line: Line, place_above: str, *, last: bool) -> Row:
    """Set a row; the place again where the person does something."""
    style = Style.ITEM_TITLE if line.bold else Style.CELL
    shows_place = line.place and (not line.place_key or line.place_key != place_above or line.bold)
    place: Runs = line.place if shows_place else ()
    if not line.place and place_above:
        place = (scribe.word(phrases.NO_PLACE, scribe.first),)
    return Row(
        (
            line.time,
            Cell((Paragraph(line.role, Style.ITEM_TITLE),)) if line.role else EMPTY_CELL,
            Cell(
                (
                    *scribe.under_each_other(line.titles, style, Style.SECOND_LANGUAGE),
                    *(Paragraph(runs, Style.SECOND_LANGUAGE) for runs in line.below),
                )
            ),
            Cell((Paragraph(place, Style.CELL_SMALL),)) if place else EMPTY_CELL,
        ),
        Rule.STRONG if last else Rule.HAIRLINE,
    )
