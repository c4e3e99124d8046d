"""Changing fields: by group, and never over what somebody else has written meanwhile."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions import directory, schedule
from models.actions.undo import undo
from models.errors import EditConflict, InvalidValue
from models.tables import Attachment, Organisation, Participation, ParticipationRole, ScheduleItem
from tests.support.files import new_database, sample_database, sample_visit


@pytest.fixture
def database(tmp_path):
    with sample_database(tmp_path) as opened:
        yield opened


@pytest.fixture
def item(database):
    return sample_visit(database).items[0]


def test_groups_that_nobody_else_touched_are_merged(database, item):
    schedule.item.edit(database, item.id, {"title.ja": "開会の辞"})
    shown = {"title.ko": "환영사", "start": dt.time(9, 30), "end": dt.time(9, 40)}
    schedule.item.edit(database, item.id, {"title.ko": "개회사"}, shown)
    kept = database.load(ScheduleItem, item.id)
    assert (kept.title.text_in("ko"), kept.title.text_in("ja")) == ("개회사", "開会の辞")


def test_the_same_field_is_a_question(database, item):
    schedule.item.edit(database, item.id, {"title.ko": "theirs"})
    with pytest.raises(EditConflict) as raised:
        schedule.item.edit(database, item.id, {"title.ko": "mine"}, {"title.ko": "환영사"})
    assert raised.value.values["theirs"] == {"title.ko": "theirs"}
    assert database.load(ScheduleItem, item.id).title.text_in("ko") == "theirs"


def test_what_only_makes_sense_together_is_one_question(database, item):
    """They moved the end, we the start: merged cleanly it could end before it starts."""
    schedule.item.edit(database, item.id, {"end": "09:32"})
    shown = {"start": dt.time(9, 30), "end": dt.time(9, 40)}
    with pytest.raises(EditConflict):
        schedule.item.edit(database, item.id, {"start": "09:35"}, shown)


def test_the_same_wish_is_no_question(database, item):
    schedule.item.edit(database, item.id, {"title.ko": "개회사"})
    done = schedule.item.edit(database, item.id, {"title.ko": "개회사"}, {"title.ko": "환영사"})
    assert done.change_set == ""


def test_names_of_a_script_are_one_group(database):
    key = directory.person.add(
        database, family={"ko": "이", "en": "Lee"}, given={"ko": "호성", "en": "Ho"}
    ).value
    shown = {"family.ko": "이", "given.ko": "호성", "family.en": "Lee", "given.en": "Ho"}
    directory.person.edit(database, key, {"given.en": "Ho Seong"})
    directory.person.edit(database, key, {"given.ko": "호영"}, shown)
    with pytest.raises(EditConflict):
        directory.person.edit(database, key, {"family.en": "Yi"}, shown)


def test_an_order_can_be_changed_anywhere(tmp_path):
    with new_database(tmp_path) as database:
        keys = [directory.organisation.add(database, acronym=name).value for name in "abcde"]
        directory.organisation.move(database, keys[4], keys[0])
        directory.organisation.move(database, keys[0], None)
        directory.organisation.move(database, keys[2], keys[2])

        listed = sorted(database.load_all(Organisation), key=lambda row: (row.order, row.id))
        assert "".join(row.acronym for row in listed) == "ebcda"


def test_a_link_is_made_once_whoever_makes_it(database, item):
    person = sample_visit(database).delegations[0].delegates[0].person_id
    first = schedule.participation.add(database, item_id=item.id, person_id=person, role="chair").value
    again = schedule.participation.add(
        database, item_id=item.id, person_id=person, role="chair", presence="online"
    ).value
    assert first == again
    (chair,) = [p for p in database.load(ScheduleItem, item.id).participations if p.role == "chair"]
    assert chair.presence == "online"


def test_a_link_is_never_pointed_elsewhere(database, item):
    (speaker,) = item.participations
    other = sample_visit(database).delegations[0].delegates[1].person_id
    with pytest.raises(InvalidValue):
        schedule.participation.edit(database, speaker.id, {"person_id": other})
    schedule.participation.edit(database, speaker.id, {"presence": "online"})
    (kept,) = database.load(ScheduleItem, item.id).participations
    assert (kept.person_id, kept.presence) == (speaker.person_id, "online")


def test_there_is_one_chair_or_none(database, item):
    people = [delegate.person_id for delegate in sample_visit(database).delegations[0].delegates]
    for person in (people[0], people[1], people[1]):
        schedule.set_chair(database, item.id, person)
        kept = database.load(ScheduleItem, item.id).participations
        assert [p.person_id for p in kept if p.role == "chair"] == [person]
    schedule.set_chair(database, item.id, None)
    assert [p.role for p in database.load(ScheduleItem, item.id).participations] == ["speaker"]


def test_meetings_of_an_entry_are_set_as_a_whole(database, item):
    visit = sample_visit(database)
    both = sorted(meeting.id for meeting in visit.meetings)
    schedule.set_meetings(database, item.id, both)
    assert sorted(link.meeting_id for link in database.load(ScheduleItem, item.id).meetings) == both
    schedule.set_meetings(database, item.id, [])
    assert database.load(ScheduleItem, item.id).meetings == []


def test_who_is_removed_leaves_no_participation_of_everyone(tmp_path):
    with sample_database(tmp_path) as database:
        item = sample_visit(database).items[0]
        organisation = database.load_all(Organisation)[0]
        person = directory.person.add(database, family={"en": "Doe"}).value
        for fields in ({}, {"organisation_id": organisation.id}, {"role": ParticipationRole.CHAIR}):
            schedule.participation.add(database, item_id=item.id, person_id=person, **fields)
        everyone = schedule.participation.add(database, item_id=item.id, excluded=True).value
        before = {part.id for part in database.load_all(Participation)}
        removal = directory.person.remove(database, person)
        parts = {part.id: part for part in database.load_all(Participation)}
        assert everyone in parts
        assert len(before) - len(parts) == 2
        here = (item.id, organisation.id)
        unnamed = [part for part in parts.values() if (part.item_id, part.organisation_id) == here]
        assert [part.person_id for part in unnamed] == [None]
        undo(database, removal.change_set)
        assert {part.id for part in database.load_all(Participation)} == before


def test_attached_files_go_with_what_they_hang_on_and_come_back_with_it(tmp_path):
    with sample_database(tmp_path) as database:
        item = sample_visit(database).items[0].id
        for key in (item, "other"):
            directory.attachment.add(
                database, table="schedule_item", row_id=key, name="plan.pdf", content=b"plan"
            )
        removal = schedule.item.remove(database, item)
        assert [attachment.row_id for attachment in database.load_all(Attachment)] == ["other"]
        undo(database, removal.change_set)
        assert {attachment.row_id for attachment in database.load_all(Attachment)} == {item, "other"}
        assert {attachment.content for attachment in database.load_all(Attachment)} == {b"plan"}
