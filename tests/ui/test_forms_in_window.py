"""Forms in the real window, as somebody uses them who works with the keyboard and clicks once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QScrollArea

from models.text.catalogue import words
from ui.dialogs.keys import KeysDialog
from ui.shell import Shell
from ui.tongue import Tongue
from ui.widgets.entry import left_to_window


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


def test_a_field_is_seen_whole_when_tab_comes_to_it(user):
    user.open_page(2)
    user.select("USUDA")
    panel = user.workspace.navigation.pages["directory"].panel
    area = next(each for each in panel.findChildren(QScrollArea) if each.isVisible())
    panel.editor("name").first().setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(14):
        user.press(Qt.Key.Key_Tab)
        field = user.focus()
        if not isinstance(field, (QLineEdit, QComboBox)) or not panel.isAncestorOf(field):
            continue
        top = field.mapTo(area.viewport(), QPoint(0, 0)).y()
        assert top >= 4, field.accessibleName()
        assert top + field.height() <= area.viewport().height() - 4, field.accessibleName()


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_H, Qt.Key.Key_I, Qt.Key.Key_K])
def test_a_field_leaves_the_keys_of_commands_to_the_window(key):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    assert left_to_window(event)
    plain = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, "e")
    assert not left_to_window(plain)


def test_the_papers_are_opened_by_their_keys_from_a_field(user):
    user.go("Schedule")
    user.select("Lunch")
    user.press(Qt.Key.Key_Return)
    assert isinstance(user.focus(), QPlainTextEdit)
    user.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert user.workspace.visit_page.section() == "papers"


def test_the_keys_fit_on_a_low_screen_and_scroll(user):
    keys = [(f"Command {number}", "Ctrl+X") for number in range(90)]
    dialog = KeysDialog(user.workspace.hands.theme, words("en"), keys, user.workspace)
    dialog.show()
    room = user.workspace.screen().availableGeometry().height()
    assert dialog.height() <= room
    scroll = dialog.findChild(QScrollArea)
    assert scroll.verticalScrollBar().maximum() > 0
    dialog.close()


def test_the_window_begins_no_larger_than_the_screen(qapp):
    shell = Shell(dark=False)
    room = shell.screen().availableGeometry()
    assert shell.width() <= room.width()
    assert shell.height() < room.height()


@pytest.mark.parametrize(
    ("tag", "said"), [("ko", "찾는 위치(&L):"), ("ja", "場所(&L):"), ("en", "&Look in:")]
)
def test_the_dialog_for_files_speaks_the_language_of_the_screen(qapp, qtbot, tag, said):
    tongue = Tongue(qapp, "en")
    tongue.use(tag)
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert said in [label.text() for label in dialog.findChildren(QLabel)]
    tongue.use("en")


def test_undo_of_what_was_added_leaves_the_cursor_on_the_page(user):
    user.go("Lab tours")
    section = user.workspace.visit_page.build("tours")
    section.add()
    user.rest()
    user.workspace.commands.undo.trigger()
    user.rest()
    assert section.isAncestorOf(user.focus())


def test_undo_leaves_the_cursor_in_its_field(user):
    user.open_page(2)
    user.select("USUDA")
    panel = user.workspace.navigation.pages["directory"].panel
    user.type("Phone", "12345")
    before = user.focus()
    user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert user.focus() is before
    assert panel.editor("phone").first().text() == ""


def test_what_is_made_in_a_field_is_undone_in_one_step_where_it_was_made(user):
    user.open_page(2)
    user.click("Organisations")
    user.select("NIST")
    page = user.workspace.navigation.pages["directory"]
    row = page.panel.row()
    user.pick("Part of", "Department of Something", offered="Department of Something")
    user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.panel.row() == row
    assert page.panel.editor("parent_id").entry.text() == ""
    assert user.workspace.hands.offers("organisation", "Department of Something") == []


def _new_person(user, **name):
    from models.actions import directory
    from models.store import Database, Profile

    with Database.open(user.workspace.desk.file.path, Profile("author-1", "김서연", "device-1")) as database:
        person = directory.person.add(database, **{part: {"en": text} for part, text in name.items()}).value
    user.workspace.desk.refresh()
    user.rest()
    user.open_page(2)
    page = user.workspace.navigation.pages["directory"]
    page.select("person", person)
    user.rest()
    return page.panel.editor("name")


def test_a_doubtful_order_of_a_name_is_shown_with_the_choice_to_exchange(user):
    name = _new_person(user, family="Quartz", given="Zoe")
    row = name.rows["en"]
    assert "“Quartz”" in name.doubt.accessibleName()
    user.click(name.swap)
    assert [row.entries[f"{part}.en"].text() for part in ("family", "given")] == ["Zoe", "Quartz"]
    assert name.record.values["family"].text_in("en") == "Zoe"
    assert not name.swap.isVisible()
    user.workspace.undoing.undo()
    user.rest()
    assert [row.entries[f"{part}.en"].text() for part in ("family", "given")] == ["Quartz", "Zoe"]


def test_an_order_that_was_found_right_is_not_asked_about_again(user):
    name = _new_person(user, family="Minsu", given="Kim")
    assert name.swap.isVisible()
    user.click(name.right)
    assert not name.swap.isVisible()
    panel = user.workspace.navigation.pages["directory"].panel
    user.select("USUDA")
    assert panel.editor("name") is name
    assert not name.swap.isVisible()


def test_the_form_of_a_series_says_that_the_order_of_its_parties_counts(user):
    user.open_page(3)
    page = user.workspace.navigation.pages["series"]
    page.select("series", page.content[0][0].id)
    user.rest()
    assert "hosting in turn" in page.panel.editor("parties").hint.text()
