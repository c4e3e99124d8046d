"""Lab tours: stops, groups, and which group is where in which round."""

from sqlalchemy.orm import Mapped

from models.tables.base import Row
from models.tables.directory import Person, Place
from models.tables.fields import block, line, localised, one, order, owned, reference, tags, value
from models.tables.schedule import ScheduleItem
from models.text.localised import LocalisedText


class LabTour(Row):
    """What a schedule entry needs besides to be a tour."""

    __tablename__ = "lab_tour"

    item_id: Mapped[str] = reference("schedule_item")
    minutes_before: Mapped[int | None] = value()
    """How long before the start one gathers at the meeting point."""
    walking_minutes: Mapped[int | None] = value()
    """How long the way from stop to stop takes, where a stop does not say otherwise."""
    note: Mapped[str] = block()

    item: Mapped[ScheduleItem] = one("LabTour.item_id")
    stops: Mapped[list["TourStop"]] = owned("TourStop", "tour_id")
    groups: Mapped[list["TourGroup"]] = owned("TourGroup", "tour_id")


class TourStop(Row):
    """A laboratory on a tour, with who guides there and what holds there."""

    __tablename__ = "tour_stop"

    tour_id: Mapped[str] = reference("lab_tour")
    place_id: Mapped[str | None] = reference("place")
    name: Mapped[LocalisedText] = localised()
    guide_id: Mapped[str | None] = reference("person")
    minutes: Mapped[int | None] = value()
    capacity: Mapped[int | None] = value()
    rules: Mapped[tuple[str, ...]] = tags()
    """Codes of house rules: no-photographs, magnetic-field, laser, shoes."""
    rules_text: Mapped[LocalisedText] = localised(lines=True)
    order: Mapped[str] = order()

    tour: Mapped[LabTour] = one("TourStop.tour_id")
    place: Mapped[Place | None] = one("TourStop.place_id")
    guide: Mapped[Person | None] = one("TourStop.guide_id")


class TourGroup(Row):
    """People who go round together."""

    __tablename__ = "tour_group"

    tour_id: Mapped[str] = reference("lab_tour")
    name: Mapped[LocalisedText] = localised()
    escort_id: Mapped[str | None] = reference("person")
    interpreter_id: Mapped[str | None] = reference("person")
    phone: Mapped[str] = line()
    order: Mapped[str] = order()

    tour: Mapped[LabTour] = one("TourGroup.tour_id")
    escort: Mapped[Person | None] = one("TourGroup.escort_id")
    interpreter: Mapped[Person | None] = one("TourGroup.interpreter_id")
    members: Mapped[list["TourGroupMember"]] = owned("TourGroupMember", "group_id")
    rotation: Mapped[list["TourRotation"]] = owned("TourRotation", "group_id")


class TourGroupMember(Row):
    """That a person goes with a group; key derived from both ends."""

    __tablename__ = "tour_group_member"

    group_id: Mapped[str] = reference("tour_group")
    person_id: Mapped[str] = reference("person")
    order: Mapped[str] = order()

    group: Mapped[TourGroup] = one("TourGroupMember.group_id")
    person: Mapped[Person] = one("TourGroupMember.person_id")


class TourRotation(Row):
    """That a group sees a stop; the order is the group's own way round. Key derived from both ends."""

    __tablename__ = "tour_rotation"

    group_id: Mapped[str] = reference("tour_group")
    stop_id: Mapped[str] = reference("tour_stop")
    order: Mapped[str] = order()

    group: Mapped[TourGroup] = one("TourRotation.group_id")
    stop: Mapped[TourStop] = one("TourRotation.stop_id")
