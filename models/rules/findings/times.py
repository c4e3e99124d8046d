"""Times that cannot be kept, and entries outside the visit."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from models.rules import zones
from models.rules.findings.finding import Finding, FindingCode, Severity, thing
from models.rules.findings.scene import Scene
from models.tables import LegKind, Row

_OVER_BORDERS = (LegKind.FLIGHT, LegKind.SHIP)


def times_that_do_not_exist(scene: Scene) -> Iterator[Finding]:
    """Find times that the clock on the wall skips when summer time begins."""
    ends: list[tuple[Row, str, zones.WallTime | None]] = []
    home = scene.home
    for item in scene.items:
        ends += [(item, "start", zones.item_start(item, home)), (item, "end", zones.item_end(item, home))]
    for leg in scene.legs:
        ends += [(leg, "departure", zones.departure(leg, home)), (leg, "arrival", zones.arrival(leg, home))]
    for row, which, wall in ends:
        if wall is not None and not zones.exists(wall):
            values = {"which": which, "date": wall.date, "time": wall.time, "zone": wall.zone}
            yield Finding(FindingCode.NO_SUCH_TIME, Severity.ERROR, (thing(row),), values)


def items_backwards(scene: Scene) -> Iterator[Finding]:
    """Find entries that end before they start."""
    for item in scene.items:
        start, end = zones.item_start(item, scene.home), zones.item_end(item, scene.home)
        if start is not None and end is not None and zones.moment(end) < zones.moment(start):
            values = {"start": start.time, "end": end.time}
            yield Finding(FindingCode.ENDS_BEFORE_START, Severity.ERROR, (thing(item),), values)


def legs_backwards(scene: Scene) -> Iterator[Finding]:
    """Find legs that arrive before they leave, by the clocks of both ends."""
    for leg in scene.legs:
        leaves, arrives = zones.departure(leg, scene.home), zones.arrival(leg, scene.home)
        if leaves is not None and arrives is not None and zones.comparable(leaves, arrives):
            minutes = zones.minutes_between(leaves, arrives)
        elif leg.arrival_date is not None:
            # A day may differ by one across the date line without any of it being wrong.
            minutes = 0 if (leg.arrival_date - leg.departure_date).days >= -1 else -1
        else:
            continue
        if minutes < 0:
            yield Finding(FindingCode.ARRIVES_BEFORE_LEAVING, Severity.ERROR, (thing(leg),))


def zones_unknown(scene: Scene) -> Iterator[Finding]:
    """Find flights and ships of which nobody knows by which clock they leave or arrive.

    It matters only where the visit has several clocks: with a single one there is nothing to confuse.
    """
    if not _has_several_clocks(scene):
        return
    for leg in scene.legs:
        if leg.kind not in _OVER_BORDERS:
            continue
        ends = (
            (leg.departure_time, leg.from_place, leg.departure_zone),
            (leg.arrival_time, leg.to_place, leg.arrival_zone),
        )
        # One zone for both ends is what a form proposes; nobody has looked at the airport.
        proposed = leg.departure_zone == leg.arrival_zone
        places = [
            place
            for time, place, zone in ends
            if time is not None
            and place is not None
            and not zones.zone_of_place(place)
            and (proposed or not zone)
        ]
        if places:
            objects = (thing(leg), *(thing(place) for place in places))
            yield Finding(FindingCode.ZONE_UNKNOWN, Severity.WARNING, objects)


def _has_several_clocks(scene: Scene) -> bool:
    """Tell whether the places, parties and times of a visit go by more than one clock."""
    named = {scene.home, *(party.time_zone for party in scene.visit.parties)}
    named |= {item.zone for item in scene.items}
    for leg in scene.legs:
        named |= {leg.departure_zone, leg.arrival_zone}
        named |= {zones.zone_of_place(leg.from_place), zones.zone_of_place(leg.to_place)}
    first, *others = sorted(named - {""}) or [""]
    days = [leg.departure_date for leg in scene.legs]
    return any(not zones.same_clock(first, other, min(days), max(days)) for other in others if days)


def outside_days(scene: Scene) -> Iterator[Finding]:
    """Find entries on none of the visit's days, neither by their own clock nor by that of the visit."""
    days = {day.date for day in scene.visit.days}
    if not days:
        return
    home = ZoneInfo(scene.home) if scene.home else None
    for item in scene.items:
        dates = {item.date}
        start = zones.item_start(item, scene.home)
        if start is not None and home is not None:
            dates.add(zones.moment(start).astimezone(home).date())
        if not dates & days:
            values = {"date": item.date, "first": min(days), "last": max(days)}
            yield Finding(FindingCode.OUTSIDE_DAYS, Severity.ERROR, (thing(item),), values)
