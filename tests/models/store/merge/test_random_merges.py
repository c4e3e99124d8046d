"""The short form of the torture: random merges against plain SQL, and what hypothesis finds."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.models.store.merge.copies import make_base
from tests.torture.merges import fast_folder, pair, random_merges, triple


def test_random_merges_agree_with_plain_sql():
    met = random_merges(8, random.Random(20240730))
    assert met["taken unasked"] > 5


@settings(max_examples=2)
@given(st.integers(0, 2**32 - 1))
def test_any_run_on_two_copies(seed):
    _in_a_folder(pair, seed)


@settings(max_examples=2)
@given(st.integers(0, 2**32 - 1))
def test_any_run_on_three_copies(seed):
    _in_a_folder(triple, seed)


def _in_a_folder(trial, seed):
    with TemporaryDirectory(dir=fast_folder()) as name:
        base = Path(name) / "base.parley"
        make_base(base)
        trial(base, Path(name), seed, Counter())


@pytest.mark.parametrize("seed", [3006060925])
def test_runs_that_once_came_to_something_else(seed):
    """One removed a row that the other removed and brought back: the journal must say that it stays."""
    _in_a_folder(pair, seed)
