"""The whole torture: random merges."""

from __future__ import annotations

import os

from tests.torture.merges import random_merges
from tests.torture.sizes import seeded, size


def test_random_merges():
    random_merges(size("merges", 10_000), seeded("random merges"), together=os.cpu_count() or 1)
