"""Days, and entries moved, copied and changed in the list."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt

from tests.ui.scene import in_file, item_called, plan_visit, typed
from tests.ui.widgets.test_edges import drag, send

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def listed(opened, idle):
    workspace, section = opened()
    item = item_called(workspace, "환영사")
    section.select("schedule_item", item.id)
    section.close_panel()
    idle(workspace)
    return workspace, section, item


def on(workspace, date):
    return next(day for day in workspace.desk.visit.days if day.date == date)


def titles(day):
    return [item.title.text_in("ko") for item in day.items]


def test_an_entry_is_dragged_onto_another_day(listed, office_file, idle, qtbot):
    workspace, section, item = listed
    view = section.list
    day = on(workspace, dt.date(2024, 7, 31))
    start = view.visualRect(view.rows.index_of("schedule_item", item.id)).center()
    head = view.visualRect(view.rows.index_of("visit_day", day.id)).center()
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for point in (start + QPoint(0, 30), head):
        qtbot.mouseMove(port, point)
        view.mouseMoveEvent(_move(point))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=head)
    idle(workspace)
    stored = in_file(office_file, item.id)
    assert (stored.date, stored.start) == (day.date, dt.time(9, 30))
    assert view.entries() == [item.id]
    workspace.commands.undo.trigger()
    idle(workspace)
    assert in_file(office_file, item.id).date == item.date


def test_an_entry_is_dragged_to_a_day_that_is_out_of_sight(opened, office_file, idle, qtbot):
    workspace, section = opened(size=(1440, 640))
    view, item = section.list, item_called(workspace, "환영사")
    section.select("schedule_item", item.id)
    section.close_panel()
    view.verticalScrollBar().setValue(0)
    port, bar = view.viewport(), view.verticalScrollBar()
    view.scrollTo(view.rows.index_of("schedule_item", item.id))
    start = view.visualRect(view.rows.index_of("schedule_item", item.id)).center()
    edge = QPoint(start.x(), port.height() + 60)
    drag(port, [start, start + QPoint(0, 30), edge])
    qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=10000)
    send(port, QEvent.Type.MouseButtonRelease, edge)
    idle(workspace)
    assert in_file(office_file, item.id).date == workspace.desk.visit.last


def _move(point):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    place = QPointF(point)
    return QMouseEvent(QEvent.Type.MouseMove, place, place, left, left, Qt.KeyboardModifier.NoModifier)


def test_alt_and_arrows_go_to_the_neighbouring_day(listed, office_file, idle, qtbot):
    workspace, section, item = listed
    qtbot.keyClick(section.list, Qt.Key.Key_Down, ALT)
    idle(workspace)
    assert in_file(office_file, item.id).date == item.date + dt.timedelta(days=1)
    qtbot.keyClick(section.list, Qt.Key.Key_Up, ALT)
    idle(workspace)
    assert in_file(office_file, item.id).date == item.date


def test_an_entry_without_a_time_moves_among_the_others(listed, idle, qtbot):
    workspace, section, item = listed
    section.adding.enter_line("자유 토론")
    idle(workspace)
    before = titles(on(workspace, item.date))
    assert before[-1] == "자유 토론"
    qtbot.keyClick(section.list, Qt.Key.Key_Up, ALT)
    idle(workspace)
    now = titles(on(workspace, item.date))
    assert now == [*before[:-2], "자유 토론", before[-2]]
    qtbot.keyClick(section.list, Qt.Key.Key_Down, ALT)
    idle(workspace)
    assert titles(on(workspace, item.date)) == before


def test_entries_are_copied_to_another_day_and_cut(listed, office_file, idle, qtbot):
    workspace, section, item = listed
    session = item_called(workspace, "디지털 전환(DX)")
    section.list.select_entries([item.id, session.id])
    qtbot.keyClick(section.list, Qt.Key.Key_C, CTRL)
    day = on(workspace, dt.date(2024, 7, 31))
    section.list.select("visit_day", day.id)
    qtbot.keyClick(section.list, Qt.Key.Key_V, CTRL)
    idle(workspace)
    now = on(workspace, day.date)
    assert {"환영사", "디지털 전환(DX)"} <= set(titles(now))
    copied = next(one for one in now.items if one.title.text_in("ko") == "디지털 전환(DX)")
    assert len(in_file(office_file, copied.id).presentations) == 2
    assert len(section.list.entries()) == 2
    qtbot.keyClick(section.list, Qt.Key.Key_X, CTRL)
    section.list.select("visit_day", on(workspace, dt.date(2024, 8, 1)).id)
    qtbot.keyClick(section.list, Qt.Key.Key_V, CTRL)
    idle(workspace)
    assert in_file(office_file, copied.id).date == dt.date(2024, 8, 1)


def test_what_is_cut_in_one_visit_and_pasted_in_another_moves(listed, office_file, idle, qtbot):
    workspace, section, item = listed
    first = workspace.desk.visit.id
    plan_visit(workspace, {"ko": "다음 방문"}, ["ko"], dt.date(2025, 3, 3), dt.date(2025, 3, 4))
    idle(workspace)
    second = workspace.desk.visit.id
    workspace.desk.show_visit(first)
    idle(workspace)
    section.list.setFocus()
    section.list.select_entries([item.id])
    qtbot.keyClick(section.list, Qt.Key.Key_X, CTRL)
    workspace.desk.show_visit(second)
    idle(workspace)
    workspace.visit_page.open_section("schedule")
    idle(workspace)
    section.list.setFocus()
    section.list.select("visit_day", on(workspace, dt.date(2025, 3, 4)).id)
    qtbot.keyClick(section.list, Qt.Key.Key_V, CTRL)
    idle(workspace)
    stored = in_file(office_file, item.id)
    assert (stored.visit_id, stored.date, stored.start) == (second, dt.date(2025, 3, 4), item.start)
    assert titles(on(workspace, dt.date(2025, 3, 4))) == ["환영사"]
    assert "다른 방문으로 이동" in workspace.commands.undo.text()
    workspace.commands.undo.trigger()
    idle(workspace)
    stored = in_file(office_file, item.id)
    assert (stored.visit_id, stored.date) == (first, item.date)


def test_several_are_duplicated_changed_and_removed_as_one_step(listed, office_file, idle, qtbot):
    workspace, section, item = listed
    other = item_called(workspace, "답사")
    section.list.select_entries([item.id, other.id])
    assert section.strip.isVisible()
    assert not section.beside.is_open()
    typed(qtbot, section.strip.by, "+15")
    qtbot.keyClick(section.strip.by, Qt.Key.Key_Return)
    idle(workspace)
    assert [in_file(office_file, key).start for key in (item.id, other.id)] == [
        dt.time(9, 45),
        dt.time(9, 55),
    ]
    status = section.strip.status
    status.setCurrentIndex(status.findData("tentative"))
    status.activated.emit(status.currentIndex())
    audience = section.strip.audience
    audience.setCurrentIndex(audience.findData("office"))
    audience.activated.emit(audience.currentIndex())
    idle(workspace)
    stored = in_file(office_file, other.id)
    assert (stored.status.value, stored.audience.value) == ("tentative", "office")
    for _ in range(3):
        workspace.commands.undo.trigger()
        idle(workspace)
    stored = in_file(office_file, other.id)
    assert (stored.status.value, stored.audience.value, stored.start) == ("confirmed", "parties", other.start)
    section.list.select_entries([item.id, other.id])
    number = len(on(workspace, item.date).items)
    qtbot.keyClick(section.list, Qt.Key.Key_D, CTRL)
    idle(workspace)
    assert len(on(workspace, item.date).items) == number + 2
    qtbot.keyClick(section.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(workspace.toast.isVisible, timeout=10000)
    idle(workspace)
    assert len(on(workspace, item.date).items) == number
    workspace.toast.take()
    idle(workspace)
    assert len(on(workspace, item.date).items) == number + 2


def test_a_day_is_edited_added_and_removed_only_when_empty(listed, office_file, idle, qtbot):
    workspace, section, item = listed
    day = on(workspace, item.date)
    section.select("visit_day", day.id, edit=True)
    title = section.panel.editor("title").entry("ko")
    title.insertPlainText("첫째 날")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    idle(workspace)
    assert "첫째 날" in section.list.currentIndex().data()
    section.remove("visit_day", day.id)
    assert workspace.toast.isVisible()
    assert on(workspace, item.date)
    last = workspace.desk.visit.last
    section.adding.add_day()
    idle(workspace)
    assert workspace.desk.visit.last == last + dt.timedelta(days=1)
    table, key = section.panel.row()
    assert table == "visit_day"
    section.remove(table, key)
    idle(workspace)
    assert workspace.desk.visit.last == last


def test_entries_can_follow_their_day_to_another_date(listed, office_file, idle, qtbot):
    workspace, section, item = listed
    section.select("visit_day", on(workspace, item.date).id)
    date = section.panel.editor("date").entry
    typed(qtbot, date, "2024-08-05")
    qtbot.keyClick(date, Qt.Key.Key_Return)
    idle(workspace)
    assert in_file(office_file, item.id).date == item.date
    workspace.toast.take()
    idle(workspace)
    assert in_file(office_file, item.id).date == dt.date(2024, 8, 5)


def test_a_journey_opens_in_travel(listed, idle, qtbot):
    workspace, section, _item = listed
    leg = workspace.desk.visit.days[0].legs[0]
    section.list.setFocus()
    section.list.select("leg", leg.id)
    qtbot.keyClick(section.list, Qt.Key.Key_Return)
    idle(workspace)
    assert workspace.visit_page.section() == "travel"
    assert workspace.visit_page.build("travel").panel.row() == ("leg", leg.id)
