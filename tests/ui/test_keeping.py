"""What keeps everything, by the commands of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.scene import in_file, item_called, opened_title, somebody_else
from tests.ui.test_reach import look


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    """Keep backups in the test's own folder."""
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))


@pytest.fixture
def opened(window, office_file, idle, qtbot):
    """Return the window with the sample, at rest."""
    workspace = window(office_file)
    idle(workspace)
    return workspace


def save_title(workspace, idle, qtbot, item, text):
    entry = opened_title(workspace, item)
    entry.selectAll()
    entry.insertPlainText(text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    idle(workspace)


def dialog_of(qtbot, workspace, kind):
    qtbot.waitUntil(lambda: workspace.findChild(kind) is not None, timeout=10000)
    return workspace.findChild(kind)


def test_the_history_page_follows_what_is_saved_and_puts_back(opened, office_file, idle, qtbot):
    item = item_called(opened, "환영사")
    save_title(opened, idle, qtbot, item, "여는 말")
    opened.commands.history.trigger()
    page = opened.navigation.pages["history"]
    qtbot.waitUntil(lambda: page.lines is not None, timeout=10000)
    assert opened.pages.currentWidget() is page
    assert "여는 말" in str(page.list.currentIndex().data())
    look(opened)
    page.lines.links[0].click()
    idle(opened)
    assert in_file(office_file, item.id).title.text_in("ko") == "환영사"
    qtbot.waitUntil(lambda: "이전 값으로" in str(page.list.model().index(1, 0).data()), timeout=5000)
    opened.undoing.undo()
    idle(opened)
    assert in_file(office_file, item.id).title.text_in("ko") == "여는 말"
    page.close_button.click()
    qtbot.waitUntil(lambda: opened.pages.currentWidget() is opened.visit_page, timeout=5000)


def test_the_history_of_one_entry_stands_in_the_place_of_its_form(opened, office_file, idle, qtbot):
    from ui.pages.history.cover import HistoryCover

    item = item_called(opened, "환영사")
    save_title(opened, idle, qtbot, item, "여는 말")
    panel = opened.visit_page.schedule.panel
    panel.head.past.trigger()
    idle(opened)
    cover = panel.findChild(HistoryCover)
    assert cover.isVisible()
    look(opened)
    cover.list.links()[0].click()
    idle(opened)
    assert in_file(office_file, item.id).title.text_in("ko") == "환영사"
    cover.back.click()
    assert not cover.isVisible()
    assert panel.editor("title").entry("ko").toPlainText() == "환영사"


def test_a_copy_goes_along_and_comes_home_as_one_step(opened, office_file, idle, qtbot, tmp_path):
    from models.actions import schedule
    from ui.dialogs.along import AlongDialog
    from ui.dialogs.merge import MergeDialog

    item = item_called(opened, "환영사")
    copy = tmp_path / "trip.parley"
    opened.keeping.take_copy_to(copy)
    along = dialog_of(qtbot, opened, AlongDialog)
    qtbot.waitUntil(along.act.isEnabled, timeout=10000)
    along.reject()
    with somebody_else(copy) as other:
        schedule.item.edit(other, item.id, {"title.ko": "기차에서 고친 제목"})
    opened.keeping.bring_home_from(copy)
    dialog = dialog_of(qtbot, opened, MergeDialog)
    qtbot.waitUntil(dialog.act.isEnabled, timeout=20000)
    look(dialog)
    with qtbot.waitSignal(dialog.merged, timeout=20000):
        dialog.act.click()
    dialog.reject()
    idle(opened)
    qtbot.waitUntil(
        lambda: opened.desk.visit.item(item.id).title.text_in("ko") == "기차에서 고친 제목", timeout=5000
    )
    assert "사본 병합" in opened.commands.undo.text()
    opened.undoing.undo()
    idle(opened)
    assert in_file(office_file, item.id).title.text_in("ko") == "환영사"


def test_a_backup_is_restored_as_one_step(opened, office_file, idle, qtbot):
    from ui.dialogs.restore import RestoreDialog

    item = item_called(opened, "환영사")
    opened.commands.back_up.trigger()
    idle(opened)
    save_title(opened, idle, qtbot, item, "여는 말")
    opened.commands.restore.trigger()
    dialog = dialog_of(qtbot, opened, RestoreDialog)
    qtbot.waitUntil(dialog.act.isEnabled, timeout=20000)
    look(dialog)
    with qtbot.waitSignal(dialog.restored, timeout=20000):
        dialog.act.click()
    idle(opened)
    assert in_file(office_file, item.id).title.text_in("ko") == "환영사"
    qtbot.waitUntil(lambda: "백업 복원" in opened.commands.undo.text(), timeout=5000)
    opened.undoing.undo()
    idle(opened)
    assert in_file(office_file, item.id).title.text_in("ko") == "여는 말"


def test_a_backup_is_made_at_opening(opened, office_file, qtbot):
    beside = office_file.with_name(f"{office_file.stem}.backups")
    qtbot.waitUntil(lambda: len(list(beside.glob("*-opening.parley"))) == 1, timeout=10000)


def test_a_person_is_erased_from_the_menu_of_their_form(opened, idle, qtbot):
    from ui.dialogs.erase import EraseDialog

    person = opened.desk.visit.people()[1].id
    opened.navigation.find("person", person)
    qtbot.waitUntil(lambda: any(form.row() == ("person", person) for form in opened.navigation.forms()))
    form = next(form for form in opened.navigation.forms() if form.row() == ("person", person))
    form.head.menu.aboutToShow.emit()
    eraser = next(action for action in form.head.menu.actions() if action.text() == "영구 삭제…")
    assert eraser.isVisible()
    eraser.trigger()
    dialog = dialog_of(qtbot, opened, EraseDialog)
    qtbot.waitUntil(dialog.sure.isEnabled, timeout=20000)
    look(dialog)
    dialog.sure.click()
    with qtbot.waitSignal(dialog.erased, timeout=30000):
        dialog.act.click()
    dialog.reject()
    idle(opened)
    qtbot.waitUntil(lambda: opened.desk.lookup.line("person", person) is None, timeout=5000)


def test_a_damaged_file_offers_its_newest_whole_backup(window, office_file, qtbot, idle):
    from models.actions.backups import back_up_now
    from models.store import Database
    from ui.dialogs.rescue import RescueDialog

    with Database.open(office_file) as database:
        back_up_now(database)
    with office_file.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(bytes(4096))
    workspace = window()
    workspace.open_path(office_file)
    dialog = dialog_of(qtbot, workspace, RescueDialog)
    qtbot.waitUntil(dialog.act.isEnabled, timeout=20000)
    dialog.act.click()
    qtbot.waitUntil(lambda: dialog.act.text() == "열기", timeout=20000)
    dialog.act.click()
    qtbot.waitUntil(lambda: workspace.desk.visit is not None, timeout=20000)
    assert list(office_file.parent.glob("*.damaged-*"))


@pytest.fixture
def lockless(monkeypatch):
    """Say of every drive that its locks do not work."""
    from models.store import lease
    from models.store.share import Sharing, Verdict

    monkeypatch.setattr(
        lease, "check_share", lambda path: Verdict(Sharing.LOCKS_DO_NOT_WORK, "no-lock", "cifs")
    )
    monkeypatch.setattr(lease, "SETTLE_SECONDS", 0.01)


def test_where_locks_do_not_work_one_edits_and_the_others_read(
    window, office_file, idle, qtbot, lockless, monkeypatch
):
    from models.store.lease import Lease, holder_of
    from models.store.profile import Profile

    theirs = Lease.acquire(office_file, Profile("author-2", "박지훈", "device-2"))
    workspace = window(office_file)
    idle(workspace)
    qtbot.waitUntil(workspace.keeping.strip.isVisible, timeout=5000)
    assert "박지훈" in workspace.keeping.strip.said()
    assert workspace.desk.file.read_only
    assert not workspace.commands.bring_home.isEnabled()
    copy = office_file.with_name("mine.parley")
    monkeypatch.setattr(workspace.files, "ask_where", lambda _title, _name: copy)
    workspace.keeping.strip.copy.click()
    qtbot.waitUntil(copy.is_file, timeout=10000)
    qtbot.waitUntil(lambda: workspace.desk.file.path == copy and not workspace.desk.file.read_only)
    workspace.open_path(office_file)
    qtbot.waitUntil(lambda: workspace.desk.file.path == office_file, timeout=10000)
    qtbot.waitUntil(workspace.keeping.strip.isVisible, timeout=5000)
    workspace.keeping.strip.take.click()
    qtbot.waitUntil(lambda: not workspace.desk.file.read_only, timeout=10000)
    assert not workspace.keeping.strip.isVisible()
    assert "잠금이 작동하지 않는" in workspace.toast.accessibleName()
    item = item_called(workspace, "환영사")
    save_title(workspace, idle, qtbot, item, "넘겨받아 쓴 것")
    assert in_file(office_file, item.id).title.text_in("ko") == "넘겨받아 쓴 것"
    # And when the other takes it back, this window reads again, and says so.
    Lease.take_over(office_file, Profile("author-2", "박지훈", "device-2"), settle=0.01)
    workspace.keeping.together.beat()
    qtbot.waitUntil(workspace.keeping.strip.isVisible, timeout=5000)
    qtbot.waitUntil(lambda: workspace.desk.file.read_only, timeout=5000)
    assert holder_of(office_file).name == "박지훈"
    theirs.release()
