from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit


def item_called(workspace, title, language="ko"):
    return next(
        item
        for day in workspace.desk.visit.days
        for item in day.items
        if item.title.text_in(language) == title
    )


def reread(workspace, item):
    return workspace.desk.visit.item(item.id)


def in_file(path, item):
    from models.store import Database
    from models.tables import ScheduleItem

    with Database.open(path) as database:
        return database.load(ScheduleItem, item.id)


def in_file_at_all(path, item):
    from models.errors import NotFound

    try:
        return in_file(path, item)
    except NotFound:
        return None


def test_the_sample_is_shown_by_days(window, office_file):
    workspace = window(office_file)
    view = workspace.visit_page.schedule.list
    spoken = [view.rows.index(at).data() for at in range(view.rows.rowCount())]
    assert any("7월 30일 화요일" in row and "제19차" in row for row in spoken)
    assert any("환영사" in row and "09:30" in row for row in spoken)
    assert any("NMIJ 랩투어" in row and "견학처 4" in row for row in spoken)


def test_a_title_is_saved_as_its_field_is_left(window, office_file, idle, qtbot):
    workspace = window(office_file)
    schedule = workspace.visit_page.schedule
    item = item_called(workspace, "환영사")
    schedule.select("schedule_item", item.id)
    entry = schedule.panel.editor("title").entry("ja")
    entry.setFocus()
    entry.selectAll()
    entry.insertPlainText("開会の挨拶")
    qtbot.keyClick(entry, Qt.Key.Key_Tab)
    idle(workspace)
    assert reread(workspace, item).title.text_in("ja") == "開会の挨拶"
    assert in_file(office_file, item).title.text_in("ja") == "開会の挨拶"
    assert "開会の挨拶" in entry.toPlainText()
    qtbot.waitUntil(schedule.panel.foot.isVisible, timeout=5000)
    assert "방금" in schedule.panel.foot.said()


def test_a_time_is_saved_as_typed(window, office_file, idle, qtbot):
    workspace = window(office_file)
    schedule = workspace.visit_page.schedule
    item = item_called(workspace, "답사")
    schedule.select("schedule_item", item.id)
    when = schedule.panel.editor("date")
    when.end.setFocus()
    when.end.selectAll()
    qtbot.keyClicks(when.end, "0955")
    qtbot.keyClick(when.end, Qt.Key.Key_Return)
    idle(workspace)
    stored = in_file(office_file, item)
    assert (stored.start.isoformat("minutes"), stored.end.isoformat("minutes")) == ("09:40", "09:55")
    assert when.end.text() == "09:55"


@pytest.mark.parametrize("typed", ["25:10", "08:00"])
def test_a_wrong_time_is_explained_beside_the_field_and_not_saved(window, office_file, idle, qtbot, typed):
    workspace = window(office_file)
    schedule = workspace.visit_page.schedule
    item = item_called(workspace, "답사")
    schedule.select("schedule_item", item.id)
    when = schedule.panel.editor("date")
    when.end.setFocus()
    when.end.selectAll()
    qtbot.keyClicks(when.end, typed)
    qtbot.keyClick(when.end, Qt.Key.Key_Return)
    idle(workspace)
    assert when.problem()
    assert when.end.property("state") == "error"
    assert in_file(office_file, item).end.isoformat("minutes") == "09:50"
    qtbot.keyClick(when.end, Qt.Key.Key_Escape)
    assert when.end.text() == "09:50"


def test_an_end_on_the_next_day(window, office_file, idle, qtbot):
    workspace = window(office_file)
    schedule = workspace.visit_page.schedule
    item = item_called(workspace, "협력패키지 토의")
    schedule.select("schedule_item", item.id)
    when = schedule.panel.editor("date")
    when.end.setFocus()
    when.end.selectAll()
    qtbot.keyClicks(when.end, "0130 +1")
    qtbot.keyClick(when.end, Qt.Key.Key_Return)
    idle(workspace)
    stored = in_file(office_file, item)
    assert (stored.end.isoformat("minutes"), stored.end_day) == ("01:30", 1)


def test_choices_are_saved(window, office_file, idle, qtbot):
    workspace = window(office_file)
    idle(workspace)
    schedule = workspace.visit_page.schedule
    item = item_called(workspace, "단체사진")
    schedule.select("schedule_item", item.id)
    panel = schedule.panel
    for entry, code in ((panel.editor("kind").entry, "other"), (panel.editor("status").entry, "tentative")):
        entry.setCurrentIndex(entry.findData(code))
        entry.activated.emit(entry.currentIndex())
    party = workspace.desk.visit.parties[0]
    panel.editor("audience").entry.setCurrentIndex(
        panel.editor("audience").entry.findData(f"party:{party.id}")
    )
    panel.editor("audience").entry.activated.emit(panel.editor("audience").entry.currentIndex())
    chair = workspace.desk.visit.people()[0]
    line = panel.editor("chair").entry
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, f"{chair.name.family.text_in('en')} {chair.name.given.text_in('en')}")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    idle(workspace)
    now = reread(workspace, item)
    assert (now.kind, now.status, now.audience, now.audience_party) == (
        "other",
        "tentative",
        "party",
        party.id,
    )
    assert now.chair == chair.id


def test_somebody_else_changed_the_same_field(window, office_file, idle, qtbot):
    from models.actions import schedule as actions
    from models.store import Database

    workspace = window(office_file)
    workspace.desk.pause()
    schedule = workspace.visit_page.schedule
    item = item_called(workspace, "환영사")
    schedule.select("schedule_item", item.id)
    entry = schedule.panel.editor("title").entry("ko")
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, "mine")
    with Database.open(office_file) as other:
        actions.item.edit(other, item.id, {"title.ko": "theirs"})
    qtbot.keyClick(entry, Qt.Key.Key_Tab)
    idle(workspace)
    assert in_file(office_file, item).title.text_in("ko") == "theirs"
    assert entry.toPlainText() == "mine"
    assert schedule.panel.editor("title").field("ko").note()


def test_what_somebody_else_saved_appears(window, office_file, idle, qtbot):
    from models.actions import schedule as actions
    from models.store import Database

    workspace = window(office_file)
    idle(workspace)
    item = item_called(workspace, "환영사")
    qtbot.waitUntil(workspace.desk.watching, timeout=5000)
    with Database.open(office_file) as other:
        actions.item.edit(other, item.id, {"title.ko": "개회사"})
    qtbot.waitUntil(lambda: reread(workspace, item).title.text_in("ko") == "개회사", timeout=5000)


def test_an_item_is_added_named_and_deleted(window, office_file, idle, qtbot):
    workspace = window(office_file)
    schedule = workspace.visit_page.schedule
    schedule.select("schedule_item", item_called(workspace, "단체사진").id)
    qtbot.mouseClick(schedule.add_button, Qt.MouseButton.LeftButton)
    idle(workspace)
    entry = schedule.panel.editor("title").entry("ko")
    assert entry.hasFocus()
    entry.insertPlainText("서명")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    idle(workspace)
    added = item_called(workspace, "서명")
    assert added.start.isoformat("minutes") == "10:45"
    schedule.list.setFocus()
    schedule.list.select("schedule_item", added.id)
    qtbot.keyClick(schedule.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(workspace.toast.isVisible, timeout=10000)
    idle(workspace)
    assert reread(workspace, added) is None
    assert not in_file_at_all(office_file, added)
    assert schedule.list.selected()
    workspace.toast.take()
    idle(workspace)
    assert reread(workspace, added).title.text_in("ko") == "서명"
    assert in_file_at_all(office_file, added)
    assert schedule.list.selected() == ("schedule_item", added.id)


def test_languages_switch_at_once(window, office_file):
    workspace = window(office_file, "ko")
    schedule = workspace.visit_page.schedule
    schedule.select("schedule_item", item_called(workspace, "환영사").id)
    assert schedule.add_button.text() == "일정 추가"
    workspace.use_language("ja")
    assert schedule.add_button.text() == "日程を追加"
    row = schedule.list.currentIndex().data()
    assert "歓迎の挨拶" in row
    assert schedule.panel.editor("title").first() is schedule.panel.editor("title").entry("ja")
    workspace.use_language("en")
    assert schedule.add_button.text() == "Add item"


def test_in_another_language_the_cursor_stays_and_all_open_forms_speak_it(window, office_file, idle, qtbot):
    workspace = window(office_file, "ko")
    schedule = workspace.visit_page.schedule
    schedule.select("schedule_item", item_called(workspace, "환영사").id)
    delegations = workspace.visit_page.build("delegations")
    workspace.visit_page.open_section("delegations")
    idle(workspace)
    delegations.select("delegate", delegations.whole.delegations[0].delegates[0].id)
    workspace.visit_page.open_section("schedule")
    entry = schedule.panel.editor("title").entry("ko")
    entry.setFocus()
    qtbot.keyClicks(entry, "x")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    idle(workspace)
    assert "방금" in schedule.panel.foot.said()
    workspace.use_language("ja")
    idle(workspace)
    assert entry.hasFocus()
    assert "たった今" in schedule.panel.foot.said()


def test_on_a_small_window_the_panel_covers_the_list(window, office_file, qapp):
    workspace = window(office_file, size=(1024, 640))
    schedule = workspace.visit_page.schedule
    schedule.select("schedule_item", item_called(workspace, "환영사").id)
    qapp.processEvents()
    assert schedule.list.width() > 700
    panel = schedule.panel
    assert panel.isVisible()
    assert panel.mapTo(schedule, panel.rect().topRight()).x() == schedule.width() - 1
    panel.closed.emit()
    assert not panel.isVisible()


def test_arrows_go_through_days_entries_and_journeys(window, office_file, qtbot):
    workspace = window(office_file)
    view = workspace.visit_page.schedule.list
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    seen = [view.selected()]
    for _ in range(view.rows.rowCount() + 2):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        seen.append(view.selected())
    days = workspace.desk.visit.days
    assert {key for table, key in seen if table == "schedule_item"} == {
        item.id for day in days for item in day.items
    }
    assert {key for table, key in seen if table == "visit_day"} == {day.id for day in days}
    assert {key for table, key in seen if table == "leg"} == {leg.id for day in days for leg in day.legs}


def test_every_control_has_a_name(window, office_file):
    workspace = window(office_file)
    workspace.visit_page.schedule.select("schedule_item", item_called(workspace, "NMIJ 랩투어").id)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
    nameless = []
    for kind in kinds:
        for control in workspace.findChildren(kind):
            inner = control.objectName().startswith("qt_") or type(control).__module__.startswith("PySide6")
            if control.isVisible() and not inner and not (control.accessibleName() or control.toolTip()):
                nameless.append(control)
    assert not nameless


def test_the_first_page_and_a_file_that_is_not_there(window, tmp_path, qtbot):
    workspace = window()
    assert workspace.pages.currentWidget() is workspace.start_page
    workspace.open_path(tmp_path / "away.parley")
    qtbot.waitUntil(workspace.toast.isVisible, timeout=10000)
    assert "away.parley" in workspace.toast.accessibleName()
    assert workspace.pages.currentWidget() is workspace.start_page


def test_a_file_that_can_only_be_read(window, office_file):
    office_file.chmod(0o444)
    workspace = window(office_file)
    workspace.visit_page.schedule.select("schedule_item", item_called(workspace, "환영사").id)
    if workspace.desk.file.read_only:
        assert not workspace.visit_page.schedule.add_button.isVisible()
        assert workspace.visit_page.schedule.panel.editor("title").entry("ko").isReadOnly()
    office_file.chmod(0o644)


def test_a_new_visit_in_a_new_file(window, tmp_path, idle, qtbot):
    from datetime import date

    from ui.dialogs.visit import VisitDialog

    workspace = window()
    workspace.desk.create(tmp_path / "new.parley")
    qtbot.waitUntil(lambda: workspace.desk.file is not None, timeout=20000)
    idle(workspace)
    workspace.new_visit()
    dialog = workspace.findChild(VisitDialog)
    qtbot.keyClicks(dialog.title, "NIST visit")
    dialog.first.setText("2025-03-03")
    dialog.last.setText("3/5")
    dialog.first.left.emit()
    dialog.last.setText("2025-03-05")
    dialog.act.click()
    qtbot.waitUntil(lambda: workspace.desk.visit is not None, timeout=20000)
    visit = workspace.desk.visit
    assert [day.date for day in visit.days] == [date(2025, 3, 3), date(2025, 3, 4), date(2025, 3, 5)]
    assert workspace.pages.currentWidget() is workspace.visit_page
