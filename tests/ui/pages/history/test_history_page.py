from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.errors import UndoConflict
from models.tables import ScheduleItem
from models.text.catalogue import words
from tests.support.files import KIM, PARK
from ui.data import history
from ui.pages.history.page import HistoryPage
from ui.pages.history.panel import HistoryList
from ui.values_history import HistoryFilter


@pytest.fixture
def page(qtbot, theme, done):
    """Return the page, fed from the file at once."""
    database = done.database
    shown = HistoryPage(theme)
    qtbot.addWidget(shown)
    shown.resize(1100, 700)
    shown.retranslate(words("en"))
    shown.asked.connect(lambda wanted: shown.show_history(history.of_file(database, wanted, 3), wanted))
    shown.opened.connect(lambda key: shown.show_step(history.in_full(database, key)))
    shown.put_back.connect(lambda what: (history.put_back(database, what), shown.refresh()))
    shown.begin(history.everybody(database), [(done.visit.id, "KRISS to AIST")], may_write=True)
    shown.show()
    return shown


def texts(page):
    model = page.list.model()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def test_the_newest_steps_come_first_and_older_ones_when_asked_for(page, qtbot):
    assert len(texts(page)) == 1 + 3  # a day, and three steps
    assert "Park Jihun: Change passport number of" in texts(page)[1]
    assert "M123" not in texts(page)[1]
    assert "Move “Opening” to 14:00" in texts(page)[3]
    qtbot.mouseClick(page.older, Qt.MouseButton.LeftButton)
    assert len(texts(page)) == 1 + 5
    assert not page.older.isVisible()


def test_the_filters_are_person_visit_and_days(page, done):
    page.filters.person.setCurrentIndex(page.filters.person.findData(PARK.author_id))
    page.filters.person.left.emit()
    assert len(texts(page)) == 1 + 2
    page.filters.visit.setCurrentIndex(page.filters.visit.findData(done.visit.id))
    page.filters.visit.left.emit()
    assert [KIM.author_name in text for text in texts(page)[1:]] == [False]
    page.filters.first.setText("1 January 2001")
    page.filters.first.left.emit()
    page.filters.last.setText("2001-01-02")
    page.filters.last.left.emit()
    assert texts(page) == []
    page.filters.last.setText("nonsense")
    page.filters.last.left.emit()
    assert "not a date" in page.filters._fields[3].note()


def test_before_and_after_are_shown_and_put_back(page, done, qtbot):
    page.list.select(history.of_file(done.database, HistoryFilter()).records[1].id)
    assert page.lines is not None
    said = "\n".join(text.text() for text in page.lines.findChildren(type(page._head)))
    assert "before: Welcome address" in said
    assert "→ Opening" in said
    (link,) = page.lines.links
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert done.database.load(ScheduleItem, done.item.id).title.text_in("en") == "Welcome address"
    assert "Put back title (English) of “Welcome address”" in texts(page)[1]


def test_a_confidential_value_is_not_shown(page):
    assert page.lines is not None
    said = "\n".join(text.text() for text in page.lines.findChildren(type(page._head)))
    assert "M123" not in said
    assert "confidential" in said


def test_a_whole_step_is_put_back_and_asks_where_somebody_changed_it_since(page, done, qtbot):
    from models.actions import schedule

    moved = history.of_file(done.database, HistoryFilter()).records[2]
    page.list.select(moved.id)
    schedule.item.edit(done.database, done.item.id, {"start": "15:00"})
    with qtbot.captureExceptions() as caught:
        page.all_back.click()
    assert [kind for kind, *_ in caught] == [UndoConflict]
    schedule.item.edit(done.database, done.item.id, {"start": "14:00"})
    page.all_back.click()
    assert f"{done.database.load(ScheduleItem, done.item.id).start:%H:%M}" != "14:00"


def test_another_language_words_it_anew(page):
    page.retranslate(words("ko"))
    assert any("‘환영사’ 시각 변경: 14:00" in text for text in texts(page))


def test_the_history_of_one_object(qtbot, theme, done):
    shown = HistoryList(theme)
    qtbot.addWidget(shown)
    view = history.of_row(done.database, "schedule_item", done.item.id)
    shown.show_history(view, words("en"))
    shown.show()
    assert [record.author for record in view.records] == [PARK.author_name, KIM.author_name, KIM.author_name]
    links = shown.links()
    assert len(links) == 2
    with qtbot.waitSignal(shown.put_back) as asked:
        links[0].click()
    history.put_back(done.database, asked.args[0])
    assert done.database.load(ScheduleItem, done.item.id).title.text_in("en") == "Welcome address"
    shown.show_history(view, words("en"), may_write=False)
    assert shown.links() == []


def test_escape_leaves_the_page(page, qtbot):
    with qtbot.waitSignal(page.left, timeout=5000):
        qtbot.keyClick(page.list, Qt.Key.Key_Escape)
