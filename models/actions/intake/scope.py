"""Whose rows a file speaks of: the visit, its delegation, and what follows where a list is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.actions.intake.register import Register
from models.intake.columns import Block


@dataclass(slots=True)
class Scope:
    """The visit that a file belongs to, with its languages and zone, and the delegation that was named."""

    visit: str | None = None
    languages: tuple[str, ...] = ()
    said_in: tuple[str, ...] = ()
    """The language of the screen, in which rows are called."""
    zone: str = ""
    delegation: str | None = None
    presumed: str | None = None
    """The party to which most people of a list belong."""

    def of(self, block: Block) -> Mapping[str, Any]:
        """Return the fields by which a row of the block belongs to the visit."""
        return {"visit_id": self.visit} if block.visit and self.visit is not None else {}

    def completed(
        self, register: Register, block: Block, fields: dict[str, Any], fixed: dict[str, Any]
    ) -> str | None:
        """Fill in what a list leaves to be understood; answers with what is missing and cannot be."""
        if block.visit and self.visit is None:
            return "visit_id"
        if block.table == "delegation":
            return self._delegation(register, fields)
        if block.table == "presentation" and "item_id" not in fields:
            return self._only(register, fields, "schedule_item", "item_id", kind="presentations")
        if block.table == "lab_tour" and "item_id" not in fields:
            return self._only(register, fields, "schedule_item", "item_id", kind="lab tour")
        return None

    def _only(
        self, register: Register, fields: dict[str, Any], table: str, field: str, kind: str
    ) -> str | None:
        """Take the one entry of a kind; where there are several, the list has to say which."""
        rows = {**register.known.rows[table], **register.planned[table]}
        keys = [key for key, row in rows.items() if row.get("kind") == kind]
        if len(keys) != 1:
            return field
        fields[field] = keys[0]
        return None

    def _delegation(self, register: Register, fields: dict[str, Any]) -> str | None:
        if "organisation_id" in fields:
            fields.setdefault("party_id", self.party_of(register, fields["organisation_id"]))
            if fields["party_id"] is None:
                del fields["party_id"]
            return None
        rows = {**register.known.rows["delegation"], **register.planned["delegation"]}
        chosen = rows.get(self.delegation) if self.delegation else None
        if chosen is None and self.presumed:
            ours = [row for row in rows.values() if row["party_id"] == self.presumed]
            party = register.find("party", self.presumed)
            if len(ours) == 1:
                chosen = ours[0]
            elif not ours and party is not None:
                fields["organisation_id"], fields["party_id"] = party["organisation_id"], self.presumed
                return None
        if chosen is None and len(rows) == 1:
            chosen = next(iter(rows.values()))
        if chosen is None:
            return "delegation_id"
        fields["organisation_id"], fields["party_id"] = chosen["organisation_id"], chosen["party_id"]
        return None

    def presume(self, houses: Sequence[str | None], register: Register) -> None:
        """Presume whose delegation a list is by where its people work: most of them of one party."""
        parties = Counter(party for house in houses if house and (party := self.party_of(register, house)))
        if self.delegation is None and parties:
            party, many = parties.most_common(1)[0]
            self.presumed = party if 2 * many > len(houses) else None

    def party_of(self, register: Register, organisation: str) -> str | None:
        """Return the party of an organisation, or of one above it."""
        parties = {**register.known.rows["party"], **register.planned["party"]}
        key: str | None = organisation
        for _ in range(20):
            for party in parties.values():
                if party["organisation_id"] == key:
                    return party["id"]
            row = register.find("organisation", key)
            key = row.get("parent_id") if row else None
            if key is None:
                return None
        return None
