"""The order in which a visit happens: days, entries, legs."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from models.tables import Leg, Meeting, ScheduleItem, Visit, VisitDay


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What happens on a day; ``day`` is None where entries stand on a date that the visit does not have."""

    date: dt.date
    day: VisitDay | None
    items: tuple[ScheduleItem, ...]
    legs: tuple[Leg, ...]


def day_plans(visit: Visit) -> tuple[DayPlan, ...]:
    """Return the days of a visit in order, with their entries and the legs that leave on them."""
    items: defaultdict[dt.date, list[ScheduleItem]] = defaultdict(list)
    legs: defaultdict[dt.date, list[Leg]] = defaultdict(list)
    for item in visit.items:
        items[item.date].append(item)
    for leg in visit.legs:
        legs[leg.departure_date].append(leg)
    days = {day.date: day for day in visit.days}
    return tuple(
        DayPlan(date, days.get(date), in_order(items[date]), legs_in_order(legs[date]))
        for date in sorted({*days, *items, *legs})
    )


def in_order(items: Iterable[ScheduleItem]) -> tuple[ScheduleItem, ...]:
    """Return the entries of a day by their start; one whose start is open stays at its planned place.

    Its planned place is the one that its order key gives it: behind the entry before it there.
    """
    known = dt.time.min
    placed: list[tuple[dt.time, bool, str, str, ScheduleItem]] = []
    for item in sorted(items, key=lambda item: (item.order, item.id)):
        if item.start is not None:
            known = item.start
        placed.append((known, item.start is None, item.order, item.id, item))
    placed.sort(key=lambda place: place[:4])
    return tuple(place[4] for place in placed)


def legs_in_order(legs: Iterable[Leg]) -> tuple[Leg, ...]:
    """Return legs by their departure."""
    return tuple(
        sorted(
            legs, key=lambda leg: (leg.departure_date, leg.departure_time or dt.time.min, leg.order, leg.id)
        )
    )


def period(visit: Visit) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of a visit, or None where its days are not known."""
    dates = [day.date for day in visit.days] or [item.date for item in visit.items]
    return (min(dates), max(dates)) if dates else None


def meetings_of(item: ScheduleItem) -> tuple[Meeting, ...]:
    """Return the meetings that an entry belongs to."""
    return tuple(link.meeting for link in item.meetings)


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

    def begins(meeting: Meeting) -> tuple[dt.date, str]:
        days = meeting_days(visit, meeting)
        return (days[0] if days else dt.date.max, meeting.order)

    return tuple(sorted(visit.meetings, key=begins))
