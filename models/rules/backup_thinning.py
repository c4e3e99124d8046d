"""Which backups stay: all of the last days, then fewer and fewer the older they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

ALL_FOR = dt.timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9

Period = Callable[[dt.datetime], object]


def kept_times(times: Iterable[dt.datetime], now: dt.datetime) -> frozenset[dt.datetime]:
    """Return the times whose backups stay; the newest is always among them.

    Everything younger than two days stays. Besides, the newest of each day, week and month stays, for so many
    days, weeks and months as have backups at all: an office that rests for a year comes back to what it had.
    """
    known = sorted(set(times), reverse=True)
    kept = {time for time in known if now - time <= ALL_FOR}
    for period, number in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        kept |= _newest_of_each(known, period, number)
    return frozenset(kept)


def _newest_of_each(newest_first: Iterable[dt.datetime], period: Period, number: int) -> set[dt.datetime]:
    chosen: dict[object, dt.datetime] = {}
    for time in newest_first:
        chosen.setdefault(period(time), time)
    return set(list(chosen.values())[:number])


def _day(time: dt.datetime) -> object:
    return time.date()


def _week(time: dt.datetime) -> object:
    return time.isocalendar()[:2]


def _month(time: dt.datetime) -> object:
    return time.year, time.month
