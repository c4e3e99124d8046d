"""Times that come twice, in the night in which clocks are put back."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.forms.test_editors import leave, of
from ui.forms.record import Record
from ui.forms.spec import FieldKind

NIGHT = dt.date(2024, 11, 3)
"""New York puts its clocks back at two: 01:30 comes twice."""
TWICE = of(
    FieldKind.WHEN,
    "date",
    columns=("date", "start", "end", "end_day", "zone", "start_fold", "end_fold"),
)
AT_NIGHT = Record(
    "thing",
    "n",
    {"date": NIGHT, "start": dt.time(0, 30), "end": dt.time(9, 30), "end_day": 0, "zone": "America/New_York"},
)


def test_which_of_two_equal_times_is_asked_only_where_a_time_comes_twice(form, qtbot):
    made = form()
    made.show(TWICE, AT_NIGHT)
    editor = made.editor("date")
    start, end = editor.twice["start_fold"], editor.twice["end_fold"]
    assert not start.isVisible()
    assert not end.isVisible()
    editor.start.setFocus()
    editor.start.selectAll()
    qtbot.keyClicks(editor.start, "0130")
    assert start.isVisible()
    assert "01:30" in start.caption.text()
    said = [each.accessibleName() for each in start.findChildren(QAbstractButton)]
    assert said == ["First (UTC-4)", "Second (UTC-5)"]
    qtbot.mouseClick(start.findChildren(QAbstractButton)[1], Qt.MouseButton.LeftButton)
    values = made.edits[-1].values
    assert (values["start"], values["start_fold"], values["end_fold"]) == (dt.time(1, 30), 1, 0)
    made.show(TWICE, Record("thing", "n", values))
    assert start.isVisible()
    assert start.value() == 1
    leave(qtbot, editor.start, "0230")
    assert (made.edits[-1].values["start"], made.edits[-1].values["start_fold"]) == (dt.time(2, 30), 0)
    assert not start.isVisible()
    made.show(TWICE, Record("thing", "s", {**AT_NIGHT.values, "start": dt.time(1, 30), "zone": "Asia/Seoul"}))
    assert not start.isVisible()


def test_an_end_by_the_clock_before_the_start_is_right_where_the_clock_was_put_back_between(form, qtbot):
    made = form()
    made.show(TWICE, Record("thing", "n", {**AT_NIGHT.values, "start": dt.time(1, 30)}))
    editor = made.editor("date")
    leave(qtbot, editor.end, "0110")
    assert editor.problem()
    qtbot.mouseClick(editor.twice["end_fold"].findChildren(QAbstractButton)[1], Qt.MouseButton.LeftButton)
    assert not editor.problem()
    assert (made.edits[-1].values["end"], made.edits[-1].values["end_fold"]) == (dt.time(1, 10), 1)


def test_a_field_that_is_only_passed_keeps_which_of_two_equal_times_was_saved(form, qtbot):
    made = form()
    odd = {**AT_NIGHT.values, "start_fold": 1}
    made.show(TWICE, Record("thing", "n", odd))
    editor = made.editor("date")
    editor.day.setFocus()
    qtbot.keyClick(editor.day, Qt.Key.Key_Tab)
    assert not made.edits
