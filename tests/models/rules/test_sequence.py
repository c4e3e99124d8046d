"""The order in which a visit happens."""

from __future__ import annotations

import datetime as dt

from models.rules.sequence import day_plans, in_order, in_sequence, meeting_days, period, visit_meetings
from models.rules.zones import slot_at_home
from models.tables import ScheduleItem, VisitDay
from tests.models.rules.planner import DAY


def entry(key, start, order, zone=""):
    time = start and dt.time.fromisoformat(start)
    return ScheduleItem(id=key, date=DAY, start=time, start_fold=0, zone=zone, order=order)


def keys(items):
    return [item.id for item in items]


def test_entries_come_by_their_start():
    assert keys(in_order([entry("b", "10:00", "1"), entry("a", "09:00", "2")], "Asia/Tokyo")) == ["a", "b"]


def test_one_without_a_start_stays_behind_the_entry_before_it():
    items = [entry("a", "09:00", "1"), entry("open", None, "2"), entry("b", "10:00", "3")]
    assert keys(in_order(reversed(items), "Asia/Tokyo")) == ["a", "open", "b"]


def test_one_without_a_start_at_the_head_stays_there():
    assert keys(in_order([entry("a", "09:00", "2"), entry("open", None, "1")], "Asia/Tokyo")) == ["open", "a"]


def test_equal_starts_come_by_their_place_in_the_list():
    items = [entry("x", "09:00", "1"), entry("y", "09:00", "1"), entry("w", "09:00", "0")]
    assert keys(in_order(reversed(items), "Asia/Tokyo")) == ["w", "x", "y"]


def test_entries_of_another_zone_come_by_the_moment_and_not_by_the_clock():
    items = [entry("berlin", "08:00", "1", "Europe/Berlin"), entry("tokyo", "10:00", "2")]
    assert keys(in_order(items, "Asia/Tokyo")) == ["tokyo", "berlin"]
    assert keys(in_order(items, "Europe/Berlin")) == ["berlin", "tokyo"]


def test_legs_stand_between_the_entries_by_the_moment(plan):
    def build(p):
        early = p.item("09:00", zone="")
        late = p.item("11:00", zone="")
        return early, p.leg("02:30", "05:00", departure_zone="Europe/Berlin"), late

    visit, expected = plan(build)
    (first, *_) = day_plans(visit)
    assert keys(in_sequence(first, visit.time_zone)) == list(expected)


def test_days_hold_their_entries_and_the_legs_that_leave_on_them(plan):
    def build(p):
        return p.item("09:00", days=1), p.leg("08:00", "10:00"), p.item("09:00", days=7)

    visit, (item, leg, outside) = plan(build)
    plans = day_plans(visit)
    assert [(made.date - DAY).days for made in plans] == [0, 1, 2, 7]
    assert [keys(made.items) for made in plans] == [[], [item], [], [outside]]
    assert keys(plans[0].legs) == [leg]
    assert isinstance(plans[0].day, VisitDay)
    assert plans[-1].day is None


def test_a_visit_lasts_from_its_first_day_to_its_last(plan):
    assert period(plan(lambda p: p.item("09:00", days=9))[0]) == (DAY, DAY + dt.timedelta(2))


def test_without_days_a_visit_lasts_as_its_entries_do(plan):
    from models.tables import Visit

    def build(p, *days):
        for day in p.writing.where(VisitDay, visit_id=p.visit):
            p.writing.remove(day)
        for day in days:
            p.item("09:00", days=day)
        assert p.writing.get(Visit, p.visit)

    assert period(plan(lambda p: build(p, 4, 2))[0]) == (DAY + dt.timedelta(2), DAY + dt.timedelta(4))
    assert period(plan(build)[0]) is None


def test_meetings_come_in_the_order_in_which_they_begin(plan):
    from models.actions.schedule import item_meeting

    def build(p):
        later, idle, first = (p.meeting(title={"en": name}) for name in ("Later", "Idle", "First"))
        for meeting, days in ((later, 1), (first, 0), (first, 2)):
            item_meeting.add.within(p.writing, item_id=p.item("09:00", days=days), meeting_id=meeting)
        return first, later, idle

    visit, expected = plan(build)
    meetings = visit_meetings(visit)
    assert keys(meetings) == list(expected)
    assert meeting_days(visit, meetings[0]) == (DAY, DAY + dt.timedelta(2))


def test_an_entry_with_a_clock_of_its_own_stands_where_it_is_by_that_of_the_visit(plan):
    def build(p):
        return [
            p.item("09:00", "10:00"),
            p.item("13:30", "15:00"),
            # 16:30 of the same day, and 03:00 of the next, in Tokyo.
            p.item("08:30", "09:30", zone="Europe/London"),
            p.item("19:00", "20:00", zone="Europe/London"),
            p.item("17:00"),
        ]

    visit, (first, second, online, late, last) = plan(build)
    today, tomorrow, *_ = day_plans(visit)
    assert [item.id for item in today.items] == [first, second, online, last]
    assert [item.id for item in tomorrow.items] == [late]
    slot = slot_at_home(next(item for item in visit.items if item.id == late), visit.time_zone)
    assert slot == (DAY + dt.timedelta(1), dt.time(3), dt.time(4), 0)
