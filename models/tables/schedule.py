"""The entries of the days: who meets when, where, about what."""

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped

from models.tables.base import Row
from models.tables.choices import (
    Audience,
    ItemKind,
    ItemStatus,
    ParticipationRole,
    Presence,
    SlidesState,
    TimeBasis,
)
from models.tables.delegations import Delegation
from models.tables.directory import Organisation, Person, Place
from models.tables.fields import block, line, localised, one, order, owned, reference, value, zone
from models.tables.meetings import Meeting
from models.tables.visits import Party, Visit
from models.text.localised import LocalisedText

if TYPE_CHECKING:
    from models.tables.tours import LabTour, TourGroup


class ScheduleItem(Row):
    """An entry of a day; its times are those of the clock on the wall of its zone."""

    __tablename__ = "schedule_item"

    visit_id: Mapped[str] = reference("visit")
    title: Mapped[LocalisedText] = localised()
    kind: Mapped[ItemKind] = value(ItemKind.OTHER)
    date: Mapped[dt.date] = value(group="time")
    start: Mapped[dt.time | None] = value(group="time")
    end: Mapped[dt.time | None] = value(group="time")
    end_day: Mapped[int] = value(0, group="time")
    """How many days after ``date`` it ends: 1 for an entry that runs over midnight."""
    zone: Mapped[str] = zone(group="time")
    start_fold: Mapped[int] = value(0, group="time")
    end_fold: Mapped[int] = value(0, group="time")
    time_basis: Mapped[TimeBasis] = value(TimeBasis.AGREED)
    status: Mapped[ItemStatus] = value(ItemStatus.CONFIRMED)
    audience: Mapped[Audience] = value(Audience.PARTIES, group="audience")
    audience_party_id: Mapped[str | None] = reference("party", group="audience")
    place_id: Mapped[str | None] = reference("place")
    alternative_place_id: Mapped[str | None] = reference("place")
    meeting_point_id: Mapped[str | None] = reference("place")
    online_link: Mapped[str] = line()
    remarks: Mapped[LocalisedText] = localised(lines=True)
    note: Mapped[str] = block()
    """For the office only; never on a paper."""
    order: Mapped[str] = order()

    visit: Mapped[Visit] = one("ScheduleItem.visit_id")
    audience_party: Mapped[Party | None] = one("ScheduleItem.audience_party_id")
    place: Mapped[Place | None] = one("ScheduleItem.place_id")
    alternative_place: Mapped[Place | None] = one("ScheduleItem.alternative_place_id")
    meeting_point: Mapped[Place | None] = one("ScheduleItem.meeting_point_id")
    meetings: Mapped[list["ItemMeeting"]] = owned("ItemMeeting", "item_id")
    participations: Mapped[list["Participation"]] = owned("Participation", "item_id")
    presentations: Mapped[list["Presentation"]] = owned("Presentation", "item_id")
    tours: Mapped[list["LabTour"]] = owned("LabTour", "item_id", None)


class ItemMeeting(Row):
    """That an entry belongs to a meeting; key derived from both ends."""

    __tablename__ = "item_meeting"

    item_id: Mapped[str] = reference("schedule_item")
    meeting_id: Mapped[str] = reference("meeting")
    order: Mapped[str] = order()

    item: Mapped[ScheduleItem] = one("ItemMeeting.item_id")
    meeting: Mapped[Meeting] = one("ItemMeeting.meeting_id")


class Participation(Row):
    """That a person, a delegation, a tour group or everyone takes part in an entry, or does not.

    Where all three ends are empty it means everyone. An organisation without a person is somebody of that
    organisation who is not named yet. Key derived from entry, ends and role.
    """

    __tablename__ = "participation"

    item_id: Mapped[str] = reference("schedule_item")
    person_id: Mapped[str | None] = reference("person", end=True)
    delegation_id: Mapped[str | None] = reference("delegation", end=True)
    group_id: Mapped[str | None] = reference("tour_group", end=True)
    organisation_id: Mapped[str | None] = reference("organisation", end=True)
    role: Mapped[ParticipationRole] = value(ParticipationRole.PARTICIPANT)
    excluded: Mapped[bool] = value(False)
    presence: Mapped[Presence] = value(Presence.ON_SITE)
    start: Mapped[dt.time | None] = value(group="part")
    end: Mapped[dt.time | None] = value(group="part")
    order: Mapped[str] = order()

    item: Mapped[ScheduleItem] = one("Participation.item_id")
    person: Mapped[Person | None] = one("Participation.person_id")
    delegation: Mapped[Delegation | None] = one("Participation.delegation_id")
    group: Mapped["TourGroup | None"] = one("Participation.group_id")
    organisation: Mapped[Organisation | None] = one("Participation.organisation_id")


class Presentation(Row):
    """One talk inside an entry."""

    __tablename__ = "presentation"

    item_id: Mapped[str] = reference("schedule_item")
    title: Mapped[LocalisedText] = localised()
    minutes: Mapped[int | None] = value()
    language: Mapped[str] = line()
    slides: Mapped[SlidesState] = value(SlidesState.NOT_ASKED)
    abstract: Mapped[LocalisedText] = localised(lines=True)
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    item: Mapped[ScheduleItem] = one("Presentation.item_id")
    speakers: Mapped[list["PresentationSpeaker"]] = owned("PresentationSpeaker", "presentation_id")


class PresentationSpeaker(Row):
    """Who gives a talk: a person, or somebody of an organisation who is not named yet."""

    __tablename__ = "presentation_speaker"

    presentation_id: Mapped[str] = reference("presentation")
    person_id: Mapped[str | None] = reference("person", end=True)
    organisation_id: Mapped[str | None] = reference("organisation", end=True)
    order: Mapped[str] = order()

    presentation: Mapped[Presentation] = one("PresentationSpeaker.presentation_id")
    person: Mapped[Person | None] = one("PresentationSpeaker.person_id")
    organisation: Mapped[Organisation | None] = one("PresentationSpeaker.organisation_id")
