"""Who gets papers: everyone or nobody at one go, people with their delegation, and what one looks at then."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from ui.pages.papers.plan import PaperKind
from ui.pages.papers.rows import Entry
from ui.widgets.painted import ROW_ROLE


def clicked(qtbot, page, key):
    place = page.list.box_of(key).center().toPoint()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def indexes(page, key):
    model = page.list.model()
    rows = [model.index(at, 0) for at in range(model.rowCount())]
    return [index for index in rows if getattr(index.data(ROW_ROLE), "key", "") == key]


def looked(page):
    (index,) = page.list.selectedIndexes()
    return index.data(ROW_ROLE).key


@pytest.fixture
def shared(visit):
    """Return the visit with an interpreter who is in two delegations."""
    first, second = visit.delegations[:2]
    both = replace(first.people[0], organisation=second.people[0].organisation)
    return replace(visit, delegations=(first, replace(second, people=(*second.people, both))))


def test_the_preview_goes_on_to_a_paper_that_is_made(opened, qtbot, visit):
    page = opened()
    first, second = visit.delegations[:2]
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        page.list.select(f"delegation:{first.id}")
    with qtbot.waitSignal(page.preview.shown, timeout=20000):
        clicked(qtbot, page, f"delegation:{first.id}")
    assert page.selected().who == second.id
    assert looked(page) == f"delegation:{second.id}"
    clicked(qtbot, page, "delegation:")
    assert page.selected().kind is PaperKind.AGENDA
    assert looked(page) == "agenda:"


def test_what_is_unticked_can_be_looked_at_by_its_name(opened, qtbot, visit):
    page = opened()
    first = visit.delegations[0]
    key = f"delegation:{first.id}"
    page.list.select(key)
    clicked(qtbot, page, key)
    (index,) = indexes(page, key)
    place = page.list.visualRect(index).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.selected().who == first.id
    assert not page.list.entry(key).wanted
    clicked(qtbot, page, f"person:{visit.delegations[1].people[0].id}")
    assert page.selected().who == first.id


def test_the_first_that_is_ticked_again_is_looked_at(opened, qtbot, visit):
    page = opened()
    for kind in PaperKind:
        clicked(qtbot, page, f"{kind.value}:")
    clicked(qtbot, page, "person:")
    assert page.selected().kind is PaperKind.PERSON


def test_the_keyboard_stays_where_it_unticked(opened, qtbot, visit):
    page = opened()
    key = f"delegation:{visit.delegations[0].id}"
    page.list.setFocus()
    page.list.select(key)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert looked(page) != key
    assert page.list.currentIndex().data(ROW_ROLE).key == key
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert page.list.entry(key).wanted


def test_everyone_or_nobody_by_keyboard(opened, qtbot, visit):
    page = opened("en")
    page.list.setFocus()
    page.list.select("person:")
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    everyone = page.list.currentIndex()
    assert everyone.data() == "Everyone"
    assert everyone.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert [wish.kind for wish in page.papers().wishes] == [PaperKind.AGENDA]
    assert page.list.currentIndex() == everyone
    assert everyone.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    clicked(qtbot, page, f"person:{visit.people()[0].id}")
    assert everyone.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked
    assert "some" in everyone.data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert len(page.papers()) == 1 + len(visit.delegations) + len(visit.people())


def test_everyone_is_ticked_by_a_click_and_is_no_paper(opened, qtbot):
    page = opened()
    before = looked(page)
    (index,) = indexes(page, "everyone")
    place = page.list.visualRect(index).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(page.papers()) == 1
    assert looked(page) == before


def test_a_delegation_says_how_many_of_its_people_follow(opened, qtbot, visit):
    page = opened("en")
    first = visit.delegations[0]
    key, total = f"delegation:{first.id}", len(first.people)
    assert page.list.entry(key).side == f"{total} people"
    clicked(qtbot, page, f"person:{first.people[0].id}")
    assert page.list.entry(key).side == f"{total - 1} of {total} people"
    clicked(qtbot, page, key)
    assert page.list.entry(key).side == f"0 of {total} people"
    assert "together with a delegation" in page.list.entry(key).hint


def test_a_name_says_that_it_shows_the_paper(opened, visit):
    page = opened("en")
    (index,) = indexes(page, f"person:{visit.people()[-1].id}")
    assert "A click on the name shows this paper" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "A click on the name" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_who_is_in_two_delegations_stands_under_both(opened, qtbot, shared):
    page = opened(view=shared)
    both = shared.delegations[0].people[0]
    key = f"person:{both.id}"
    one, other = indexes(page, key)
    page.list.setFocus()
    page.list.setCurrentIndex(other)
    assert page.list.currentIndex() == other
    assert page.list.selectedIndexes() == [other]
    number = len(page.papers())
    page.list.scrollTo(other)
    place = page.list._box_at(other).center().toPoint()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    rows = [index.data(ROW_ROLE) for index in (one, other)]
    assert all(isinstance(row, Entry) and not row.wanted for row in rows)
    assert len(page.papers()) == number - 1
