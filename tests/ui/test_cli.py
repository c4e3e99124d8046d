"""The commands on real files: what they print, their exit codes, and what they leave alone."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models.actions.sample import create_sample
from models.store import Database, Profile, load_profile
from models.store.connect import connect
from models.text.catalogue import words
from tests.models.rules.planner import planned
from ui import cli
from ui.cli import main
from ui.cli_arguments import WrongCommand, parse
from ui.start import COMMANDS

CHECKOUT = Path(__file__).resolve().parents[2]
SUMMIT = "KRISS delegation to AIST"


@pytest.fixture(autouse=True)
def english(monkeypatch, tmp_path):
    monkeypatch.setenv("PARLEY_LANGUAGE", "en")


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / "sample.parley"
    create_sample(path, Profile("author", "Author", "device")).close()
    return path


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    """Return a file with a visit that has errors, and several sides that travel."""
    path = tmp_path_factory.mktemp("cli") / "faulty.parley"

    def build(p):
        for delegation, name in ((p.guests, "Kim Min"), (p.guests, "Kim Minsu"), (p.hosts, "Sato Ken")):
            p.delegate(delegation, person_id=p.person(name, native_language="ko"))
        p.item("10:00", "09:00")
        p.item("11:00", "10:00")

    with Database.create(path, Profile("author", "Author", "device")) as database:
        planned(database, build)
    return path


def run(capsys, *arguments):
    """Run a command and return its exit code and what it printed."""
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def state(folder):
    """Return every file below a folder with its content's hash and time of change."""
    return {
        str(path): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def one_sentence(err):
    assert err.count("\n") == 1, err
    assert "Traceback" not in err
    return err.strip()


def test_visits_are_listed_in_order(capsys, sample):
    code, out, err = run(capsys, "visits", sample)
    assert (code, err) == (0, "")
    first, second = out.splitlines()
    assert "Horibe" in first
    assert second.split("  ", 2)[1:] == ["29 July – 2 August 2024", f"{SUMMIT}, Tsukuba"]


def test_visits_as_json(capsys, sample):
    code, out, _ = run(capsys, "visits", sample, "--json")
    before, summit = json.loads(out)
    assert code == 0
    assert set(summit) == {
        "id", "title", "start", "end", "period", "city", "country", "time_zone", "languages", "status",
        "parties", "meetings",
    }  # fmt: skip
    assert summit["title"]["ko"] == "KRISS 대표단 일본 AIST 방문"
    assert (summit["start"], summit["end"]) == ("2024-07-29", "2024-08-02")
    assert (before["start"], before["end"], before["period"]) == (None, None, "2024-05")
    assert summit["languages"] == ["ko", "ja", "en"]
    assert [meeting["number"] for meeting in summit["meetings"]] == [19, 1]
    assert {party["organisation"]["acronym"]: party["side"] for party in summit["parties"]} == {
        "AIST": "host",
        "KRISS": "guest",
    }
    assert len(summit["id"]) == 36


def test_papers_are_listed(capsys):
    code, out, err = run(capsys, "papers")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "itinerary  Itinerary  docx, pdf  for: person, delegation, organisation"
    code, out, _ = run(capsys, "papers", "--json")
    itinerary, agenda = json.loads(out)[:2]
    assert set(itinerary) == {"id", "title", "formats", "for", "languages", "layouts"}
    assert set(itinerary["title"]) >= {"en", "ko", "ja"}
    assert itinerary["for"] == ["person", "delegation", "organisation"]
    assert (agenda["for"], agenda["layouts"]) == ([], ["columns", "stacked"])
    assert agenda["languages"] == {"fewest": 1, "most": 3}


def test_findings_are_listed_and_errors_want_attention(capsys, faulty, sample):
    code, out, err = run(capsys, "findings", faulty, "--visit", "Visit")
    assert (code, err) == (3, "")
    assert out.count("Error  “Item”: ends before it starts") == 2
    code, out, _ = run(capsys, "findings", sample, "--visit", SUMMIT)
    assert code == 0
    assert "Warning  “DX at NMIJ”: speaker to be confirmed" in out
    assert "Error" not in out


def test_findings_as_json(capsys, faulty):
    code, out, _ = run(capsys, "findings", faulty, "--visit", "Visit", "--json")
    assert code == 3
    finding = json.loads(out)[0]
    assert set(finding) == {"code", "severity", "sentence", "objects", "values"}
    assert (finding["code"], finding["severity"]) == ("ends-before-start", "error")
    assert finding["objects"][0]["table"] == "schedule_item"
    assert finding["values"] == {"start": "10:00", "end": "09:00"}


def test_a_visit_without_findings_says_so(capsys, tmp_path):
    path = tmp_path / "new.parley"
    with Database.create(path) as database:
        planned(database, lambda p: p.item("09:00"))
    assert run(capsys, "findings", path, "--visit", "Visit") == (0, "Nothing wants attention.\n", "")


def test_a_visit_of_which_nothing_is_planned_says_so(capsys, tmp_path):
    path = tmp_path / "new.parley"
    with Database.create(path) as database:
        planned(database, lambda p: None)
    code, out, _ = run(capsys, "findings", path, "--visit", "Visit")
    assert code == 0
    assert "nothing is planned yet" in out


def test_health(capsys, sample):
    before = state(sample.parent)
    code, out, err = run(capsys, "health", sample)
    assert (code, err) == (0, "")
    assert "is whole: format 1" in out
    assert "visit: 2" in out
    code, out, _ = run(capsys, "health", sample, "--json")
    answer = json.loads(out)
    told = {"file", "whole", "schema_version", "size", "writable", "rows", "counts", "sharing"}
    assert set(answer) == told
    assert answer["sharing"]["verdict"] == "local"
    assert (answer["whole"], answer["schema_version"], answer["size"]) == (True, 1, sample.stat().st_size)
    assert answer["counts"]["person"] == 7
    assert answer["rows"] == sum(answer["counts"].values()) > 100
    assert state(sample.parent) == before


def test_health_brings_nothing_up_to_date(capsys, monkeypatch, tmp_path, sample):
    path = tmp_path / "older.parley"
    path.write_bytes(sample.read_bytes())
    before = state(tmp_path)
    monkeypatch.setattr("ui.cli_files.SCHEMA_VERSION", 2)
    code, out, _ = run(capsys, "health", path, "--json")
    assert (code, json.loads(out)["counts"], json.loads(out)["rows"]) == (0, None, None)
    assert "older format" in run(capsys, "health", path)[1]
    assert state(tmp_path) == before


def test_a_visit_without_days_is_dated_by_its_entries(capsys, tmp_path):
    from models.tables import VisitDay

    def build(p):
        for day in p.writing.where(VisitDay, visit_id=p.visit):
            p.writing.remove(day)
        p.item("09:00", days=3)

    path = tmp_path / "new.parley"
    with Database.create(path) as database:
        planned(database, build)
    (visit,) = json.loads(run(capsys, "visits", path, "--json")[1])
    assert (visit["start"], visit["end"]) == ("2024-08-02", "2024-08-02")


def test_new_makes_an_empty_database(capsys, tmp_path):
    path = tmp_path / "office.parley"
    assert run(capsys, "new", path) == (0, f"Made: {path}\n", "")
    assert run(capsys, "visits", path) == (0, "There is no visit in this file yet.\n", "")
    assert run(capsys, "visits", path, "--json")[1] == "[]\n"
    assert [each.name for each in tmp_path.iterdir()] == ["office.parley"]


@pytest.mark.parametrize("command", ["new", "sample"])
def test_nothing_is_replaced(capsys, tmp_path, command):
    path = tmp_path / "there.parley"
    path.write_text("mine", "utf-8")
    before = state(tmp_path)
    code, out, err = run(capsys, command, path)
    assert (code, out) == (1, "")
    assert "exists already" in one_sentence(err)
    assert state(tmp_path) == before


def test_a_folder_that_is_not_there_is_not_made(capsys, tmp_path):
    code, _, err = run(capsys, "new", tmp_path / "none" / "office.parley")
    assert code == 1
    assert "is not there" in one_sentence(err)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["new", "sample"])
def test_a_database_named_without_an_ending_gets_ours_and_says_so(capsys, monkeypatch, tmp_path, command):
    monkeypatch.chdir(tmp_path)
    assert run(capsys, command, "office") == (0, "Made: office.parley\n", "")
    assert [each.name for each in tmp_path.iterdir()] == ["office.parley"]


def text_file(path, sample):
    path.write_text("Visit;Title\n" * 200, "utf-8")


def foreign(path, sample):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE moz_places (id INTEGER)")
    other.close()


def truncated(path, sample):
    path.write_bytes(sample.read_bytes()[:-9000])


def zeroed(path, sample):
    content = bytearray(sample.read_bytes())
    content[8 * 4096 : 9 * 4096] = bytes(4096)
    path.write_bytes(content)


def changed(path, sample, *statements):
    path.write_bytes(sample.read_bytes())
    connection = connect(path, "rw")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def newer(path, sample):
    changed(path, sample, "PRAGMA user_version = 99")


def with_trigger(path, sample):
    changed(path, sample, "CREATE TRIGGER t AFTER INSERT ON visit BEGIN SELECT 1; END")


WRONG = {
    "is not there": lambda path, sample: None,
    "is a folder": lambda path, sample: path.mkdir(),
    "is empty": lambda path, sample: path.touch(),
    "is no Parley file": text_file,
    "a database of another application": foreign,
    "is damaged": truncated,
    "is damaged (": zeroed,
    "a newer Parley (format 99": newer,
    "(trigger t)": with_trigger,
}


@pytest.mark.parametrize("said", WRONG)
@pytest.mark.parametrize(
    "command",
    [
        ("visits",),
        ("health",),
        ("findings", "--visit", "x"),
        ("export", "--visit", "x", "--paper", "agenda", "--output", "OUT"),
    ],
    ids=lambda command: command[0],
)
def test_a_wrong_file_gets_its_sentence_and_is_left_as_it_is(capsys, tmp_path, sample, said, command):
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "wrong.parley"
    WRONG[said](path, sample)
    before, listing = state(folder), sorted(folder.rglob("*"))
    name, *options = command
    options = [str(folder / "out.docx") if option == "OUT" else option for option in options]
    code, out, err = run(capsys, name, path, *options)
    assert (code, out) == (1, "")
    assert said in one_sentence(err)
    assert str(path) in err
    assert state(folder) == before
    assert sorted(folder.rglob("*")) == listing


def test_health_of_a_wrong_file_as_json(capsys, tmp_path, sample):
    path = tmp_path / "wrong.parley"
    truncated(path, sample)
    code, out, err = run(capsys, "health", path, "--json")
    answer = json.loads(out)
    assert code == 1
    assert set(answer) == {"file", "whole", "problem", "sentence"}
    assert (answer["whole"], answer["problem"]) == (False, "file-damaged")
    assert answer["sentence"] == one_sentence(err)


def test_a_read_only_file_is_listed_checked_and_exported(capsys, tmp_path, sample):
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "read-only.parley"
    path.write_bytes(sample.read_bytes())
    path.chmod(0o444)
    before = state(folder)
    assert run(capsys, "visits", path)[0] == 0
    assert "can be read but not changed" in run(capsys, "health", path)[1]
    out = tmp_path / "agenda.docx"
    code, printed, err = run(capsys, "export", path, "--visit", SUMMIT, "--paper", "agenda", "--output", out)
    assert (code, printed, err) == (0, f"{out}\n", "")
    assert out.read_bytes().startswith(b"PK")
    assert state(folder) == before


def test_export_into_a_folder_names_the_file(capsys, tmp_path, sample):
    command = ("export", sample, "--visit", SUMMIT, "--paper", "itinerary", "--for", "이호성")
    code, out, _ = run(capsys, *command, "--languages", "ja, en", "--output", tmp_path)
    assert code == 0
    assert [str(path) for path in tmp_path.iterdir()] == out.splitlines()
    code, out, _ = run(capsys, *command, "--output", f"{tmp_path / 'new'}/")
    assert code == 0
    assert Path(out.strip()).parent == tmp_path / "new"


def test_a_final_paper_is_no_draft(capsys, tmp_path, sample):
    from docx import Document

    said = []
    for options in ((), ("--final",)):
        path = tmp_path / f"agenda{len(options)}.docx"
        command = ("export", sample, "--visit", SUMMIT, "--paper", "agenda", "--languages", "en", *options)
        assert run(capsys, *command, "--output", path)[0] == 0
        said.append(Document(path).sections[0].header.paragraphs[0].text)
    assert ["Draft" in text for text in said] == [True, False]


def test_a_folder_that_is_made_for_papers_is_said_and_one_for_a_file_is_not_made(capsys, tmp_path, sample):
    command = ("export", sample, "--visit", SUMMIT, "--paper", "agenda", "--output")
    code, _, err = run(capsys, *command, f"{tmp_path / 'new'}/")
    assert code == 0
    assert one_sentence(err) == f"The folder was not there and has been made: {tmp_path / 'new'}"
    code, _, err = run(capsys, *command, tmp_path / "none" / "x.docx")
    assert code == 1
    assert one_sentence(err).startswith(f"{tmp_path / 'none'} is not there")
    assert not (tmp_path / "none").exists()


def test_a_folder_that_takes_no_files_is_not_called_missing(capsys, sample):
    command = ("export", sample, "--visit", SUMMIT, "--paper", "agenda", "--output", "/proc/x.docx")
    code, _, err = run(capsys, *command)
    assert code == 1
    assert "/proc/x.docx may not be read or written" in one_sentence(err)


def test_names_of_papers_and_languages_are_taken_in_any_case(capsys, tmp_path, sample):
    command = ("export", sample, "--visit", SUMMIT, "--paper", "Agenda", "--languages", "KO,Ja")
    code, out, _ = run(capsys, *command, "--layout", "Columns", "--output", tmp_path)
    assert code == 0
    assert out.strip().endswith("_ko-ja.docx")


def test_namesakes_are_told_apart_by_their_organisation(capsys, tmp_path):
    def build(p):
        for delegation in (p.guests, p.hosts):
            p.delegate(delegation, person_id=p.person("Kim Minsu", native_language="ko"))
        for _ in range(2):
            p.delegate(p.guests, person_id=p.person("Sato Ken", native_language="ja"))

    path = tmp_path / "namesakes.parley"
    with Database.create(path, Profile("author", "Author", "device")) as database:
        planned(database, build)
    listed = {}
    for name in ("Minsu", "Sato"):
        command = exporting("--for", name, visit="Visit", paper="itinerary")
        code, _, err = run(capsys, "export", path, *command, "--output", tmp_path / "o.docx")
        assert code == 2
        sentence = err.splitlines()[0].partition(": ")[2].partition(";")[0]
        listed[name] = sentence.split(", ")
    assert all(len(set(names)) == 2 for names in listed.values())
    assert all("(" in name for name in listed["Minsu"])
    # Where the organisation does not tell either, the end of the id does.
    assert all(" #" in name for name in listed["Sato"])


def test_a_paper_is_not_replaced_unless_told(capsys, tmp_path, sample):
    out = tmp_path / "agenda.docx"
    out.write_text("mine", "utf-8")
    command = ("export", sample, "--visit", SUMMIT, "--paper", "agenda", "--output", out)
    code, _, err = run(capsys, *command)
    assert code == 1
    assert one_sentence(err).endswith(
        "exists already and is not replaced; choose another name, or add --overwrite."
    )
    assert out.read_text("utf-8") == "mine"
    assert run(capsys, *command, "--overwrite")[0] == 0
    assert out.read_bytes().startswith(b"PK")


def test_errors_in_the_visit_are_told_when_its_paper_is_written(capsys, tmp_path, faulty):
    out = tmp_path / "agenda.docx"
    code, printed, err = run(
        capsys, "export", faulty, "--visit", "Visit", "--paper", "agenda", "--output", out
    )
    assert (code, printed) == (3, f"{out}\n")
    assert "2 errors" in one_sentence(err)
    assert out.exists()


def test_where_several_sides_travel_each_delegation_gets_its_itinerary(capsys, tmp_path, faulty):
    command = ("export", faulty, "--visit", "Visit", "--paper", "itinerary", "--output")
    code, out, _ = run(capsys, *command, tmp_path)
    assert code == 3
    assert sorted(out.splitlines()) == sorted(str(path) for path in tmp_path.iterdir())
    assert len(out.splitlines()) == 2
    (tmp_path / "one.docx").touch()
    code, _, err = run(capsys, *command, tmp_path / "one.docx", "--overwrite")
    assert code == 2
    assert "2 papers need a folder" in one_sentence(err)


def test_the_database_is_never_the_output(capsys, tmp_path, sample):
    path = tmp_path / "copy.parley"
    path.write_bytes(sample.read_bytes())
    before = state(tmp_path)
    command = ("export", path, "--visit", SUMMIT, "--paper", "agenda", "--output", path, "--overwrite")
    code, _, err = run(capsys, *command)
    assert code == 2
    assert "is the database itself" in one_sentence(err)
    assert state(tmp_path) == before


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("other.parley", "is the name of a database"),
        ("OTHER.PARLEY", "is the name of a database"),
        ("letter.odt", "does not end in .docx"),
        ("letter", "does not end in .docx"),
    ],
)
def test_a_paper_takes_no_name_that_is_not_its_own(capsys, tmp_path, sample, name, said):
    """Neither another database nor any other file is ever replaced by a Word file."""
    (tmp_path / name).write_bytes(sample.read_bytes())
    before = state(tmp_path)
    command = ("export", sample, "--visit", SUMMIT, "--paper", "agenda", "--overwrite", "--output")
    code, out, err = run(capsys, *command, tmp_path / name)
    assert (code, out) == (2, "")
    assert said in one_sentence(err)
    assert state(tmp_path) == before
    (tmp_path / name).unlink()
    assert run(capsys, *command, tmp_path / name)[0] == 2
    assert not list(tmp_path.iterdir())


def exporting(*options, visit=SUMMIT, paper="agenda"):
    return ("--visit", visit, "--paper", paper, *options)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (exporting(visit="Busan"), "no visit for “Busan”"),
        (exporting(visit=""), "--visit needs a value"),
        (exporting("--for", " ", paper="itinerary"), "--for needs a value"),
        (exporting("--output", ""), "--output needs a value"),
        (exporting("--languages", ""), "--languages needs a value"),
        (exporting("--audience", ""), "--audience needs a value"),
        (exporting(visit="00000000-0000-7000-8000-000000000000"), "no visit for"),
        (exporting(paper="menu"), "choose from: itinerary, agenda"),
        (exporting("--for", "KRISS"), "the same for everybody"),
        (exporting("--for", "Nobody", paper="itinerary"), "Nobody called “Nobody” takes part in this visit"),
        (exporting("--languages", "ko,xx"), "no data for the language “xx”"),
        (exporting("--languages", ","), "--languages needs"),
        (exporting("--languages", "ko,ko"), "named twice"),
        (exporting("--languages", "ko,ja,en", paper="itinerary"), "at most 2 languages"),
        (exporting("--layout", "columns", "--languages", "ko"), "Columns need two languages"),
        (exporting("--layout", "columns", paper="itinerary"), "one layout only"),
        (exporting("--format", "odt"), "cannot be written as odt"),
        (
            exporting("--audience", "Foo"),
            "“Foo” is no audience of this visit; choose from: public, parties, office, KRISS, AIST.",
        ),
        (exporting("--layout", "round"), "--layout cannot be round; choose from: columns, stacked."),
        (exporting("--loud"), "not understood here: --loud; export takes: FILE, --help, --visit"),
        (exporting("--vist", "Tsukuba"), "no option --vist here; did you mean --visit?"),
        (("--visit", SUMMIT, "--papr=agenda"), "no option --papr here; did you mean --paper?"),
        (exporting("--lang", "ko"), "no option --lang here; did you mean --languages?"),
    ],
)
def test_a_wrong_export_is_2_and_writes_nothing(capsys, tmp_path, sample, options, said):
    code, out, err = run(capsys, "export", sample, "--output", tmp_path / "out.docx", *options)
    assert (code, out) == (2, "")
    assert said in one_sentence(err)
    assert not list(tmp_path.iterdir())


def test_what_is_ambiguous_lists_the_candidates(capsys, tmp_path, sample, faulty):
    code, out, err = run(capsys, "findings", sample, "--visit", "KRISS")
    assert (code, out) == (2, "")
    listed = json.loads(run(capsys, "visits", sample, "--json")[1])
    assert len(err.splitlines()) == 1 + len(listed)
    for visit in listed:
        assert f"  {visit['id']}  {visit['title']['en']}" in err.splitlines()
    code, _, err = run(
        capsys, "export", faulty, *exporting("--for", "Kim", visit="Visit", paper="itinerary"),
        "--output", tmp_path / "o.docx",
    )  # fmt: skip
    assert code == 2
    assert len(err.splitlines()) == 3
    assert "KIM Min" in err


@pytest.mark.parametrize(
    ("language", "named"),
    [("ko", "한국 센터(KC)"), ("ja", "韓国センター（KC）"), ("en", "Korea Centre (KC)")],
)
def test_candidates_are_named_in_the_users_language(capsys, monkeypatch, tmp_path, language, named):
    from models.actions import visits

    def build(p):
        for acronym, name in (("KC", "Centre"), ("KI", "Institute")):
            texts = {"ko": f"한국 {name}", "en": f"Korea {name}"}
            if acronym == "KC":
                texts |= {"ko": "한국 센터", "ja": "韓国センター"}
            house = p.organisation(acronym, name=texts)
            party = visits.party.add.within(p.writing, visit_id=p.visit, organisation_id=house)
            p.delegation(party)

    path = tmp_path / "named.parley"
    with Database.create(path) as database:
        planned(database, build)
    monkeypatch.setenv("PARLEY_LANGUAGE", language)
    for option, paper in (("--for", "itinerary"), ("--audience", "agenda")):
        command = exporting(option, "Korea", visit="Visit", paper=paper)
        code, _, err = run(capsys, "export", path, *command, "--output", tmp_path / "o.docx")
        assert code == 2
        assert named in err


def test_a_visit_without_working_languages_wants_them_named(capsys, tmp_path):
    from models.actions import visits

    path, out = tmp_path / "new.parley", tmp_path / "agenda.docx"
    with Database.create(path) as database:
        visit, _ = planned(database, lambda p: p.item("09:00"))
        visits.visit.edit(database, visit.id, {"languages": ()})
    command = ("export", path, *exporting(visit="Visit"), "--output", out)
    code, _, err = run(capsys, *command)
    assert code == 2
    assert "no working languages" in one_sentence(err)
    assert not out.exists()
    assert run(capsys, *command, "--languages", "ko,ja")[0] == 0


def test_a_whole_name_goes_before_a_part(capsys, tmp_path, faulty):
    command = exporting("--for", "kim min", visit="Visit", paper="itinerary")
    code, out, _ = run(capsys, "export", faulty, *command, "--output", tmp_path)
    assert code == 3
    assert "KIM Min_" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Something is missing: COMMAND"),
        (("export",), "Something is missing: FILE, --visit, --paper, --output"),
        (("visits",), "Something is missing: FILE"),
        (("visits", "a", "b"), "not understood here: b"),
        (("vists", "a"), "There is no command vists; did you mean visits? There are: new, sample,"),
        (("poster", "a"), "COMMAND cannot be poster; choose from: new, sample,"),
        (("papers", "a"), "not understood here: a; papers takes: --help, --json."),
        (("new", "office.db"), "office.db does not end in .parley; name the file so."),
        (("sample", "office.d/"), "office.d/ does not end in .parley; name the file so."),
        (("visits", ""), "FILE needs a value"),
        (("export", "a", "--visit"), "--visit needs a value"),
        (("visits", "a", "--json=yes"), "--json takes no value"),
        (("--no-such-option",), "Something is missing: COMMAND"),
    ],
)
def test_a_wrong_command_is_2_with_one_sentence(capsys, arguments, said):
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in one_sentence(err)


@pytest.mark.parametrize("language", ["en", "ko", "ja"])
@pytest.mark.parametrize("command", [(), *((name,) for name in sorted(COMMANDS))])
def test_help_is_in_the_users_language(capsys, monkeypatch, language, command):
    monkeypatch.setenv("PARLEY_LANGUAGE", language)
    code, out, err = run(capsys, *command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith({"en": "Usage: ", "ko": "사용법: ", "ja": "使い方: "}[language])
    if language == "en":
        return
    described = [line for line in out.splitlines() if line.startswith("  -")]
    assert described
    assert "show this" not in out


def test_a_usage_error_is_in_the_users_language():
    with pytest.raises(WrongCommand) as raised:
        parse(["visits"], words("ja"))
    assert raised.value.sentence.startswith("次の引数が必要です：FILE")


def test_every_message_of_argparse_that_we_know_is_still_its_own():
    """The patterns follow argparse; a new Python that words it otherwise falls back to its English."""
    parser = argparse.ArgumentParser(exit_on_error=False)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--kind", choices=["a"])
    for arguments, kind in ((["--kind", "b"], "invalid choice"), (["--kind"], "expected one argument")):
        with pytest.raises(argparse.ArgumentError, match=kind):
            parser.parse_args(arguments)


def test_the_commands_are_those_that_the_start_knows():
    for name in COMMANDS:
        assert parse([name, *ARGUMENTS[name]], words("en")).command == name
    assert set(ARGUMENTS) == set(COMMANDS)


ARGUMENTS = {
    "new": ["f"],
    "sample": ["f"],
    "merge": ["f", "o"],
    "visits": ["f"],
    "papers": [],
    "export": ["f", "--visit", "v", "--paper", "p", "--output", "o"],
    "health": ["f"],
    "backups": ["f"],
    "restore": ["f", "newest"],
    "findings": ["f", "--visit", "v"],
    "erase": ["f", "person"],
    "import": ["f", "d"],
    "template": ["--output", "o"],
}


def test_an_interruption_is_quiet(capsys, monkeypatch, sample):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_command", interrupted)
    assert run(capsys, "visits", sample) == (130, "", "")


def started(*arguments, **settings):
    environment = {**os.environ, **settings.pop("env", {})}
    command = [sys.executable, CHECKOUT / "main.py", *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, **settings
    )


def test_a_closed_pipe_is_quiet(sample):
    with started("findings", sample, "--visit", SUMMIT, "--json") as process:
        process.stdout.close()
        err = process.stderr.read()
        process.wait()
    assert (process.returncode, err) == (1, b"")


def test_a_terminal_that_knows_no_hangul_fails_nothing(sample):
    with started("visits", sample, env={"PYTHONIOENCODING": "ascii", "PARLEY_LANGUAGE": "ko"}) as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert "대표단" in out.decode("utf-8")


def test_lone_surrogates_in_a_name_of_a_file_fail_nothing(tmp_path):
    name = os.fsencode(tmp_path) + b"/\xff.parley"
    with started("visits", name) as process:
        out, err = process.communicate()
    assert (process.returncode, out) == (1, b"")
    assert b"is not there" in err
    assert b"Traceback" not in err


def test_ctrl_c_ends_a_command_quietly(tmp_path, sample):
    """A writer holds the file, so that the command waits; Ctrl+C then ends it without a word."""
    path = tmp_path / "held.parley"
    path.write_bytes(sample.read_bytes())
    holder = connect(path, "rw")
    holder.execute("BEGIN EXCLUSIVE")
    # A shell that runs the tests beside other work lets them, and what they start, ignore Ctrl+C.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with started("visits", path, start_new_session=True) as process:
            time.sleep(4)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=30)
        assert (process.returncode, out) == (130, b"")
        assert err == b""
    finally:
        signal.signal(signal.SIGINT, before)
        holder.rollback()
        holder.close()


def test_the_device_signs_what_a_command_makes(capsys, tmp_path):
    path = tmp_path / "new.parley"
    run(capsys, "new", path)
    with Database.open(path) as database:
        assert database.profile == load_profile()
