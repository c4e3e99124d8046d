"""Those who travel and have no way there, no way back or no bed; a visit without entries."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions import travel
from models.rules.findings import FindingCode, Severity, findings
from models.tables import Audience, DelegateRole, LegKind, PartySide, VisitStatus
from tests.models.rules.planner import DAY

THERE, BACK, BED = FindingCode.NO_WAY_THERE, FindingCode.NO_WAY_BACK, FindingCode.NO_BED


def found(visit, *codes):
    """Return what was found of some codes: how grave, and the tables and keys concerned."""
    return [
        (finding.code, finding.severity, finding.objects)
        for finding in findings(visit)
        if finding.code in (codes or (THERE, BACK, BED))
    ]


def on(number):
    return {"departure_date": DAY + dt.timedelta(number), "arrival_date": DAY + dt.timedelta(number)}


def stay(p, *people, **fields):
    known = {"visit_id": p.visit, "check_in": DAY, "check_out": DAY + dt.timedelta(2)}
    key = travel.stay.add.within(p.writing, **{**known, **fields})
    for person in people:
        room = travel.room.add.within(p.writing, stay_id=key)
        travel.room_occupant.add.within(p.writing, room_id=room, person_id=person)
    return key


def all_set(p, *people):
    p.leg("10:00", "12:00", *people, kind=LegKind.FLIGHT)
    p.leg("18:00", "20:00", *people, kind=LegKind.FLIGHT, **on(2))
    stay(p, *people)


def test_who_travels_there_and_back_and_sleeps_there_lacks_nothing(plan):
    visit, _ = plan(lambda p: all_set(p, p.delegate(p.guests)))
    assert found(visit) == []


def test_one_who_was_forgotten_is_a_warning_that_names_them(plan):
    def build(p):
        all_set(p, p.delegate(p.guests, "Kim One"), p.delegate(p.guests, "Kim Two"))
        p.delegate(p.guests, "Kim Three")

    visit, _ = plan(build)
    delegation = next(one for one in visit.delegations if len(one.delegates) == 3)
    forgotten = (("delegate", delegation.delegates[2].id), ("party", delegation.party_id))
    assert found(visit) == [(code, Severity.WARNING, forgotten) for code in (THERE, BACK, BED)]


def test_where_nothing_is_arranged_yet_a_party_is_one_note(plan):
    def build(p):
        for number in range(3):
            p.delegate(p.guests, f"Kim No{number}")
            p.delegate(p.delegation(p.kriss), f"Lee No{number}")
        return p.kriss

    visit, party = plan(build)
    note = (Severity.NOTE, (("party", party),))
    assert found(visit) == [(code, *note) for code in (THERE, BACK, BED)]


def test_hosts_and_interpreters_are_not_expected_to_travel(plan):
    def build(p):
        host = p.party("NIST", side=PartySide.HOST)
        both = p.delegate(p.delegation(host), "Smith Jo")
        p.delegate(p.guests, person_id=both)
        p.delegate(p.guests, "Kim Tong", role=DelegateRole.INTERPRETER)

    assert found(plan(build)[0]) == []


def test_a_bus_to_the_meeting_is_not_the_journey_of_one_whose_colleagues_fly(plan):
    def build(p):
        flies, forgotten = p.delegate(p.guests, "Kim One"), p.delegate(p.guests, "Kim Two")
        all_set(p, flies)
        p.leg("13:00", "14:00", flies, forgotten, kind=LegKind.BUS, number="")

    assert [code for code, *_ in found(plan(build)[0], THERE)] == [THERE]


def test_where_nobody_flies_a_bus_is_the_journey(plan):
    visit, _ = plan(lambda p: p.leg("08:00", "10:00", p.delegate(p.guests), kind=LegKind.BUS))
    assert found(visit, THERE) == []


def test_legs_and_stays_that_name_nobody_are_for_everybody_who_may_see_them(plan):
    def build(p, **fields):
        p.delegate(p.guests)
        p.leg("10:00", "12:00", **fields)
        p.leg("18:00", "20:00", **fields, **on(2))
        stay(p, **fields)

    assert found(plan(build)[0]) == []
    hidden = plan(lambda p: build(p, audience=Audience.PARTY, audience_party_id=p.aist))[0]
    assert [code for code, *_ in found(hidden)] == [THERE, BACK, BED]


def test_a_leg_that_is_cancelled_takes_nobody(plan):
    visit, _ = plan(lambda p: p.leg("10:00", "12:00", p.delegate(p.guests), status="cancelled"))
    assert [code for code, *_ in found(visit, THERE)] == [THERE]


def test_who_comes_for_one_day_needs_no_bed_and_may_travel_both_ways_on_it(plan):
    def build(p):
        day = DAY + dt.timedelta(1)
        guest = p.delegate(p.guests, present_from=day, present_to=day)
        p.leg("08:00", "09:00", guest, **on(1))
        p.leg("18:00", "19:00", guest, **on(1))

    assert found(plan(build)[0]) == []


def test_a_visit_that_was_called_off_lacks_nothing(plan):
    def build(p):
        p.begin(status=VisitStatus.CANCELLED)
        p.delegate(p.guests)

    assert found(plan(build)[0], THERE, BACK, BED, FindingCode.NO_ITEMS) == []


@pytest.mark.parametrize("status", ["confirmed", "cancelled"])
def test_a_visit_without_an_entry_that_is_held_is_found(plan, status):
    visit, _ = plan(lambda p: p.item("09:00", status=status))
    expected = [(FindingCode.NO_ITEMS, Severity.WARNING, (("visit", visit.id),))]
    assert found(visit, FindingCode.NO_ITEMS) == (expected if status == "cancelled" else [])


def airports(p, *, known="", home="Asia/Tokyo", **zones):
    p.begin(time_zone=home)
    ends = {"from_place_id": p.place("Incheon", time_zone="Asia/Seoul"), "to_place_id": p.place("Sydney")}
    if known:
        ends["to_place_id"] = p.place("Sydney", time_zone=known)
    p.leg("08:00", "19:00", **ends, **zones)


SAME = {"departure_zone": "Asia/Seoul", "arrival_zone": "Asia/Seoul"}
OPEN = {"departure_zone": "", "arrival_zone": ""}
SAID = {"departure_zone": "Asia/Seoul", "arrival_zone": "Australia/Sydney"}
SYDNEY = "Australia/Sydney"


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ({**SAME, "home": SYDNEY}, 1),
        ({**OPEN, "home": SYDNEY}, 1),
        ({**SAID, "home": SYDNEY}, 0),
        ({**SAME, "home": SYDNEY, "known": SYDNEY}, 0),
        ({**SAME, "home": SYDNEY, "kind": LegKind.CAR}, 0),
        # Seoul and Tokyo have one clock: whichever is meant, nobody misses a flight.
        ({**SAME, "home": "Asia/Tokyo"}, 0),
    ],
)
def test_a_flight_whose_airport_names_no_zone_is_found_where_there_are_several_clocks(plan, fields, number):
    visit, _ = plan(lambda p: airports(p, **fields))
    places = [objects[-1][0] for _, _, objects in found(visit, FindingCode.ZONE_UNKNOWN)]
    assert places == ["place"] * number
