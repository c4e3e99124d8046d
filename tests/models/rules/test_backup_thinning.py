"""Which backups stay."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from models.rules.backup_thinning import ALL_FOR, DAILY, MONTHLY, WEEKLY, kept_times

NOW = dt.datetime(2024, 7, 30, 12, tzinfo=dt.UTC)
MINUTES = st.integers(-60 * 24 * 3, 60 * 24 * 900)
TIMES = st.lists(MINUTES.map(lambda minutes: NOW - dt.timedelta(minutes=minutes)), max_size=80)


@settings(max_examples=200)
@given(TIMES)
def test_the_newest_is_always_kept_and_nothing_is_invented(times):
    kept = kept_times(times, NOW)
    assert kept <= set(times)
    assert not times or max(times) in kept
    assert {time for time in times if NOW - time <= ALL_FOR} <= kept


@settings(max_examples=200)
@given(TIMES, st.integers(0, 400))
def test_thinning_again_drops_nothing_and_later_only_more(times, days):
    kept = kept_times(times, NOW)
    assert kept_times(kept, NOW) == kept
    assert kept_times(times, NOW + dt.timedelta(days)) <= kept


@settings(max_examples=100)
@given(TIMES)
def test_not_more_is_kept_than_the_rules_say(times):
    older = {time for time in kept_times(times, NOW) if NOW - time > ALL_FOR}
    assert len(older) <= DAILY + WEEKLY + MONTHLY


def test_two_years_of_work_leave_so_many():
    every_three_hours = [NOW - dt.timedelta(hours=3 * number) for number in range(8 * 730)]
    kept = sorted(kept_times(every_three_hours, NOW), reverse=True)
    assert sum(NOW - time <= ALL_FOR for time in kept) == 17
    assert {time.date() for time in kept} >= {NOW.date() - dt.timedelta(days) for days in range(DAILY)}
    assert kept[-1].date() == dt.date(2023, 11, 30)
    assert len(kept) == 17 + 9 + 7 + 7


def test_thinned_day_by_day_the_months_are_still_there():
    kept = []
    for day in range(400):
        now = NOW + dt.timedelta(day)
        kept = kept_times([*kept, now], now)
    assert len({(time.year, time.month) for time in kept}) == MONTHLY
    assert len({time.isocalendar()[:2] for time in kept}) >= WEEKLY


def test_a_rest_of_years_costs_nothing():
    long_ago = [NOW - dt.timedelta(3000 + day) for day in range(5)]
    assert kept_times(long_ago, NOW) == set(long_ago)
    assert kept_times([], NOW) == set()
