"""The cooperation items of a visit in the real window."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QMenu

from models.actions import meetings, planning
from models.store import Database, Profile
from ui.data.labels import called


def test_a_visit_without_a_series_becomes_a_meeting_and_loose_items_come_along(window, office_file, idle):
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        day = dt.date(2027, 3, 9)
        visit = planning.plan_visit(database, {"ko": "양자 회의"}, ("ko", "en"), day, day).value
        item = meetings.cooperation_item.add(database, title={"ko": "광격자시계 비교"}).value
    workspace = window(office_file, "ko", (1440, 900))
    workspace.desk.show_visit(visit)
    idle(workspace)
    workspace.visit_page.open_section("cooperation")
    idle(workspace)
    section = workspace.visit_page.build("cooperation")
    assert section.whole.id == visit
    assert "정례회의로 지정" in section.empty_add.text()
    section.empty_add.click()
    idle(workspace)
    menu = section.findChild(QMenu)
    with_items = next(
        each for each in menu.actions() if "새 정례회의" in each.text() and "1건" in each.text()
    )
    with_items.trigger()
    menu.close()
    idle(workspace)
    assert [each.id for each in section.items()] == [item]
    assert section.whole.meetings[0].date == day.isoformat()
    workspace.commands.undo.trigger()
    idle(workspace)
    assert not section.whole.meetings


def test_a_meeting_is_called_with_its_edition(office_file):
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        series = meetings.series.add(database, title={"ko": "기관장회의", "ja": "機関長会議"}).value
        fields = {"series_id": series, "number": 21}
        visit = planning.plan_visit(
            database, {"ko": "방문"}, ("ko",), dt.date(2027, 3, 9), dt.date(2027, 3, 9)
        )
        meetings.meeting.add(database, visit_id=visit.value, **fields)
        (loaded,) = database.load_visit(visit.value).meetings
        assert dict(called(loaded)) == {"ko": "제21차 기관장회의", "ja": "第21回機関長会議"}
