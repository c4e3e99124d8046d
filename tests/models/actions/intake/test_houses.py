"""Departments stay with the position, divisions with their house; lists find their delegation."""

from __future__ import annotations

import pytest

from models.actions import directory
from models.actions.intake import State, accept, preview
from models.intake.memory import Memory
from models.intake.readers.files import read_pasted
from models.intake.recognise import layout_of
from models.store import Database
from models.tables.choices import DelegateRole
from tests.support.visits import small_visit

LONG = "産業技術総合研究所 計量標準総合センター"


@pytest.fixture
def office(tmp_path):
    with Database.create(tmp_path / "office.parley") as database:
        yield database, small_visit(database)


@pytest.fixture
def bring(office, tmp_path):
    database, _ = office

    def bring(*rows, **settings):
        text = "\n".join("\t".join(row) for row in rows)
        return preview(database, text, memory=Memory(tmp_path / "shapes.json"), **settings)

    return bring


def values(line, table):
    return {change.field: change.new for step in line.steps if step.table == table for change in step.changes}


def people(proposal):
    return [line for line in proposal.lines if line.kind == "people" and not line.mentioned]


def test_a_department_is_kept_with_the_position(office, bring):
    _, made = office
    proposal = bring(
        ("성명", "소속", "부서", "직위"),
        ("김하늘", "KRISS", "국제협력실", "실장"),
        ("박지영", "KRISS", "국제협력실", ""),
        ("Anna Weber", "KRISS", "Time Group", "Group Leader"),
    )
    posts = [values(line, "affiliation") for line in people(proposal)]
    assert [post["organisation_id"] for post in posts] == [made["KRISS"]] * 3
    assert posts[0]["position.ko"] == "국제협력실 실장"
    assert posts[1]["position.ko"] == "국제협력실"
    assert posts[2]["position.en"] == "Group Leader, Time Group"
    assert [line for line in proposal.lines if line.kind == "organisations"] == []


def test_only_a_department_says_where_one_works():
    (grid,) = read_pasted("성명\t소속부서\t직위\n김하늘\t국제협력실\t실장\n박지영\t홍보실\t실장").grids
    assert layout_of(grid, "people").column_of("organisation").heading == "소속부서"


def test_what_begins_like_a_known_house_is_a_division_of_it(office, bring):
    database, made = office
    directory.organisation.edit(database, made["NMIJ"], {"name": {"ja": LONG}})
    rows = (
        ("氏名", "所属", "役職"),
        ("佐藤 誠", f"{LONG} 物理計測標準研究部門", "首席研究員"),
        ("渡邉 恵美子", f"{LONG} 物質計測標準研究部門", "主任研究員"),
    )
    proposal = bring(*rows)
    assert proposal.questions == ()
    posts = [values(line, "affiliation") for line in people(proposal)]
    assert {post["organisation_id"] for post in posts} == {made["NMIJ"]}
    assert [post["position.ja"] for post in posts] == [
        "物理計測標準研究部門 首席研究員",
        "物質計測標準研究部門 主任研究員",
    ]
    accept(database, proposal)
    assert {line.state for line in bring(*rows).lines} == {State.SAME}


def test_a_house_below_another_is_found_behind_it(office, bring):
    database, made = office
    above = directory.organisation.add(database, name={"ja": "産業技術総合研究所"}).value
    directory.organisation.edit(
        database, made["NMIJ"], {"name": {"ja": "計量標準総合センター"}, "parent_id": above}
    )
    (line,) = people(bring(("氏名", "所属"), ("佐藤 誠", f"{LONG} 計量標準普及センター")))
    post = values(line, "affiliation")
    assert (post["organisation_id"], post["position.ja"]) == (made["NMIJ"], "計量標準普及センター")


def test_what_may_be_another_house_is_asked(office, bring):
    _, made = office
    proposal = bring(("성명", "소속"), ("김하늘", "한국표준과학연구원 병원"))
    (question,) = proposal.questions
    assert [key for key, _name in question.candidates] == [made["KRISS"]]


GUESTS = ("성명", "소속", "직위", "역할")


def test_a_list_finds_its_delegation_by_where_its_people_work(office, bring):
    _, made = office
    proposal = bring(
        GUESTS, ("사토 마코토", "NMIJ", "", ""), ("와타나베 에미코", "NMIJ", "", ""),
        ("박지영", "KRISS", "", ""),
        kind="delegation", visit=made.visit,
    )  # fmt: skip
    joins = [line.joins for line in proposal.lines if line.kind == "delegations"]
    assert joins == ["NMIJ"] * 3


def test_who_interprets_by_position_is_an_interpreter(office, bring):
    _, made = office
    proposal = bring(
        ("氏名", "所属", "役職", "食事制限"), ("高橋 さくら", "NMIJ", "通訳", ""),
        ("佐藤 誠", "NMIJ", "室長", ""),
        kind="delegation", visit=made.visit,
    )  # fmt: skip
    lines = [line for line in proposal.lines if line.kind == "delegations"]
    assert [values(line, "delegate").get("role") for line in lines] == [DelegateRole.INTERPRETER, None]


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (("氏名", "所属", "役職", "到着便", "ホテル"), "delegations"),
        (("성명", "소속", "직위", "식이 사항"), "delegations"),
        (("성명", "소속", "직위"), "delegations"),
        (("성명", "영문성명", "소속", "직위", "이메일"), "people"),
        (("성명", "소속", "부서", "직위", "휴대전화"), "people"),
    ],
)
def test_what_a_list_is_while_a_visit_is_chosen(headings, kind):
    row = ("김하늘", "KRISS", "실장", "KE 704", "호텔 ICC")
    (grid,) = read_pasted("\t".join(headings) + "\n" + "\t".join(row[: len(headings)])).grids
    assert (
        layout_of(grid, None, ("訪問団名簿.xlsx",) if "ホテル" in headings else (), visit=True).kind == kind
    )


@pytest.mark.parametrize(
    "foot",
    ["이상 30명", "계 2명", "총 30명", "총원: 30명", "以上30名", "合計 2名", "Total 30 persons", "Total: 2"],
)
def test_the_count_at_the_foot_is_nobody(bring, foot):
    proposal = bring(("성명", "소속"), ("김하늘", "KRISS"), ("박지영", "KRISS"), ("", ""), (foot, ""))
    assert [line.name for line in people(proposal)] == ["김하늘", "박지영"]


def test_the_visits_of_other_units_keep_their_unit(office, bring):
    database, made = office
    proposal = bring(
        ("장소", "소속기관", "수용 인원"), ("제2회의실", "KRISS 국제협력실", "30"), kind="places"
    )
    (unit,) = [line for line in proposal.lines if line.kind == "organisations"]
    assert values(unit, "organisation") == {
        "name.ko": "국제협력실",
        "parent_id": made["KRISS"],
        "kind": values(unit, "organisation")["kind"],
    }
    accept(database, proposal)
