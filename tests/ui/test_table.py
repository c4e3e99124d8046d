"""Large lists: sorted, filtered, chosen and remembered; by keyboard and by mouse."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from models.rules.lookup import Lookup
from models.text.catalogue import words
from tests.support.lines import many_lines
from tests.ui.large_list import people_spec
from ui.style.theme import Shade, Theme
from ui.widgets.table import Table


@pytest.fixture(scope="module")
def lookup():
    return Lookup.of(many_lines(3000))


@pytest.fixture
def theme(qapp):
    theme = Theme(qapp, "ko", Shade.LIGHT)
    theme.dress()
    yield theme
    qapp.setStyleSheet("")


@pytest.fixture
def table(qtbot, theme, lookup):
    def make(remembered=None, language="ko", count=300, **changes):
        said = words(language)
        spec = dataclasses.replace(people_spec(lookup, said), **changes)
        made = Table(theme, said, spec, remembered)
        qtbot.addWidget(made)
        made.resize(900, 400)
        made.show_rows(lookup.lines("person")[:count])
        made.show()
        made.body.setFocus()
        qtbot.waitUntil(lambda: not made.busy())
        return made

    return make


def settled(qtbot, table):
    qtbot.waitUntil(lambda: not table.busy())
    return table.shown()


def test_rows_stand_as_they_came_until_sorted(qtbot, table, lookup):
    made = table()
    assert settled(qtbot, made) == [line.id for line in lookup.lines("person")[:300]]
    made.sort_by("number", descending=True)
    assert settled(qtbot, made) == sorted((line.id for line in lookup.lines("person")[:300]), reverse=True)
    made.sort_by("")
    assert settled(qtbot, made)[0] == lookup.lines("person")[0].id


def test_nothing_stands_last_whichever_way_it_is_sorted(qtbot, table, lookup):
    made = table()
    person = lookup.lines("person")[0]
    without = dataclasses.replace(person, id="none", words=())
    made.show_rows([without, *lookup.lines("person")[1:5]])
    for descending in (False, True):
        made.sort_by("mail", descending=descending)
        assert settled(qtbot, made)[-1] == "none"


def test_a_press_on_the_head_sorts_and_turns_round(qtbot, table):
    made = table()
    head = made.body.head
    at = QPoint(head.sectionViewportPosition(0) + 40, 10)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    names = settled(qtbot, made)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert settled(qtbot, made) != names
    assert sorted(made.shown()) == sorted(names)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("usuda", lambda name: "USUDA" in name),
        ("이호서", lambda name: name.startswith("이호성")),
        ("ㅇㅎㅅ", lambda name: name.startswith("이호성")),
        ("호성 책임", lambda name: "호성" in name),
        ("ＵＳＵＤＡ takashi", lambda name: "USUDA" in name),
    ],
)
def test_what_is_typed_filters_at_once(qtbot, table, lookup, text, fits, known):
    made = table(**({} if known else {"needle": None}))
    made.filter(text)
    shown = settled(qtbot, made)
    every = [line.id for line in lookup.lines("person")[:300]]
    assert shown == [key for key in every if fits(lookup.called("person", key, "ko"))]
    assert shown
    made.filter("")
    assert len(settled(qtbot, made)) == 300


def test_how_many_are_shown_is_told_and_why_none_are(qtbot, table):
    made = table()
    with qtbot.waitSignal(made.counted) as told:
        made.filter("usuda")
    assert 0 < told.args[0] < told.args[1] == 300
    made.filter("no such name")
    assert settled(qtbot, made) == []
    assert made.body.nothing


def test_what_is_selected_stays_selected_through_sorting_filtering_and_fresh_rows(qtbot, table, lookup):
    made = table()
    keys = [line.id for line in lookup.lines("person")[3:6]]
    made.select(keys)
    assert set(made.selected()) == set(keys)
    made.sort_by("number", descending=True)
    settled(qtbot, made)
    assert made.selected() == sorted(keys, reverse=True)
    made.filter("no such name")
    assert made.selected() == []
    made.filter("")
    settled(qtbot, made)
    made.show_rows([line for line in lookup.lines("person")[:300] if line.id != keys[0]])
    settled(qtbot, made)
    assert set(made.selected()) == set(keys[1:])


def test_by_keyboard_one_walks_selects_several_and_opens(qtbot, table, lookup):
    made = table()
    picked, opened, chosen = [], [], []
    made.picked.connect(picked.append)
    made.opened.connect(opened.append)
    made.selection.connect(chosen.append)
    keys = [line.id for line in lookup.lines("person")[:300]]
    qtbot.keyClick(made.body, Qt.Key.Key_Home)
    qtbot.keyClick(made.body, Qt.Key.Key_Down)
    qtbot.keyClick(made.body, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert picked == keys[:3]
    assert chosen[-1] == keys[1:3]
    qtbot.keyClick(made.body, Qt.Key.Key_Return)
    assert opened == [keys[2]]
    qtbot.keyClick(made.body, Qt.Key.Key_End)
    assert made.current() == keys[-1]
    qtbot.keyClick(made.body, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert chosen[-1] == keys


def test_a_letter_typed_on_the_list_is_handed_on(qtbot, table):
    made = table()
    with qtbot.waitSignal(made.typing) as typed:
        qtbot.keyClick(made.body, "u")
    assert typed.args == ["u"]


def test_a_double_click_opens(qtbot, table, lookup):
    made = table()
    where = made.body.visualRect(made.body.model().index(2, 0)).center()
    with qtbot.waitSignal(made.opened) as opened:
        QTest.mouseClick(made.body.viewport(), Qt.MouseButton.LeftButton, pos=where)
        QTest.mouseDClick(made.body.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened.args == [lookup.lines("person")[2].id]


def test_columns_widths_and_order_are_remembered(qtbot, table):
    kept = {}
    made = table(kept)
    menu = made.columns_menu()
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["E-mail"].isChecked()
    actions["E-mail"].setChecked(True)
    actions["Position"].setChecked(False)
    made.body.head.resizeSection(0, 333)
    made.body.head.moveSection(2, 0)
    made.sort_by("office", descending=True)
    settled(qtbot, made)
    again = table(kept)
    head = again.body.head
    assert head.sectionSize(0) == 333
    assert head.logicalIndex(0) == 2
    assert [again.body.isColumnHidden(place) for place in range(5)] == [False, True, False, False, False]
    assert head.sortIndicatorSection() == 2
    assert again.shown() == made.shown()


def test_the_last_column_cannot_be_hidden(table):
    made = table({"people": {"hidden": ["name", "post", "office", "mail"]}})
    (last,) = [action for action in made.columns_menu().actions() if action.isChecked()]
    assert not last.isEnabled()
    everything = table({"people": {"hidden": ["name", "post", "office", "mail", "number"]}})
    assert not everything.body.isColumnHidden(0)


@pytest.mark.parametrize("kept", ["broken", {"widths": {}, "order": ["gone"], "sort": "gone"}, {}])
def test_what_was_remembered_by_another_version_is_no_obstacle(table, kept):
    assert len(table({"people": kept}).shown()) == 300


def test_by_the_menu_one_sorts_without_a_mouse(qtbot, table):
    made = table()
    sorting = next(action.menu() for action in made.columns_menu().actions() if action.menu() is not None)
    number = next(action for action in sorting.actions() if action.text() == "Number")
    number.trigger()
    first = settled(qtbot, made)
    number.trigger()
    assert settled(qtbot, made) == first[::-1]


def test_a_screen_reader_is_told_of_the_list_its_heads_and_cells(table):
    made = table()
    assert made.body.accessibleName() == "People"
    assert made.columns.accessibleName()
    seen = QAccessible.queryAccessibleInterface(made.body)
    assert seen.role() == QAccessible.Role.Table
    texts = [seen.child(number).text(QAccessible.Text.Name) for number in range(30)]
    assert "Position" in texts
    assert made.body.model().index(0, 0).data() in texts


def test_another_language_changes_head_and_cells_and_order(qtbot, table, lookup):
    made = table()
    made.sort_by("name")
    korean = settled(qtbot, made)
    said = words("ja")
    made.retranslate(said, people_spec(lookup, said))
    assert settled(qtbot, made) != korean
    assert made.columns.accessibleName() == "列と並べ替え"


def test_the_ground_of_a_selected_row_is_inset_and_of_the_tokens(qtbot, table, theme):
    made = table()
    made.select([made.shown()[1]])
    picture = made.grab().toImage()
    middle = 32 + 36 + 18
    assert picture.pixelColor(3, middle).name().upper() == theme.tokens.surface
    assert picture.pixelColor(made.width() // 2, middle + 14).name().upper() == theme.tokens.select


@pytest.mark.parametrize(("wide", "narrow"), [(1200, 1040), (1680, 900)])
def test_a_list_that_was_wide_fits_a_narrower_window_the_next_time(qtbot, table, wide, narrow):
    kept = {}
    made = table(kept)
    made.resize(wide, 400)
    made.show()
    qtbot.waitUntil(lambda: made.body.head.length() == made.body.viewport().width(), timeout=5000)
    made.sort_by("", descending=True)
    assert kept
    again = table(kept)
    again.resize(narrow, 400)
    again.show()
    qtbot.waitUntil(lambda: again.body.viewport().width() > 0, timeout=5000)
    assert again.body.horizontalScrollBar().maximum() == 0
    assert not again.body.horizontalScrollBar().isVisible()
