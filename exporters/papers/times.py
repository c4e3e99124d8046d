"""Times on a paper: clocks, dates of arrival, zones, and which of them are only assumed."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from exporters.document import Cell, Paragraph, Run, Style
from exporters.papers import phrases
from models.rules.zones import (
    WallTime,
    abbreviation,
    arrival,
    departure,
    item_start,
    offset_minutes,
    same_clock,
)
from models.tables import TimeBasis
from models.text.dates import DayForm, clock_range, day, duration, offset
from models.text.lists import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exporters.papers.scribe import Scribe
    from models.tables import Leg, ScheduleItem

_ASSUMED = "※"
_SIGN = "※  "
_NOON = dt.time(12)
_IS_ASSUMED = TimeBasis.ASSUMED


class Assumed(Enum):
    """Which times of a paper are assumed."""

    NONE = ""
    ALL = phrases.NOTE_ASSUMED_ALL
    MEETINGS = phrases.NOTE_ASSUMED_MEETINGS
    SOME = phrases.NOTE_ASSUMED_SOME
    """Only these say it one by one."""


def assumed_times(items: Iterable[ScheduleItem], *, among_legs: bool = False) -> Assumed:
    """Tell which times of these entries are assumed, so that it is said once where it can be.

    ``among_legs`` says that the paper has other times too, which are not assumed.
    """
    timed = [item for item in items if item.start is not None or item.end is not None]
    assumed = [item for item in timed if item.time_basis is _IS_ASSUMED]
    if not assumed:
        return Assumed.NONE
    if len(assumed) == len(timed) and not among_legs:
        return Assumed.ALL
    if all(bool(item.meetings) == (item.time_basis is _IS_ASSUMED) for item in timed):
        return Assumed.MEETINGS
    return Assumed.SOME


def assumed_note(scribe: Scribe, assumed: Assumed) -> tuple[Paragraph, ...]:
    """Return the note about assumed times, if there is anything to say."""
    if assumed is Assumed.NONE:
        return ()
    # What speaks of the sign ※ begins with it already.
    said = [scribe.word(assumed.value, language) for language in scribe.languages]
    return noted(said, sign="" if assumed is Assumed.SOME else _SIGN)


def noted(said: Iterable[Run], sign: str = _SIGN) -> tuple[Paragraph, ...]:
    """Return a note of one sentence a language."""
    runs: list[Run] = []
    for run in dict.fromkeys(said):
        text = f"  {run.text}" if runs else sign + run.text
        runs.append(Run(text, run.language))
    return (Paragraph(tuple(runs), Style.NOTE),)


def item_time(scribe: Scribe, item: ScheduleItem, home_zone: str, assumed: Assumed) -> Cell:
    """Write the time of an entry; what differs from the paper's zone or day stands under it."""
    start, end, late = item.start, item.end, item.end_day
    notes: list[Paragraph] = []
    additions: list[str] = []
    if start is None and end is None:
        notes.extend(_unknown(scribe))
    ends = item.date + dt.timedelta(late) if late else item.date
    if late and end is not None:
        additions.append(f"+{late}")
        notes.extend(_dated(scribe, phrases.ENDS_ON, ends))
    if item.time_basis is _IS_ASSUMED and assumed is Assumed.SOME and (start or end) is not None:
        additions.append(_ASSUMED)
    zone = item.zone
    if zone and zone != home_zone and not (home_zone and same_clock(zone, home_zone, item.date, ends)):
        notes.append(_small(zone_name(item_start(item, home_zone) or WallTime(item.date, _NOON, zone))))
    return Cell((scribe.times(start, end, " ".join(additions)), *notes))


def leg_time(scribe: Scribe, leg: Leg, home_zone: str) -> Cell:
    """Write the time of a leg, with both zones where their clocks differ."""
    notes: list[Paragraph] = []
    if leg.departure_time is None and leg.arrival_time is None:
        notes.extend(_unknown(scribe))
    days = days_on_the_way(leg)
    if days:
        notes.extend(_dated(scribe, phrases.ARRIVES_ON, leg.departure_date + dt.timedelta(days)))
    start, end = departure(leg, home_zone), arrival(leg, home_zone)
    if start and end and start.zone and end.zone and offset_minutes(start) != offset_minutes(end):
        notes.append(_small(" → ".join(zone_names(start, end))))
    times = scribe.times(leg.departure_time, leg.arrival_time, f"{days:+d}" if days else "")
    return Cell((times, *notes))


def days_on_the_way(leg: Leg) -> int:
    """Return how many days later by the calendar a leg arrives; over the date line it may be one earlier."""
    if leg.arrival_date is None or leg.arrival_time is None:
        return 0
    return (leg.arrival_date - leg.departure_date).days


def zone_name(wall: WallTime) -> str:
    """Return the short name of a zone on a day, or how far it is from UTC; no zone has no name."""
    if not wall.zone:
        return ""
    return abbreviation(wall) or offset(offset_minutes(wall))


def zone_names(start: WallTime, end: WallTime) -> tuple[str, str]:
    """Return the names of two zones; where one name stands for both clocks, how far they are from UTC."""
    names = zone_name(start), zone_name(end)
    if names[0] == names[1] and offset_minutes(start) != offset_minutes(end):
        return offset(offset_minutes(start)), offset(offset_minutes(end))
    return names


def _unknown(scribe: Scribe) -> Iterator[Paragraph]:
    for language in scribe.others:
        yield Paragraph((Run(clock_range(None, None, language), language),), Style.SECOND_LANGUAGE)


def _dated(scribe: Scribe, message: str, date: dt.date) -> tuple[Paragraph, ...]:
    return scribe.each(
        lambda language: (scribe.word(message, language, day=day(date, language, DayForm.SHORT)),)
    )


def _small(text: str) -> Paragraph:
    return Paragraph((Run(text, "en"),), Style.SECOND_LANGUAGE)


class Clocks(NamedTuple):
    """The clocks of the destination and of home, and the days on which one of them changes."""

    zone: str
    home: str
    first: dt.date
    last: dt.date

    def here(self, date: dt.date) -> int:
        """Return how far the destination is from UTC on a day."""
        return offset_minutes(WallTime(date, _NOON, self.zone))

    def there(self, date: dt.date) -> int:
        """Return how far home is from UTC on a day."""
        return offset_minutes(WallTime(date, _NOON, self.home or self.zone))

    def changes(self) -> tuple[dt.date, ...]:
        """Return the days from which a clock is set otherwise than the day before."""
        return _changes(self)


@lru_cache(maxsize=256)
def _changes(clocks: Clocks) -> tuple[dt.date, ...]:
    days = min((clocks.last - clocks.first).days, 400)
    dates = [clocks.first + dt.timedelta(number) for number in range(days + 1)]
    shown = [(clocks.here(date), clocks.there(date)) for date in dates]
    return tuple(
        date for date, now, before in zip(dates[1:], shown[1:], shown, strict=False) if now != before
    )


def local_time(scribe: Scribe, clocks: Clocks, city: str, language: str) -> list[Run]:
    """Say that times are local, how far home is, and when that changes; a sentence a run."""
    here, there = clocks.here(clocks.first), clocks.there(clocks.first)
    zone = join([part for part in (city, offset(here)) if part], language, conjunction=False)
    if not clocks.home:
        said = [scribe.word(phrases.LOCAL_TIME, language, zone=zone)]
    elif here == there:
        said = [scribe.word(phrases.LOCAL_SAME, language, zone=zone)]
    else:
        message = phrases.LOCAL_BEHIND if here < there else phrases.LOCAL_AHEAD
        difference = duration(abs(here - there), language)
        said = [scribe.word(message, language, zone=zone, difference=difference, home=offset(there))]
    said += [clock_change(scribe, clocks, date, language) for date in clocks.changes()]
    return said


def clock_change(scribe: Scribe, clocks: Clocks, date: dt.date, language: str) -> Run:
    """Say from when one of the clocks is set otherwise."""
    dated = day(date, language, DayForm.SHORT)
    here = offset(clocks.here(date))
    if not clocks.home:
        return scribe.word(phrases.CLOCK_CHANGES_LOCAL, language, day=dated, zone=here)
    return scribe.word(phrases.CLOCK_CHANGES, language, day=dated, zone=here, home=offset(clocks.there(date)))
