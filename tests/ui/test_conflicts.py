from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.scene import in_file, item_called, opened_title, somebody_else, typed


@pytest.fixture
def both_changed(window, office_file, idle, qtbot):
    """Change one title in the window and, before it is saved, as somebody else."""
    from models.actions import schedule as actions

    workspace = window(office_file)
    workspace.desk.pause()
    item = item_called(workspace, "환영사")
    entry = opened_title(workspace, item)
    typed(qtbot, entry, "mine")
    with somebody_else(office_file) as other:
        actions.item.edit(other, item.id, {"title.ko": "theirs"})
    qtbot.keyClick(entry, Qt.Key.Key_Tab)
    idle(workspace)
    return workspace, item, entry


def choose(qtbot, workspace, which):
    (box,) = workspace.visit_page.schedule.panel.boxes
    assert not box.save.isEnabled()
    qtbot.keyClick(getattr(box, which), Qt.Key.Key_Space)
    qtbot.keyClick(box.save, Qt.Key.Key_Return)


def test_both_values_are_shown_with_who_and_when(both_changed, office_file):
    workspace, item, entry = both_changed
    (box,) = workspace.visit_page.schedule.panel.boxes
    assert in_file(office_file, item.id).title.text_in("ko") == "theirs"
    assert entry.toPlainText() == "mine"
    assert "mine" in box.mine.accessibleName()
    assert "theirs" in box.theirs.accessibleName()
    assert "박지훈" in box.theirs.accessibleName()
    assert ":" in box.theirs.accessibleName()
    assert workspace.status.said() == "저장하지 못한 칸 1"


def test_mine_can_stay(both_changed, office_file, idle, qtbot):
    workspace, item, entry = both_changed
    choose(qtbot, workspace, "mine")
    idle(workspace)
    assert in_file(office_file, item.id).title.text_in("ko") == "mine"
    assert not workspace.visit_page.schedule.panel.boxes
    assert not workspace.desk.unsaved.all()
    assert not entry.changed()


def test_theirs_can_stay_and_mine_can_still_be_had(both_changed, office_file, idle, qtbot):
    workspace, item, entry = both_changed
    choose(qtbot, workspace, "theirs")
    idle(workspace)
    assert entry.toPlainText() == "theirs"
    assert in_file(office_file, item.id).title.text_in("ko") == "theirs"
    workspace.toast.take()
    idle(workspace)
    assert in_file(office_file, item.id).title.text_in("ko") == "mine"
    assert entry.toPlainText() == "mine"


def test_what_was_typed_stays_while_other_entries_are_looked_at(both_changed, idle):
    workspace, item, _entry = both_changed
    schedule = workspace.visit_page.schedule
    schedule.select("schedule_item", item_called(workspace, "답사").id)
    idle(workspace)
    assert not schedule.panel.boxes
    schedule.select("schedule_item", item.id)
    schedule.panel.editor("title").entry("ko")
    idle(workspace)
    assert schedule.panel.editor("title").entry("ko").toPlainText() == "mine"
    assert len(schedule.panel.boxes) == 1


def test_times_that_two_have_changed(window, office_file, idle, qtbot):
    import datetime as dt

    from models.actions import schedule as actions

    workspace = window(office_file)
    workspace.desk.pause()
    item = item_called(workspace, "답사")
    workspace.visit_page.schedule.select("schedule_item", item.id)
    when = workspace.visit_page.schedule.panel.editor("date")
    typed(qtbot, when.end, "0955")
    with somebody_else(office_file) as other:
        actions.item.edit(other, item.id, {"start": dt.time(9, 45)})
    qtbot.keyClick(when.end, Qt.Key.Key_Return)
    idle(workspace)
    (box,) = workspace.visit_page.schedule.panel.boxes
    assert "09:55" in box.mine.accessibleName()
    assert "09:45" in box.theirs.accessibleName()
    choose(qtbot, workspace, "mine")
    idle(workspace)
    stored = in_file(office_file, item.id)
    assert (stored.start, stored.end) == (dt.time(9, 40), dt.time(9, 55))


def test_others_save_while_somebody_types(window, office_file, idle, qtbot):
    from models.actions import schedule as actions

    workspace = window(office_file)
    idle(workspace)
    schedule = workspace.visit_page.schedule
    item = item_called(workspace, "환영사")
    entry = opened_title(workspace, item, "ja")
    typed(qtbot, entry, "half a sentence")
    cursor = entry.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(6, cursor.MoveMode.KeepAnchor)
    entry.setTextCursor(cursor)
    qtbot.waitUntil(workspace.desk.watching, timeout=5000)
    with somebody_else(office_file) as other:
        actions.item.edit(other, item.id, {"title.ko": "개회사", "status": "tentative"})
    qtbot.waitUntil(
        lambda: schedule.panel.editor("title").entry("ko").toPlainText() == "개회사", timeout=5000
    )
    assert schedule.panel.editor("status").entry.value() == "tentative"
    assert entry.toPlainText() == "half a sentence"
    assert (entry.textCursor().anchor(), entry.textCursor().position()) == (2, 6)
    assert entry.hasFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Tab)
    idle(workspace)
    stored = in_file(office_file, item.id).title
    assert (stored.text_in("ko"), stored.text_in("ja")) == ("개회사", "half a sentence")


def test_a_field_saved_twice_in_a_row_is_no_conflict_with_oneself(window, office_file, idle, qtbot):
    workspace = window(office_file)
    item = item_called(workspace, "환영사")
    entry = opened_title(workspace, item)
    typed(qtbot, entry, "one")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.keyClicks(entry, " two")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.keyClicks(entry, " three")
    qtbot.keyClick(entry, Qt.Key.Key_Tab)
    idle(workspace)
    assert in_file(office_file, item.id).title.text_in("ko") == "one two three"
    assert not workspace.desk.unsaved.all()
