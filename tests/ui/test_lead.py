"""What the status line says is not saved is a way to it: the entry opens with the cursor in the field."""

from __future__ import annotations

from PySide6.QtCore import Qt


def write_wrong(user, entry, text):
    entry.setFocus()
    entry.selectAll()
    user.write(entry, text)
    user.press(Qt.Key.Key_Tab)


def press_state(user):
    user.click(user.workspace.status.state())


def test_from_another_row_of_the_same_page(user):
    user.go("Schedule")
    user.select("Lunch")
    panel = user.workspace.visit_page.build("schedule").panel
    row = panel.row()
    write_wrong(user, panel.editor("date").entries["start"], "25:70")
    user.select("Welcome address")
    assert panel.row() != row
    press_state(user)
    assert panel.row() == row
    assert user.focus() is panel.editor("date").entries["start"]


def test_from_another_page(user):
    user.go("Schedule")
    user.select("Lunch")
    panel = user.workspace.visit_page.build("schedule").panel
    write_wrong(user, panel.editor("date").entries["end"], "25:70")
    user.open_page(2)
    assert not panel.isVisible()
    press_state(user)
    assert panel.isVisible()
    assert user.focus() is panel.editor("date").entries["end"]


def test_from_one_field_to_the_next(user):
    user.go("Schedule")
    panel = user.workspace.visit_page.build("schedule").panel
    rows = []
    for title in ("Lunch", "Welcome address"):
        user.select(title)
        rows.append(panel.row())
        write_wrong(user, panel.editor("date").entries["start"], "25:70")
    user.select("Reply")
    seen = set()
    for _press in range(2):
        press_state(user)
        seen.add(panel.row())
    assert seen == set(rows)


def test_to_the_person_in_the_form_of_a_delegate(user):
    user.go("Delegations")
    user.select("USUDA")
    section = user.workspace.visit_page.build("delegations")
    write_wrong(user, section.person.editor("email").first(), "nobody")
    assert "1 field" in user.workspace.status.said()
    user.select("LEE Ho Seong")
    press_state(user)
    assert user.focus() is section.person.editor("email").first()
    assert user.focus().text() == "nobody"


def test_while_all_is_saved_nothing_can_be_pressed(user):
    assert user.workspace.status.state().only_read
