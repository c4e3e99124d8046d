"""Filters, the line in which entries are typed, repairs of findings, and room for words."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from models.actions import schedule
from models.store import Database, Profile
from tests.ui.scene import in_file, item_called
from ui.pages.schedule.quick import Typed, read_entry, readings
from ui.pages.schedule.rows import Head, Row
from ui.pages.schedule.several import read_shift
from ui.widgets.banner import Banner
from ui.widgets.button import Link
from ui.widgets.text import Text

NEAR = dt.date(2024, 7, 30)


def shown(section):
    return [row.item.title.text_in("ko") for row in section.list.rows.shown() if isinstance(row, Row)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "9:30-10:15 Welcome address",
            Typed("Welcome address", "address", None, dt.time(9, 30), dt.time(10, 15)),
        ),
        ("13:30 오찬", Typed("오찬", "meal", None, dt.time(13, 30))),
        ("오후 2시 랩투어", Typed("랩투어", "lab tour", None, dt.time(14))),
        ("0930 기념촬영", Typed("기념촬영", "photo", None, dt.time(9, 30))),
        (
            "7/31 9:30-10:00 ティータイム",
            Typed("ティータイム", "tea", dt.date(2024, 7, 31), dt.time(9, 30), dt.time(10)),
        ),
        ("3 items to be settled", Typed("3 items to be settled", "")),
        ("2024 review", Typed("2024 review", "")),
        ("Signing", Typed("Signing", "signing")),
        ("  ", None),
    ],
)
def test_a_line_is_read_as_an_entry(text, expected):
    assert read_entry(text, NEAR) == expected


LUNCH = (None, dt.time(12), dt.time(13, 30))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12:00-13:30 Lunch", [Typed("Lunch", "meal", *LUNCH)]),
        ("Lunch 12:00-13:30", [Typed("Lunch", "meal", *LUNCH)]),
        ("오찬 12시", [Typed("오찬", "meal", None, dt.time(12))]),
        (
            "ラボツアー12:00-13:30 Lunch",
            [
                Typed("Lunch", "meal", *LUNCH),
                Typed("ラボツアー", "lab tour", *LUNCH),
                Typed("ラボツアー12:00-13:30 Lunch", "meal"),
            ],
        ),
        ("Review of ISO 19:2020", [Typed("Review of ISO 19:2020", "")]),
        ("Ratio 1:2:3", [Typed("Ratio 1:2:3", "")]),
        ("", []),
    ],
)
def test_a_time_is_found_wherever_it_stands(text, expected):
    assert readings(text, NEAR) == expected


def test_what_can_be_read_in_two_ways_is_asked_about(opened, idle, qtbot):
    workspace, section = opened()
    before = len(shown(section))
    entry = section.quick.entry
    entry.setFocus()
    entry.insert("ラボツアー12:00-13:30 Lunch")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    idle(workspace)
    assert len(shown(section)) == before
    assert entry.text()
    menu = QApplication.activePopupWidget()
    assert next(action.text() for action in menu.actions()) == "12:00–13:30 Lunch"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    idle(workspace)
    item = item_called(workspace, "Lunch")
    assert (item.at.start, item.at.end) == (dt.time(12), dt.time(13, 30))
    assert not entry.text()


def test_what_was_left_in_the_line_is_marked_when_one_comes_back(opened, idle, qtbot):
    workspace, section = opened()
    entry = section.quick.entry
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(entry, "left there")
    section.select("schedule_item", item_called(workspace, "단체사진").id)
    section.list.setFocus()
    idle(workspace)
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert entry.selectedText() == "left there"
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert not entry.selectedText()


def test_the_line_is_seen_whole_beside_a_form_that_lies_over_the_list(opened, idle):
    workspace, section = opened()
    workspace.window().resize(1024, 640)
    section.select("schedule_item", item_called(workspace, "단체사진").id)
    idle(workspace)
    assert section.beside.is_open()
    QApplication.processEvents()
    entry = section.quick.entry
    assert (
        entry.mapTo(section, QPoint(entry.width(), 0)).x() <= section.panel.mapTo(section, QPoint(0, 0)).x()
    )
    section.panel.head.cross.click()
    QApplication.processEvents()
    assert entry.width() > section.width() - 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+15", (15, 0)),
        ("-30 min", (-30, 0)),
        ("1 day", (0, 1)),
        ("-2일", (0, -2)),
        ("2시간", (120, 0)),
        ("x", None),
    ],
)
def test_by_how_much_entries_are_moved_is_read_as_typed(text, expected):
    assert read_shift(text) == expected


def test_typed_lines_become_entries_of_the_day_one_after_the_other(opened, office_file, idle, qtbot):
    workspace, section = opened()
    section.select("schedule_item", item_called(workspace, "단체사진").id)
    entry = section.quick.entry
    entry.setFocus()
    for text in ("17:30-19:00 만찬", "19:00 NMIJ 랩투어 2"):
        entry.insert(text)
        qtbot.keyClick(entry, Qt.Key.Key_Return)
        idle(workspace)
        assert not entry.text()
        assert entry.hasFocus()
    dinner = in_file(office_file, item_called(workspace, "만찬").id)
    assert (dinner.date, dinner.start, dinner.end, dinner.kind.value) == (
        NEAR,
        dt.time(17, 30),
        dt.time(19),
        "meal",
    )
    assert len(in_file(office_file, item_called(workspace, "NMIJ 랩투어 2").id).tours) == 1


def test_entries_are_filtered_by_participant_state_audience_and_meeting(opened, office_file, idle):
    from models.actions import entries
    from models.store import Database

    workspace, section = opened()
    item, other = item_called(workspace, "환영사"), item_called(workspace, "답사")
    everything = shown(section)
    party = workspace.desk.visit.parties[0].id
    with Database.open(office_file) as database:
        entries.edit_all(database, [item.id], {"status": "tentative"})
        entries.edit_all(database, [other.id], {"audience": "party", "audience_party_id": party})
    workspace.desk.refresh()
    idle(workspace)
    section.filters.choose("status", "tentative")
    assert shown(section) == ["환영사"]
    section.filters.choose("status", "")
    section.filters.choose("audience", "parties")
    assert "답사" not in shown(section)
    section.filters.choose("audience", f"party:{party}")
    assert shown(section) == everything
    section.filters.choose("audience", "office")
    assert not section.list.isVisible()
    section.filters.choose("audience", "")
    person = next(who for who in workspace.desk.visit.people() if who.name.given.text_in("en") == "Su Yong")
    section.filters.choose("who", f"person:{person.id}")
    assert shown(section)
    meeting = section.whole.meetings[0]
    section.filters.choose("who", "")
    section.filters.choose("meeting", meeting.id)
    mine = {
        each.title.text_in("ko")
        for each in section.whole.items
        if any(link.meeting_id == meeting.id for link in each.meetings)
    }
    assert set(shown(section)) == mine
    assert len(shown(section)) < len(everything)


def test_who_is_left_out_is_filtered_out(opened, idle):
    from ui.deeds import Deed

    workspace, section = opened()
    item = item_called(workspace, "오찬")
    person = workspace.desk.visit.people()[0]
    section.filters.choose("who", f"person:{person.id}")
    assert section.list.rows.index_of("schedule_item", item.id).isValid()
    arguments = {"item_id": item.id, "person_id": person.id, "role": "participant", "excluded": True}
    workspace.desk.do(Deed("participation.add", arguments))
    idle(workspace)
    assert not section.list.rows.index_of("schedule_item", item.id).isValid()


def links(section):
    return {
        link.text(): link
        for banner in section.panel.findChildren(Banner)
        if banner.isVisible()
        for link in banner.findChildren(Link)
    }


def test_findings_are_mended_by_what_their_banner_offers(opened, office_file, idle, qtbot):
    from ui.deeds import change

    workspace, section = opened("en")
    item = item_called(workspace, "환영사")
    section.select("schedule_item", item.id)
    workspace.desk.do(change("schedule_item", item.id, {"end": dt.time(8)}))
    idle(workspace)
    links(section)["Ends at 10:00"].click()
    idle(workspace)
    assert in_file(office_file, item.id).end == dt.time(10)
    workspace.desk.do(change("schedule_item", item.id, {"date": dt.date(2024, 8, 9)}))
    idle(workspace)
    (link,) = [link for text, link in links(section).items() if "becomes a day" in text]
    link.click()
    idle(workspace)
    assert dt.date(2024, 8, 9) in [day.date for day in section.whole.days]
    session = item_called(workspace, "디지털 전환(DX)")
    section.select("schedule_item", session.id)
    idle(workspace)
    qtbot.wait(20)
    links(section)["Name the speaker"].click()
    assert section.panel.row()[0] == "presentation"
    for talk in session.talks:
        workspace.desk.do(change("presentation", talk.id, {"minutes": 30}))
    idle(workspace)
    section.select("schedule_item", session.id)
    qtbot.wait(20)
    links(section)["Ends at 11:45"].click()
    idle(workspace)
    assert in_file(office_file, session.id).end == dt.time(11, 45)


def test_times_that_are_assumed_are_marked(opened, office_file, idle):
    from ui.deeds import change

    workspace, section = opened("en")
    item = item_called(workspace, "환영사")
    section.select("schedule_item", item.id)
    assert "time assumed" in section.list.currentIndex().data()
    workspace.desk.do(change("schedule_item", item.id, {"time_basis": "agreed"}))
    idle(workspace)
    assert "time assumed" not in section.list.currentIndex().data()


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_the_bar_has_room_for_its_words(opened, language, idle, qtbot):
    workspace, section = opened(language, (1024, 640))
    for panel in (False, True):
        if panel:
            section.select("schedule_item", item_called(workspace, "환영사").id)
        idle(workspace)
        qtbot.wait(20)
        for widget in (*section.filters.buttons.values(), section.kinds, section.add_button):
            assert widget.width() >= widget.sizeHint().width(), widget.accessibleName()
            assert widget.accessibleName()


def test_the_name_on_a_filter_is_the_one_of_now(opened, office_file, idle):
    from models.actions import directory
    from models.store import Database

    workspace, section = opened(size=(1440, 900))
    person = next(who for who in workspace.desk.visit.people() if who.name.given.text_in("en") == "Su Yong")
    section.filters.choose("who", f"person:{person.id}")
    assert "권수용" in section.filters.buttons["who"].accessibleName()
    with Database.open(office_file) as database:
        directory.person.edit(database, person.id, {"given.ko": "수영"})
    workspace.desk.refresh()
    idle(workspace)
    assert "권수영" in section.filters.buttons["who"].accessibleName()


def test_who_joins_from_elsewhere_is_shown_by_the_clock_of_the_visit(opened, office_file, idle, qtbot):
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        visit = next(
            each for each in [database.load_visit(one.id) for one in database.visits()] if each.items
        )
        fields = {"visit_id": visit.id, "date": dt.date(2024, 7, 29), "zone": "America/Denver"}
        times = {"start": dt.time(18, 45), "end": dt.time(19, 15)}
        key = schedule.item.add(database, title={"ko": "원격 발표"}, **fields, **times).value
    workspace, section = opened()
    rows = section.list.rows.shown()
    row = next(each for each in rows if isinstance(each, Row) and each.item.id == key)
    assert (row.start, row.end) == ("09:45", "10:15")
    assert "18:45" in row.count
    assert "UTC" in row.count
    at = rows.index(row)
    assert section.list.rows.date_at(at) == dt.date(2024, 7, 30)
    before = [each.item.at.start for each in rows[:at] if isinstance(each, Row) and each.item.at.start]
    assert before[-1] <= dt.time(9, 45)
    section.select("schedule_item", key)
    section.close_panel()
    qtbot.keyClick(section.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    idle(workspace)
    assert in_file(office_file, key).date == dt.date(2024, 7, 30)
    found = next(each for each in workspace.desk.visit.days if any(item.id == key for item in each.items))
    assert found.date == dt.date(2024, 7, 31)


def test_who_chairs_does_so_before_everyone(opened, office_file):
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        visit = next(
            each for each in [database.load_visit(one.id) for one in database.visits()] if each.items
        )
        person = visit.delegations[0].delegates[0].person_id
        fields = {"visit_id": visit.id, "date": visit.items[0].date, "title": {"ko": "총괄 토의"}}
        key = schedule.item.add(database, **fields).value
        schedule.set_chair(database, key, person)
    _workspace, section = opened()
    row = next(each for each in section.list.rows.shown() if isinstance(each, Row) and each.item.id == key)
    assert row.people == "전원, 이호성"


def test_the_end_of_a_day_is_open_while_that_of_its_last_entry_is(opened, office_file):
    with Database.open(office_file, Profile("author-1", "김서연", "device-1")) as database:
        visit = next(
            each for each in [database.load_visit(one.id) for one in database.visits()] if each.items
        )
        schedule.item.add(
            database, visit_id=visit.id, date=dt.date(2024, 7, 30), start=dt.time(22), zone=visit.time_zone
        )
    _workspace, section = opened()
    heads = [row for row in section.list.rows.shown() if isinstance(row, Head)]
    head = next(each for each in heads if each.day.date == dt.date(2024, 7, 30))
    assert head.span.endswith("–")


def test_an_entry_that_was_just_added_is_not_greeted_with_what_it_lacks(opened, idle):
    workspace, section = opened()
    section.add()
    idle(workspace)
    key = section.panel.row()[1]
    assert not [
        each for each in section.panel.findChildren(Banner) if "모든 언어" in each.findChild(Text).text()
    ]
    section.select("schedule_item", item_called(workspace, "환영사").id)
    section.select("schedule_item", key)
    idle(workspace)
    assert any(finding.code == "no-text" for finding in section.found(key))
    assert section.panel.findChildren(Banner)
