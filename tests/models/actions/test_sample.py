"""The sample is the published visit, complete, and nobody is invented."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from models.actions.sample import SAMPLE, create_sample
from models.errors import FileExists, FileMissing
from models.rules.sequence import day_plans, meetings_of
from models.tables import Agreement, FileInfo, Organisation, Person, Term, Visit
from tests.support.files import KIM, rows, sample_database, sample_visit


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    with sample_database(tmp_path_factory.mktemp("sample")) as opened:
        yield opened


@pytest.fixture(scope="module")
def visit(database):
    return sample_visit(database)


def test_organisations_and_their_parents(database):
    parents = {o.acronym: o.parent.acronym if o.parent else None for o in database.load_all(Organisation)}
    assert parents == {"KRISS": None, "AIST": None, "NMIJ": "AIST", "G-QuAT": "AIST", "NIST": None}


def test_people_have_the_scripts_that_were_given_and_no_other(database):
    scripts = Counter(tuple(person.family) for person in database.load_all(Person))
    assert scripts == {("en", "ko"): 4, ("en", "ja"): 3}


def test_three_days_of_entries_in_two_meetings(visit):
    plans = {plan.date.isoformat(): plan for plan in day_plans(visit)}
    assert {date: len(plan.items) for date, plan in plans.items()} == {
        "2024-07-29": 0,
        "2024-07-30": 8,
        "2024-07-31": 1,
        "2024-08-01": 6,
        "2024-08-02": 0,
    }
    numbers = {m.number for plan in plans.values() for item in plan.items for m in meetings_of(item)}
    assert numbers == {1, 19}


def test_times_that_were_not_published_are_marked(visit):
    assert {item.time_basis for item in visit.items} == {"assumed"}


def test_talks_and_stops(visit):
    talks = [talk for item in visit.items for talk in item.presentations]
    assert len(talks) == 11
    open_talks = [talk for talk in talks if talk.speakers[0].person is None]
    houses = [talk.speakers[0].organisation.acronym for talk in open_talks]
    assert houses == ["NMIJ", "NMIJ", "KRISS", "G-QuAT"]
    assert sorted(len(tour.stops) for item in visit.items for tour in item.tours) == [2, 4]


def test_nine_cooperation_items_with_their_states(visit):
    series = next(meeting.series for meeting in visit.meetings if meeting.number == 19)
    assert Counter(str(item.state) for item in series.cooperation_items) == {
        "agreed": 2,
        "discussed": 3,
        "proposed": 4,
    }
    assert "six" in visit.note.text_in("en").lower()


def test_what_was_made_up_says_so(visit):
    for leg in visit.legs:
        assert leg.title.text_in("ko").endswith("[견본]")
        assert leg.title.text_in("ja").endswith("［見本］")
    assert [stay.place.name.text_in("en") for stay in visit.stays] == ["Sample Hotel Tsukuba"]
    assert visit.mark.text_in("ja") == "見本"


def test_agreements_and_past_editions(database, visit):
    assert sorted((a.signed or a.renewed) for a in database.load_all(Agreement)) == ["2024-01", "2024-01"]
    editions = next(meeting.series for meeting in visit.meetings if meeting.number == 19).editions
    first = editions[0]
    assert (first.number, first.date, first.mode) == (18, "2020", "online")


def test_the_glossary_has_terms_of_the_visit_in_all_its_languages(database):
    terms = {term.text.text_in("en"): term.text for term in database.load_all(Term)}
    assert len(terms) == 10
    assert (terms["calibration"].text_in("ko"), terms["calibration"].text_in("ja")) == ("교정", "校正")


def test_the_home_organisation_is_known(database):
    (info,) = database.load_all(FileInfo)
    assert info.home_organisation.acronym == "KRISS"


def test_the_earlier_visit_has_its_month(database):
    earlier = next(visit for visit in database.load_all(Visit) if not visit.days)
    assert (earlier.period, len(earlier.delegations[0].delegates)) == ("2024-05", 2)


def test_it_is_one_change_set(database):
    assert rows(database.path, "SELECT count(*) FROM change_set WHERE label = 'sample.build'") == [(1,)]


def test_every_text_of_the_sample_has_its_three_languages():
    lacking = []

    def look(value, where):
        if isinstance(value, dict):
            if value and set(value) <= {"ko", "ja", "en"} and set(value) != {"ko", "ja", "en"}:
                lacking.append(where)
            for name, inner in value.items():
                look(inner, (*where, name))
        elif isinstance(value, list):
            for inner in value:
                look(inner, where)

    look(json.loads(SAMPLE.read_text("utf-8")), ())
    # Names stand in the scripts that were published; only Latin forms have a title.
    assert {where[-1] for where in lacking} == {"family", "given", "title"}
    assert {where for where in lacking if where[-1] == "title"} == {("person", "title")}


def test_a_sample_never_replaces_a_file(tmp_path):
    path = tmp_path / "sample.parley"
    path.write_text("mine")
    with pytest.raises(FileExists):
        create_sample(path, KIM)
    assert path.read_text() == "mine"
    with pytest.raises(FileMissing):
        create_sample(tmp_path / "nowhere" / "sample.parley", KIM)


def test_a_sample_that_fails_leaves_no_file(tmp_path, monkeypatch):
    def fail(*_):
        raise RuntimeError("half way")

    monkeypatch.setattr("models.actions.sample.build_sample", fail)
    with pytest.raises(RuntimeError):
        create_sample(tmp_path / "sample.parley", KIM)
    assert list(Path(tmp_path).iterdir()) == []
