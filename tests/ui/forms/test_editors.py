"""Each kind of field: what people type is taken as they mean it, or it is said what is wrong."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from models.text.localised import LocalisedText
from models.text.names import Name, full_name
from tests.ui.forms.conftest import typed
from ui.edits import Edit
from ui.forms.record import Record
from ui.forms.spec import FieldKind, FieldSpec, FormSpec, GroupSpec
from ui.forms.specs import FORMS

DAY = dt.date(2024, 7, 30)


def of(kind, name="field", **others):
    """Return a form of one field."""
    field = FieldSpec(name, kind, "Field", **others)
    return FormSpec("thing", "Thing", "user", (GroupSpec("", (field,)),))


def leave(qtbot, entry, text):
    """Type a text, key by key as far as a keyboard of tests has it, and leave with Return."""
    entry.setFocus()
    entry.selectAll()
    if text.isascii() and text:
        qtbot.keyClicks(entry, text)
    else:
        entry.insert(text) if text else entry.del_()
    qtbot.keyClick(entry, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("kind", "text", "value", "shown"),
    [
        (FieldKind.NUMBER, "45 min", 45, "45"),
        (FieldKind.NUMBER, "１２", 12, "12"),
        (FieldKind.NUMBER, "1,200", 1200, "1200"),
        (FieldKind.EMAIL, "ｋｉｍ＠example.org", "kim@example.org", "kim@example.org"),
        (FieldKind.DATE, "7월 31일", dt.date(2024, 7, 31), "2024-07-31"),
        (FieldKind.DATE, "8/1", dt.date(2024, 8, 1), "2024-08-01"),
        (FieldKind.TIME, "0930", dt.time(9, 30), "09:30"),
        (FieldKind.TIME, "오후 2시", dt.time(14), "14:00"),
        (FieldKind.PARTIAL_DATE, "2024년 7월", "2024-07", ""),
        (FieldKind.PARTIAL_DATE, "2020", "2020", ""),
        (FieldKind.PARTIAL_DATE, "2024-07-30", "2024-07-30", ""),
    ],
)
def test_what_is_typed_is_taken(form, qtbot, kind, text, value, shown):
    made = form()
    made.show(of(kind), Record("thing", "t", {}), near=DAY)
    entry = made.editor("field").entry
    leave(qtbot, entry, text)
    (edit,) = made.edits
    assert edit.values == {"field": value}
    made.panel.confirm(edit)
    assert not made.panel.typing()
    if shown and kind is not FieldKind.DATE:
        assert entry.text() == shown


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (FieldKind.NUMBER, "many", "whole number"),
        (FieldKind.EMAIL, "kim.example.org", "“@” is missing"),
        (FieldKind.EMAIL, "kim@example", "domain"),
        (FieldKind.DATE, "13/45", "not a date"),
        (FieldKind.TIME, "25:10", "00:00 to 23:59"),
        (FieldKind.PARTIAL_DATE, "2024-13", "not a date"),
    ],
)
def test_what_cannot_be_taken_is_explained_beside_the_field(form, qtbot, kind, text, said):
    made = form()
    made.show(of(kind), Record("thing", "t", {}), near=DAY)
    editor = made.editor("field")
    leave(qtbot, editor.entry, text)
    assert said in editor.problem()
    assert editor.entry.property("state") == "error"
    assert not made.edits
    qtbot.keyClick(editor.entry, Qt.Key.Key_Escape)
    assert editor.entry.text() == ""


@pytest.mark.parametrize("language", ["ko", "ja"])
def test_what_is_wrong_is_said_in_the_language_of_the_screen(form, qtbot, language):
    made = form(language)
    made.show(of(FieldKind.EMAIL), Record("thing", "t", {}))
    leave(qtbot, made.editor("field").entry, "a@@b")
    assert made.editor("field").problem()
    assert not made.editor("field").problem().isascii()
    assert "stands" not in made.editor("field").problem()


WHEN = of(FieldKind.WHEN, "date", columns=("date", "start", "end", "end_day", "zone"))
ROW = Record(
    "thing",
    "t",
    {"date": DAY, "start": dt.time(9), "end": dt.time(9, 30), "end_day": 0, "zone": "Asia/Tokyo"},
)


@pytest.mark.parametrize(
    ("part", "text", "wanted"),
    [
        ("day", "8/1", {"date": dt.date(2024, 8, 1)}),
        ("day", "7/31 9:30", {"date": dt.date(2024, 7, 31), "start": dt.time(9, 30), "end": dt.time(10)}),
        (
            "day",
            "7월 31일 1010",
            {"date": dt.date(2024, 7, 31), "start": dt.time(10, 10), "end": dt.time(10, 40)},
        ),
        (
            "day",
            "7/31 14:00-15:20",
            {"date": dt.date(2024, 7, 31), "start": dt.time(14), "end": dt.time(15, 20)},
        ),
        ("start", "0800", {"start": dt.time(8)}),
        ("start", "10:00-11:30", {"start": dt.time(10), "end": dt.time(11, 30)}),
        ("end", "0130 +1", {"end": dt.time(1, 30), "end_day": 1}),
        ("end", "", {"end": None}),
    ],
)
def test_day_and_times_of_an_entry_are_one_group(form, qtbot, part, text, wanted):
    made = form()
    made.show(WHEN, ROW)
    leave(qtbot, getattr(made.editor("date"), part), text)
    (edit,) = made.edits
    assert edit.field == "date"
    assert edit.values == {**ROW.values, **wanted}
    assert edit.shown == ROW.values


def test_an_entry_in_another_zone_shows_it_and_it_can_be_changed(form, qtbot):
    made = form()
    made.show(WHEN, ROW, zone="Asia/Tokyo")
    editor = made.editor("date")
    assert not editor.zone.isVisible()
    assert editor.zone_link.text() == "Asia/Tokyo · UTC+9"
    qtbot.keyClick(editor.zone_link, Qt.Key.Key_Return)
    assert editor.zone.hasFocus()
    qtbot.keyClicks(editor.zone, "new york")
    qtbot.keyClick(editor.zone, Qt.Key.Key_Return)
    assert made.edits[-1].values["zone"] == "America/New_York"
    made.show(WHEN, Record("thing", "u", {**ROW.values, "zone": "America/New_York"}), zone="Asia/Tokyo")
    assert editor.zone.isVisible()
    made.show(WHEN, ROW, zone="Asia/Tokyo")
    assert not editor.zone.isVisible()


def test_zones_are_offered_as_they_are_on_the_day_of_the_entry(form, qtbot):
    made = form()
    for date, typed_day, hours in (
        (dt.date(2027, 3, 16), "", "UTC-6"),
        (dt.date(2027, 1, 16), "", "UTC-7"),
        (dt.date(2027, 1, 16), "2027-07-01", "UTC-6"),
    ):
        row = Record("thing", f"{date}{typed_day}", {**ROW.values, "date": date, "zone": "Europe/London"})
        made.show(WHEN, row, zone="Asia/Tokyo", near=dt.date(2027, 1, 1))
        editor = made.editor("date")
        if typed_day:
            typed(qtbot, editor.day, typed_day)
        (found,) = [offer for offer in editor.zone.offers("denver") if offer.key == "America/Denver"]
        assert found.detail == hours


def test_a_time_of_another_zone_says_what_it_is_by_the_clock_of_the_visit(form, qtbot):
    made = form()
    made.show(WHEN, Record("thing", "u", {**ROW.values, "zone": "America/Denver"}), zone="Europe/London")
    editor = made.editor("date")
    assert editor.at_home.isVisible()
    assert editor.at_home.text().startswith("= ")
    assert "16:00" in editor.at_home.text()
    assert editor.at_home.text().endswith("16:30 London")
    editor.start.setFocus()
    editor.start.selectAll()
    qtbot.keyClicks(editor.start, "0830")
    assert "15:30" in editor.at_home.text()
    made.show(WHEN, ROW, zone="Asia/Tokyo")
    assert not editor.at_home.isVisible()


def test_an_end_before_the_start_is_explained(form, qtbot):
    made = form()
    made.show(WHEN, ROW)
    editor = made.editor("date")
    leave(qtbot, editor.end, "0800")
    assert "08:00 +1" in editor.problem()
    assert editor.end.property("state") == "error"
    assert editor.day.property("state") != "error"
    assert not made.edits


def test_an_end_of_a_journey(form, qtbot):
    made = form()
    made.show(FORMS["leg"], Record("leg", "l", {"departure_date": DAY, "departure_zone": "Asia/Seoul"}))
    leave(qtbot, made.editor("departure").day, "8/1 7:45")
    assert made.edits[-1].values == {
        "departure_date": dt.date(2024, 8, 1),
        "departure_time": dt.time(7, 45),
        "departure_zone": "Asia/Seoul",
        "departure_fold": 0,
    }
    leave(qtbot, made.editor("arrival").time, "0900")
    assert made.editor("arrival").problem() == "A time needs its day"
    leave(qtbot, made.editor("departure").day, "")
    assert "not a date" in made.editor("departure").problem()


def test_periods(form, qtbot):
    made = form()
    made.show(FORMS["delegate"], Record("delegate", "d", {"role": "member"}), near=DAY)
    editor = made.editor("present")
    leave(qtbot, editor.entries["present_from"], "7/30-8/1")
    assert made.edits[-1].values == {"present_from": DAY, "present_to": dt.date(2024, 8, 1)}
    made.panel.confirm(made.edits[-1])
    leave(qtbot, editor.entries["present_to"], "7/29")
    assert editor.problem() == "The last day (29 July 2024) lies before the first (30 July 2024)"
    made.show(FORMS["affiliation"], Record("affiliation", "a", {"start": "2020-04", "end": ""}))
    leave(qtbot, made.editor("period").entries["end"], "2020")
    assert made.edits[-1].values == {"start": "2020-04", "end": "2020"}


def test_until_when(form, qtbot):
    made = form()
    made.show(FORMS["task"], Record("task", "t", {"due_days": -30, "due_date": None}), near=DAY)
    editor = made.editor("due")
    assert editor.entry.text() == "D-30"
    assert "30" in editor.hint.text()
    leave(qtbot, editor.entry, "-14")
    assert made.edits[-1].values == {"due_days": -14, "due_date": None}
    made.panel.confirm(made.edits[-1])
    assert editor.entry.text() == "D-14"
    leave(qtbot, editor.entry, "7/1")
    assert made.edits[-1].values == {"due_days": None, "due_date": dt.date(2024, 7, 1)}
    leave(qtbot, editor.entry, "soon")
    assert "D-30" in editor.problem()


PLACE = of(FieldKind.REFERENCE, "place_id", target="place", creates=True)
PLACED = Record("thing", "t", {"place_id": "p1"}, {"place_id": LocalisedText(en="Main hall", ja="大会議室")})


def test_a_reference_is_found_as_one_types_and_taken_by_keys(form, qtbot):
    made = form()
    made.show(PLACE, PLACED)
    line = made.editor("place_id").entry
    assert line.text() == "Main hall"
    typed(qtbot, line, "ee")
    assert line.list.isVisible()
    assert [row.text for row in line.list.rows()] == ["Meeting room 2", "Canteen", "Create “ee”"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not line.list.isVisible()
    assert made.edits == [Edit("thing", "t", "place_id", {"place_id": "p2"}, {"place_id": "p1"})]
    made.panel.confirm(made.edits[0])
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert len(line.list.rows()) == 3
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert made.edits[-1].values == {"place_id": "p3"}


def test_escape_goes_back_and_leaving_keeps_what_is_nothing_of_the_list(form, qtbot):
    made = form()
    made.show(PLACE, PLACED)
    editor = made.editor("place_id")
    line = editor.entry
    typed(qtbot, line, "can")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert (line.text(), line.list.isVisible()) == ("Main hall", False)
    typed(qtbot, line, "can")
    made.panel.head.cross.setFocus()
    assert (line.text(), line.list.isVisible()) == ("can", False)
    assert editor.problem().startswith("No place of this name.")
    assert line.property("state") == "error"
    assert not made.edits
    typed(qtbot, line, "Canteen")
    made.panel.head.cross.setFocus()
    assert made.edits[-1].values == {"place_id": "p3"}
    assert (editor.problem(), line.property("state")) == ("", "")


def test_tab_makes_nothing_new_of_a_word_that_is_nothing_of_the_list(form, qtbot):
    made = form()
    made.show(PLACE, PLACED)
    editor = made.editor("place_id")
    typed(qtbot, editor.entry, "President")
    assert [row.text for row in editor.entry.list.rows()] == ["Create “President”"]
    qtbot.keyClick(editor.entry, Qt.Key.Key_Tab)
    assert (made.made, made.edits) == ([], [])
    assert editor.entry.text() == "President"
    assert "or “Create”" in editor.problem()
    assert made.panel.unreadable() == [("thing", "t", "place_id")]
    # It waits for its row like other text that cannot be saved.
    made.show(PLACE, Record("thing", "other", {"place_id": "p2"}))
    assert (editor.entry.text(), editor.problem()) == ("Meeting room 2", "")
    assert made.panel.unreadable() == [("thing", "t", "place_id")]
    made.show(PLACE, PLACED)
    assert editor.entry.text() == "President"
    assert editor.problem()
    assert editor.entry.undo_typing()
    assert (editor.entry.text(), editor.problem()) == ("Main hall", "")


def test_a_country_that_is_not_found_stays_and_is_told(form, qtbot):
    made = form("ko")
    made.show(of(FieldKind.COUNTRY, "country"), Record("thing", "t", {"country": "KR"}))
    editor = made.editor("country")
    typed(qtbot, editor.entry, "Atlantis")
    qtbot.keyClick(editor.entry, Qt.Key.Key_Tab)
    assert editor.entry.text() == "Atlantis"
    assert editor.problem() == "해당 국가가 없습니다."
    assert not made.edits


def test_a_zone_that_is_not_found_stays_and_is_told(form, qtbot):
    made = form()
    made.show(of(FieldKind.ZONE, "zone"), Record("thing", "t", {"zone": "Asia/Tokyo"}))
    editor = made.editor("zone")
    typed(qtbot, editor.entry, "Nowhere")
    qtbot.keyClick(editor.entry, Qt.Key.Key_Tab)
    assert (editor.entry.text(), bool(editor.problem())) == ("Nowhere", True)


def test_a_word_that_can_be_added_to_no_list_stays_and_is_told(form, qtbot):
    made = form()
    made.show(
        of(FieldKind.REFERENCES, "places", target="place", creates=True), Record("thing", "t", {"places": ()})
    )
    editor = made.editor("places")
    typed(qtbot, editor.adding, "Garden")
    qtbot.keyClick(editor.adding, Qt.Key.Key_Tab)
    assert (made.made, made.edits, editor.adding.text()) == ([], [], "Garden")
    assert editor.problem().startswith("No place of this name.")


def test_tab_behind_a_click_changes_nothing(form, qtbot):
    made = form()
    made.show(PLACE, PLACED)
    line = made.editor("place_id").entry
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert line.list.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert not made.edits
    made.show(PLACE, Record("thing", "u", {"place_id": None}))
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert not made.edits


def test_tab_goes_from_a_picker_to_the_next_field(form, qtbot):
    made = form()
    spec = of(FieldKind.COUNTRY, "country")
    two = replace(spec, groups=(GroupSpec("", (*spec.fields(), FieldSpec("zone", FieldKind.ZONE, ""))),))
    made.show(two, Record("thing", "t", {"country": "KR", "zone": "Asia/Seoul"}))
    country = made.editor("country")
    assert country.picker.clear_button.isVisible()
    assert country.picker.clear_button.accessibleName()
    country.entry.setFocus()
    qtbot.keyClick(country.entry, Qt.Key.Key_Tab)
    assert made.editor("zone").entry.hasFocus()


def test_a_reference_is_cleared_by_emptying_it_or_with_its_button(form, qtbot):
    made = form()
    made.show(PLACE, PLACED)
    editor = made.editor("place_id")
    editor.entry.setFocus()
    editor.entry.selectAll()
    qtbot.keyClick(editor.entry, Qt.Key.Key_Delete)
    qtbot.keyClick(editor.entry, Qt.Key.Key_Tab)
    assert made.edits[-1].values == {"place_id": None}
    assert not editor.picker.clear_button.isVisible()
    made.show(PLACE, Record("thing", "u", PLACED.values, PLACED.labels))
    qtbot.mouseClick(editor.picker.clear_button, Qt.MouseButton.LeftButton)
    assert made.edits[-1] == Edit("thing", "u", "place_id", {"place_id": None}, {"place_id": "p1"})


def test_an_empty_field_that_is_emptied_of_a_wrong_word_stays_empty(form, qtbot):
    made = form()
    made.show(PLACE, Record("thing", "t", {"place_id": None}))
    editor = made.editor("place_id")
    typed(qtbot, editor.entry, "Nowhere")
    qtbot.keyClick(editor.entry, Qt.Key.Key_Tab)
    assert editor.problem()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return):
        editor.entry.setFocus()
        editor.entry.setText("Nowhere")
        editor.entry.selectAll()
        qtbot.keyClick(editor.entry, Qt.Key.Key_Delete)
        assert editor.entry.list.isVisible()
        qtbot.keyClick(editor.entry, key)
        assert (made.edits, editor.entry.text(), editor.problem()) == ([], "", "")


def test_what_the_arrows_mark_in_an_emptied_field_is_taken(form, qtbot):
    made = form()
    made.show(PLACE, PLACED)
    line = made.editor("place_id").entry
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    marked = line.list.current()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert made.edits[-1].values == {"place_id": marked.key}


def test_one_that_must_be_there_is_not_cleared(form, qtbot):
    made = form()
    made.show(of(FieldKind.REFERENCE, "place_id", target="place", required=True), PLACED)
    editor = made.editor("place_id")
    editor.entry.setFocus()
    editor.entry.selectAll()
    qtbot.keyClick(editor.entry, Qt.Key.Key_Delete)
    qtbot.keyClick(editor.entry, Qt.Key.Key_Tab)
    assert not made.edits
    assert editor.problem() == "Something must be chosen here"
    assert editor.entry.text() == "Main hall"


def test_what_is_missing_is_made_in_place(form, qtbot):
    made = form()
    made.show(PLACE, PLACED)
    line = made.editor("place_id").entry
    typed(qtbot, line, "Garden")
    (row,) = line.list.rows()
    assert row.text == "Create “Garden”"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    ((table, text, then),) = made.made
    assert (table, text) == ("place", "Garden")
    assert not made.edits
    then("p9")
    assert made.edits == [Edit("thing", "t", "place_id", {"place_id": "p9"}, {"place_id": "p1"})]
    assert line.text() == "Garden"


def test_what_was_made_late_goes_to_the_row_that_it_was_made_for(form, qtbot):
    made = form()
    made.show(PLACE, PLACED)
    line = made.editor("place_id").entry
    typed(qtbot, line, "Garden")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    made.show(PLACE, Record("thing", "other", {"place_id": "p2"}))
    made.made[0][2]("p9")
    assert made.edits == [Edit("thing", "t", "place_id", {"place_id": "p9"}, {"place_id": "p1"})]
    assert line.key() == "p2"


def test_the_list_of_a_picker_is_used_with_the_mouse(form, qtbot):
    made = form()
    made.show(PLACE, PLACED)
    line = made.editor("place_id").entry
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert line.list.isVisible()
    third = line.list.visualRect(line.list.model().index(2, 0)).center()
    qtbot.mouseClick(line.list.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert made.edits[-1].values == {"place_id": "p3"}


@pytest.mark.parametrize(
    ("text", "zone"), [("seoul", "Asia/Seoul"), ("berl", "Europe/Berlin"), ("utc", "UTC")]
)
def test_zones(form, qtbot, text, zone):
    made = form()
    made.show(of(FieldKind.ZONE, "zone"), Record("thing", "t", {"zone": "Asia/Tokyo"}))
    line = made.editor("zone").entry
    assert made.editor("zone").hint.text() == "UTC+9"
    typed(qtbot, line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert made.edits[-1].values == {"zone": zone}


def test_countries_are_found_in_any_language(form, qtbot):
    made = form("ko")
    made.show(of(FieldKind.COUNTRY, "country"), Record("thing", "t", {"country": "KR"}))
    line = made.editor("country").entry
    assert line.text() == "대한민국"
    typed(qtbot, line, "japa")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert made.edits[-1].values == {"country": "JP"}
    assert line.text() == "일본"


def test_languages_are_added_moved_and_taken_out_by_keys(form, qtbot):
    made = form()
    made.show(
        of(FieldKind.LANGUAGES, "languages", choices="language"), Record("thing", "t", {"languages": ("ko",)})
    )
    editor = made.editor("languages")
    typed(qtbot, editor.adding, "jap")
    qtbot.keyClick(editor.adding, Qt.Key.Key_Return)
    assert made.edits[-1].values == {"languages": ("ko", "ja")}
    chip = editor.chips.chips["ja"]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert made.edits[-1].values == {"languages": ("ja", "ko")}
    chip = editor.chips.chips["ja"]
    assert chip.hasFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert made.edits[-1].values == {"languages": ("ko",)}
    last = editor.chips.chips["ko"]
    qtbot.mouseClick(last, Qt.MouseButton.LeftButton, pos=QPoint(last.width() - 12, 13))
    assert made.edits[-1].values == {"languages": ()}
    assert [edit.shown["languages"] for edit in made.edits] == [("ko",), ("ko", "ja"), ("ja", "ko"), ("ko",)]


def test_a_choice_that_is_taken_back_while_it_is_being_saved_is_saved_so(form):
    made = form()
    made.show(FORMS["agreement"], Record("agreement", "a", {"kind": "mou"}))
    entry = made.editor("kind").entry
    for code in ("other", "mou", "mou"):
        entry.setCurrentIndex(entry.findData(code))
        entry.activated.emit(entry.currentIndex())
    assert [(edit.values["kind"], edit.shown["kind"]) for edit in made.edits] == [
        ("other", "mou"),
        ("mou", "other"),
    ]


def test_several_references(form, qtbot):
    made = form()
    spec = of(FieldKind.REFERENCES, "places", target="place")
    made.show(spec, Record("thing", "t", {"places": ("x",)}, {"places.x": "The garden"}))
    editor = made.editor("places")
    assert editor.chips.chips["x"].text() == "The garden"
    typed(qtbot, editor.adding, "main")
    qtbot.keyClick(editor.adding, Qt.Key.Key_Return)
    assert made.edits[-1].values == {"places": ("x", "p1")}
    assert editor.chips.chips["p1"].text() == "Main hall"


def test_a_flag(form, qtbot):
    made = form()
    made.show(of(FieldKind.FLAG, "flag"), Record("thing", "t", {"flag": False}))
    qtbot.keyClick(made.editor("flag").box, Qt.Key.Key_Space)
    assert made.edits == [Edit("thing", "t", "flag", {"flag": True}, {"flag": False})]
    made.panel.confirm(made.edits[0])
    assert not made.panel.typing()


def test_who_may_see_a_thing_is_one_choice_of_two_columns(form):
    made = form()
    spec = of(FieldKind.AUDIENCE, "audience", columns=("audience", "audience_party_id"))
    values = {"audience": "party", "audience_party_id": "p7"}
    made.show(spec, Record("thing", "t", values, {"audience_party_id": "NMIJ"}))
    entry = made.editor("audience").entry
    assert entry.currentText() == "NMIJ only"
    entry.setCurrentIndex(entry.findData("office"))
    entry.activated.emit(entry.currentIndex())
    assert made.edits[-1].values == {"audience": "office", "audience_party_id": None}
    assert made.edits[-1].shown == values


NAMED = Record(
    "person",
    "p",
    {
        "family": LocalisedText(ja="臼田", en="Usuda"),
        "given": LocalisedText(ja="孝", en="Takashi"),
        "reading": LocalisedText(ja="うすだ たかし"),
        "native_language": "ja",
        "title": LocalisedText(en="Dr."),
    },
)


def test_a_name_is_saved_script_by_script(form, qtbot):
    made = form()
    made.show(FORMS["person"], NAMED)
    editor = made.editor("name")
    assert list(editor.rows) == ["en", "ko", "ja"]
    assert list(editor.rows["ja"].entries) == ["family.ja", "given.ja", "reading.ja"]
    assert list(editor.rows["ko"].entries) == ["family.ko", "given.ko"]
    leave(qtbot, editor.rows["en"].entries["given.en"], "Taka")
    assert made.edits == [
        Edit(
            "person",
            "p",
            "name.en",
            {"family.en": "Usuda", "given.en": "Taka", "preferred.en": ""},
            {"family.en": "Usuda", "given.en": "Takashi", "preferred.en": ""},
        )
    ]
    made.panel.confirm(made.edits[0])
    assert not made.panel.typing()
    assert editor.rows["en"].entries["preferred.en"].placeholderText() == "Dr. USUDA Taka"


def test_the_name_as_it_is_typed_is_known_before_it_is_saved(form, qtbot):
    made = form()
    made.show(FORMS["person"], NAMED)
    editor = made.editor("name")
    typed(qtbot, editor.rows["en"].entries["preferred.en"], "Taka Usuda")
    assert isinstance(editor.name(), Name)
    assert full_name(editor.name(), "en", title=False).text == "Taka Usuda"
    assert not made.edits


def test_a_missing_translation_is_marked_and_the_last_one_of_the_same_text_offered(form, qtbot):
    made = form()
    record = Record("agreement", "a", {"title": LocalisedText(ko="환영사", ja="歓迎の挨拶")})
    found = {("환영사", "ko", "en"): "Welcome address"}
    made.show(
        FORMS["agreement"],
        record,
        earlier=lambda text, of, to: found.get((text, of, to), ""),
        languages=("ko", "ja", "en"),
    )
    title = made.editor("title")
    assert title.entry("en").property("state") == "missing"
    assert "Korean" in title.field("en").note()
    assert title.entry("ja").property("state") != "missing"
    offer = title.offer("en")
    assert offer.isVisible()
    assert "Welcome address" in offer.text()
    assert not title.offer("ja").isVisible()
    qtbot.keyClick(offer, Qt.Key.Key_Return)
    assert made.edits == [
        Edit("agreement", "a", "title.en", {"title.en": "Welcome address"}, {"title.en": ""})
    ]
    assert title.entry("en").text() == "Welcome address"
    assert not offer.isVisible()


def test_a_picker_searches_while_hangul_is_composed(form):
    made = form()
    made.show(PLACE, PLACED)
    line = made.editor("place_id").entry
    line.setFocus()
    line.clear()
    QApplication.sendEvent(line, QInputMethodEvent("can", []))
    assert [row.text for row in line.list.rows()] == ["Canteen", "Create “can”"]


def test_what_a_reference_is_called_follows_a_new_name_and_another_language(form):
    made = form()
    made.show(PLACE, PLACED)
    line = made.editor("place_id").entry
    line.setFocus()
    renamed = Record("thing", "t", {"place_id": "p1"}, {"place_id": LocalisedText(en="Great hall")})
    made.show(PLACE, renamed)
    assert line.text() == "Great hall"
    assert not made.panel.typing()


def test_a_choice_whose_list_was_closed_from_outside_shows_the_next_row(form):
    made = form()
    kinds = of(FieldKind.CHOICE, "kind", choices="PlaceKind")
    made.show(kinds, Record("thing", "t", {"kind": "room"}))
    entry = made.editor("kind").entry
    entry.showPopup()
    entry.view().window().close()
    made.show(kinds, Record("thing", "u", {"kind": "airport"}))
    assert entry.value() == "airport"


def test_a_long_name_leaves_room_for_who_else_may_not_see_it(form):
    made = form()
    spec = of(FieldKind.AUDIENCE, "audience", columns=("audience", "audience_party_id"))
    values = {"audience": "party", "audience_party_id": "p7"}
    name = "Korea Research Institute of Standards and Science"
    made.show(spec, Record("thing", "t", values, {"audience_party_id": name}))
    assert made.editor("audience").entry.currentText() == "Korea Research Institute… only"


def test_a_date_in_figures_is_read_as_one_of_the_visit(form, qtbot):
    made = form()
    visit = (dt.date(2027, 3, 2), dt.date(2027, 3, 18))
    row = Record("thing", "d", {**ROW.values, "date": dt.date(2027, 3, 9), "start": None, "end": None})
    made.show(WHEN, row, near=visit[0], within=visit)
    editor = made.editor("date")
    typed(qtbot, editor.day, "11/3")
    qtbot.keyClick(editor.day, Qt.Key.Key_Tab)
    assert made.edits[-1].values["date"] == dt.date(2027, 3, 11)
