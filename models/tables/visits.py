"""The unit of planning: a visit, its parties and its days."""

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped

from models.tables.base import Row
from models.tables.choices import PartySide, VisitStatus
from models.tables.directory import Organisation
from models.tables.fields import (
    block,
    line,
    localised,
    one,
    order,
    owned,
    partial_date,
    reference,
    tags,
    value,
    zone,
)
from models.text.localised import LocalisedText

if TYPE_CHECKING:
    from models.tables.delegations import Delegation
    from models.tables.meetings import Meeting
    from models.tables.papers import Release
    from models.tables.preparation import Task, VisitContact
    from models.tables.schedule import ScheduleItem
    from models.tables.travel import Leg, Stay


class Visit(Row):
    """One trip, out or in, with everything that is prepared for it."""

    __tablename__ = "visit"

    title: Mapped[LocalisedText] = localised()
    city: Mapped[LocalisedText] = localised()
    country: Mapped[str] = line()
    time_zone: Mapped[str] = zone()
    languages: Mapped[tuple[str, ...]] = tags()
    """The working languages in their order; the first leads where a paper does not say otherwise."""
    status: Mapped[VisitStatus] = value(VisitStatus.PLANNED)
    period: Mapped[str] = partial_date()
    """When it was or will be, where the days themselves are not known."""
    mark: Mapped[LocalisedText] = localised()
    """Stands at the foot of every paper: sample, confidential."""
    note: Mapped[LocalisedText] = localised(lines=True)

    parties: Mapped[list["Party"]] = owned("Party", "visit_id")
    days: Mapped[list["VisitDay"]] = owned("VisitDay", "visit_id", "date")
    delegations: Mapped[list["Delegation"]] = owned("Delegation", "visit_id")
    meetings: Mapped[list["Meeting"]] = owned("Meeting", "visit_id")
    items: Mapped[list["ScheduleItem"]] = owned("ScheduleItem", "visit_id", None)
    legs: Mapped[list["Leg"]] = owned("Leg", "visit_id", None)
    stays: Mapped[list["Stay"]] = owned("Stay", "visit_id", None)
    contacts: Mapped[list["VisitContact"]] = owned("VisitContact", "visit_id")
    tasks: Mapped[list["Task"]] = owned("Task", "visit_id")
    releases: Mapped[list["Release"]] = owned("Release", "visit_id", None)


class Party(Row):
    """An organisation that takes part in a visit, as host or guest."""

    __tablename__ = "party"

    visit_id: Mapped[str] = reference("visit")
    organisation_id: Mapped[str] = reference("organisation")
    side: Mapped[PartySide] = value(PartySide.GUEST)
    language: Mapped[str] = line()
    time_zone: Mapped[str] = zone()
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    visit: Mapped[Visit] = one("Party.visit_id")
    organisation: Mapped[Organisation] = one("Party.organisation_id")


class VisitDay(Row):
    """A day of a visit."""

    __tablename__ = "visit_day"

    visit_id: Mapped[str] = reference("visit")
    date: Mapped[dt.date] = value()
    title: Mapped[LocalisedText] = localised()
    note: Mapped[LocalisedText] = localised(lines=True)

    visit: Mapped[Visit] = one("VisitDay.visit_id")
