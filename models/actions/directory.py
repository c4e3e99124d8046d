"""Organisations, people, places, glossary: what outlives a visit."""

from __future__ import annotations

from typing import Any

from models.actions.entity import Entity
from models.rules.naming import organisation_fields, person_fields
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


class _People(Entity[Person]):
    def _fields_named(self, text: str, language: str) -> dict[str, Any]:
        return person_fields(text, language)


class _Organisations(Entity[Organisation]):
    def _fields_named(self, text: str, language: str) -> dict[str, Any]:
        return organisation_fields(text, language)


organisation = _Organisations(Organisation, among=("parent_id",))
person = _People(Person)
affiliation = Entity(Affiliation, among=("person_id",))
place = Entity(Place, among=("parent_id",))
agreement = Entity(Agreement)
agreement_party = Entity(AgreementParty, among=("agreement_id",), ends=("agreement_id", "organisation_id"))
attachment = Entity(Attachment, among=("table", "row_id"))
term = Entity(Term)
honorific = Entity(Honorific)
file_info = Entity(FileInfo)
