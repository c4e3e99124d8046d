"""Journeys in the window go by the clocks of their places."""

from __future__ import annotations

import pytest

from models.store import Database, Profile
from tests.models.rules.planner import planned
from ui.data.travel import leg_view


@pytest.fixture
def view(tmp_path):
    """Return the function that makes a leg and shows it."""
    with Database.create(tmp_path / "journeys.parley", Profile("author", "Author", "device")) as database:

        def show(act):
            visit, _ = planned(database, act)
            return leg_view(visit.legs[0])

        yield show


def test_the_clock_of_a_place_wins_over_what_was_stored_before(view):
    def act(p):
        narita = p.place("Narita", time_zone="Asia/Tokyo")
        london = p.place("Heathrow", time_zone="Europe/London")
        known = {"from_place_id": narita, "to_place_id": london}
        p.leg("10:00", "15:00", departure_zone="Asia/Seoul", arrival_zone="Asia/Seoul", **known)

    shown = view(act)
    assert (shown.start.offset, shown.end.offset) == ("UTC+9", "UTC+1")
    assert shown.minutes == 13 * 60


def test_where_one_clock_is_not_known_nobody_says_how_long_it_takes(view):
    assert (
        view(lambda p: p.leg("10:00", "15:00", departure_zone="", arrival_zone="Asia/Seoul")).minutes is None
    )
