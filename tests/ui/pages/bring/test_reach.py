"""Everything on the page has a name, has room for its text, and can be reached with Tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.test_reach import LANGUAGES, SMALL, controls, look, walk
from ui.pages.bring.head import COLUMNS

ROWS = (
    "No.,Name,E-mail,Organisation,Dinner\n"
    "1,KIM Minsu,ms@example.org,KRISS,yes\n"
    "2,Alex Morgan,am at example,X,no\n"
)


@pytest.fixture
def listed(tmp_path):
    path = (
        tmp_path / "A list with a name that is longer than the window has room for, as they come by mail.csv"
    )
    path.write_text(ROWS, "utf-8")
    return path


def missed(opened):
    """Return the controls of the page that Tab does not meet."""
    met = walk(opened.qtbot, opened.workspace)
    return [
        control
        for control in controls(opened.page)
        if control not in met and control.isEnabled() and control.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_state_of_the_page_in_a_small_window(bench, listed, tag):
    opened = bench(tag, SMALL)
    opened.workspace.commands.bring.trigger()
    opened.wait()
    look(opened.page)
    opened.bring(listed)
    look(opened.page)
    opened.page.body.list.setFocus()
    opened.qtbot.keyClick(opened.page.body.list, Qt.Key.Key_Return)
    assert opened.page.body.panel.isVisible()
    look(opened.page)
    opened.page.head.turned.emit(COLUMNS)
    look(opened.page)


def test_tab_meets_everything(bench, listed):
    opened = bench()
    opened.workspace.commands.bring.trigger()
    opened.wait()
    assert QApplication.focusWidget() is opened.page.invitation.choose
    assert not missed(opened)
    opened.bring(listed)
    opened.page.body.list.setFocus()
    assert not missed(opened)
    opened.page.head.turned.emit(COLUMNS)
    opened.page.body.columns.pickers["", 0].line.setFocus()
    assert not missed(opened)


def test_return_leads_into_the_panel_and_escape_back(bench, listed):
    opened = bench()
    opened.bring(listed)
    view, panel = opened.page.body.list, opened.page.body.panel
    opened.activate()
    view.setFocus()
    opened.qtbot.keyClick(view, Qt.Key.Key_Return)
    inside = QApplication.focusWidget()
    assert panel.isAncestorOf(inside)
    opened.qtbot.keyClick(inside, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert view.hasFocus()
