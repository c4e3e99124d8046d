"""Everything can be reached by keys, has a name, and is not cut; on all pages, in all languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from tests.ui.scene import item_called, opened_title, plan_visit, somebody_else, typed
from ui.dialogs.keys import KeysDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.visit import VisitDialog
from ui.widgets.button import Button, Link
from ui.widgets.picker import ClearButton

LANGUAGES = ("ko", "ja", "en")
INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QTabBar)
SMALL = (1024, 640)


def ours(widget):
    return not type(widget).__module__.startswith("PySide6") or isinstance(widget, QAbstractButton | QLabel)


def controls(root):
    return [
        widget
        for kind in INTERACTIVE
        for widget in root.findChildren(kind)
        if widget.isVisible() and ours(widget) and not widget.objectName().startswith("qt_")
    ]


def nameless(root):
    return [
        control
        for control in controls(root)
        if not control.accessibleName() and not (isinstance(control, QAbstractButton) and control.text())
    ]


def cut(root):
    """Return the labels and buttons that have less room than their text needs."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            short = label.height() < label.heightForWidth(label.width())
        else:
            short = label.width() < label.sizeHint().width()
        if short and label.toolTip() != label.text():
            found.append((label.text(), label.size(), label.sizeHint()))
    for kind in (Button, Link):
        for button in root.findChildren(kind):
            if button.isVisible() and button.width() < button.sizeHint().width():
                found.append((button.text(), button.size(), button.sizeHint()))
    return found


def look(root):
    QApplication.processEvents()
    assert not nameless(root)
    assert not cut(root)


@pytest.fixture(params=LANGUAGES)
def tag(request):
    return request.param


def test_the_first_page(window, tag):
    look(window(language=tag, size=SMALL))


def test_a_visit_with_each_kind_of_panel(window, office_file, tag, idle):
    workspace = window(office_file, language=tag, size=SMALL)
    idle(workspace)
    look(workspace)
    for title in ("디지털 전환(DX)", "NMIJ 랩투어", "오찬"):
        workspace.visit_page.schedule.select("schedule_item", item_called(workspace, title).id)
        idle(workspace)
        look(workspace)


def test_a_conflict_and_a_toast(window, office_file, tag, idle, qtbot):
    from models.actions import schedule as actions

    workspace = window(office_file, language=tag, size=SMALL)
    workspace.desk.pause()
    item = item_called(workspace, "환영사")
    entry = opened_title(workspace, item)
    typed(qtbot, entry, "mine")
    with somebody_else(office_file) as other:
        actions.item.edit(other, item.id, {"title.ko": "theirs"})
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    idle(workspace)
    assert workspace.visit_page.schedule.panel.boxes
    look(workspace)
    workspace.hands.remove("schedule_item", item_called(workspace, "오찬").id)
    idle(workspace)
    assert workspace.toast.isVisible()
    look(workspace)


def test_an_empty_file_and_an_empty_visit(window, tmp_path, tag, idle):
    from datetime import date

    workspace = window(language=tag, size=SMALL)
    workspace.desk.create(tmp_path / "fresh.parley")
    idle(workspace)
    look(workspace)
    plan_visit(workspace, {tag: "Visit"}, (tag, "en"), date(2025, 1, 6), date(2025, 1, 7))
    idle(workspace)
    look(workspace)


@pytest.mark.parametrize(
    ("act", "kind"), [("new_visit", VisitDialog), ("settings", SettingsDialog), ("show_keys", KeysDialog)]
)
def test_dialogs(window, office_file, tag, idle, qtbot, act, kind):
    workspace = window(office_file, language=tag, size=SMALL)
    idle(workspace)
    getattr(workspace if act == "new_visit" else workspace.asking, act)()
    idle(workspace)
    dialog = workspace.findChild(kind)
    qtbot.waitUntil(dialog.isVisible, timeout=5000)
    look(dialog)
    dialog.reject()


def walk(qtbot, root, most=80):
    """Press Tab until the focus comes back; return what it met."""
    met: list[QWidget] = []
    while len(met) < most:
        at = QApplication.focusWidget()
        if at is None or at in met:
            break
        met.append(at)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    return met


def test_tab_meets_every_control(window, office_file, idle, qtbot):
    workspace = window(office_file)
    idle(workspace)
    workspace.window().activateWindow()
    workspace.visit_page.schedule.select("schedule_item", item_called(workspace, "환영사").id)
    workspace.visit_page.schedule.list.setFocus()
    met = walk(qtbot, workspace)
    missed = [
        control
        for control in controls(workspace)
        if control not in met and control.isEnabled() and control.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert not missed
    unreachable = [
        control
        for control in controls(workspace)
        if not control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not getattr(control, "only_read", False)
        # By keys a field is emptied like any other.
        and not isinstance(control, ClearButton)
    ]
    assert not unreachable


def test_from_the_first_start_to_a_paper_by_keys(window, tmp_path, idle, qtbot, monkeypatch):
    path = tmp_path / "sample.parley"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    workspace = window()
    workspace.window().activateWindow()
    # What is in the window is shown once its frame is painted.
    qtbot.waitUntil(workspace.isVisible, timeout=5000)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=5000)
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workspace.desk.visit is not None, timeout=20000)
    idle(workspace)
    schedule = workspace.visit_page.schedule
    assert schedule.list.hasFocus()
    qtbot.keyClick(schedule.list, Qt.Key.Key_Return)
    assert schedule.panel.editor("title").first().hasFocus()
    qtbot.keyClick(schedule.panel.editor("title").first(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    idle(workspace)
    papers = workspace.visit_page.papers
    qtbot.waitUntil(papers.isVisible, timeout=5000)
    folder = tmp_path / "papers"
    folder.mkdir()
    papers.list.setFocus()
    while QApplication.focusWidget() is not papers.options.folder:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    typed(qtbot, papers.options.folder, str(folder))
    while QApplication.focusWidget() is not papers.foot.export:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(papers.made, timeout=60000):
        qtbot.keyClick(papers.foot.export, Qt.Key.Key_Return)
    assert len(list(folder.glob("*.docx"))) > 3
