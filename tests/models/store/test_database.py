"""Creating, writing and reading a real file; two windows on it."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import threading
from contextlib import closing

import pytest

from models.actions import planning, schedule
from models.errors import FileExists, FileMissing, FileNewer, InvalidValue, NotFound, TextUnfit
from models.store import Database
from models.store.journal import WriteRefused
from models.store.schema import SCHEMA_VERSION
from models.tables import Author, FileInfo, Organisation, Person, Visit
from tests.support.files import KIM, PARK, new_database, rows, sample_database, sample_visit


def add(database, **fields):
    return database.run("organisation.add", lambda writing: writing.add(Organisation(**fields)).id).value


def test_a_new_file_is_signed_and_can_be_merged_later(tmp_path):
    with new_database(tmp_path) as database:
        (info,) = database.load_all(FileInfo)
        assert len(info.id) == 36
        (author,) = database.load_all(Author)
        assert (author.id, author.name) == (KIM.author_id, KIM.author_name)
    assert rows(tmp_path / "office.parley", "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert rows(tmp_path / "office.parley", "PRAGMA application_id") == [(0x5061726C,)]
    assert rows(tmp_path / "office.parley", "PRAGMA journal_mode") == [("delete",)]
    assert [path.name for path in tmp_path.iterdir()] == ["office.parley"]


def test_nothing_that_exists_is_replaced(tmp_path):
    path = tmp_path / "office.parley"
    path.write_text("mine")
    with pytest.raises(FileExists):
        Database.create(path, KIM)
    assert path.read_text() == "mine"
    with pytest.raises(FileMissing):
        Database.create(tmp_path / "nowhere" / "x.parley", KIM)


def test_a_loaded_object_refuses_assignment(tmp_path):
    with new_database(tmp_path) as database:
        key = add(database, acronym="KRISS")
        loaded = database.load(Organisation, key)
        with pytest.raises(AttributeError, match="call an action"):
            loaded.acronym = "X"
        with database.reading() as session, pytest.raises(AttributeError):
            session.get(Organisation, key).acronym = "X"
        assert database.load(Organisation, key).acronym == "KRISS"


def test_an_action_that_fails_leaves_nothing(tmp_path):
    def half(writing):
        writing.add(Organisation(acronym="first"))
        raise InvalidValue(field="x", value=1, reason="not-a-choice")

    with new_database(tmp_path) as database:
        before = rows(database.path, "SELECT count(*) FROM change_set")
        with pytest.raises(InvalidValue):
            database.run("x", half)
        assert database.load_all(Organisation) == []
        assert rows(database.path, "SELECT count(*) FROM change_set") == before


def test_an_action_that_changes_nothing_writes_no_change_set(tmp_path):
    with new_database(tmp_path) as database:
        key = add(database, acronym="KRISS")
        before = rows(database.path, "SELECT count(*) FROM change_set")
        done = database.run("x", lambda w: w.change(w.get(Organisation, key), {"acronym": "KRISS"}))
        assert (done.change_set, done.touched) == ("", frozenset())
        assert rows(database.path, "SELECT count(*) FROM change_set") == before


def test_text_that_no_paper_can_hold_is_refused_at_the_door(tmp_path):
    with new_database(tmp_path) as database:
        key = add(database, acronym="KRISS")
        for values in (
            {"acronym": "a\x00b"},
            {"name.ko": "이\x07"},
            {"name.en": "\ud800"},
            {"name.en": "a\nb"},
        ):
            with pytest.raises(TextUnfit):
                database.run("x", lambda w, v=values: w.change(w.get(Organisation, key), v))
        assert database.load(Organisation, key).acronym == "KRISS"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"kind": "palace"}, "not-a-choice"),
        ({"time_zone": "Asia/Pyeongchang"}, "unknown-zone"),
        ({"nonsense": 1}, "no-such-field"),
        ({"id": "x"}, "no-such-field"),
        ({"acronym.ko": "x"}, "not-localised"),
        ({"acronym": 7}, "not-text"),
    ],
)
def test_values_that_do_not_fit_are_named(tmp_path, values, reason):
    with new_database(tmp_path) as database:
        key = add(database)
        with pytest.raises(InvalidValue) as raised:
            database.run("x", lambda w: w.change(w.get(Organisation, key), values))
        assert (raised.value.values["reason"], raised.value.values["field"]) == (reason, next(iter(values)))


def test_a_row_that_is_not_there_is_named(tmp_path):
    with new_database(tmp_path) as database, pytest.raises(NotFound):
        database.load(Person, "nobody")


def test_sql_past_the_journal_is_refused(tmp_path):
    from sqlalchemy import delete, text

    with new_database(tmp_path) as database:
        add(database, acronym="KRISS")
        for statement in (delete(Organisation), text("DELETE FROM organisation")):
            with pytest.raises(WriteRefused):
                database.run("x", lambda w, s=statement: w.session.execute(s))
        assert len(database.load_all(Organisation)) == 1


def test_a_window_left_open_never_writes_into_a_newer_schema(tmp_path):
    with new_database(tmp_path) as database:
        with closing(sqlite3.connect(database.path)) as other:
            other.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
        with pytest.raises(FileNewer):
            add(database, acronym="X")


def test_two_windows_save_at_the_same_moment(tmp_path):
    with new_database(tmp_path) as ours, Database.open(ours.path, PARK) as theirs:
        key = add(ours, acronym="0")

        def count_up(database):
            for _ in range(15):
                database.run("x", raise_by_one)

        def raise_by_one(writing):
            row = writing.get(Organisation, key)
            writing.change(row, {"acronym": str(int(row.acronym) + 1)})

        threads = [threading.Thread(target=count_up, args=(database,)) for database in (ours, theirs)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert ours.load(Organisation, key).acronym == "30"
        assert {author.id for author in ours.load_all(Author)} == {KIM.author_id, PARK.author_id}


def test_the_data_version_tells_that_somebody_else_saved(tmp_path):
    with new_database(tmp_path) as ours, Database.open(ours.path, PARK) as theirs:
        before = ours.data_version()
        add(ours, acronym="mine")
        assert ours.data_version() == before
        add(theirs, acronym="theirs")
        assert ours.data_version() != before


def test_a_visit_is_loaded_whole_and_stays_usable(tmp_path):
    with sample_database(tmp_path) as database:
        visit = sample_visit(database)
    assert [len(delegation.delegates) for delegation in visit.delegations] == [4, 1, 2]
    assert visit.delegations[1].organisation.parent.acronym == "AIST"
    item = next(item for item in visit.items if item.title.text_in("en") == "Digital transformation (DX)")
    assert [link.meeting.series.title.text_in("ja") for link in item.meetings] == [
        "日韓国家計量標準機関長会議"
    ]
    speakers = [speaker for talk in item.presentations for speaker in talk.speakers]
    assert [speaker.person.given.text_in("ko") if speaker.person else "" for speaker in speakers] == [
        "수용",
        "",
    ]
    assert speakers[1].organisation.acronym == "NMIJ"
    assert speakers[0].person.affiliations[0].organisation.acronym == "KRISS"
    directors = next(meeting.series for meeting in visit.meetings if meeting.number == 19)
    assert [edition.number for edition in directors.editions] == [18, 19]
    assert len(directors.cooperation_items) == 9


def test_loading_a_visit_leaves_nothing_lazy(tmp_path):
    with sample_database(tmp_path) as database:
        visit = sample_visit(database)
    seen, coming = set(), [visit]
    while coming:
        row = coming.pop()
        if id(row) in seen:
            continue
        seen.add(id(row))
        for relationship in type(row).__mapper__.relationships:
            if relationship.info.get("follow", True):
                value = getattr(row, relationship.key)
                coming += value if isinstance(value, list) else [value] if value is not None else []
    assert len(seen) > 150


def test_other_visits_are_not_loaded_with_one(tmp_path):
    with sample_database(tmp_path) as database:
        visits = {visit.id: visit for visit in database.load_all(Visit)}
        assert len(visits) == 2
        whole = sample_visit(database)
        assert whole.title.text_in("ko") == "KRISS 대표단 일본 AIST 방문"
        assert rows(database.path, "SELECT json_extract(label_values, '$') FROM change_set ORDER BY sequence")


def test_labels_of_change_sets_are_plain_data(tmp_path):
    with new_database(tmp_path) as database:
        key = add(database, acronym="KRISS")
        database.run(
            "organisation.edit",
            lambda w: (w.label_values.update(id=key), w.change(w.get(Organisation, key), {"acronym": "K"}))[
                1
            ],
        )
        label, values = rows(
            database.path, "SELECT label, label_values FROM change_set ORDER BY sequence DESC LIMIT 1"
        )[0]
        assert (label, json.loads(values)) == ("organisation.edit", {"id": key})


def test_a_list_of_visits_has_what_it_shows_and_no_more(tmp_path):
    with sample_database(tmp_path) as database:
        listed = {len(visit.days): visit for visit in database.visits()}
        assert set(listed) == {0, 5}
        assert [party.organisation.acronym for party in listed[5].parties] == ["KRISS", "AIST"]
        assert {meeting.series.title.text_in("en")[:19] for meeting in listed[5].meetings} == {
            "Korea-Japan NMI Dir",
            "Korea-Japan Quantum",
        }
        with pytest.raises(AttributeError, match="was not loaded"):
            _ = listed[5].items


def test_rows_are_counted(tmp_path):
    with sample_database(tmp_path) as database:
        counts = database.counts()
        assert (counts["visit"], counts["person"], counts["schedule_item"], counts["task"]) == (2, 7, 15, 0)


def test_who_changed_a_row_last_is_known(tmp_path):
    with sample_database(tmp_path) as ours, Database.open(ours.path, PARK) as theirs:
        item = sample_visit(ours).items[0]
        assert ours.last_change("schedule_item", item.id).label == "sample.build"
        schedule.item.edit(theirs, item.id, {"title.ko": "개회사"})
        last = ours.last_change("schedule_item", item.id)
        assert (last.author, last.label, last.entries[0].field) == (
            PARK.author_name,
            "schedule_item.edit",
            "title.ko",
        )
        assert ours.last_change("schedule_item", "nothing") is None


def test_a_visit_is_planned_with_its_days(tmp_path):
    with new_database(tmp_path) as database:
        key = planning.plan_visit(
            database,
            {"ko": "방문"},
            ["ko", "en"],
            dt.date(2024, 7, 30),
            dt.date(2024, 8, 1),
            time_zone="Asia/Tokyo",
        ).value
        visit = database.load_visit(key)
        assert [day.date.isoformat() for day in visit.days] == ["2024-07-30", "2024-07-31", "2024-08-01"]
        assert visit.languages == ("ko", "en")
