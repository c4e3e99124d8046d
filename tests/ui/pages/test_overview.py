"""The overview of a visit in the real window."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from models.actions import directory, planning, schedule, visits
from models.store import Database, Profile
from ui.data.planning import read_planning
from ui.widgets.rows import Group, ListRow


@pytest.fixture
def opened(window, office_file, idle, qtbot):
    """Return a function that opens the section of the sample, with what was found in it."""

    def open_it(language="ko", size=(1440, 900)):
        workspace = window(office_file, language, size)
        workspace.window().activateWindow()
        workspace.visit_page.open_section("overview")
        qtbot.waitUntil(lambda: bool(workspace.desk.visit.findings), timeout=20000)
        idle(workspace)
        return workspace, workspace.visit_page.build("overview")

    return open_it


def stored(path, key):
    with Database.open(path) as database:
        return database.load_visit(key)


def writing(path):
    return Database.open(path, Profile("author-1", "김서연", "device-1"))


def groups(section):
    return [row.title.text for row in section.list.rows.shown() if isinstance(row, Group)]


def rows_of(section, table):
    return [row for row in section.list.rows.shown() if isinstance(row, ListRow) and row.table == table]


def typed(entry, text):
    entry.setFocus()
    entry.setText(text)
    entry.left.emit()


def test_everything_of_a_visit_is_seen_at_a_glance(opened):
    _workspace, section = opened()
    assert groups(section) == ["다가오는 일", "발표자 미정", "성명 없음", "당사자", "회의", "일자", "연락처"]
    facts = {tile.fact.text: tile.fact.number for tile in section.tiles.tiles if tile.isVisible()}
    assert (facts["인원"], facts["일정"], facts["남은 업무"]) == ("7", "15", "0")
    meetings = [row.cells[0].first.text for row in rows_of(section, "meeting")]
    assert meetings == ["제19차 한일 국가측정표준기관장회의", "제1차 한일 퀀텀워크숍"]
    assert [row.cells[2].first.text for row in rows_of(section, "party")] == ["4명", "3명"]
    assert "5일간" in section.facts.text()


def test_the_next_tasks_and_entries_of_a_coming_visit(opened, office_file, idle, qtbot):
    workspace, section = opened()
    soon = dt.date.today() + dt.timedelta(10)
    with writing(office_file) as database:
        tasks = [{"title": {"ko": f"일 {days}"}, "due_days": days} for days in (-60, -3)]
        key = planning.plan_visit(
            database, {"ko": "다음 방문"}, ["ko"], soon, soon + dt.timedelta(1), tasks=tasks
        ).value
        for at, title in enumerate(("둘째", "첫째")):
            start = dt.time(11 - at)
            schedule.item.add(database, visit_id=key, date=soon, title={"ko": title}, start=start)
    workspace.desk.refresh()
    workspace.desk.show_visit(key)
    idle(workspace)
    assert workspace.desk.visit.id == key
    assert [row.cells[0].first.text for row in rows_of(section, "task")] == ["일 -60", "일 -3"]
    assert rows_of(section, "task")[0].cells[2].badge == "50일 경과"
    assert [row.cells[0].first.text for row in rows_of(section, "schedule_item")] == ["첫째", "둘째"]
    item = rows_of(section, "schedule_item")[0]
    section.list.select("schedule_item", item.id)
    section.list.setFocus()
    qtbot.keyClick(section.list, Qt.Key.Key_Return)
    idle(workspace)
    assert workspace.visit_page.section() == "schedule"


def test_a_number_leads_to_its_section(opened, idle):
    workspace, section = opened()
    next(tile for tile in section.tiles.tiles if tile.fact.code == "delegations").click()
    idle(workspace)
    assert workspace.visit_page.section() == "delegations"


def test_what_was_found_leads_to_its_place(opened, idle, qtbot):
    workspace, section = opened()
    section.list.setFocus()
    row = rows_of(section, "finding")[0]
    section.list.select("finding", row.id)
    qtbot.keyClick(section.list, Qt.Key.Key_Return)
    idle(workspace)
    assert workspace.visit_page.section() != "overview"


def test_the_status_line_leads_to_what_was_found(opened, idle):
    workspace, section = opened()
    workspace.visit_page.open_section("delegations")
    workspace.status.findings.click()
    idle(workspace)
    assert workspace.visit_page.section() == "overview"
    first = section.list.selected()
    assert first[0] == "finding"
    workspace.status.findings.click()
    assert section.list.selected() not in (first, ("", ""))


def test_what_is_missing_in_the_visit_itself_is_told_and_opens_its_form(opened, office_file, idle):
    with writing(office_file) as database:
        visit = next(each for each in database.visits() if each.days)
        visits.visit.edit(database, visit.id, {"title.ja": "", "city.ja": ""})
    workspace, section = opened()
    said = [row.cells[0].first.text for row in rows_of(section, "finding")]
    assert any("일본어" in text for text in said)
    at = next(
        row.id for row in rows_of(section, "finding")
        if section.view.findings[int(row.id)].finding.objects[0][0] == "visit"
    )  # fmt: skip
    section._open("finding", at)
    idle(workspace)
    assert section.panel.row() == ("visit", visit.id)


def test_many_findings_of_one_kind_are_folded(opened, office_file, idle):
    with writing(office_file) as database:
        visit = next(each for each in database.visits() if each.days)
        for at in range(9):
            visits.contact.add(database, visit_id=visit.id, purpose={"ko": f"연락 {at}"})
    _workspace, section = opened()
    before = len(rows_of(section, "finding"))
    folded = rows_of(section, "more")
    assert len(folded) == 2
    for more in folded:
        section._open("more", more.id)
    assert len(rows_of(section, "finding")) > before
    assert not rows_of(section, "more")


def test_the_last_day_cannot_lie_before_the_first(opened, office_file, idle):
    workspace, section = opened()
    section.edit_visit()
    idle(workspace)
    typed(section.days.last, "2024-07-01")
    idle(workspace)
    assert "첫날보다" in section.days.last_field._note.text()
    assert len(stored(office_file, section.whole.id).days) == 5


def test_changed_days_leave_entries_behind_and_they_can_follow(opened, office_file, idle):
    workspace, section = opened()
    key = section.whole.id
    section.edit_visit()
    idle(workspace)
    typed(section.days.last, "2024-08-09")
    idle(workspace)
    typed(section.days.first, "2024-08-05")
    idle(workspace)
    visit = stored(office_file, key)
    assert [day.date.isoformat()[5:] for day in visit.days] == ["08-05", "08-06", "08-07", "08-08", "08-09"]
    assert min(item.date for item in visit.items) == dt.date(2024, 7, 30)
    assert section.days.banner is not None
    section.days.followed.emit(7)
    idle(workspace)
    assert min(item.date for item in stored(office_file, key).items) == dt.date(2024, 8, 6)
    assert section.days.banner is None


def test_the_whole_visit_is_moved_as_one_step(opened, office_file, idle):
    workspace, section = opened()
    key = section.whole.id
    section.edit_visit()
    idle(workspace)
    section.days.start.setText("2024-08-05")
    assert section.days.move_button.text() == "7일 이동"
    section.days.move_button.click()
    idle(workspace)
    visit = stored(office_file, key)
    assert (visit.days[0].date, min(item.date for item in visit.items)) == (
        dt.date(2024, 8, 5),
        dt.date(2024, 8, 6),
    )
    workspace.commands.undo.trigger()
    idle(workspace)
    assert stored(office_file, key).days[0].date == dt.date(2024, 7, 29)


def test_a_meeting_of_a_series_is_added_with_its_next_number_and_removed(opened, office_file, idle):
    workspace, section = opened()
    key = section.whole.id
    found = []
    workspace.hands.ask(read_planning, found.append)
    idle(workspace)
    menu = section.add_menu(found[0])
    assert menu.actions()[0].text() == "회의: 제20차 한일 국가측정표준기관장회의"
    menu.actions()[0].trigger()
    idle(workspace)
    made = next(each for each in stored(office_file, key).meetings if each.number == 20)
    assert (made.host.acronym, made.date) == ("KRISS", "2024-07-29")
    assert section.panel.row() == ("meeting", made.id)
    section.remove("meeting", made.id)
    idle(workspace)
    assert len(stored(office_file, key).meetings) == 2


def test_a_visit_is_removed_and_comes_back(opened, office_file, idle):
    workspace, section = opened()
    key = section.whole.id
    section.edit_visit()
    idle(workspace)
    section.panel.removed.emit("visit", key)
    idle(workspace)
    assert all(line.id != key for line in workspace.desk.file.visits)
    assert workspace.desk.visit is not None
    workspace.commands.undo.trigger()
    idle(workspace)
    assert len(stored(office_file, key).items) == 15


def test_delete_removes_nothing_that_only_leads_elsewhere(opened, office_file, idle, qtbot):
    workspace, section = opened()
    section.list.select("finding", rows_of(section, "finding")[0].id)
    section.list.setFocus()
    qtbot.keyClick(section.list, Qt.Key.Key_Delete)
    idle(workspace)
    assert not workspace.toast.isVisible()


def test_a_contact_is_added_and_edited(opened, office_file, idle):
    workspace, section = opened()
    section.add_contact()
    idle(workspace)
    assert section.panel.row()[0] == "visit_contact"
    entry = section.panel.editor("purpose").entry("ko")
    entry.setFocus()
    entry.insertPlainText("차량 문의")
    section.panel.flush()
    idle(workspace)
    assert "차량 문의" in [
        each.purpose.text_in("ko") for each in stored(office_file, section.whole.id).contacts
    ]


def test_a_holiday_of_a_party_is_told(opened, office_file, idle, qtbot):
    workspace, _section = opened()
    with writing(office_file) as database:
        swiss = directory.organisation.add(database, name={"en": "METAS"}, country="KR").value
        key = planning.plan_visit(
            database,
            {"ko": "광복절 방문"},
            ["ko"],
            dt.date(2024, 8, 14),
            dt.date(2024, 8, 16),
            parties=[{"organisation_id": swiss, "side": "guest"}],
        ).value
    workspace.desk.refresh()
    idle(workspace)
    workspace.desk.show_visit(key)
    qtbot.waitUntil(
        lambda: any(each.code == "holiday" for each in workspace.desk.visit.findings), timeout=20000
    )
    section = workspace.visit_page.build("overview")
    idle(workspace)
    said = [row.cells[0].first.text for row in rows_of(section, "finding")]
    assert any("광복절" in text and "대한민국" in text for text in said)


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_the_bar_has_room_for_its_words(opened, language, idle):
    workspace, section = opened(language, (1024, 640))
    section.edit_visit()
    idle(workspace)
    for widget in (section.edit_button, section.add_button, section.days.move_button):
        assert widget.width() >= widget.sizeHint().width(), widget.accessibleName()
    for tile in section.tiles.tiles:
        if tile.isVisible():
            assert tile.width() >= tile.minimumSizeHint().width()
            assert tile.accessibleName()
