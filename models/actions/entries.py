"""Several entries of the schedule at once: moved, copied, changed, removed, each as one change set."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from models.actions.action import action
from models.actions.schedule import (
    item,
    item_meeting,
    lab_tour,
    participation,
    presentation,
    presentation_speaker,
    tour_group,
    tour_group_member,
    tour_rotation,
    tour_stop,
)
from models.errors import InvalidValue
from models.rules.order import key_between
from models.store import Writing
from models.tables import (
    Audience,
    ItemKind,
    ItemMeeting,
    LabTour,
    Participation,
    Presentation,
    PresentationSpeaker,
    Row,
    ScheduleItem,
    TourGroup,
    TourGroupMember,
    TourRotation,
    TourStop,
)

MOST_DAYS = 366
"""Moving farther than this is a slip of the keyboard."""
_TOGETHER = frozenset({"status", "audience", "audience_party_id", "place_id", "kind", "time_basis"})
"""What is set of several entries at once."""

R = TypeVar("R", bound=Row)


@action("schedule_item.enter")
def enter(writing: Writing, visit_id: str, date: dt.date, **fields: Any) -> str:
    """Add an entry; one that is a lab tour gets what an entry needs besides to be one."""
    key = item.add.within(writing, visit_id=visit_id, date=date, **fields)
    if ItemKind(fields.get("kind") or ItemKind.OTHER) is ItemKind.LAB_TOUR:
        lab_tour.add.within(writing, item_id=key)
    writing.label_values["id"] = key
    return key


@action("schedule_item.to_day")
def move_to_day(writing: Writing, keys: Sequence[str], date: dt.date, before: str | None = None) -> None:
    """Put entries on a day, before one of its entries or at its end; their times stay.

    Of several the first comes onto that day, and the others stay as many days behind it as they were.
    """
    rows = _rows(writing, keys)
    gap = date - min(row.date for row in rows)
    target = writing.get(ScheduleItem, before) if before is not None and before not in keys else None
    for row in rows:
        day = row.date + gap
        anchor = target if target is not None and target.date == day else None
        order = writing.order_before(anchor, ScheduleItem, visit_id=row.visit_id, date=day)
        writing.change(row, {"date": day, "order": order})


@action("schedule_item.to_visit")
def move_to_visit(writing: Writing, keys: Sequence[str], date: dt.date, visit_id: str) -> None:
    """Put entries into a visit, the first on that day, with their talks, people and tours.

    Parties, delegations and meetings of the visit they leave are not known in the other: what was for one
    party is then for the office alone until somebody says otherwise.
    """
    rows = _rows(writing, keys)
    gap = date - min(row.date for row in rows)
    for row in rows:
        day = row.date + gap
        values: dict[str, Any] = {"date": day}
        if row.visit_id != visit_id:
            values |= {"visit_id": visit_id, **_audience_elsewhere(row)}
            strange: list[Row] = [*_children(writing, ItemMeeting, item_id=row.id)]
            parts = _children(writing, Participation, item_id=row.id)
            strange += [part for part in parts if part.delegation_id is not None]
            for link in strange:
                writing.remove(link)
        values["order"] = writing.order_before(None, ScheduleItem, visit_id=visit_id, date=day)
        writing.change(row, values)


@action("schedule_item.shift")
def shift(writing: Writing, keys: Sequence[str], minutes: int = 0, days: int = 0) -> None:
    """Move entries by minutes and days; over midnight they come onto the day before or after."""
    if abs(days) > MOST_DAYS or abs(minutes) > MOST_DAYS * 24 * 60:
        raise InvalidValue(field="date", value=days or minutes, reason="too-many-days")
    by = dt.timedelta(minutes=minutes)
    for row in _rows(writing, keys):
        start_on, start = _shifted(row.date, row.start, by)
        end_on, end = _shifted(row.date + dt.timedelta(days=row.end_day), row.end, by)
        first = start_on if row.start is not None else min(end_on, row.date)
        values: dict[str, Any] = {"date": first + dt.timedelta(days=days), "start": start, "end": end}
        values["end_day"] = (end_on - first).days if row.end is not None else row.end_day
        if minutes:
            # Which of two equal times was meant does not hold for another time.
            values |= {"start_fold": 0, "end_fold": 0}
        writing.change(row, values)


@action("schedule_item.edit_all")
def edit_all(writing: Writing, keys: Sequence[str], values: Mapping[str, Any]) -> None:
    """Set the same fields of several entries."""
    for name in values:
        if name not in _TOGETHER:
            raise InvalidValue(field=name, value=values[name], reason="no-such-field")
    for row in _rows(writing, keys):
        writing.change(row, values)


@action("schedule_item.remove_all")
def remove_all(writing: Writing, keys: Sequence[str]) -> None:
    """Remove several entries with all that cannot be without them."""
    for row in _rows(writing, keys):
        writing.remove(row)


@action("schedule_item.copy")
def copy(
    writing: Writing, keys: Sequence[str], date: dt.date | None = None, visit_id: str = ""
) -> tuple[str, ...]:
    """Copy entries with their talks, participants, meetings and tours; answers with the new keys.

    The first comes onto ``date``, the others as many days behind as they were; without one each stays on its
    day, just behind what it was copied from. In another visit there are no such parties, delegations and
    meetings: what was for one party is then for the office alone until somebody says otherwise.
    """
    rows = _rows(writing, keys)
    gap = date - min(row.date for row in rows) if date is not None else dt.timedelta()
    made = tuple(_copied(writing, row, row.date + gap, visit_id or row.visit_id) for row in rows)
    writing.label_values["id"] = made[0]
    return made


def _rows(writing: Writing, keys: Sequence[str]) -> list[ScheduleItem]:
    rows = [writing.get(ScheduleItem, key) for key in dict.fromkeys(keys)]
    if not rows:
        raise InvalidValue(field="keys", value="", reason="not-a-list")
    writing.label_values.setdefault("id", rows[0].id)
    writing.label_values.setdefault("number", len(rows))
    return sorted(rows, key=lambda row: (row.date, row.start or dt.time.max, row.order, row.id))


def _shifted(date: dt.date, time: dt.time | None, by: dt.timedelta) -> tuple[dt.date, dt.time | None]:
    if time is None:
        return date, None
    moved = dt.datetime.combine(date, time) + by
    return moved.date(), moved.time()


def _copied(writing: Writing, row: ScheduleItem, date: dt.date, visit_id: str) -> str:
    fields = _fields(row, "visit_id", "date", "order")
    here = visit_id == row.visit_id
    if not here:
        fields |= _audience_elsewhere(row)
    if here and date == row.date:
        fields["order"] = _behind(writing, row)
    key = item.add.within(writing, visit_id=visit_id, date=date, **fields)
    groups = _copy_tours(writing, row.id, key)
    if here:
        for link in _children(writing, ItemMeeting, item_id=row.id):
            item_meeting.add.within(writing, item_id=key, meeting_id=link.meeting_id, order=link.order)
    for part in _children(writing, Participation, item_id=row.id):
        if part.delegation_id is not None and not here:
            continue
        own = _fields(part, "item_id")
        if part.group_id is not None:
            own["group_id"] = groups.get(part.group_id, part.group_id)
        participation.add.within(writing, item_id=key, **own)
    for talk in _children(writing, Presentation, item_id=row.id):
        copied = presentation.add.within(writing, item_id=key, **_fields(talk, "item_id"))
        for speaker in _children(writing, PresentationSpeaker, presentation_id=talk.id):
            presentation_speaker.add.within(
                writing, presentation_id=copied, **_fields(speaker, "presentation_id")
            )
    return key


def _audience_elsewhere(row: ScheduleItem) -> dict[str, Any]:
    """Return who may see an entry in another visit, where its party is not known."""
    audience = Audience.OFFICE if row.audience is Audience.PARTY else row.audience
    return {"audience": audience, "audience_party_id": None}


def _copy_tours(writing: Writing, source: str, target: str) -> dict[str, str]:
    """Copy the tour of an entry; return the new key of each of its groups."""
    groups: dict[str, str] = {}
    for tour in _children(writing, LabTour, item_id=source):
        fresh = lab_tour.add.within(writing, item_id=target, **_fields(tour, "item_id"))
        stops = {
            stop.id: tour_stop.add.within(writing, tour_id=fresh, **_fields(stop, "tour_id"))
            for stop in _children(writing, TourStop, tour_id=tour.id)
        }
        for group in _children(writing, TourGroup, tour_id=tour.id):
            key = tour_group.add.within(writing, tour_id=fresh, **_fields(group, "tour_id"))
            groups[group.id] = key
            for member in _children(writing, TourGroupMember, group_id=group.id):
                tour_group_member.add.within(writing, group_id=key, **_fields(member, "group_id"))
            for turn in _children(writing, TourRotation, group_id=group.id):
                tour_rotation.add.within(writing, group_id=key, stop_id=stops[turn.stop_id], order=turn.order)
    return groups


def _children(writing: Writing, kind: type[R], **fields: Any) -> list[R]:
    return writing.where(kind, **fields)


def _fields(row: Row, *without: str) -> dict[str, Any]:
    """Return the fields of a row that its copy has too."""
    skipped = {"id", *without}
    return {
        column.name: getattr(row, column.name)
        for column in row.__table__.columns
        if column.name not in skipped
    }


def _behind(writing: Writing, row: ScheduleItem) -> str:
    """Return an order key that stands just behind an entry on its day."""
    here = (row.order, row.id)
    others = writing.where(ScheduleItem, visit_id=row.visit_id, date=row.date)
    later = sorted((other.order, other.id) for other in others if (other.order, other.id) > here)
    following = later[0][0] if later else ""
    return key_between(row.order, following if following > row.order else "")
