"""All dialogs, and the search over the window: named, whole, with the focus inside, reached by keys."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

import ui.dialogs
from models.actions import schedule
from models.errors import FileDamaged
from models.store.backup import copy_database
from tests.ui.scene import item_called, somebody_else
from tests.ui.seen import Painted, controls, faults, keyboard_order, named
from tests.ui.test_every_page import LANGUAGES, SIZES, by_other_keys, takes_tab
from ui.pages.delegations.order import OrderDialog


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    """Keep backups in the test's own folder."""
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))


def new_visit(workspace, _path):
    workspace.new_visit()


def settings(workspace, _path):
    workspace.asking.settings()


def keys(workspace, _path):
    workspace.asking.show_keys()


def order(workspace, _path):
    workspace.visit_page.open_section("delegations")
    workspace.visit_page.build("delegations").propose_order()


def erase(workspace, _path):
    workspace.keeping.erase(workspace.desk.visit.people()[0].id)


def along(workspace, path):
    workspace.keeping.take_copy_to(path.with_name("trip.parley"))


def merge(workspace, path):
    """Compare a copy in which somebody else has changed the same title."""
    copy, item = path.with_name("home.parley"), item_called(workspace, "환영사")
    copy_database(path, copy)
    for where, text in ((copy, "기차에서 고친 제목"), (path, "사무실에서 고친 제목")):
        with somebody_else(where) as other:
            schedule.item.edit(other, item.id, {"title.ko": text})
    workspace.keeping.bring_home_from(copy)


def restore(workspace, _path):
    workspace.keeping.restore()


def rescue(workspace, path):
    broken = path.with_name("broken.parley")
    broken.write_bytes(b"SQLite format 3\0" + b"\1" * 4000)
    assert workspace.keeping.rescue(FileDamaged(path=broken))


DIALOGS = {
    "VisitDialog": new_visit,
    "SettingsDialog": settings,
    "KeysDialog": keys,
    "OrderDialog": order,
    "EraseDialog": erase,
    "AlongDialog": along,
    "MergeDialog": merge,
    "RestoreDialog": restore,
    "RescueDialog": rescue,
}


def kinds(kind=QDialog):
    """Return every dialog of ours that is no base of others."""
    for each in kind.__subclasses__():
        if each.__module__.startswith("ui."):
            yield from kinds(each) if each.__subclasses__() else (each,)


def opened(qtbot, workspace, idle, path, name):
    """Open a dialog and wait until it has nothing left to do."""
    DIALOGS[name](workspace, path)
    idle(workspace)

    def there():
        return [each for each in workspace.findChildren(QDialog) if type(each).__name__ == name]

    qtbot.waitUntil(lambda: bool(there()) and there()[0].isVisible(), timeout=10000)
    (dialog,) = there()
    if hasattr(dialog, "work"):
        qtbot.waitUntil(lambda: not dialog.work.busy(), timeout=30000)
    idle(workspace)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=5000)
    QApplication.processEvents()
    return dialog


def shut(qtbot, dialog):
    dialog.reject()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=10000)


def unreached(qtbot, root):
    """Return what Tab misses among the controls, beginning where the focus is."""
    met = keyboard_order(qtbot, QApplication.focusWidget())
    outside = [f"Tab leaves for {named(each)!r}" for each in met if not root.isAncestorOf(each)]
    missed = [
        f"Tab misses {named(each)!r}"
        for each in controls(root)
        if each.isEnabled() and each not in met and not by_other_keys(each)
        if takes_tab(each) or not getattr(each, "only_read", False)
    ]
    return outside + missed


def test_every_dialog_is_walked():
    for found in pkgutil.iter_modules(ui.dialogs.__path__, "ui.dialogs."):
        importlib.import_module(found.name)
    assert OrderDialog in set(kinds())
    assert {each.__name__ for each in kinds()} == set(DIALOGS)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_dialog_is_named_and_whole_and_reached_by_keys(
    window, office_file, idle, qtbot, monkeypatch, tag, size
):
    workspace = window(office_file, language=tag, size=SIZES[size])
    workspace.window().activateWindow()
    idle(workspace)
    painted = Painted(monkeypatch, tag)
    wrong = []
    for name in DIALOGS:
        dialog = opened(qtbot, workspace, idle, office_file, name)
        wrong += [f"{name}: {fault}" for fault in faults(dialog, painted)]
        if not dialog.windowTitle():
            wrong.append(f"{name}: no title")
        if dialog.height() > workspace.height() or dialog.width() > workspace.width():
            wrong.append(f"{name}: {dialog.size().toTuple()} is larger than the window")
        at = QApplication.focusWidget()
        if at is not None and dialog.isAncestorOf(at):
            wrong += [f"{name}: {fault}" for fault in unreached(qtbot, dialog)]
        elif controls(dialog):
            wrong.append(f"{name}: the focus is not inside")
        shut(qtbot, dialog)
    assert not wrong, "\n" + "\n".join(dict.fromkeys(wrong))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_search_is_named_and_whole_and_leads_back(
    window, office_file, idle, qtbot, monkeypatch, tag, size
):
    workspace = window(office_file, language=tag, size=SIZES[size])
    workspace.window().activateWindow()
    idle(workspace)
    schedule_list = workspace.visit_page.schedule.list
    schedule_list.setFocus()
    painted = Painted(monkeypatch, tag)
    workspace.commands.find.trigger()
    finder = workspace.asking.finder
    qtbot.waitUntil(finder.field.hasFocus, timeout=5000)
    assert finder.accessibleName()
    for typed in ("", "AIST", "no such thing at all"):
        finder.field.clear()
        qtbot.keyClicks(finder.field, typed)
        idle(workspace)
        assert faults(finder, painted) == []
    assert finder.nothing.isVisible()
    finder.field.clear()
    qtbot.keyClick(finder.field, Qt.Key.Key_Down)
    assert finder.field.hasFocus()
    assert finder.results.currentIndex().isValid()
    qtbot.keyClick(finder.field, Qt.Key.Key_Escape)
    assert finder.isHidden()
    assert schedule_list.hasFocus()
