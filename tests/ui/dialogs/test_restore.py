from __future__ import annotations

from models.actions import schedule
from models.actions.undo import undo
from models.errors import FileDamaged
from models.store import Database
from models.tables import ScheduleItem
from tests.support.files import KIM, sample_visit
from ui.data.backups import RescueOf, ShelfOf, at_opening
from ui.dialogs.rescue import RescueDialog
from ui.dialogs.restore import RestoreDialog


def opened(qtbot, theme, tongue, parent, door):
    dialog = RestoreDialog(theme, tongue, ShelfOf(door), parent)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.shown), timeout=20000)
    return dialog


def test_a_backup_is_looked_into_and_restored_as_one_step(qtbot, theme, tongue, parent, office, door, backup):
    item = sample_visit(office).items[0]
    schedule.item.edit(office, item.id, {"title.en": "Something else"})
    dialog = opened(qtbot, theme, tongue, parent, door)
    assert dialog.list.count() == 1
    assert any("Something else → Welcome address" in text.text() for text in dialog.shown)
    with qtbot.waitSignal(dialog.restored, timeout=20000) as done:
        dialog.act.click()
    assert office.load(ScheduleItem, item.id).title.text_in("en") == "Welcome address"
    undo(office, done.args[0])
    assert office.load(ScheduleItem, item.id).title.text_in("en") == "Something else"


def test_a_backup_of_what_stands_now_restores_nothing(qtbot, theme, tongue, parent, door, backup):
    dialog = opened(qtbot, theme, tongue, parent, door)
    assert "nothing to restore" in dialog.shown[0].text()
    assert not dialog.act.isEnabled()
    dialog.reject()


def test_without_a_backup_it_says_so(qtbot, theme, tongue, parent, door):
    dialog = opened(qtbot, theme, tongue, parent, door)
    assert dialog.shown[0].text() == "There is no backup of this file."
    assert not dialog.act.isEnabled()
    dialog.reject()


def test_at_opening_a_backup_is_made_only_where_something_changed(office, door):
    assert at_opening(door).backups == 2
    assert at_opening(door).backups == 0


def damaged(office):
    path = office.path
    office.close()
    with path.open("r+b") as file:
        file.seek(4096 * 20)
        file.write(bytes(4096))
    return path


def test_the_newest_whole_backup_takes_the_place_of_a_damaged_file(
    qtbot, theme, tongue, parent, office, backup
):
    path = damaged(office)
    dialog = RescueDialog(theme, tongue, RescueOf(path), FileDamaged(path=path, detail="page 3"), parent)
    dialog.open()
    qtbot.waitUntil(dialog.act.isEnabled, timeout=20000)
    dialog.act.click()
    qtbot.waitUntil(lambda: dialog.act.text() == "Open", timeout=20000)
    assert list(path.parent.glob("office.parley.damaged-*"))
    with qtbot.waitSignal(dialog.opened) as done:
        dialog.act.click()
    assert done.args == [path]
    with Database.open(path, KIM) as whole:
        assert sample_visit(whole).items


def test_what_can_still_be_read_is_saved_beside_it(qtbot, theme, tongue, parent, office):
    path = damaged(office)
    dialog = RescueDialog(theme, tongue, RescueOf(path), FileDamaged(path=path, detail="page 3"), parent)
    dialog.open()
    qtbot.waitUntil(dialog.save_rest.isEnabled, timeout=20000)
    assert not dialog.act.isVisible()
    dialog.save_rest.click()
    qtbot.waitUntil(lambda: dialog.act.isVisible() and dialog.act.isEnabled(), timeout=20000)
    assert path.with_name("office.salvage.parley").is_file()
    assert "rows" in dialog.said.text()
    dialog.reject()
