"""Organisations, people, places, glossary: what outlives a visit."""

from __future__ import annotations

from models.actions.entity import Entity
from models.tables import (
    Affiliation,
    Agreement,
    AgreementParty,
    Attachment,
    FileInfo,
    Honorific,
    Organisation,
    Person,
    Place,
    Term,
)

organisation = Entity(Organisation, among=("parent_id",))
person = Entity(Person)
affiliation = Entity(Affiliation, among=("person_id",))
place = Entity(Place, among=("parent_id",))
agreement = Entity(Agreement)
agreement_party = Entity(AgreementParty, among=("agreement_id",), ends=("agreement_id", "organisation_id"))
attachment = Entity(Attachment, among=("table", "row_id"))
term = Entity(Term)
honorific = Entity(Honorific)
file_info = Entity(FileInfo)
