"""People and places that are needed twice at once."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.actions import schedule
from models.rules.attendance import Attendance
from models.rules.findings import FindingCode, Scene, Severity, findings
from models.rules.findings.attendance import gatherings
from models.tables import Audience, ItemKind, ItemStatus, ParticipationRole, PlaceKind, Presence
from tests.models.rules.planner import DAY, planned, titled

TWICE = FindingCode.PERSON_TWICE


def found(visit, code):
    return [finding for finding in findings(visit) if finding.code is code]


def two_items(plan, first, second, act):
    """Build two entries, let ``act(p, one, two, person)`` say who takes part, and return what is found."""

    def build(p):
        person = p.delegate(p.guests)
        one, two = p.item(*first, title="One"), p.item(*second, title="Two")
        act(p, one, two, person)
        return one, two, person

    visit, (one, two, person) = plan(build)
    return found(visit, TWICE), one, two, person


def chair_both(p, one, two, person):
    p.takes_part(one, person, role=ParticipationRole.CHAIR)
    p.takes_part(two, person, role=ParticipationRole.SPEAKER)


def test_one_who_chairs_and_speaks_at_once_is_found(plan):
    (finding,), one, two, person = two_items(plan, ("09:00", "10:00"), ("09:30", "11:00"), chair_both)
    assert finding.severity is Severity.ERROR
    assert finding.objects == (("schedule_item", one), ("schedule_item", two), ("person", person))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("09:00", "10:00"), ("10:00", "11:00"), 0),
        (("10:00", "11:00"), ("09:00", "10:00"), 0),
        (("09:00", "10:00"), ("09:59", "11:00"), 1),
        (("09:00", "12:00"), ("10:00", "10:30"), 1),
        (("09:00", None), ("09:00", None), 1),
        (("09:00", None), ("08:00", "09:00"), 0),
        (("09:00", None), ("08:00", "09:01"), 1),
        ((None, None), ("09:00", "10:00"), 0),
        ((None, "09:30"), ("09:00", "10:00"), 0),
    ],
)
def test_touching_ends_are_no_overlap(plan, first, second, expected):
    assert len(two_items(plan, first, second, chair_both)[0]) == expected


def test_an_entry_over_midnight_meets_one_of_the_next_day(plan):
    def build(p):
        person = p.delegate(p.guests)
        for entry in (p.item("23:00", "01:00", end_day=1), p.item("00:30", "02:00", days=1)):
            p.takes_part(entry, person)

    assert len(found(plan(build)[0], TWICE)) == 1


def test_zones_are_compared_by_the_moment(plan):
    def build(p):
        person = p.delegate(p.guests)
        p.takes_part(p.item("09:00", "10:00"), person)
        far = p.item("20:00", "21:00", days=-1, zone="America/New_York")
        p.takes_part(far, person, presence=Presence.ONLINE)
        later = p.item("09:00", "10:00", zone="America/New_York")
        p.takes_part(later, person)
        return far

    (finding,) = found((made := plan(build))[0], TWICE)
    assert ("schedule_item", made[1]) in finding.objects


def test_an_entry_without_a_zone_is_in_that_of_the_visit(plan):
    def build(p):
        person = p.delegate(p.guests)
        p.takes_part(p.item("09:00", "10:00", zone=""), person)
        p.takes_part(p.item("09:30", "10:30"), person)

    assert len(found(plan(build)[0], TWICE)) == 1


def test_what_is_cancelled_is_no_overlap(plan):
    def build(p):
        person = p.delegate(p.guests)
        p.takes_part(p.item("09:00", "10:00", status=ItemStatus.CANCELLED), person)
        p.takes_part(p.item("09:00", "10:00"), person)
        p.leg("08:00", "09:30", person, status=ItemStatus.CANCELLED)

    assert found(plan(build)[0], TWICE) == []


def test_two_entries_for_everyone_at_once_are_one_finding_with_all_people(plan):
    def build(p):
        people = [p.delegate(p.guests, f"Kim No{number}") for number in range(3)]
        p.item("09:00", "10:00")
        p.item("09:30", "10:30")
        return people

    visit, people = plan(build)
    (finding,) = found(visit, TWICE)
    assert finding.severity is Severity.ERROR
    assert [key for table, key in finding.objects if table == "person"] == people


def test_who_is_not_there_that_day_is_in_no_conflict(plan):
    def build(p):
        p.delegate(p.guests, present_from=DAY + dt.timedelta(1))
        p.item("09:00", "10:00")
        p.item("09:30", "10:30")

    assert found(plan(build)[0], TWICE) == []


@pytest.mark.parametrize("role", ["host", "guest"])
def test_who_is_not_among_the_hosts_and_guests_is_in_no_conflict(plan, role):
    def build(p):
        people = [p.delegate(p.guests, f"Kim No{number}") for number in range(2)]
        for person in people:
            p.takes_part(p.item("18:00", "20:00"), person, role=role)

    assert found(plan(build)[0], TWICE) == []


def test_briefings_of_two_parties_may_be_at_once(plan):
    def build(p):
        p.delegate(p.guests)
        p.delegate(p.hosts)
        for party in (p.kriss, p.aist):
            p.item("09:00", "10:00", audience=Audience.PARTY, audience_party_id=party)
        p.item("09:00", "10:00", audience=Audience.OFFICE)

    assert found(plan(build)[0], TWICE) == []


def test_two_briefings_of_one_party_are_a_conflict_of_its_people_alone(plan):
    def build(p):
        mine = p.delegate(p.guests)
        p.delegate(p.hosts)
        for _ in range(2):
            p.item("09:00", "10:00", audience=Audience.PARTY, audience_party_id=p.kriss)
        return mine

    visit, mine = plan(build)
    (finding,) = found(visit, TWICE)
    assert finding.objects[2:] == (("person", mine),)


def test_who_is_needed_elsewhere_while_all_meet_is_a_warning(plan):
    def build(p):
        busy = p.delegate(p.guests, "Kim Busy")
        p.delegate(p.guests, "Kim Free")
        p.item("09:00", "12:00")
        p.takes_part(p.item("10:00", "10:30", kind=ItemKind.BILATERAL), busy)
        return busy

    visit, busy = plan(build)
    (finding,) = found(visit, TWICE)
    assert finding.severity is Severity.WARNING
    assert finding.objects[2:] == (("person", busy),)


def test_exclusion_ends_the_conflict(plan):
    def act(p, one, two, person):
        p.takes_part(one, person, role=ParticipationRole.CHAIR)
        p.takes_part(two, person, excluded=True)

    assert two_items(plan, ("09:00", "10:00"), ("09:00", "10:00"), act)[0] == []


def test_a_delegation_in_one_and_its_member_in_another_is_a_conflict(plan):
    def act(p, one, two, person):
        p.takes_part(one, delegation_id=p.guests)
        p.talk(two, person)
        p.takes_part(two, delegation_id=p.hosts)

    (finding,), *_ = two_items(plan, ("09:00", "10:00"), ("09:00", "10:00"), act)
    assert finding.severity is Severity.ERROR


def test_members_and_companions_of_groups_are_needed_on_the_tour(plan):
    def build(p):
        member, escort = p.delegate(p.guests, "Kim Member"), p.delegate(p.hosts, "Sato Escort")
        p.group(p.item("09:00", "10:00"), member, escort_id=escort)
        other = p.item("09:30", "10:30")
        for person in (member, escort):
            p.takes_part(other, person)
        return {member, escort}

    visit, people = plan(build)
    (finding,) = found(visit, TWICE)
    assert {key for table, key in finding.objects if table == "person"} == people


def test_a_part_of_an_entry_counts_as_that_part(plan):
    def build(first_end):
        def inner(p):
            person = p.delegate(p.guests)
            p.takes_part(p.item("09:00", "12:00"), person, end=dt.time(first_end))
            p.takes_part(p.item("10:00", "11:00"), person)

        return inner

    assert found(plan(build(10))[0], TWICE) == []
    assert len(found(plan(build(11))[0], TWICE)) == 1


def test_a_flight_in_the_air_during_an_entry_is_found(plan):
    def build(p):
        person = p.delegate(p.guests)
        leg = p.leg("08:00", "10:30", person)
        p.takes_part(p.item("10:00", "11:00"), person)
        return leg

    visit, leg = plan(build)
    (finding,) = found(visit, TWICE)
    assert finding.objects[0] == ("leg", leg)


def test_a_leg_and_the_transfer_that_stands_for_it_are_one_journey(plan):
    def build(p):
        person = p.delegate(p.guests)
        p.leg("08:00", "08:40", person, departure_zone="Asia/Tokyo")
        p.takes_part(p.item("08:00", "08:40", kind=ItemKind.TRANSFER), person)
        p.item("08:00", "09:00", kind=ItemKind.FREE)

    assert found(plan(build)[0], TWICE) == []


@pytest.mark.parametrize(
    ("kind", "severities"),
    [
        (PlaceKind.ROOM, [Severity.ERROR]),
        (PlaceKind.LABORATORY, [Severity.ERROR]),
        (PlaceKind.RESTAURANT, [Severity.WARNING]),
        (PlaceKind.CITY, []),
    ],
)
def test_a_room_has_one_entry_at_a_time(plan, kind, severities):
    def build(p):
        here, there = p.place(kind=kind), p.place("Room 2", parent_id=None)
        for start, end, place in (
            ("09:00", "10:00", here),
            ("09:30", "10:30", here),
            ("09:30", "10:30", there),
            ("10:30", "11:00", here),
        ):
            p.item(start, end, place_id=place)

    assert [finding.severity for finding in found(plan(build)[0], FindingCode.PLACE_TWICE)] == severities


ROLES = st.sampled_from(list(ParticipationRole))
PARTS = st.lists(
    st.tuples(st.sampled_from(("a", "b", "guests", "hosts", "group", "all", "some")), ROLES, st.booleans()),
    max_size=4,
)


@settings(max_examples=60)
@given(
    parts=PARTS,
    members=st.sets(st.sampled_from("ab")),
    speakers=st.sets(st.sampled_from("ab")),
    guide=st.sampled_from(["", *"abc"]),
    with_group=st.dictionaries(st.sampled_from(["escort_id", "interpreter_id"]), st.sampled_from("abc")),
    second=st.booleans(),
)
def test_all_at_once_says_the_same_as_asking_for_each(
    database, parts, members, speakers, guide, with_group, second
):
    def build(p):
        people = {"a": p.delegate(p.guests, "Kim A"), "b": p.delegate(p.hosts, "Sato B")}
        people["c"] = p.delegate(p.guests, "Lim C", role="interpreter")
        item = p.item("09:00", "10:00")
        companions = {role: people[key] for role, key in with_group.items()}
        group = p.group(item, *(people[key] for key in sorted(members)), **companions)
        if second:
            p.group(item, people["a"], **companions)
        if guide:
            p.stop(item, people[guide])
        if speakers:
            p.talk(item, *(people[key] for key in sorted(speakers)))
        ends = {
            "guests": {"delegation_id": p.guests},
            "hosts": {"delegation_id": p.hosts},
            "group": {"group_id": group},
            "all": {},
            "some": {"organisation_id": p.organisation("NIST")},
        }
        for end, role, excluded in parts:
            if end in people:
                p.takes_part(item, people[end], role=role, excluded=excluded)
            else:
                p.takes_part(item, role=role, excluded=excluded, **ends[end])

    visit, _ = planned(database, build)
    (gathering,) = gatherings(Scene(visit))
    (item,) = visit.items
    people = [delegate.person for delegation in visit.delegations for delegate in delegation.delegates]
    attendance = Attendance(visit)
    expected = {person.id for person in people if attendance.part(item, person.id) is not None}
    assert all(item.id in attendance.possible(person) for person in expected)
    assert gathering.named | gathering.others == expected


def test_parallel_tracks_of_a_large_visit_are_no_conflict(plan):
    def build(p):
        rooms = [p.place(f"Room {number}", order=f"{number}") for number in range(10)]
        tracks = [p.delegation(p.kriss) for _ in range(10)]
        for number in range(200):
            p.delegate(tracks[number % 10], f"Kim No{number}", order=f"{number:03}")
        for number in range(500):
            track, slot = number % 10, number // 10
            day, minute = divmod(slot * 20, 600)
            start, end = (f"{8 + at // 60:02}:{at % 60:02}" for at in (minute, minute + 20))
            item = p.item(start, end, days=day, place_id=rooms[track], order=f"{number:03}")
            p.takes_part(item, delegation_id=tracks[track], order="0")

    visit, _ = plan(build)
    named = (FindingCode.NO_NAME, FindingCode.NO_TEXT)
    others = [each for each in findings(visit) if each.code not in named]
    # Nobody has a way or a bed yet, which is said once for the party.
    assert {finding.severity for finding in others} == {Severity.NOTE}
    assert len(others) == 3


@pytest.mark.parametrize(
    ("groups", "way", "is_found"), [(1, False, False), (2, False, True), (2, True, False)]
)
def test_who_guides_and_goes_with_one_of_several_groups_is_found(plan, groups, way, is_found):
    def build(p):
        guide = p.delegate(p.hosts, "Sato Ken")
        item = p.item("09:00", "10:00", title="Labs")
        tour = schedule.lab_tour.add.within(p.writing, item_id=item)
        stops = [
            schedule.tour_stop.add.within(p.writing, tour_id=tour, name=titled("Clock"), guide_id=guide),
            schedule.tour_stop.add.within(p.writing, tour_id=tour, name=titled("Mass")),
        ]
        made = [
            schedule.tour_group.add.within(p.writing, tour_id=tour, name=titled(str(number)))
            for number in range(groups)
        ]
        schedule.tour_group.edit.within(p.writing, made[0], {"escort_id": guide})
        if way:
            schedule.tour_rotation.add.within(p.writing, group_id=made[1], stop_id=stops[1])
        return item, stops[0], made[0], guide

    visit, (item, stop, group, guide) = plan(build)
    expected = (("schedule_item", item), ("tour_stop", stop), ("tour_group", group), ("person", guide))
    assert [one.objects for one in found(visit, FindingCode.GUIDE_TWICE)] == [expected] * is_found


def test_an_entry_of_another_zone_is_on_its_day_by_the_clock_of_the_visit(plan):
    """18:00 in New York is the next morning in Tokyo: who leaves before that is not there."""

    def build(p):
        staying, leaving = p.delegate(p.guests, "Kim A"), p.delegate(p.guests, "Kim B", present_to=DAY)
        far = p.item("18:00", "19:00", zone="America/New_York")
        return staying, leaving, far

    visit, (staying, leaving, far) = plan(build)
    attendance, item = Attendance(visit), next(each for each in visit.items)
    assert item.id == far
    assert attendance.part(item, staying) is not None
    assert attendance.part(item, leaving) is None
