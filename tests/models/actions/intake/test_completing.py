"""Who joins whose delegation, which houses a file merely mentions, and which addresses are none."""

from __future__ import annotations

import pytest

from models.actions.intake import State, accept, preview
from models.actions.intake.resolve import is_near
from models.intake.memory import Memory
from models.intake.record import Doubt, Unreadable
from models.store import Database
from models.text.matching import letters
from tests.support.visits import small_visit


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


def joining(bring, made, *people):
    heads = ("성명", "소속", "역할")
    proposal = bring(heads, *people, kind="delegation", visit=made.visit, delegation=made["delegation-KRISS"])
    return proposal, [line for line in proposal.lines if line.kind == "delegations"]


def doubts(line):
    return {change.field: change.doubt for step in line.steps for change in step.changes if change.doubt}


def test_a_row_of_a_delegation_list_is_about_the_person_who_joins(office, bring):
    database, made = office
    proposal, (line,) = joining(bring, made, ("김새롬", "KRISS", ""))
    assert (line.name, line.state, line.joins) == ("김새롬", State.NEW, "KRISS")
    (step,) = line.steps
    assert (line.row, step.table) == (step.row, "delegate")
    assert doubts(line) == {}
    accept(database, proposal)
    _, (again,) = joining(bring, made, ("김새롬", "KRISS", ""))
    assert (again.name, again.state, again.joins, again.row) == ("김새롬", State.SAME, "", step.row)


@pytest.mark.parametrize(("house", "role", "doubted"), [
    ("서울대학교", "", True),
    ("AIST", "", True),
    ("서울대학교", "통역", False),
    ("KRISS", "", False),
    ("한국표준과학연구원", "단장", False),
])  # fmt: skip
def test_who_works_for_no_party_or_another_one_joins_with_a_mark(office, bring, house, role, doubted):
    _, made = office
    _, (line,) = joining(bring, made, ("박하늘", house, role))
    assert (Doubt.NO_PARTY in doubts(line).values()) is doubted


def test_somebody_who_is_known_to_work_elsewhere_is_marked_without_the_list_saying_so(office, bring):
    database, made = office
    accept(database, bring(("성명", "소속"), ("박하늘", "서울대학교")))
    _, made = office
    proposal = bring(
        ("단원", "역할"), ("박하늘", ""),
        kind="delegation", visit=made.visit, delegation=made["delegation-KRISS"],
    )  # fmt: skip
    line = next(line for line in proposal.lines if line.kind == "delegations")
    assert doubts(line) == {"person_id": Doubt.NO_PARTY}


def test_a_house_that_is_only_mentioned_says_where_and_can_be_refused(office, bring):
    database, _ = office
    rows = (
        ("성명", "소속", "직위"),
        ("김새롬", "KRISS", ""),
        ("박하늘", "서울대학교", ""),
        ("최별", "서울대학교", ""),
    )
    proposal = bring(*rows)
    (house,) = [line for line in proposal.lines if line.mentioned]
    assert (house.kind, house.name) == ("organisations", "서울대학교")
    assert [each.line for each in house.mentioned_in] == [3, 4]
    before = database.counts()["organisation"]
    accept(database, proposal, {house.key})
    assert database.counts()["organisation"] == before


@pytest.mark.parametrize(("first", "second", "near"), [
    ("KRIS", "KRISS", True),
    ("KRISSS", "KRISS", True),
    ("NMIJ", "NMIA", True),
    ("KAIST", "AIST", False),
    ("PTB", "PTBB", False),
    ("표준과학연구원", "한국표준과학연구원", True),
    ("서울대학교", "서울시청", False),
    ("Korea Research Inst. of Standards, Science", "Korea Research Institute of Standards & Science", True),
    ("National Metrology Institute of Japan", "National Institute for Materials Science", False),
])  # fmt: skip
def test_houses_that_may_be_the_same_are_told_from_others(first, second, near):
    assert is_near(letters(first), letters(second)) is near
    assert is_near(letters(second), letters(first)) is near


def test_a_slip_in_an_acronym_is_a_question(office, bring):
    _, made = office
    rows = (("성명", "소속"), ("김새롬", "KRIS"))
    proposal = bring(*rows)
    (question,) = proposal.questions
    assert (question.table, [name for _, name in question.candidates]) == ("organisation", ["KRISS"])
    assert not any(line.mentioned for line in proposal.lines)
    known = bring(*rows, answers={question.key: made["KRISS"]})
    assert not any(line.mentioned for line in known.lines)


def test_two_spellings_of_one_new_house_are_asked_about_and_the_answer_holds(bring):
    rows = (("성명", "소속"), ("박하늘", "Hanbit Institute of Optics"), ("최별", "Hanbit Institut of Optics"))
    (question,) = bring(*rows).questions
    ((candidate, name),) = question.candidates
    assert name == "Hanbit Institute of Optics"
    # The house is read anew, and the answer still means it.
    answered = bring(*rows, answers={question.key: candidate})
    (house,) = [line for line in answered.lines if line.mentioned]
    assert [each.line for each in house.mentioned_in] == [2, 3]
    assert answered.refusals == ()


@pytest.mark.parametrize(
    "written",
    ["nowhere", "a@@kriss.re.kr", "a@b@kriss.re.kr", "a@kriss..re.kr", "a@kriss.re..kr", ".a@kriss.re.kr",
     "a..b@kriss.re.kr", "a.@kriss.re.kr", "a@-kriss.re.kr", "a@kriss", "a@kriss.k", "a@1.2.3.4"],
)  # fmt: skip
def test_an_address_that_is_none_is_refused_with_its_cell(bring, written):
    proposal = bring(("성명", "소속", "이메일"), ("김새롬", "KRISS", written))
    ((_, refusal),) = proposal.refusals
    assert (refusal.reason, refusal.origin.address, refusal.text) == (
        Unreadable.NOT_AN_ADDRESS,
        "C2",
        written,
    )


@pytest.mark.parametrize(
    ("written", "kept", "options"),
    [
        ("kim@kriss.re.kr", "kim@kriss.re.kr", None),
        ("Kim <kim.sr+x@kriss.re.kr>", "kim.sr+x@kriss.re.kr", None),
        ("mailto:o'neil@npl.co.uk.", "o'neil@npl.co.uk", None),
        ("kim@kriss.re.kr; lee@kriss.re.kr", "kim@kriss.re.kr", ("lee@kriss.re.kr",)),
        ("김@kriss.re.kr", "김@kriss.re.kr", ()),
    ],
)
def test_an_address_is_taken_and_marked_where_there_are_several(bring, written, kept, options):
    proposal = bring(("성명", "소속", "이메일"), ("김새롬", "KRISS", written))
    (change,) = [
        change
        for line in proposal.lines
        for step in line.steps
        for change in step.changes
        if change.field == "email"
    ]
    assert change.new == kept
    assert change.doubt is (None if options is None else Doubt.ADDRESS)
    assert change.options == (options or ())


def test_an_odd_address_in_our_own_workbook_is_marked(bring):
    proposal = bring(
        ("Parley id", "성 [ko]", "이름(명) [ko]", "전자우편"),
        ("", "김", "새롬", "kim at kriss"),
        kind="people",
    )
    doubted = {
        change.field: change.doubt for line in proposal.lines for s in line.steps for change in s.changes
    }
    assert doubted["email"] is Doubt.ADDRESS
