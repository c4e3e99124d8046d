"""Everybody whom a cell names comes along: passengers parted by semicolons, delegates, guides."""

from __future__ import annotations

import pytest
import xlsxwriter

from exporters.catalogue import PaperRequest, export
from models.actions.intake import State, accept, preview
from models.intake.memory import Memory
from models.intake.readers.files import read_book
from models.intake.record import Unreadable
from models.store import Database
from tests.support.visits import small_visit


@pytest.fixture
def office(tmp_path):
    with Database.create(tmp_path / "office.parley") as database:
        yield database, small_visit(database)


@pytest.fixture
def bring(office, tmp_path):
    database, made = office

    def bring(source, **settings):
        return preview(
            database, source, visit=made.visit, memory=Memory(tmp_path / "shapes.json"), **settings
        )

    return bring


def table(*rows):
    return "\n".join("\t".join(row) for row in rows)


def passengers(database, visit):
    """Return who travels on which number."""
    return {
        leg.number: [each.person.family.get("ko") or each.person.family.get("en") for each in leg.passengers]
        for leg in database.load_visit(visit).legs
    }


TRAVEL = ("편명", "출발일", "탑승자", "좌석")


@pytest.mark.parametrize("between", ["; ", ";", "；", "\n", ", ", "、", " / "])
def test_passengers_of_one_cell_all_travel_on_one_flight(office, bring, tmp_path, between):
    database, made = office
    path = tmp_path / "flights.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("이동")
        sheet.write_row(0, 0, TRAVEL)
        sheet.write_row(
            1, 0, ("KE 703", "2024-07-29", between.join(("이호성", "김하늘", "박지영")), "12A; 12B; 12C")
        )
        sheet.write_row(2, 0, ("KE 705", "2024-07-29", "김하늘", "3A"))
    before = database.counts()["person"]
    proposal = bring(path, kind="travel")
    accept(database, proposal)
    assert passengers(database, made.visit)["KE 703"] == ["이", "김", "박"]
    assert passengers(database, made.visit)["KE 705"] == ["김"]
    assert database.counts()["person"] == before + 2
    legs = {leg.number: leg for leg in database.load_visit(made.visit).legs}
    assert [each.seat for each in legs["KE 703"].passengers] == ["12A", "12B", "12C"]
    again = bring(path, kind="travel")
    assert {line.state for line in again.lines} == {State.SAME}


def test_the_visits_own_workbook_takes_several_passengers_in_a_cell(office, bring, tmp_path):
    database, made = office
    accept(database, bring(table(TRAVEL, ("KE 703", "2024-07-29", "이호성", "")), kind="travel"))
    out = tmp_path / "visit.xlsx"
    export(database.load_visit(made.visit), [PaperRequest("workbook", ("ko",), format="xlsx")], out)
    book = read_book(out)
    grid = next(each for each in book.grids if each.name == "이동")
    heading = list(grid.rows[0])
    place = heading.index("탑승자")
    assert "세미콜론(;)" in str(grid.rows[1][place])
    number = heading.index("편명")
    row = next(each for each in grid.rows if each[number] == "KE 703")
    row[place] = "이호성; USUDA Takashi; Emiko Watanabe"
    before = database.counts()["person"]
    accept(database, bring(book))
    assert len(passengers(database, made.visit)["KE 703"]) == 3
    # USUDA is known; Watanabe alone is new.
    assert database.counts()["person"] == before + 1


def test_who_cannot_be_kept_is_said(office, bring):
    rows = table(("후속조치", "담당자", "기한"), ("초안 송부", "이호성; 김하늘", "2024-08-30"))
    proposal = bring(rows, kind="follow_ups")
    refused = [refusal for _line, refusal in proposal.refusals if refusal.reason is Unreadable.ONLY_ONE]
    assert [each.text for each in refused] == ["김하늘"]


def test_an_office_behind_a_comma_is_nobody(office, bring):
    rows = table(("편명", "출발일", "탑승자"), ("KE 703", "2024-07-29", "이호성, 국제협력실장"))
    proposal = bring(rows, kind="travel")
    assert not [line for line in proposal.lines if line.kind == "people" and line.state is State.NEW]
