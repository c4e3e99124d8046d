"""The set-up: pins, commands, contracts, and what must hold of the interpreter and of PySide6."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")


def text_of(name):
    return (CHECKOUT / name).read_text(encoding="utf-8")


def pins(name):
    """Return each pinned line, its continuation lines joined."""
    joined = text_of(name).replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def configuration():
    return tomllib.loads(text_of("pyproject.toml"))


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_pin_is_exact_and_hashed(name):
    assert len(pins(name)) > 10
    for line in pins(name):
        assert re.match(r"[a-z0-9._-]+==\S+ ", line), line
        assert "--hash=sha256:" in line, line


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_no_pin_names_a_host(name):
    assert "://" not in text_of(name)
    assert not re.search(r"^\s*(--(extra-)?index-url|-i|--find-links|-f)\b", text_of(name), re.MULTILINE)


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_pyside_is_pinned_for_both_ranges_of_python(name):
    found = {}
    for line in pins(name):
        match = re.match(r"pyside6-essentials==(\d+)\.(\d+)\S* ; python_full_version (\S+ '3.12')", line)
        if match:
            found[match[3]] = (int(match[1]), int(match[2]))
    assert set(found) == {"< '3.12'", ">= '3.12'"}
    assert (6, 10) <= found["< '3.12'"] < (6, 12)
    assert found[">= '3.12'"] >= (6, 10)


def test_the_rule_of_the_pyside_pin_is_in_the_project():
    wanted = configuration()["project"]["dependencies"]
    assert "PySide6-Essentials>=6.10,<6.12; python_version < '3.12'" in wanted
    assert "PySide6-Essentials>=6.10; python_version >= '3.12'" in wanted


def test_development_pins_agree_with_those_it_runs_with():
    development = {line.split(" --hash")[0].strip() for line in pins("requirements-dev.txt")}
    assert {line.split(" --hash")[0].strip() for line in pins("requirements.txt")} <= development


def test_calls_that_return_none_do_not_lose_none():
    code = (
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "for _ in range(20_000):\n"
        "    assert thing.setObjectName('x') is None\n"
        "print('whole')"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "whole\n"), ended.stderr


if sys.platform.startswith("linux"):  # elsewhere Qt brings all of them

    def test_every_library_of_the_window_is_there():
        import PySide6

        qt = Path(PySide6.__file__).parent / "Qt"
        libraries = [qt / "plugins" / "platforms" / "libqxcb.so", qt / "lib" / "libQt6XcbQpa.so.6"]
        ended = subprocess.run(["ldd", *libraries], capture_output=True, text=True, check=True)
        assert "libxcb-cursor" in ended.stdout
        assert "not found" not in ended.stdout


def test_continuous_integration_runs_make_test(tmp_path):
    (tmp_path / "make").write_text("#!/bin/sh\necho make $* in $PWD\n")
    (tmp_path / "make").chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    ended = subprocess.run(
        [CHECKOUT / ".ci" / "run"], cwd="/", env=environment, capture_output=True, text=True, check=False
    )
    assert ended.stdout == f"make test in {CHECKOUT}\n"


def test_make_explains_its_commands():
    by_default, asked = (
        subprocess.run(["make", *words], cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
        for words in ([], ["help"])
    )
    assert by_default == asked
    for command in ("run", "test", "sample", "bench", "screens", "lock"):
        assert re.search(rf"^ *make {command} +\w+", asked, re.MULTILINE), asked


def test_the_checks_of_make_test_are_all_there():
    plan = subprocess.run(
        ["make", "--dry-run", "test"], cwd=CHECKOUT, capture_output=True, text=True, check=True
    ).stdout
    checks = ["ruff format --check", "ruff check", "basedpyright", "lint-imports", "pytest"]
    places = [plan.index(check) for check in checks]
    assert places == sorted(places)


def test_types_are_strict_where_the_core_is():
    checker = configuration()["tool"]["basedpyright"]
    assert set(checker["strict"]) == {"models", "exporters"}
    assert {"ui", "main.py"} <= set(checker["include"])


def test_the_layers_are_exhaustive_without_exceptions():
    contracts = configuration()["tool"]["importlinter"]["contracts"]
    inside = [contract for contract in contracts if "containers" in contract]
    assert {contract["containers"][0] for contract in inside} == {"models", "exporters"}
    for contract in inside:
        assert contract["exhaustive"] is True
        assert "exhaustive_ignores" not in contract
        assert not any("(" in layer for layer in contract["layers"])


def test_make_without_a_fit_python_says_so(tmp_path):
    (tmp_path / "Makefile").write_text(text_of("Makefile"))
    (tmp_path / "requirements.txt").touch()
    ended = subprocess.run(
        ["make", "PYTHON=/bin/false", "run"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ended.returncode != 0
    assert "Parley needs Python 3.11 or newer" in ended.stderr
    assert not (tmp_path / ".venv").exists()
