from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.scene import in_file, item_called, opened_title, plan_visit, somebody_else, typed

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(qtbot, key, modifiers=CTRL):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def title_of(path, item):
    return in_file(path, item.id).title.text_in("ko")


def test_keys_undo_and_redo_what_was_saved(window, office_file, idle, qtbot):
    workspace = window(office_file)
    item = item_called(workspace, "환영사")
    entry = opened_title(workspace, item)
    typed(qtbot, entry, "opening")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    idle(workspace)
    assert title_of(office_file, item) == "opening"
    assert "opening" in workspace.commands.undo.text()
    press(qtbot, Qt.Key.Key_Z)
    idle(workspace)
    assert title_of(office_file, item) == "환영사"
    assert entry.toPlainText() == "환영사"
    assert not workspace.commands.undo.isEnabled()
    press(qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
    idle(workspace)
    assert title_of(office_file, item) == "opening"
    press(qtbot, Qt.Key.Key_Z)
    idle(workspace)
    press(qtbot, Qt.Key.Key_Y)
    idle(workspace)
    assert title_of(office_file, item) == "opening"


def test_typing_that_is_not_saved_is_taken_back_in_its_field_first(window, office_file, idle, qtbot):
    workspace = window(office_file)
    item = item_called(workspace, "환영사")
    schedule = workspace.visit_page.schedule
    schedule.select("schedule_item", item.id)
    panel = schedule.panel
    panel.editor("status").entry.setCurrentIndex(panel.editor("status").entry.findData("tentative"))
    panel.editor("status").entry.activated.emit(panel.editor("status").entry.currentIndex())
    idle(workspace)
    for entry, shown in ((panel.editor("title").entry("ko"), "환영사"), (panel.editor("date").end, "09:40")):
        typed(qtbot, entry, "0955")
        press(qtbot, Qt.Key.Key_Z)
        while entry.changed():
            press(qtbot, Qt.Key.Key_Z)
        assert entry.text() == shown
    idle(workspace)
    assert in_file(office_file, item.id).status.value == "tentative"
    press(qtbot, Qt.Key.Key_Z)
    idle(workspace)
    assert in_file(office_file, item.id).status.value == "confirmed"
    assert panel.editor("status").entry.value() == "confirmed"


def test_an_undo_shows_what_it_changed(window, office_file, idle, qtbot):
    workspace = window(office_file)
    schedule = workspace.visit_page.schedule
    first, other = item_called(workspace, "환영사"), item_called(workspace, "협력패키지 토의")
    entry = opened_title(workspace, first)
    typed(qtbot, entry, "opening")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    idle(workspace)
    schedule.select("schedule_item", other.id)
    schedule.list.setFocus()
    press(qtbot, Qt.Key.Key_Z)
    idle(workspace)
    assert schedule.list.selected() == ("schedule_item", first.id)
    assert schedule.panel.row() == ("schedule_item", first.id)
    assert "환영사" in workspace.toast.accessibleName()


def test_only_what_this_window_did_is_undone(window, office_file, idle):
    workspace = window(office_file)
    idle(workspace)
    workspace.desk.turn()
    idle(workspace)
    assert workspace.desk.visit.days
    assert not workspace.commands.undo.isEnabled()


def test_what_somebody_changed_since_is_undone_only_when_asked_again(window, office_file, idle, qtbot):
    from models.actions import schedule as actions

    workspace = window(office_file)
    workspace.desk.pause()
    item = item_called(workspace, "환영사")
    entry = opened_title(workspace, item)
    typed(qtbot, entry, "mine")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    idle(workspace)
    with somebody_else(office_file) as other:
        actions.item.edit(other, item.id, {"title.ko": "theirs"})
    press(qtbot, Qt.Key.Key_Z)
    idle(workspace)
    assert title_of(office_file, item) == "theirs"
    assert workspace.toast.isVisible()
    assert workspace.toast.action_text() == "그래도 실행 취소"
    workspace.toast.take()
    idle(workspace)
    assert title_of(office_file, item) == "환영사"


def test_a_deleted_entry_is_gone_for_others_at_once_and_comes_back_whole(window, office_file, idle, qtbot):
    workspace = window(office_file)
    item = item_called(workspace, "양자 기술")
    workspace.visit_page.schedule.select("schedule_item", item.id)
    workspace.visit_page.schedule.list.setFocus()
    press(qtbot, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    idle(workspace)
    assert in_file(office_file, item.id) is None
    press(qtbot, Qt.Key.Key_Z)
    idle(workspace)
    back = in_file(office_file, item.id)
    assert len(back.presentations) == len(item.talks) == 2
    assert workspace.desk.visit.item(item.id) == item


def test_a_new_visit_can_be_undone(window, office_file, idle):
    from datetime import date

    workspace = window(office_file)
    before = workspace.desk.visit.id
    plan_visit(workspace, {"ko": "시험"}, ("ko",), date(2025, 1, 6), date(2025, 1, 7))
    idle(workspace)
    assert workspace.desk.visit.id != before
    workspace.undoing.undo()
    idle(workspace)
    assert all(line.title.text_in("ko") != "시험" for line in workspace.desk.file.visits)
    assert workspace.desk.visit is not None
    workspace.undoing.redo()
    idle(workspace)
    assert workspace.desk.visit.title.text_in("ko") == "시험"
