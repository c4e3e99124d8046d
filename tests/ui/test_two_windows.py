"""Two real windows on one file, driven against each other."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt

from tests.ui.scene import in_file, item_called, opened_title


@pytest.fixture
def windows(window, office_file, idle, qtbot, tmp_path, monkeypatch):
    """Open the same file in two windows, each of somebody else."""
    from models.store.profile import Profile, keep_profile

    opened = []
    for number, name in enumerate(("김서연", "박지훈"), 1):
        folder = tmp_path / f"settings of {number}"
        monkeypatch.setattr("models.store.profile.settings_folder", lambda folder=folder: folder)
        keep_profile(Profile(f"author-{number}", name, f"device-{number}"))
        workspace = window(office_file)
        idle(workspace)
        qtbot.waitUntil(workspace.desk.watching, timeout=20000)
        opened.append(workspace)
    return opened


def title(workspace, language="ko"):
    return workspace.visit_page.schedule.panel.editor("title").entry(language)


def typed(entry, text):
    """Type what no keyboard of the tests has."""
    entry.setFocus()
    entry.selectAll()
    entry.insertPlainText(text)


def saved(qtbot, entry, text):
    typed(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def test_typing_stays_while_other_fields_come_in_within_three_seconds(windows, office_file, idle, qtbot):
    mine, theirs = windows
    item = item_called(mine, "환영사")
    entry = opened_title(mine, item)
    typed(entry, "아직 쓰는 중")
    saved(qtbot, opened_title(theirs, item, "ja"), "新しい題名")
    qtbot.waitUntil(lambda: title(mine, "ja").toPlainText() == "新しい題名", timeout=3000)
    assert entry.toPlainText() == "아직 쓰는 중"
    qtbot.waitUntil(lambda: "박지훈" in mine.status.noted.text(), timeout=5000)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    idle(mine)
    kept = in_file(office_file, item.id)
    assert (kept.title.text_in("ko"), kept.title.text_in("ja")) == ("아직 쓰는 중", "新しい題名")
    assert not mine.desk.unsaved.all()


def test_the_same_field_asks_whose_value_stays(windows, office_file, idle, qtbot):
    mine, theirs = windows
    item = item_called(mine, "환영사")
    entry = opened_title(mine, item)
    typed(entry, "내 것")
    saved(qtbot, opened_title(theirs, item), "그들의 것")
    idle(theirs)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    panel = mine.visit_page.schedule.panel
    qtbot.waitUntil(lambda: len(panel.boxes) == 1, timeout=5000)
    assert in_file(office_file, item.id).title.text_in("ko") == "그들의 것"
    (box,) = panel.boxes
    assert "박지훈" in box.theirs.accessibleName()
    box.mine.click()
    box.save.click()
    idle(mine)
    assert in_file(office_file, item.id).title.text_in("ko") == "내 것"
    # What was not chosen stays in the history, and one step brings it back.
    mine.undoing.undo()
    idle(mine)
    assert in_file(office_file, item.id).title.text_in("ko") == "그들의 것"


def test_what_is_deleted_while_one_types_into_it_can_come_back_with_it(windows, office_file, idle, qtbot):
    mine, theirs = windows
    item = item_called(mine, "답사")
    entry = opened_title(mine, item)
    typed(entry, "잃으면 안 되는 것")
    theirs.hands.remove("schedule_item", item.id)
    idle(theirs)
    qtbot.waitUntil(lambda: "박지훈" in mine.toast.accessibleName(), timeout=8000)
    assert "잃으면 안 되는 것" in mine.toast.accessibleName()
    assert in_file(office_file, item.id) is None
    mine.toast.take()
    qtbot.waitUntil(lambda: not mine.desk.unsaved.all() and not mine.desk.work.busy(), timeout=10000)
    assert in_file(office_file, item.id).title.text_in("ko") == "잃으면 안 되는 것"
    qtbot.waitUntil(lambda: theirs.desk.visit.item(item.id) is not None, timeout=3000)


def test_each_sees_that_the_other_is_here_and_when_they_leave(windows, qtbot):
    mine, theirs = windows
    mine.keeping.together.beat()
    qtbot.waitUntil(lambda: mine.status.company.text() == "2명 함께 작업 중", timeout=5000)
    assert "박지훈" in mine.visit_page.header.presence.accessibleName()
    assert mine.visit_page.header.presence.isVisible()
    theirs.keeping.stop()
    mine.keeping.together.beat()
    qtbot.waitUntil(lambda: not mine.status.company.text(), timeout=5000)
    assert not mine.visit_page.header.presence.isVisible()


def test_undo_of_what_the_other_has_changed_since_asks(windows, office_file, idle, qtbot):
    mine, theirs = windows
    item = item_called(mine, "환영사")
    saved(qtbot, opened_title(mine, item), "첫째")
    idle(mine)
    qtbot.waitUntil(lambda: theirs.desk.visit.item(item.id).title.text_in("ko") == "첫째", timeout=4000)
    saved(qtbot, opened_title(theirs, item), "둘째")
    idle(theirs)
    idle(mine)
    mine.undoing.undo()
    qtbot.waitUntil(lambda: mine.toast.isVisible() and mine.toast.action_text() != "", timeout=5000)
    assert in_file(office_file, item.id).title.text_in("ko") == "둘째"
    mine.toast.take()
    idle(mine)
    assert in_file(office_file, item.id).title.text_in("ko") == "환영사"


def test_a_share_that_goes_away_and_comes_back_loses_nothing(windows, office_file, idle, qtbot, tmp_path):
    mine, theirs = windows
    item = item_called(mine, "환영사")
    entry = opened_title(mine, item)
    away = tmp_path / "away" / office_file.name
    away.parent.mkdir()
    idle(mine)
    idle(theirs)
    shutil.move(office_file, away)
    saved(qtbot, entry, "끊긴 사이에 쓴 것")
    qtbot.waitUntil(lambda: mine.trouble.isVisible() and theirs.trouble.isVisible(), timeout=5000)
    assert entry.toPlainText() == "끊긴 사이에 쓴 것"
    mine.visit_page.schedule.select("schedule_item", item_called(mine, "답사").id)
    shutil.move(away, office_file)
    qtbot.waitUntil(lambda: not mine.trouble.isVisible() and not mine.desk.unsaved.all(), timeout=8000)
    assert in_file(office_file, item.id).title.text_in("ko") == "끊긴 사이에 쓴 것"
    qtbot.waitUntil(
        lambda: theirs.desk.visit.item(item.id).title.text_in("ko") == "끊긴 사이에 쓴 것", timeout=5000
    )


def test_what_is_saved_just_after_opening_is_noticed(window, office_file, idle, qtbot):
    from models.actions import schedule
    from tests.ui.scene import somebody_else

    workspace = window(office_file)
    item = item_called(workspace, "환영사")
    with somebody_else(office_file) as other:
        schedule.item.edit(other, item.id, {"title.ko": "열자마자 고친 것"})
    qtbot.waitUntil(
        lambda: workspace.desk.visit.item(item.id).title.text_in("ko") == "열자마자 고친 것", timeout=5000
    )
