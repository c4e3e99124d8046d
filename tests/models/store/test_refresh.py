"""What was loaded is brought up to date by the rows that were written, or has to be loaded again."""

import datetime as dt

import pytest

from models.actions import directory, schedule, visits
from models.store import Database
from models.tables import ScheduleItem, Visit
from tests.support.files import KIM


@pytest.fixture
def database(tmp_path):
    with Database.create(tmp_path / "office.parley", KIM) as made:
        yield made


@pytest.fixture
def loaded(database):
    hall = directory.place.add(database, name={"en": "Hall"}).value
    room = directory.place.add(database, name={"en": "Room"}).value
    visit = visits.visit.add(database, title={"en": "V"}, languages=("en",)).value
    day = dt.date(2025, 3, 3)
    keys = [
        schedule.item.add(database, visit_id=visit, date=day, title={"en": name}, place_id=place).value
        for name, place in (("one", hall), ("two", room))
    ]
    whole, rows = database.load_with_rows(Visit, visit)
    return whole, rows, keys, (hall, room)


def item(whole, key):
    return next(one for one in whole.items if one.id == key)


def test_a_text_and_a_reference_are_set_in_place(database, loaded):
    whole, rows, keys, (_hall, room) = loaded
    done = schedule.item.edit(database, keys[0], {"title.en": "new", "place_id": room})
    assert database.refresh(rows, done.touched) == {
        ("schedule_item", "title"),
        ("schedule_item", "place_id"),
        ("schedule_item", "place"),
    }
    assert item(whole, keys[0]).title["en"] == "new"
    assert item(whole, keys[0]).place is item(whole, keys[1]).place
    fresh = database.load(Visit, whole.id)
    assert item(fresh, keys[0]).title == item(whole, keys[0]).title


@pytest.mark.parametrize("what", ["added", "removed", "moved", "unknown place"])
def test_where_rows_come_go_or_move_the_whole_is_loaded_again(database, loaded, what):
    whole, rows, keys, _places = loaded
    before = item(whole, keys[0]).title
    if what == "added":
        done = schedule.item.add(database, visit_id=whole.id, date=dt.date(2025, 3, 3))
    elif what == "removed":
        done = schedule.item.remove(database, keys[1])
    elif what == "moved":
        done = schedule.item.move(database, keys[1], keys[0])
    else:
        new = directory.place.add(database, name={"en": "Elsewhere"}).value
        done = schedule.item.edit(database, keys[0], {"place_id": new, "title.en": "other"})
    assert database.refresh(rows, done.touched) is None
    assert item(whole, keys[0]).title == before


def test_a_row_belongs_to_its_visit(database, loaded):
    whole, _rows, keys, _places = loaded
    talk = schedule.presentation.add(database, item_id=keys[0]).value
    assert database.owners("presentation", talk) == [
        ("presentation", talk),
        ("schedule_item", keys[0]),
        ("visit", whole.id),
    ]
    assert database.owners("person", "nobody") == [("person", "nobody")]


def test_rows_by_themselves_are_read_only_and_lead_nowhere(database, loaded):
    whole, _rows, keys, _places = loaded
    (row,) = database.rows(ScheduleItem, id=keys[0])
    assert row.visit_id == whole.id
    with pytest.raises(AttributeError):
        _ = row.visit
    with pytest.raises(AttributeError):
        row.kind = "meal"
