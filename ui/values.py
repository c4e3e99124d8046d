"""What the pages show, as frozen values: made on the worker from loaded objects, read on the GUI thread.

Codes (kind, audience, role) are the stored values of ``models.tables.choices``; texts stay in all their
languages, so that switching the language of the screen reads nothing again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from models.text.localised import NO_TEXT, LocalisedText

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, time
    from pathlib import Path

    from models.rules.zones import Slot
    from models.tables import Visit
    from models.text.names import Name
    from ui.style.tokens import Severity
    from ui.values_history import HistoryView


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit in the list at the left."""

    id: str
    title: LocalisedText
    other: str
    """The organisation on the other side, as it is called for short."""
    outward: bool | None
    first: date | None
    last: date | None
    period: str = ""
    """Where the days are not known: a partial date."""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileView:
    """An open file."""

    path: Path
    name: str
    author: str
    read_only: bool
    visits: tuple[VisitLine, ...]
    home: str = ""
    """The id of our own organisation, where it is set."""
    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    """How many rows there are, by table."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody or something that takes part: a person's name, or a text; nothing of both means everyone."""

    name: Name | None = None
    text: LocalisedText = NO_TEXT
    open: bool = False
    """Somebody of that organisation who is not named yet."""


@dataclass(frozen=True, slots=True)
class TalkView:
    """A talk inside an entry."""

    id: str
    title: LocalisedText
    minutes: int | None
    speakers: tuple[Who, ...]
    slides: str


@dataclass(frozen=True, slots=True)
class StopView:
    """A stop of a lab tour."""

    id: str
    name: LocalisedText
    guide: Name | None
    minutes: int | None


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding, the rows that it is about, and what ``ui.words`` words it from."""

    severity: Severity
    code: str
    rows: tuple[str, ...]
    finding: Any
    visit: Any


@dataclass(frozen=True, slots=True)
class ChangeView:
    """Who changed a thing last, and what of it."""

    author: str
    at: datetime
    field: str


@dataclass(frozen=True, slots=True)
class Sides:
    """One field that two have changed: what it was, mine, theirs; plain values."""

    field: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A group of fields that somebody else has changed meanwhile; ``author`` is empty where unknown."""

    sides: tuple[Sides, ...]
    author: str
    at: datetime | None
    theirs: Mapping[str, Any]
    """The whole group as it stands now: what a form shows that begins anew."""


REMOVALS = (".remove", ".remove_all")
"""How the codes of actions end that take rows away."""


@dataclass(frozen=True, slots=True)
class StepView:
    """What was done, or can be undone: the code of the action and the title of what it was about."""

    code: str
    title: LocalisedText = NO_TEXT
    told: HistoryView | None = None
    """The step as the journal has it, for naming it in full."""


@dataclass(frozen=True, slots=True)
class StepsView:
    """What comes next when undoing and redoing; None where there is nothing."""

    undo: StepView | None = None
    redo: StepView | None = None


@dataclass(frozen=True, slots=True)
class Turned:
    """What an undo or redo did: the step, and the visit and row to show for it."""

    step: StepView
    visit_id: str
    table: str
    row_id: str
    redone: bool


@dataclass(frozen=True, slots=True)
class ItemView:
    """An entry of a day."""

    id: str
    title: LocalisedText
    kind: str
    date: date
    start: time | None
    end: time | None
    end_day: int
    at: Slot
    """The same by the clock of the visit, by which the schedule goes."""
    zone: str
    offset: str
    assumed: bool
    status: str
    audience: str
    audience_party: str
    place: str
    place_name: LocalisedText
    chair: str
    people: tuple[Who, ...]
    speaking: tuple[Who, ...]
    remarks: LocalisedText
    talks: tuple[TalkView, ...] = ()
    stops: tuple[StopView, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class EndView:
    """One end of a journey, on the wall clock there."""

    place: LocalisedText
    date: date | None
    time: time | None
    offset: str


@dataclass(frozen=True, slots=True)
class LegView:
    """A journey as the list of its day shows it: to be read."""

    id: str
    title: LocalisedText
    kind: str
    number: str
    start: EndView
    end: EndView
    minutes: int | None
    passengers: int
    status: str


@dataclass(frozen=True, slots=True)
class StayView:
    """A stay: where, and from when to when."""

    id: str
    place: LocalisedText
    first: date
    last: date
    rooms: int


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting as the head of a day names it."""

    title: LocalisedText
    number: int | None


@dataclass(frozen=True, slots=True)
class DayView:
    """A day of a visit."""

    id: str
    date: date
    title: LocalisedText
    meetings: tuple[MeetingLine, ...]
    items: tuple[ItemView, ...]
    legs: tuple[LegView, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingChoice:
    """A meeting of the visit that an entry can belong to."""

    id: str
    title: LocalisedText
    number: int | None


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place that can be chosen."""

    id: str
    name: LocalisedText


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """A person of the visit who can be chosen."""

    id: str
    name: Name
    organisation: str


@dataclass(frozen=True, slots=True)
class PartyChoice:
    """A party of the visit."""

    id: str
    name: str
    host: bool


@dataclass(frozen=True, slots=True)
class DelegationChoice:
    """A delegation of the visit, for papers."""

    id: str
    name: LocalisedText
    people: tuple[PersonChoice, ...]


@dataclass(frozen=True, slots=True)
class VisitView:
    """A visit as its pages show it."""

    id: str
    title: LocalisedText
    city: LocalisedText
    languages: tuple[str, ...]
    outward: bool | None
    zone: str
    first: date | None
    last: date | None
    parties: tuple[PartyChoice, ...]
    days: tuple[DayView, ...]
    places: tuple[PlaceChoice, ...]
    delegations: tuple[DelegationChoice, ...]
    findings: tuple[FindingView, ...]
    stays: tuple[StayView, ...] = ()
    meetings: tuple[MeetingChoice, ...] = ()
    read_only: bool = False
    found: Mapping[str, tuple[FindingView, ...]] = field(default_factory=dict[str, Any], compare=False)
    """The findings by the row that they are about."""
    whole: Visit | None = field(default=None, compare=False, repr=False)
    """The visit as it was loaded, read-only, for sections that show more of it."""
    rows: Mapping[tuple[str, str], Any] = field(default_factory=dict[Any, Any], compare=False, repr=False)
    """Every loaded row that belongs to the visit, by table and id."""

    def item(self, item_id: str) -> ItemView | None:
        """Return an entry by its id."""
        return next((item for day in self.days for item in day.items if item.id == item_id), None)

    def people(self) -> tuple[PersonChoice, ...]:
        """Return everyone of all delegations, once each."""
        known: dict[str, PersonChoice] = {}
        for delegation in self.delegations:
            for person in delegation.people:
                known.setdefault(person.id, person)
        return tuple(known.values())

    def findings_of(self, item: ItemView) -> tuple[FindingView, ...]:
        """Return what was found about an entry, its talks and stops."""
        rows = (item.id, *(talk.id for talk in item.talks), *(stop.id for stop in item.stops))
        listed = [self.found[row] for row in rows if row in self.found]
        if len(listed) < 2:
            return listed[0] if listed else ()
        known: dict[int, FindingView] = {}
        for found in listed:
            for finding in found:
                known.setdefault(id(finding), finding)
        return tuple(known.values())
