"""Series, their editions, and what they agree to work on together."""

from __future__ import annotations

from models.actions.entity import Entity
from models.tables import (
    CooperationDecision,
    CooperationItem,
    CooperationParty,
    CooperationPerson,
    FollowUp,
    Meeting,
    Series,
    SeriesParty,
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
