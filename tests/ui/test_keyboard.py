"""From the form back to the list, and from section to section, without the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.scene import item_called, typed


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640)])
def test_escape_leads_from_a_form_back_to_its_list(window, office_file, idle, qtbot, size):
    workspace = window(office_file, size=size)
    schedule = workspace.visit_page.schedule
    item = item_called(workspace, "환영사")
    schedule.select("schedule_item", item.id, edit=True)
    entry = schedule.panel.editor("date").end
    typed(qtbot, entry, "1111")
    qtbot.keyClick(entry, Qt.Key.Key_Escape)
    # The first one is for what was typed.
    assert entry.text() == f"{item.end:%H:%M}"
    assert schedule.panel.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(entry, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is schedule.list
    assert schedule.beside.is_open() is (size[0] > 1300)


def test_the_next_section_stands_in_its_list(window, office_file, idle, qtbot):
    workspace = window(office_file)
    page = workspace.visit_page
    page.schedule.select("schedule_item", item_called(workspace, "환영사").id, edit=True)
    for code in ("tours", "presentations", "cooperation", "travel", "tasks"):
        workspace.commands.next_section.trigger()
        idle(workspace)
        assert page.section() == code
        section, focus = page.build(code), QApplication.focusWidget()
        # Where there is nothing yet, in what is first there.
        assert focus is section.list if section.list.isVisible() else section.isAncestorOf(focus)
    workspace.commands.section_before.trigger()
    assert QApplication.focusWidget() is page.travel.list
