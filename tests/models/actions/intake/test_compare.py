"""Known people, houses and entries are recognised; what is open is asked; what is refused stays away."""

from __future__ import annotations

import datetime as dt

import pytest

from models.actions import directory
from models.actions.erase import erase_person
from models.actions.intake import State, accept, preview, propose
from models.actions.undo import undo
from models.errors import EditConflict, ImportProblem
from models.intake.grid import Origin
from models.intake.memory import Memory
from models.intake.record import Doubt, Intake, Mention, Parsed, Record, Unreadable
from models.store import Database
from tests.support.visits import small_visit


@pytest.fixture
def office(tmp_path):
    with Database.create(tmp_path / "office.parley") as database:
        made = small_visit(database)
        directory.person.edit(database, made["lee"], {"email": "lee@kriss.example"})
        yield database, made


@pytest.fixture
def bring(office, tmp_path):
    database, _ = office

    def bring(*rows, **settings):
        text = "\n".join("\t".join(row) for row in rows)
        memory = Memory(tmp_path / "shapes.json")
        return preview(database, text, memory=memory, **settings)

    return bring


def states(proposal, kind):
    return [line.state for line in proposal.lines if line.kind == kind]


def row_of(proposal, kind="people"):
    (line,) = [line for line in proposal.lines if line.kind == kind and not line.mentioned]
    return line


PEOPLE = ("Name", "Organisation", "E-mail")


@pytest.mark.parametrize(
    "name",
    [
        "이호성",
        "이 호성",
        "李 浩成",
        "LEE Ho Seong",
        "Ho Seong Lee",
        "Lee, Ho-Seong",
        "Hoseong LEE",
        "이호성 (LEE Ho Seong)",
    ],
)
def test_somebody_is_recognised_in_any_script_and_order(office, bring, name):
    _, made = office
    line = row_of(bring(PEOPLE, (name, "KRISS", "")))
    assert (line.state, line.row) == (State.SAME, made["lee"])


def test_a_list_that_turns_a_name_round_changes_it_only_in_doubt(office, bring):
    rows = (("Family name", "Given name", "Organisation"), ("Ho Seong", "Lee", "KRISS"))
    (step,) = row_of(bring(*rows)).steps
    assert {(each.field, each.old, each.new, each.doubt) for each in step.changes} == {
        ("family.en", "Lee", "Ho Seong", Doubt.NAME_ORDER),
        ("given.en", "Ho Seong", "Lee", Doubt.NAME_ORDER),
    }


@pytest.mark.parametrize("heads", [("Name", "Organisation"), ("성명", "소속기관"), ("氏名", "所属")])
def test_names_with_their_organisations_are_people_rather_than_places(office, bring, heads):
    proposal = bring(heads, ("김하늘", "KRISS"), ("이호성", "KRISS"))
    assert [line.state for line in proposal.lines if line.kind == "people"] == [State.NEW, State.SAME]
    assert states(proposal, "places") == []


def test_somebody_is_recognised_by_e_mail(office, bring):
    _, made = office
    line = row_of(bring(PEOPLE, ("Hosung Lee", "", "LEE@kriss.example")))
    assert line.row == made["lee"] or line.refusals[0].reason is Unreadable.SEVERAL_FIT
    assert (
        len(
            [
                each
                for each in bring(PEOPLE, ("이호성", "", "LEE@kriss.example")).lines
                if each.state is State.NEW
            ]
        )
        == 0
    )


def test_a_namesake_elsewhere_is_a_question_and_both_answers_hold(office, bring):
    database, made = office
    rows = (PEOPLE, ("이호성", "다른 기관", ""))
    proposal = bring(*rows)
    (question,) = proposal.questions
    assert [key for key, _ in question.candidates] == [made["lee"]]
    assert row_of(proposal).state is State.REFUSED
    assert database.counts()["person"] == 5
    known = bring(*rows, answers={question.key: made["lee"]})
    assert row_of(known).row == made["lee"]
    new = bring(*rows, answers={question.key: "new"})
    assert row_of(new).state is State.NEW
    accept(database, new)
    assert database.counts()["person"] == 6
    # Now both are known, and who works there is certain.
    again = bring(*rows)
    assert again.questions == ()
    assert row_of(again).state is State.SAME


def test_a_name_in_another_script_only_is_a_question(office, bring):
    _, made = office
    line = row_of(bring(PEOPLE, ("최재혁", "KRISS", "")))
    assert line.row == made["choi"] or line.state is State.REFUSED
    proposal = bring(PEOPLE, ("ミュラー", "PTB", ""))
    assert [each.state for each in proposal.lines if each.kind == "people"] != [State.SAME]


def test_organisations_are_recognised_by_any_of_their_names(office, bring):
    _, made = office
    for name in (
        "KRISS",
        "kriss",
        "한국표준과학연구원",
        "한국 표준과학연구원",
        "韓国標準科学研究院",
        "한국표준과학연구원(KRISS)",
    ):
        proposal = bring(PEOPLE, ("새사람", name, ""))
        assert states(proposal, "organisations") == [], name
        (post,) = [step for step in row_of(proposal).steps if step.table == "affiliation"]
        assert {change.field: change.new for change in post.changes}["organisation_id"] == made["KRISS"]


def test_a_slip_in_the_name_of_an_organisation_is_a_question(bring):
    proposal = bring(
        PEOPLE,
        ("김새롬", "한국표준과학연구웜 원", ""),
        ("김다른", "Physikalisch-Technische Bundesanstaltt", ""),
    )
    assert "organisation" in {question.table for question in proposal.questions}


def test_one_new_organisation_is_added_once_for_all_its_people(office, bring):
    database, _ = office
    proposal = bring(PEOPLE, ("김새롬", "새 기관", ""), ("박가온", "새 기관", ""))
    assert states(proposal, "organisations") == [State.NEW]
    accept(database, proposal)
    assert database.counts()["organisation"] == 4


def test_what_is_refused_is_not_written_and_what_hangs_on_it_neither(office, bring):
    database, _ = office
    proposal = bring(
        PEOPLE, ("김새롬", "새 기관", "kim@new.example"), ("박가온", "KRISS", "park@kriss.example")
    )
    house = next(line for line in proposal.lines if line.kind == "organisations")
    kim, park = (line for line in proposal.lines if line.kind == "people")
    done = accept(database, proposal, {house.key, (park.key, "email")})
    counts = database.counts()
    assert (counts["organisation"], counts["person"]) == (3, 7)
    posts = {(each.person_id, each.organisation_id) for each in _all(database, "affiliation")}
    assert not any(person == kim.row for person, _ in posts)
    people = {each.id: each for each in _all(database, "person")}
    assert people[park.row].email == ""
    assert people[kim.row].email == "kim@new.example"
    undo(database, done.change_set)
    assert database.counts()["person"] == 5


def _all(database, table):
    from models.store.writing import ROW_KINDS

    return database.load_all(ROW_KINDS[table])


def test_a_changed_cell_shows_old_and_new_and_is_written_alone(office, bring):
    database, _ = office
    rows = (("이름", "소속", "직위", "전화"), ("이호성", "KRISS", "원장", "042-1"))
    proposal = bring(*rows)
    line = row_of(proposal)
    changes = {change.field: (change.old, change.new) for step in line.steps for change in step.changes}
    assert changes == {"phone": ("", "042-1"), "position.ko": ("KRISS 소장", "원장")}
    accept(database, proposal, {(line.key, "position.ko")})
    again = row_of(bring(*rows))
    assert {change.field for step in again.steps for change in step.changes} == {"position.ko"}


def test_somebody_who_changed_the_same_meanwhile_is_not_overwritten(office, bring):
    database, made = office
    proposal = bring(("이름", "전화"), ("이호성", "042-1"))
    directory.person.edit(database, made["lee"], {"phone": "042-2"})
    with pytest.raises(EditConflict):
        accept(database, proposal)


def test_who_was_erased_does_not_come_back_with_an_old_workbook(office, tmp_path):
    from exporters.catalogue import PaperRequest, export

    database, made = office
    path = tmp_path / "visit.xlsx"
    export(database.load_visit(made.visit), [PaperRequest("workbook", format="xlsx")], path)
    erase_person(database, made["choi"])
    proposal = preview(database, path, memory=Memory(tmp_path / "m"))
    reasons = {refusal.reason for _, refusal in proposal.refusals}
    assert Unreadable.ERASED in reasons
    accept(database, proposal, memory=Memory(tmp_path / "m"))
    assert made["choi"] not in {person.id for person in _all(database, "person")}


def test_a_delegation_list_goes_to_the_delegation_that_is_named(office, bring):
    database, made = office
    rows = (("구분", "성명", "소속", "직위"), ("단원", "김새롬", "KRISS", "연구원"))
    strange = (rows[0], ("단원", "김새롬", "서울대학교", "연구원"))
    lost = bring(*strange, kind="delegation", visit=made.visit)
    assert [line.state for line in lost.lines if line.kind == "delegations"] == [State.REFUSED]
    found = bring(*rows, kind="delegation", visit=made.visit, delegation=made["delegation-KRISS"])
    accept(database, found)
    (delegation,) = [
        each for each in database.load_visit(made.visit).delegations if each.id == made["delegation-KRISS"]
    ]
    assert [delegate.person.given.get("ko") for delegate in delegation.delegates][-1] == "새롬"
    again = bring(*rows, kind="delegation", visit=made.visit, delegation=made["delegation-KRISS"])
    assert {line.state for line in again.lines} == {State.SAME}


def test_a_schedule_goes_on_the_days_of_the_visit(office, bring):
    database, made = office
    rows = (
        ("일자", "시간", "내용", "장소", "발표자"),
        ("10/25", "09:00~09:20", "환영사", "대강당", "케테 뮐러"),
        ("10/25", "14:00~14:30", "새 발표", "새 회의실", "최재혁; 이호성"),
    )
    proposal = bring(*rows, kind="schedule", visit=made.visit)
    same, new = (line for line in proposal.lines if line.kind == "schedule")
    assert same.row == made["opening"]
    assert new.state is State.NEW
    assert states(proposal, "places") == [State.NEW]
    accept(database, proposal)
    item = next(each for each in database.load_visit(made.visit).items if each.id == new.row)
    assert (item.date, item.start, item.zone) == (dt.date(2024, 10, 25), dt.time(14), "Europe/Berlin")
    assert [part.person_id for part in item.participations] == [made["choi"], made["lee"]]
    assert {line.state for line in bring(*rows, kind="schedule", visit=made.visit).lines} == {State.SAME}


def test_a_schedule_without_a_visit_is_refused(bring):
    with pytest.raises(ImportProblem):
        bring(("일자", "시간", "내용"), ("10/25", "09:00", "환영사"), kind="schedule")


def test_a_flight_of_several_people_is_one_journey(office, bring):
    database, made = office
    rows = (
        ("성명", "편명", "출발일", "출발시각", "출발지", "도착지"),
        ("이호성", "LH 713", "10/24", "10:00", "인천공항", "베를린공항"),
        ("최재혁", "LH 713", "10/24", "10:00", "인천공항", "베를린공항"),
    )
    proposal = bring(*rows, kind="travel", visit=made.visit)
    accept(database, proposal)
    (leg,) = [each for each in database.load_visit(made.visit).legs if each.number == "LH 713"]
    assert {each.person_id for each in leg.passengers} == {made["lee"], made["choi"]}


def test_records_of_another_reader_are_compared_alike(office):
    database, made = office

    def said(value, text=""):
        return Parsed(value, text or str(value), Origin("", 3))

    item = Record(
        "schedule",
        "item-1",
        Origin("", 3),
        {
            "title.ko": said("양자 세션"),
            "date": said(dt.date(2024, 10, 26)),
            "start": said(dt.time(9)),
            "place": said(Mention("대강당")),
        },
    )
    talk = Record(
        "presentations",
        "talk-1",
        Origin("", 4),
        {
            "item": said(Mention("", record="item-1")),
            "title.ko": said("새 시계"),
            "speakers": said(
                (Mention("이호성"), Mention("홍새봄", names={"family.ko": "홍", "given.ko": "새봄"}))
            ),
        },
    )
    proposal = propose(database, Intake("agenda.docx", (talk, item)), visit=made.visit)
    assert proposal.refusals == ()
    kinds = [(line.kind, line.state, line.mentioned) for line in proposal.lines]
    assert kinds == [
        ("people", State.NEW, True),
        ("schedule", State.NEW, False),
        ("presentations", State.NEW, False),
    ]
    accept(database, proposal)
    (session,) = [
        each for each in database.load_visit(made.visit).items if each.title.get("ko") == "양자 세션"
    ]
    (presentation,) = session.presentations
    assert [each.person.family.get("ko") for each in presentation.speakers] == ["이", "홍"]


def test_the_shape_of_a_file_is_remembered_once_accepted(office, tmp_path):
    database, _ = office
    memory = Memory(tmp_path / "shapes.json")
    rows = "직함란\t사람\t비고란\n연구원\t김새롬\t채식\n"
    first = preview(
        database, rows, "people", mapping={"직함란": "position", "사람": "full_name"}, memory=memory
    )
    assert not first.reading.sheets[0].layout.remembered
    accept(database, first, memory=memory)
    second = preview(database, "직함란\t사람\t비고란\n교수\t박가온\t-\n", memory=memory)
    assert second.reading.sheets[0].layout.remembered
    line = next(each for each in second.lines if each.kind == "people")
    assert {change.field for step in line.steps for change in step.changes} >= {"family.ko", "given.ko"}


def test_what_is_doubtful_is_marked_and_carries_the_other_reading(bring):
    line = row_of(bring(PEOPLE, ("Alex Morgan", "KRISS", "")))
    family = next(change for step in line.steps for change in step.changes if change.field == "family.en")
    assert (family.new, family.doubt, family.options) == ("Morgan", Doubt.NAME_ORDER, ("Alex",))


def test_what_is_known_settles_a_name_that_could_be_parted_otherwise(office, bring):
    database, _ = office
    rows = (("성명", "소속", "이메일"), ("우스다 다카시", "NMIJ", "tu@aist.example"))
    directory.person.add(database, family={"ko": "우스다"}, given={"ko": "다카시"}, email="tu@aist.example")
    (line,) = [each for each in bring(*rows).lines if each.kind == "people"]
    names = [change.field for step in line.steps for change in step.changes if step.table == "person"]
    assert names == []


def test_rows_are_called_in_the_language_of_the_screen(office, bring):
    rows = (PEOPLE, ("LEE Ho Seong", "KRISS", ""))
    assert row_of(bring(*rows, language="ko")).name == "이호성"
    assert row_of(bring(*rows, language="en")).name == "LEE Ho Seong"


def test_a_question_tells_namesakes_apart(office, bring):
    _, made = office
    (question,) = bring(PEOPLE, ("이호성", "다른 기관", "")).questions
    facts = question.facts[made["lee"]]
    assert "KRISS" in facts
    assert "lee@kriss.example" in facts
