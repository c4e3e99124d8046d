"""The lab tours of a visit in the real window."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QMenu

from models.actions import directory, schedule
from models.store import Database, Profile
from ui.widgets.chips import Chip


@pytest.fixture
def opened(window, office_file, idle):
    """Return a function that opens the section of the sample, its tours being entries only."""

    def open_it(*titles):
        with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
            visit = next(
                each for each in [database.load_visit(one.id) for one in database.visits()] if each.items
            )
            for item in visit.items:
                if item.kind.value == "lab tour":
                    schedule.item.remove(database, item.id)
            for hour, title in enumerate(titles, 13):
                schedule.item.add(
                    database,
                    visit_id=visit.id,
                    date=visit.days[0].date,
                    start=dt.time(hour, 30),
                    zone=visit.time_zone,
                    kind="lab tour",
                    title={"ko": title},
                )
        workspace = window(office_file, "ko", (1440, 900))
        workspace.visit_page.open_section("tours")
        idle(workspace)
        return workspace, workspace.visit_page.build("tours")

    return open_it


def test_the_tour_of_the_schedule_is_made_instead_of_a_second_one(opened, idle):
    workspace, section = opened("시설 견학")
    assert "시설 견학" in section.empty_add.text()
    assert "13:30" in section.empty_add.text()
    number = len(section.whole.items)
    section.empty_add.click()
    idle(workspace)
    assert len(section.whole.items) == number
    assert [item.title.text_in("ko") for item, _tour in section.tours()] == ["시설 견학"]
    assert not section.waiting()
    assert "시설 견학" in workspace.commands.undo.text()


def test_a_tour_that_is_cancelled_says_so(opened, idle, office_file):
    workspace, section = opened("시설 견학")
    section.empty_add.click()
    idle(workspace)
    ((item, _tour),) = section.tours()
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        schedule.item.edit(database, item.id, {"status": "cancelled"})
    workspace.desk.refresh()
    idle(workspace)
    assert section.list.rows.row(0).spoken().startswith("취소, 시설 견학")


def test_of_several_the_user_chooses(opened, idle):
    workspace, section = opened("오전 견학", "오후 견학")
    section.empty_add.click()
    menu = section.findChild(QMenu)
    assert ["오전 견학" in menu.actions()[0].text(), "오후 견학" in menu.actions()[1].text()] == [True, True]
    menu.actions()[1].trigger()
    menu.close()
    idle(workspace)
    assert [item.title.text_in("ko") for item, _tour in section.tours()] == ["오후 견학"]


def test_undoing_a_tour_without_a_title_does_not_name_the_visit(opened, idle):
    workspace, section = opened()
    section.add()
    idle(workspace)
    title = section.whole.title.text_in("ko")
    assert title not in workspace.commands.undo.text()


def test_a_stop_is_called_by_its_laboratory_in_the_way_of_a_group(opened, idle, office_file):
    workspace, section = opened("시설 견학")
    section.empty_add.click()
    idle(workspace)
    ((_item, tour),) = section.tours()
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        lab = directory.place.add(database, kind="laboratory", name={"ko": "광격자시계 실험실"}).value
        stop = schedule.tour_stop.add(database, tour_id=tour.id, place_id=lab).value
        group = schedule.tour_group.add(database, tour_id=tour.id, name={"ko": "1조"}).value
        schedule.tour_rotation.add(database, group_id=group, stop_id=stop)
    workspace.desk.refresh()
    idle(workspace)
    section.select("tour_group", group)
    chips = section.panel.editor("stops").findChildren(Chip)
    assert [chip.text() for chip in chips] == ["광격자시계 실험실"]
