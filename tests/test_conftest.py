"""The conditions themselves: a skip fails the run, except that of the schema check."""

from __future__ import annotations

import pytest

SKIPS = [
    "import pytest\ndef test_it(): pytest.skip('no program')",
    "import pytest\n@pytest.mark.skip(reason='no program')\ndef test_it(): pass",
    "import pytest\n@pytest.mark.xfail(reason='no program')\ndef test_it(): assert False",
    "import pytest\npytest.skip('no program', allow_module_level=True)",
    "import pytest\n@pytest.fixture\ndef thing(): pytest.skip('no program')\ndef test_it(thing): pass",
]


@pytest.mark.parametrize("code", SKIPS)
def test_a_skip_fails_the_run_and_says_why(pytester_run, code):
    outcome = pytester_run(code)
    assert outcome.returncode != 0
    assert "skips hide nothing" in outcome.stdout
    assert "no program" in outcome.stdout


SCHEMA_CHECK = "import pytest\n@pytest.mark.schema\ndef test_it(schema_folder): assert schema_folder.is_dir()"


def test_the_schema_check_runs_where_the_schema_is(pytester_run, tmp_path):
    (tmp_path / "shared" / "ooxml").mkdir(parents=True)
    outcome = pytester_run(SCHEMA_CHECK)
    assert "1 passed" in outcome.stdout
    assert "Schema check not run" not in outcome.stdout


def test_the_schema_check_may_be_skipped_where_it_is_not_and_the_run_says_so(pytester_run):
    outcome = pytester_run(SCHEMA_CHECK)
    assert outcome.returncode == 0
    assert "1 skipped" in outcome.stdout
    assert "Schema check not run" in outcome.stdout


def test_the_schema_check_may_not_be_skipped_where_the_schema_is(pytester_run, tmp_path):
    (tmp_path / "shared" / "ooxml").mkdir(parents=True)
    outcome = pytester_run("import pytest\n@pytest.mark.schema\ndef test_it(): pytest.skip('lazy')")
    assert outcome.returncode == 1


def test_a_warning_fails_the_test(pytester_run):
    outcome = pytester_run("import warnings\ndef test_it(): warnings.warn('old', DeprecationWarning)")
    assert outcome.returncode == 1
