"""Several entries at once: moved, copied, changed; each is one change set that undo takes back."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions import entries, schedule, taking_part, undo
from models.errors import InvalidValue
from models.tables import Audience, ItemKind, ParticipationRole, Presence, ScheduleItem
from tests.support.files import sample_database, sample_visit

DAY = dt.timedelta(days=1)


@pytest.fixture
def database(tmp_path):
    with sample_database(tmp_path) as opened:
        yield opened


def items(database):
    return sorted(sample_visit(database).items, key=lambda item: (item.date, item.start or dt.time.max))


def called(database, title):
    return next(item for item in items(database) if item.title.text_in("ko") == title)


def test_entries_come_onto_another_day_and_keep_their_times_and_gaps(database):
    first, last = items(database)[0], items(database)[-1]
    target = first.date - 5 * DAY
    done = entries.move_to_day(database, [last.id, first.id], target)
    moved = {item.id: item for item in items(database)}
    assert (moved[first.id].date, moved[first.id].start) == (target, first.start)
    assert moved[last.id].date == target + (last.date - first.date)
    undo.undo(database, done.change_set)
    assert [item.date for item in items(database)] == sorted(item.date for item in items(database))
    assert called(database, first.title.text_in("ko")).date == first.date


def test_an_entry_is_put_before_another_one_of_the_day(database):
    first, second, third = items(database)[:3]
    entries.move_to_day(database, [third.id], first.date, before=second.id)
    orders = {item.id: item.order for item in items(database)}
    assert orders[first.id] < orders[third.id] < orders[second.id]


@pytest.mark.parametrize(
    ("minutes", "days", "expected"),
    [
        (15, 0, (0, dt.time(9, 45), dt.time(9, 55), 0)),
        (-600, 0, (-1, dt.time(23, 30), dt.time(23, 40), 0)),
        (865, 0, (0, dt.time(23, 55), dt.time(0, 5), 1)),
        (0, 2, (2, dt.time(9, 30), dt.time(9, 40), 0)),
    ],
)
def test_entries_are_shifted_over_midnight_too(database, minutes, days, expected):
    item = called(database, "환영사")
    entries.shift(database, [item.id], minutes=minutes, days=days)
    now = called(database, "환영사")
    assert ((now.date - item.date).days, now.start, now.end, now.end_day) == expected


def test_what_has_no_start_is_shifted_by_its_end_or_stays(database):
    item = called(database, "환영사")
    schedule.item.edit(database, item.id, {"start": None})
    entries.shift(database, [item.id], minutes=10)
    assert (called(database, "환영사").start, called(database, "환영사").end) == (None, dt.time(9, 50))
    schedule.item.edit(database, item.id, {"end": None})
    assert entries.shift(database, [item.id], minutes=10).change_set == ""


def test_several_entries_are_set_as_one_change(database):
    keys = [item.id for item in items(database)[:3]]
    done = entries.edit_all(database, keys, {"status": "tentative", "audience": "office"})
    changed = [item for item in items(database) if item.id in keys]
    assert {item.status.value for item in changed} == {"tentative"}
    assert {item.audience for item in changed} == {Audience.OFFICE}
    undo.undo(database, done.change_set)
    assert "tentative" not in {item.status.value for item in items(database) if item.id in keys}
    with pytest.raises(InvalidValue):
        entries.edit_all(database, keys, {"visit_id": "x"})


def test_a_copy_has_talks_speakers_participants_meetings_and_stops(database):
    whole = items(database)
    wanted = [
        next(item for item in whole if item.presentations and item.meetings),
        next(item for item in whole if item.tours),
    ]
    before = {item.id for item in whole}
    date = whole[-1].date
    keys = entries.copy(database, [item.id for item in wanted], date).value
    fresh = {item.id: item for item in items(database) if item.id not in before}
    assert set(keys) == set(fresh)
    session, tour = (next(item for item in fresh.values() if item.title == source.title) for source in wanted)
    assert session.date == date
    assert [talk.title for talk in session.presentations] == [talk.title for talk in wanted[0].presentations]
    assert [
        {(speaker.person_id, speaker.organisation_id) for speaker in talk.speakers}
        for talk in session.presentations
    ] == [
        {(speaker.person_id, speaker.organisation_id) for speaker in talk.speakers}
        for talk in wanted[0].presentations
    ]
    assert {link.meeting_id for link in session.meetings} == {link.meeting_id for link in wanted[0].meetings}
    assert {(one.person_id, one.role) for one in session.participations} == {
        (one.person_id, one.role) for one in wanted[0].participations
    }
    stops = [stop.place_id for stop in tour.tours[0].stops]
    assert stops == [stop.place_id for stop in wanted[1].tours[0].stops]
    assert len(tour.tours[0].groups) == len(wanted[1].tours[0].groups)


def test_the_copy_of_an_entry_for_one_party_is_for_the_office_alone_in_another_visit(database):
    visit = sample_visit(database)
    item = items(database)[0]
    schedule.item.edit(database, item.id, {"audience": "party", "audience_party_id": visit.parties[0].id})
    other = next(each.id for each in database.visits() if each.id != visit.id)
    (key,) = entries.copy(database, [item.id], item.date, other).value
    copied = database.load(ScheduleItem, key)
    assert (copied.visit_id, copied.audience, copied.audience_party_id) == (other, Audience.OFFICE, None)
    assert not copied.meetings


def test_entries_moved_into_another_visit_leave_the_first_and_come_back_with_one_undo(database):
    visit = sample_visit(database)
    session = next(item for item in items(database) if item.presentations and item.meetings)
    party = visit.parties[0].id
    schedule.item.edit(database, session.id, {"audience": "party", "audience_party_id": party})
    everybody = [(part.person_id, part.delegation_id) for part in session.participations]
    other = next(each for each in database.visits() if each.id != visit.id)
    date = dt.date(2024, 5, 20)
    done = entries.move_to_visit(database, [session.id], date, other.id)
    assert session.id not in {item.id for item in items(database)}
    moved = database.load(ScheduleItem, session.id)
    assert (moved.visit_id, moved.date, moved.start) == (other.id, date, session.start)
    assert (moved.audience, moved.audience_party_id) == (Audience.OFFICE, None)
    assert not moved.meetings
    assert not [part for part in moved.participations if part.delegation_id]
    assert [talk.title for talk in moved.presentations] == [talk.title for talk in session.presentations]
    undo.undo(database, done.change_set)
    back = next(item for item in items(database) if item.id == session.id)
    assert (back.date, back.audience_party_id) == (session.date, party)
    assert [(part.person_id, part.delegation_id) for part in back.participations] == everybody
    assert {link.meeting_id for link in back.meetings} == {link.meeting_id for link in session.meetings}


def test_a_duplicate_stands_behind_what_it_was_copied_from(database):
    first, second = items(database)[:2]
    (key,) = entries.copy(database, [first.id]).value
    orders = {item.id: item.order for item in items(database)}
    assert orders[first.id] < orders[key] < orders[second.id]


def test_an_entry_that_is_a_tour_gets_its_tour(database):
    visit = sample_visit(database)
    key = entries.enter(database, visit.id, visit.days[0].date, kind="lab tour", zone="Asia/Tokyo").value
    assert len(database.load(ScheduleItem, key).tours) == 1
    stop = taking_part.add_stop(database, key).value
    assert [each.id for each in database.load(ScheduleItem, key).tours[0].stops] == [stop]


def test_a_stop_makes_a_tour_of_an_entry(database):
    item = called(database, "환영사")
    taking_part.add_stop(database, item.id)
    taking_part.add_stop(database, item.id)
    (tour,) = called(database, "환영사").tours
    assert len(tour.stops) == 2


def test_somebody_else_takes_part_as_something_else_in_one_step(database):
    visit = sample_visit(database)
    item = called(database, "환영사")
    one, other = (each.person_id for each in visit.delegations[0].delegates[:2])
    key = schedule.participation.add(
        database,
        item_id=item.id,
        person_id=one,
        role=ParticipationRole.GUEST,
        presence=Presence.ONLINE,
        start=dt.time(9, 35),
    ).value
    done = taking_part.replace_participation(database, key, {"person_id": other}, "host")
    (part,) = [each for each in called(database, "환영사").participations if each.id == done.value]
    assert (part.person_id, part.role, part.presence, part.start) == (
        other,
        ParticipationRole.HOST,
        Presence.ONLINE,
        dt.time(9, 35),
    )
    assert key not in {each.id for each in called(database, "환영사").participations}
    undo.undo(database, done.change_set)
    assert key in {each.id for each in called(database, "환영사").participations}
    fresh = taking_part.change_role(database, key, "chair").value
    chairs = [each for each in called(database, "환영사").participations if each.role.value == "chair"]
    assert [(each.id, each.person_id) for each in chairs] == [(fresh, one)]


def test_several_are_removed_as_one_change(database):
    gone = [item.id for item in items(database)[:2]]
    done = entries.remove_all(database, gone)
    assert not {item.id for item in items(database)} & set(gone)
    undo.undo(database, done.change_set)
    assert set(gone) <= {item.id for item in items(database)}
    assert ItemKind.LAB_TOUR in {item.kind for item in items(database)}
