"""The agenda: on the table of both delegations in two columns, or stacked for everybody else."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from exporters.document import GAP, Paragraph, Run, Style
from exporters.papers import phrases
from exporters.papers.legs import in_a_row
from exporters.papers.people import Cast
from exporters.papers.scribe import Runs, dot, joined
from exporters.papers.times import Assumed, assumed_times, zone_name
from exporters.papers.view import Scope, View
from models.errors import PaperProblem
from models.rules.audiences import ALL_PARTIES, Reader
from models.rules.sequence import meetings_of
from models.rules.zones import WallTime
from models.tables import PartySide
from models.text.dates import day_range, partial_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporters.document import Document
    from exporters.papers.scribe import Scribe
    from models.rules.sequence import DayPlan
    from models.tables import Meeting, Organisation, Place, ScheduleItem, Visit

_NOON = dt.time(12)
TWO = 2


class Layout(Enum):
    """How the languages of an agenda stand to each other."""

    AUTO = "auto"
    """Columns for two languages of the parties, else stacked."""
    COLUMNS = "columns"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True)
class AgendaOptions:
    """An agenda in one to three languages, the first of which leads."""

    languages: tuple[str, ...]
    today: dt.date
    reader: Reader = ALL_PARTIES
    layout: Layout = Layout.AUTO
    final: bool = False
    """Whether it is what is sent out, and no draft."""


class Session(NamedTuple):
    """Neighbouring entries of a day that belong to the same meetings, or to none."""

    meetings: tuple[Meeting, ...]
    items: tuple[ScheduleItem, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """What an agenda says, whatever its layout."""

    view: View
    scribe: Scribe
    cast: Cast
    days: tuple[DayPlan, ...]
    meetings: tuple[Meeting, ...]
    usual: dict[str, Place]
    """The place of each meeting, said once."""
    assumed: Assumed
    today: dt.date
    final: bool = False

    @property
    def zone(self) -> str:
        """Return the zone whose clock the agenda goes by."""
        return self.view.visit.time_zone

    def time_head(self, date: dt.date) -> tuple[Paragraph, ...]:
        """Write the head of the column of times; English readers are told the zone."""
        scribe = self.scribe
        if not (self.zone and scribe.first == "en"):
            return (scribe.label(phrases.TIME, Style.TABLE_HEAD),)
        zone = zone_name(WallTime(date, _NOON, self.zone))
        others = joined(
            [(scribe.word(phrases.TIME, language),) for language in scribe.others], GAP, scribe.first
        )
        head = Paragraph((scribe.word(phrases.TIME_IN, "en", zone=zone),), Style.TABLE_HEAD)
        # Beside the zone the narrow column has no room for another language.
        return (head, Paragraph(others, Style.SECOND_LANGUAGE)) if others else (head,)

    def places_of(self, meetings: tuple[Meeting, ...]) -> frozenset[str]:
        """Return the keys of the places that were said for meetings: only others stand at an entry."""
        return frozenset(self.usual[meeting.id].id for meeting in meetings if meeting.id in self.usual)

    def headings(self, meetings: tuple[Meeting, ...], language: str) -> Runs:
        """Write the meetings of a session, or that these are entries."""
        if not meetings:
            return (self.scribe.word(phrases.ITEM, language),)
        names = (self.scribe.meeting(meeting, language, short=True) for meeting in meetings)
        return joined(names, dot(language), language)

    def when(self, language: str) -> Runs:
        """Write the days of the meetings; where there are none, those of the visit, if known."""
        if self.days and (self.meetings or self.view.period is None):
            return (Run(day_range(self.days[0].date, self.days[-1].date, language), language),)
        if self.view.period is not None:
            return (Run(day_range(*self.view.period, language), language),)
        planned = self.view.visit.period
        return (Run(partial_date(planned, language), language),) if planned else ()

    def where(self, language: str, *, city_alone: bool = False) -> Runs:
        """Write the city and the places, once for the whole agenda."""
        places = {} if city_alone else {place.id: place for place in self.usual.values()}
        named = [self.scribe.runs(place.name, language) for place in places.values()]
        city = self.scribe.runs(self.view.visit.city, language)
        return in_a_row(self.scribe, [city, joined(named, dot(language), language)], language)

    def meeting_places(self, language: str) -> list[Runs]:
        """Write which meeting is where, if they are not all at one place."""
        if len({place.id for place in self.usual.values()}) < TWO:
            return []
        return [
            self.scribe.filled(
                phrases.MEETING_AT,
                language,
                meeting=self.scribe.meeting(meeting, language, short=True),
                place=self.scribe.runs(self.usual[meeting.id].name, language),
            )
            for meeting in self.meetings
            if meeting.id in self.usual
        ]

    def titles(self, language: str) -> list[Runs]:
        """Write what the agenda is of: its meetings, else the visit."""
        names = [self.scribe.meeting(meeting, language) for meeting in self.meetings]
        return names or [self.scribe.runs(self.view.visit.title, language)]

    def houses(self) -> list[Organisation]:
        """Return the parties, those of the leading language first, then the hosts."""
        parties = sorted(
            self.view.visit.parties,
            key=lambda party: (
                party.language != self.scribe.first,
                party.side is not PartySide.HOST,
                party.order,
            ),
        )
        return [party.organisation for party in parties]


def build(visit: Visit, options: AgendaOptions, view: View | None = None) -> Document:
    """Build the agenda of a visit."""
    from exporters.papers.agenda_columns import columns
    from exporters.papers.agenda_stacked import stacked

    view = view or View(visit)
    programme = _programme(view, options)
    layout = layout_for(visit, options.languages, options.layout)
    return columns(programme) if layout is Layout.COLUMNS else stacked(programme)


def layout_for(visit: Visit, languages: tuple[str, ...], wanted: Layout = Layout.AUTO) -> Layout:
    """Return the layout for some languages; columns hold exactly two."""
    if wanted is Layout.COLUMNS and len(languages) != 2:
        raise PaperProblem(reason="columns-need-two-languages", languages=languages)
    if wanted is not Layout.AUTO:
        return wanted
    spoken = {party.language for party in visit.parties}
    both = len(languages) == 2 and all(language in spoken for language in languages)
    return Layout.COLUMNS if both else Layout.STACKED


def _programme(view: View, options: AgendaOptions) -> Programme:
    scribe = view.scribe(options.languages)
    scope = Scope(view, (options.reader,))
    days = tuple(plan for plan in scope.days() if plan.items)
    items = [item for plan in days for item in plan.items]
    held = {link.meeting_id for item in items for link in item.meetings}
    return Programme(
        view,
        scribe,
        Cast(view, scribe),
        days,
        tuple(meeting for meeting in view.meetings if meeting.id in held) or view.meetings,
        _usual_places(items),
        assumed_times(items),
        options.today,
        options.final,
    )


def _usual_places(items: Sequence[ScheduleItem]) -> dict[str, Place]:
    """Return the place where most of each meeting is held."""
    places = {item.place.id: item.place for item in items if item.place is not None}
    counts = Counter([(link.meeting_id, item.place_id) for item in items for link in item.meetings])
    usual: dict[str, tuple[int, str]] = {}
    for (meeting, place), number in counts.items():
        if place is not None and number > usual.get(meeting, (0, ""))[0]:
            usual[meeting] = (number, place)
    return {meeting: places[place] for meeting, (_, place) in usual.items()}


def sessions(plan: DayPlan) -> list[Session]:
    """Part a day by its meetings; an entry of no meeting stays in one that goes on after it."""
    parted: list[tuple[tuple[Meeting, ...], list[ScheduleItem]]] = []
    for item in plan.items:
        meetings = meetings_of(item)
        if parted and parted[-1][0] == meetings:
            parted[-1][1].append(item)
        elif len(parted) > 1 and not parted[-1][0] and parted[-2][0] == meetings:
            between = parted.pop()[1]
            parted[-1][1].extend((*between, item))
        else:
            parted.append((meetings, [item]))
    return [Session(meetings, tuple(items)) for meetings, items in parted]
