"""The rows of a personal itinerary: what a person does stands out, what they attend is gathered."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from exporters.document import Cell, Paragraph, Run
from exporters.papers import phrases
from exporters.papers.entries import gathering, title_runs
from exporters.papers.legs import has_vehicle_in_title, in_a_row, leg_line, route, vehicle
from exporters.papers.scribe import Runs, dot, joined
from exporters.papers.times import Assumed, item_time, leg_time
from exporters.papers.tours import stop_name, tour_rules
from models.rules.sequence import in_sequence
from models.tables import DelegateRole, ItemKind, ItemStatus, ParticipationRole, ScheduleItem, SlidesState
from models.text.dates import clock, clock_range, duration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.papers.scribe import Scribe
    from exporters.papers.view import Scope
    from models.rules.attendance import Part
    from models.rules.sequence import DayPlan
    from models.tables import Leg, LegPassenger, Presentation, TourStop

Texts = tuple[Runs, ...]
"""The same text in each language of the paper."""
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
_TIED = "\N{NO-BREAK SPACE}"
"""Keeps a start on the line of its title."""
_NOBODY_SPEAKS = (ItemKind.FREE, ItemKind.TRANSFER, ItemKind.TEA, ItemKind.PHOTO)
_INTERPRETER = phrases.PARTS[ParticipationRole.INTERPRETER]
PAUSE = 30
"""Minutes; a longer pause keeps two sittings apart."""


class Line(NamedTuple):
    """One row: when, as what, what, where, and small print under it; each text once a language."""

    time: Cell
    roles: Texts
    bold: bool
    titles: Texts
    places: Texts
    place_key: str
    below: tuple[Texts, ...] = ()
    item: ScheduleItem | None = None
    """The entry behind a row that may be gathered with its neighbours."""
    role_notes: tuple[Texts, ...] = ()
    """Between which languages somebody interprets, and with which group of a tour."""


def lines_of_day(scope: Scope, scribe: Scribe, plan: DayPlan, person: str, assumed: Assumed) -> list[Line]:
    """Return the rows of a day as they happen."""
    lines: list[Line] = []
    zone = scope.view.visit.time_zone
    pair = _languages_of(scope, person)
    for entry in in_sequence(plan, zone):
        if isinstance(entry, ScheduleItem):
            part = scope.view.attendance.part(entry, person)
            if part is not None:
                lines.append(_of_item(scribe, entry, part, zone=zone, assumed=assumed, pair=pair))
        else:
            lines.append(_of_leg(scribe, entry, person))
    return lines


def _languages_of(scope: Scope, person: str) -> tuple[str, ...] | None:
    """Return between which languages an interpreter of the visit interprets; others have none."""
    posts = [delegate for _, delegate in scope.view.attendance.posts(person)]
    mine = [one.interprets for one in posts if one.role is DelegateRole.INTERPRETER]
    return next((pair for pair in mine if pair), ()) if mine else None


def _of_item(
    scribe: Scribe,
    item: ScheduleItem,
    part: Part,
    *,
    zone: str,
    assumed: Assumed,
    pair: tuple[str, ...] | None,
) -> Line:
    roles = _roles(scribe, item, part)
    interpreting = _interpreting(scribe, item, part, pair)
    goes_along = part.group is not None and ParticipationRole.INTERPRETER in part.roles
    if goes_along and not interpreting:
        interpreting = scribe.texts(lambda language: (scribe.word(_INTERPRETER, language),))
    tentative = item.status is ItemStatus.TENTATIVE
    titles = [_title(scribe, item, part, language) for language in scribe.languages]
    below: list[Texts] = []
    if part.talks:
        below.append(scribe.texts(lambda language: _about_talks(scribe, item, part.talks, language)))
    if stops := _way(item, part):
        below.append(scribe.texts(lambda language: _way_in_a_row(scribe, stops, language)))
        below.append(scribe.texts(lambda language: tour_rules(scribe, stops, language)))
    below.append(scribe.texts(lambda language: gathering(scribe, item, language)))
    if item.remarks:
        below.append(scribe.texts(partial(scribe.runs, item.remarks)))
    below = [texts for texts in below if any(texts)]
    return Line(
        item_time(scribe, item, zone, assumed),
        roles if part.group is not None and not goes_along else interpreting or roles,
        bool(roles) and (part.group is None or goes_along),
        tuple(scribe.tentative(titles) if tentative else titles),
        scribe.texts(partial(scribe.runs, item.place.name)) if item.place else (),
        item.place_id or "",
        tuple(below),
        item if not (roles or below or tentative) else None,
        _beside_role(scribe, part, pair if interpreting else None, goes_along=goes_along),
    )


def _beside_role(
    scribe: Scribe, part: Part, pair: tuple[str, ...] | None, *, goes_along: bool
) -> tuple[Texts, ...]:
    """Write with which group an interpreter goes, and between which languages, a line each."""
    notes: list[Texts] = []
    if goes_along and part.group is not None:
        notes.append(scribe.texts(partial(scribe.runs, part.group.name)))
    if pair:
        notes.append(scribe.texts(lambda language: _pair(scribe, pair, language)))
    return tuple(texts for texts in notes if any(texts))


def _interpreting(scribe: Scribe, item: ScheduleItem, part: Part, pair: tuple[str, ...] | None) -> Texts:
    """Write that a person interprets: by task, or as an interpreter of the visit wherever people speak."""
    if pair is None or part.talks or item.kind in _NOBODY_SPEAKS:
        return ()
    if part.roles and ParticipationRole.INTERPRETER not in part.roles and not part.attends_only:
        return ()
    return scribe.texts(lambda language: (scribe.word(_INTERPRETER, language),))


def _pair(scribe: Scribe, pair: Sequence[str], language: str) -> Runs:
    names = [
        scribe.word(phrases.SHORT_LANGUAGES[tag], language).text
        if tag in phrases.SHORT_LANGUAGES
        else tag.upper()
        for tag in pair
    ]
    return (Run("↔".join(names), language),) if names else ()


def _title(scribe: Scribe, item: ScheduleItem, part: Part, language: str) -> Runs:
    """Write the own talks, else the entry."""
    talks = [scribe.runs(talk.title, language) for talk in part.talks]
    if any(talks):
        return joined(talks, dot(language), language)
    return title_runs(scribe, item, language)


def _roles(scribe: Scribe, item: ScheduleItem, part: Part) -> Texts:
    if part.group is not None and part.group.name:
        return scribe.texts(partial(scribe.runs, part.group.name))
    message = _role(item, part)
    return scribe.texts(lambda language: (scribe.word(message, language),)) if message else ()


def _role(item: ScheduleItem, part: Part) -> str:
    """Return what a person does in an entry, or nothing where they only attend."""
    if part.talks:
        return phrases.TALK
    if part.guided:
        return phrases.GUIDE
    for role in part.roles:
        if role is ParticipationRole.SPEAKER and item.kind is ItemKind.ADDRESS:
            return phrases.ADDRESS
        if role in phrases.PARTS:
            return phrases.PARTS[role]
    if part.roles and item.kind in (ItemKind.DISCUSSION, ItemKind.BILATERAL):
        return phrases.DISCUSSION
    return ""


def _about_talks(scribe: Scribe, item: ScheduleItem, talks: Sequence[Presentation], language: str) -> Runs:
    """Say in which session the talks are, how long they take and where their slides are."""
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


def _way(item: ScheduleItem, part: Part) -> list[TourStop]:
    """Return the stops in the order in which the person sees them; a guide sees the own ones."""
    if part.group is not None and part.group.rotation:
        return [turn.stop for turn in part.group.rotation]
    if part.group is None and part.guided:
        return list(part.guided)
    mine = [tour for tour in item.tours if part.group is None or part.group in tour.groups]
    return [stop for tour in mine for stop in tour.stops]


def _way_in_a_row(scribe: Scribe, stops: Sequence[TourStop], language: str) -> Runs:
    return joined((scribe.runs(stop_name(stop), language) for stop in stops), " → ", language)


def _of_leg(scribe: Scribe, leg: Leg, person: str) -> Line:
    mine = next((passenger for passenger in leg.passengers if passenger.person_id == person), None)
    below = [scribe.texts(lambda language: _about_leg(scribe, leg, mine, language))]
    if leg.remarks:
        below.append(scribe.texts(partial(scribe.runs, leg.remarks)))
    titles = [leg_line(scribe, leg, language) for language in scribe.languages]
    return Line(
        leg_time(scribe, leg),
        (),
        False,
        tuple(scribe.tentative(titles) if leg.status is ItemStatus.TENTATIVE else titles),
        scribe.texts(partial(scribe.runs, leg.from_place.name)) if leg.from_place else (),
        "",
        tuple(texts for texts in below if any(texts)),
    )


def _about_leg(scribe: Scribe, leg: Leg, mine: LegPassenger | None, language: str) -> Runs:
    """Write the way, the vehicle, and the seat and booking of the person."""
    parts: list[Runs] = []
    if leg.title and leg.number:
        parts.append(route(scribe, leg, language))
    if leg.departure_terminal or leg.arrival_terminal:
        parts.append(_terminals(scribe, leg, language))
    if not has_vehicle_in_title(leg):
        parts.append(vehicle(scribe, leg, language))
    if mine is not None and mine.seat:
        parts.append((scribe.word(phrases.SEAT, language, seat=mine.seat),))
    if mine is not None and mine.booking_code:
        parts.append((scribe.word(phrases.BOOKING, language, code=mine.booking_code),))
    return in_a_row(scribe, parts, language)


def _terminals(scribe: Scribe, leg: Leg, language: str) -> Runs:
    """Write from which terminal to which; one alone says which of the two it is."""
    start = scribe.runs(leg.departure_terminal, language)
    if not leg.arrival_terminal:
        return start
    end = scribe.runs(leg.arrival_terminal, language)
    if not start:
        return scribe.filled(phrases.ARRIVES_AT, language, place=end)
    return scribe.filled(phrases.ROUTE, language, start=start, end=end)


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
    if before is None or after is None or one.place_key != other.place_key or one.roles != other.roles:
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
            _one_after_the_other(group, number, language) for number, language in enumerate(scribe.languages)
        ),
    )


def _one_after_the_other(group: Sequence[Line], number: int, language: str) -> Runs:
    """Write the titles of gathered rows, each after the first with its own start: the row has only one."""
    parts: dict[Runs, Runs] = {}
    for line in group:
        title = line.titles[number]
        if title in parts:
            continue
        start = line.item.start if parts and line.item else None
        parts[title] = (Run(f"{clock(start)}{_TIED}", language), *title) if start is not None else title
    return joined(parts.values(), dot(language), language)
