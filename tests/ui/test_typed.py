from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.typed import Unreadable, around, read_date, read_days, read_moment, read_time

NEAR = date(2024, 7, 30)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("9:30", time(9, 30)),
        ("９：３０", time(9, 30)),
        ("9", time(9)),
        ("9시", time(9)),
        ("9시 30분", time(9, 30)),
        ("9시 반", time(9, 30)),
        ("9時半", time(9, 30)),
        ("오후 2시", time(14)),
        ("午前0時", None),
        ("午後2:05", time(14, 5)),
        ("2pm", time(14)),
        ("12 am", time(0)),
        ("12:30 p.m.", time(12, 30)),
        ("00:00", time(0)),
        ("", None),
    ],
)
def test_times_as_people_type_them(typed, expected):
    if typed == "午前0時":
        with pytest.raises(Unreadable):
            read_time(typed)
    else:
        assert read_time(typed) == expected


@pytest.mark.parametrize("typed", ["25:10", "24:00", "9:60", "soon", "9-30-2", "13pm", "9:30반", "12345"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(Unreadable):
        read_time(typed)


@given(st.times())
def test_every_time_that_is_shown_is_read_again(shown):
    shown = shown.replace(second=0, microsecond=0)
    assert read_time(f"{shown:%H:%M}") == shown
    assert read_time(f"{shown:%H%M}") == shown


@pytest.mark.parametrize(
    "typed",
    [
        "7/30",
        "7. 30.",
        "7월 30일",
        "７月３０日",
        "2024. 7. 30.",
        "2024. 7. 30.(화)",
        "2024年7月30日（火）",
        "2024-07-30",
        "20240730",
        "30 July 2024",
        "Tuesday, 30 July 2024",
        "July 30",
        "30.07.2024",
        "24/7/30",
        "30",
    ],
)
def test_dates_as_people_type_them(typed):
    assert read_date(typed, NEAR) == NEAR


@pytest.mark.parametrize(
    "typed", ["7/32", "13/1", "2023-02-29", "tomorrow", "30 Foo", "1/2/3/4", "99", "10/310 March"]
)
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(Unreadable):
        read_date(typed, NEAR)


def test_the_year_that_is_not_typed_is_the_nearest():
    assert read_date("1/3", date(2024, 12, 30)) == date(2025, 1, 3)
    assert read_date("12/30", date(2025, 1, 3)) == date(2024, 12, 30)


@pytest.mark.parametrize("language", ["ko", "ja", "en"])
@given(shown=st.dates(date(1990, 1, 1), date(2089, 12, 31)))
def test_every_date_that_is_shown_is_read_again(language, shown):
    from models.text.dates import DayForm, day

    for form in (DayForm.FULL, DayForm.NUMERIC):
        assert read_date(day(shown, language, form), NEAR) == shown


VISIT = (date(2027, 3, 2), date(2027, 3, 18))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("11/3", date(2027, 3, 11)),
        ("3/11", date(2027, 3, 11)),
        ("11.3.", date(2027, 3, 11)),
        # Both days are expected, or neither is: the month comes first.
        ("3/3", date(2027, 3, 3)),
        ("12/1", date(2026, 12, 1)),
        # Only one of the orders is a day at all.
        ("30/7", date(2027, 7, 30)),
        ("11 March", date(2027, 3, 11)),
        ("11/3/2027", date(2027, 3, 11)),
        ("3/11/2027", date(2027, 3, 11)),
        ("12/1/2027", date(2027, 1, 12)),
    ],
)
def test_of_two_figures_the_order_is_that_of_the_days_expected(typed, expected):
    assert read_date(typed, around(VISIT[0], *VISIT, "en")) == expected


def test_where_only_one_order_is_written_it_is_that():
    assert read_date("11/3", around(VISIT[0], *VISIT, "ko")) == date(2026, 11, 3)
    with pytest.raises(Unreadable):
        read_date("30/7", around(VISIT[0], *VISIT, "ja"))


def test_a_day_with_times_and_two_days_follow_the_same_rule():
    known = around(VISIT[0], *VISIT, "en")
    assert read_moment("11/3 9:30", known) == (date(2027, 3, 11), time(9, 30), None)
    assert read_days("9/3 - 11/3", known) == (date(2027, 3, 9), date(2027, 3, 11))
