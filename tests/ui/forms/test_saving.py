"""Edits of forms in the file: any table, its conflicts, and what waits on the device."""

from __future__ import annotations

import json

import pytest

from models.actions import directory
from models.errors import EditConflict, FileBusy, InvalidValue
from models.store import Database
from models.store.profile import Profile
from models.tables import Leg, Organisation, Person
from tests.ui.scene import somebody_else
from ui.data.office import Office
from ui.data.records import record_of
from ui.edits import Edit, Kept
from ui.unsaved import Unsaved


@pytest.fixture
def office(office_file):
    database = Database.open(office_file, Profile("author-1", "김서연", "device-1"))
    made = Office(database)
    yield made
    made.close()


def test_a_row_becomes_a_record_of_plain_values(office):
    leg = office.database.load_all(Leg)[0]
    record = record_of(leg, {"from_place_id": "Incheon"}, more=1)
    assert (record.table, record.id) == ("leg", leg.id)
    assert type(record.values["kind"]) is str
    assert record.values["title"] is leg.title
    assert record.values["departure_date"] == leg.departure_date
    assert record.values["more"] == 1
    assert record.labels == {"from_place_id": "Incheon"}


def test_edits_of_any_table_are_saved(office, office_file):
    person, leg = office.database.load_all(Person)[0], office.database.load_all(Leg)[0]
    edits = [
        Edit("person", person.id, "name.ko", {"family.ko": "최", "given.ko": "재"}, {}),
        Edit("person", person.id, "languages", {"languages": ("ko", "fr")}, {"languages": person.languages}),
        Edit("leg", leg.id, "number", {"number": "KE1"}, {"number": leg.number}),
    ]
    outcome = office.save(edits)
    assert outcome.saved == tuple(edits)
    with Database.open(office_file) as again:
        found = again.load(Person, person.id)
        assert (found.family.text_in("ko"), found.languages) == ("최", ("ko", "fr"))
        assert again.load(Leg, leg.id).number == "KE1"


def test_what_two_have_changed_in_any_table_is_told_with_both_values(office, office_file):
    house = office.database.load_all(Organisation)[0]
    with somebody_else(office_file) as other:
        directory.organisation.edit(other, house.id, {"name.ko": "theirs"})
    shown = house.name.text_in("ko")
    edit = Edit("organisation", house.id, "name.ko", {"name.ko": "mine"}, {"name.ko": shown})
    outcome = office.save([edit])
    assert isinstance(outcome.kept[0].error, EditConflict)
    (kept,) = office.with_conflicts(outcome.kept)
    (side,) = kept.conflict.sides
    assert (side.base, side.mine, side.theirs) == (shown, "mine", "theirs")
    assert kept.conflict.author == "박지훈"


def test_a_table_that_nobody_may_edit_is_refused(office):
    outcome = office.save([Edit("change_set", "x", "label", {"label": "y"}, {})])
    assert isinstance(outcome.kept[0].error, InvalidValue)


def test_what_waits_on_the_device_keeps_its_table_and_lists(tmp_path):
    place = tmp_path / "unsaved.json"
    edit = Edit("person", "p", "languages", {"languages": ("ko", "ja")}, {"languages": ()})
    other = Edit("party", "p", "languages", {"language": "ko"}, {"language": ""})
    unsaved = Unsaved(place)
    unsaved.begin(tmp_path / "a.parley")
    unsaved.settle((), [Kept(each, FileBusy(path="x")) for each in (edit, other)])
    assert [kept.edit for kept in unsaved.of("person", "p")] == [edit]
    assert Unsaved(place).begin(tmp_path / "a.parley") == (edit, other)


def test_what_an_older_parley_kept_belongs_to_the_schedule(tmp_path):
    place = tmp_path / "unsaved.json"
    kept = {"item": "i", "field": "title.ko", "values": {"title.ko": "a"}, "shown": {"title.ko": ""}}
    place.write_text(json.dumps({str(tmp_path / "a.parley"): [kept]}), "utf-8")
    (edit,) = Unsaved(place).begin(tmp_path / "a.parley")
    assert edit == Edit("schedule_item", "i", "title.ko", {"title.ko": "a"}, {"title.ko": ""})


def test_rows_of_the_sample_are_shown_in_every_form_without_asking_for_anything(office, form):
    from models.actions.registry import ENTITIES
    from ui.forms.specs import FORMS

    made = form("ko")
    for table, spec in FORMS.items():
        for row in office.database.load_all(ENTITIES[table].kind)[:5]:
            made.show(spec, record_of(row))
            assert not made.panel.typing(), table
    assert not made.edits
