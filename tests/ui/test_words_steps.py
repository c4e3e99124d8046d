"""Every step that anybody can do has a name, in each language, by its code and what it changed."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from models.actions.registry import ACTIONS
from models.text.catalogue import words
from ui.values_history import LineView, RecordView
from ui.words_steps import OWN, TURNED, removed_words, step_line, step_words, undo_words

LANGUAGES = ("en", "ko", "ja")
OPEN = re.compile(r"\{|\}|\bNone\b|<[A-Z]\w+|\[|\]")
CODES = sorted(
    {*ACTIONS, *OWN, *TURNED, "history.put_back", "merge", "undo", "redo", "something.nobody.knows"}
)


def record(code, lines=(), whole=True, **values):
    return RecordView("set", 1, "Kim", "kim", dt.datetime.now(dt.UTC), code, values, tuple(lines), whole)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_named(language):
    said = words(language)
    for code in CODES:
        table = code.partition(".")[0]
        for values in ({"id": "key"}, {"id": "key", "label": "visit.edit", "of": "x", "fields": []}, {}):
            text = step_words(record(code, **values), said, {(table, "key"): {"title": {"en": "Lab tour"}}})
            assert text
            assert not OPEN.search(text), (code, text)


def line(field, after, before=None, table="schedule_item", kind="update"):
    return LineView(table, "key", kind, field, before, after)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Undo: move “Lab tour” to 14:00"),
        ("ko", "실행 취소: ‘랩투어’ 시각 변경: 14:00"),
        ("ja", "元に戻す：「ラボツアー」を14:00に移動"),
    ],
)
def test_an_entry_that_moved_says_to_when(language, said):
    named = {("schedule_item", "key"): {"title": {"en": "Lab tour", "ko": "랩투어", "ja": "ラボツアー"}}}
    step = record("schedule_item.edit", [line("start", "14:00:00"), line("end", "15:00:00")], id="key")
    assert undo_words(step_words(step, words(language), named), words(language)) == said


def test_fields_are_named_and_short_values_too_but_no_confidential_ones():
    named = {("person", "key"): {"family": {"en": "Lee"}, "given": {"en": "Ho"}}}
    email = record("person.edit", [line("email", "a@b.c", table="person")], id="key")
    assert step_line(email, words("en"), named).endswith("to “a@b.c”")
    passport = record("person.edit", [line("passport", "M1", table="person")], id="key")
    assert "M1" not in step_line(passport, words("en"), named)
    both = [line("email", "a", table="person"), line("phone", "1", table="person")]
    assert "e-mail and phone" in step_line(record("person.edit", both, id="key"), words("en"), named)


def test_rows_that_go_together_are_counted():
    gone = [LineView("schedule_item", key, "delete", "", {}, None) for key in "abc"]
    hung = [LineView("participation", "d", "delete", "", {}, None)]
    assert (
        step_line(record("schedule_item.remove_all", [*hung, *gone]), words("en"), {}) == "Delete entry (3)"
    )
    moved = [LineView("schedule_item", key, "update", "start", "09:00", "10:00") for key in "ab"]
    assert step_line(record("schedule_item.shift", moved), words("ko"), {}) == "일정 변경(2건)"


def test_what_is_about_many_things_is_counted():
    lines = [line("title.en", "x"), LineView("visit", "v", "update", "note", None, "y")]
    assert step_line(record("intake.import", lines), words("en"), {}) == "2 changes"
    assert step_line(record("intake.import", lines, whole=False), words("en"), {}) == "Many changes at once"


@pytest.mark.parametrize(
    ("table", "field", "value", "language", "said"),
    [
        ("person", "languages", ["ko", "ja"], "en", "Korean, Japanese"),
        ("person", "native_language", "ja", "ko", "일본어"),
        ("follow_up", "due", "2027-06-30", "en", "30 June 2027"),
        ("follow_up", "due", "2027-06", "ja", "2027年6月"),
        ("tour_stop", "rules", ["no-photographs", "laser"], "en", "No photographs, Laser light"),
    ],
)
def test_values_are_said_in_words_not_in_code(table, field, value, language, said):
    step = record(f"{table}.edit", [LineView(table, "key", "update", field, None, value)], id="key")
    assert said in step_line(step, words(language), {(table, "key"): {}})


def test_a_delegate_is_called_by_the_person_and_not_by_the_visit():
    named = {
        ("delegate", "key"): {"person_id": "p", "delegation_id": "d"},
        ("person", "p"): {"family": {"en": "Park"}, "given": {"en": "Ji"}},
        ("delegation", "d"): {"visit_id": "v", "organisation_id": "o"},
        ("visit", "v"): {"title": {"en": "The 21st meeting"}},
        ("organisation", "o"): {"acronym": "KRISS"},
    }
    moved = record("delegate.move", [line("order", "b", table="delegate")], id="key")
    assert step_words(moved, words("en"), named) == "move “Ji PARK” in its list"
    gone = [LineView("delegate", "key", "delete", "", {}, None)]
    assert (
        removed_words(record("delegate.remove", gone, id="key"), words("en"), named) == "delegate “Ji PARK”"
    )
    several = [LineView("leg", key, "delete", "", {}, None) for key in "ab"]
    assert removed_words(record("leg.remove_all", several), words("ja"), {}) == "移動（2件）"
