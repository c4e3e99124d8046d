"""Which times figures mean: the half of the day, the next day, the day itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.intake.record import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.intake.agenda.slots import Slot

_HALF = 12 * 60
_DAY = 24 * 60
_EARLY = 8 * 60
_NIGHT = 6 * 60
_EVENING = 17 * 60


@dataclass(frozen=True, slots=True)
class Settled:
    """When an entry is: how many days after its day, from when to when, and what is doubtful about it."""

    days: int
    start: dt.time | None
    end: dt.time | None
    end_days: int
    start_doubt: Doubt | None = None
    end_doubt: Doubt | None = None

    @property
    def minutes(self) -> int | None:
        """Return how long it is."""
        if self.start is None or self.end is None:
            return None
        return _minutes(self.end) - _minutes(self.start) + self.end_days * _DAY


def twelve_hours(slots: Iterable[Slot]) -> bool:
    """Tell whether a file counts its hours to twelve: no figure over 12 in any time."""
    clocks = [clock for slot in slots for clock in (slot.start, slot.end) if clock is not None]
    return bool(clocks) and all(clock.hour <= 12 for clock in clocks)


def settle(slot: Slot, before: int | None, twelve: bool) -> Settled:
    """Settle when an entry is, given the minutes at which the entry before it begins."""
    doubt = None if slot.sure else Doubt.GUESS
    start, start_doubt, days = _start(slot, before, twelve, doubt)
    end, end_days, end_doubt = _end(slot, start, twelve, doubt)
    if end is not None and end < 0:
        end = None
    if start is None and end is not None:
        days, end, end_days = days + end // _DAY, end % _DAY, 0
    return Settled(
        days,
        None if start is None else _time(start),
        None if end is None else _time(end),
        end_days,
        start_doubt,
        end_doubt,
    )


def _start(
    slot: Slot, before: int | None, twelve: bool, doubt: Doubt | None
) -> tuple[int | None, Doubt | None, int]:
    clock = slot.start
    if clock is None:
        return None, doubt, 0
    minutes = clock.minutes
    days, minutes = divmod(minutes, _DAY)
    if clock.half or clock.next_day or days:
        return minutes, doubt, days
    if before is not None and minutes < before:
        if minutes < _EARLY and minutes + _HALF >= before:
            return minutes + _HALF, doubt if twelve else Doubt.HALF_DAY, 0
        if minutes < _NIGHT and before >= _EVENING:
            return minutes, Doubt.GUESS, 1
    if before is None and twelve and 60 <= minutes < _NIGHT:
        return minutes + _HALF, Doubt.HALF_DAY, 0
    return minutes, doubt, days


def _end(
    slot: Slot, start: int | None, twelve: bool, doubt: Doubt | None
) -> tuple[int | None, int, Doubt | None]:
    clock = slot.end
    if clock is None:
        return None, 0, doubt
    minutes = clock.minutes
    days, minutes = divmod(minutes, _DAY)
    if days or start is None:
        # An entry that itself begins after midnight says so once for both.
        shifted = slot.start is not None and slot.start.minutes >= _DAY
        return minutes, max(0, days - 1) if shifted else days, doubt
    if minutes == start:
        return -1, 0, Doubt.GUESS
    if minutes > start:
        return minutes, 0, doubt
    if (
        not clock.half
        and clock.hour <= 12
        and minutes + _HALF > start
        and (minutes < _EARLY or clock.hour == 12 or twelve)
    ) and minutes + _HALF < _DAY:
        return minutes + _HALF, 0, doubt if twelve else Doubt.HALF_DAY
    return minutes, 1, doubt


def _time(minutes: int) -> dt.time:
    return dt.time(minutes // 60 % 24, minutes % 60)


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute
