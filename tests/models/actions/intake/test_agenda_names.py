"""An agenda in two languages: who speaks and guides, what is not fixed yet, rooms that stand twice."""

from __future__ import annotations

import pytest
from docx import Document

from models.actions.intake import accept, preview
from models.intake.values.read import says_nothing
from models.store import Database
from tests.support.visits import small_visit

ENTRIES = (
    ("10:00 – 10:10", "환영사 Welcome address\n이호성 원장 (KRISS)", "대회의실\nMain Conference Room"),
    ("10:10~10:20", "답사 Opening remarks\nDr. Takashi Usuda (NMIJ)", "대회의실"),
    (
        "11:00–12:00",
        "[병행세션 A] 시간·주파수 Parallel session A: Time and Frequency\n"
        "- 광격자시계의 최근 결과 Recent results of optical lattice clocks (황보성민, KRISS)\n"
        "- UTC(NMIJ) update (Kenji Tanaka, NMIJ)",
        "세미나실 1",
    ),
    ("13:30-15:00", "랩투어 Lab tour: 시간주파수실험실, 양자연구동\n안내: 정재훈, 남궁현", ""),
    (
        "15:30-16:00",
        "차기 협력 방안 논의 Future cooperation\n좌장: 미정(TBD)",
        "대회의실 / Main Conference Room",
    ),
)


@pytest.fixture
def brought(tmp_path):
    document = Document()
    document.add_paragraph("일시: 2024. 7. 30.(화)")
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("시간 Time", "내용 Programme", "장소 Venue"), strict=True):
        cell.text = text
    for entry in ENTRIES:
        for cell, text in zip(table.add_row().cells, entry, strict=True):
            cell.text = text
    path = tmp_path / "agenda.docx"
    document.save(str(path))
    with Database.create(tmp_path / "office.parley") as database:
        visit = small_visit(database).visit
        proposal = preview(database, path, visit=visit)
        yield database, visit, proposal


def test_a_hangul_name_with_an_acronym_in_brackets_speaks(brought):
    database, visit, proposal = brought
    accept(database, proposal)
    (session,) = [item for item in database.load_visit(visit).items if "병행세션" in item.title.get("ko", "")]
    talks = {
        talk.title["en"]: (talk.title.get("ko"), [each.person.family.values() for each in talk.speakers])
        for talk in session.presentations
    }
    first, second = talks.values()
    assert first[0] == "광격자시계의 최근 결과"
    assert list(talks) == ["Recent results of optical lattice clocks", "UTC(NMIJ) update"]
    assert [list(each) for each in first[1]] == [["황보"]]
    assert [list(each) for each in second[1]] == [["Tanaka"]]


def test_two_guides_are_two_people_and_what_is_not_fixed_is_nobody(brought):
    _database, _visit, proposal = brought
    new = {line.name for line in proposal.lines if line.mentioned and line.kind == "people"}
    assert {"정재훈", "남궁현"} <= new
    assert not [name for name in new if "," in name]
    houses = {line.name for line in proposal.lines if line.mentioned and line.kind == "organisations"}
    assert "TBD" not in houses


def test_a_room_in_two_languages_is_one_room(brought):
    database, visit, proposal = brought
    rooms = [line for line in proposal.lines if line.kind == "places" and "대회의실" in line.name]
    assert len(rooms) == 1
    accept(database, proposal)
    places = {item.place.id: item.place for item in database.load_visit(visit).items if item.place}
    (room,) = [place for place in places.values() if place.name.get("en") == "Main Conference Room"]
    assert room.name["ko"] == "대회의실"


def test_a_line_in_two_languages_is_no_doubt(brought):
    _database, _visit, proposal = brought
    doubts = [
        (change.field, change.doubt)
        for line in proposal.lines
        for step in line.steps
        for change in step.changes
        if change.field.startswith("title.") and change.doubt
    ]
    assert doubts == []


@pytest.mark.parametrize("text", ["미정(TBD)", "TBD (미정)", "未定（TBD）", "미정", "T.B.D."])
def test_what_is_not_fixed_says_nothing(text):
    assert says_nothing(text)
    assert not says_nothing("대회의실(미정)")
