"""Planning a visit: made at once with its days and parties, its days changed, the whole of it moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from models.actions import directory, meetings
from models.actions.action import action
from models.actions.visits import day, delegation, party, task, visit
from models.errors import InvalidValue
from models.store import Writing
from models.tables import (
    Delegate,
    Delegation,
    Leg,
    Meeting,
    Organisation,
    PartySide,
    Room,
    Row,
    ScheduleItem,
    Stay,
    Task,
    Visit,
    VisitContact,
    VisitDay,
)

MOST_DAYS = 60
"""A visit of more days than this is a slip of the keyboard."""

_SPOKEN = {"KR": "ko", "JP": "ja", "CN": "zh", "TW": "zh", "DE": "de", "AT": "de", "CH": "de"}
"""The languages of countries, of those in which papers are made; elsewhere English is proposed."""
_DATED: tuple[tuple[type[Row], type[Row] | None, str, tuple[str, ...]], ...] = (
    (ScheduleItem, None, "visit_id", ("date",)),
    (Leg, None, "visit_id", ("departure_date", "arrival_date")),
    (Stay, None, "visit_id", ("check_in", "check_out", "release_date")),
    (VisitContact, None, "visit_id", ("first_day", "last_day")),
    (Task, None, "visit_id", ("due_date",)),
    (Delegate, Delegation, "delegation_id", ("present_from", "present_to")),
    (Room, Stay, "stay_id", ("first_night", "last_night")),
)
"""What has dates in a visit: the table, the one between, the column that leads up, the dates."""


@action("visit.plan")
def plan_visit(
    writing: Writing,
    title: Mapping[str, str],
    languages: Sequence[str],
    first: dt.date,
    last: dt.date,
    *,
    time_zone: str = "",
    country: str = "",
    city: Mapping[str, str] | None = None,
    parties: Sequence[Mapping[str, Any]] = (),
    meeting: Mapping[str, Any] | None = None,
    tasks: Sequence[Mapping[str, Any]] = (),
) -> str:
    """Add a visit with all that is known of it at first; answers with its key.

    A party names an ``organisation_id``, or a ``name`` by language for one that is not there yet, and its
    ``side``; each gets a delegation. ``meeting`` has the fields of the edition that the visit is for.
    """
    refuse_days(first, last)
    visit_id = visit.add.within(
        writing, title=title, languages=languages, time_zone=time_zone, country=country, city=city or {}
    )
    for number in range((last - first).days + 1):
        day.add.within(writing, visit_id=visit_id, date=first + dt.timedelta(number))
    for each in parties:
        organisation = each.get("organisation_id") or directory.organisation.add.within(
            writing, name=each["name"]
        )
        join_party.within(writing, visit_id, organisation, each["side"])
    if meeting:
        meetings.meeting.add.within(writing, **{"date": first.isoformat(), **meeting, "visit_id": visit_id})
    for each in tasks:
        task.add.within(writing, visit_id=visit_id, **each)
    writing.label_values["id"] = visit_id
    return visit_id


@action("party.join")
def join_party(writing: Writing, visit_id: str, organisation_id: str, side: str = PartySide.GUEST) -> str:
    """Add a party to a visit, with a delegation; answers with the key of the party."""
    organisation = writing.get(Organisation, organisation_id)
    spoken = _spoken_by(writing, organisation)
    party_id = party.add.within(
        writing,
        visit_id=visit_id,
        organisation_id=organisation_id,
        side=side,
        language=spoken if spoken in writing.get(Visit, visit_id).languages else "",
        time_zone=organisation.time_zone,
    )
    delegation.add.within(writing, visit_id=visit_id, party_id=party_id, organisation_id=organisation_id)
    writing.label_values["id"] = party_id
    return party_id


def _spoken_by(writing: Writing, organisation: Organisation) -> str:
    """Return the language of the country of an organisation, or of the one that it stands under."""
    here: Organisation | None = organisation
    seen: set[str] = set()
    while here is not None and not here.country and here.id not in seen:
        seen.add(here.id)
        here = writing.find(Organisation, here.parent_id) if here.parent_id else None
    return _SPOKEN.get(here.country, "en") if here is not None and here.country else ""


@action("visit.set_days")
def set_days(writing: Writing, key: str, first: dt.date, last: dt.date) -> None:
    """Let a visit last from one day to another: days are added and removed, entries stay where they are."""
    refuse_days(first, last)
    writing.label_values["id"] = key
    writing.get(Visit, key)
    known = {each.date: each for each in writing.where(VisitDay, visit_id=key)}
    wanted = {first + dt.timedelta(number) for number in range((last - first).days + 1)}
    for date, row in known.items():
        if date not in wanted:
            writing.remove(row)
    for date in sorted(wanted - known.keys()):
        day.add.within(writing, visit_id=key, date=date)


@action("visit.shift")
def shift_visit(writing: Writing, key: str, days: int, *, with_days: bool = True) -> None:
    """Move everything of a visit by a number of days; ``with_days`` says whether its own days go along.

    Meetings of the visit go along where their day is known; what was done stays done on its day.
    """
    writing.label_values["id"] = key
    writing.get(Visit, key)
    step = dt.timedelta(days)
    if with_days:
        for each in writing.where(VisitDay, visit_id=key):
            writing.change(each, {"date": each.date + step})
    for kind, between, column, dates in _DATED:
        above = [key] if between is None else [row.id for row in writing.where(between, visit_id=key)]
        for owner in above:
            for row in writing.where(kind, **{column: owner}):
                known = {name: getattr(row, name) for name in dates}
                moved = {name: when + step for name, when in known.items() if when is not None}
                writing.change(row, moved)
    for each in writing.where(Meeting, visit_id=key):
        if len(each.date) == len("2024-07-30"):
            writing.change(each, {"date": (dt.date.fromisoformat(each.date) + step).isoformat()})


def refuse_days(first: dt.date, last: dt.date) -> None:
    """Raise InvalidValue where a visit would end before it begins, or never."""
    if last < first:
        raise InvalidValue(field="last_day", value=last, reason="ends-before-start")
    if (last - first).days >= MOST_DAYS:
        raise InvalidValue(field="last_day", value=last, reason="too-many-days")
