"""The zone of an end of a journey follows its place."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions import directory, travel, visits
from models.store import Database
from models.tables import Leg, Place


@pytest.fixture
def database(tmp_path):
    with Database.create(tmp_path / "a.parley") as made:
        yield made


@pytest.mark.parametrize("said", [{"time_zone": "Asia/Tokyo"}, {"country": "JP"}])
def test_an_end_goes_by_the_clock_of_the_institute_whose_place_it_is(database, said):
    # The same answer as papers and findings give: an institute, else its country, says the zone of its sites.
    house = directory.organisation.add(database, name={"en": "NMIJ"}, **said).value
    part = directory.organisation.add(database, name={"en": "Division"}, parent_id=house).value
    site = directory.place.add(database, name={"en": "Tsukuba"}, organisation_id=part).value
    gate = directory.place.add(database, name={"en": "Main gate"}, parent_id=site).value
    visit = visits.visit.add(database, title={"en": "Visit"}, time_zone="Europe/London").value
    zones = {"departure_zone": "Asia/Seoul", "arrival_zone": "Europe/London"}
    leg = travel.leg.add(
        database, visit_id=visit, departure_date=dt.date(2027, 3, 8), to_place_id=gate, **zones
    ).value
    assert database.rows(Leg, id=leg)[0].arrival_zone == "Asia/Tokyo"
    assert database.rows(Place, id=gate)[0].time_zone == ""
