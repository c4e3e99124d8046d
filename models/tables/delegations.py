"""Who travels and who receives: delegations and their members."""

import datetime as dt

from sqlalchemy.orm import Mapped

from models.tables.base import Row
from models.tables.choices import DelegateRole
from models.tables.directory import Organisation, Person
from models.tables.fields import block, localised, one, order, owned, reference, tags, value
from models.tables.visits import Party, Visit
from models.text.localised import LocalisedText


class Delegation(Row):
    """The people of a party; a party may send several, each of an organisation of its own."""

    __tablename__ = "delegation"

    visit_id: Mapped[str] = reference("visit")
    party_id: Mapped[str] = reference("party")
    organisation_id: Mapped[str] = reference("organisation")
    title: Mapped[LocalisedText] = localised()
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    visit: Mapped[Visit] = one("Delegation.visit_id")
    party: Mapped[Party] = one("Delegation.party_id")
    organisation: Mapped[Organisation] = one("Delegation.organisation_id")
    delegates: Mapped[list["Delegate"]] = owned("Delegate", "delegation_id")


class Delegate(Row):
    """A person in a delegation, with the post held at that visit; the order is that of precedence."""

    __tablename__ = "delegate"

    delegation_id: Mapped[str] = reference("delegation")
    person_id: Mapped[str] = reference("person")
    role: Mapped[DelegateRole] = value(DelegateRole.MEMBER)
    organisation_id: Mapped[str | None] = reference("organisation")
    position: Mapped[LocalisedText] = localised()
    interprets: Mapped[tuple[str, ...]] = tags()
    """The language pair of an interpreter."""
    present_from: Mapped[dt.date | None] = value(group="presence")
    present_to: Mapped[dt.date | None] = value(group="presence")
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    delegation: Mapped[Delegation] = one("Delegate.delegation_id")
    person: Mapped[Person] = one("Delegate.person_id")
    organisation: Mapped[Organisation | None] = one("Delegate.organisation_id")
