"""Who may see what."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from models.rules.audiences import ALL_PARTIES, OFFICE, Reader, may_see
from models.tables import Audience


@dataclass(frozen=True)
class Thing:
    audience: Audience
    audience_party_id: str | None = None


PUBLIC = Thing(Audience.PUBLIC)
PARTIES = Thing(Audience.PARTIES)
MINE = Thing(Audience.PARTY, "mine")
NOBODYS = Thing(Audience.PARTY, None)
INSIDE = Thing(Audience.OFFICE)


@pytest.mark.parametrize(
    ("reader", "seen"),
    [
        (Reader(Audience.PUBLIC), {PUBLIC}),
        (ALL_PARTIES, {PUBLIC, PARTIES}),
        (Reader(Audience.PARTY, "mine"), {PUBLIC, PARTIES, MINE}),
        (Reader(Audience.PARTY, "theirs"), {PUBLIC, PARTIES}),
        (Reader(Audience.PARTY, None), {PUBLIC, PARTIES}),
        (OFFICE, {PUBLIC, PARTIES, MINE, NOBODYS, INSIDE}),
    ],
)
def test_a_reader_sees_what_is_meant_for_them_and_for_wider_ones(reader, seen):
    assert {thing for thing in (PUBLIC, PARTIES, MINE, NOBODYS, INSIDE) if may_see(reader, thing)} == seen
