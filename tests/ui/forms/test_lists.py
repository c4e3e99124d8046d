"""Lists inside a form, and the preview of names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from models.text.catalogue import words
from models.text.localised import LocalisedText
from tests.ui.forms.conftest import typed
from tests.ui.forms.test_editors import NAMED
from ui.forms.called import name_of
from ui.forms.preview import NamePreview, Posted
from ui.forms.spec import ListSpec
from ui.forms.specs import FORMS
from ui.forms.sublist import SubList, SubRow

TALKS = ListSpec("talks", "presentation", "item_id", "Talk", "Talk")
ROWS = (SubRow("a", "First", "Kim", "10"), SubRow("b", "Second", "", "20"), SubRow("c", "Third", "Lee"))


@pytest.fixture
def talks(form, qtbot):
    made = form()
    made.show(FORMS["schedule_item"], NAMED)
    listed = SubList(made.panel.theme, TALKS)
    made.panel.add_section(FORMS["schedule_item"], listed, after="audience")
    listed.show_rows(ROWS, words("en"), read_only=False)
    told = []
    listed.opened.connect(lambda key: told.append(("opened", key)))
    listed.removed.connect(lambda key: told.append(("removed", key)))
    listed.moved.connect(lambda key, before: told.append(("moved", key, before)))
    listed.added.connect(lambda: told.append(("added",)))
    qtbot.waitUntil(listed.rows.isVisible)
    return listed, told


def test_rows_are_moved_opened_and_removed_by_keys(talks, qtbot):
    listed, told = talks
    rows = listed.rows
    rows.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.keyClick(rows, Qt.Key.Key_Down, alt)
    qtbot.keyClick(rows, Qt.Key.Key_Up, alt)
    qtbot.keyClick(rows, Qt.Key.Key_End)
    qtbot.keyClick(rows, Qt.Key.Key_Up, alt)
    qtbot.keyClick(rows, Qt.Key.Key_Down, alt)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert told == [("opened", "a"), ("moved", "a", "c"), ("moved", "c", "b"), ("removed", "c")]


def test_the_marked_row_stays_marked_wherever_it_goes(talks, qtbot):
    listed, _told = talks
    listed.rows.setFocus()
    qtbot.keyClick(listed.rows, Qt.Key.Key_End)
    listed.show_rows((ROWS[2], ROWS[0], ROWS[1]), words("en"), read_only=False)
    assert listed.rows.marked() == "c"
    listed.show_rows(ROWS[:2], words("en"), read_only=False)
    assert listed.rows.marked() == "a"


def test_rows_are_dragged(talks, qtbot):
    listed, told = talks
    rows = listed.rows
    qtbot.mousePress(rows, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    qtbot.mouseMove(rows, QPoint(60, 60))
    qtbot.mouseMove(rows, QPoint(60, rows.height() - 4))
    qtbot.mouseRelease(rows, Qt.MouseButton.LeftButton, pos=QPoint(60, rows.height() - 4))
    assert told == [("moved", "a", "")]


def test_what_is_read_only_is_opened_and_no_more(talks, qtbot):
    listed, told = talks
    listed.show_rows(ROWS, words("en"), read_only=True)
    listed.rows.setFocus()
    qtbot.keyClick(listed.rows, Qt.Key.Key_Delete)
    qtbot.keyClick(listed.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert not listed.add_button.isVisible()
    qtbot.keyClick(listed.rows, Qt.Key.Key_Return)
    assert told == [("opened", "a")]


def test_an_empty_list_says_so_and_can_be_added_to(talks, qtbot):
    listed, told = talks
    listed.show_rows((), words("en"), read_only=False)
    assert not listed.rows.isVisible()
    qtbot.mouseClick(listed.add_button, Qt.MouseButton.LeftButton)
    assert told == [("added",)]


def test_the_preview_shows_the_name_on_three_papers_as_it_is_typed(form, qtbot):
    made = form()
    made.show(FORMS["person"], NAMED)
    preview = NamePreview(made.panel.theme)
    made.panel.add_section(FORMS["person"], preview)
    preview.follow(made.panel.body)
    posted = Posted(
        name_of(NAMED.values),
        LocalisedText(ko="기관장", ja="総合センター長", en="Director General"),
        LocalisedText(ja="計量標準総合センター"),
        "NMIJ",
        LocalisedText(ja="〒305-8563\n茨城県つくば市"),
    )
    preview.show_person(posted, ("ko", "ja", "en"), words("en"))
    assert "臼田 孝 総合センター長" in preview.agenda.said()
    assert "Dr. USUDA Takashi" in preview.agenda.said()
    assert "臼田 孝" in preview.plate.said().splitlines()
    assert preview.envelope.said().splitlines()[-1].replace("  ", " ") == "臼田 孝 様"
    assert "한국어" in preview.note.text()
    korean = made.editor("name").rows["ko"].entries
    for part, text in (("family.ko", "우스다"), ("given.ko", "다카시")):
        korean[part].setFocus()
        korean[part].insert(text)
    assert "우스다 다카시" in preview.agenda.said()
    assert "all languages" in preview.note.text()
    typed(qtbot, made.editor("title").entry("en"), "Prof.")
    assert "Prof. USUDA Takashi" in preview.agenda.said()
    assert not made.edits or all(edit.field != "title.en" for edit in made.edits)
