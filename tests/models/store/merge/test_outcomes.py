"""Every cell of the table of outcomes, on real copies."""

from __future__ import annotations

import pytest

from models.actions import directory, schedule, visits
from models.actions.merge import merge_copy, preview_merge
from models.actions.undo import undo
from models.errors import NotFound, OpenQuestions
from models.store import Database
from models.store.backup import copy_database
from models.store.merge import Choice, Kind
from models.tables import Organisation, Participation, Person, Place, ScheduleItem, Visit
from tests.models.store.merge.copies import check_whole, content
from tests.support.files import KIM, PARK, new_database

OURS, THEIRS = Choice.OURS, Choice.THEIRS


class Pair:
    """Two copies of a small database, and the ids that are in both."""

    def __init__(self, folder):
        self.ours = new_database(folder, "ours.parley")
        self.house = directory.organisation.add(self.ours, acronym="K", name={"ko": "가"}).value
        self.person = directory.person.add(self.ours, family={"ko": "김"}, given={"ko": "민"}).value
        self.place = directory.place.add(self.ours, name={"en": "Hall"}).value
        self.visit = visits.visit.add(self.ours, title={"ko": "방문"}).value
        self.item = schedule.item.add(
            self.ours, visit_id=self.visit, date="2024-07-30", title={"ko": "회의"}, place_id=self.place
        ).value
        self.other_item = schedule.item.add(self.ours, visit_id=self.visit, date="2024-07-30").value
        copy_database(self.ours.path, folder / "theirs.parley")
        self.theirs = Database.open(folder / "theirs.parley", PARK)

    def merge(self, prefer=None, questions=0):
        plan = preview_merge(self.ours, self.theirs.path)
        assert len(plan.questions) == questions == plan.counts.to_decide
        if questions and prefer is None:
            return plan
        done = merge_copy(self.ours, self.theirs.path, prefer=prefer)
        check_whole(self.ours.path)
        assert preview_merge(self.ours, self.theirs.path).is_empty
        return done

    def load(self, kind, key):
        return self.ours.load(kind, key)

    def is_gone(self, kind, key):
        with pytest.raises(NotFound):
            self.ours.load(kind, key)
        return True


@pytest.fixture
def pair(tmp_path):
    made = Pair(tmp_path)
    yield made
    made.ours.close()
    made.theirs.close()


def test_unchanged_and_unchanged_is_nothing(pair):
    assert preview_merge(pair.ours, pair.theirs.path).is_empty
    assert merge_copy(pair.ours, pair.theirs.path).change_set == ""


def test_unchanged_and_edited_takes_theirs(pair):
    directory.organisation.edit(pair.theirs, pair.house, {"acronym": "T"})
    done = pair.merge()
    assert pair.load(Organisation, pair.house).acronym == "T"
    assert ("organisation", pair.house) in done.touched
    assert (done.value.counts.changed, done.value.counts.change_sets) == (1, 1)


def test_unchanged_and_deleted_deletes(pair):
    schedule.item.remove(pair.theirs, pair.item)
    assert pair.merge().value.counts.removed == 1
    assert pair.is_gone(ScheduleItem, pair.item)


def test_unchanged_and_inserted_inserts(pair):
    key = directory.organisation.add(pair.theirs, acronym="N").value
    assert pair.merge().value.counts.added == 1
    assert pair.load(Organisation, key).acronym == "N"


def test_edited_and_unchanged_keeps_ours(pair):
    directory.organisation.edit(pair.ours, pair.house, {"acronym": "O"})
    directory.person.edit(pair.theirs, pair.person, {"email": "a@b"})
    pair.merge()
    assert pair.load(Organisation, pair.house).acronym == "O"
    assert pair.load(Person, pair.person).email == "a@b"


def test_edited_and_edited_in_other_groups_is_both(pair):
    directory.organisation.edit(pair.ours, pair.house, {"name.ko": "나", "acronym": "O"})
    directory.organisation.edit(pair.theirs, pair.house, {"name.ja": "ナ", "website": "w"})
    pair.merge()
    now = pair.load(Organisation, pair.house)
    assert (dict(now.name), now.acronym, now.website) == ({"ja": "ナ", "ko": "나"}, "O", "w")


@pytest.mark.parametrize(("prefer", "acronym"), [(OURS, "O"), (THEIRS, "T")])
def test_edited_and_edited_in_one_group_asks(pair, prefer, acronym):
    directory.organisation.edit(pair.ours, pair.house, {"acronym": "O"})
    directory.organisation.edit(pair.theirs, pair.house, {"acronym": "T"})
    (question,) = pair.merge(questions=1).questions
    assert (question.kind, question.table, question.group) == (Kind.EDITED, "organisation", "acronym")
    assert (question.base, question.mine, question.theirs) == (
        {"acronym": "K"},
        {"acronym": "O"},
        {"acronym": "T"},
    )
    assert (question.mine_by.author, question.theirs_by.author) == (KIM.author_name, PARK.author_name)
    pair.merge(prefer, questions=1)
    assert pair.load(Organisation, pair.house).acronym == acronym


def test_what_only_makes_sense_together_is_one_question(pair):
    schedule.item.edit(pair.ours, pair.item, {"start": "09:00"})
    schedule.item.edit(pair.theirs, pair.item, {"end": "08:00"})
    (question,) = pair.merge(questions=1).questions
    assert question.group == "time"
    pair.merge(THEIRS, questions=1)
    now = pair.load(ScheduleItem, pair.item)
    assert (now.start, f"{now.end:%H:%M}") == (None, "08:00")


def test_a_name_is_asked_about_script_by_script(pair):
    directory.person.edit(pair.ours, pair.person, {"family.ko": "이", "family.en": "Lee"})
    directory.person.edit(pair.theirs, pair.person, {"given.ko": "수", "given.ja": "ス"})
    (question,) = pair.merge(questions=1).questions
    assert question.group == "name.ko"
    pair.merge(OURS, questions=1)
    now = pair.load(Person, pair.person)
    assert dict(now.family) == {"en": "Lee", "ko": "이"}
    assert dict(now.given) == {"ja": "ス", "ko": "민"}


def test_the_same_edit_on_both_sides_is_no_question(pair):
    for side in (pair.ours, pair.theirs):
        directory.organisation.edit(side, pair.house, {"acronym": "S"})
    pair.merge()
    assert pair.load(Organisation, pair.house).acronym == "S"


def test_an_edit_that_was_taken_back_is_none(pair):
    edit = directory.organisation.edit(pair.ours, pair.house, {"acronym": "O"}).change_set
    undo(pair.ours, edit)
    directory.organisation.edit(pair.theirs, pair.house, {"acronym": "T"})
    pair.merge()
    assert pair.load(Organisation, pair.house).acronym == "T"


@pytest.mark.parametrize("prefer", [OURS, THEIRS])
def test_edited_and_deleted_asks(pair, prefer):
    schedule.item.edit(pair.ours, pair.item, {"title.ko": "우리"})
    schedule.item.remove(pair.theirs, pair.item)
    (question,) = pair.merge(questions=1).questions
    assert (question.kind, question.theirs, question.mine["title"]) == (Kind.DELETED, None, {"ko": "우리"})
    pair.merge(prefer, questions=1)
    if prefer is OURS:
        assert dict(pair.load(ScheduleItem, pair.item).title) == {"ko": "우리"}
    else:
        assert pair.is_gone(ScheduleItem, pair.item)


@pytest.mark.parametrize("prefer", [OURS, THEIRS])
def test_deleted_and_edited_asks(pair, prefer):
    schedule.item.remove(pair.ours, pair.item)
    schedule.item.edit(pair.theirs, pair.item, {"title.ko": "저쪽"})
    pair.merge(prefer, questions=1)
    if prefer is THEIRS:
        assert dict(pair.load(ScheduleItem, pair.item).title) == {"ko": "저쪽"}
    else:
        assert pair.is_gone(ScheduleItem, pair.item)


def test_deleted_and_unchanged_stays_deleted(pair):
    schedule.item.remove(pair.ours, pair.item)
    directory.organisation.edit(pair.theirs, pair.house, {"acronym": "T"})
    pair.merge()
    assert pair.is_gone(ScheduleItem, pair.item)


def test_deleted_and_deleted_is_the_same(pair):
    for side in (pair.ours, pair.theirs):
        schedule.item.remove(side, pair.item)
    pair.merge()
    assert pair.is_gone(ScheduleItem, pair.item)


@pytest.mark.parametrize("prefer", [OURS, THEIRS])
@pytest.mark.parametrize("deleter", ["ours", "theirs"])
def test_a_child_under_a_deleted_parent_asks(pair, prefer, deleter):
    remover, adder = (pair.ours, pair.theirs) if deleter == "ours" else (pair.theirs, pair.ours)
    visits.visit.remove(remover, pair.visit)
    child = schedule.item.add(adder, visit_id=pair.visit, date="2024-07-31", title={"ko": "새"}).value
    (question,) = pair.merge(questions=1).questions
    assert (question.kind, question.row_id, question.parent) == (Kind.PARENT, child, ("visit", pair.visit))
    before = content(pair.ours.path)
    done = pair.merge(prefer, questions=1)
    if prefer.value == deleter:
        assert pair.is_gone(Visit, pair.visit)
        assert pair.is_gone(ScheduleItem, child)
    else:
        # The visit comes back with all that its removal took along.
        now = pair.ours.load_visit(pair.visit)
        assert {each.id for each in now.items} == {pair.item, pair.other_item, child}
    undo(pair.ours, done.change_set)
    assert content(pair.ours.path) == before


@pytest.mark.parametrize("prefer", [OURS, THEIRS])
def test_a_reference_to_what_is_gone_asks_and_can_be_let_go(pair, prefer):
    directory.place.remove(pair.theirs, pair.place)
    schedule.item.edit(pair.ours, pair.other_item, {"place_id": pair.place})
    (question,) = pair.merge(questions=1).questions
    assert (question.kind, question.group, question.parent) == (
        Kind.PARENT,
        "place_id",
        ("place", pair.place),
    )
    pair.merge(prefer, questions=1)
    if prefer is OURS:
        assert pair.load(Place, pair.place).id == pair.place
        assert pair.load(ScheduleItem, pair.item).place_id == pair.place
    else:
        assert pair.is_gone(Place, pair.place)
    assert pair.load(ScheduleItem, pair.other_item).place_id == (pair.place if prefer is OURS else None)


def test_what_is_kept_keeps_what_it_hangs_on(pair):
    schedule.item.edit(pair.ours, pair.item, {"title.ko": "우리"})
    visits.visit.remove(pair.theirs, pair.visit)
    pair.merge(OURS, questions=1)
    assert pair.load(ScheduleItem, pair.item).visit_id == pair.visit


def test_a_link_with_one_end_left_never_comes_to_mean_everyone(pair):
    link = schedule.participation.add(pair.ours, item_id=pair.item, person_id=pair.person).value
    directory.person.remove(pair.theirs, pair.person)
    pair.merge(THEIRS, questions=1)
    assert pair.is_gone(Participation, link)


@pytest.mark.parametrize("prefer", [OURS, THEIRS])
def test_the_same_link_made_twice_is_one_and_asks_where_it_differs(pair, prefer):
    for side, excluded in ((pair.ours, True), (pair.theirs, False)):
        link = schedule.participation.add(
            side, item_id=pair.item, person_id=pair.person, excluded=excluded, presence="online"
        ).value
    (question,) = pair.merge(questions=1).questions
    assert (question.kind, question.group, question.base) == (Kind.INSERTED, "excluded", None)
    pair.merge(prefer, questions=1)
    assert pair.load(Participation, link).excluded is (prefer is OURS)


def test_the_same_link_made_alike_is_the_same(pair):
    for side in (pair.ours, pair.theirs):
        link = schedule.participation.add(side, item_id=pair.item, person_id=pair.person).value
    pair.merge()
    assert pair.load(Participation, link).person_id == pair.person


def test_two_moves_are_no_question_and_both_sides_agree(pair):
    third = schedule.item.add(pair.theirs, visit_id=pair.visit, date="2024-07-30").value
    schedule.item.move(pair.ours, pair.item)
    schedule.item.move(pair.theirs, pair.item, third)
    plan = preview_merge(pair.ours, pair.theirs.path)
    (note,) = plan.notes
    # Theirs is the third change there since the copy was taken, ours the first here.
    assert (note.row_id, note.stays) == (pair.item, THEIRS)
    (back,) = preview_merge(pair.theirs, pair.ours.path).notes
    assert back.stays is OURS
    wanted = pair.theirs.load(ScheduleItem, pair.item).order
    pair.merge()
    assert pair.load(ScheduleItem, pair.item).order == wanted


def test_decisions_one_by_one_and_none_may_be_missing(pair):
    directory.organisation.edit(pair.ours, pair.house, {"acronym": "O", "website": "o"})
    directory.organisation.edit(pair.theirs, pair.house, {"acronym": "T", "website": "t"})
    first, second = pair.merge(questions=2).questions
    before = content(pair.ours.path)
    with pytest.raises(OpenQuestions) as raised:
        merge_copy(pair.ours, pair.theirs.path, {first.key: THEIRS})
    assert raised.value.values["count"] == 1
    assert content(pair.ours.path) == before
    merge_copy(pair.ours, pair.theirs.path, {first.key: THEIRS, second.key: OURS})
    now = pair.load(Organisation, pair.house)
    assert {first.group: "T", second.group: "o"} == {"acronym": now.acronym, "website": now.website}


def test_a_decision_is_about_the_values_that_were_seen(pair):
    directory.organisation.edit(pair.ours, pair.house, {"acronym": "O"})
    directory.organisation.edit(pair.theirs, pair.house, {"acronym": "T"})
    (question,) = pair.merge(questions=1).questions
    directory.organisation.edit(pair.theirs, pair.house, {"acronym": "U"})
    with pytest.raises(OpenQuestions):
        merge_copy(pair.ours, pair.theirs.path, {question.key: THEIRS})
