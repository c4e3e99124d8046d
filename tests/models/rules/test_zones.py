"""Wall-clock times of zones: what exists, what comes twice, how long it takes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.zones import (
    WallTime,
    abbreviation,
    arrival,
    comes_twice,
    comparable,
    departure,
    exists,
    item_end,
    item_start,
    minutes_between,
    moment,
    offset_minutes,
    same_clock,
)
from models.tables import Leg, ScheduleItem

SPRING, AUTUMN = dt.date(2024, 3, 10), dt.date(2024, 11, 3)
NEW_YORK = "America/New_York"


def wall(date, time, zone=NEW_YORK, fold=0):
    return WallTime(date, dt.time.fromisoformat(time), zone, fold)


@pytest.mark.parametrize(
    ("date", "time", "there"),
    [
        (SPRING, "01:59", True),
        (SPRING, "02:00", False),
        (SPRING, "02:59", False),
        (SPRING, "03:00", True),
        (AUTUMN, "01:30", True),
    ],
)
def test_a_time_in_the_gap_does_not_exist(date, time, there):
    assert exists(wall(date, time)) is there
    assert exists(wall(date, time, fold=1)) is there


@pytest.mark.parametrize(
    ("date", "time", "twice"),
    [(AUTUMN, "00:59", False), (AUTUMN, "01:00", True), (AUTUMN, "01:59", True), (AUTUMN, "02:00", False)],
)
def test_a_time_at_the_end_of_summer_comes_twice(date, time, twice):
    assert comes_twice(wall(date, time)) is twice


def test_a_gap_does_not_come_twice():
    assert not comes_twice(wall(SPRING, "02:30"))


def test_fold_tells_the_two_apart_by_an_hour():
    first, second = wall(AUTUMN, "01:30"), wall(AUTUMN, "01:30", fold=1)
    assert minutes_between(first, second) == 60
    assert (offset_minutes(first), offset_minutes(second)) == (-240, -300)
    assert (abbreviation(first), abbreviation(second)) == ("EDT", "EST")


def test_a_night_with_the_clock_put_forward_is_an_hour_shorter():
    assert minutes_between(wall(SPRING, "00:00"), wall(SPRING, "06:00")) == 300
    assert minutes_between(wall(AUTUMN, "00:00"), wall(AUTUMN, "06:00")) == 420


def test_lord_howe_moves_by_half_an_hour():
    # 2024-10-06, 02:00 becomes 02:30.
    assert not exists(wall(dt.date(2024, 10, 6), "02:15", "Australia/Lord_Howe"))
    assert exists(wall(dt.date(2024, 10, 6), "02:30", "Australia/Lord_Howe"))


def test_a_day_that_samoa_left_out_does_not_exist():
    assert not exists(wall(dt.date(2011, 12, 30), "12:00", "Pacific/Apia"))
    assert exists(wall(dt.date(2011, 12, 31), "12:00", "Pacific/Apia"))


def test_a_flight_is_as_long_as_it_takes():
    leaves, lands = (
        wall(dt.date(2024, 7, 29), "09:00", "Asia/Seoul"),
        wall(dt.date(2024, 7, 29), "08:00", NEW_YORK),
    )
    assert minutes_between(leaves, lands) == 12 * 60


@given(
    st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2030, 1, 1)),
    st.sampled_from(("Asia/Seoul", NEW_YORK, "Europe/Berlin", "Australia/Lord_Howe", "UTC")),
)
def test_every_moment_is_shown_by_a_time_that_exists(utc, zone):
    from zoneinfo import ZoneInfo

    whole = utc.replace(second=0, microsecond=0, tzinfo=dt.UTC)
    local = whole.astimezone(ZoneInfo(zone))
    shown = WallTime(local.date(), local.time().replace(fold=0), zone, local.fold)
    assert exists(shown)
    assert moment(shown) == whole


def test_zones_with_the_same_clock():
    first, last = dt.date(2024, 7, 1), dt.date(2024, 7, 5)
    assert same_clock("Asia/Seoul", "Asia/Tokyo", first, last)
    assert not same_clock("Asia/Seoul", "Asia/Shanghai", first, last)
    # The same in winter alone.
    assert same_clock("Europe/London", "Africa/Abidjan", dt.date(2024, 1, 1), dt.date(2024, 1, 31))
    assert not same_clock("Europe/London", "Africa/Abidjan", dt.date(2024, 3, 1), dt.date(2024, 4, 30))


def test_zones_without_a_usual_name_have_none():
    assert abbreviation(wall(SPRING, "12:00", "Asia/Tokyo")) == "JST"
    assert abbreviation(wall(SPRING, "12:00", "America/Sao_Paulo")) == ""


def test_an_entry_over_midnight_ends_on_the_next_day():
    item = ScheduleItem(
        date=SPRING, start=dt.time(23), end=dt.time(1), end_day=1, zone=NEW_YORK, start_fold=0, end_fold=1
    )
    assert item_start(item, "Asia/Tokyo") == wall(SPRING, "23:00")
    assert item_end(item, "Asia/Tokyo") == wall(SPRING + dt.timedelta(1), "01:00", fold=1)


def test_open_ends_have_no_time():
    item = ScheduleItem(date=SPRING, start=None, end=None, end_day=0, zone="")
    leg = Leg(departure_date=SPRING, departure_time=None, arrival_date=None, arrival_time=dt.time(9))
    known = (item_start(item, ""), item_end(item, ""), departure(leg, ""), arrival(leg, ""))
    assert known == (None,) * 4


def test_where_no_zone_is_named_that_of_the_visit_holds():
    item = ScheduleItem(
        date=SPRING, start=dt.time(9), end=dt.time(10), end_day=0, zone="", start_fold=0, end_fold=0
    )
    leg = Leg(
        departure_date=SPRING,
        departure_time=dt.time(9),
        departure_zone="",
        departure_fold=0,
        arrival_date=SPRING,
        arrival_time=dt.time(10),
        arrival_zone="Asia/Seoul",
        arrival_fold=0,
    )
    found = (item_start(item, NEW_YORK), item_end(item, NEW_YORK), departure(leg, NEW_YORK))
    assert [one.zone for one in found] == [NEW_YORK] * 3
    assert arrival(leg, NEW_YORK).zone == "Asia/Seoul"


def test_a_clock_of_no_known_zone_has_no_name_and_counts_as_it_stands():
    nine, ten = wall(SPRING, "02:30", ""), wall(SPRING, "03:30", "")
    assert exists(nine)
    assert not comes_twice(nine)
    assert abbreviation(nine) == ""
    assert minutes_between(nine, ten) == 60
    assert not comparable(nine, wall(SPRING, "03:30"))
