"""Lists of links as one field: set, put in order, undone as one step."""

import pytest

from models.actions import directory, meetings, schedule, undo, visits
from models.actions.links import LINKS, SETTERS
from models.actions.registry import ACTIONS
from models.store import Database
from models.tables import Agreement, Presentation, TourGroup
from tests.support.files import KIM


@pytest.fixture
def database(tmp_path):
    with Database.create(tmp_path / "office.parley", KIM) as made:
        yield made


@pytest.fixture
def institutes(database):
    return [directory.organisation.add(database, acronym=name).value for name in ("A", "B", "C")]


def parties(database, agreement):
    return [link.organisation_id for link in database.load(Agreement, agreement).parties]


def test_a_list_is_set_in_its_order_and_undone_at_once(database, institutes):
    agreement = directory.agreement.add(database, title={"en": "MOU"}).value
    setter = SETTERS["agreement", "parties"]
    setter(database, agreement, institutes[:2])
    assert parties(database, agreement) == institutes[:2]
    done = setter(database, agreement, [institutes[2], institutes[0]])
    assert parties(database, agreement) == [institutes[2], institutes[0]]
    undo.undo(database, done.change_set)
    assert parties(database, agreement) == institutes[:2]


def test_setting_what_is_set_changes_nothing(database, institutes):
    agreement = directory.agreement.add(database, title={"en": "MOU"}).value
    SETTERS["agreement", "parties"](database, agreement, institutes)
    assert SETTERS["agreement", "parties"](database, agreement, institutes).change_set == ""


def test_a_key_named_twice_is_linked_once(database, institutes):
    agreement = directory.agreement.add(database, title={"en": "MOU"}).value
    SETTERS["agreement", "parties"](database, agreement, [institutes[0], institutes[0]])
    assert parties(database, agreement) == [institutes[0]]


def test_open_speakers_and_named_ones_are_two_lists(database, institutes):
    visit = visits.visit.add(database, title={"en": "V"}).value
    import datetime as dt

    item = schedule.item.add(database, visit_id=visit, date=dt.date(2025, 3, 3)).value
    talk = schedule.presentation.add(database, item_id=item).value
    person = directory.person.add(database, family={"ko": "이"}).value
    SETTERS["presentation", "open_speakers"](database, talk, [institutes[0]])
    SETTERS["presentation", "speakers"](database, talk, [person])
    speakers = database.load(Presentation, talk).speakers
    assert {(one.person_id, one.organisation_id) for one in speakers} == {
        (person, None),
        (None, institutes[0]),
    }
    SETTERS["presentation", "open_speakers"](database, talk, [])
    assert [one.person_id for one in database.load(Presentation, talk).speakers] == [person]


def test_groups_go_round_in_turn(database):
    import datetime as dt

    visit = visits.visit.add(database, title={"en": "V"}).value
    tour = ACTIONS["lab_tour.plan"](
        database, visit_id=visit, date=dt.date(2025, 3, 3), zone="Asia/Seoul"
    ).value
    stops = [schedule.tour_stop.add(database, tour_id=tour, name={"en": name}).value for name in "xyz"]
    groups = [schedule.tour_group.add(database, tour_id=tour, name={"en": name}).value for name in "12"]
    ACTIONS["lab_tour.rotate"](database, tour)
    ways = [[link.stop_id for link in database.load(TourGroup, group).rotation] for group in groups]
    assert ways == [stops, [stops[1], stops[2], stops[0]]]


def test_every_list_has_its_action():
    for (table, field), links in LINKS.items():
        assert ACTIONS[f"{table}.{field}"]
        assert {links.owner, links.target} <= set(links.entity.kind.__table__.columns.keys())
    assert meetings.series.kind.__tablename__ == "series"
