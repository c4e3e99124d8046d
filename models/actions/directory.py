"""Organisations, people, places, glossary: what outlives a visit."""

from __future__ import annotations

from typing import Any

from models.actions.entity import Entity
from models.intake.values.names import split_name
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
        """Tell family and given name apart as lists that are brought do; what says nothing stands whole."""
        splits = split_name(text, language)
        if not splits or not all(split.given for split in splits):
            return person_fields(text, language)
        family = {split.language: split.family for split in splits}
        given = {split.language: split.given for split in splits}
        title = {split.language: split.title for split in splits if split.title}
        return {**_native(text, language), "family": family, "given": given, "title": title}


def _native(text: str, language: str) -> dict[str, Any]:
    known = person_fields(text, language)
    return {"native_language": known["native_language"]} if "native_language" in known else {}


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
