"""Who may see what: a paper has an audience and prints what is meant for it and for wider ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from models.tables import Audience

_OFFICE, _PARTY = Audience.OFFICE, Audience.PARTY
_WIDTH = (Audience.PUBLIC, Audience.PARTIES, Audience.PARTY, Audience.OFFICE)


class Addressed(Protocol):
    """A row that says for whom it is."""

    @property
    def audience(self) -> Audience: ...  # noqa: D102
    @property
    def audience_party_id(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a paper is; ``party_id`` names the party where the audience is one party."""

    audience: Audience = Audience.PARTIES
    party_id: str | None = None


ALL_PARTIES = Reader()
OFFICE = Reader(Audience.OFFICE)


def may_see(reader: Reader, thing: Addressed) -> bool:
    """Tell whether a thing is meant for a reader; the office sees everything."""
    if reader.audience is _OFFICE:
        return True
    if _WIDTH.index(thing.audience) > _WIDTH.index(reader.audience):
        return False
    if thing.audience is _PARTY:
        return reader.party_id is not None and thing.audience_party_id == reader.party_id
    return True
