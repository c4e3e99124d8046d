"""The journal: complete, in the same transaction, enough to make the rows again."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from models.actions import directory, schedule, visits
from models.tables import Organisation, Participation, ScheduleItem, Visit
from tests.support.files import KIM, new_database, rows, sample_database, sample_visit
from tests.support.replay import replayed, stored


def changes(database, label=None):
    """Return the entries of the newest change set, or of all with a label."""
    return rows(
        database.path,
        'SELECT c."table", c.row_id, c.kind, c.field, c.before, c.after FROM change c JOIN change_set s'
        " ON s.id = c.change_set_id WHERE s.label = ? ORDER BY s.sequence, c.position",
        label,
    )


def test_the_sample_can_be_made_again_from_its_journal(tmp_path):
    with sample_database(tmp_path) as database:
        made = replayed(database.path)
        assert len(made) > 25
        assert made == stored(database.path)


def test_edits_and_removals_too(tmp_path):
    with sample_database(tmp_path) as database:
        visit = sample_visit(database)
        first, second = visit.items[:2]
        schedule.item.edit(database, first.id, {"title.ko": "개회사", "title.ja": None, "start": "09:20"})
        schedule.item.move(database, second.id, first.id)
        schedule.set_chair(database, first.id, visit.delegations[0].delegates[0].person_id)
        schedule.set_chair(database, first.id, visit.delegations[1].delegates[0].person_id)
        directory.person.remove(database, visit.delegations[0].delegates[1].person_id)
        directory.place.remove(database, first.place_id)
        visits.delegation.remove(database, visit.delegations[2].id)
        assert replayed(database.path) == stored(database.path)
        visits.visit.remove(database, visit.id)
        assert replayed(database.path) == stored(database.path)
        assert database.load_all(ScheduleItem) == []
        assert database.load_all(Participation) == []


def test_a_text_is_journalled_by_language(tmp_path):
    with new_database(tmp_path) as database:
        key = directory.organisation.add(database, name={"ko": "가", "en": "A"}).value
        directory.organisation.edit(database, key, {"name.ko": "나", "name.en": "", "acronym": "B"})
        assert changes(database, "organisation.edit") == [
            ("organisation", key, "update", "name.en", '"A"', None),
            ("organisation", key, "update", "name.ko", '"가"', '"나"'),
            ("organisation", key, "update", "acronym", '""', '"B"'),
        ]


def test_a_removal_keeps_the_whole_row_and_those_that_went_with_it(tmp_path):
    with new_database(tmp_path) as database:
        parent = directory.organisation.add(database, acronym="AIST").value
        child = directory.organisation.add(database, acronym="NMIJ", parent_id=parent).value
        person = directory.person.add(database, family={"ja": "臼田"}).value
        post = directory.affiliation.add(database, person_id=person, organisation_id=parent).value
        directory.organisation.remove(database, parent)
        gone = changes(database, "organisation.remove")
        assert [(table, key, kind, field) for table, key, kind, field, _, _ in gone] == [
            ("affiliation", post, "delete", ""),
            ("organisation", child, "update", "parent_id"),
            ("organisation", parent, "delete", ""),
        ]
        assert json.loads(gone[2][4])["acronym"] == "AIST"
        assert database.load(Organisation, child).parent is None


def test_change_sets_are_numbered_and_signed(tmp_path):
    with new_database(tmp_path) as database:
        for number in range(3):
            directory.organisation.add(database, acronym=str(number))
        found = rows(
            database.path, "SELECT sequence, author_id, device, label FROM change_set ORDER BY sequence"
        )
        assert [row[0] for row in found] == [1, 2, 3, 4]
        assert {row[1:3] for row in found} == {(KIM.author_id, KIM.device)}


def test_the_answer_says_what_was_touched(tmp_path):
    with new_database(tmp_path) as database:
        done = directory.organisation.add(database, acronym="K")
        assert done.touched == {("organisation", done.value)}
        assert rows(database.path, "SELECT id FROM change_set WHERE id = ?", done.change_set)


TEXTS = st.dictionaries(
    st.sampled_from(["ko", "ja", "en"]), st.sampled_from(["", "가", "あ", "a", "b"]), max_size=3
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), TEXTS),
        st.tuples(
            st.just("edit"),
            st.integers(0, 5),
            st.sampled_from(["ko", "ja", "en"]),
            st.sampled_from(["", "x", "y"]),
        ),
        st.tuples(st.just("under"), st.integers(0, 5), st.integers(0, 5)),
        st.tuples(st.just("move"), st.integers(0, 5), st.integers(0, 5)),
        st.tuples(st.just("remove"), st.integers(0, 5)),
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(STEPS)
def test_any_run_can_be_made_again(tmp_path_factory, steps):
    with new_database(tmp_path_factory.mktemp("run")) as database:
        known = []
        for step, *how in steps:
            if step == "add":
                known.append(directory.organisation.add(database, name=how[0]).value)
            elif known:
                key = known[how[0] % len(known)]
                if step == "edit":
                    directory.organisation.edit(database, key, {f"name.{how[1]}": how[2]})
                elif step == "under":
                    other = known[how[1] % len(known)]
                    directory.organisation.edit(database, key, {"parent_id": None if other == key else other})
                elif step == "move":
                    directory.organisation.move(database, key, known[how[1] % len(known)])
                else:
                    known.remove(key)
                    directory.organisation.remove(database, key)
        assert replayed(database.path) == stored(database.path)
        assert {row.id for row in database.load_all(Organisation)} == set(known)
        assert database.load_all(Visit) == []
