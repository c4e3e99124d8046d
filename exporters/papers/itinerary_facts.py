"""The facts under the cover rule of an itinerary: when, where, which meetings, whose clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import Cell, Paragraph, Row, Run, Style, Table, TableKind
from exporters.papers import phrases
from exporters.papers.scribe import Runs, dot, joined, merged
from exporters.papers.times import Clocks, local_time
from models.rules.sequence import meeting_days
from models.tables import Organisation, PartySide
from models.text.dates import DayForm, day_range, nights_days, partial_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from exporters.papers.scribe import Scribe
    from exporters.papers.view import Scope
    from models.rules.sequence import DayPlan
    from models.tables import Meeting, Party, Visit

FACTS = (24.0, 146.0)


def facts(
    scope: Scope,
    scribe: Scribe,
    party: Party,
    days: Sequence[DayPlan],
    meetings: Sequence[Meeting],
    *,
    alone: bool,
) -> Table:
    """Make the table of facts."""
    visit = scope.view.visit
    period = paper_period(scope, party, days)
    destination = phrases.DESTINATION if party.side is PartySide.GUEST else phrases.PLACE
    rows = [
        (
            phrases.PERIOD,
            _stacked(scribe, lambda language: period_runs(scribe, visit, party, period, language)),
        ),
        (destination, _stacked(scribe, lambda language: _destination(scribe, visit, language))),
        (phrases.MEETINGS, [p for meeting in meetings for p in _meeting(scribe, visit, meeting)]),
        (phrases.TIMES, [*_times(scribe, visit, party, period, alone=alone)]),
    ]
    return Table(
        FACTS,
        tuple(fact(scribe, label, values) for label, values in rows if values),
        scribe.word(phrases.TABLE_FACTS, scribe.first).text,
        scribe.word(phrases.TABLE_FACTS_SAYS, scribe.first).text,
        kind=TableKind.FACTS,
    )


def fact(scribe: Scribe, label: str, values: Iterable[Paragraph]) -> Row:
    """Make the row of a fact."""
    return Row((Cell(scribe.labels(label)), Cell(tuple(values))))


def paper_period(scope: Scope, party: Party, days: Sequence[DayPlan]) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a paper; for guests at least those of the visit."""
    dates = [plan.date for plan in days]
    if scope.view.period and (not dates or party.side is PartySide.GUEST):
        dates += scope.view.period
    return (min(dates), max(dates)) if dates else None


def _stacked(scribe: Scribe, write: Callable[[str], Runs]) -> list[Paragraph]:
    lines = [write(language) for language in scribe.languages]
    return [*scribe.under_each_other(lines, Style.CELL, Style.SECOND_LANGUAGE)] if lines[0] else []


def period_runs(
    scribe: Scribe, visit: Visit, party: Party, period: tuple[dt.date, dt.date] | None, language: str
) -> Runs:
    """Write when it is; guests also learn how many nights."""
    if period is None:
        return (Run(partial_date(visit.period, language), language),) if visit.period else ()
    dates = day_range(*period, language)
    if party.side is not PartySide.GUEST:
        return (Run(dates, language),)
    nights = nights_days((period[1] - period[0]).days, language)
    return (scribe.word(phrases.AND_THEN, language, one=dates, two=nights),)


def _destination(scribe: Scribe, visit: Visit, language: str) -> Runs:
    """Write the city and the institutes that are visited."""
    hosts = [party.organisation for party in visit.parties if party.side is PartySide.HOST]
    names = [scribe.whole_organisation(host, language) for host in hosts]
    names += [scribe.organisation(house, language) for house in _other_houses(visit, hosts)]
    houses = joined(names, dot(language), language)
    city = scribe.runs(visit.city, language)
    return merged((*city, Run("  ", language), *houses)) if city and houses else city or houses


def _other_houses(visit: Visit, hosts: Sequence[Organisation]) -> Iterator[Organisation]:
    seen = {host.id for host in hosts}
    for delegation in visit.delegations:
        if delegation.party.side is PartySide.HOST and delegation.organisation_id not in seen:
            seen.add(delegation.organisation_id)
            yield delegation.organisation


def _meeting(scribe: Scribe, visit: Visit, meeting: Meeting) -> Iterator[Paragraph]:
    days = meeting_days(visit, meeting)
    lines: list[Runs] = []
    for language in scribe.languages:
        name = scribe.meeting(meeting, language)
        if days and name:
            dates = day_range(days[0], days[-1], language, DayForm.SHORT)
            name = scribe.filled(phrases.AND_THEN, language, one=name, two=dates)
        lines.append(name)
    yield from scribe.under_each_other(lines, Style.CELL, Style.SECOND_LANGUAGE)


def _times(
    scribe: Scribe, visit: Visit, party: Party, period: tuple[dt.date, dt.date] | None, *, alone: bool
) -> Iterator[Paragraph]:
    clocks = clocks_of(visit, party, period)
    for language in scribe.languages:
        runs: list[Run] = []
        if clocks is not None:
            city = scribe.runs(visit.city, language)
            named = city[0].text if city and city[0].language == language else ""
            runs += local_time(scribe, clocks, named, language)
        runs.append(scribe.word(phrases.SAME_PLACE if alone else phrases.ALL_ATTEND, language))
        gap = "" if language == "ja" else " "
        spaced = [Run(run.text + gap, run.language) for run in runs[:-1]]
        style = Style.CELL if language == scribe.first else Style.SECOND_LANGUAGE
        yield Paragraph(merged((*spaced, runs[-1])), style)


def clocks_of(visit: Visit, party: Party, period: tuple[dt.date, dt.date] | None) -> Clocks | None:
    """Return the clocks that a party goes by; one that stays at home has only one."""
    if not visit.time_zone or period is None:
        return None
    home = party.time_zone or party.organisation.time_zone
    at_home = party.side is PartySide.HOST and home == visit.time_zone
    return Clocks(visit.time_zone, "" if at_home else home, *period)
