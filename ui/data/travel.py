"""Journeys and stays as the values that the days show."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from models.text.dates import offset
from models.text.localised import NO_TEXT
from ui.data.clocks import minutes_between, moment, utc_offset
from ui.values import EndView, LegView, StayView

if TYPE_CHECKING:
    from models.tables import Leg, Stay


def leg_view(leg: Leg) -> LegView:
    """Return a journey as the list of its day shows it, by the clocks of its places."""
    from models.rules.zones import zone_of_place

    zones = (
        zone_of_place(leg.from_place) or leg.departure_zone,
        zone_of_place(leg.to_place) or leg.arrival_zone,
    )
    start = EndView(
        leg.from_place.name if leg.from_place else NO_TEXT,
        leg.departure_date,
        leg.departure_time,
        _offset(leg.departure_date, leg.departure_time, zones[0]),
    )
    arrival = leg.arrival_date or leg.departure_date
    end = EndView(
        leg.to_place.name if leg.to_place else NO_TEXT,
        arrival,
        leg.arrival_time,
        _offset(arrival, leg.arrival_time, zones[1]),
    )
    return LegView(
        leg.id, leg.title, leg.kind.value, leg.number, start, end, _minutes(leg, arrival, zones),
        len(leg.passengers), leg.status.value,
    )  # fmt: skip


def stay_view(stay: Stay) -> StayView:
    """Return a stay as the days show it."""
    return StayView(
        stay.id, stay.place.name if stay.place else NO_TEXT, stay.check_in, stay.check_out, len(stay.rooms)
    )


def _minutes(leg: Leg, arrival: dt.date, zones: tuple[str, str]) -> int | None:
    """Return how long a journey takes; where one clock is known and the other not, nobody knows."""
    if leg.departure_time is None or leg.arrival_time is None or bool(zones[0]) != bool(zones[1]):
        return None
    start = moment(leg.departure_date, leg.departure_time, leg.departure_fold, zones[0])
    return minutes_between(start, moment(arrival, leg.arrival_time, leg.arrival_fold, zones[1]))


def _offset(date: dt.date, time: dt.time | None, zone: str) -> str:
    gap = utc_offset(date, time, zone)
    return offset(gap) if gap is not None else ""
