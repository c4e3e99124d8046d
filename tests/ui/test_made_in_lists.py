"""Somebody who is made while a list is written is in it by one step, which one Ctrl+Z takes back."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from models.actions import schedule, travel
from models.actions.entity import JOINS
from models.actions.registry import ACTIONS
from models.store import Database, Profile
from models.tables import Person
from ui.forms.spec import FieldKind
from ui.forms.specs import FORMS


@pytest.fixture
def rows(office_file):
    """Put rows with empty lists into the file; return their keys by table."""
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        loaded = [database.load_visit(one.id) for one in database.visits()]
        visit = next(each for each in loaded if each.items)
        session = next(each for each in visit.items if each.presentations)
        tour = next(one for each in visit.items for one in each.tours)
        day = dt.date(2024, 7, 30)
        return {
            "leg": travel.leg.add(database, visit_id=visit.id, departure_date=day).value,
            "presentation": schedule.presentation.add(database, item_id=session.id).value,
            "tour_stop": schedule.tour_stop.add(database, tour_id=tour.id).value,
            "tour_group": schedule.tour_group.add(database, tour_id=tour.id).value,
            "schedule_item": session.id,
        }


@pytest.fixture
def user(rows, user):
    """Return somebody in front of the file, the rows being in it before it is opened."""
    del rows
    return user


def people(path):
    with Database.open(path) as database:
        return {each.id: each.family.text_in("en") for each in database.load_all(Person)}


def create(user, line, text):
    """Type a name that nobody has and choose to create it."""
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.selectAll()
    user.write(line, text)
    user.rest()
    user.qtbot.keyClick(line, Qt.Key.Key_Return)
    user.rest()


@pytest.mark.parametrize(
    ("section", "table", "field"),
    [
        ("travel", "leg", "passengers"),
        ("presentations", "presentation", "speakers"),
        ("tours", "tour_stop", "guide_id"),
        ("tours", "tour_group", "members"),
        ("schedule", "schedule_item", "chair"),
    ],
)
def test_in_a_form(user, office_file, rows, section, table, field):
    before = people(office_file)
    user.workspace.visit_page.open_section(section)
    user.rest()
    page = user.workspace.visit_page.build(section)
    page.select(table, rows[table])
    user.rest()
    create(user, page.panel.editor(field).first(), "Zoe Quartz")
    (made,) = people(office_file).keys() - before.keys()
    value = page.panel.editor(field).values()[field]
    assert made in (value if isinstance(value, tuple) else (value,))
    user.workspace.undoing.undo()
    user.rest()
    assert people(office_file) == before
    value = page.panel.editor(field).values()[field]
    assert made not in (value or ())


def test_as_a_participant(user, office_file, rows):
    before = people(office_file)
    user.workspace.visit_page.open_section("schedule")
    page = user.workspace.visit_page.build("schedule")
    page.select("schedule_item", rows["schedule_item"])
    user.rest()
    create(user, page.participants.picker.line, "Zoe Quartz")
    (made,) = people(office_file).keys() - before.keys()
    item = page.row("schedule_item", rows["schedule_item"])
    assert made in {part.person_id for part in item.participations}
    user.workspace.undoing.undo()
    user.rest()
    assert people(office_file) == before


def test_in_a_delegation(user, office_file):
    before = people(office_file)
    user.go("Delegations")
    page = user.workspace.visit_page.build("delegations")
    page.ask_for("person")
    create(user, page.strip.picker.line, "Zoe Quartz")
    (made,) = people(office_file).keys() - before.keys()
    assert page.panel.row()[0] == "delegate"
    assert page.row(*page.panel.row()).person_id == made
    user.workspace.undoing.undo()
    user.rest()
    assert people(office_file) == before


def test_an_organisation_with_its_party(user, office_file):
    user.go("Delegations")
    page = user.workspace.visit_page.build("delegations")
    number = len(page.whole.parties)
    page.ask_for("party")
    create(user, page.strip.picker.line, "Institute of Quartz")
    assert len(page.whole.parties) == number + 1
    assert page.panel.row() == ("party", page.whole.parties[-1].id)
    user.workspace.undoing.undo()
    user.rest()
    assert len(page.whole.parties) == number
    assert not list(user.workspace.hands.offers("organisation", "Quartz"))


def test_every_list_that_makes_rows_can_take_them_in():
    assert ACTIONS
    for table, spec in FORMS.items():
        for field in spec.fields():
            if field.kind is FieldKind.REFERENCES and field.creates:
                assert (table, field.name) in JOINS
