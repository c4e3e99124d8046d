"""The Cooperation Package: what both sides discuss, decide and follow up."""

from sqlalchemy.orm import Mapped

from models.tables.base import Row
from models.tables.choices import CooperationState
from models.tables.directory import Organisation, Person
from models.tables.fields import block, localised, one, order, owned, partial_date, reference, value
from models.tables.meetings import Meeting, Series
from models.text.localised import LocalisedText


class CooperationItem(Row):
    """An entry of the Cooperation Package."""

    __tablename__ = "cooperation_item"

    series_id: Mapped[str | None] = reference("series")
    title: Mapped[LocalisedText] = localised()
    proposer_id: Mapped[str | None] = reference("organisation")
    field: Mapped[LocalisedText] = localised()
    state: Mapped[CooperationState] = value(CooperationState.DRAFT)
    background: Mapped[LocalisedText] = localised(lines=True)
    content: Mapped[LocalisedText] = localised(lines=True)
    benefit: Mapped[LocalisedText] = localised(lines=True)
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    series: Mapped[Series | None] = one("CooperationItem.series_id")
    proposer: Mapped[Organisation | None] = one("CooperationItem.proposer_id")
    parties: Mapped[list["CooperationParty"]] = owned("CooperationParty", "item_id")
    people: Mapped[list["CooperationPerson"]] = owned("CooperationPerson", "item_id")
    decisions: Mapped[list["CooperationDecision"]] = owned("CooperationDecision", "item_id")
    follow_ups: Mapped[list["FollowUp"]] = owned("FollowUp", "item_id")


class CooperationParty(Row):
    """That an organisation cooperates on an item; key derived from both ends."""

    __tablename__ = "cooperation_party"

    item_id: Mapped[str] = reference("cooperation_item")
    organisation_id: Mapped[str] = reference("organisation")
    order: Mapped[str] = order()

    item: Mapped[CooperationItem] = one("CooperationParty.item_id")
    organisation: Mapped[Organisation] = one("CooperationParty.organisation_id")


class CooperationPerson(Row):
    """That a person works on an item for an organisation; key derived from all ends."""

    __tablename__ = "cooperation_person"

    item_id: Mapped[str] = reference("cooperation_item")
    person_id: Mapped[str] = reference("person")
    organisation_id: Mapped[str | None] = reference("organisation")
    order: Mapped[str] = order()

    item: Mapped[CooperationItem] = one("CooperationPerson.item_id")
    person: Mapped[Person] = one("CooperationPerson.person_id")
    organisation: Mapped[Organisation | None] = one("CooperationPerson.organisation_id")


class CooperationDecision(Row):
    """What happened to an item at a meeting: its place in the order, its state afterwards, the decision."""

    __tablename__ = "cooperation_decision"

    item_id: Mapped[str] = reference("cooperation_item")
    meeting_id: Mapped[str] = reference("meeting")
    state: Mapped[CooperationState] = value(CooperationState.PROPOSED)
    decision: Mapped[LocalisedText] = localised(lines=True)
    order: Mapped[str] = order()

    item: Mapped[CooperationItem] = one("CooperationDecision.item_id")
    meeting: Mapped[Meeting] = one("CooperationDecision.meeting_id")


class FollowUp(Row):
    """Who does what by when."""

    __tablename__ = "follow_up"

    item_id: Mapped[str | None] = reference("cooperation_item")
    decision_id: Mapped[str | None] = reference("cooperation_decision")
    what: Mapped[LocalisedText] = localised(lines=True)
    organisation_id: Mapped[str | None] = reference("organisation")
    person_id: Mapped[str | None] = reference("person")
    due: Mapped[str] = partial_date()
    done: Mapped[str] = partial_date()
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    item: Mapped[CooperationItem | None] = one("FollowUp.item_id")
    decision: Mapped[CooperationDecision | None] = one("FollowUp.decision_id")
    organisation: Mapped[Organisation | None] = one("FollowUp.organisation_id")
    person: Mapped[Person | None] = one("FollowUp.person_id")
