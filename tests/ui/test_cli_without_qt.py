"""The command line works without Qt: no command loads it, so that it runs where no window could."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ui.start import COMMANDS

CHECKOUT = Path(__file__).resolve().parents[2]
AGENDA = ("--visit", "KRISS 대표단 일본 AIST 방문", "--paper", "agenda", "--languages", "ko,ja")
RUN_AND_LIST = """
import runpy, sys
sys.path.insert(0, {checkout!r})
sys.argv = ["main.py", *{arguments!r}]
try:
    runpy.run_path({main!r}, run_name="__main__")
except SystemExit as stopped:
    code = stopped.code or 0
qt = sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6"))
print("LOADED", code, len(sys.modules), qt)
"""


def loaded_by(*arguments):
    """Run main.py in a process of its own, and return its exit code, and the modules of Qt it loaded."""
    code = RUN_AND_LIST.format(
        checkout=str(CHECKOUT), arguments=list(map(str, arguments)), main=str(CHECKOUT / "main.py")
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    _, exit_code, count, qt = ended.stdout.splitlines()[-1].split(" ", 3)
    assert int(count) > 50
    return int(exit_code), qt


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / "sample.parley"
    assert loaded_by("sample", path) == (0, "[]")
    return path


def test_listing_papers_loads_no_qt():
    assert loaded_by("papers") == (0, "[]")


def test_help_loads_no_qt():
    assert loaded_by("--help") == (0, "[]")


@pytest.mark.parametrize("command", ["visits", "health"])
def test_reading_a_file_loads_no_qt(database, command):
    assert loaded_by(command, database, "--json") == (0, "[]")


def test_exporting_loads_no_qt(database, tmp_path):
    code, qt = loaded_by("export", database, *AGENDA, "--output", tmp_path / "agenda.docx")
    assert code in {0, 3}
    assert qt == "[]"
    assert (tmp_path / "agenda.docx").stat().st_size > 0


@pytest.mark.parametrize("choice", [("agenda.pdf",), ("papers/", "--format", "pdf")])
def test_a_pdf_needs_no_display(database, tmp_path, monkeypatch, choice):
    """The platform is not named either: what prints must choose one that needs no screen."""
    monkeypatch.delenv("QT_QPA_PLATFORM")
    name, *options = choice
    code, qt = loaded_by("export", database, *AGENDA, *options, "--output", f"{tmp_path}/{name}")
    assert code in {0, 3}
    assert "PySide6.QtGui" in qt
    assert "PySide6.QtWidgets" not in qt
    (made,) = tmp_path.rglob("*.pdf")
    told = subprocess.run(["pdftotext", made, "-"], capture_output=True, text=True, check=True).stdout
    assert "환영사" in told
    assert "歓迎の挨拶" in told


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_the_command_lines(command):
    ended = subprocess.run(
        [sys.executable, CHECKOUT / "main.py", command, "--help"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert command in ended.stdout


@pytest.mark.parametrize("arguments", [["--no-such-option"], ["one.parley", "two.parley"], ["export"]])
def test_a_wrong_command_is_2(arguments):
    ended = subprocess.run(
        [sys.executable, CHECKOUT / "main.py", *arguments], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
