"""History of the whole file, filtered, and single fields put back."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions import directory, schedule
from models.actions.history import (
    everybody,
    history,
    history_of_row,
    names,
    one_change_set,
    put_all_back,
    put_back,
)
from models.actions.undo import undo
from models.errors import NotFound, UndoConflict
from models.store import Database
from models.tables import Organisation, ScheduleItem
from tests.support.files import KIM, PARK, new_database, sample_database, sample_visit


def test_the_history_is_filtered_by_person_visit_and_day(tmp_path):
    with sample_database(tmp_path) as database, Database.open(database.path, PARK) as other:
        visit = sample_visit(database)
        item = visit.items[0]
        edited = schedule.item.edit(other, item.id, {"title.ko": "가"}).change_set
        apart = directory.organisation.add(other, acronym="Z").change_set
        moved = schedule.item.move(database, item.id).change_set
        gone = schedule.item.remove(database, item.id).change_set
        assert [each.id for each in history(database)][:4] == [gone, moved, apart, edited]
        assert [each.id for each in history(database, person=PARK.author_id)] == [apart, edited]
        of_visit = [each.id for each in history(database, visit=visit.id)]
        assert of_visit[:3] == [gone, moved, edited]
        assert apart not in of_visit
        assert [each.author for each in history(database, limit=1)] == [KIM.author_name]
        today = history(database)[0].at.date()
        tomorrow, yesterday = today + dt.timedelta(1), today - dt.timedelta(1)
        assert history(database, first=tomorrow) == []
        assert history(database, last=yesterday - dt.timedelta(1)) == []
        assert len(history(database, first=yesterday, last=tomorrow)) == 6


def test_one_field_of_several_is_put_back_and_that_can_be_undone(tmp_path):
    with new_database(tmp_path) as database:
        key = directory.organisation.add(database, acronym="A", website="w").value
        edit = directory.organisation.edit(database, key, {"acronym": "B", "website": "v"}).change_set
        done = put_back(database, edit, "organisation", key, "acronym")
        now = database.load(Organisation, key)
        assert (now.acronym, now.website) == ("A", "v")
        undo(database, done.change_set)
        assert database.load(Organisation, key).acronym == "B"


def test_a_removed_row_is_put_back(tmp_path):
    with sample_database(tmp_path) as database:
        item = sample_visit(database).items[0]
        gone = schedule.item.remove(database, item.id).change_set
        put_back(database, gone, "schedule_item", item.id, "")
        assert database.load(ScheduleItem, item.id).title == item.title


def test_what_was_changed_since_is_asked_about(tmp_path):
    with new_database(tmp_path) as database, Database.open(database.path, PARK) as other:
        key = directory.organisation.add(database, acronym="A").value
        edit = directory.organisation.edit(database, key, {"acronym": "B"}).change_set
        directory.organisation.edit(other, key, {"acronym": "C"})
        with pytest.raises(UndoConflict):
            put_back(database, edit, "organisation", key, "acronym")
        assert database.load(Organisation, key).acronym == "C"
        put_back(database, edit, "organisation", key, "acronym", anyway=True)
        assert database.load(Organisation, key).acronym == "A"
        with pytest.raises(NotFound):
            put_back(database, edit, "organisation", key, "website")
        with pytest.raises(NotFound):
            put_back(database, "nothing", "organisation", key, "acronym")


def test_a_longer_list_goes_on_where_it_ended_and_reads_only_the_first_entries(tmp_path):
    with sample_database(tmp_path) as database:
        for number in range(5):
            directory.organisation.add(database, acronym=str(number))
        whole = history(database)
        first = history(database, limit=3)
        rest = history(database, before=first[-1].sequence)
        assert [each.id for each in (*first, *rest)] == [each.id for each in whole]
        built = history(database, most=7)[-2]
        assert (built.label, len(built.entries)) == ("sample.build", 7)
        assert one_change_set(database, built.id, most=2).entries == built.entries[:2]


def test_the_history_of_a_row_tells_only_of_that_row(tmp_path):
    with sample_database(tmp_path) as database, Database.open(database.path, PARK) as other:
        item = sample_visit(database).items[0]
        schedule.item.edit(other, item.id, {"title.ko": "가"})
        found = history_of_row(database, "schedule_item", item.id)
        assert [each.label for each in found] == ["schedule_item.edit", "sample.build"]
        assert {entry.row_id for each in found for entry in each.entries} == {item.id}
        assert {name for _, name in everybody(database)} == {KIM.author_name, PARK.author_name}


def test_what_was_removed_is_still_named_by_what_it_was_and_belonged_to(tmp_path):
    with sample_database(tmp_path) as database:
        item = sample_visit(database).items[0]
        schedule.item.remove(database, item.id)
        named = names(database, {("schedule_item", item.id), ("nothing", "x"), ("person", "nobody")})
        assert named["schedule_item", item.id]["title"]["en"] == item.title.text_in("en")
        assert named["visit", item.visit_id]["id"] == item.visit_id
        assert ("person", "nobody") not in named


def test_a_whole_step_of_somebody_else_is_put_back_as_a_step_of_ones_own(tmp_path):
    with sample_database(tmp_path) as database, Database.open(database.path, PARK) as other:
        item = sample_visit(database).items[0]
        gone = schedule.item.remove(other, item.id).change_set
        done = put_all_back(database, gone)
        assert database.load(ScheduleItem, item.id).title == item.title
        undo(database, done.change_set)
        with pytest.raises(NotFound):
            database.load(ScheduleItem, item.id)
