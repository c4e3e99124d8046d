"""Papers of visits of which little is known, or much at once."""

from __future__ import annotations

import pytest

from models.store import Database, Profile
from tests.exporters.papers.conftest import Papers
from tests.exporters.papers.test_itinerary import cells
from tests.models.rules.planner import planned


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("unusual") / "unusual.parley"
    with Database.create(path, Profile("author", "Author", "device")) as database:
        yield database


@pytest.fixture
def made(database):
    """Return the function that builds a visit and gives its papers."""

    def build(act, **fields):
        def within(p):
            if fields:
                p.begin(**fields)
            return act(p)

        visit, keys = planned(database, within)
        return Papers(visit, keys or {})

    return build


def traveller(p, **fields):
    person = p.delegate(p.guests, "Lee Ho")
    p.item("09:00", "10:00", "Talks", zone="")
    p.leg("08:00", "10:00", person, departure_zone="", arrival_zone="", kind="flight", **fields)
    return {"lee": person, "side": p.kriss}


def test_times_without_a_zone_are_those_of_the_visit(made):
    papers = made(traveller)
    (leg,) = cells(papers.make(who="side"), "KE703", "2시간")
    assert leg[2:4] == ["08:00  JST", "10:00  JST"]
    assert next(row[0] for row in cells(papers.make(who="lee"), ":00")) == "08:00–10:00"


def test_where_no_zone_is_known_none_is_printed(made):
    papers = made(traveller, time_zone="")
    for who in ("side", "lee"):
        text = papers.text(who=who)
        assert "UTC" not in text
        assert "JST" not in text
    assert "2시간" in papers.text(who="side")
