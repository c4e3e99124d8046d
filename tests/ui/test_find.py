"""Ctrl+K's palette over the real sample."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from models.actions.lookup import load_lookup
from models.rules.lookup import SEARCHED, Lookup
from models.store import Database
from models.text.catalogue import words
from ui.pages.find import Command, Palette
from ui.pages.find.describe import HEADS
from ui.pages.find.entries import Head, Result, entries
from ui.style.theme import Shade, Theme


@pytest.fixture(scope="module")
def lookup(sample_file):
    with Database.open(sample_file) as database:
        return load_lookup(database)


@pytest.fixture
def done():
    return []


@pytest.fixture
def palette(qtbot, qapp, lookup, done):
    theme = Theme(qapp, "ko", Shade.LIGHT)
    theme.dress()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 640)
    before = QLineEdit(window)
    QVBoxLayout(window).addWidget(before)
    window.show()
    window.activateWindow()
    before.setFocus()
    made = Palette(theme, window)
    commands = [
        Command("새 방문…", "Ctrl+Shift+N", lambda: done.append("visit"), "calendar-plus"),
        Command("내보내기…", "Ctrl+E", lambda: done.append("export"), "file-output"),
    ]
    made.ask(lookup, words("ko"), commands)
    yield made
    qapp.setStyleSheet("")


def _listed(palette):
    model = palette.results.model()
    return [model.row(row) for row in range(model.rowCount())]


def test_every_table_that_is_searched_has_a_head():
    assert set(HEADS) == {*SEARCHED, "command"}


def test_with_nothing_typed_the_commands_stand_there(palette):
    assert [entry.name for entry in _listed(palette) if isinstance(entry, Result)] == [
        "새 방문…",
        "내보내기…",
    ]


def test_typing_finds_and_return_opens(qtbot, palette):
    qtbot.keyClicks(palette.field, "usuda")
    with qtbot.waitSignal(palette.opened) as opened:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.args[0] == "person"
    assert palette.isHidden()


def test_a_syllable_that_is_being_composed_finds_already(qtbot, palette):
    QApplication.sendEvent(palette.field, QInputMethodEvent("잏", []))
    assert "이호성" in [entry.name for entry in _listed(palette) if isinstance(entry, Result)]
    assert palette.field.text() == ""


def test_a_result_has_its_names_and_what_tells_it_apart(palette, lookup):
    (found,) = [
        entry
        for entry in entries(lookup, (), "이호성", words("ko"), ("person",))
        if isinstance(entry, Result) and entry.name == "이호성"
    ]
    assert (found.second, found.icon) == ("LEE Ho Seong", "user")
    assert found.detail.endswith("KRISS")
    assert found.spoken == f"이호성, LEE Ho Seong, {found.detail}"


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_each_kind_of_thing_can_be_shown_in_each_language(lookup, language):
    said = words(language)
    shown = set()
    for table in SEARCHED:
        for line in lookup.lines(table):
            name = lookup.name_of(line, (language,)).text
            found = [each for each in entries(lookup, (), name, said, (table,)) if isinstance(each, Result)]
            if name:
                assert name in [each.name for each in found]
                shown.add(table)
    assert shown >= {"person", "organisation", "place", "visit", "meeting", "schedule_item", "presentation"}


def test_arrows_walk_past_the_heads_and_stop_at_the_ends(qtbot, palette):
    qtbot.keyClicks(palette.field, "k")
    every = [entry for entry in _listed(palette) if isinstance(entry, Result)]
    assert len([entry for entry in _listed(palette) if isinstance(entry, Head)]) > 1
    walked = [palette.results.result()]
    for _ in range(len(every) + 2):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        walked.append(palette.results.result())
    assert list(dict.fromkeys(walked)) == every
    assert walked[-1] is every[-1]
    for _ in range(len(every) + 2):
        qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.results.result() is every[0]


def test_a_command_is_found_by_part_of_its_name_and_done(qtbot, palette, done):
    palette.field.setText("보내ㄱ")
    assert palette.results.result().detail == "Ctrl+E"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["export"]


def test_what_is_written_nearly_so_is_shown_as_similar(palette):
    palette.field.setText("Takasi")
    heads = [entry.text for entry in _listed(palette) if isinstance(entry, Head)]
    assert heads == ["인물: 비슷한 항목"]
    assert palette.results.result().second.startswith("USUDA") or palette.results.result().name.startswith(
        "USUDA"
    )


def test_a_click_chooses(qtbot, palette, done):
    place = palette.results.visualRect(palette.results.model().index(1)).center()
    qtbot.mouseClick(palette.results.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done == ["visit"]


def test_escape_leaves_and_gives_the_focus_back(qtbot, palette):
    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert QApplication.focusWidget() is not palette.field


def test_who_clicks_elsewhere_leaves(qtbot, palette):
    palette.parentWidget().findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly).setFocus()
    qtbot.waitUntil(palette.isHidden)


def test_what_is_called_nothing_is_said(qtbot, palette):
    qtbot.keyClicks(palette.field, "qqqq")
    assert palette.nothing.isVisible()
    assert palette.results.result() is None
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_fresher_snapshot_is_shown_while_it_is_open(qtbot, palette):
    qtbot.keyClicks(palette.field, "usuda")
    assert palette.results.result() is not None
    palette.use(Lookup({}, 0))
    assert palette.results.result() is None


def test_everything_has_a_name_in_the_language_of_the_screen(palette):
    palette.retranslate(words("ja"))
    assert palette.field.accessibleName() == palette.accessibleName() == "すべてから検索"
    assert palette.results.accessibleName() == "検索結果"
    assert palette.field.placeholderText()


def test_it_fits_into_a_small_window(qtbot, palette):
    qtbot.keyClicks(palette.field, "k")
    palette.parentWidget().resize(480, 320)
    assert palette.parentWidget().rect().contains(palette.geometry())
