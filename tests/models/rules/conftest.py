"""One database for all tests of rules; each test builds a visit of its own in it."""

from __future__ import annotations

import pytest

from models.store import Database, Profile
from tests.models.rules.planner import planned


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("rules") / "rules.parley"
    with Database.create(path, Profile("author", "Author", "device")) as database:
        yield database


@pytest.fixture
def plan(database):
    """Return the function that builds a visit and loads it."""
    return lambda act: planned(database, act)
