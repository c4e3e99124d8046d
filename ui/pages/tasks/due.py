"""When the tasks of a visit are due, and what day that is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from models.text.moment import now
from ui.data.clocks import zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from models.rules.holidays import DayOff
    from models.tables import Task, Visit
    from models.text.catalogue import Words


@dataclass(frozen=True, slots=True)
class Due:
    """When a task is due, and how far it is from today."""

    date: dt.date | None
    days: int | None
    """Days relative to the first day of the visit; None where a day is fixed or nothing is known."""
    left: int | None
    """Days from today; negative where it is over."""
    done: bool
    over: bool = False
    """The visit is over: what was not done then is a fact, no longer an alarm."""

    @property
    def passed(self) -> bool:
        """Tell whether its day has gone by and it was not done."""
        return not self.done and self.left is not None and self.left < 0

    @property
    def overdue(self) -> bool:
        """Tell whether it should have been done, and still can help the visit."""
        return self.passed and not self.over


class Span(NamedTuple):
    """The first and last day of a visit, and what day it is there now."""

    first: dt.date | None
    last: dt.date | None
    today: dt.date

    @property
    def over(self) -> bool:
        """Tell whether the last day has gone by."""
        return self.last is not None and self.last < self.today


def span_of(visit: Visit) -> Span:
    """Return the days of a visit and today's date where it takes place."""
    dates = [each.date for each in visit.days]
    here = now().astimezone(zone(visit.time_zone) if visit.time_zone else None)
    return Span(min(dates, default=None), max(dates, default=None), here.date())


def first_day(visit: Visit) -> dt.date | None:
    """Return the first day of a visit."""
    return min((each.date for each in visit.days), default=None)


def due_of(task: Task, span: Span) -> Due:
    """Return when a task is due."""
    first, _last, today = span
    date = task.due_date
    if date is None and task.due_days is not None and first is not None:
        date = first + dt.timedelta(task.due_days)
    left = (date - today).days if date is not None else None
    days = task.due_days if task.due_date is None else None
    return Due(date, days, left, task.done_on is not None, span.over)


def sorted_tasks(tasks: Iterable[Task], first: dt.date | None) -> list[Task]:
    """Return tasks by their days, those without one last."""
    span = Span(first, None, dt.date.min)
    return sorted(
        tasks,
        key=lambda task: (
            (date := due_of(task, span).date) is None,
            date or dt.date.min,
            task.order,
            task.id,
        ),
    )


def relative(days: int) -> str:
    """Return days relative to a visit as they are written: D-30, D+7."""
    return f"D{'-' if days < 0 else '+'}{abs(days)}" if days else "D-Day"


def state_words(due: Due, words: Words) -> str:
    """Return how a task stands in two or three words."""
    if due.done:
        return words.say_in("tasks", "Done")
    if due.left is None:
        return words.say_in("tasks", "No date")
    if due.passed and due.over:
        return words.say_in("tasks", "Not done")
    if due.left < 0:
        return words.count("{number} day overdue", "{number} days overdue", -due.left)
    if due.left == 0:
        return words.say_in("tasks", "Today")
    return words.count("{number} day left", "{number} days left", due.left)


def day_off_words(off: Sequence[DayOff], words: Words) -> str:
    """Return why a day is no working day, or nothing."""
    from models.text.countries import country_name

    said: list[str] = []
    weekend = [each for each in off if not each.name]
    if weekend:
        countries = ", ".join(country_name(each.country, words.language) for each in weekend)
        said.append(words.say_in("tasks", "weekend in {countries}", countries=countries))
    said += [
        words.say_in(
            "tasks", "{name} ({country})", name=each.name, country=country_name(each.country, words.language)
        )
        for each in off
        if each.name
    ]
    return " · ".join(said)


def find_days_off(
    countries: Sequence[str], dates: Iterable[dt.date], language: str
) -> Mapping[dt.date, tuple[DayOff, ...]]:
    """Return which of some days are holidays or weekends in which countries; slow the first time."""
    from models.rules.holidays import days_off

    found = {date: days_off(countries, date, language) for date in dict.fromkeys(dates)}
    return {date: off for date, off in found.items() if off}
