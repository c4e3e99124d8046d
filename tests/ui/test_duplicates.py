"""Duplicates in a real file: found, compared, made one, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from models.actions import directory
from models.actions.lookup import load_lookup
from models.actions.undo import undo
from models.actions.unite import preview, unite
from models.rules.duplicates import Reason, duplicates
from models.store import Database
from models.tables import Person
from models.text.catalogue import words
from ui.pages.duplicates import DuplicatesPage
from ui.pages.duplicates.texts import REASONS
from ui.style.theme import Shade, Theme


@pytest.fixture
def file(office_file):
    with Database.open(office_file) as database:
        directory.person.add(
            database, family={"en": "Usuda"}, given={"en": "Takashi"}, email="t@example.org", passport="M123"
        )
        yield database


@pytest.fixture
def page(qtbot, qapp, file):
    theme = Theme(qapp, "ko", Shade.LIGHT)
    theme.dress()
    made = DuplicatesPage(theme, words("ko"))
    qtbot.addWidget(made)
    made.resize(1200, 640)
    done = []

    def show():
        lookup = load_lookup(file)
        made.show_candidates(duplicates(lookup.lines("person")), lookup)

    def act(*asked):
        done.append(unite(file, *asked))
        show()

    made.asked.connect(lambda *pair: made.show_preview(preview(file, *pair)))
    made.uniting.connect(act)
    made.done = done
    show()
    made.show()
    yield made
    qapp.setStyleSheet("")


def test_every_reason_has_words():
    assert set(REASONS) == {reason.value for reason in Reason}


def test_a_pair_is_compared_made_one_and_taken_back(qtbot, page, file):
    people = {person.id for person in file.load_all(Person)}
    assert len(page.list.shown()) == 1
    page.list.body.setFocus()
    qtbot.keyClick(page.list.body, Qt.Key.Key_Home)
    assert "臼田" in page.pair.title.text() or "USUDA" in page.pair.title.text()
    names = [choice.accessibleName() for choice in page.pair.findChildren(QRadioButton)]
    assert not any("M123" in name for name in names)
    qtbot.mouseClick(page.pair.act, Qt.MouseButton.LeftButton)
    assert len(file.load_all(Person)) == len(people) - 1
    assert page.list.shown() == []
    assert page.list.body.nothing
    assert not page.pair.act.isEnabled()
    undo(file, page.done[0].change_set)
    assert {person.id for person in file.load_all(Person)} == people


def test_the_other_may_stay_and_single_values_be_taken(qtbot, page, file):
    page.list.body.setFocus()
    qtbot.keyClick(page.list.body, Qt.Key.Key_Home)
    (_, first, second) = page._pair
    qtbot.mouseClick(page.pair.swap, Qt.MouseButton.LeftButton)
    assert page._pair == ("person", second, first)
    choices = page.pair._choices
    for choice in choices.values():
        choice.setChecked(True)
    taken = page.pair.taken()
    assert set(taken) == set(choices)
    values = {each.field: each.other for each in preview(file, "person", second, first).fields}
    qtbot.mouseClick(page.pair.act, Qt.MouseButton.LeftButton)
    kept = file.load(Person, second)
    for field in taken:
        name, _, tag = field.partition(".")
        stands = getattr(kept, name)
        assert (stands.text_in(tag) if tag else stands) == values[field]


def test_another_language_says_everything_anew(page):
    before = page.pair.act.text()
    page.retranslate(words("ja"))
    assert page.pair.act.text() == "一つに統合" != before
    assert page.list.body.accessibleName() == "重複"
