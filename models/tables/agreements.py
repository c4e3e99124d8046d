"""What organisations have signed with each other."""

from sqlalchemy.orm import Mapped

from models.tables.base import Row
from models.tables.choices import AgreementKind
from models.tables.directory import Organisation
from models.tables.fields import block, localised, one, order, owned, partial_date, reference, value
from models.text.localised import LocalisedText


class Agreement(Row):
    """A memorandum of understanding and the like."""

    __tablename__ = "agreement"

    kind: Mapped[AgreementKind] = value(AgreementKind.MOU)
    title: Mapped[LocalisedText] = localised()
    signed: Mapped[str] = partial_date()
    renewed: Mapped[str] = partial_date()
    expires: Mapped[str] = partial_date()
    scope: Mapped[LocalisedText] = localised(lines=True)
    note: Mapped[str] = block()
    order: Mapped[str] = order()

    parties: Mapped[list["AgreementParty"]] = owned("AgreementParty", "agreement_id")


class AgreementParty(Row):
    """That an organisation is a party to an agreement; key derived from both ends."""

    __tablename__ = "agreement_party"

    agreement_id: Mapped[str] = reference("agreement")
    organisation_id: Mapped[str] = reference("organisation")
    order: Mapped[str] = order()

    agreement: Mapped[Agreement] = one("AgreementParty.agreement_id")
    organisation: Mapped[Organisation] = one("AgreementParty.organisation_id")
