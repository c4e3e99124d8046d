"""Forms in the real window, as somebody uses them who works with the keyboard and clicks once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.user import User


@pytest.fixture
def user(window, office_file, idle, qtbot):
    """Return somebody in front of the sample, in English."""
    workspace = window(office_file, "en")
    idle(workspace)
    made = User(qtbot, workspace)
    made.rest()
    return made


def test_a_post_begins_with_its_position_and_says_whose_it_is(user):
    user.open_page(2)
    user.select("USUDA")
    user.pick("Add a post at", "NIST", offered="")
    user.rest()
    panel = user.workspace.navigation.pages["directory"].panel
    assert panel.row()[0] == "affiliation"
    assert panel.editor("position").isAncestorOf(user.focus())
    assert "USUDA" in panel.head.said()


def test_one_click_opens_the_row_that_is_marked_already(user):
    user.open_page(2)
    page = user.workspace.navigation.pages["directory"]
    user.select("USUDA")
    page.panel.head.cross.click()
    user.rest()
    assert not page.beside.is_open()
    user.select("USUDA")
    assert page.beside.is_open()


@pytest.mark.parametrize("section", ["Delegations", "Schedule", "Travel"])
def test_one_click_opens_the_row_of_a_section_that_is_marked_already(user, section):
    user.go(section)
    shown = user.workspace.visit_page.build(section.lower())
    text = {"Delegations": "USUDA", "Schedule": "Lunch", "Travel": "Hotel"}[section]
    user.select(text)
    assert shown.beside.is_open()
    shown.panel.head.cross.click()
    user.rest()
    assert not shown.beside.is_open()
    user.select(text)
    assert shown.beside.is_open()


def test_a_delegation_is_found_by_its_acronym(user):
    user.go("Delegations")
    user.select("USUDA")
    section = user.workspace.visit_page.build("delegations")
    line = section.panel.editor("delegation_id").entry
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.selectAll()
    user.write(line, "KRI")
    assert [row.text for row in line.list.rows()] == ["KRISS"]


def test_who_may_see_an_entry_is_told_by_acronyms(user):
    user.go("Schedule")
    user.select("Lunch")
    entry = user.workspace.visit_page.build("schedule").panel.editor("audience").entry
    texts = [entry.itemText(at) for at in range(entry.count())]
    assert "KRISS only" in texts
    assert "AIST only" in texts
