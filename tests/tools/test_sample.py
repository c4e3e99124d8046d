"""`make sample` and `make run`: the sample database and its papers, through the commands of Parley."""

from __future__ import annotations

import pytest

from tools import sample


@pytest.fixture
def build(tmp_path, monkeypatch):
    folder = tmp_path / "build"
    monkeypatch.setattr(sample, "BUILD", folder)
    monkeypatch.setattr(sample, "DATABASE", folder / "sample.parley")
    monkeypatch.setattr(sample, "PAPERS", folder / "papers")
    return folder


def papers(folder):
    return sorted(path.name for path in (folder / "papers").glob("*.docx"))


def test_the_sample_is_made_with_both_papers(build, capsys):
    assert sample.main(["make"]) == 0
    assert (build / "sample.parley").stat().st_size > 0
    assert len(papers(build)) >= 2
    assert str(build / "papers") in capsys.readouterr().out


def test_without_a_display_the_papers_are_written_from_the_database_that_is_there(build, monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert sample.main(["make"]) == 0
    made, database = papers(build), (build / "sample.parley").read_bytes()
    assert sample.main(["open"]) == 0
    assert papers(build) == made
    assert (build / "sample.parley").read_bytes() == database
    said = capsys.readouterr().out
    assert "There is no display" in said
    assert str(build / "papers") in said


def test_a_failure_is_passed_on(build):
    build.mkdir()
    (build / "sample.parley").write_text("this is no database")
    with pytest.raises(SystemExit) as stopped:
        sample.make_papers()
    assert stopped.value.code == 1


def test_other_words_are_explained(capsys):
    assert sample.main(["dance"]) == 2
    assert "make | open" in capsys.readouterr().err
