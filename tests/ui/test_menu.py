"""The main menu: short, in groups, with all keys, and reached by them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu


def leaves(menu):
    """Return the commands of a menu and of the menus in it."""
    for action in menu.actions():
        if action.menu() is not None:
            yield from leaves(action.menu())
        elif not action.isSeparator():
            yield action


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_the_menu_is_short_and_in_one_column(window, office_file, language):
    workspace = window(office_file, language, (1024, 640))
    workspace.sidebar.open_menu()
    menu = workspace.commands.menu
    shown = [each for each in menu.actions() if not each.isSeparator()]
    assert len(shown) <= 16
    assert all(each.text() for each in shown)
    assert len({menu.actionGeometry(each).x() for each in menu.actions()}) == 1
    menu.close()


def test_every_command_keeps_its_keys_and_is_found_by_the_search(window, office_file):
    workspace = window(office_file, "en")
    workspace.commands.menu.aboutToShow.emit()
    commands = workspace.commands
    chosen = {*commands.recent.actions(), *commands.languages.actions(), *commands.shades.actions()}
    every = [each for each in leaves(commands.menu) if each not in chosen]
    assert len(every) > 25
    offered = {command.text for command in commands.offered()}
    missing = [
        each.text()
        for each in every
        if each.isEnabled() and each is not commands.find and each.text().rstrip("…") not in offered
    ]
    assert not missing
    keys = {each.shortcut().toString() for each in every}
    assert {"Ctrl+N", "Ctrl+I", "Ctrl+E", "Ctrl+H", "Ctrl+K", "Ctrl+3", "Ctrl+PgDown"} <= keys


def test_keys_open_the_menu_and_a_group_of_it(window, office_file, idle, qtbot):
    workspace = window(office_file, "en")
    workspace.window().activateWindow()
    idle(workspace)
    qtbot.keyClick(workspace, Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _each in range(20):
        if menu.activeAction() is not None and menu.activeAction().text() == "Copies and backups":
            break
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Right)
    inner = QApplication.activePopupWidget()
    assert [each.text() for each in inner.actions() if not each.isSeparator()] == [
        "Take a copy along…",
        "Bring it home…",
        "Back up now",
        "Restore a backup…",
    ]
    inner.close()
    menu.close()
