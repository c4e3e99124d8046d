"""Wall-clock times of zones as moments that can be compared."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone(name: str) -> dt.tzinfo:
    """Return a zone by its name; one that is empty or unknown counts as UTC."""
    try:
        return ZoneInfo(name) if name else dt.UTC
    except (ZoneInfoNotFoundError, ValueError):
        return dt.UTC


def moment(date: dt.date, time: dt.time, fold: int, zone_name: str) -> dt.datetime:
    """Return the moment of a wall-clock time, in UTC."""
    return dt.datetime.combine(date, time.replace(fold=fold), zone(zone_name)).astimezone(dt.UTC)


def comes_twice(date: dt.date, time: dt.time, zone_name: str) -> bool:
    """Tell whether the clock of a zone shows a time twice that day, as it is put back."""
    first, second = (
        dt.datetime.combine(date, time.replace(fold=fold), zone(zone_name)).utcoffset() for fold in (0, 1)
    )
    # Where the clock is put forward and shows the time never, it is the other way round.
    return first is not None and second is not None and first > second


def minutes_between(start: dt.datetime, end: dt.datetime) -> int:
    """Return whole minutes from one moment to another."""
    return round((end - start).total_seconds() / 60)


def utc_offset(date: dt.date, time: dt.time | None, zone_name: str) -> int | None:
    """Return how many minutes a zone is ahead of UTC then; None where no zone is named."""
    gap = dt.datetime.combine(date, time or dt.time(12), zone(zone_name)).utcoffset()
    return round(gap.total_seconds() / 60) if gap is not None and zone_name else None
