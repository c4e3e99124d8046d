"""The checklist of a visit in the real window."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from models.actions import planning, visits
from models.store import Database, Profile
from models.tables import Task, Visit, VisitDay
from models.text.catalogue import words
from ui.pages.tasks import due
from ui.pages.tasks.due import Span, due_of, relative, span_of, state_words
from ui.widgets.rows import Group, ListRow


@pytest.fixture
def opened(window, office_file, idle):
    """Return a function that opens the section of the sample."""

    def open_it(language="ko", size=(1440, 900)):
        workspace = window(office_file, language, size)
        workspace.window().activateWindow()
        workspace.visit_page.open_section("tasks")
        idle(workspace)
        return workspace, workspace.visit_page.build("tasks")

    return open_it


def stored(path, visit_id):
    with Database.open(path) as database:
        return database.load_visit(visit_id).tasks


def writing(path):
    return Database.open(path, Profile("author-1", "김서연", "device-1"))


def spoken(section):
    return [row.spoken() for row in section.list.rows.shown()]


def test_the_usual_checklist_is_taken_over_once(opened, office_file, idle, qtbot):
    workspace, section = opened()
    assert section.empty_add.isVisible()
    section.empty_add.click()
    idle(workspace)
    assert len(stored(office_file, section.whole.id)) == 20
    assert section.list.isVisible()
    section.take_usual()
    idle(workspace)
    assert len(stored(office_file, section.whole.id)) == 20
    workspace.commands.undo.trigger()
    idle(workspace)
    assert not stored(office_file, section.whole.id)


def test_a_task_on_a_holiday_or_weekend_says_so(opened, idle):
    workspace, section = opened()
    section.take_usual()
    idle(workspace)
    rows = [row for row in section.list.rows.shown() if isinstance(row, ListRow)]
    seconds = {row.cells[2].first.text: row.cells[2].second for row in rows}
    assert seconds["D-30 · 2024. 6. 29.(토)"].text == "주말(대한민국, 일본)"
    assert "바다의 날" in seconds["D-14 · 2024. 7. 15.(월)"].text
    assert seconds["D-45 · 2024. 6. 14.(금)"] is None
    marine = next(task for task in section.whole.tasks if task.due_days == -14)
    section.select("task", marine.id)
    assert "바다의 날" in section.day_note.text()


def test_space_and_a_click_say_that_a_task_is_done(opened, office_file, idle, qtbot):
    workspace, section = opened()
    section.take_usual()
    idle(workspace)
    section.list.setFocus()
    key = section.list.selected()[1] or section.list.first()[1]
    section.list.select("task", key)
    qtbot.keyClick(section.list, Qt.Key.Key_Space)
    idle(workspace)
    done = {task.id: task.done_on for task in stored(office_file, section.whole.id)}
    assert done[key] == dt.date.today()
    assert section.progress.text() == "20건 중 1건 완료"
    groups = [row.title.text for row in section.list.rows.shown() if isinstance(row, Group)]
    assert groups == ["방문 전", "방문 후", "완료"]
    at = section.list.visualRect(section.list.rows.index_of("task", key))
    section.list.scrollTo(section.list.rows.index_of("task", key))
    at = section.list.visualRect(section.list.rows.index_of("task", key))
    qtbot.mouseClick(
        section.list.viewport(), Qt.MouseButton.LeftButton, pos=at.topLeft() + _corner(section.list)
    )
    idle(workspace)
    assert all(task.done_on is None for task in stored(office_file, section.whole.id))


def _corner(view):
    from PySide6.QtCore import QPoint

    from ui.widgets.rows.delegate import laid_out

    _column, x, _end = laid_out(view.delegate.columns, view.viewport().width())[0]
    return QPoint(int(x) + 8, 16)


def test_tasks_are_grouped_by_person_and_done_ones_hidden(opened, office_file, idle):
    with writing(office_file) as database:
        visit = next(each for each in database.visits() if each.days)
        mine = database.run("test", lambda made: made.profile.author_id).value
        visits.task.add(database, visit_id=visit.id, title={"ko": "예약"}, author_id=mine, due_days=-3)
        visits.task.add(
            database, visit_id=visit.id, title={"ko": "통역"}, due_days=-9, done_on=dt.date(2024, 7, 1)
        )
    _workspace, section = opened()
    section.grouping.take("person")
    section.grouping.chosen.emit("person")
    groups = [row.title.text for row in section.list.rows.shown() if isinstance(row, Group)]
    assert groups == ["김서연", "담당자 없음"]
    section.hide_done.click()
    assert [row.title.text for row in section.list.rows.shown() if isinstance(row, Group)] == ["김서연"]


def test_a_task_is_added_and_edited(opened, office_file, idle, qtbot):
    workspace, section = opened()
    section.add_button.click()
    idle(workspace)
    assert section.panel.row()[0] == "task"
    entry = section.panel.editor("title").entry("ko")
    entry.setFocus()
    entry.insertPlainText("명패 준비")
    section.panel.flush()
    idle(workspace)
    assert [task.title.text_in("ko") for task in stored(office_file, section.whole.id)] == ["명패 준비"]


def test_the_list_is_kept_as_the_usual_one_and_taken_over_by_another_visit(opened, office_file, idle):
    workspace, section = opened()
    with writing(office_file) as database:
        visits.task.add(database, visit_id=section.whole.id, title={"ko": "우리 일"}, due_days=-5)
        other = planning.plan_visit(
            database, {"ko": "다음"}, ["ko"], dt.date(2025, 3, 3), dt.date(2025, 3, 4)
        ).value
    workspace.desk.refresh()
    idle(workspace)
    section.keep_template()
    idle(workspace)
    with Database.open(office_file) as database:
        assert [task.title.text_in("ko") for task in database.rows(Task, visit_id=None)] == ["우리 일"]
    workspace.desk.show_visit(other)
    idle(workspace)
    section.take_usual()
    idle(workspace)
    assert [(task.title.text_in("ko"), task.due_days) for task in stored(office_file, other)] == [
        ("우리 일", -5)
    ]


def test_days_relative_to_the_visit():
    span = Span(dt.date(2024, 7, 30), dt.date(2024, 8, 1), dt.date(2024, 7, 1))
    ko = words("ko")
    soon = due_of(Task(due_days=-28), span)
    assert (soon.date, soon.left, relative(-28)) == (dt.date(2024, 7, 2), 1, "D-28")
    late = due_of(Task(due_date=dt.date(2024, 6, 28)), span)
    assert (late.overdue, late.days, state_words(late, ko)) == (True, None, "3일 경과")
    done = due_of(Task(due_days=-60, done_on=span.today), span)
    assert not done.overdue
    assert due_of(Task(due_days=-3), Span(None, None, span.today)).date is None
    assert relative(7) == "D+7"


def test_a_task_is_overdue_until_the_last_day_of_the_visit_and_not_done_after_it():
    first, last = dt.date(2024, 7, 30), dt.date(2024, 8, 1)
    task = Task(due_days=-10)
    during = due_of(task, Span(first, last, last))
    after = due_of(task, Span(first, last, last + dt.timedelta(1)))
    assert (during.overdue, after.overdue) == (True, False)
    said = [state_words(after, words(tag)) for tag in ("ko", "ja", "en")]
    assert said == ["미완료", "未完了", "Not done"]
    report = due_of(Task(due_days=14), Span(first, last, last + dt.timedelta(3)))
    assert state_words(report, words("en")) == "9 days left"


def test_what_day_it_is_goes_by_the_zone_of_the_visit(monkeypatch):
    late = dt.datetime(2024, 8, 1, 16, tzinfo=dt.UTC)
    monkeypatch.setattr(due, "now", lambda: late)
    visit = Visit(time_zone="Asia/Tokyo", days=[VisitDay(date=dt.date(2024, 8, 1))])
    assert span_of(visit).over
    visit.time_zone = ""
    assert not span_of(visit).over


def test_a_visit_that_is_over_does_not_shout(opened, idle):
    workspace, section = opened()
    section.take_usual()
    idle(workspace)
    rows = [row for row in section.list.rows.shown() if isinstance(row, ListRow)]
    assert {row.cells[4].first.text for row in rows} == {"미완료"}
    assert not any(cell.badge for row in rows for cell in row.cells)
    assert not any("경과" in said for said in spoken(section))
    workspace.visit_page.open_section("overview")
    idle(workspace)
    overview = workspace.visit_page.build("overview")
    assert not any("경과" in said for said in spoken(overview))
    assert not any("경과" in tile.fact.open for tile in overview.tiles.tiles)


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_the_bar_has_room_for_its_words(opened, language, idle):
    _workspace, section = opened(language, (1024, 640))
    for widget in (section.grouping, section.hide_done, section.lists, section.add_button):
        assert widget.width() >= widget.sizeHint().width(), widget.accessibleName()
        assert widget.accessibleName()
