"""Undo and redo: any number of steps, and never over what somebody else has written since."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.actions import directory, schedule, visits
from models.actions.undo import redo, steps_of, undo
from models.errors import NotFound, UndoConflict
from models.store import Database
from models.tables import Author, Organisation, ScheduleItem
from tests.models.store.test_journal import replayed, stored
from tests.support.files import KIM, PARK, new_database, sample_database, sample_visit


def undo_last(database, **how):
    return undo(database, steps_of(database).undo[-1], **how)


def redo_last(database, **how):
    return redo(database, steps_of(database).redo[-1], **how)


def test_a_removal_comes_back_whole_with_all_that_went_with_it(tmp_path):
    with sample_database(tmp_path) as database:
        visit = sample_visit(database)
        before = stored(database.path)
        visits.visit.remove(database, visit.id)
        assert "schedule_item" not in stored(database.path)
        undo_last(database)
        assert stored(database.path) == before
        redo_last(database)
        assert "schedule_item" not in stored(database.path)
        undo_last(database)
        assert stored(database.path) == before == replayed(database.path)


def test_the_whole_sample_can_be_undone(tmp_path):
    with sample_database(tmp_path) as database:
        undo_last(database)
        assert set(stored(database.path)) == {"author", "file_info"}
        assert steps_of(database).undo == ()


def test_steps_are_ones_own(tmp_path):
    with new_database(tmp_path) as ours, Database.open(ours.path, PARK) as theirs:
        mine = directory.organisation.add(ours, acronym="A")
        directory.organisation.add(theirs, acronym="B")
        assert steps_of(ours).undo == (mine.change_set,)
        undo_last(ours)
        assert [o.acronym for o in ours.load_all(Organisation)] == ["B"]


def test_whoever_signed_stays_known(tmp_path):
    with new_database(tmp_path) as ours, Database.open(ours.path, PARK) as theirs:
        directory.organisation.add(theirs, acronym="B")
        undo_last(theirs)
        assert {author.name for author in ours.load_all(Author)} == {KIM.author_name, PARK.author_name}
        assert ours.load_all(Organisation) == []


def test_a_new_step_forgets_what_could_be_redone(tmp_path):
    with new_database(tmp_path) as database:
        directory.organisation.add(database, acronym="A")
        undo_last(database)
        assert len(steps_of(database).redo) == 1
        directory.organisation.add(database, acronym="B")
        assert steps_of(database).redo == ()


def test_what_somebody_else_changed_since_is_asked(tmp_path):
    with sample_database(tmp_path) as ours, Database.open(ours.path, PARK) as theirs:
        item = sample_visit(ours).items[0]
        schedule.item.edit(ours, item.id, {"title.ko": "mine"})
        schedule.item.edit(theirs, item.id, {"title.ko": "theirs"})
        with pytest.raises(UndoConflict) as raised:
            undo_last(ours)
        (clash,) = raised.value.values["clashes"]
        assert (clash.field, clash.stands, clash.wrote, clash.before) == (
            "title.ko",
            "theirs",
            "mine",
            "환영사",
        )
        assert ours.load(ScheduleItem, item.id).title.text_in("ko") == "theirs"
        undo_last(ours, anyway=True)
        assert ours.load(ScheduleItem, item.id).title.text_in("ko") == "환영사"


def test_a_group_changed_by_somebody_else_is_asked(tmp_path):
    with sample_database(tmp_path) as ours, Database.open(ours.path, PARK) as theirs:
        item = sample_visit(ours).items[0]
        schedule.item.edit(ours, item.id, {"start": "09:10"})
        schedule.item.edit(theirs, item.id, {"end": "09:20"})
        with pytest.raises(UndoConflict):
            undo_last(ours)
        assert str(ours.load(ScheduleItem, item.id).start) == "09:10:00"


def test_other_fields_changed_by_somebody_else_stay(tmp_path):
    with sample_database(tmp_path) as ours, Database.open(ours.path, PARK) as theirs:
        item = sample_visit(ours).items[0]
        schedule.item.edit(ours, item.id, {"title.ko": "mine"})
        schedule.item.edit(theirs, item.id, {"title.ja": "theirs", "start": "09:00"})
        undo_last(ours)
        kept = ours.load(ScheduleItem, item.id)
        assert (dict(kept.title)["ko"], dict(kept.title)["ja"], str(kept.start)) == (
            "환영사",
            "theirs",
            "09:00:00",
        )


def test_undoing_an_addition_asks_when_others_built_on_it(tmp_path):
    with new_database(tmp_path) as ours, Database.open(ours.path, PARK) as theirs:
        parent = directory.organisation.add(ours, acronym="AIST").value
        directory.organisation.add(theirs, acronym="NMIJ", parent_id=parent)
        with pytest.raises(UndoConflict):
            undo_last(ours)
        assert {o.acronym for o in ours.load_all(Organisation)} == {"AIST", "NMIJ"}


def test_a_child_does_not_come_back_without_its_parent(tmp_path):
    with new_database(tmp_path) as ours, Database.open(ours.path, PARK) as theirs:
        person = directory.person.add(theirs, family={"ko": "이"}).value
        organisation = directory.organisation.add(theirs, acronym="K").value
        post = directory.affiliation.add(theirs, person_id=person, organisation_id=organisation).value
        directory.affiliation.remove(ours, post)
        directory.person.remove(theirs, person)
        with pytest.raises(UndoConflict):
            undo_last(ours)


def test_a_change_set_that_is_not_there_is_named(tmp_path):
    with new_database(tmp_path) as database, pytest.raises(NotFound):
        undo(database, "nothing")


STEPS = st.lists(
    st.one_of(
        st.just(("add",)),
        st.tuples(st.just("edit"), st.integers(0, 4), st.sampled_from(["x", "y", ""])),
        st.tuples(st.just("under"), st.integers(0, 4), st.integers(0, 4)),
        st.tuples(st.just("remove"), st.integers(0, 4)),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25)
@given(STEPS)
def test_any_run_can_be_undone_and_redone_step_by_step(tmp_path_factory, run):
    with new_database(tmp_path_factory.mktemp("run")) as database:
        states = [stored(database.path)]
        known = []
        for step, *how in run:
            keys = [row.id for row in database.load_all(Organisation)]
            if step == "add":
                done = directory.organisation.add(database, acronym="A")
                known.append(done.value)
            elif not keys:
                continue
            elif step == "edit":
                done = directory.organisation.edit(database, keys[how[0] % len(keys)], {"name.ko": how[1]})
            elif step == "under":
                key, other = keys[how[0] % len(keys)], keys[how[1] % len(keys)]
                done = directory.organisation.edit(
                    database, key, {"parent_id": None if key == other else other}
                )
            else:
                done = directory.organisation.remove(database, keys[how[0] % len(keys)])
            if done.change_set:
                states.append(stored(database.path))
        for state in reversed(states[:-1]):
            undo_last(database)
            assert stored(database.path) == state
        assert steps_of(database).undo == ()
        for state in states[1:]:
            redo_last(database)
            assert stored(database.path) == state
        assert replayed(database.path) == states[-1]
