"""What the window knows of every row: loaded from a real file and kept fresh."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions import directory, schedule, visits
from models.actions.erase import erase_person
from models.actions.lookup import applied, load_lookup, refreshed
from models.actions.meetings import meeting
from models.actions.meetings import series as series_entity
from models.rules.lookup import NAMED_ONLY, SEARCHED, Lookup
from models.store import Database
from models.store.lookup import READERS
from models.tables import Affiliation
from tests.support.files import PARK, new_database, sample_database


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    with sample_database(tmp_path_factory.mktemp("lookup")) as database:
        yield database


@pytest.fixture
def file(tmp_path):
    with new_database(tmp_path) as database:
        yield database


def _ids(lookup: Lookup, text: str) -> list[tuple[str, str]]:
    return [hit.line.key for hit in lookup.find(text)]


def _same(one: Lookup, other: Lookup) -> bool:
    def contents(lookup):
        return {
            line.key: tuple(getattr(line, name) for name in type(line).__slots__)
            for table in READERS
            for line in lookup.lines(table)
        }

    return contents(one) == contents(other)


def test_every_table_that_is_searched_or_named_is_read():
    assert set(READERS) == {*SEARCHED, *NAMED_ONLY}


def test_every_row_of_the_sample_has_a_line(sample):
    lookup = load_lookup(sample)
    counts = sample.counts()
    assert {table: lookup.count(table) for table in READERS} == {table: counts[table] for table in READERS}
    assert lookup.count("person") > 5


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("이호성", "person"),
        ("ㅇㅎㅅ", "person"),
        ("usuda", "person"),
        ("臼田", "person"),
        ("kriss", "organisation"),
        ("제19차", "meeting"),
        ("츠쿠바", "visit"),
        ("つくば", "visit"),
        ("量子", "presentation"),
    ],
)
def test_the_sample_is_found_in_any_language(sample, text, table):
    assert table in {hit.line.table for hit in load_lookup(sample).find(text)}


def test_a_row_is_called_as_it_is_in_the_file(sample):
    lookup = load_lookup(sample)
    (key,) = {hit.line.id for hit in lookup.find("이호성", ("person",))}
    assert lookup.called("person", key, "ko") == "이호성"
    assert lookup.called("person", key, "en").startswith("LEE ")
    post = lookup.line("person", key)
    assert lookup.called(*post.holder, "en", short=True) == "KRISS"
    delegation = lookup.lines("delegation")[0]
    assert lookup.called("delegation", delegation.id, "ko")


def test_own_saves_are_applied(file):
    lookup = load_lookup(file)
    done = directory.person.add(file, family={"ko": "홍"}, given={"ko": "길동"}, native_language="ko")
    lookup = applied(file, lookup, done.touched)
    assert _ids(lookup, "ㅎㄱㄷ") == [("person", done.value)]
    lookup = applied(file, lookup, directory.person.edit(file, done.value, {"given.ko": "동길"}).touched)
    assert not _ids(lookup, "길동")
    lookup = applied(file, lookup, directory.person.remove(file, done.value).touched)
    assert not _ids(lookup, "홍")
    assert lookup.line("person", done.value) is None


def test_what_others_saved_comes_from_the_journal(file, tmp_path):
    lookup = load_lookup(file)
    assert refreshed(file, lookup) is lookup
    with Database.open(file.path, PARK) as other:
        place = directory.place.add(other, name={"ja": "小会議室"}).value
    lookup = refreshed(file, lookup)
    assert _ids(lookup, "小会") == [("place", place)]
    assert refreshed(file, lookup) is lookup


def test_a_person_is_found_by_the_organisation_and_shown_with_the_post_as_they_change(file):
    office = directory.organisation.add(file, acronym="KRISS", name={"ko": "표준연"}).value
    person = directory.person.add(file, family={"ko": "홍"}).value
    lookup = load_lookup(file)
    post = directory.affiliation.add(file, person_id=person, organisation_id=office, position={"ko": "원장"})
    lookup = applied(file, lookup, post.touched)
    assert lookup.line("person", person).detail["ko"] == "원장"
    assert ("person", person) in _ids(lookup, "kriss 홍")
    lookup = applied(file, lookup, directory.organisation.edit(file, office, {"acronym": "NEWNAME"}).touched)
    assert ("person", person) in _ids(lookup, "newname")
    lookup = applied(file, lookup, directory.affiliation.remove(file, post.value).touched)
    assert not lookup.line("person", person).detail
    assert _same(lookup, load_lookup(file)) or _same(refreshed(file, lookup), load_lookup(file))


def test_a_post_that_moves_to_another_person_is_seen_at_both(file):
    office = directory.organisation.add(file, acronym="KRISS").value
    one, two = (directory.person.add(file, family={"ko": name}).value for name in ("홍", "김"))
    post = directory.affiliation.add(
        file, person_id=one, organisation_id=office, position={"ko": "원장"}
    ).value
    lookup = load_lookup(file)

    def move(writing):
        writing.change(writing.get(Affiliation, post), {"person_id": two})

    lookup = applied(file, lookup, file.run("test.move", move).touched)
    assert not lookup.line("person", one).detail
    assert lookup.line("person", two).detail["ko"] == "원장"


def test_a_visit_is_found_by_its_meetings_parties_and_days_as_they_change(file):
    office = directory.organisation.add(file, acronym="NMIJ").value
    visit = visits.visit.add(file, title={"en": "Summer visit"}, languages=("en",)).value
    yearly = series_entity.add(file, title={"en": "Directors' meeting"}).value
    lookup = load_lookup(file)
    visits.party.add(file, visit_id=visit, organisation_id=office)
    visits.day.add(file, visit_id=visit, date="2024-07-30")
    edition = meeting.add(file, series_id=yearly, visit_id=visit, number=19).value
    lookup = refreshed(file, lookup)
    assert lookup.line("visit", visit).date == "2024-07-30"
    assert ("visit", visit) in _ids(lookup, "nmij")
    assert _ids(lookup, "19th directors")[0] == ("visit", visit)
    series_entity.edit(file, yearly, {"title.en": "Leaders' meeting"})
    lookup = refreshed(file, lookup)
    assert ("meeting", edition) in _ids(lookup, "19th leaders")
    assert ("visit", visit) in _ids(lookup, "19th leaders")
    assert _same(lookup, load_lookup(file))


def test_an_entry_that_goes_with_its_visit_is_found_no_more(file):
    visit = visits.visit.add(file, title={"en": "Visit"}, languages=("en",)).value
    item = schedule.item.add(
        file, visit_id=visit, title={"en": "Welcome"}, date="2024-07-30", zone="Asia/Seoul"
    ).value
    lookup = load_lookup(file)
    assert _ids(lookup, "welcome") == [("schedule_item", item)]
    visits.visit.remove(file, visit)
    assert not _ids(refreshed(file, lookup), "welcome")


def test_who_was_erased_elsewhere_is_found_no_more(file):
    person = directory.person.add(file, family={"ko": "홍"}).value
    lookup = load_lookup(file)
    with Database.open(file.path, PARK) as other:
        erase_person(other, person)
    assert not _ids(refreshed(file, lookup), "홍")


def test_an_entry_of_another_zone_is_found_at_the_time_of_its_visit(file):
    visit = visits.visit.add(file, title={"en": "Talks"}, time_zone="Asia/Tokyo").value
    far = {"visit_id": visit, "title": {"en": "Online"}, "date": dt.date(2027, 3, 10), "start": dt.time(18)}
    item = schedule.item.add(file, **far, zone="America/New_York").value
    lookup = load_lookup(file)
    line = lookup.line("schedule_item", item)
    assert (line.date, line.until) == ("2027-03-11", "08:00")
    visits.visit.edit(file, visit, {"time_zone": "America/New_York"})
    lookup = refreshed(file, lookup)
    line = lookup.line("schedule_item", item)
    assert (line.date, line.until) == ("2027-03-10", "18:00")
