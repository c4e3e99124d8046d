"""Journeys and hotels of a visit in the real window."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QMenu

from models.actions import travel, visits
from models.store import Database, Profile


@pytest.fixture
def opened(window, office_file, idle):
    """Return a function that opens the section, two delegations being guests and one journey empty."""

    def open_it():
        with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
            loaded = [database.load_visit(one.id) for one in database.visits()]
            visit = next(each for each in loaded if each.items)
            for party in visit.parties:
                visits.party.edit(database, party.id, {"side": "guest"})
            first = min(each.date for each in visit.days)
            fields = {"visit_id": visit.id, "departure_date": first, "number": "ZZ 1"}
            leg = travel.leg.add(database, **fields).value
        workspace = window(office_file, "ko", (1440, 900))
        workspace.visit_page.open_section("travel")
        idle(workspace)
        section = workspace.visit_page.build("travel")
        return workspace, section, leg

    return open_it


def test_a_journey_takes_one_whole_delegation(opened, idle):
    workspace, section, leg = opened()
    section.select("leg", leg)
    section.everyone.click()
    menu = section.findChild(QMenu)
    kriss = next(each for each in menu.actions() if each.text().startswith("KRISS"))
    kriss.trigger()
    menu.close()
    idle(workspace)
    delegation = next(each for each in section.whole.delegations if each.organisation.acronym == "KRISS")
    taken = {each.person_id for each in section.row("leg", leg).passengers}
    assert taken == {each.person_id for each in delegation.delegates}


def test_a_hotel_begins_with_the_first_arrival_and_a_room_is_called_by_its_guest(opened, idle, office_file):
    workspace, section, leg = opened()
    first = min(each.date for each in section.whole.days)
    person = section.whole.delegations[0].delegates[0].person
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        early = first - dt.timedelta(1)
        travel.leg.edit(database, leg, {"arrival_date": early, "departure_date": early})
        travel.leg_passenger.add(database, leg_id=leg, person_id=person.id)
    workspace.desk.refresh()
    idle(workspace)
    section.add_stay.click()
    idle(workspace)
    stay = next(each for each in section.whole.stays if each.check_in == first - dt.timedelta(1))
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        travel.give_rooms(database, stay.id, [person.id])
    workspace.desk.refresh()
    idle(workspace)
    room = next(each for each in section.whole.stays if each.id == stay.id).rooms[0]
    section.select("room", room.id)
    assert "이호성" in section.panel.head.said()


def test_a_room_that_is_removed_is_named_and_the_cursor_goes_to_the_list(opened, idle, office_file, qtbot):
    workspace, section, _leg = opened()
    person = section.whole.delegations[0].delegates[0].person
    section.add_stay.click()
    idle(workspace)
    stay = section.whole.stays[-1]
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        travel.give_rooms(database, stay.id, [person.id])
    workspace.desk.refresh()
    idle(workspace)
    room = next(each for each in section.whole.stays if each.id == stay.id).rooms[0]
    section.select("room", room.id)
    section.panel.editor("number").first().setFocus()
    section.remove("room", room.id)
    idle(workspace)
    assert workspace.toast.accessibleName() == "삭제했습니다: 객실 ‘이호성’"
    assert section.list.hasFocus()
