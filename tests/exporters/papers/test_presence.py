"""Papers of people who are there only for a while: period, nights and entries are their own."""

from __future__ import annotations

import datetime as dt

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


def test_the_period_goes_on_to_the_last_arrival(made):
    def build(p):
        person = p.delegate(p.guests, "Lee Ho")
        last = DAY + dt.timedelta(2)
        p.leg("18:50", "14:30", person, departure_date=last, arrival_date=last + dt.timedelta(1))
        return {"side": p.kriss, "lee": person}

    papers = made(build)
    assert "2024. 7. 30.(화)~8. 2.(금), 3박 4일" in papers.text(who="side")
    assert "2024. 7. 30.(화)~8. 2.(금)" in papers.text(who="lee")
