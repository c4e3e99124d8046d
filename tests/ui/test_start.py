"""What happens before the window or a command: which way, and the sentences when there is none."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from ui import start
from ui.display import has_display
from ui.spoken import screen_language

CHECKOUT = Path(__file__).resolve().parents[2]


def run_main(*arguments, **environment):
    """Run main.py as a user does, without a display unless one is given."""
    drop = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL", "LANG", "LANGUAGE"}
    kept = {name: value for name, value in os.environ.items() if name not in drop}
    return subprocess.run(
        [sys.executable, CHECKOUT / "main.py", *arguments],
        env={**kept, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("C.UTF-8", "There is no display"),
        ("ko_KR.UTF-8", "창을 열 화면이"),
        ("ja_JP.UTF-8", "ウィンドウを表示する"),
    ],
)
@pytest.mark.parametrize("arguments", [[], [str(CHECKOUT / "main.py")]])
def test_without_a_display_one_sentence_names_the_export(language, opening, arguments):
    ended = run_main(*arguments, LANG=language)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith(opening)
    assert ended.stderr.count("\n") == 1
    assert "main.py export" in ended.stderr


def test_without_a_display_a_file_that_is_not_there_is_named_as_well():
    ended = run_main("nothere.parley", LANG="C.UTF-8")
    assert ended.returncode == 1
    display, missing = ended.stderr.splitlines()
    assert display.startswith("There is no display")
    assert missing == "nothere.parley is not there; check the name and the folder."


@pytest.mark.parametrize(
    "environment",
    [
        {"DISPLAY": ":8123"},
        {"DISPLAY": "localhost:5999"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-8"},
    ],
)
def test_a_display_that_does_not_answer_is_none(environment):
    ended = run_main(**environment)
    assert ended.returncode == 1
    assert "There is no display" in ended.stderr


def test_version_is_that_of_the_project():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ended = run_main("--version")
    assert (ended.returncode, ended.stdout) == (0, f"Parley {project['version']}\n")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ja"}, "ja"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ja_JP.eucJP"}, "ja"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko_KR"}, "ko"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "ko:en"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": ""}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "PARLEY_LANGUAGE": "ja"}, "ja"),
    ],
)
def test_the_language_is_that_of_the_system(environment, language):
    assert screen_language(environment) == language


@pytest.mark.parametrize(
    ("python", "pyside", "refused"),
    [
        ((3, 11, 7), "6.11.3", False),
        ((3, 11, 7), "6.12.0", True),
        ((3, 10, 1), "6.12.0a1", True),
        ((3, 11, 9), "7.0.0", True),
        ((3, 12, 0), "6.12.0", False),
        ((3, 13, 1), "6.13.2", False),
    ],
)
def test_pyside_that_loses_none_is_refused(python, pyside, refused):
    assert start.loses_none(python, pyside) is refused


def test_the_sentence_about_pyside_names_the_fix(monkeypatch):
    monkeypatch.setattr("sys.version_info", (3, 11, 7, "final", 0))
    monkeypatch.setattr("PySide6.__version__", "6.12.0")
    sentence = start.problem_before_the_window()
    assert "PySide6 6.12.0 crashes on Python 3.11" in sentence
    assert "pip install -r requirements.txt" in sentence


def test_an_old_python_is_named(monkeypatch):
    monkeypatch.setattr("sys.version_info", (3, 10, 13, "final", 0))
    assert start.problem_before_the_window() == "Parley needs Python 3.11 or newer; this is 3.10."
    assert start.problem_before_a_command() == start.problem_before_the_window()


@pytest.mark.parametrize(
    ("lacking", "command"), [("PySide6", ""), ("sqlalchemy", "visits"), ("babel", "papers")]
)
def test_missing_libraries_are_named_with_what_to_type(lacking, command, monkeypatch, capsys):
    find = start.importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == lacking else find(name))
    assert start.start([command] if command else []) == 1
    assert f"({lacking}); type: pip install -r requirements.txt" in capsys.readouterr().err


def test_without_any_library_english_is_spoken():
    # -S and -I: Python without the environment's packages, as right after unpacking.
    ended = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(CHECKOUT)!r}); "
         "from ui.start import start; sys.exit(start([]))"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 1
    assert "PySide6, sqlalchemy, babel, platformdirs" in ended.stderr
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        ([], False),
        (["trip.parley"], False),
        (["visits", "trip.parley"], True),
        (["papers"], True),
        (["--help"], True),
        (["exprot"], True),
        (["trip.parley", "other.parley"], True),
    ],
)
def test_the_way_to_go(arguments, command):
    assert start.is_command(arguments) is command


@pytest.mark.parametrize(
    ("platform", "enough"),
    [
        ("offscreen", True),
        ("minimal", True),
        ("vnc:size=800x600", True),
        ("xcb;offscreen", True),
        ("", False),
        ("xcb", False),
        ("wayland", False),
        ("wayland-egl;xcb", False),
    ],
)
def test_qt_platforms_that_need_no_display(platform, enough):
    assert has_display({"QT_QPA_PLATFORM": platform}) is enough


def test_an_x_display_that_answers_is_one(monkeypatch, tmp_path):
    monkeypatch.setattr("ui.display.X_SOCKETS", str(tmp_path / "X"))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "X7"))
        server.listen()
        assert has_display({"DISPLAY": ":7.0"})
        assert not has_display({"DISPLAY": ":8"})


def test_an_x_display_at_the_end_of_a_network_is_one(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setattr("ui.display.X_PORTS", server.getsockname()[1] - 10)
        assert has_display({"DISPLAY": "localhost:10.0"})


def test_a_wayland_display_that_answers_is_one(tmp_path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        assert has_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})
