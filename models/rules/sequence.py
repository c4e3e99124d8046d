"""The order in which a visit happens: days, entries, legs."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from models.rules.zones import departure, item_start, moment, slot_at_home
from models.tables import Leg, Meeting, ScheduleItem, Visit, VisitDay

_BEFORE = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What happens on a day; ``day`` is None where entries stand on a date that the visit does not have."""

    date: dt.date
    day: VisitDay | None
    items: tuple[ScheduleItem, ...]
    legs: tuple[Leg, ...]


def day_plans(visit: Visit) -> tuple[DayPlan, ...]:
    """Return the days of a visit in order, with their entries and the legs that leave on them.

    An entry with a clock of its own stands on the day that it is by the clock of the visit.
    """
    items: defaultdict[dt.date, list[ScheduleItem]] = defaultdict(list)
    legs: defaultdict[dt.date, list[Leg]] = defaultdict(list)
    for item in visit.items:
        items[slot_at_home(item, visit.time_zone).date].append(item)
    for leg in visit.legs:
        legs[leg.departure_date].append(leg)
    days = {day.date: day for day in visit.days}
    return tuple(
        DayPlan(
            date,
            days.get(date),
            in_order(items[date], visit.time_zone),
            legs_in_order(legs[date], visit.time_zone),
        )
        for date in sorted({*days, *items, *legs})
    )


def in_order(items: Iterable[ScheduleItem], home: str) -> tuple[ScheduleItem, ...]:
    """Return the entries of a day by the moment of their start; ``home`` is the zone of their visit.

    One whose start is open stays at its planned place, the one that its order key gives it: behind the entry
    before it there.
    """
    known = _BEFORE
    placed: list[tuple[dt.datetime, bool, str, str, ScheduleItem]] = []
    for item in sorted(items, key=lambda item: (item.order, item.id)):
        start = item_start(item, home)
        if start is not None:
            known = moment(start)
        placed.append((known, start is None, item.order, item.id, item))
    placed.sort(key=lambda place: place[:4])
    return tuple(place[4] for place in placed)


def legs_in_order(legs: Iterable[Leg], home: str) -> tuple[Leg, ...]:
    """Return the legs of a day by the moment of their departure; an open one goes first."""
    return tuple(sorted(legs, key=lambda leg: (leaves(leg, home), leg.order, leg.id)))


def leaves(leg: Leg, home: str) -> dt.datetime:
    """Return the moment at which a leg leaves; one that is not known comes before all others."""
    start = departure(leg, home)
    return moment(start) if start else _BEFORE


def in_sequence(plan: DayPlan, home: str) -> tuple[ScheduleItem | Leg, ...]:
    """Return the entries and legs of a day as they happen, by the moment and not by the clock."""
    if not plan.legs:
        return plan.items
    waiting = [(leaves(leg, home), leg) for leg in plan.legs]
    waiting.sort(key=lambda pair: pair[0])
    whole: list[ScheduleItem | Leg] = []
    for item in plan.items:
        start = item_start(item, home)
        while start is not None and waiting and waiting[0][0] <= moment(start):
            whole.append(waiting.pop(0)[1])
        whole.append(item)
    return (*whole, *(leg for _, leg in waiting))


def period(visit: Visit) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of a visit, or None where its days are not known."""
    dates = [day.date for day in visit.days] or [item.date for item in visit.items]
    return (min(dates), max(dates)) if dates else None


def meetings_of(item: ScheduleItem) -> tuple[Meeting, ...]:
    """Return the meetings that an entry belongs to."""
    return tuple([link.meeting for link in item.meetings])


def meeting_days(visit: Visit, meeting: Meeting) -> tuple[dt.date, ...]:
    """Return the days on which a meeting of a visit has entries."""
    return tuple(
        sorted(
            {
                item.date
                for item in visit.items
                if any(link.meeting_id == meeting.id for link in item.meetings)
            }
        )
    )


def visit_meetings(visit: Visit) -> tuple[Meeting, ...]:
    """Return the meetings of a visit in the order in which they begin."""
    first: dict[str, dt.date] = {}
    for item in visit.items:
        for link in item.meetings:
            first[link.meeting_id] = min(item.date, first.get(link.meeting_id, item.date))
    return tuple(
        sorted(visit.meetings, key=lambda meeting: (first.get(meeting.id, dt.date.max), meeting.order))
    )
