"""The commands about backups on real files."""

from __future__ import annotations

import json

import pytest

from models.actions import backups, directory
from models.actions.sample import create_sample
from models.store import Database, Profile
from models.tables import Organisation
from ui.cli import main

KIM = Profile("author", "Author", "device")


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("PARLEY_LANGUAGE", "en")
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))
    path = tmp_path / "office.parley"
    with create_sample(path, KIM) as database:
        backups.back_up_now(database)
        directory.organisation.add(database, acronym="LATER")
    return path


def run(capsys, *arguments):
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def acronyms(path):
    with Database.open(path, KIM) as database:
        return {each.acronym for each in database.load_all(Organisation)}


def test_backups_are_listed_the_newest_first(capsys, file):
    code, out, err = run(capsys, "backups", file)
    assert (code, err, out.count("asked for")) == (0, "", 2)
    code, out, _ = run(capsys, "backups", file, "--json")
    assert [set(each) for each in json.loads(out)] == [{"path", "at", "reason", "size", "beside"}] * 2


def test_a_preview_changes_nothing_and_restoring_does(capsys, file):
    code, out, _ = run(capsys, "restore", file, "newest", "--preview")
    assert (code, out.strip()) == (0, "organisation: 0 would come back, 0 would change, 1 would go")
    assert "LATER" in acronyms(file)
    code, out, _ = run(capsys, "restore", file, "newest")
    assert code == 0
    assert "Restored from" in out
    assert "LATER" not in acronyms(file)
    code, out, _ = run(capsys, "restore", file, "asked", "--json")
    assert json.loads(out)["tables"] == {}


def test_a_damaged_file_is_replaced_and_salvaged(capsys, file):
    data = bytearray(file.read_bytes())
    data[4096 * 20 : 4096 * 21] = bytes(4096)
    file.write_bytes(data)
    code, out, _ = run(capsys, "restore", file, "newest", "--preview")
    assert (code, "would take its place" in out, file.read_bytes()) == (0, True, bytes(data))
    code, out, _ = run(capsys, "restore", file, "newest")
    assert code == 0
    assert "The damaged file was kept as" in out
    assert "rows are known to be lost" in out
    assert "LATER" not in acronyms(file)
    (saved,) = file.parent.glob("office.salvage-*.parley")
    assert "LATER" in acronyms(saved)


def test_a_name_that_means_nothing_is_a_wrong_command(capsys, file):
    code, out, err = run(capsys, "restore", file, "yesterday")
    assert (code, out) == (2, "")
    assert "“yesterday”" in err
    assert "backups" in err


def test_without_a_backup_nothing_is_listed_and_nothing_restored(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("PARLEY_LANGUAGE", "en")
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))
    path = tmp_path / "office.parley"
    Database.create(path, KIM).close()
    assert run(capsys, "backups", path)[1].strip() == "There is no backup of this file."
    assert run(capsys, "restore", path, "newest")[0] == 2
    path.write_bytes(b"")
    assert run(capsys, "restore", path, "newest")[0] == 1
    assert path.read_bytes() == b""
