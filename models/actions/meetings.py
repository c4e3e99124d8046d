"""Series, their editions, and what they agree to work on together."""

from __future__ import annotations

from collections.abc import Sequence

from models.actions.action import action
from models.actions.entity import Entity
from models.store import Writing
from models.tables import (
    CooperationDecision,
    CooperationItem,
    CooperationParty,
    CooperationPerson,
    FollowUp,
    Meeting,
    Party,
    Series,
    SeriesParty,
    Visit,
    VisitDay,
)

series = Entity(Series)
series_party = Entity(SeriesParty, among=("series_id",), ends=("series_id", "organisation_id"))
meeting = Entity(Meeting, among=("series_id",))
cooperation_item = Entity(CooperationItem, among=("series_id",))
cooperation_party = Entity(CooperationParty, among=("item_id",), ends=("item_id", "organisation_id"))
cooperation_person = Entity(
    CooperationPerson, among=("item_id",), ends=("item_id", "person_id", "organisation_id")
)
cooperation_decision = Entity(CooperationDecision, among=("meeting_id",))
follow_up = Entity(FollowUp, among=("item_id",))


@action("visit.join_series")
def join_series(writing: Writing, key: str, series_id: str | None = None, items: Sequence[str] = ()) -> str:
    """Make a visit a meeting of a series, or of a new one with its title and parties.

    Cooperation items that belong to no series yet can come along. Answers with the key of the meeting.
    """
    visit = writing.get(Visit, key)
    if series_id is None:
        series_id = series.add.within(writing, title=visit.title)
        for each in sorted(writing.where(Party, visit_id=key), key=lambda each: (each.order, each.id)):
            series_party.add.within(writing, series_id=series_id, organisation_id=each.organisation_id)
    numbers = [each.number for each in writing.where(Meeting, series_id=series_id) if each.number]
    first = min((each.date for each in writing.where(VisitDay, visit_id=key)), default=None)
    held = meeting.add.within(
        writing,
        series_id=series_id,
        visit_id=key,
        number=max(numbers) + 1 if numbers else None,
        date=first.isoformat() if first else "",
    )
    for item in items:
        row = writing.get(CooperationItem, item)
        if row.series_id is None:
            writing.change(row, {"series_id": series_id})
    writing.label_values["id"] = key
    return held
