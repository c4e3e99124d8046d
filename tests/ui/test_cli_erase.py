"""Erasing a person, and the verdict about a drive, from the command line."""

from __future__ import annotations

import json

import pytest

from models.actions import directory, schedule
from models.errors import FileBusy
from models.store import Database
from models.store.backup import copy_database
from models.store.share import Sharing, Verdict
from models.tables import Person
from tests.support.bytes import search_bytes
from tests.support.files import KIM, folder_state, sample_database, sample_visit
from ui import cli_files
from ui.cli import main

NAMES = ("Zielfamilie", "표적성씨", "Zielvorname")


@pytest.fixture(autouse=True)
def english(monkeypatch, tmp_path):
    monkeypatch.setenv("PARLEY_LANGUAGE", "en")
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))


@pytest.fixture
def office(tmp_path):
    folder = tmp_path / "office"
    folder.mkdir()
    with sample_database(folder) as database:
        key = directory.person.add(
            database, family={"ko": NAMES[1], "en": NAMES[0]}, given={"en": NAMES[2]}
        ).value
    return database.path, key


def run(capsys, *arguments):
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_preview_changes_nothing(capsys, office):
    path, key = office
    before = folder_state(path.parent)
    code, out, err = run(capsys, "erase", path, "zielfamilie", "--preview")
    assert (code, err) == (0, "")
    assert "This would be erased for good: ZIELFAMILIE Zielvorname" in out
    assert "person: 1" in out
    assert "Out of reach" in out
    code, out, _ = run(capsys, "erase", path, key, "--preview", "--json")
    told = json.loads(out)
    assert (code, told["erased"], told["person"], told["rows"]) == (0, False, key, {"person": 1})
    assert folder_state(path.parent) == before


def test_erased_is_gone_from_the_bytes_and_named_no_more(capsys, office):
    path, key = office
    assert search_bytes(path, NAMES) == set(NAMES)
    code, out, err = run(capsys, "erase", path, NAMES[1])
    assert (code, err) == (0, "")
    assert "Erased for good" in out
    assert search_bytes(path, NAMES) == set()
    code, out, err = run(capsys, "erase", path, NAMES[1])
    assert (code, out) == (2, "")
    assert NAMES[1] in err
    code, out, _ = run(capsys, "erase", path, key)
    assert code == 0
    assert "erased before" in out


def test_text_and_copies_that_are_left_want_attention(capsys, office):
    path, key = office
    copy_database(path, path.with_name("trip.parley"))
    with Database.open(path, KIM) as database:
        item = sample_visit(database).items[0].id
        schedule.item.edit(database, item, {"note": f"ask {NAMES[2]} {NAMES[0]}"})
    code, out, _ = run(capsys, "erase", path, key, "--json")
    told = json.loads(out)
    assert code == 3
    assert told["erased"]
    assert [(each["table"], each["field"], each["certainty"]) for each in told["mentions"]] == [
        ("schedule_item", "note", "names")
    ]
    assert told["copies"] == [str(path.with_name("trip.parley"))]
    code, out, _ = run(capsys, "erase", path.with_name("trip.parley"), key, "--copies")
    assert code == 0
    assert "Erased there too" in out
    assert search_bytes(path.with_name("trip.parley"), NAMES) == set()


def test_with_copies_everything_is_erased(capsys, office):
    path, key = office
    copy_database(path, path.with_name("trip.parley"))
    code, out, err = run(capsys, "erase", path, key, "--copies")
    assert (code, err) == (0, "")
    assert "may still hold" not in out
    assert search_bytes(path.with_name("trip.parley"), NAMES) == set()


def test_traces_that_are_left_are_told(capsys, office, monkeypatch):
    path, key = office

    def busy(*_):
        raise FileBusy(path=path)

    monkeypatch.setattr("models.actions.erase.vacuum", busy)
    code, out, err = run(capsys, "erase", path, key)
    assert code == 3
    assert "Erased for good" in out
    assert "may hold traces" in err
    with Database.open(path, KIM) as database:
        assert key not in {person.id for person in database.load_all(Person)}


@pytest.mark.parametrize(
    ("verdict", "says"),
    [
        (Verdict(Sharing.LOCAL), "disk of this computer"),
        (Verdict(Sharing.CHECKED, "works", "nfs4"), "(nfs4) whose locks work"),
        (Verdict(Sharing.LOCKS_DO_NOT_WORK, "no-lock", "cifs"), "did not see the lock"),
        (Verdict(Sharing.UNKNOWN, "no-answer", "cifs"), "did not answer"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ko", "ja"])
def test_health_says_whether_locks_work(capsys, office, monkeypatch, verdict, says, language):
    monkeypatch.setenv("PARLEY_LANGUAGE", language)
    monkeypatch.setattr(cli_files, "check_share", lambda _: verdict)
    code, out, _ = run(capsys, "health", office[0])
    assert code == 0
    assert (says in out) is (language == "en")
    code, out, _ = run(capsys, "health", office[0], "--json")
    assert json.loads(out)["sharing"]["verdict"] == verdict.sharing.value
