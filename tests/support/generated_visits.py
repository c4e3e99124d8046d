"""Visits drawn by hypothesis, with every table that a workbook holds and texts that are hard to keep."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from models.actions import directory, meetings, schedule, travel, visits
from models.errors import TextUnfit
from models.tables.choices import (
    Audience,
    CooperationState,
    DelegateRole,
    Frequency,
    ItemKind,
    ItemStatus,
    LegKind,
    MeetingMode,
    OrganisationKind,
    ParticipationRole,
    PlaceKind,
    Presence,
    RoomKind,
    SlidesState,
    TimeBasis,
)
from models.text.clean import clean_line

TAGS = ("ko", "ja", "en", "de")
DAY = dt.date(2024, 7, 29)
ODD = (
    "-",
    "TBD",
    "미정",
    "=1+1",
    "#0a1b2c3d",
    "a; b",
    "Kim, Minsu",
    "1",
    "9:30",
    "7/30",
    "x (y)",
    "※ 안내",
    "Name",
)


def _fit(text: str) -> bool:
    try:
        return bool(text) and clean_line(text) == text and len(text) < 60
    except TextUnfit:
        return False


LETTERS = st.text(st.sampled_from("abKZ 가힣나김이田中あアß-.,;#/()&'\"1é"), min_size=1, max_size=9)
WORD = st.one_of(st.sampled_from(ODD), LETTERS.map(str.strip).filter(_fit))
BLOCK = st.lists(WORD, min_size=1, max_size=3).map("\n".join)
TEXT = st.dictionaries(st.sampled_from(TAGS), WORD, max_size=3)
TITLE = st.dictionaries(st.sampled_from(TAGS), WORD, min_size=1, max_size=3)
LINES = st.dictionaries(st.sampled_from(TAGS), BLOCK, max_size=2)
MAYBE = st.one_of(st.just(""), WORD)
CLOCK = st.times().map(lambda when: when.replace(second=0, microsecond=0, tzinfo=None))
ZONE = st.sampled_from(("", "Asia/Seoul", "Asia/Tokyo", "Europe/Berlin"))
NUMBER = st.one_of(st.none(), st.integers(0, 500))
PARTIAL = st.sampled_from(("", "2024", "2024-07", "2024-07-30"))


def _day(draw: Any) -> dt.date:
    return DAY + dt.timedelta(draw(st.integers(0, 4)))


class Maker:
    """Adds rows with drawn fields."""

    def __init__(self, writing: Any, draw: Any) -> None:
        self.writing = writing
        self.draw = draw

    def add(self, entity: Any, /, **fields: Any) -> str:
        drawn = {
            name: self.draw(value) if isinstance(value, st.SearchStrategy) else value
            for name, value in fields.items()
        }
        return entity.add.within(self.writing, **drawn)

    def some(self, keys: list[str], most: int = 3) -> list[str]:
        return self.draw(st.lists(st.sampled_from(keys), unique=True, max_size=most)) if keys else []

    def one(self, keys: list[str]) -> str | None:
        return self.draw(st.one_of(st.none(), st.sampled_from(keys))) if keys else None

    def times(self, low: int, high: int) -> range:
        return range(self.draw(st.integers(low, high)))


def make_visit(writing: Any, draw: Any) -> str:
    """Make a visit with what belongs to it; answers with its key."""
    make = Maker(writing, draw)
    houses = _houses(make)
    places: list[str] = []
    for _ in make.times(1, 3):
        places.append(
            make.add(
                directory.place,
                name=TITLE,
                kind=st.sampled_from(PlaceKind),
                code=MAYBE,
                address=LINES,
                phone=MAYBE,
                parent_id=make.one(places),
                organisation_id=make.one(houses),
                time_zone=ZONE,
                capacity=NUMBER,
            )
        )
    people = _people(make, houses)
    visit = make.add(
        visits.visit,
        title=TITLE,
        city=TEXT,
        country=MAYBE,
        time_zone=ZONE,
        languages=("ko", "ja"),
        period=PARTIAL,
        mark=TEXT,
        note=LINES,
    )
    for number in range(3):
        make.add(visits.day, visit_id=visit, date=DAY + dt.timedelta(number), title=TEXT, note=LINES)
    parties = [
        make.add(
            visits.party,
            visit_id=visit,
            organisation_id=house,
            side=st.sampled_from(("host", "guest")),
            language=st.sampled_from(("", "ko")),
            note=st.one_of(st.just(""), BLOCK),
        )
        for house in houses[:2]
    ]
    delegations = _delegations(make, visit, parties, houses, people)
    series, editions = _meetings(make, visit, houses)
    items = [_item(make, visit, parties, places) for _ in make.times(1, 3)]
    for item in items:
        _of_item(make, item, people, houses, delegations, editions, places)
    _travel(make, visit, parties, places, people, houses)
    _work(make, visit, parties, people, houses, series, editions)
    return visit


def _houses(make: Maker) -> list[str]:
    houses: list[str] = []
    for _ in make.times(2, 3):
        houses.append(
            make.add(
                directory.organisation,
                name=TITLE,
                acronym=MAYBE,
                kind=st.sampled_from(OrganisationKind),
                city=TEXT,
                address=LINES,
                parent_id=make.one(houses),
                country=MAYBE,
                website=MAYBE,
                time_zone=ZONE,
                note=st.one_of(st.just(""), BLOCK),
            )
        )
    return houses


def _people(make: Maker, houses: list[str]) -> list[str]:
    people: list[str] = []
    for _ in make.times(2, 4):
        person = make.add(
            directory.person,
            family=TITLE,
            given=TEXT,
            reading=TEXT,
            preferred=TEXT,
            title=TEXT,
            native_language=st.sampled_from(("", "ko", "ja")),
            languages=st.sampled_from(((), ("ko", "en"))),
            email=MAYBE,
            phone=MAYBE,
            note=st.one_of(st.just(""), BLOCK),
        )
        people.append(person)
        for house in make.some(houses, 2):
            make.add(
                directory.affiliation,
                person_id=person,
                organisation_id=house,
                position=TEXT,
                start=PARTIAL,
                end=PARTIAL,
            )
    return people


def _delegations(
    make: Maker, visit: str, parties: list[str], houses: list[str], people: list[str]
) -> list[str]:
    delegations: list[str] = []
    for party, house in zip(parties, houses, strict=False):
        delegation = make.add(
            visits.delegation,
            visit_id=visit,
            party_id=party,
            organisation_id=house,
            title=TEXT,
            note=st.one_of(st.just(""), BLOCK),
        )
        delegations.append(delegation)
        for person in make.some(people):
            make.add(
                visits.delegate,
                delegation_id=delegation,
                person_id=person,
                role=st.sampled_from(DelegateRole),
                organisation_id=make.one(houses),
                position=TEXT,
                interprets=st.sampled_from(((), ("ko", "ja"))),
                present_from=st.one_of(st.none(), st.just(DAY)),
                note=st.one_of(st.just(""), BLOCK),
            )
    return delegations


def _meetings(make: Maker, visit: str, houses: list[str]) -> tuple[str, list[str]]:
    series = make.add(
        meetings.series,
        title=TITLE,
        short_title=TEXT,
        first_year=NUMBER,
        frequency=st.sampled_from(Frequency),
    )
    for house in make.some(houses):
        make.add(meetings.series_party, series_id=series, organisation_id=house)
    editions = [
        make.add(
            meetings.meeting,
            series_id=series,
            visit_id=visit if number else None,
            number=number + 1,
            title=TEXT,
            date=PARTIAL,
            mode=st.sampled_from(MeetingMode),
            host_id=make.one(houses),
            city=TEXT,
        )
        for number in range(2)
    ]
    return series, editions


def _item(make: Maker, visit: str, parties: list[str], places: list[str]) -> str:
    audience = make.draw(st.sampled_from(Audience))
    return make.add(
        schedule.item,
        visit_id=visit,
        title=TITLE,
        kind=st.sampled_from(ItemKind),
        date=_day(make.draw),
        start=st.one_of(st.none(), CLOCK),
        end=st.one_of(st.none(), CLOCK),
        end_day=st.integers(0, 1),
        zone=ZONE,
        time_basis=st.sampled_from(TimeBasis),
        status=st.sampled_from(ItemStatus),
        audience=audience,
        audience_party_id=make.one(parties) if audience is Audience.PARTY else None,
        place_id=make.one(places),
        alternative_place_id=make.one(places),
        meeting_point_id=make.one(places),
        online_link=MAYBE,
        remarks=LINES,
        note=st.one_of(st.just(""), BLOCK),
        start_fold=st.integers(0, 1),
    )


def _of_item(
    make: Maker,
    item: str,
    people: list[str],
    houses: list[str],
    delegations: list[str],
    editions: list[str],
    places: list[str],
) -> None:
    for edition in make.some(editions[1:]):
        make.add(schedule.item_meeting, item_id=item, meeting_id=edition)
    ends = [{"person_id": key} for key in people] + [{"delegation_id": key} for key in delegations]
    ends += [{"organisation_id": key} for key in houses]
    ends.append({})
    for end in make.draw(st.lists(st.sampled_from(ends), max_size=3)):
        make.add(
            schedule.participation,
            item_id=item,
            role=st.sampled_from(ParticipationRole),
            excluded=st.booleans(),
            presence=st.sampled_from(Presence),
            start=st.one_of(st.none(), CLOCK),
            **end,
        )
    for _ in make.times(0, 2):
        talk = make.add(
            schedule.presentation,
            item_id=item,
            title=TITLE,
            minutes=NUMBER,
            language=st.sampled_from(("", "en")),
            slides=st.sampled_from(SlidesState),
            abstract=LINES,
        )
        for person in make.some(people, 2):
            make.add(schedule.presentation_speaker, presentation_id=talk, person_id=person)
    if make.draw(st.booleans()):
        tour = make.add(
            schedule.lab_tour, item_id=item, minutes_before=NUMBER, note=st.one_of(st.just(""), BLOCK)
        )
        stops = [
            make.add(
                schedule.tour_stop,
                tour_id=tour,
                name=TITLE,
                place_id=make.one(places),
                guide_id=make.one(people),
                minutes=NUMBER,
                rules=st.sampled_from(((), ("shoes", "laser"))),
                rules_text=LINES,
            )
            for _ in make.times(0, 2)
        ]
        group = make.add(schedule.tour_group, tour_id=tour, name=TITLE, escort_id=make.one(people))
        for person in make.some(people):
            make.add(schedule.tour_group_member, group_id=group, person_id=person)
        for stop in make.some(stops):
            make.add(schedule.tour_rotation, group_id=group, stop_id=stop)


def _travel(
    make: Maker, visit: str, parties: list[str], places: list[str], people: list[str], houses: list[str]
) -> None:
    for _ in make.times(0, 2):
        leg = make.add(
            travel.leg,
            visit_id=visit,
            kind=st.sampled_from(LegKind),
            number=MAYBE,
            title=TEXT,
            from_place_id=make.one(places),
            to_place_id=make.one(places),
            departure_date=_day(make.draw),
            departure_time=st.one_of(st.none(), CLOCK),
            departure_zone=ZONE,
            departure_terminal=TEXT,
            arrival_date=st.one_of(st.none(), st.just(DAY)),
            arrival_time=st.one_of(st.none(), CLOCK),
            arrival_zone=ZONE,
            vehicle=TEXT,
            driver=MAYBE,
            remarks=LINES,
            note=st.one_of(st.just(""), BLOCK),
        )
        for person in make.some(people):
            make.add(travel.leg_passenger, leg_id=leg, person_id=person, seat=MAYBE, booking_code=MAYBE)
    for _ in make.times(0, 2):
        stay = make.add(
            travel.stay,
            visit_id=visit,
            place_id=make.one(places),
            check_in=DAY,
            check_out=_day(make.draw),
            check_in_time=st.one_of(st.none(), CLOCK),
            payer_id=make.one(houses),
            booking_code=MAYBE,
            remarks=LINES,
        )
        for _ in make.times(0, 2):
            room = make.add(
                travel.room,
                stay_id=stay,
                number=MAYBE,
                kind=st.sampled_from(RoomKind),
                note=st.one_of(st.just(""), BLOCK),
            )
            for person in make.some(people, 2):
                make.add(travel.room_occupant, room_id=room, person_id=person)


def _work(
    make: Maker,
    visit: str,
    parties: list[str],
    people: list[str],
    houses: list[str],
    series: str,
    editions: list[str],
) -> None:
    make.add(
        visits.contact,
        visit_id=visit,
        purpose=TEXT,
        name=TITLE,
        person_id=make.one(people),
        party_id=make.one(parties),
        phone=MAYBE,
        emergency=st.booleans(),
    )
    make.add(
        visits.task,
        visit_id=visit,
        title=TITLE,
        due_days=st.integers(-40, 5),
        note=st.one_of(st.just(""), BLOCK),
    )
    for _ in make.times(0, 2):
        item = make.add(
            meetings.cooperation_item,
            series_id=series,
            title=TITLE,
            proposer_id=make.one(houses),
            field=TEXT,
            state=st.sampled_from(CooperationState),
            background=LINES,
            content=LINES,
            note=st.one_of(st.just(""), BLOCK),
        )
        for house in make.some(houses):
            make.add(meetings.cooperation_party, item_id=item, organisation_id=house)
        for person in make.some(people, 2):
            make.add(
                meetings.cooperation_person, item_id=item, person_id=person, organisation_id=make.one(houses)
            )
        decision = make.add(
            meetings.cooperation_decision,
            item_id=item,
            meeting_id=editions[0],
            state=st.sampled_from(CooperationState),
            decision=LINES,
        )
        make.add(
            meetings.follow_up,
            item_id=item,
            decision_id=decision,
            what=LINES,
            person_id=make.one(people),
            due=PARTIAL,
        )
