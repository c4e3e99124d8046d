"""The panel over declared forms: what is typed is asked to be saved, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from models.errors import EditConflict, FileBusy, InvalidValue
from models.text.localised import LocalisedText
from tests.ui.forms.conftest import typed
from ui.edits import Edit, Kept
from ui.forms.record import Record
from ui.forms.specs import FORMS
from ui.values import ConflictView, Sides
from ui.widgets.order import reading

PERSON = Record(
    "person",
    "one",
    {
        "family": LocalisedText(ko="우스다", ja="臼田", en="Usuda"),
        "given": LocalisedText(ko="다카시", ja="孝", en="Takashi"),
        "reading": LocalisedText(ja="うすだ たかし"),
        "title": LocalisedText(en="Dr."),
        "native_language": "ja",
        "languages": ("ja", "en"),
        "email": "usuda@example.org",
        "diet": LocalisedText(ko="갑각류 알레르기"),
        "passport": "M1234",
    },
)
ITEM = Record(
    "schedule_item",
    "item",
    {
        "title": LocalisedText(ko="환영사"),
        "date": dt.date(2024, 7, 30),
        "start": dt.time(9, 30),
        "end": dt.time(9, 40),
        "end_day": 0,
        "zone": "Asia/Tokyo",
        "kind": "address",
        "status": "confirmed",
        "audience": "parties",
        "place_id": "p1",
        "meetings": (),
    },
    {"place_id": "Main hall"},
)


def changed(record, **values):
    return Record(record.table, record.id, {**record.values, **values}, record.labels)


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
def test_an_empty_row_of_every_table_is_shown_with_names_and_asks_nothing(form, language):
    made = form(language)
    for table, spec in FORMS.items():
        panel = made.show(spec, Record(table, "new", {}))
        made.show(spec, Record(table, "other", {}))
        QApplication.processEvents()
        assert not panel.typing(), table
        assert not made.edits, table
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox):
            for control in panel.body.findChildren(kind):
                if control.isVisible() and not control.objectName().startswith("qt_"):
                    assert control.accessibleName() or control.text(), (table, control)


def test_a_text_is_saved_as_its_language_is_left(form, qtbot):
    made = form()
    made.show(FORMS["schedule_item"], ITEM)
    entry = made.editor("title").entry("en")
    typed(qtbot, entry, "Welcome")
    qtbot.keyClick(entry, Qt.Key.Key_Tab)
    assert made.edits == [
        Edit("schedule_item", "item", "title.en", {"title.en": "Welcome"}, {"title.en": ""})
    ]


def test_what_is_on_its_way_is_the_base_of_the_next_edit(form, qtbot):
    made = form()
    made.show(FORMS["schedule_item"], ITEM)
    entry = made.editor("title").entry("en")
    typed(qtbot, entry, "One")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.keyClicks(entry, " two")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert [edit.shown for edit in made.edits] == [{"title.en": ""}, {"title.en": "One"}]
    made.panel.confirm(made.edits[1])
    assert not made.panel.typing()


def test_what_is_typed_stays_when_others_save(form, qtbot):
    made = form()
    made.show(FORMS["person"], PERSON)
    entry = made.editor("email").entry
    typed(qtbot, entry, "mine@example.org")
    made.show(FORMS["person"], changed(PERSON, email="theirs@example.org", phone="123"))
    assert entry.text() == "mine@example.org"
    assert made.editor("phone").entry.text() == "123"
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert made.edits[-1].shown == {"email": "usuda@example.org"}
    qtbot.keyClick(entry, Qt.Key.Key_Escape)
    assert entry.text() == "theirs@example.org"
    assert not made.editor("email").changed()


def test_what_cannot_be_read_waits_for_its_row(form, qtbot):
    made = form()
    made.show(FORMS["person"], PERSON)
    editor = made.editor("email")
    typed(qtbot, editor.entry, "usuda@@example")
    qtbot.keyClick(editor.entry, Qt.Key.Key_Return)
    assert editor.problem() == "“@” stands here twice"
    assert editor.entry.property("state") == "error"
    assert not made.edits
    made.show(FORMS["person"], Record("person", "two", {"email": "other@example.org"}))
    assert editor.entry.text() == "other@example.org"
    assert not editor.problem()
    assert made.panel.typing()
    made.show(FORMS["person"], PERSON)
    assert editor.entry.text() == "usuda@@example"
    assert editor.problem()
    qtbot.keyClick(editor.entry, Qt.Key.Key_Escape)
    assert editor.entry.text() == "usuda@example.org"
    assert not made.panel.typing()


def test_choosing_another_row_saves_what_was_being_typed(form, qtbot):
    made = form()
    made.show(FORMS["person"], PERSON)
    typed(qtbot, made.editor("phone").entry, "+81 29")
    made.show(FORMS["person"], Record("person", "two", {}))
    assert made.edits == [
        Edit("person", "one", "phone", {"phone": "+81 29"}, {"phone": ""})
    ] or made.edits == [Edit("person", "one", "phone", {"phone": "+81 29"}, {"phone": None})]


def test_tab_goes_as_one_reads(form, qtbot):
    made = form()
    panel = made.show(FORMS["schedule_item"], ITEM)
    made.show(FORMS["schedule_item"], ITEM, languages=("en", "ja"))
    QApplication.processEvents()
    stops = [stop for stop in reading(panel.body) if stop.isVisible()]
    places = [stop.mapTo(panel, stop.rect().center()) for stop in stops]
    assert places == sorted(places, key=lambda at: (at.y() // 4, at.x()))
    stops[0].setFocus()
    seen = [stops[0]]
    for _ in stops[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == stops


def test_sensitive_fields_are_hidden_until_asked_for_and_again_for_the_next_row(form, qtbot):
    made = form()
    panel = made.show(FORMS["person"], PERSON)
    diet = made.editor("diet")
    assert diet.veiled()
    assert not diet.entry("ko").isVisible()
    assert "ordering meals" in diet.hint.text()
    button = diet.entrance()
    assert button.accessibleName() == "Show: Diet"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert diet.entry("ko").isVisible()
    assert diet.first().hasFocus()
    made.show(FORMS["person"], changed(PERSON, phone="1"))
    assert diet.entry("ko").isVisible()
    made.show(FORMS["person"], Record("person", "two", {"diet": LocalisedText(ko="없음")}))
    assert not diet.entry("ko").isVisible()
    assert panel.row() == ("person", "two")


def test_what_could_not_be_saved_is_said_beside_its_field(form):
    made = form()
    panel = made.show(FORMS["person"], PERSON)
    lost = Edit("person", "one", "phone", {"phone": "1"}, {"phone": ""})
    panel.show_kept([Kept(lost, FileBusy(path="x"))], put_in=True)
    assert made.editor("phone").entry.text() == "1"
    assert made.editor("phone").problem() == "Not saved yet"
    assert panel.typing()
    panel.confirm(lost)
    assert not panel.typing()
    wrong = Edit("person", "one", "email", {"email": "x"}, {"email": ""})
    panel.show_kept([Kept(wrong, InvalidValue(field="email", value="x", reason="?"))])
    assert made.editor("email").problem()
    panel.put_back(wrong)
    assert not made.editor("email").problem()


def test_mine_or_theirs_in_any_table(form, qtbot):
    made = form()
    panel = made.show(FORMS["schedule_item"], ITEM)
    mine = Edit("schedule_item", "item", "place_id", {"place_id": "p2"}, {"place_id": "p1"})
    conflict = ConflictView((Sides("place_id", "p1", "p2", "p3"),), "Kim", None, {"place_id": "p3"})
    error = EditConflict(table="schedule_item", row="item", group="place_id", mine={}, theirs={})
    decided = []
    panel.decided.connect(lambda kept, stays: decided.append((kept.edit, stays)))
    panel.show_kept([Kept(mine, error, conflict)], put_in=True)
    (box,) = panel.boxes
    assert "Meeting room 2" in box.mine.accessibleName()
    assert "Canteen" in box.theirs.accessibleName()
    assert made.editor("place_id").problem() == "See above"
    qtbot.keyClick(box.theirs, Qt.Key.Key_Space)
    qtbot.keyClick(box.save, Qt.Key.Key_Return)
    assert decided == [(mine, False)]


def test_the_menu_asks_for_history_and_removal(form):
    made = form()
    panel = made.show(FORMS["person"], PERSON)
    assert not panel.head.past.isVisible()
    asked = []
    panel.history_asked.connect(lambda table, key: asked.append(("history", table, key)))
    panel.removed.connect(lambda table, key: asked.append(("removed", table, key)))
    made.show(FORMS["person"], PERSON)
    assert panel.head.past.isVisible()
    panel.head.past.trigger()
    panel.head.remove.trigger()
    assert asked == [("history", "person", "one"), ("removed", "person", "one")]
    assert "Takashi" in panel.head.said()
    made.show(FORMS["person"], PERSON, read_only=True)
    assert not panel.head.remove.isVisible()
    assert made.editor("email").entry.isReadOnly()
    assert made.editor("name").rows["ko"].first().isReadOnly()


def test_editors_are_built_once_for_a_form(form):
    made = form()
    made.show(FORMS["person"], PERSON)
    before = made.editor("email")
    made.show(FORMS["schedule_item"], ITEM)
    made.show(FORMS["person"], PERSON)
    assert made.editor("email") is before


def test_languages_stand_side_by_side_where_there_is_room(form, qtbot):
    made = form(width=400)
    panel = made.show(FORMS["schedule_item"], ITEM)
    title = made.editor("title")

    def rows():
        return len({title.field(tag).mapTo(panel, QPoint()).y() for tag in ("ko", "ja", "en")})

    qtbot.waitUntil(lambda: rows() == 2)
    panel.resize(560, 800)
    qtbot.waitUntil(lambda: rows() == 1)
    panel.resize(320, 800)
    qtbot.waitUntil(lambda: rows() == 3)


@pytest.mark.parametrize(
    ("values", "field", "typed_text", "zone"),
    [
        ({}, "country", "UK", "Europe/London"),
        ({}, "country", "USA", None),
        ({"city": LocalisedText(en="Boulder")}, "country", "USA", "America/Denver"),
        ({"time_zone": "Asia/Tokyo"}, "country", "UK", None),
    ],
)
def test_a_time_zone_follows_from_the_country_where_there_is_none(
    form, qtbot, values, field, typed_text, zone
):
    made = form()
    empty = {"name": LocalisedText(), "city": LocalisedText(), "country": "", "time_zone": ""}
    made.show(FORMS["organisation"], Record("organisation", "o", {**empty, **values}))
    entry = made.editor(field).entry
    typed(qtbot, entry, typed_text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert made.edits[-1].values.get("time_zone") == zone
    assert (made.edits[-1].shown.get("time_zone") == "") == bool(zone)


def test_a_sensitive_field_says_whether_something_is_there(form):
    made = form()
    made.show(FORMS["person"], Record("person", "p", {"passport": "M123"}))
    names = [button.accessibleName() for button in made.panel.findChildren(QAbstractButton)]
    assert "Show: Passport number" in names
    assert "Add: Diet" in names


@pytest.mark.parametrize(
    ("family", "given", "native"), [("홍", "길동", "ko"), ("남궁", "현", "ko"), ("우스다", "다카시", None)]
)
def test_a_korean_name_in_hangul_is_korean(form, family, given, native):
    made = form()
    made.show(FORMS["person"], Record("person", "p", {"native_language": ""}))
    row = made.editor("name").rows["ko"]
    row.entries["family.ko"].overlay(family, "")
    row.entries["given.ko"].overlay(given, "")
    row.leave()
    assert made.edits[-1].values.get("native_language") == native
