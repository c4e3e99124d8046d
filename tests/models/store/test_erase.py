"""Erasing a person: nothing of them is left in the file's bytes, and nothing brings them back."""

from __future__ import annotations

import base64
import datetime as dt
import json
import sqlite3
from collections import Counter
from contextlib import closing
from functools import partial

import pytest

from models.actions import directory, schedule, travel, visits
from models.actions.erase import copies_of, erase_in, erase_person, erase_preview, people
from models.actions.merge import merge_copy
from models.actions.undo import redo, steps_of, undo
from models.errors import FileBusy, FileOlder, LeaseLost, NotFound, OtherDatabase, PersonErased, UndoConflict
from models.rules.mentions import Certainty
from models.store import Database
from models.store import erase as erasing
from models.store.backup import copy_database
from models.store.connect import connect
from models.store.erase import tombstones, what_goes
from models.store.guard import FileState, check_file
from models.store.merge import Choice
from models.tables import (
    Organisation,
    Participation,
    ParticipationRole,
    Person,
    ScheduleItem,
    TourStop,
    VisitContact,
)
from tests.models.store.test_journal import stored
from tests.support.bytes import search_bytes, search_copy
from tests.support.files import KIM, PARK, new_database, rows, sample_database, sample_visit

LONG = "긴이야기ズッと長イ longmark-overflow " * 900
MARKS = {
    "family": "표적성씨",
    "given": "표적이름",
    "family-ja": "標的姓氏",
    "given-ja": "標的名前",
    "family-en": "Zielfamilienname",
    "given-en": "Zielvorname",
    "before": "Früherername",
    "reading": "ひょうてきせいし",
    "preferred": "Zielrufname",
    "title": "Zieltitel",
    "email": "ziel.person@marken.example",
    "phone": "+82-42-868-998877",
    "passport": "MZIEL7654321",
    "diet": "견과류표적알레르기",
    "health": "Zielkrankheit",
    "needs": "Zielrollstuhl",
    "emergency": "Zielnotfallkontakt",
    "note": "Zielnotizüberfluss",
    "long": "longmark-overflow",
    "position": "Zielposten",
    "old-position": "Zielvorposten",
    "delegate": "Zieldelegiertennotiz",
    "delegate-position": "Zielamtsbezeichnung",
    "seat": "Zielsitz99",
    "booking": "ZIELPNR",
    "contact": "Zielkontaktname",
    "contact-phone": "+81-29-861-112233",
    "contact-email": "kontakt.ziel@marken.example",
    "attachment": "Zielreisepass.pdf",
    "content": "Zielinhalt-eines-Anhangs",
    "gone-contact": "Zielverflossen",
    "gone-delegate": "Zielgewesen",
}


def add_marked_person(database):
    """Add a person whose every text can be told, with all that can be theirs, edited and removed in parts."""
    visit = sample_visit(database)
    delegation, item = visit.delegations[0], visit.items[0]
    m = MARKS
    key = directory.person.add(
        database,
        family={"ko": m["family"], "ja": m["family-ja"], "en": m["before"]},
        given={"ko": m["given"], "ja": m["given-ja"], "en": m["given-en"]},
        reading={"ja": m["reading"]},
        preferred={"de": m["preferred"]},
        title={"en": m["title"]},
        email=m["email"],
        phone=m["phone"],
        passport=m["passport"],
        diet={"ko": m["diet"]},
        access_needs={"en": m["needs"]},
        health=m["health"],
        emergency_contact=m["emergency"],
        note=m["note"] + LONG,
    ).value
    directory.person.edit(database, key, {"family.en": m["family-en"]})
    for number in range(30):
        directory.person.edit(database, key, {"note": f"{m['note']} {number} {LONG[: number * 400]}"})
        directory.person.edit(
            database, key, {"health": f"{m['health']} {number}", "diet.en": f"{m['diet']}{number}"}
        )
    post = directory.affiliation.add(
        database,
        person_id=key,
        organisation_id=delegation.organisation_id,
        position={"en": m["old-position"]},
    ).value
    directory.affiliation.edit(database, post, {"position.en": m["position"]})
    visits.delegate.add(
        database,
        delegation_id=delegation.id,
        person_id=key,
        note=m["delegate"] + LONG,
        position={"en": m["delegate-position"]},
    )
    gone = visits.delegate.add(
        database, delegation_id=delegation.id, person_id=key, note=m["gone-delegate"] + LONG
    ).value
    visits.delegate.remove(database, gone)
    leg = visit.legs[0].id
    travel.leg_passenger.add(database, leg_id=leg, person_id=key, seat=m["seat"], booking_code=m["booking"])
    schedule.participation.add(database, item_id=item.id, person_id=key, role=ParticipationRole.CHAIR)
    for name in ("contact", "gone-contact"):
        contact = visits.contact.add(
            database,
            visit_id=visit.id,
            person_id=key,
            name={"en": m[name]},
            phone=m["contact-phone"],
            email=m["contact-email"],
        ).value
    visits.contact.remove(database, contact)
    for _ in range(2):
        attachment = directory.attachment.add(
            database,
            table="person",
            row_id=key,
            name=m["attachment"],
            content=(m["content"] * 3000).encode(),
        ).value
    directory.attachment.remove(database, attachment)
    return key


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """Return a file with a marked person, and that person's key."""
    folder = tmp_path_factory.mktemp("marked")
    with sample_database(folder) as database:
        key = add_marked_person(database)
        return database.path, key


@pytest.fixture
def office(marked, tmp_path):
    """Open a fresh copy of that file."""
    copy_database(marked[0], tmp_path / "office.parley")
    with Database.open(tmp_path / "office.parley", KIM) as database:
        yield database


def test_the_search_finds_what_is_there(marked, tmp_path):
    assert search_copy(marked[0], tmp_path / "copy.parley", MARKS.values()) == set(MARKS.values())
    blob = tmp_path / "blob"
    blob.write_bytes("xx표적성씨".encode("utf-16-le"))
    assert search_bytes(blob, ["표적성씨"]) == {"표적성씨"}
    blob.write_bytes(base64.b64encode(b"before Zielinhalt after"))
    assert search_bytes(blob, ["Zielinhalt", "Zielinhaltt"]) == {"Zielinhalt"}


def test_nothing_is_left_in_the_bytes(office, marked, tmp_path):
    erased = erase_person(office, marked[1])
    assert erased.unfinished is None
    assert erased.rows["person"] == 1
    office.close()
    assert search_bytes(office.path, MARKS.values()) == set()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["office.parley"]
    assert check_file(office.path).writable


def test_without_writing_the_file_anew_traces_could_stay(office, marked, monkeypatch, tmp_path):
    """The free pages are why: a file that was filled without secure_delete still holds what was deleted."""
    with closing(sqlite3.connect(office.path)) as careless:
        careless.execute("PRAGMA secure_delete=OFF")
        careless.execute("CREATE TABLE spill (t)")
        careless.execute("INSERT INTO spill VALUES (?)", [MARKS["passport"] * 2000])
        careless.execute("DROP TABLE spill")
        careless.commit()
    monkeypatch.setattr("models.actions.erase.vacuum", lambda *_: None)
    erase_person(office, marked[1])
    assert MARKS["passport"] in search_copy(office.path, tmp_path / "copy.parley", MARKS.values())
    monkeypatch.undo()
    again = erase_person(office, marked[1])
    assert (again.change_set, again.unfinished) == ("", None)
    assert search_copy(office.path, tmp_path / "copy.parley", MARKS.values()) == set()


def test_only_what_is_theirs_goes(office, marked):
    before = stored(office.path)
    preview = erase_preview(office, marked[1])
    assert stored(office.path) == before
    erase_person(office, marked[1])
    after = stored(office.path)
    gone = {
        table: len(before[table]) - len(after.get(table, {}))
        for table in before
        if len(before[table]) != len(after.get(table, {}))
    }
    assert gone == dict(preview.rows)
    assert gone == {
        "person": 1,
        "affiliation": 1,
        "delegate": 1,
        "leg_passenger": 1,
        "participation": 1,
        "visit_contact": 1,
        "attachment": 1,
    }
    for table, of_table in after.items():
        for key, row in of_table.items():
            assert before[table].get(key) == row
    assert preview.entries > 60
    assert preview.mentions == ()


def test_the_journal_keeps_that_something_was_and_its_other_lines(office, marked):
    query = 'SELECT "table", row_id, kind, field, before, after FROM change ORDER BY change_set_id, position'
    before = rows(office.path, query)
    erase_person(office, marked[1])
    after = rows(office.path, query)
    with office.reading() as session:
        erased = tombstones(session)
    kept = after[: len(before)]
    for old, new in zip(before, kept, strict=True):
        assert old[:4] == new[:4]
        assert new[4:] == ((None, None) if old[:2] in erased else old[4:])
    assert {row[:2] for row in after[len(before) :]} <= erased
    assert all(row[4:] == (None, None) for row in after[len(before) :])
    assert rows(office.path, "PRAGMA foreign_key_check") == []


def test_the_labels_keep_keys_only(office, marked):
    office.run(
        "person.edit",
        lambda writing: (
            writing.label_values.update(id=marked[1], name=MARKS["family"], fields=["note"]),
            writing.change(writing.get(Person, marked[1]), {"note": ""}),
        ),
    )
    erase_person(office, marked[1])
    (values,) = rows(
        office.path, "SELECT label_values FROM change_set ORDER BY sequence DESC LIMIT 1 OFFSET 1"
    )
    assert values == (f'{{"id":"{marked[1]}","fields":["note"]}}',)


def test_those_who_refer_to_them_let_go(office):
    visit = sample_visit(office)
    stop = next(stop for item in visit.items for tour in item.tours for stop in tour.stops)
    person = directory.person.add(office, family={"en": "Guideperson"}).value
    schedule.tour_stop.edit(office, stop.id, {"guide_id": person})
    preview = erase_preview(office, person)
    assert preview.emptied == {"tour_stop": 1}
    erase_person(office, person)
    assert office.load(TourStop, stop.id).guide_id is None


def test_undo_and_redo_bring_nobody_back(office, marked):
    steps = len(steps_of(office).undo)
    erase_person(office, marked[1])
    assert len(steps_of(office).undo) == steps  # erasing itself is no step
    answers = Counter()
    for (change_set,) in rows(office.path, "SELECT id FROM change_set WHERE label != 'file.create'"):
        for turn in (undo, redo):
            for anyway in (False, True):
                try:
                    turn(office, change_set, anyway=anyway)
                    answers["done"] += 1
                except (PersonErased, UndoConflict) as answer:
                    answers[type(answer)] += 1
        assert marked[1] not in {person.id for person in office.load_all(Person)}
    assert answers["done"] > 1
    assert answers[PersonErased] > 100
    office.close()
    assert search_bytes(office.path, MARKS.values()) == set()


def test_what_was_about_them_alone_says_so(office, marked):
    edit = directory.person.edit(office, marked[1], {"note": "x"}).change_set
    erase_person(office, marked[1])
    with pytest.raises(PersonErased):
        undo(office, edit)


def test_what_was_removed_with_them_comes_back_without_them(tmp_path):
    with sample_database(tmp_path) as office:
        before = stored(office.path)
        visit = sample_visit(office)
        person = visit.delegations[0].delegates[0].person_id
        removal = visits.visit.remove(office, visit.id).change_set
        with office.reading() as session:
            going = what_goes(session, "person", person)
        erase_person(office, person)
        undo(office, removal)
        after = stored(office.path)
        back = {table: set(before[table]) - set(after.get(table, {})) for table in before}
        assert {(table, key) for table, keys in back.items() for key in keys} == {
            row for row in going.rows if row[1] in before.get(row[0], {})
        }
        assert person not in str(after)
        assert rows(office.path, "PRAGMA foreign_key_check") == []


def test_somebody_removed_before_is_erased_too(office, marked):
    directory.person.remove(office, marked[1])
    (known,) = [known for known in people(office) if known.id == marked[1]]
    assert known.removed
    assert known.name.family.text_in("ko") == MARKS["family"]
    erased = erase_person(office, marked[1])
    assert erased.rows == {"visit_contact": 1}  # with a name and numbers, though it had let go
    assert erased.entries > 60
    office.close()
    assert search_bytes(office.path, MARKS.values()) == set()


def test_nobody_is_not_found(office):
    for ask in (erase_person, erase_preview):
        with pytest.raises(NotFound):
            ask(office, "nobody")


def test_free_text_that_names_them_is_listed_and_stays(office, marked):
    visit = sample_visit(office)
    item = visit.items[0].id
    schedule.item.edit(
        office, item, {"title.en": f"Talk by {MARKS['given-en']} {MARKS['family-en'].upper()}"}
    )
    schedule.item.edit(office, item, {"remarks.ko": f"{MARKS['family']} 박사 도착"})
    schedule.item.edit(office, item, {"note": f"mail {MARKS['email']}"})
    schedule.item.edit(office, item, {"note": ""})
    schedule.item.edit(office, item, {"note": f"once {MARKS['given-en']} {MARKS['before']}"})
    found = {
        (each.table, each.field, each.certainty, bool(each.change_set))
        for each in erase_preview(office, marked[1]).mentions
        if each.row_id == item
    }
    assert found == {
        ("schedule_item", "title.en", Certainty.NAMES, False),
        ("schedule_item", "remarks.ko", Certainty.MAY_NAME, False),
        ("schedule_item", "note", Certainty.NAMES, False),
        ("schedule_item", "note", Certainty.NAMES, True),
    }
    erase_person(office, marked[1])
    assert "Talk by" in office.load(ScheduleItem, item).title.text_in("en")


def test_copies_are_found_and_erased_in_where_they_can_be(office, marked, tmp_path, monkeypatch):
    key = marked[1]
    copy_database(office.path, tmp_path / "trip.parley")
    copy_database(office.path, tmp_path / "old.parley")
    with sample_database(tmp_path, "other.parley") as other:
        pass
    assert [path.name for path in copies_of(office.path)] == ["old.parley", "trip.parley"]
    assert erase_preview(office, key).copies == copies_of(office.path)
    old = tmp_path / "old.parley"
    monkeypatch.setattr(
        "models.actions.erase.check_file",
        lambda path: FileState(path, 0, True, 1) if path == old else check_file(path),
    )
    paths = [tmp_path / "trip.parley", old, other.path]
    reached = erase_in(paths, office.path, key, KIM)
    assert [each.erased for each in reached] == [True, False, False]
    assert [type(each.problem) for each in reached[1:]] == [FileOlder, OtherDatabase]
    assert search_bytes(tmp_path / "trip.parley", MARKS.values()) == set()
    (again,) = erase_in([tmp_path / "trip.parley"], office.path, key, KIM)
    assert again.erased


def test_a_copy_that_never_knew_them_is_left_alone(office, marked, tmp_path):
    with new_database(tmp_path, "early.parley") as early:
        pass
    identity = rows(office.path, "SELECT id FROM file_info")[0][0]
    with closing(sqlite3.connect(early.path)) as file:
        file.execute("UPDATE file_info SET id = ?", [identity])
        file.commit()
    content = early.path.read_bytes()
    (reached,) = erase_in([early.path], office.path, marked[1], KIM)
    assert (reached.erased, reached.problem) == (False, None)
    assert early.path.read_bytes() == content


def test_who_holds_the_file_leaves_cleaning_for_later(office, marked, monkeypatch):
    monkeypatch.setattr(erasing, "PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(erasing, "connect", partial(connect, wait=50))
    vacuum = erasing.vacuum

    def held(path, may_write=None):
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM person").fetchone()
            vacuum(path, may_write)

    monkeypatch.setattr("models.actions.erase.vacuum", held)
    erased = erase_person(office, marked[1])
    assert isinstance(erased.unfinished, FileBusy)
    assert marked[1] not in {person.id for person in office.load_all(Person)}
    monkeypatch.setattr("models.actions.erase.vacuum", vacuum)
    assert erase_person(office, marked[1]).unfinished is None


def test_who_lost_the_right_to_edit_erases_nothing(office, marked):
    before = stored(office.path)

    def lost():
        raise LeaseLost(path=office.path, name="Park", host="h")

    office.may_write = lost
    with pytest.raises(LeaseLost):
        erase_person(office, marked[1])
    office.may_write = None
    assert stored(office.path) == before


def test_another_window_keeps_working(office, marked):
    with Database.open(office.path, PARK) as theirs:
        seen = theirs.data_version()
        erase_person(office, marked[1])
        assert theirs.data_version() != seen
        assert marked[1] not in {person.id for person in theirs.load_all(Person)}
        assert theirs.load_all(VisitContact) is not None
        directory.person.add(theirs, family={"en": "Next"})
        assert not [part for part in theirs.load_all(Participation) if part.person_id == marked[1]]
    assert dt.datetime.fromisoformat(rows(office.path, "SELECT at FROM tombstone")[0][0]).tzinfo


@pytest.mark.parametrize("goes_on", [False, True])
def test_merging_an_older_copy_brings_nobody_back(office, marked, tmp_path, goes_on):
    trip = tmp_path / "trip.parley"
    copy_database(office.path, trip)
    with Database.open(trip, PARK) as copy:
        if goes_on:
            directory.person.edit(copy, marked[1], {"note": f"{MARKS['note']} on the train"})
            stop = next(
                stop for item in sample_visit(copy).items for tour in item.tours for stop in tour.stops
            )
            schedule.tour_stop.edit(copy, stop.id, {"guide_id": marked[1]})
            visits.delegate.add(
                copy,
                delegation_id=sample_visit(copy).delegations[1].id,
                person_id=marked[1],
                note=MARKS["delegate"],
            )
        directory.organisation.add(copy, acronym="TRAIN")
    erase_person(office, marked[1])
    merge_copy(office, trip, prefer=Choice.THEIRS)
    assert "TRAIN" in {organisation.acronym for organisation in office.load_all(Organisation)}
    assert marked[1] not in {person.id for person in office.load_all(Person)}
    assert rows(office.path, "PRAGMA foreign_key_check") == []
    office.close()
    assert search_bytes(office.path, MARKS.values()) == set()


def test_merging_into_an_older_copy_erases_there_too(office, marked, tmp_path):
    trip = tmp_path / "trip.parley"
    copy_database(office.path, trip)
    erase_person(office, marked[1])
    with Database.open(trip, PARK) as copy:
        merge_copy(copy, office.path, prefer=Choice.THEIRS)
        assert marked[1] not in {person.id for person in copy.load_all(Person)}
        assert rows(
            copy.path,
            "SELECT count(*) FROM change WHERE row_id = ? AND (before IS NOT NULL OR after IS NOT NULL)",
            marked[1],
        ) == [(0,)]
        # The free pages are left to whoever erases in that copy too.
        assert erase_person(copy, marked[1]).unfinished is None
    assert search_bytes(trip, MARKS.values()) == set()


def test_whoever_it_is_what_was_said_goes_and_the_rest_of_the_journal_makes_the_rest_again(tmp_path):
    with sample_database(tmp_path) as office:
        for known in people(office):
            before = stored(office.path)
            preview = erase_preview(office, known.id)
            assert erase_person(office, known.id).rows == preview.rows
            after = stored(office.path)
            gone = {
                table: number
                for table in before
                if (number := len(set(before[table]) - set(after.get(table, {}))))
            }
            assert gone == dict(preview.rows)
            changed = {
                table: number
                for table in after
                if (number := sum(before[table][key] != row for key, row in after[table].items()))
            }
            assert changed == dict(preview.emptied)
            assert known.id not in str(after)
            assert rows(office.path, "PRAGMA foreign_key_check") == []
        assert people(office) == []
        with office.reading() as session:
            erased = tombstones(session)
        assert rest_of_journal(office.path, erased) == stored(office.path)


def rest_of_journal(path, erased):
    """Make the rows again from what the journal still says."""
    made = {}
    query = (
        'SELECT c."table", c.row_id, c.kind, c.field, c.after FROM change c JOIN change_set s'
        " ON s.id = c.change_set_id ORDER BY s.sequence, c.position"
    )
    for table, key, kind, field, after in rows(path, query):
        if (table, key) in erased:
            assert after is None
        elif kind == "insert":
            made.setdefault(table, {})[key] = json.loads(after)
        elif kind == "delete":
            del made[table][key]
        else:
            made[table][key][field] = None if after is None else json.loads(after)
    return {table: of_table for table, of_table in made.items() if of_table}
