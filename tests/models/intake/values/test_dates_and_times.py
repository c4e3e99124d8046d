"""Days and times of day are read in the forms that people use; what may be meant otherwise is marked."""

from __future__ import annotations

import datetime as dt

import pytest

from models.intake.record import Doubt, Unreadable
from models.intake.values.clock import read_moment, read_time, read_times
from models.intake.values.dates import read_date, read_partial
from models.intake.values.read import Context

VISIT = Context(first=dt.date(2024, 7, 29), last=dt.date(2024, 8, 2), languages=("ko",))
NOWHERE = Context(today=dt.date(2026, 11, 25), languages=("en",))
DAY = dt.date(2024, 7, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2024. 7. 30.(화)",
        "2024.07.30",
        "2024-07-30",
        "2024/7/30",
        "2024년 7월 30일 (화)",
        "2024年7月30日（火）",
        "令和6年7月30日",
        "R6.7.30",
        "'24.7.30",
        "24.7.30",
        "20240730",
        "45503",
        "30 July 2024",
        "July 30, 2024",
        "Tuesday, 30th of July 2024",
        "30-Jul-24",
        "30.07.2024",
        "7/30/2024",
        "２０２４年７月３０日",
    ],
)
def test_a_day_with_its_year_is_read_anywhere(text):
    for context in (VISIT, NOWHERE):
        read = read_date(text, context)
        assert (read.value, read.doubt) == (DAY, None)


@pytest.mark.parametrize(
    "text", ["7/30", "7.30", "7. 30.(화)", "7월 30일", "7月30日（火）", "30 July", "Jul 30", "30일"]
)
def test_a_day_without_its_year_is_one_of_the_visit(text):
    read = read_date(text, VISIT)
    assert (read.value, read.doubt) == (DAY, None)


@pytest.mark.parametrize("text", ["7/30", "7월 30일", "30 July"])
def test_a_day_without_its_year_is_doubtful_where_nothing_says_it(text):
    read = read_date(text, NOWHERE)
    assert read.doubt is Doubt.YEAR
    assert (read.value.month, read.value.day) == (7, 30)
    assert read.options


def test_the_year_of_the_file_is_taken():
    read = read_date("7/30", Context(year=2024))
    assert (read.value, read.doubt) == (DAY, None)


def test_the_order_of_day_and_month_is_asked_where_it_is_open():
    read = read_date("03/04/2024", NOWHERE)
    assert read.doubt is Doubt.DATE_ORDER
    assert {read.value, *read.options} == {dt.date(2024, 4, 3), dt.date(2024, 3, 4)}
    assert read_date("03/04/2024", Context(day_first=True)).doubt is None


def test_a_weekday_that_does_not_fit_is_doubtful():
    assert read_date("2024. 7. 30.(수)", VISIT).doubt is Doubt.GUESS


@pytest.mark.parametrize("text", ["2024-02-30", "2024. 13. 1.", "31 June 2024", "13/32"])
def test_days_that_do_not_exist_are_refused(text):
    assert read_date(text, VISIT) in (Unreadable.NO_SUCH_DATE, Unreadable.NOT_A_DATE)


@pytest.mark.parametrize("value", [45503, 45503.0, dt.datetime(2024, 7, 30), DAY, 20240730.0])
def test_cells_of_spreadsheets_are_days(value):
    assert read_date(value, VISIT).value == DAY


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (2020, "2020"),
        ("2024-01", "2024-01"),
        ("2024년 1월", "2024-01"),
        ("Jan 2024", "2024-01"),
        (DAY, "2024-07-30"),
    ],
)
def test_partial_dates(value, expected):
    assert read_partial(value, VISIT).value == expected


@pytest.mark.parametrize(
    ("text", "start", "end", "later"),
    [
        ("09:30", "09:30", "", 0),
        ("09:30 – 10:15", "09:30", "10:15", 0),
        ("9:30~10:15", "09:30", "10:15", 0),
        ("９：３０～１０：１５", "09:30", "10:15", 0),
        ("0930-1015", "09:30", "10:15", 0),
        ("09.30-10.15", "09:30", "10:15", 0),
        ("9시반", "09:30", "", 0),
        ("오전 9시 30분 ~ 11시", "09:30", "11:00", 0),
        ("오후 2시", "14:00", "", 0),
        ("오후 2시~3시반", "14:00", "15:30", 0),
        ("午後２時～３時３０分", "14:00", "15:30", 0),
        ("14時30分", "14:30", "", 0),
        ("2:30 p.m.", "14:30", "", 0),
        ("2-3:30 pm", "14:00", "15:30", 0),
        ("9:00–9:20 a.m.", "09:00", "09:20", 0),
        ("11:30-1:30", "11:30", "13:30", 0),
        ("14h30", "14:30", "", 0),
        ("정오", "12:00", "", 0),
        ("noon", "12:00", "", 0),
        ("22:00–01:30", "22:00", "01:30", 1),
        ("23:00～翌1:00", "23:00", "01:00", 1),
        ("23:00 - 25:30", "23:00", "01:30", 1),
        ("09:30 (45분)", "09:30", "10:15", 0),
        ("09:30-", "09:30", "", 0),
        ("~10:15", "", "10:15", 0),
        ("9-10", "09:00", "10:00", 0),
    ],
)
def test_times_from_and_to(text, start, end, later):
    times = read_times(text)
    shown = [when.strftime("%H:%M") if when else "" for when in (times.start, times.end)]
    assert (shown, times.end_day, times.doubt) == ([start, end], later, None)


def test_a_time_that_may_be_of_the_afternoon_is_doubtful():
    read = read_time("2:00")
    assert (read.value, read.doubt, read.options) == (dt.time(14), Doubt.HALF_DAY, (dt.time(2),))
    assert read_time("02:00").doubt is None


@pytest.mark.parametrize(
    "value", [0.395833333, dt.time(9, 30), dt.time(9, 29, 59), dt.timedelta(hours=9.5), 930]
)
def test_cells_of_spreadsheets_are_times(value):
    assert read_time(value).value == dt.time(9, 30)


@pytest.mark.parametrize("text", ["미정", "25:99", "abc", ""])
def test_what_is_no_time_is_refused(text):
    assert read_time(text) is Unreadable.NOT_A_TIME


@pytest.mark.parametrize(
    "text",
    [
        "2024. 7. 30.(화) 09:30",
        "7/30 9:30-10:15",
        "30 July 09:30",
        "7월 30일 오전 9시 30분",
        "2024-07-30T09:30:00",
    ],
)
def test_moments(text):
    when = read_moment(text, VISIT)
    assert (when.date.value, when.times.start) == (DAY, dt.time(9, 30))
