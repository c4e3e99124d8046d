"""A visit with its parties, days and delegations, and its preparation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from models.actions.action import action
from models.actions.entity import Entity
from models.store import Writing
from models.tables import (
    Delegate,
    Delegation,
    Party,
    Release,
    ReleaseFile,
    Task,
    Visit,
    VisitContact,
    VisitDay,
)

visit = Entity(Visit)
party = Entity(Party, among=("visit_id",))
day = Entity(VisitDay)
delegation = Entity(Delegation, among=("visit_id",))
delegate = Entity(Delegate, among=("delegation_id",))
contact = Entity(VisitContact, among=("visit_id",))
task = Entity(Task, among=("visit_id",))
release = Entity(Release)
release_file = Entity(ReleaseFile, among=("release_id",))


@action("visit.plan")
def plan_visit(
    writing: Writing,
    title: Mapping[str, str],
    languages: Sequence[str],
    first: dt.date,
    last: dt.date,
    *,
    time_zone: str = "",
) -> str:
    """Add a visit with all of its days; answers with its key."""
    visit_id = visit.add.within(writing, title=title, languages=languages, time_zone=time_zone)
    for number in range((last - first).days + 1):
        day.add.within(writing, visit_id=visit_id, date=first + dt.timedelta(number))
    writing.label_values["id"] = visit_id
    return visit_id
