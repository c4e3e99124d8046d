"""The other rules, and the order in which findings come."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions import travel
from models.rules.findings import FindingCode, Severity, findings, rows_by_key
from models.tables import ItemStatus, ParticipationRole
from tests.models.rules.planner import DAY, titled


def found(visit, code):
    return [finding for finding in findings(visit) if finding.code is code]


def only(plan, build, code):
    visit, made = plan(build)
    (finding,) = found(visit, code)
    return finding, made


def test_a_visit_in_order_has_no_findings(plan):
    def build(p):
        name = {"family": titled("김"), "given": titled("민"), "native_language": "ko"}
        person = p.delegate(p.guests, person_id=p.person(**name), position=titled("Director"))
        session = p.item("09:00", "10:00")
        p.talk(session, person, minutes=60)
        p.leg("08:00", "10:10")
        p.leg("18:00", "20:00", departure_date=DAY + dt.timedelta(2), arrival_date=DAY + dt.timedelta(2))
        last = DAY + dt.timedelta(2)
        travel.stay.add.within(p.writing, visit_id=p.visit, check_in=DAY, check_out=last)

    assert findings(plan(build)[0]) == ()


@pytest.mark.parametrize(("days", "expected"), [(-1, 1), (0, 0), (2, 0), (3, 1)])
def test_an_entry_on_none_of_the_days_is_outside(plan, days, expected):
    visit, _ = plan(lambda p: p.item("09:00", "10:00", days=days))
    assert len(found(visit, FindingCode.OUTSIDE_DAYS)) == expected


def test_an_entry_elsewhere_counts_by_the_clock_of_the_visit_too(plan):
    # 20:00 on 29 July in New York is 09:00 on 30 July in Tokyo.
    visit, _ = plan(lambda p: p.item("20:00", "21:00", days=-1, zone="America/New_York"))
    assert found(visit, FindingCode.OUTSIDE_DAYS) == []


@pytest.mark.parametrize(
    ("date", "which"), [("2024-03-10", ["start"]), ("2024-03-11", []), ("2024-11-03", [])]
)
def test_a_time_that_the_clock_skips_is_an_error(plan, date, which):
    def build(p):
        p.item("02:30", "03:30", date=dt.date.fromisoformat(date), zone="America/New_York")

    visit, _ = plan(build)
    skipped = found(visit, FindingCode.NO_SUCH_TIME)
    assert [finding.values["which"] for finding in skipped] == which
    assert all(finding.severity is Severity.ERROR for finding in skipped)


def test_a_skipped_time_at_either_end_of_a_leg_is_an_error(plan):
    def build(p):
        spring = dt.date(2024, 3, 31)
        return p.leg(
            "02:30",
            "02:30",
            departure_date=spring,
            departure_zone="Europe/Berlin",
            arrival_date=spring + dt.timedelta(1),
            arrival_zone="Asia/Seoul",
        )

    finding, leg = only(plan, build, FindingCode.NO_SUCH_TIME)
    assert (finding.values["which"], finding.objects) == ("departure", (("leg", leg),))


def test_an_entry_without_a_zone_has_that_of_the_visit(plan):
    def build(p):
        from models.tables import Visit

        p.writing.change(p.writing.get(Visit, p.visit), {"time_zone": "America/New_York"})
        p.item("02:30", None, date=dt.date(2024, 3, 10), zone="")

    assert only(plan, build, FindingCode.NO_SUCH_TIME)[0].values["zone"] == "America/New_York"


@pytest.mark.parametrize(
    ("start", "end", "end_day", "expected"),
    [("10:00", "09:00", 0, 1), ("10:00", "09:00", 1, 0), ("10:00", "10:00", 0, 0), (None, "09:00", 0, 0)],
)
def test_an_entry_that_ends_before_it_starts(plan, start, end, end_day, expected):
    visit, _ = plan(lambda p: p.item(start, end, end_day=end_day))
    assert len(found(visit, FindingCode.ENDS_BEFORE_START)) == expected


@pytest.mark.parametrize(
    ("departure", "arrival", "zones", "expected"),
    [
        # An hour earlier by the clock, and yet after: Tokyo to Shanghai.
        ("09:00", "08:40", ("Asia/Tokyo", "Asia/Shanghai"), 0),
        ("09:00", "08:40", ("Asia/Tokyo", "Asia/Seoul"), 1),
        ("09:00", "09:30", ("Asia/Shanghai", "Asia/Tokyo"), 1),
    ],
)
def test_a_leg_that_arrives_before_it_leaves(plan, departure, arrival, zones, expected):
    visit, _ = plan(lambda p: p.leg(departure, arrival, departure_zone=zones[0], arrival_zone=zones[1]))
    assert len(found(visit, FindingCode.ARRIVES_BEFORE_LEAVING)) == expected


def test_a_leg_of_which_only_the_dates_are_known(plan):
    def build(p):
        p.leg("09:00", "09:00", arrival_time=None, arrival_date=DAY - dt.timedelta(1))
        p.leg("09:00", "09:00", arrival_time=None, arrival_date=DAY - dt.timedelta(2), number="KE2")

    assert len(found(plan(build)[0], FindingCode.ARRIVES_BEFORE_LEAVING)) == 1


@pytest.mark.parametrize(("minutes", "expected"), [((30, 30), 0), ((30, 31), 1), ((None, 61), 1), ((), 0)])
def test_talks_longer_than_their_session(plan, minutes, expected):
    def build(p):
        person = p.delegate(p.guests)
        session = p.item("09:00", "10:00")
        for length in minutes:
            p.talk(session, person, minutes=length)

    longer = found(plan(build)[0], FindingCode.TALKS_TOO_LONG)
    assert len(longer) == expected
    assert [finding.values["needed"] for finding in longer] == [sum(m or 0 for m in minutes)] * expected


def test_a_speaker_who_is_in_no_delegation(plan):
    def build(p):
        stranger, known = p.person("Doe Jane"), p.delegate(p.hosts)
        talk = p.talk(p.item("09:00", "10:00"), stranger, known)
        address = p.item("10:00", "10:10")
        p.takes_part(address, stranger, role=ParticipationRole.SPEAKER)
        return [("presentation", talk), ("schedule_item", address)], ("person", stranger)

    visit, (places, stranger) = plan(build)
    strangers = found(visit, FindingCode.SPEAKER_NOT_DELEGATE)
    assert sorted(finding.objects[0] for finding in strangers) == sorted(places)
    assert {finding.objects[-1] for finding in strangers} == {stranger}


def test_a_talk_without_a_name_is_a_warning(plan):
    def build(p):
        open_talk = p.talk(p.item("09:00", "10:00"))
        p.talk(p.item("10:00", "11:00", status=ItemStatus.CANCELLED))
        address = p.item("11:00", "11:10")
        p.takes_part(address, organisation_id=p.organisation("NIST"), role=ParticipationRole.SPEAKER)
        return {open_talk, address}

    visit, keys = plan(build)
    unknown = found(visit, FindingCode.SPEAKER_UNKNOWN)
    assert {finding.objects[0][1] for finding in unknown} == keys
    assert {finding.severity for finding in unknown} == {Severity.WARNING}


def test_each_text_of_a_paper_is_missed_in_each_working_language(plan):
    partly = {"ko": "가", "en": "A"}

    def build(p):
        session = p.item("09:00", "10:00", date=DAY, remarks=partly)
        p.writing.change(p.writing.get(_kind("schedule_item"), session), {"title": partly})
        p.talk(session, p.delegate(p.guests, position=partly), title="T")
        place = p.place("Room", parent_id=None)
        p.writing.change(p.writing.get(_kind("place"), place), {"name": {"ko": "방"}})
        p.item("10:00", "10:30", place_id=place)
        p.meeting(series_id=p.series(partly))
        p.leg("08:00", "10:10", title=partly)

    visit, _ = plan(build)
    missing = found(visit, FindingCode.NO_TRANSLATION)
    assert {(f.objects[0][0], f.values["field"], f.values["languages"]) for f in missing} == {
        ("schedule_item", "title", ("ja",)),
        ("schedule_item", "remarks", ("ja",)),
        ("series", "title", ("ja",)),
        ("leg", "title", ("ja",)),
        ("delegate", "position", ("ja",)),
        ("place", "name", ("ja", "en")),
    }
    assert {finding.severity for finding in missing} == {Severity.WARNING}


def _kind(table):
    from models.tables import Place, ScheduleItem

    return {"schedule_item": ScheduleItem, "place": Place}[table]


def test_a_title_in_no_language_is_missing_text_and_an_empty_remark_is_not(plan):
    finding, item = only(plan, lambda p: p.item("09:00", "10:00", title=""), FindingCode.NO_TEXT)
    assert finding.objects == (("schedule_item", item),)
    assert finding.values == {"field": "title"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"native_language": "ko"}, 1),
        ({"native_language": "ko", "family": {"ko": "김"}, "given": {"ko": "민"}}, 0),
        ({"native_language": "ko", "preferred": {"ko": "김민"}}, 0),
        ({"native_language": "fr"}, 1),
        ({"native_language": "en"}, 0),
        ({"native_language": ""}, 0),
    ],
)
def test_a_name_in_the_persons_own_script_is_missed(plan, fields, expected):
    def build(p):
        p.delegate(p.guests, person_id=p.person(**fields))

    assert len(found(plan(build)[0], FindingCode.NO_NATIVE_NAME)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ("ko", "ja")),
        ({"family": {"en": "Kim", "ko": "김"}, "given": {"en": "Min", "ko": "민"}}, ("ja",)),
        ({"family": {"en": "Kim", "ko": "김"}, "given": {"en": "Min"}}, ("ko", "ja")),
        # What is missed as the person's own name is not missed twice.
        ({"native_language": "ko"}, ("ja",)),
    ],
)
def test_a_name_is_missed_in_each_working_language(plan, fields, expected):
    def build(p):
        person = p.delegate(p.guests, person_id=p.person(**fields))
        p.delegate(p.hosts, person_id=person)

    (finding,) = found(plan(build)[0], FindingCode.NO_NAME)
    assert finding.values["languages"] == expected
    assert [table for table, _key in finding.objects] == ["delegate", "person"]


def test_errors_come_first_and_then_the_order_of_the_visit(plan):
    def build(p):
        late = p.item("15:00", "14:00", days=1)
        early = p.item("10:00", "09:00")
        noon = p.item("12:00", "11:00")
        p.talk(early)
        outside = p.item("09:00", "10:00", days=9)
        return early, noon, late, outside

    visit, (early, noon, late, outside) = plan(build)
    listed = findings(visit)
    assert [finding.objects[0][1] for finding in listed if finding.severity is Severity.ERROR] == [
        early,
        noon,
        late,
        outside,
    ]
    assert listed[-1].severity is Severity.WARNING
    assert findings(visit) == listed


def test_all_things_of_a_finding_are_among_the_rows(plan):
    def build(p):
        p.item("10:00", "09:00", title="", place_id=p.place())
        p.talk(p.item("10:00", "11:00"), p.person("Doe Jane"), title="")
        p.meeting(title={"ko": "회의"})
        p.delegate(p.guests, person_id=p.person(native_language="ko"))

    visit, _ = plan(build)
    rows = rows_by_key(visit)
    named = [thing for finding in findings(visit) for thing in finding.objects]
    assert named
    assert all(thing in rows for thing in named)


def test_a_cancelled_entry_is_not_looked_at(plan):
    visit, _ = plan(
        lambda p: p.item("10:00", "09:00", title="", days=9, status=ItemStatus.CANCELLED) and titled("x")
    )
    # Nothing else is left of the visit.
    assert [finding.code for finding in findings(visit)] == [FindingCode.NO_ITEMS]
