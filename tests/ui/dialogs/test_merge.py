from __future__ import annotations

import pytest

from models.actions import schedule
from models.actions.undo import undo
from models.errors import Cancelled
from models.store.merge import Choice
from models.tables import ScheduleItem
from tests.support.files import sample_visit
from ui.data.copies import HomeAt, take_along
from ui.dialogs.merge import MergeDialog


def compared(qtbot, theme, tongue, parent, home):
    dialog = MergeDialog(theme, tongue, home, "trip.parley", parent)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.figures.isVisible() or not dialog.act.isVisible(), timeout=20000)
    return dialog


def test_a_copy_without_conflicts_comes_home_at_once(qtbot, theme, tongue, parent, office, door, trip):
    items = sample_visit(office).items
    dialog = compared(qtbot, theme, tongue, parent, HomeAt(door, trip))
    assert dialog.boxes == []
    assert dialog.act.isEnabled()
    with qtbot.waitSignal(dialog.merged, timeout=20000) as done:
        dialog.act.click()
    assert f"{office.load(ScheduleItem, items[0].id).start:%H:%M}" == "08:30"
    assert "undone in one step" in dialog.said.text()
    undo(office, done.args[0].change_set)
    assert f"{office.load(ScheduleItem, items[0].id).start:%H:%M}" != "08:30"
    dialog.reject()


def test_each_conflict_is_decided_side_by_side(qtbot, theme, tongue, parent, office, door, clashing):
    items = sample_visit(office).items
    dialog = compared(qtbot, theme, tongue, parent, HomeAt(door, clashing))
    assert len(dialog.boxes) == 2
    assert not dialog.act.isEnabled()
    box = next(box for box in dialog.boxes if box.question.kind == "edited")
    other = next(box for box in dialog.boxes if box.question.kind == "deleted")
    assert "사무실의 제목" in box.ours.accessibleName()
    assert "사본의 제목" in box.theirs.accessibleName()
    assert "Park Jihun" in box.theirs.accessibleName()
    box.theirs.click()
    assert not dialog.act.isEnabled()
    other.ours.click()
    assert dialog.act.isEnabled()
    with qtbot.waitSignal(dialog.merged, timeout=20000) as done:
        dialog.act.click()
    assert done.args[0].decided == 2
    assert office.load(ScheduleItem, items[1].id).title.text_in("ko") == "사본의 제목"
    assert office.load(ScheduleItem, items[2].id).title.text_in("ko") == "지워질 뻔한 것"
    dialog.reject()


def test_all_can_be_decided_alike(qtbot, theme, tongue, parent, office, door, clashing):
    items = sample_visit(office).items
    dialog = compared(qtbot, theme, tongue, parent, HomeAt(door, clashing))
    dialog.all_ours.click()
    with qtbot.waitSignal(dialog.merged, timeout=20000):
        dialog.act.click()
    assert office.load(ScheduleItem, items[1].id).title.text_in("ko") == "사무실의 제목"
    dialog.reject()


def test_a_save_meanwhile_is_asked_about_and_what_was_decided_stays(
    qtbot, theme, tongue, parent, office, door, clashing
):
    items = sample_visit(office).items
    dialog = compared(qtbot, theme, tongue, parent, HomeAt(door, clashing))
    dialog.all_theirs.click()
    schedule.item.edit(office, items[0].id, {"start": "07:00"})
    dialog.act.click()
    qtbot.waitUntil(lambda: len(dialog.boxes) == 3, timeout=20000)
    assert [box.choice() for box in dialog.boxes].count("theirs") == 2
    assert not dialog.act.isEnabled()
    assert f"{office.load(ScheduleItem, items[0].id).start:%H:%M}" == "07:00"
    dialog.reject()


def test_stopping_merges_nothing(qtbot, theme, tongue, parent, office, door, trip):
    items = sample_visit(office).items

    class Stopped(HomeAt):
        def merge(self, decisions, progress, stopped):
            dialog.busy.stopped.emit()
            return super().merge(decisions, progress, stopped)

    dialog = compared(qtbot, theme, tongue, parent, Stopped(door, trip))
    dialog.act.click()
    qtbot.waitUntil(dialog.act.isEnabled, timeout=20000)
    assert "nothing was merged" in dialog.note.accessibleName()
    assert f"{office.load(ScheduleItem, items[0].id).start:%H:%M}" != "08:30"
    dialog.reject()


def test_a_copy_that_is_home_already(qtbot, theme, tongue, parent, door, tmp_path):
    seen = []
    copy = take_along(door, tmp_path / "along.parley", lambda *of: seen.append(of), lambda: False)
    assert seen[-1][0] == seen[-1][1]
    dialog = compared(qtbot, theme, tongue, parent, HomeAt(door, copy))
    assert "everything is here already" in dialog.said.text()
    assert not dialog.act.isVisible()
    dialog.reject()


def test_a_copy_that_is_stopped_is_not_there(door, tmp_path):
    with pytest.raises(Cancelled):
        take_along(door, tmp_path / "along.parley", lambda *_: None, lambda: True)
    assert not list(tmp_path.glob("*along*"))
    assert not list(tmp_path.glob(".*along*"))


def test_choices_are_those_of_the_store():
    assert {choice.value for choice in Choice} == {"ours", "theirs"}
