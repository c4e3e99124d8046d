"""The whole torture: bad files."""

from __future__ import annotations

from tests.torture.bad_files import fuzzed, kinds
from tests.torture.kinds_of_bad_files import KINDS
from tests.torture.sizes import seeded, size


def test_forty_kinds(tmp_path):
    assert len(KINDS) >= 40
    kinds(tmp_path, KINDS)


def test_fuzzed(tmp_path):
    fuzzed(tmp_path, size("fuzzed", 10_000), seeded("fuzzed files"))
