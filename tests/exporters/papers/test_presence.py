"""Papers of people who are there only for a while: period, nights and entries are their own."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions import travel
from tests.exporters.papers.conftest import lines
from tests.exporters.papers.test_itinerary import cells
from tests.models.rules.planner import DAY


def one_day(p):
    """Build a delegation one of whom is there on the second day only, with nights of their own."""
    suzuki = p.delegate(
        p.guests,
        "Suzuki Ai",
        present_from=DAY + dt.timedelta(1),
        present_to=DAY + dt.timedelta(1),
    )
    lee = p.delegate(p.guests, "Lee Ho")
    p.item("09:00", "10:00", "Opening")
    p.takes_part(p.item("10:00", "11:00", "Welcome"))
    p.item("09:00", "10:00", "Talks", days=1)
    p.takes_part(p.item("10:00", "11:00", "Lunch", days=1))
    within = p.writing
    stay = travel.stay.add.within(
        within, visit_id=p.visit, place_id=p.place("Inn"), check_in=DAY, check_out=DAY + dt.timedelta(3)
    )
    night = DAY + dt.timedelta(1)
    for person, number, own in (
        (suzuki, "305", {"first_night": night, "last_night": night}),
        (lee, "306", {}),
    ):
        room = travel.room.add.within(within, stay_id=stay, number=number, **own)
        travel.room_occupant.add.within(within, room_id=room, person_id=person)
    return {"suzuki": suzuki, "lee": lee, "side": p.kriss}


def test_the_period_and_the_nights_are_the_persons_own(made):
    papers = made(one_day)
    text = papers.text(languages=("en",), who="suzuki")
    assert "Visit, 31 July – 1 August 2024" in text
    assert "Check-in Wed, 31 July, 1 night" in text
    assert "Visit, 30 July – 1 August 2024" in papers.text(languages=("en",), who="lee")


def test_everyone_means_those_who_are_there_whether_it_is_said_or_not(made):
    papers = made(one_day)
    assert [row[2] for row in cells(papers.make(languages=("en",), who="suzuki"), ":00")] == [
        "Talks",
        "Lunch",
    ]
    assert "Welcome" in papers.text(languages=("en",), who="lee")


def test_rooms_with_nights_of_their_own_stand_apart_on_the_paper_of_all(made):
    found = [line for line in lines(made(one_day).make(languages=("ko",), who="side")) if "체크인" in line]
    assert len(found) == 2
    assert "3박" in found[0]
    assert "1박" in found[1]


def without_own_nights(p, **fields):
    """Build a room for somebody who comes a day later and leaves a day earlier, and one for who stays on."""
    ho, min_ = p.delegate(p.guests, "Lee Ho", **fields), p.delegate(p.guests, "Kim Min")
    within = p.writing
    stay = travel.stay.add.within(
        within, visit_id=p.visit, place_id=p.place("Inn"), check_in=DAY, check_out=DAY + dt.timedelta(4)
    )
    for person in (ho, min_):
        room = travel.room.add.within(within, stay_id=stay)
        travel.room_occupant.add.within(within, room_id=room, person_id=person)
    p.item("09:00", "10:00")
    return {"ho": ho, "min": min_, "side": p.kriss}


def by_delegation(p):
    return without_own_nights(p, present_from=DAY + dt.timedelta(1), present_to=DAY + dt.timedelta(3))


def by_flights(p):
    keys = without_own_nights(p)
    home, between, away = p.place("Jeju"), p.place("Gimpo"), p.place("Haneda")
    for days, start, end in ((1, home, between), (1, between, away), (3, away, home)):
        date = DAY + dt.timedelta(days)
        ends = {"from_place_id": start, "to_place_id": end, "departure_date": date, "arrival_date": date}
        p.leg(f"{8 + days + (start == between)}:00".zfill(5), "18:00", keys["ho"], **ends)
    return keys


@pytest.mark.parametrize("build", [by_delegation, by_flights])
def test_a_room_without_own_nights_has_those_of_who_sleeps_in_it(made, build):
    papers = made(build)
    assert "Check-in Wed, 31 July, 2 nights" in papers.text(languages=("en",), who="ho")
    assert "Check-in Tue, 30 July, 4 nights" in papers.text(languages=("en",), who="min")
    found = [line for line in lines(papers.make(languages=("ko",), who="side")) if "체크인" in line]
    assert [next(part for part in ("2박", "4박") if part in line) for line in found] == ["4박", "2박"]


def test_a_way_there_alone_says_nothing_of_the_way_back(made):
    def build(p):
        keys = without_own_nights(p)
        p.leg("09:00", "11:00", keys["ho"], from_place_id=p.place("Gimpo"), to_place_id=p.place("Haneda"))
        return keys

    assert "Check-in Tue, 30 July, 4 nights" in made(build).text(languages=("en",), who="ho")


def test_the_period_goes_on_to_the_last_arrival(made):
    def build(p):
        person = p.delegate(p.guests, "Lee Ho")
        last = DAY + dt.timedelta(2)
        p.leg("18:50", "14:30", person, departure_date=last, arrival_date=last + dt.timedelta(1))
        return {"side": p.kriss, "lee": person}

    papers = made(build)
    assert "2024. 7. 30.(화)~8. 2.(금), 3박 4일" in papers.text(who="side")
    assert "2024. 7. 30.(화)~8. 2.(금)" in papers.text(who="lee")


def test_who_flies_is_named_in_both_tables_where_not_all_travel_together(made):
    def build(p):
        lee, _ = p.delegate(p.guests, "Lee Ho"), p.delegate(p.guests, "Choi Jae")
        p.leg("09:00", "11:00", lee)
        return {"side": p.kriss}

    found = lines(made(build).make(languages=("ja",), who="side"))
    assert found.count("搭乗者：Ho LEE") + found.count("搭乗者：LEE Ho") == 2


def test_a_blank_place_and_a_dash_are_each_one_thing_and_explained(made):
    def build(p):
        lee = p.delegate(p.guests, "Lee Ho")
        hall = p.place("Hall")
        for hour, place in enumerate((hall, hall, None, None), 9):
            p.item(f"{hour:02}:00", f"{hour:02}:50", f"Item {hour}", place_id=place)
        return {"side": p.kriss, "lee": lee}

    papers = made(build)
    delegation = papers.make(languages=("ko",), who="side")
    assert [row[2] for row in cells(delegation, "Item")] == ["Hall", "", "–", "–"]
    assert any("‘–’는 장소 표기가 없음을 뜻합니다." in line for line in lines(delegation))
    personal = papers.make(languages=("ko",), who="lee")
    assert [row[3] for row in cells(personal, "Item")] == ["Hall", "Hall", "–", "–"]
    assert lines(personal)[-1] == "– 장소 표기 없음"
