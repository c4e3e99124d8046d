"""People and places that are needed in two gatherings at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from models.rules.findings.attendance import Gathering, gatherings
from models.rules.findings.finding import Finding, FindingCode, Severity, thing
from models.rules.findings.scene import Scene, Span
from models.tables import ItemKind, Leg, PlaceKind, ScheduleItem, TourGroup, TourStop

SHARED_PLACES = {PlaceKind.CITY, PlaceKind.SITE, PlaceKind.STATION, PlaceKind.AIRPORT}
"""Several things may well happen there at once."""
LARGE_PLACES = {PlaceKind.BUILDING, PlaceKind.HOTEL, PlaceKind.RESTAURANT}
"""There may be room for two: worth a look, no more."""
PASSING = {ItemKind.TRANSFER, ItemKind.FREE}
"""Entries that keep no place busy."""


class _Used(NamedTuple):
    item: ScheduleItem
    span: Span


T = TypeVar("T", Gathering, _Used)


def people_twice(scene: Scene) -> Iterator[Finding]:
    """Find people who are expected in two gatherings at once.

    It is an error for those who have something to do in both, or where both are for the same people as a
    whole; a warning for those who would miss something that is for everybody.
    """
    for one, other in _meeting_pairs(gatherings(scene)):
        if _is_journey_twice(one, other):
            continue
        everybody = one.others & other.others if one.audience == other.audience else frozenset[str]()
        clash = (one.named & other.named) | everybody
        missing = (one.named & other.others) | (one.others & other.named)
        for people, severity in ((clash, Severity.ERROR), (missing, Severity.WARNING)):
            there = [person for person in people if one.span_of(person).meets(other.span_of(person))]
            if there:
                there.sort(key=lambda person: scene.order.get(("person", person), len(scene.order)))
                objects = (thing(one.row), thing(other.row), *(("person", person) for person in there))
                yield Finding(FindingCode.PERSON_TWICE, severity, objects)


def places_twice(scene: Scene) -> Iterator[Finding]:
    """Find rooms and the like where two entries are at once."""
    by_place: dict[str, list[_Used]] = {}
    for item in scene.items:
        span = scene.span(item)
        if item.place is None or span is None or item.kind in PASSING or item.place.kind in SHARED_PLACES:
            continue
        by_place.setdefault(item.place.id, []).append(_Used(item, span))
    for place_id, used in by_place.items():
        for one, other in _meeting_pairs(used):
            large = one.item.place is not None and one.item.place.kind in LARGE_PLACES
            severity = Severity.WARNING if large else Severity.ERROR
            objects = (thing(one.item), thing(other.item), ("place", place_id))
            yield Finding(FindingCode.PLACE_TWICE, severity, objects)


def guides_twice(scene: Scene) -> Iterator[Finding]:
    """Find people who guide at a stop and go with a group while another group comes to that stop."""
    for item in scene.items:
        for tour in item.tours:
            for stop in tour.stops:
                mine = [group for group in tour.groups if stop.guide_id in _with(group)]
                others = [group for group in tour.groups if group not in mine and _comes_to(group, stop)]
                if stop.guide_id is not None and mine and others:
                    objects = (thing(item), thing(stop), thing(mine[0]), ("person", stop.guide_id))
                    yield Finding(FindingCode.GUIDE_TWICE, Severity.WARNING, objects)


def _with(group: TourGroup) -> set[str | None]:
    return {group.escort_id, group.interpreter_id, *(member.person_id for member in group.members)} - {None}


def _comes_to(group: TourGroup, stop: TourStop) -> bool:
    """Tell whether a group sees a stop; without a way of its own it sees all."""
    return not group.rotation or any(turn.stop_id == stop.id for turn in group.rotation)


def _meeting_pairs(things: Iterable[T]) -> Iterator[tuple[T, T]]:
    """Yield the pairs that have time in common, the earlier first: sorted by start and swept once."""
    running: list[T] = []
    for coming in sorted(things, key=lambda each: (each.span.start, each.span.end)):
        running = [each for each in running if each.span.end > coming.span.start]
        yield from ((each, coming) for each in running)
        running.append(coming)


def _is_journey_twice(one: Gathering, other: Gathering) -> bool:
    """Tell whether a leg and the entry that stands for it in the schedule are one and the same journey."""
    legs = [isinstance(gathering.row, Leg) for gathering in (one, other)]
    return any(legs) and any(
        isinstance(gathering.row, ScheduleItem) and gathering.row.kind is ItemKind.TRANSFER
        for gathering in (one, other)
    )
