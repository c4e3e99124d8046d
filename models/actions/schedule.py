"""The entries of the days, their talks and tours, and who takes part."""

from __future__ import annotations

import datetime as dt

from models.actions.action import action
from models.actions.entity import Entity
from models.rules.order import keys_in_row
from models.store import Writing
from models.tables import (
    ItemKind,
    ItemMeeting,
    LabTour,
    Participation,
    ParticipationRole,
    Presentation,
    PresentationSpeaker,
    ScheduleItem,
    TourGroup,
    TourGroupMember,
    TourRotation,
    TourStop,
)

item = Entity(ScheduleItem, among=("visit_id", "date"))
item_meeting = Entity(ItemMeeting, among=("item_id",), ends=("item_id", "meeting_id"))
participation = Entity(
    Participation,
    among=("item_id",),
    ends=("item_id", "person_id", "delegation_id", "group_id", "organisation_id", "role"),
)
presentation = Entity(Presentation, among=("item_id",))
presentation_speaker = Entity(
    PresentationSpeaker, among=("presentation_id",), ends=("presentation_id", "person_id", "organisation_id")
)
lab_tour = Entity(LabTour)
tour_stop = Entity(TourStop, among=("tour_id",))
tour_group = Entity(TourGroup, among=("tour_id",))
tour_group_member = Entity(TourGroupMember, among=("group_id",), ends=("group_id", "person_id"))
tour_rotation = Entity(TourRotation, among=("group_id",), ends=("group_id", "stop_id"))


@action("lab_tour.plan")
def plan_tour(writing: Writing, visit_id: str, date: dt.date, zone: str) -> str:
    """Add an entry of the schedule that is a lab tour; answers with the key of the tour."""
    entry = item.add.within(writing, visit_id=visit_id, date=date, zone=zone, kind=ItemKind.LAB_TOUR)
    tour = lab_tour.add.within(writing, item_id=entry)
    writing.label_values["id"] = tour
    return tour


@action("lab_tour.rotate")
def rotate(writing: Writing, key: str) -> None:
    """Let the groups of a tour go round in turn: each begins one stop later than the one before it."""
    writing.label_values["id"] = key
    stops = sorted(writing.where(TourStop, tour_id=key), key=lambda stop: (stop.order, stop.id))
    groups = sorted(writing.where(TourGroup, tour_id=key), key=lambda group: (group.order, group.id))
    orders = list(keys_in_row(len(stops)))
    for first, group in enumerate(groups):
        for place, order in enumerate(orders):
            stop = stops[(first + place) % len(stops)]
            tour_rotation.add.within(writing, group_id=group.id, stop_id=stop.id, order=order)


@action("presentation.to_session")
def move_to_session(writing: Writing, key: str, item: str, before: str | None = None) -> None:
    """Put a talk into another session, before one of its talks or at its end."""
    writing.label_values["id"] = key
    talk = writing.get(Presentation, key)
    writing.get(ScheduleItem, item)
    target = writing.get(Presentation, before) if before is not None else None
    order = writing.order_before(target, Presentation, item_id=item)
    writing.change(talk, {"item_id": item, "order": order})


@action("schedule_item.chair")
def set_chair(writing: Writing, item_id: str, person_id: str | None) -> None:
    """Make a person the one chair of an entry, or leave it without."""
    writing.label_values["id"] = item_id
    chairs = writing.where(Participation, item_id=item_id, role=ParticipationRole.CHAIR)
    for chair in chairs:
        if chair.person_id != person_id:
            writing.remove(chair)
    if person_id is not None:
        participation.add.within(
            writing, item_id=item_id, person_id=person_id, role=ParticipationRole.CHAIR, excluded=False
        )


@action("schedule_item.meetings")
def set_meetings(writing: Writing, item_id: str, meeting_ids: list[str]) -> None:
    """Say to which meetings an entry belongs: none, one or several."""
    writing.label_values["id"] = item_id
    for link in writing.where(ItemMeeting, item_id=item_id):
        if link.meeting_id not in meeting_ids:
            writing.remove(link)
    for meeting_id in meeting_ids:
        item_meeting.add.within(writing, item_id=item_id, meeting_id=meeting_id)
