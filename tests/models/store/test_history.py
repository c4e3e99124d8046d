"""History of the whole file, filtered, and single fields put back."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions import directory, schedule
from models.actions.history import history, put_back
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
