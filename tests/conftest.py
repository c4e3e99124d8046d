"""The conditions of every test: one place and language, no hidden skip, no open() of a live database."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import settings

# As `make test` sets them, so that pytest alone and what it starts see the same.
os.environ.update(
    QT_QPA_PLATFORM="offscreen", TZ="America/New_York", LANG="C.UTF-8", LC_ALL="C.UTF-8", LANGUAGE=""
)
for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PARLEY_LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY"):
    os.environ.pop(name, None)
# The settings and the data of whoever runs the tests are not theirs to read or to change.
_own_folder = tempfile.TemporaryDirectory(prefix="parley-tests-")
for name in ("CONFIG", "DATA", "STATE"):
    os.environ[f"XDG_{name}_HOME"] = f"{_own_folder.name}/{name.lower()}"
if hasattr(time, "tzset"):
    time.tzset()

from tests.live_files import guard  # noqa: E402

CHECKOUT = Path(__file__).resolve().parent.parent
SCHEMA = CHECKOUT.parent / "shared" / "ooxml"

# No deadline: a busy machine is no failure. The same examples in every run, so that a failure is one for all.
settings.register_profile("parley", deadline=None, derandomize=True, database=None)
settings.load_profile("parley")


@pytest.fixture(autouse=True)
def no_open_of_live_databases(request):
    """Fail a test that opens a database file which SQLite holds open: closing drops SQLite's locks."""
    if request.node.get_closest_marker("live_files"):
        yield
        return
    with guard() as offences:
        yield
    assert not offences, "opened a live database file: " + "; ".join(offences)


@pytest.fixture
def pytester_run(tmp_path):
    """Run a test file under these very conditions, in a checkout of its own, and return how that ended."""

    def run(code):
        tests = tmp_path / "checkout" / "tests"
        tests.mkdir(parents=True)
        for name in ("conftest.py", "live_files.py"):
            (tests / name).write_text(
                (CHECKOUT / "tests" / name).read_text(encoding="utf-8"), encoding="utf-8"
            )
        (tests.parent / "pyproject.toml").write_text(
            (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8"
        )
        (tests / "test_inner.py").write_text(dedent(code), encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
        return subprocess.run(command, cwd=tests.parent, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def schema_folder():
    """Return the folder of the schema for Word files; tests marked `schema` may be skipped by it."""
    if not SCHEMA.is_dir():
        pytest.skip("the schema does not stand beside the checkout")
    return SCHEMA


def may_skip(item: pytest.Item) -> bool:
    """Tell whether a test may be skipped: the schema check may, where the schema is missing."""
    return item.get_closest_marker("schema") is not None and not SCHEMA.is_dir()


def no_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure that says why: what is not checked may not look as if it were."""
    if report.skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"A check was skipped, and skips hide nothing here. {reason}"
        report.__dict__.pop("wasxfail", None)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if not may_skip(item):
        no_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    report = yield
    no_skip(report)
    return report


def pytest_unconfigure():
    _own_folder.cleanup()


def pytest_terminal_summary(terminalreporter):
    if not SCHEMA.is_dir():
        terminalreporter.write_line(
            "Schema check not run: the schema (../shared/ooxml) does not stand beside this checkout.",
            yellow=True,
        )
