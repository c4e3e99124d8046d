"""The command merge: on real copies, what it says, its exit codes and its JSON."""

from __future__ import annotations

import hashlib
import json

import pytest

from models.actions import directory, schedule
from models.store import Database
from models.store.backup import copy_database
from tests.support.files import KIM, PARK, new_database, rows, sample_database, sample_visit
from ui.cli import main

KEYS = {"file", "other", "merged", "change_set", "counts", "questions", "automatic", "moved", "findings"}
QUESTION = {
    "key",
    "kind",
    "table",
    "id",
    "name",
    "group",
    "base",
    "ours",
    "theirs",
    "ours_by",
    "theirs_by",
    "parent",
    "decision",
}


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("PARLEY_LANGUAGE", "en")


@pytest.fixture
def pair(tmp_path):
    """Return two copies of the sample with one question, one free change and one move on both sides."""
    with sample_database(tmp_path, "office.parley") as ours:
        copy_database(ours.path, tmp_path / "trip.parley")
        with Database.open(tmp_path / "trip.parley", PARK) as theirs:
            first, second, third = sample_visit(ours).items[:3]
            schedule.item.edit(ours, first.id, {"title.ko": "가"})
            schedule.item.edit(theirs, first.id, {"title.ko": "나"})
            schedule.item.edit(theirs, second.id, {"remarks.ko": "비고"})
            schedule.item.move(ours, third.id)
            schedule.item.move(theirs, third.id)
    return str(tmp_path / "office.parley"), str(tmp_path / "trip.parley")


def run(capsys, *arguments):
    code = main(["merge", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def digest(path):
    with open(path, "rb") as file:  # noqa: PTH123 - nobody has it open
        return hashlib.sha256(file.read()).hexdigest()


def test_with_open_questions_nothing_is_merged(capsys, pair):
    before = [digest(path) for path in pair]
    code, out, err = run(capsys, *pair)
    assert code == 3
    assert "1. entry “Welcome address”, title (Korean): changed on both sides" in out
    assert "ours: 가  (Kim Seoyeon, " in out
    assert "theirs: 나  (Park Jihun, " in out
    assert "before: 환영사" in out
    assert "Moved on both sides, the later move stays: entry “" in out
    assert err.startswith("1 question is open between the two copies")
    assert [digest(path) for path in pair] == before


def test_a_preview_changes_nothing(capsys, pair):
    before = [digest(path) for path in pair]
    code, out, err = run(capsys, *pair, "--preview", "--prefer", "theirs")
    assert (code, err) == (3, "")
    assert "✓ theirs: 나" in out
    assert [digest(path) for path in pair] == before


@pytest.mark.parametrize(("prefer", "title"), [("ours", "가"), ("theirs", "나")])
def test_with_a_preference_all_is_merged_and_the_other_file_stays(capsys, pair, prefer, title):
    ours, theirs = pair
    before = digest(theirs)
    code, out, err = run(capsys, *pair, "--prefer", prefer)
    assert (code, err) == (0, "")
    assert "Merged; it can be undone in one step." in out
    assert digest(theirs) == before
    titles = [json.loads(text)["ko"] for (text,) in rows(ours, "SELECT title FROM schedule_item")]
    assert title in titles
    code, out, err = run(capsys, *pair)
    assert (code, out, err) == (0, "There is nothing to merge: everything is here already.\n", "")


def test_json_has_what_is_documented(capsys, pair):
    code, out, _ = run(capsys, *pair, "--json", "--preview")
    told = json.loads(out)
    assert code == 3
    assert set(told) == KEYS
    assert (told["merged"], told["change_set"], told["findings"]) == (False, None, None)
    assert told["counts"] == {
        "change_sets": 3,
        "known": 2,
        "added": 0,
        "changed": told["counts"]["changed"],
        "removed": 0,
        "to_decide": 1,
    }
    (question,) = told["questions"]
    assert set(question) == QUESTION
    assert (question["kind"], question["table"], question["group"]) == ("edited", "schedule_item", "title.ko")
    assert (question["ours"], question["theirs"]) == ({"title.ko": "가"}, {"title.ko": "나"})
    assert question["ours_by"]["author"] == KIM.author_name
    assert question["decision"] is None
    assert set(told["moved"][0]) == {"table", "id", "name", "stays"}
    assert set(told["automatic"][0]) == {"kind", "table", "id"}
    code, out, _ = run(capsys, *pair, "--json", "--prefer", "theirs")
    told = json.loads(out)
    assert (code, told["merged"], told["questions"][0]["decision"]) == (0, True, "theirs")
    assert rows(pair[0], "SELECT label FROM change_set WHERE id = ?", told["change_set"]) == [("merge",)]
    assert {"visit", "code", "severity", "sentence", "objects"} == set(told["findings"][0])


def test_errors_among_the_findings_want_attention(capsys, tmp_path):
    with sample_database(tmp_path, "office.parley") as ours:
        copy_database(ours.path, tmp_path / "trip.parley")
        with Database.open(tmp_path / "trip.parley", PARK) as theirs:
            visit = sample_visit(ours)
            schedule.item.edit(theirs, visit.items[0].id, {"date": "2031-01-01"})
    code, out, err = run(capsys, str(tmp_path / "office.parley"), str(tmp_path / "trip.parley"))
    assert code == 3
    assert "Merged; it can be undone in one step." in out
    assert f"Merged, but a visit it touched has 1 error; see: python main.py findings {ours.path}" in err
    assert visit.id in err


def test_a_copy_of_another_database_is_refused(capsys, tmp_path):
    with new_database(tmp_path, "a.parley") as ours, new_database(tmp_path, "b.parley") as theirs:
        directory.organisation.add(theirs, acronym="X")
    code, out, err = run(capsys, str(ours.path), str(theirs.path))
    assert (code, out) == (1, "")
    assert "is a copy of another database" in err
