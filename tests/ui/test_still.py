"""Nothing in a form moves while one types into it or leaves a field: what one clicks next is where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt


def heights(panel):
    """Return where each field of the form stands in the window."""
    return {
        name: editor.mapTo(panel.window(), QPoint(0, 0)).y()
        for name, editor in panel.body.editors.items()
        if editor.isVisible()
    }


def write(user, entry, text):
    """Write into a field and stay in it."""
    user.qtbot.mouseClick(entry.viewport(), Qt.MouseButton.LeftButton)
    user.write(entry, text)
    user.rest()


def test_what_is_missing_or_found_comes_and_goes_without_moving_a_field(user):
    user.go("Schedule")
    user.workspace.add()
    user.rest()
    panel = user.workspace.visit_page.build("schedule").panel
    before = heights(panel)
    for tag, text in (("en", "Opening"), ("ko", "개회"), ("ja", "開会")):
        write(user, panel.editor("title").entry(tag), text)
        assert heights(panel) == before, f"typing {tag}"
        user.press(Qt.Key.Key_Tab)
        user.wait(lambda: heights(panel) == before)
        if tag == "en":
            assert "English" in panel.editor("title").field("ko").note()
            assert panel.found.isVisible()


def test_what_is_wrong_stands_in_the_gap_below_its_field(user):
    user.go("Schedule")
    user.select("Lunch")
    panel = user.workspace.visit_page.build("schedule").panel
    before = heights(panel)
    editor = panel.editor("date")
    start = editor.entries["start"]
    start.setFocus()
    start.selectAll()
    user.write(start, "25:70")
    user.press(Qt.Key.Key_Tab)
    assert editor.note.isVisible()
    assert editor.note.text()
    bottom = editor.note.mapTo(panel.window(), QPoint(0, editor.note.height())).y()
    assert heights(panel) == before
    assert bottom <= before["kind"] + 4


def test_a_text_takes_the_room_of_another_line_while_it_is_typed(user):
    user.go("Schedule")
    user.select("Lunch")
    panel = user.workspace.visit_page.build("schedule").panel
    entry = panel.editor("title").entry("en")
    before = heights(panel)
    user.qtbot.mouseClick(entry.viewport(), Qt.MouseButton.LeftButton)
    high = entry.height()
    # Without a pause: what has grown has its room before the next key or click is looked at.
    user.qtbot.keyClicks(entry, " in a room for which one line does not do")
    grown = entry.height() - high
    assert grown > 0
    typed = heights(panel)
    assert typed["kind"] == before["kind"] + grown
    user.press(Qt.Key.Key_Tab)
    assert heights(panel) == typed


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640)])
def test_an_earlier_translation_is_offered_beside_the_label(user, size):
    user.workspace.window().resize(*size)
    user.go("Schedule")
    user.workspace.add()
    user.rest()
    panel = user.workspace.visit_page.build("schedule").panel
    before = heights(panel)
    title = panel.editor("title")
    write(user, title.entry("en"), "Lunch")
    user.press(Qt.Key.Key_Tab)
    user.wait(title.offer("ko").isVisible)
    assert heights(panel) == before
    assert title.offer("ko").toolTip() == "오찬"
    user.click(title.offer("ko"))
    assert title.entry("ko").text() == "오찬"
    assert heights(panel) == before


def test_the_post_in_the_directory_is_offered_beside_the_label(user):
    user.go("Delegations")
    user.select("USUDA")
    section = user.workspace.visit_page.build("delegations")
    before = heights(section.panel)
    entry = section.panel.editor("position").entry("en")
    user.qtbot.mouseClick(entry.viewport(), Qt.MouseButton.LeftButton)
    user.qtbot.keyClick(entry, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    user.write(entry, "Guest")
    user.press(Qt.Key.Key_Tab)
    user.wait(section.post.isVisible)
    assert heights(section.panel) == before


def test_what_is_too_long_for_half_a_line_goes_on_below_the_neighbour(user):
    user.go("Presentations")
    page = user.workspace.visit_page.build("presentations")
    row = next(each for each in page.list.rows.shown() if getattr(each, "table", "") == "presentation")
    page.select("presentation", row.id)
    user.rest()
    before = heights(page.panel)
    editor = page.panel.editor("minutes")
    editor.first().setFocus()
    user.write(editor.first(), "many")
    user.press(Qt.Key.Key_Tab)
    assert editor.note.isVisible()
    assert editor.note.width() > editor.width()
    assert dict(heights(page.panel).items()) == before


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_what_a_picker_does_not_find_is_said_in_one_line(window, office_file, idle, qtbot, language):
    workspace = window(office_file, language)
    idle(workspace)
    workspace.visit_page.open_section("presentations")
    page = workspace.visit_page.build("presentations")
    row = next(each for each in page.list.rows.shown() if getattr(each, "table", "") == "presentation")
    page.select("presentation", row.id)
    idle(workspace)
    before = heights(page.panel)
    for name in ("speakers", "open_speakers"):
        editor = page.panel.editor(name)
        editor.first().setFocus()
        qtbot.keyClicks(editor.first(), "zzz")
        idle(workspace)
        qtbot.keyClick(editor.first(), Qt.Key.Key_Tab)
        idle(workspace)
        assert editor.note.isVisible()
        assert heights(page.panel) == before
