"""A row of which only a name was typed: its parts, its kind, and the field that refers to it."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions import directory, travel, undo, visits
from models.store import Database
from models.tables import Leg, Organisation, Person, Place


@pytest.fixture
def database(tmp_path):
    with Database.create(tmp_path / "a.parley") as made:
        yield made


@pytest.mark.parametrize(
    ("typed", "tag", "family", "given"),
    [
        ("Alice Green", "en", "Green", "Alice"),
        ("KIM Minsu", "en", "Kim", "Minsu"),
        ("Kim Minsu", "en", "Kim", "Minsu"),
        ("Green, Alice", "en", "Green", "Alice"),
        ("남궁민수", "ko", "남궁", "민수"),
        ("臼田 孝", "ja", "臼田", "孝"),
        ("Plato", "en", "Plato", ""),
    ],
)
def test_a_person_is_made_with_family_and_given_name(database, typed, tag, family, given):
    key = directory.person.named(database, text=typed, language="en").value
    (person,) = database.rows(Person, id=key)
    assert (person.family.text_in(tag), person.given.text_in(tag)) == (family, given)


def test_what_is_made_for_a_field_is_one_step(database):
    part = directory.organisation.add(database, name={"en": "Group"}).value
    into = ("organisation", part, "parent_id", None)
    made = directory.organisation.named(database, text="Institute", language="en", into=into)
    assert database.rows(Organisation, id=part)[0].parent_id == made.value
    undo.undo(database, made.change_set)
    assert database.rows(Organisation, id=made.value) == []
    assert database.rows(Organisation, id=part)[0].parent_id is None


def test_the_zone_of_an_end_is_that_of_its_place_and_stays_known(database):
    visit = visits.visit.add(database, title={"en": "Visit"}, time_zone="Europe/London").value
    day = dt.date(2027, 3, 8)
    one, two = (travel.leg.add(database, visit_id=visit, departure_date=day).value for _ in range(2))
    into = ("leg", one, "from_place_id", None)
    airport = directory.place.named(
        database, text="Incheon Airport", language="en", given={"kind": "airport"}, into=into
    ).value
    assert database.rows(Place, id=airport)[0].kind.value == "airport"
    assert database.rows(Leg, id=one)[0].departure_zone == ""
    travel.leg.edit(database, one, {"departure_zone": "Asia/Seoul"})
    assert database.rows(Place, id=airport)[0].time_zone == "Asia/Seoul"
    travel.leg.edit(database, two, {"from_place_id": airport})
    assert database.rows(Leg, id=two)[0].departure_zone == "Asia/Seoul"


def test_the_zone_of_an_end_is_also_that_of_the_institute_or_country_of_its_place(database):
    visit = visits.visit.add(database, title={"en": "Visit"}, time_zone="Europe/London").value
    office = directory.organisation.add(database, name={"en": "Institute"}, country="KR").value
    part = directory.organisation.add(database, name={"en": "Division"}, parent_id=office).value
    house = directory.place.add(database, name={"en": "House"}, organisation_id=part).value
    room = directory.place.add(database, name={"en": "Room"}, parent_id=house).value
    leg = travel.leg.add(
        database, visit_id=visit, departure_date=dt.date(2027, 3, 8), from_place_id=room
    ).value
    assert database.rows(Leg, id=leg)[0].departure_zone == "Asia/Seoul"
