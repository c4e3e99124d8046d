from __future__ import annotations

import datetime as dt

import pytest

from models.actions import delegations, directory, planning, tasks, travel, visits
from models.actions.undo import undo
from models.errors import InvalidValue
from models.store import Database, Profile
from models.tables import Delegate, Task, Visit

FIRST, LAST = dt.date(2024, 7, 30), dt.date(2024, 8, 1)


@pytest.fixture
def database(tmp_path):
    with Database.create(tmp_path / "plan.parley", Profile("author", "Author", "device")) as made:
        yield made


def organisation(database, acronym, **fields):
    return directory.organisation.add(database, acronym=acronym, name={"en": acronym}, **fields).value


def visit_of(database, first=FIRST, last=LAST, **fields):
    return planning.plan_visit(database, {"ko": "방문"}, ["ko", "en"], first, last, **fields)


def dates(database, key):
    return [day.date.isoformat()[5:] for day in database.load_visit(key).days]


def test_a_visit_of_three_parties_with_its_meeting_is_one_step(database):
    kriss = organisation(database, "KRISS", time_zone="Asia/Seoul")
    nmij = organisation(database, "NMIJ")
    from models.actions import meetings

    series = meetings.series.add(database, title={"en": "Summit"}).value
    done = visit_of(
        database,
        parties=[
            {"organisation_id": kriss, "side": "guest"},
            {"organisation_id": nmij, "side": "host"},
            {"name": {"en": "A new institute"}, "side": "host"},
        ],
        meeting={"series_id": series, "number": 20, "host_id": nmij},
        tasks=[{"title": {"en": "Book"}, "due_days": -30}],
    )
    visit = database.load_visit(done.value)
    assert [(party.organisation.acronym, party.side.value) for party in visit.parties] == [
        ("KRISS", "guest"),
        ("NMIJ", "host"),
        ("", "host"),
    ]
    assert visit.parties[2].organisation.name.text_in("en") == "A new institute"
    assert [each.party_id for each in visit.delegations] == [each.id for each in visit.parties]
    assert visit.parties[0].time_zone == "Asia/Seoul"
    assert [(each.number, each.date) for each in visit.meetings] == [(20, "2024-07-30")]
    assert [each.due_days for each in visit.tasks] == [-30]
    undo(database, done.change_set)
    assert not database.rows(Visit)


@pytest.mark.parametrize(
    ("last", "reason"),
    [(FIRST - dt.timedelta(1), "ends-before-start"), (FIRST + dt.timedelta(60), "too-many-days")],
)
def test_days_that_cannot_be_are_refused_with_their_reason(database, last, reason):
    with pytest.raises(InvalidValue) as caught:
        visit_of(database, last=last)
    assert caught.value.values["reason"] == reason
    assert not database.rows(Visit)


def test_a_party_speaks_the_language_of_its_country_where_the_visit_does(database):
    above = organisation(database, "AIST", country="JP")
    parties = [
        {"organisation_id": organisation(database, "NMIJ", parent_id=above), "side": "host"},
        {"organisation_id": organisation(database, "KRISS", country="KR"), "side": "guest"},
        {"organisation_id": organisation(database, "NIST", country="US"), "side": "guest"},
        {"name": {"en": "Somewhere"}, "side": "guest"},
    ]
    visit = database.load_visit(visit_of(database, parties=parties).value)
    assert [party.language for party in visit.parties] == ["", "ko", "en", ""]


def test_days_are_added_and_removed_and_titles_stay(database):
    key = visit_of(database).value
    (first, *_others) = database.load_visit(key).days
    visits.day.edit(database, first.id, {"title.ko": "출국"})
    planning.set_days(database, key, FIRST, LAST + dt.timedelta(1))
    assert dates(database, key) == ["07-30", "07-31", "08-01", "08-02"]
    planning.set_days(database, key, FIRST - dt.timedelta(1), FIRST)
    visit = database.load_visit(key)
    assert [(day.date.day, day.title.text_in("ko")) for day in visit.days] == [(29, ""), (30, "출국")]


def test_the_whole_visit_moves_as_one_step(database):
    from models.actions import meetings, schedule

    key = visit_of(database, parties=[{"name": {"en": "A"}, "side": "guest"}]).value
    visit = database.load_visit(key)
    person = directory.person.add(database, family={"en": "Kim"}).value
    delegate = delegations.join_delegation(database, visit.delegations[0].id, person).value
    visits.delegate.edit(database, delegate, {"present_from": FIRST, "present_to": LAST})
    schedule.item.add(database, visit_id=key, date=FIRST, title={"en": "Talk"})
    travel.leg.add(database, visit_id=key, departure_date=FIRST)
    stay = travel.stay.add(database, visit_id=key, check_in=FIRST, check_out=LAST).value
    travel.room.add(database, stay_id=stay, first_night=FIRST)
    visits.task.add(database, visit_id=key, due_date=dt.date(2024, 7, 1), done_on=dt.date(2024, 6, 1))
    visits.task.add(database, visit_id=key, due_days=-30)
    meetings.meeting.add(database, visit_id=key, date="2024-07-30")
    done = planning.shift_visit(database, key, 7)
    moved = database.load_visit(key)
    assert dates(database, key) == ["08-06", "08-07", "08-08"]
    assert moved.items[0].date == dt.date(2024, 8, 6)
    assert (moved.legs[0].departure_date, moved.legs[0].arrival_date) == (dt.date(2024, 8, 6), None)
    assert (moved.stays[0].check_out, moved.stays[0].rooms[0].first_night) == (
        dt.date(2024, 8, 8),
        dt.date(2024, 8, 6),
    )
    assert moved.delegations[0].delegates[0].present_to == dt.date(2024, 8, 8)
    assert [(each.due_date, each.due_days, each.done_on) for each in moved.tasks] == [
        (dt.date(2024, 7, 8), None, dt.date(2024, 6, 1)),
        (None, -30, None),
    ]
    assert moved.meetings[0].date == "2024-08-06"
    undo(database, done.change_set)
    assert dates(database, key) == ["07-30", "07-31", "08-01"]


def test_entries_can_follow_days_that_were_moved_before(database):
    from models.actions import schedule

    key = visit_of(database).value
    schedule.item.add(database, visit_id=key, date=FIRST)
    planning.set_days(database, key, FIRST + dt.timedelta(7), LAST + dt.timedelta(7))
    planning.shift_visit(database, key, 7, with_days=False)
    visit = database.load_visit(key)
    assert (visit.days[0].date, visit.items[0].date) == (dt.date(2024, 8, 6), dt.date(2024, 8, 6))


def test_who_joins_has_the_post_of_the_time_of_the_visit(database):
    kriss = organisation(database, "KRISS")
    key = visit_of(database, parties=[{"organisation_id": kriss, "side": "guest"}]).value
    group = database.load_visit(key).delegations[0].id
    person = directory.person.add(database, family={"en": "Lee"}).value
    for title, start, end in (("Head", "2015", "2023-12"), ("President", "2024-01", "")):
        directory.affiliation.add(
            database, person_id=person, organisation_id=kriss, position={"en": title}, start=start, end=end
        )
    delegate = delegations.join_delegation(database, group, person).value
    (row,) = database.rows(Delegate, id=delegate)
    assert (row.position.text_in("en"), row.organisation_id) == ("President", kriss)
    assert delegations.join_delegation(database, group, person).value == delegate
    assert len(database.rows(Delegate)) == 1


def test_a_delegate_goes_over_to_another_delegation_and_the_order_is_set_at_once(database):
    parties = [{"name": {"en": name}, "side": "guest"} for name in ("A", "B")]
    key = visit_of(database, parties=parties).value
    one, two = (each.id for each in database.load_visit(key).delegations)
    people = [directory.person.add(database, family={"en": name}).value for name in "abcd"]
    first = [delegations.join_delegation(database, one, person).value for person in people[:3]]
    last = delegations.join_delegation(database, two, people[3]).value
    delegations.transfer(database, last, one, first[1])
    members = database.load_visit(key).delegations[0].delegates
    assert [each.id for each in members] == [first[0], last, first[1], first[2]]
    done = delegations.rank(database, key, {one: [first[2], last, first[0]]})
    members = database.load_visit(key).delegations[0].delegates
    assert [each.id for each in members] == [first[2], last, first[0], first[1]]
    undo(database, done.change_set)
    members = database.load_visit(key).delegations[0].delegates
    assert [each.id for each in members] == [first[0], last, first[1], first[2]]


def test_tasks_are_taken_over_as_open_ones_and_kept_as_template(database):
    old, new = visit_of(database).value, visit_of(database).value
    visits.task.add(database, visit_id=old, title={"en": "Book"}, due_days=-30, done_on=FIRST)
    visits.task.add(database, visit_id=old, title={"en": "Pay"}, due_date=dt.date(2024, 7, 20))
    assert tasks.copy_tasks(database, new, old).value == 2
    assert tasks.copy_tasks(database, new, old).value == 0
    copied = database.load_visit(new).tasks
    assert [(each.title.text_in("en"), each.due_days, each.done_on) for each in copied] == [
        ("Book", -30, None),
        ("Pay", -10, None),
    ]
    assert tasks.keep_template(database, new).value == 2
    assert tasks.keep_template(database, new).value == 2
    assert len(database.rows(Task, visit_id=None)) == 2
    third = visit_of(database).value
    assert tasks.copy_tasks(database, third, None).value == 2
