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


def _schedule(hands: Hands) -> Any:
    from ui.pages.schedule.page import SchedulePage

    return SchedulePage(hands)


SECTIONS = {
    "schedule": SectionKind(
        mark_in("window", "Schedule"), ("schedule_item", "visit_day", "participation"), _schedule
    ),
}
