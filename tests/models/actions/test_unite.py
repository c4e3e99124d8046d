"""Two rows that are one become one, nothing is lost, and one step takes it back."""

from __future__ import annotations

import pytest

from models.actions import directory, meetings, schedule, visits
from models.actions.undo import undo
from models.actions.unite import preview, unite
from models.errors import InvalidValue, NotFound
from models.rules.uniting import Stays
from models.store.encoding import whole_row
from models.store.writing import ROW_KINDS
from models.tables import (
    Affiliation,
    AgreementParty,
    Attachment,
    Delegate,
    Delegation,
    Organisation,
    Participation,
    Party,
    Person,
    Place,
    VisitContact,
)
from models.tables.keys import link_key
from tests.support.files import new_database, sample_database


@pytest.fixture
def file(tmp_path):
    with new_database(tmp_path) as database:
        yield database


def _all(database):
    """Return every row of the file as it is stored."""
    return {
        (table, row.id): whole_row(row)
        for table, kind in ROW_KINDS.items()
        for row in database.load_all(kind)
        if table != "author"
    }


@pytest.fixture
def visit(file):
    key = visits.visit.add(file, title={"en": "Visit"}, languages=("en",)).value
    host = directory.organisation.add(file, acronym="HOST").value
    party = visits.party.add(file, visit_id=key, organisation_id=host).value
    delegation = visits.delegation.add(file, visit_id=key, party_id=party, organisation_id=host).value
    item = schedule.item.add(
        file, visit_id=key, title={"en": "Talk"}, date="2024-07-30", zone="Asia/Seoul"
    ).value
    return {"visit": key, "host": host, "party": party, "delegation": delegation, "item": item}


def _two_people(file):
    one = directory.person.add(
        file,
        family={"ko": "이"},
        given={"ko": "호성"},
        email="a@example.org",
        passport="M1",
        languages=("ko",),
    )
    two = directory.person.add(
        file,
        family={"ko": "이", "en": "Lee"},
        given={"ko": "호승", "en": "Ho Seong"},
        email="b@example.org",
        phone="02-1",
        passport="M2",
        languages=("en", "ko"),
        note="met in 2019",
    )
    return one.value, two.value


def test_fields_are_filled_language_by_language_and_what_stood_stays(file):
    one, two = _two_people(file)
    done = unite(file, "person", one, two, note="E-mail: b@example.org")
    person = file.load(Person, done.value)
    assert done.value == one
    assert dict(person.family) == {"ko": "이", "en": "Lee"}
    assert dict(person.given) == {"ko": "호성", "en": "Ho Seong"}
    assert (person.email, person.phone, person.passport) == ("a@example.org", "02-1", "M1")
    assert person.languages == ("ko", "en")
    assert person.note == "met in 2019\nE-mail: b@example.org"
    with pytest.raises(NotFound):
        file.load(Person, two)


def test_the_preview_says_what_stays_what_is_lost_and_what_points_elsewhere(file, visit):
    one, two = _two_people(file)
    schedule.participation.add(file, item_id=visit["item"], person_id=two, role="speaker")
    directory.affiliation.add(file, person_id=two, organisation_id=visit["host"])
    before = _all(file)
    shown = preview(file, "person", one, two, take=("phone", "given.ko"))
    fields = {each.field: each for each in shown.fields}
    assert fields["given.ko"].stays is Stays.OTHER
    assert fields["family.en"].stays is Stays.OTHER
    assert fields["email"].stays is Stays.KEPT
    assert fields["languages"].stays is Stays.BOTH
    assert "family.ko" not in fields
    assert {each.field: each.value_lost for each in shown.lost} == {
        "given.ko": "호성",
        "email": "b@example.org",
        "passport": "M2",
    }
    assert fields["passport"].sensitive
    assert not fields["email"].sensitive
    assert shown.references == {"affiliation": 1, "participation": 1}
    assert _all(file) == before


def test_the_user_may_take_single_fields_of_the_other(file):
    one, two = _two_people(file)
    unite(file, "person", one, two, take=("email", "given.ko"))
    person = file.load(Person, one)
    assert (person.email, person.given["ko"]) == ("b@example.org", "호승")


def test_half_a_name_is_not_filled_from_another_name(file):
    one = directory.person.add(file, family={"ko": "이"}, given={"en": "Ho"}).value
    two = directory.person.add(file, family={"en": "Park"}, given={"ko": "철수"}).value
    unite(file, "person", one, two)
    person = file.load(Person, one)
    assert (dict(person.family), dict(person.given)) == ({"ko": "이"}, {"en": "Ho"})


def test_links_are_made_anew_with_the_key_of_what_they_link(file, visit):
    one, two = _two_people(file)
    link = schedule.participation.add(file, item_id=visit["item"], person_id=two, role="speaker").value
    visits.contact.add(file, visit_id=visit["visit"], person_id=two, phone="1")
    unite(file, "person", one, two)
    (part,) = file.load_all(Participation)
    assert part.person_id == one
    assert part.id == link_key("participation", visit["item"], one, None, None, None, "speaker") != link
    assert [contact.person_id for contact in file.load_all(VisitContact)] == [one]


def test_what_would_be_there_twice_becomes_one(file, visit):
    one, two = _two_people(file)
    for person, note in ((one, ""), (two, "vegetarian lunch")):
        schedule.participation.add(file, item_id=visit["item"], person_id=person, role="speaker")
        visits.delegate.add(file, delegation_id=visit["delegation"], person_id=person, note=note)
        directory.affiliation.add(
            file, person_id=person, organisation_id=visit["host"], position={"ko": "원장"}
        )
    directory.affiliation.add(file, person_id=two, organisation_id=visit["host"], position={"ko": "고문"})
    unite(file, "person", one, two)
    assert [part.person_id for part in file.load_all(Participation)] == [one]
    assert [(each.person_id, each.note) for each in file.load_all(Delegate)] == [(one, "vegetarian lunch")]
    assert sorted(each.position["ko"] for each in file.load_all(Affiliation)) == ["고문", "원장"]
    assert {each.person_id for each in file.load_all(Affiliation)} == {one}


def test_organisations_with_parties_in_one_visit_keep_every_delegation(file, visit):
    other = directory.organisation.add(file, name={"en": "Host institute"}).value
    child = directory.organisation.add(file, acronym="DIV", parent_id=other).value
    party = visits.party.add(file, visit_id=visit["visit"], organisation_id=other).value
    visits.delegation.add(file, visit_id=visit["visit"], party_id=party, organisation_id=other)
    agreement = directory.agreement.add(file, title={"en": "MOU"}).value
    for organisation in (visit["host"], other):
        directory.agreement_party.add(file, agreement_id=agreement, organisation_id=organisation)
    item = meetings.cooperation_item.add(file, title={"en": "Clocks"}, proposer_id=other).value
    unite(file, "organisation", visit["host"], other)
    assert [each.id for each in file.load_all(Party)] == [visit["party"]]
    assert {each.party_id for each in file.load_all(Delegation)} == {visit["party"]}
    assert len(file.load_all(Delegation)) == 2
    assert [each.organisation_id for each in file.load_all(AgreementParty)] == [visit["host"]]
    organisations = {each.id: each for each in file.load_all(Organisation)}
    assert organisations[child].parent_id == visit["host"]
    assert organisations[visit["host"]].name["en"] == "Host institute"
    assert file.load(ROW_KINDS["cooperation_item"], item).proposer_id == visit["host"]


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_a_place_that_lies_in_the_other_comes_to_lie_where_that_one_lay(file, depth):
    site = directory.place.add(file, name={"en": "Site"}).value
    above = other = directory.place.add(file, name={"en": "Building"}, parent_id=site).value
    for _ in range(depth):
        above = directory.place.add(file, name={"en": "Floor"}, parent_id=above).value
    kept = directory.place.add(file, name={"en": "Building"}, parent_id=above).value
    unite(file, "place", kept, other)
    parents = {place.id: place.parent_id for place in file.load_all(Place)}
    assert parents[kept] == site
    for place in parents:
        seen, at = set(), place
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = parents[at]


def test_attached_files_stay(file):
    one, two = _two_people(file)
    directory.attachment.add(
        file, table="person", row_id=two, name="cv.pdf", size=3, sha256="0" * 64, content=b"abc"
    )
    unite(file, "person", one, two)
    assert [(each.row_id, each.name) for each in file.load_all(Attachment)] == [(one, "cv.pdf")]


def test_one_step_takes_everything_back(file, visit):
    one, two = _two_people(file)
    for person in (one, two):
        schedule.participation.add(file, item_id=visit["item"], person_id=person, role="speaker")
        visits.delegate.add(file, delegation_id=visit["delegation"], person_id=person)
        directory.affiliation.add(file, person_id=person, organisation_id=visit["host"])
    before = _all(file)
    done = unite(file, "person", one, two, note="one of two")
    assert _all(file) != before
    undo(file, done.change_set)
    assert _all(file) == before


def test_people_of_the_sample_unite_and_come_back(tmp_path):
    with sample_database(tmp_path) as database:
        people = sorted(person.id for person in database.load_all(Person))
        before = _all(database)
        done = unite(database, "person", people[0], people[1])
        assert not [
            row
            for (table, _), row in _all(database).items()
            if people[1] in row.values() and table != "change"
        ]
        undo(database, done.change_set)
        assert _all(database) == before
        organisations = sorted(each.id for each in database.load_all(Organisation))
        done = unite(database, "organisation", organisations[0], organisations[1])
        undo(database, done.change_set)
        assert _all(database) == before


def test_only_two_different_rows_of_the_directory_can_be_one(file):
    one, _ = _two_people(file)
    with pytest.raises(InvalidValue):
        unite(file, "person", one, one)
    with pytest.raises(InvalidValue):
        preview(file, "visit", "a", "b")
    with pytest.raises(NotFound):
        unite(file, "person", one, "nobody")
