"""A delegation list with flights and hotel comes in one go: who joins, on which flights, in which house."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions import visits
from models.actions.intake import State, accept, preview
from models.actions.undo import undo
from models.intake.memory import Memory
from models.intake.readers.files import read_pasted
from models.intake.recognise import layout_of
from models.intake.record import Doubt
from models.store import Database
from models.tables.choices import PlaceKind
from tests.support.visits import small_visit

JAPANESE = (
    ("No.", "氏名", "氏名（ローマ字）", "所属", "役職", "到着便", "到着日時", "出発便", "ホテル"),
    (
        "1",
        "臼田　孝",
        "Takashi USUDA",
        "NMIJ",
        "センター長",
        "KE 704",
        "2024-10-25 14:30",
        "KE 703",
        "ロッテホテル",
    ),
    (
        "2",
        "田中　健二",
        "TANAKA Kenji",
        "NMIJ",
        "グループ長",
        "KE704",
        "2024-10-25 14:30",
        "KE 703",
        "ロッテホテル",
    ),
    ("3", "佐藤 誠", "Makoto SATO", "NMIJ", "研究員", "OZ101", "10月25日 11:20", "未定", ""),
)
KOREAN = (
    ("성명", "소속", "직위", "입국편", "입국일시", "출국편", "출국일시",
     "호텔", "체크인", "체크아웃", "객실"),
    (
        "김하늘", "NMIJ", "연구원", "KE 704", "2024-10-25 14:30", "KE 703", "2024-10-27 09:30",
        "호텔 ICC", "2024-10-25", "2024-10-27", "1203",
    ),
    (
        "박지영", "NMIJ", "연구원", "KE 704", "2024-10-25 14:30", "KE 705", "2024-10-28 18:00",
        "호텔 ICC", "2024-10-25", "2024-10-28", "",
    ),
)  # fmt: skip


@pytest.fixture
def office(tmp_path):
    with Database.create(tmp_path / "office.parley") as database:
        yield database, small_visit(database)


@pytest.fixture
def bring(office, tmp_path):
    database, made = office
    guests = visits.delegation.add(
        database, visit_id=made.visit, party_id=made["party-NMIJ"], organisation_id=made["NMIJ"]
    ).value

    def bring(rows, **settings):
        text = "\n".join("\t".join(row) for row in rows)
        settings = {"delegation": guests, **settings}
        return preview(database, text, visit=made.visit, memory=Memory(tmp_path / "shapes.json"), **settings)

    return bring


def test_a_list_with_flights_and_hotel_is_one_change_set(office, bring):
    database, made = office
    proposal = bring(JAPANESE)
    assert {line.kind for line in proposal.lines} >= {"people", "delegations", "travel", "stays"}
    done = accept(database, proposal)
    visit = database.load_visit(made.visit)
    flights = {leg.number: leg for leg in visit.legs}
    arriving = flights["KE 704"]
    assert (arriving.arrival_date, arriving.arrival_time) == (dt.date(2024, 10, 25), dt.time(14, 30))
    assert arriving.departure_time is None
    assert len(arriving.passengers) == 2
    assert len(flights["KE 703"].passengers) == 2
    assert len(flights["OZ101"].passengers) == 1
    assert "KE704" not in flights
    (stay,) = [stay for stay in visit.stays if stay.place and "ロッテ" in stay.place.name.get("ja", "")]
    assert stay.place.kind is PlaceKind.HOTEL
    assert [len(room.occupants) for room in stay.rooms] == [1, 1]
    assert {line.state for line in bring(JAPANESE).lines} == {State.SAME}
    undo(database, done.change_set)
    assert "KE 704" not in {leg.number for leg in database.load_visit(made.visit).legs}


def test_days_that_no_cell_says_are_to_be_checked(office, bring):
    proposal = bring(JAPANESE)
    doubts = {
        (line.name.split(" · ")[0], change.field)
        for line in proposal.lines
        for step in line.steps
        for change in step.changes
        if change.doubt is Doubt.UNSAID
    }
    names = {field for _name, field in doubts}
    assert names == {"departure_date", "check_in", "check_out"}


def test_both_ways_and_nights_are_taken_as_they_stand(office, bring):
    database, made = office
    accept(database, bring(KOREAN))
    visit = database.load_visit(made.visit)
    flights = {leg.number: leg for leg in visit.legs}
    assert (flights["KE 703"].departure_date, flights["KE 703"].departure_time) == (
        dt.date(2024, 10, 27),
        dt.time(9, 30),
    )
    assert flights["KE 705"].departure_date == dt.date(2024, 10, 28)
    (stay,) = [stay for stay in visit.stays if stay.place and "ICC" in stay.place.name.get("ko", "")]
    assert (stay.check_in, stay.check_out) == (dt.date(2024, 10, 25), dt.date(2024, 10, 28))
    rooms = {room.number: room for room in stay.rooms}
    assert rooms["1203"].last_night == dt.date(2024, 10, 26)
    assert rooms[""].last_night is None
    again = bring(KOREAN)
    assert {line.state for line in again.lines} == {State.SAME}


def test_what_is_known_of_a_flight_is_not_overruled_by_what_is_assumed(office, bring):
    database, made = office
    accept(database, bring(JAPANESE))
    leg = next(leg for leg in database.load_visit(made.visit).legs if leg.number == "KE 703")
    from models.actions import travel

    travel.leg.edit(database, leg.id, {"departure_date": dt.date(2024, 10, 28)})
    again = bring(JAPANESE)
    assert {line.state for line in again.lines} == {State.SAME}


@pytest.mark.parametrize("kind", ["travel", "stays"])
def test_the_heading_row_is_found_also_where_another_kind_is_said(kind):
    text = "\n".join("\t".join(row) for row in (("第20回会議　名簿",), ("",), *JAPANESE))
    (grid,) = read_pasted(text).grids
    layout = layout_of(grid, kind)
    assert grid.rows[layout.heading][1] == "氏名"
