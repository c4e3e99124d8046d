"""Wall-clock times and what they mean elsewhere.

What was agreed is what the clock on the wall will say; the moment follows from the rules of the zone, which
may change. A time that comes twice (the end of summer time) is told apart by ``fold``; a time that does not
come at all (its beginning) is reported by ``exists`` and never moved.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from models.tables import Leg, Organisation, Place, ScheduleItem
from models.text.zones import zone_of_country

_Node = TypeVar("_Node", Place, Organisation)


class WallTime(NamedTuple):
    """What the clock on the wall of a zone says on a day; ``fold`` 1 is the second of two.

    Without a zone nobody knows which clock is meant: it has no abbreviation, and among times of such clocks
    it counts as it stands.
    """

    date: dt.date
    time: dt.time
    zone: str
    fold: int = 0

    @property
    def local(self) -> dt.datetime:
        """Return the date and time in the zone; without one they are of no zone."""
        zone = ZoneInfo(self.zone) if self.zone else None
        time = self.time if self.time.fold == self.fold else self.time.replace(fold=self.fold)
        return dt.datetime.combine(self.date, time, zone)


def moment(wall: WallTime) -> dt.datetime:
    """Return the moment in UTC; for a time that does not exist, the one by the offset before the gap.

    A clock of no known zone is taken as it stands, so that such times can be put in order.
    """
    local = wall.local
    return local.astimezone(dt.UTC) if wall.zone else local.replace(tzinfo=dt.UTC)


def exists(wall: WallTime) -> bool:
    """Tell whether the clock ever shows this time."""
    if not wall.zone:
        return True
    back = moment(wall).astimezone(ZoneInfo(wall.zone))
    return back.replace(tzinfo=None, fold=0) == wall.local.replace(tzinfo=None, fold=0)


def comes_twice(wall: WallTime) -> bool:
    """Tell whether the clock shows this time twice."""
    local = wall.local
    return exists(wall) and local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def offset_minutes(wall: WallTime) -> int:
    """Return how many minutes the zone is ahead of UTC then."""
    ahead = wall.local.utcoffset()
    return 0 if ahead is None else int(ahead.total_seconds() // 60)


def abbreviation(wall: WallTime) -> str:
    """Return the zone's usual short name then (JST, KST), or "" where it has none but its offset."""
    name = wall.local.tzname() or ""
    return name if name.isalpha() else ""


def minutes_between(first: WallTime, last: WallTime) -> int:
    """Return the minutes that pass from one wall-clock time to another, in whatever zones."""
    return int((moment(last) - moment(first)).total_seconds() // 60)


def comparable(one: WallTime, other: WallTime) -> bool:
    """Tell whether it is known how two clocks stand to each other."""
    return bool(one.zone) == bool(other.zone)


def elsewhere(wall: WallTime, zone: str) -> WallTime:
    """Return what the clock of another zone shows then; a clock of no known zone stays as it is."""
    if not wall.zone or not zone or wall.zone == zone:
        return wall
    there = wall.local.astimezone(ZoneInfo(zone))
    return WallTime(there.date(), there.time().replace(fold=0), zone, there.fold)


@lru_cache(maxsize=1024)
def same_clock(one: str, other: str, first: dt.date, last: dt.date) -> bool:
    """Tell whether two zones show the same time on every day of a period."""
    if one == other:
        return True
    noon = dt.time(12)
    days = ((last - first).days + 1) if last >= first else 1
    return all(
        offset_minutes(WallTime(first + dt.timedelta(day), noon, one))
        == offset_minutes(WallTime(first + dt.timedelta(day), noon, other))
        for day in range(min(days, 400))
    )


class Above:
    """What a place or an institute belongs to, as it stands in a loaded visit; who writes looks it up."""

    def place(self, place: Place) -> Place | None:
        """Return where a place lies."""
        return place.parent

    def house(self, place: Place) -> Organisation | None:
        """Return whose place it is."""
        return place.organisation

    def organisation(self, organisation: Organisation) -> Organisation | None:
        """Return the institute that another is part of."""
        return organisation.parent


_LOADED = Above()


def zone_of_place(place: Place | None, above: Above = _LOADED) -> str:
    """Return the zone of a place: its own, else that of where it lies, of its institute or of its country."""
    around = [*_upwards(place, above.place)]
    houses = [house for one in around for house in _upwards(above.house(one), above.organisation)]
    own = next((one.time_zone for one in (*around, *houses) if one.time_zone), "")
    return own or next((zone for one in houses if (zone := zone_of_country(one.country))), "")


def _upwards(node: _Node | None, above: Callable[[_Node], _Node | None]) -> Iterator[_Node]:
    """Yield a place or an institute and what it belongs to; a merged file may have them in a ring."""
    seen: set[str] = set()
    while node is not None and node.id not in seen:
        seen.add(node.id)
        yield node
        node = above(node)


# Where an entry or an end of a leg names no zone, that of its visit holds: ``home``. The clock at an end of
# a leg is that of its place, whatever was stored before the place was known.


def item_start(item: ScheduleItem, home: str) -> WallTime | None:
    """Return when an entry starts, if that is known."""
    return None if item.start is None else WallTime(item.date, item.start, item.zone or home, item.start_fold)


def item_end(item: ScheduleItem, home: str) -> WallTime | None:
    """Return when an entry ends, if that is known."""
    if item.end is None:
        return None
    return WallTime(item.date + dt.timedelta(item.end_day), item.end, item.zone or home, item.end_fold)


class Slot(NamedTuple):
    """Day, start and end of an entry; ``end_day`` counts from its day."""

    date: dt.date
    start: dt.time | None
    end: dt.time | None
    end_day: int


def own_slot(item: ScheduleItem) -> Slot:
    """Return when an entry is by the clock that was agreed for it."""
    return Slot(item.date, item.start, item.end, item.end_day)


def slot_at_home(item: ScheduleItem, home: str) -> Slot:
    """Return when an entry is by the clock of its visit: who joins from elsewhere has another."""
    if not item.zone or not home or item.zone == home:
        return own_slot(item)
    start, end = item_start(item, home), item_end(item, home)
    start, end = start and elsewhere(start, home), end and elsewhere(end, home)
    if start is not None:
        date = start.date
    else:
        date = end.date - dt.timedelta(item.end_day) if end is not None else item.date
    return Slot(
        date,
        start.time if start else None,
        end.time if end else None,
        (end.date - date).days if end else item.end_day,
    )


def departure(leg: Leg, home: str) -> WallTime | None:
    """Return when a leg leaves, if that is known."""
    if leg.departure_time is None:
        return None
    zone = zone_of_place(leg.from_place) or leg.departure_zone
    return WallTime(leg.departure_date, leg.departure_time, zone or home, leg.departure_fold)


def arrival(leg: Leg, home: str) -> WallTime | None:
    """Return when a leg arrives, if that is known."""
    if leg.arrival_time is None or leg.arrival_date is None:
        return None
    zone = zone_of_place(leg.to_place) or leg.arrival_zone
    return WallTime(leg.arrival_date, leg.arrival_time, zone or home, leg.arrival_fold)
