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


def _delegations(hands: Hands) -> Any:
    from ui.pages.delegations.page import DelegationsSection

    return DelegationsSection(hands)


def _schedule(hands: Hands) -> Any:
    from ui.pages.schedule.page import SchedulePage

    return SchedulePage(hands)


def _cooperation(hands: Hands) -> Any:
    from ui.pages.cooperation.section import CooperationSection

    return CooperationSection(hands)


SECTIONS = {
    "delegations": SectionKind(
        mark_in("window", "Delegations"), ("delegation", "delegate", "party"), _delegations
    ),
    "schedule": SectionKind(
        mark_in("window", "Schedule"), ("schedule_item", "visit_day", "participation"), _schedule
    ),
    "cooperation": SectionKind(
        mark_in("window", "Cooperation"),
        ("cooperation_item", "cooperation_decision", "follow_up"),
        _cooperation,
    ),
}
