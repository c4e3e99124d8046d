"""Who takes part in an entry: a link whose key says who and as what, so another one is another link."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.actions.action import action
from models.actions.schedule import lab_tour, participation, tour_stop
from models.store import Writing
from models.tables import LabTour, Participation, ParticipationRole, ScheduleItem

_WHO = ("person_id", "delegation_id", "group_id", "organisation_id")


@action("participation.replace")
def replace_participation(writing: Writing, key: str, who: Mapping[str, str | None], role: str) -> str:
    """Let somebody else take part instead, or the same as something else; answers with the new key.

    ``who`` names one end (``person_id``, ``delegation_id``, ``group_id``, ``organisation_id``), or none for
    everyone. What else was said of it (excluded, online, a part only) goes with it, and so does its place.
    """
    writing.label_values["id"] = key
    before = writing.get(Participation, key)
    ends: dict[str, Any] = {
        **{name: who.get(name) for name in _WHO},
        "role": ParticipationRole(role),
    }
    if all(getattr(before, name) == value for name, value in ends.items()):
        return key
    rest = {name: getattr(before, name) for name in ("excluded", "presence", "start", "end", "order")}
    fresh = participation.add.within(writing, item_id=before.item_id, **ends, **rest)
    writing.remove(before)
    return fresh


@action("participation.as_role")
def change_role(writing: Writing, key: str, role: str) -> str:
    """Let the same take part as something else; answers with the new key."""
    before = writing.get(Participation, key)
    return replace_participation.within(writing, key, {name: getattr(before, name) for name in _WHO}, role)


@action("tour_stop.in_entry")
def add_stop(writing: Writing, item_id: str) -> str:
    """Add a stop to the tour of an entry, which becomes a tour where it is none yet; answers with its key."""
    stop = tour_stop.add.within(writing, tour_id=_tour_of(writing, item_id))
    writing.label_values["id"] = stop
    return stop


def _tour_of(writing: Writing, item_id: str) -> str:
    writing.get(ScheduleItem, item_id)
    found = writing.where(LabTour, item_id=item_id)
    return found[0].id if found else lab_tour.add.within(writing, item_id=item_id)
