from __future__ import annotations

import shutil
import sqlite3

import pytest
from PySide6.QtCore import Qt

from tests.ui.scene import in_file, item_called, opened_title, typed


@pytest.fixture
def impatient(monkeypatch):
    """Wait less for a file that others hold."""
    monkeypatch.setattr("models.store.database.PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr("models.store.connect.BUSY_MILLISECONDS", 50)
    monkeypatch.setattr("models.store.connect.connect.__kwdefaults__", {"wait": 50})


@pytest.fixture
def held(office_file):
    """Return a function that holds the file as another program would, and lets it go."""
    held = []

    def hold():
        connection = sqlite3.connect(office_file, isolation_level=None)
        connection.execute("BEGIN EXCLUSIVE")
        held.append(connection)

    def release():
        while held:
            held.pop().close()

    yield hold, release
    release()


def leave(qtbot, workspace, text):
    item = item_called(workspace, "환영사")
    entry = opened_title(workspace, item)
    typed(qtbot, entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    return item, entry


def test_a_busy_file_keeps_what_is_typed_until_it_is_free(window, office_file, idle, qtbot, impatient, held):
    hold, release = held
    workspace = window(office_file)
    idle(workspace)
    hold()
    item, entry = leave(qtbot, workspace, "kept")
    idle(workspace)
    assert entry.toPlainText() == "kept"
    assert workspace.trouble.isVisible()
    assert workspace.status.said() == "저장하지 못한 칸 1"
    other = item_called(workspace, "답사")
    workspace.visit_page.schedule.select("schedule_item", other.id)
    release()
    second = workspace.visit_page.schedule.panel.editor("title").entry("ja")
    typed(qtbot, second, "next")
    qtbot.keyClick(second, Qt.Key.Key_Return)
    idle(workspace)
    assert in_file(office_file, item.id).title.text_in("ko") == "kept"
    assert in_file(office_file, other.id).title.text_in("ja") == "next"
    assert not workspace.trouble.isVisible()
    assert "저장됨" in workspace.status.said()


def test_a_file_that_was_taken_away_and_comes_back(window, office_file, idle, qtbot, tmp_path):
    workspace = window(office_file)
    idle(workspace)
    workspace.desk.pause()
    away = tmp_path / "elsewhere" / office_file.name
    away.parent.mkdir()
    shutil.move(office_file, away)
    item, entry = leave(qtbot, workspace, "kept")
    idle(workspace)
    assert workspace.trouble.isVisible()
    assert office_file.name in workspace.trouble.said()
    assert entry.toPlainText() == "kept"
    assert not office_file.exists()
    shutil.move(away, office_file)
    qtbot.mouseClick(workspace.trouble.again, Qt.MouseButton.LeftButton)
    idle(workspace)
    assert in_file(office_file, item.id).title.text_in("ko") == "kept"
    assert not workspace.trouble.isVisible()


def test_a_file_that_was_exchanged_is_read_again(window, office_file, sample_file, idle, qtbot, tmp_path):
    from models.actions import schedule as actions
    from models.store import Database

    workspace = window(office_file)
    idle(workspace)
    item = item_called(workspace, "환영사")
    fresh = tmp_path / "synchronised.parley"
    shutil.copyfile(sample_file, fresh)
    with Database.open(fresh) as database:
        actions.item.edit(database, item.id, {"title.ko": "개회사"})
    fresh.replace(office_file)
    workspace.desk.refresh()
    idle(workspace)
    assert workspace.desk.visit.item(item.id).title.text_in("ko") == "개회사"


def test_a_file_that_became_read_only(window, office_file, idle, qtbot, monkeypatch):
    from models.errors import FileReadOnly
    from models.store import Database

    workspace = window(office_file)
    idle(workspace)
    run = Database.run

    def refuse(self, *_):
        raise FileReadOnly(path=self.path)

    monkeypatch.setattr(Database, "run", refuse)
    item, entry = leave(qtbot, workspace, "kept")
    idle(workspace)
    assert workspace.trouble.isVisible()
    assert entry.toPlainText() == "kept"
    monkeypatch.setattr(Database, "run", run)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    idle(workspace)
    assert in_file(office_file, item.id).title.text_in("ko") == "kept"


def test_closing_saves_what_is_being_typed(window, office_file, qtbot):
    workspace = window(office_file)
    item = item_called(workspace, "환영사")
    entry = opened_title(workspace, item)
    typed(qtbot, entry, "last words")
    shell = workspace.window()
    shell.close()
    qtbot.waitUntil(lambda: not shell.isVisible(), timeout=20000)
    assert in_file(office_file, item.id).title.text_in("ko") == "last words"


def test_closing_says_what_cannot_be_saved_and_it_comes_back(
    window, office_file, idle, qtbot, impatient, held
):
    hold, release = held
    workspace = window(office_file)
    idle(workspace)
    item = item_called(workspace, "환영사")
    entry = opened_title(workspace, item)
    typed(qtbot, entry, "kept")
    hold()
    shell = workspace.window()
    shell.close()
    qtbot.waitUntil(workspace.toast.isVisible, timeout=20000)
    assert shell.isVisible()
    workspace.toast.take()
    qtbot.waitUntil(lambda: not shell.isVisible(), timeout=20000)
    release()
    again = window(office_file)
    idle(again)
    assert in_file(office_file, item.id).title.text_in("ko") == "kept"
    assert again.desk.visit.item(item.id).title.text_in("ko") == "kept"
    assert not again.desk.unsaved.all()


def test_what_cannot_be_read_as_a_time_keeps_the_window_open(window, office_file, idle, qtbot):
    workspace = window(office_file)
    workspace.visit_page.schedule.select("schedule_item", item_called(workspace, "답사").id)
    typed(qtbot, workspace.visit_page.schedule.panel.editor("date").end, "25:10")
    shell = workspace.window()
    shell.close()
    qtbot.waitUntil(workspace.toast.isVisible, timeout=20000)
    assert shell.isVisible()


def test_what_cannot_be_saved_is_counted_and_asked_about_from_any_page(window, office_file, idle, qtbot):
    workspace = window(office_file, language="en")
    schedule = workspace.visit_page.schedule
    item = item_called(workspace, "답사")
    schedule.select("schedule_item", item.id)
    typed(qtbot, schedule.panel.editor("date").end, "25:10")
    qtbot.keyClick(schedule.panel.editor("date").end, Qt.Key.Key_Return)
    assert workspace.status.said() == "1 field not saved"
    workspace.commands.pages[1].trigger()
    idle(workspace)
    assert not schedule.panel.isVisible()
    workspace.window().close()
    qtbot.waitUntil(workspace.toast.isVisible, timeout=20000)
    assert workspace.window().isVisible()
    qtbot.waitUntil(schedule.panel.isVisible, timeout=20000)
    assert schedule.panel.row() == ("schedule_item", item.id)
    workspace.toast.hide()
    workspace.use_language("ja")
    idle(workspace)
    assert "23:59" in schedule.panel.editor("date").problem()
    typed(qtbot, schedule.panel.editor("date").end, "0955")
    qtbot.keyClick(schedule.panel.editor("date").end, Qt.Key.Key_Return)
    idle(workspace)
    assert "field" not in workspace.status.said()


def test_what_cannot_be_read_as_a_time_comes_back_with_its_entry(window, office_file, idle, qtbot):
    workspace = window(office_file)
    schedule = workspace.visit_page.schedule
    item, other = item_called(workspace, "답사"), item_called(workspace, "환영사")
    schedule.select("schedule_item", item.id)
    when = schedule.panel.editor("date")
    typed(qtbot, when.end, "25:10")
    schedule.select("schedule_item", other.id)
    assert when.end.text() == f"{other.end:%H:%M}"
    assert schedule.panel.typing()
    schedule.select("schedule_item", item.id)
    assert when.end.text() == "25:10"
    assert "23:59" in when.problem()
    typed(qtbot, when.end, "0955")
    qtbot.keyClick(when.end, Qt.Key.Key_Return)
    idle(workspace)
    assert f"{in_file(office_file, item.id).end:%H:%M}" == "09:55"
    assert not schedule.panel.typing()
    schedule.select("schedule_item", other.id)
    schedule.select("schedule_item", item.id)
    assert when.end.text() == "09:55"


@pytest.mark.parametrize("field", ["title", "date"])
def test_what_is_typed_back_while_the_new_value_waits_is_saved(
    window, office_file, idle, qtbot, impatient, held, field
):
    hold, release = held
    workspace = window(office_file)
    idle(workspace)
    workspace.desk.pause()
    item = item_called(workspace, "환영사")
    workspace.visit_page.schedule.select("schedule_item", item.id)
    panel = workspace.visit_page.schedule.panel
    entry = panel.editor("title").entry("en") if field == "title" else panel.editor("date").end
    before = entry.text()
    hold()
    for text in ("Opening" if field == "title" else "09:55", before):
        typed(qtbot, entry, text)
        qtbot.keyClick(entry, Qt.Key.Key_Return)
        qtbot.wait(1)
        idle(workspace)
    assert workspace.desk.unsaved.all()
    release()
    workspace.desk.retry()
    idle(workspace)
    stored = in_file(office_file, item.id)
    assert (stored.title.text_in("en"), stored.end) == (item.title.text_in("en"), item.end)
    assert entry.text() == before
    assert not workspace.desk.unsaved.all()


@pytest.mark.parametrize("field", ["title", "date"])
def test_what_is_typed_back_while_the_new_value_is_on_its_way_is_saved(
    window, office_file, idle, qtbot, field
):
    workspace = window(office_file)
    idle(workspace)
    item = item_called(workspace, "환영사")
    workspace.visit_page.schedule.select("schedule_item", item.id)
    panel = workspace.visit_page.schedule.panel
    entry = panel.editor("title").entry("en") if field == "title" else panel.editor("date").end
    before = entry.text()
    for text in ("Opening" if field == "title" else "0955", before):
        entry.selectAll()
        entry.setFocus()
        if field == "title":
            entry.insertPlainText(text)
        else:
            entry.setText(text)
        entry.tell_left()
    idle(workspace)
    stored = in_file(office_file, item.id)
    assert (stored.title.text_in("en"), stored.end) == (item.title.text_in("en"), item.end)
    assert entry.text() == before
    assert not entry.changed()
    assert not workspace.desk.unsaved.all()


def test_what_was_typed_into_an_entry_that_somebody_deleted_can_be_had_with_it(
    window, office_file, idle, qtbot
):
    from models.actions import schedule as actions
    from tests.ui.scene import somebody_else

    workspace = window(office_file)
    idle(workspace)
    item = item_called(workspace, "디지털 전환(DX)")
    entry = opened_title(workspace, item, "en")
    typed(qtbot, entry, "half a sentence")
    with somebody_else(office_file) as other:
        actions.item.remove(other, item.id)
    workspace.desk.refresh()
    qtbot.waitUntil(workspace.toast.isVisible, timeout=10000)
    idle(workspace)
    assert "half a sentence" in workspace.toast.accessibleName()
    assert in_file(office_file, item.id) is None
    workspace.toast.take()
    qtbot.waitUntil(lambda: in_file(office_file, item.id) is not None, timeout=10000)
    idle(workspace)
    stored = in_file(office_file, item.id)
    assert stored.title.text_in("en") == "half a sentence"
    assert len(stored.presentations) == 2
    assert not workspace.desk.unsaved.all()
    assert workspace.visit_page.schedule.panel.row() == ("schedule_item", item.id)
