"""Times and dates of agendas, in the forms that people write, and where in the line they stand."""

from __future__ import annotations

import datetime as dt

import pytest

from models.intake.agenda.clock import find_minutes, find_span
from models.intake.agenda.dates import find_dates, find_day_number
from models.intake.record import Doubt


def times(text, *, bare=False):
    span = find_span(text, bare=bare)
    return span and tuple(clock and divmod(clock.minutes, 60) for clock in (span.start, span.end))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("09:30 – 10:15  Welcome", (9, 30), (10, 15)),
        ("9:30～10:00　開会", (9, 30), (10, 0)),
        ("９：３０～１０：００", (9, 30), (10, 0)),
        ("오후 2시~4시", (14, 0), (16, 0)),
        ("오전 9시 30분 ~ 10시", (9, 30), (10, 0)),
        ("오전 11시~오후 1시", (11, 0), (13, 0)),
        ("午前9時30分から10時半まで", (9, 30), (10, 30)),
        ("正午～午後1時", (12, 0), (13, 0)),
        ("9:30 am – 10:15 am", (9, 30), (10, 15)),
        ("9:30 – 10:15 a.m.", (9, 30), (10, 15)),
        ("11:30–1:00 pm", (11, 30), (13, 0)),
        ("9am–9.30am: Registration", (9, 0), (9, 30)),
        ("0930-1015 Talk", (9, 30), (10, 15)),
        ("1030–1200 hrs: Tour", (10, 30), (12, 0)),
        ("9h30 – 10h15", (9, 30), (10, 15)),
        ("22:00~익일 01:00", (22, 0), (25, 0)),
        ("22:00–00:30 (+1)", (22, 0), (24, 30)),
        ("23:00～翌1:00", (23, 0), (25, 0)),
        ("25:00 終了", (25, 0), None),
        ("09:30~", (9, 30), None),
        ("~10:15 종료", None, (10, 15)),
        ("10시", (10, 0), None),
        ("12:00 noon", (12, 0), None),
        ("10:00부터 11:00까지", (10, 0), (11, 0)),
    ],
)
def test_times_are_found(text, start, end):
    assert times(text) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Welcome",
        "8-10 people",
        "3-4 labs",
        "version 1.30",
        "KRISS 2024-2030",
        "2시간 코스",
        "Room 4.12",
        "1:100000",
        "2024. 7. 30.",
        "30 July 2024",
        "제19차",
        "ISO 9001",
        "tel. 042-868-5114",
    ],
)
def test_other_figures_are_no_times(text):
    assert find_span(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end"), [("9.30", (9, 30), None), ("9-10", (9, 0), (10, 0)), ("0930", (9, 30), None)]
)
def test_where_a_time_is_expected_less_is_enough(text, start, end):
    assert times(text, bare=True) == (start, end)
    assert find_span(text) is None


def test_a_time_says_where_it_stands_with_its_brackets():
    text = "Lunch (12:00~13:30)"
    span = find_span(text)
    assert text[span.begin : span.stop] == "(12:00~13:30)"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("(20분)", 20),
        ("40 min", 40),
        ("(30’)", 30),
        ("1시간 30분", 90),
        ("2時間", 120),
        ("(약 15分)", 15),
        ("nothing", None),
        ("20 people", None),
    ],
)
def test_lengths_are_found(text, minutes):
    found = find_minutes(text)
    assert (found and found[0]) == minutes


JULY = dt.date(2024, 7, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2024. 7. 30.(화)",
        "2024년 7월 30일 화요일",
        "2024年7月30日（火）",
        "令和6年7月30日(火)",
        "R6.7.30",
        "'24. 7. 30.(화)",
        "2024-07-30",
        "30 July 2024",
        "July 30, 2024",
        "Tuesday, 30 July 2024",
        "Tue 30th July",
        "30.07.2024",
        "7/30(화)",
        "7.30(화)",
        "7월 30일(화)",
        "1일차 (7. 30.)",
    ],
)
def test_dates_are_found(text):
    (found,) = find_dates(text, 2024)
    assert (found.date, found.doubt) == (JULY, None)


def test_a_weekday_settles_which_figure_is_the_month():
    (found,) = find_dates("3/4 (Tue)", 2025)
    assert (found.date, found.doubt) == (dt.date(2025, 3, 4), None)
    (found,) = find_dates("3/4", 2025)
    assert (found.doubt, found.options) == (Doubt.DATE_ORDER, (dt.date(2025, 4, 3),))


def test_a_year_that_nobody_said_is_doubtful_and_fits_the_weekday():
    (found,) = find_dates("7월 30일(화)")
    assert found.date.weekday() == 1
    assert found.doubt is Doubt.YEAR


def test_a_weekday_may_show_that_the_next_year_is_meant():
    (found,) = find_dates("1월 9일(화)", 2023)
    assert (found.date, found.doubt, found.options) == (
        dt.date(2024, 1, 9),
        Doubt.YEAR,
        (dt.date(2023, 1, 9),),
    )


def test_a_weekday_that_contradicts_is_doubtful():
    (found,) = find_dates("2024. 7. 30.(수)")
    assert (found.date, found.doubt) == (JULY, Doubt.GUESS)


def test_a_period_is_two_dates():
    assert [each.date for each in find_dates("2024. 7. 30.(화)~8. 1.(목)", 2024)] == [
        JULY,
        dt.date(2024, 8, 1),
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [("Day 2: labs", 2), ("2일차", 2), ("1日目", 1), ("둘째 날", 2), ("初日", 1), ("Monday", None)],
)
def test_numbers_of_days_are_found(text, number):
    found = find_day_number(text)
    assert (found and found[0]) == number
