"""A short form of each torture; the long ones are `make torture`."""

from __future__ import annotations

import random

import pytest

from tests.torture import kills
from tests.torture.bad_files import fuzzed, kinds
from tests.torture.failures import limits_of_size
from tests.torture.kinds_of_bad_files import KINDS
from tests.torture.together import counting


@pytest.mark.parametrize(
    ("what", "number"),
    [
        (kills.during_saves, 6),
        (kills.during_migrations, 3),
        (kills.during_merges, 3),
        (kills.during_backups, 2),
        (kills.during_restores, 2),
        (kills.during_replacements, 3),
    ],
)
def test_a_killed_process_leaves_nothing_by_half(what, number, tmp_path):
    what(tmp_path, number, random.Random(7))


def test_many_at_once_lose_nothing(tmp_path):
    counting(tmp_path, 3, 1.0, 5)


def test_a_write_that_fails_tears_nothing(tmp_path):
    limits_of_size(tmp_path, 10, random.Random(7))


def test_forty_kinds_of_bad_files_are_named_and_left_alone(tmp_path):
    assert len(KINDS) >= 40
    kinds(tmp_path, KINDS)


def test_files_spoilt_by_chance_are_named_and_left_alone(tmp_path):
    fuzzed(tmp_path, 40, random.Random(7))
