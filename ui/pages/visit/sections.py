"""The table of the sections of a visit, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from models.text.catalogue import mark_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.hands import Hands


@dataclass(frozen=True, slots=True)
class SectionKind:
    """What a section is called, whose rows are edited there, and how it is made when it is opened first."""

    title: str
    tables: tuple[str, ...]
    make: Callable[[Hands], Any]


def _overview(hands: Hands) -> Any:
    from ui.pages.overview.page import OverviewSection

    return OverviewSection(hands)


def _delegations(hands: Hands) -> Any:
    from ui.pages.delegations.page import DelegationsSection

    return DelegationsSection(hands)


def _schedule(hands: Hands) -> Any:
    from ui.pages.schedule.page import SchedulePage

    return SchedulePage(hands)


def _cooperation(hands: Hands) -> Any:
    from ui.pages.cooperation.section import CooperationSection

    return CooperationSection(hands)


def _presentations(hands: Hands) -> Any:
    from ui.pages.presentations.section import PresentationsSection

    return PresentationsSection(hands)


def _travel(hands: Hands) -> Any:
    from ui.pages.travel.section import TravelSection

    return TravelSection(hands)


def _tours(hands: Hands) -> Any:
    from ui.pages.tours.section import ToursSection

    return ToursSection(hands)


def _tasks(hands: Hands) -> Any:
    from ui.pages.tasks.page import TasksSection

    return TasksSection(hands)


def _papers(hands: Hands) -> Any:
    from ui.pages.papers.section import PapersSection

    return PapersSection(hands)


SECTIONS = {
    "overview": SectionKind(mark_in("window", "Overview"), ("visit", "meeting", "visit_contact"), _overview),
    "delegations": SectionKind(
        mark_in("window", "Delegations"), ("delegation", "delegate", "party"), _delegations
    ),
    "schedule": SectionKind(
        mark_in("window", "Schedule"), ("schedule_item", "visit_day", "participation"), _schedule
    ),
    "tours": SectionKind(
        mark_in("window", "Lab tours"),
        ("lab_tour", "tour_stop", "tour_group", "tour_group_member", "tour_rotation"),
        _tours,
    ),
    "presentations": SectionKind(
        mark_in("window", "Presentations"), ("presentation", "presentation_speaker"), _presentations
    ),
    "cooperation": SectionKind(
        mark_in("window", "Cooperation"),
        ("cooperation_item", "cooperation_decision", "follow_up"),
        _cooperation,
    ),
    "travel": SectionKind(
        mark_in("window", "Travel"), ("leg", "leg_passenger", "stay", "room", "room_occupant"), _travel
    ),
    "tasks": SectionKind(mark_in("window", "Tasks"), ("task",), _tasks),
    "papers": SectionKind(mark_in("window", "Papers"), (), _papers),
}
