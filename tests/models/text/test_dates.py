"""Dates and times on paper."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import InvalidValue
from models.text.dates import (
    DayForm,
    clock,
    clock_range,
    day,
    day_range,
    days_later,
    duration,
    night_count,
    nights_days,
    offset,
    partial_date,
)
from models.text.languages import known_languages

TUESDAY = date(2024, 7, 30)
FULL, SHORT, HEAD, NUMERIC, BARE, WEEKDAY = DayForm


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ko", ["2024. 7. 30.(화)", "7. 30.(화)", "7월 30일 화요일", "2024. 7. 30.", "7. 30.", "화"]),
        ("ja", ["2024年7月30日（火）", "7月30日（火）", "7月30日（火）", "2024年7月30日", "7月30日", "火"]),
        (
            "en",
            ["Tuesday, 30 July 2024", "Tue, 30 July", "Tuesday 30 July", "30 July 2024", "30 July", "Tue"],
        ),
        (
            "zh",
            [
                "2024年7月30日（周二）",
                "7月30日（周二）",
                "7月30日 星期二",
                "2024年7月30日",
                "7月30日",
                "周二",
            ],
        ),
        (
            "de",
            [
                "Dienstag, 30. Juli 2024",
                "Di, 30. Juli",
                "Dienstag, 30. Juli",
                "30. Juli 2024",
                "30. Juli",
                "Di",
            ],
        ),
    ],
)
def test_a_day_in_every_form(language, forms):
    assert [day(TUESDAY, language, form) for form in DayForm] == forms


SAME_MONTH = (date(2024, 7, 29), date(2024, 7, 31))
TWO_MONTHS = (TUESDAY, date(2024, 8, 1))
TWO_YEARS = (date(2024, 12, 30), date(2025, 1, 2))


@pytest.mark.parametrize(
    ("language", "period", "form", "expected"),
    [
        ("ko", SAME_MONTH, FULL, "2024. 7. 29.(월)~31.(수)"),
        ("ko", TWO_MONTHS, FULL, "2024. 7. 30.(화)~8. 1.(목)"),
        ("ko", TWO_YEARS, FULL, "2024. 12. 30.(월)~2025. 1. 2.(목)"),
        ("ko", (TUESDAY, TUESDAY), FULL, "2024. 7. 30.(화)"),
        ("ko", TWO_MONTHS, NUMERIC, "2024. 7. 30.~8. 1."),
        ("ko", TWO_MONTHS, SHORT, "7. 30.(화)~8. 1.(목)"),
        ("ko", TWO_YEARS, BARE, "12. 30.~1. 2."),
        ("ja", SAME_MONTH, FULL, "2024年7月29日（月）～31日（水）"),
        ("ja", TWO_MONTHS, FULL, "2024年7月30日（火）～8月1日（木）"),
        ("ja", TWO_YEARS, FULL, "2024年12月30日（月）～2025年1月2日（木）"),
        ("ja", SAME_MONTH, BARE, "7月29日～31日"),
        ("en", SAME_MONTH, FULL, "29–31 July 2024"),
        ("en", TWO_MONTHS, FULL, "30 July – 1 August 2024"),
        ("en", TWO_MONTHS, NUMERIC, "30 July – 1 August 2024"),
        ("en", TWO_YEARS, FULL, "30 December 2024 – 2 January 2025"),
        ("en", TWO_MONTHS, SHORT, "Tue, 30 July – Thu, 1 August"),
        ("en", (TUESDAY, TUESDAY), FULL, "Tuesday, 30 July 2024"),
        ("zh", TWO_MONTHS, NUMERIC, "2024年7月30日至8月1日"),
        ("de", SAME_MONTH, NUMERIC, "29.–31. Juli 2024"),
    ],
)
def test_a_period_says_again_only_what_changes(language, period, form, expected):
    assert day_range(*period, language, form) == expected


@given(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.integers(1, 800),
    st.sampled_from(known_languages()),
)
def test_a_period_over_years_names_both_and_one_within_a_year_names_it_once(first, days, language):
    last = first + timedelta(days=days)
    for form in (FULL, NUMERIC):
        text = day_range(first, last, language, form)
        if first.year == last.year:
            assert text.count(str(first.year)) == 1
        else:
            assert str(first.year) in text
            assert str(last.year) in text
        assert text != day_range(first, last + timedelta(days=1), language, form)


@given(st.dates(), st.dates(), st.sampled_from(known_languages()))
def test_two_days_never_read_the_same(one, other, language):
    for form in (FULL, NUMERIC):
        assert (day(one, language, form) == day(other, language, form)) == (one == other)


def test_the_clock_has_24_hours():
    assert clock(time(9, 5)) == "09:05"
    assert clock(time(0)) == "00:00"
    assert clock(time(23, 59, 59)) == "23:59"


@pytest.mark.parametrize(
    ("start", "end", "days", "expected"),
    [
        (time(9, 30), time(9, 40), 0, "09:30–09:40"),
        (time(13, 30), None, 0, "13:30–"),
        (None, time(17), 0, "–17:00"),
        (time(23, 40), time(1, 55), 1, "23:40–01:55 +1"),
        (time(10), time(10), 0, "10:00"),
        (time(10), time(10), 1, "10:00–10:00 +1"),
        (time(0), time(0, 30), 0, "00:00–00:30"),
    ],
)
def test_from_when_to_when_is_the_same_in_all_languages(start, end, days, expected):
    assert {clock_range(start, end, language, days=days) for language in known_languages()} == {expected}


def test_an_unknown_time_says_so():
    assert clock_range(None, None, "ko") == "시각 미정"
    assert clock_range(None, None, "ja") == "時刻未定"
    assert clock_range(None, None, "en") == "Time TBC"


@pytest.mark.parametrize(
    ("minutes", "ko", "ja", "en"),
    [
        (85, "1시간 25분", "1時間25分", "1 h 25 min"),
        (60, "1시간", "1時間", "1 h"),
        (10, "10분", "10分", "10 min"),
        (0, "0분", "0分", "0 min"),
        (1441, "24시간 1분", "24時間1分", "24 h 1 min"),
        (-65, "−1시간 5분", "−1時間5分", "−1 h 5 min"),
    ],
)
def test_a_length_of_time(minutes, ko, ja, en):
    assert [duration(minutes, language) for language in ("ko", "ja", "en")] == [ko, ja, en]


@pytest.mark.parametrize(
    ("nights", "ko", "ja", "en"),
    [
        (0, "당일", "日帰り", "1 day"),
        (1, "1박 2일", "1泊2日", "1 night, 2 days"),
        (4, "4박 5일", "4泊5日", "4 nights, 5 days"),
    ],
)
def test_nights_and_days(nights, ko, ja, en):
    assert [nights_days(nights, language) for language in ("ko", "ja", "en")] == [ko, ja, en]


@pytest.mark.parametrize(
    ("nights", "expected"),
    [
        (1, ["1박", "1泊", "1 night", "1 Nacht"]),
        (4, ["4박", "4泊", "4 nights", "4 Nächte"]),
    ],
)
def test_nights_alone(nights, expected):
    assert [night_count(nights, language) for language in ("ko", "ja", "en", "de")] == expected


def test_the_days_after():
    assert [days_later(1, language) for language in ("ko", "ja", "en")] == ["+1일", "翌日", "next day"]
    assert [days_later(2, language) for language in ("ko", "ja", "en")] == ["+2일", "+2日", "+2 days"]


@pytest.mark.parametrize(
    ("value", "ko", "ja", "en"),
    [
        ("2024", "2024년", "2024年", "2024"),
        ("2024-01", "2024. 1.", "2024年1月", "January 2024"),
        ("2024-01-05", "2024. 1. 5.", "2024年1月5日", "5 January 2024"),
    ],
)
def test_a_date_of_which_a_part_is_known(value, ko, ja, en):
    assert [partial_date(value, language) for language in ("ko", "ja", "en")] == [ko, ja, en]


@pytest.mark.parametrize(
    "value", ["", "24", "2024-13", "2024-00", "2024-02-30", "2024-1", "2024-01-05T00", "2024\n", "0000"]
)
def test_what_is_no_date_is_refused(value):
    with pytest.raises(InvalidValue) as refused:
        partial_date(value, "ko")
    assert refused.value.values["value"] == value


def test_how_far_from_utc():
    assert [offset(minutes) for minutes in (540, 0, -240, 345, -210)] == [
        "UTC+9",
        "UTC+0",
        "UTC-4",
        "UTC+5:45",
        "UTC-3:30",
    ]
