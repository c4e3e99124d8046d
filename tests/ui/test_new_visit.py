"""The dialog for a new visit, in the real window: from scratch and from a series."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from models.store import Database
from ui.dialogs.visit import VisitDialog


@pytest.fixture
def asked(window, office_file, idle):
    """Return a function that opens the dialog over the sample."""

    def ask(language="ko", size=(1440, 900)):
        workspace = window(office_file, language, size)
        idle(workspace)
        workspace.new_visit()
        dialog = workspace.findChild(VisitDialog)
        idle(workspace)
        return workspace, dialog

    return ask


def choose_series(dialog, at=0):
    key = dialog.planning.series[at].id
    dialog.series.setCurrentIndex(dialog.series.findData(key))
    dialog.series.activated.emit(dialog.series.currentIndex())


def type_days(dialog, first, last):
    for entry, text in ((dialog.first, first), (dialog.last, last)):
        entry.setText(text)
        entry.left.emit()


def newest(path):
    with Database.open(path) as database:
        return database.load_visit(max(visit.id for visit in database.visits()))


def test_a_series_proposes_number_host_parties_titles_and_says_why(asked):
    _workspace, dialog = asked()
    choose_series(dialog)
    assert dialog.number.text() == "20"
    assert dialog.title.text() == "제20차 한일 국가측정표준기관장회의"
    assert dialog.titles["ja"].text() == "第20回日韓国家計量標準機関長会議"
    sides = {row.picker.line.text(): row.side.value() for row in dialog.parties.rows}
    assert sides == {"KRISS": "host", "NMIJ": "guest"}
    assert "NMIJ" in dialog._reason.text()
    assert "제19차" in dialog._reason.text()


def test_it_becomes_a_visit_with_its_meeting_in_one_step(asked, office_file, idle, qtbot):
    workspace, dialog = asked()
    choose_series(dialog)
    type_days(dialog, "2025-10-10", "2025-10-12")
    before = len(workspace.desk.file.visits)
    dialog.act.click()
    idle(workspace)
    visit = newest(office_file)
    assert [(meeting.number, meeting.host.acronym) for meeting in visit.meetings] == [(20, "KRISS")]
    assert visit.meetings[0].date == "2025-10-10"
    assert [(party.organisation.acronym, party.side.value) for party in visit.parties] == [
        ("KRISS", "host"),
        ("NMIJ", "guest"),
    ]
    assert (visit.time_zone, visit.country, visit.city.text_in("ko")) == ("Asia/Seoul", "KR", "대전")
    assert len(visit.days) == 3
    assert len(visit.tasks) == 19
    assert workspace.desk.visit.id == visit.id
    workspace.commands.undo.trigger()
    idle(workspace)
    assert len(workspace.desk.file.visits) == before


def test_what_somebody_typed_is_not_proposed_over(asked):
    _workspace, dialog = asked()
    dialog.title.setText("우리 방문")
    choose_series(dialog)
    assert dialog.title.text() == "우리 방문"
    dialog.number.setText("21")
    dialog.number.left.emit()
    assert dialog.titles["ja"].text().startswith("第21回")
    assert dialog.title.text() == "우리 방문"


@pytest.mark.parametrize(
    ("last", "reason"), [("2025-03-01", "마지막 날이 첫날보다"), ("2026-03-05", "최대 60일")]
)
def test_days_that_cannot_be_say_why_and_nothing_jumps(asked, last, reason, qapp):
    workspace, dialog = asked()
    dialog.title.setText("방문")
    before = places(dialog, qapp)
    type_days(dialog, "2025-03-03", last)
    assert reason in dialog._last_field._note.text()
    dialog.act.click()
    assert dialog.isVisible()
    assert places(dialog, qapp) == before
    type_days(dialog, "2025-03-03", "2025-03-04")
    assert not dialog._last_field._note.text()
    assert len(workspace.desk.file.visits) == 2


def places(dialog, qapp):
    """Return where fields stand once all is laid out."""
    for _ in range(3):
        dialog.parties.layout().activate()
        dialog.inside.activate()
        dialog.layout().activate()
        qapp.sendPostedEvents()
        qapp.processEvents()
    parts = (dialog.parties, dialog.checklist, dialog.first, dialog.last)
    return [part.mapTo(dialog, part.rect().topLeft()) for part in parts]


def test_three_parties_one_of_them_new(asked, office_file, idle, qtbot):
    workspace, dialog = asked()
    dialog.title.setText("삼자 회의")
    type_days(dialog, "2025-03-03", "2025-03-04")
    rows = dialog.parties.rows
    assert (rows[0].picker.line.text(), rows[0].side.value(), rows[1].side.value()) == (
        "KRISS",
        "guest",
        "host",
    )
    nist = workspace.hands.offers("organisation", "NIST")[0]
    rows[1].picker.line.pick(nist.id, nist.text)
    dialog.parties.more.click()
    line = dialog.parties.rows[2].picker.line
    qtbot.keyClicks(line, "PTB")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    dialog.checklist.setChecked(False)
    dialog.act.click()
    idle(workspace)
    visit = newest(office_file)
    named = [party.organisation.acronym or party.organisation.name.text_in("ko") for party in visit.parties]
    assert named == ["KRISS", "NIST", "PTB"]
    assert [party.side.value for party in visit.parties] == ["guest", "host", "guest"]
    assert len(visit.delegations) == 3
    assert not visit.tasks
    assert visit.time_zone == "America/New_York"


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_it_fits_into_a_small_window(asked, language):
    workspace, dialog = asked(language, (1024, 640))
    assert dialog.height() <= 640
    assert dialog.act.isVisible()
    for widget in (dialog.act, dialog.cancel, dialog.parties.more):
        assert widget.width() >= widget.sizeHint().width()
    assert all(row.picker.line.accessibleName() for row in dialog.parties.rows)
    workspace.setFocus()


def test_who_is_made_host_takes_that_from_the_other(asked):
    _workspace, dialog = asked()
    choose_series(dialog)
    rows = {row.picker.line.text(): row for row in dialog.parties.rows}
    rows["NMIJ"].side.take("host")
    rows["NMIJ"].side.chosen.emit("host")
    assert (rows["NMIJ"].side.value(), rows["KRISS"].side.value()) == ("host", "guest")


def test_tab_goes_through_the_parties(asked, qtbot):
    _workspace, dialog = asked()
    choose_series(dialog)
    qtbot.waitUntil(lambda: all(row.picker.line.isVisible() for row in dialog.parties.rows), timeout=5000)
    dialog.last.setFocus()
    met = []
    for _ in range(12):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        met.append(dialog.focusWidget())
    lines = [row.picker.line for row in dialog.parties.rows]
    assert [each for each in met if each in (*lines, dialog.parties.more)] == [*lines, dialog.parties.more]


def test_a_visit_that_we_receive_needs_no_passports(asked):
    _workspace, dialog = asked()
    choose_series(dialog)
    tasks = dialog._arguments({}, *[dt.date(2025, 3, 3)] * 2)["tasks"]
    assert len(tasks) == 19
    assert "19" in dialog.checklist.text()


def test_a_series_that_is_selected_is_chosen_already(window, office_file, idle):
    workspace = window(office_file, "en")
    idle(workspace)
    workspace.open_page("series")
    idle(workspace)
    page = workspace.navigation.pages["series"]
    for table, series in (("series", page.content[0][0]), ("meeting", page.content[0][1])):
        page.select(table, series.id if table == "series" else series.editions[0].id)
        idle(workspace)
        workspace.new_visit()
        dialog = workspace.findChild(VisitDialog)
        idle(workspace)
        assert dialog.series.value() == series.id
        assert dialog.number.text()
        dialog.reject()
        dialog.deleteLater()
        QApplication.processEvents()


def test_the_checklist_has_as_many_tasks_as_it_says(asked, office_file, idle, qtbot):
    workspace, dialog = asked("en")
    choose_series(dialog)
    assert "19 tasks: as hosts" in dialog.checklist.text()
    guest = next(row for row in dialog.parties.rows if row.side.value() == "guest")
    host = next(each for each in guest.side.findChildren(QAbstractButton) if each.text() == "Host")
    qtbot.mouseClick(host, Qt.MouseButton.LeftButton)
    assert "(20 tasks)" in dialog.checklist.text()
    type_days(dialog, "2025-10-10", "2025-10-12")
    dialog.act.click()
    idle(workspace)
    assert len(newest(office_file).tasks) == 20


def test_who_hosts_is_said_with_the_reason_and_what_was_chosen_instead(asked, qtbot):
    _workspace, dialog = asked("en")
    choose_series(dialog)
    said = dialog._reason.text()
    assert "By the order of the parties KRISS is the next host, since NMIJ hosted" in said
    guest = next(row for row in dialog.parties.rows if row.side.value() == "guest")
    host = next(each for each in guest.side.findChildren(QAbstractButton) if each.text() == "Host")
    qtbot.mouseClick(host, Qt.MouseButton.LeftButton)
    assert "Chosen as host now: NMIJ." in dialog._reason.text()
    back = next(each for each in guest.side.findChildren(QAbstractButton) if each.text() == "Guest")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert "Nobody is host yet" in dialog._reason.text()


def test_the_last_day_is_read_as_one_that_follows_the_first(asked):
    _workspace, dialog = asked("en")
    type_days(dialog, "9 March 2027", "11/3")
    assert dialog.last.value() == dt.date(2027, 3, 11)
    assert "11 March 2027" in dialog.last.text()
