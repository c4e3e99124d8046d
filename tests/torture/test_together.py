"""The whole torture: many at once."""

from __future__ import annotations

from tests.torture.sizes import size
from tests.torture.together import counting


def test_no_update_is_lost(tmp_path):
    seconds = size("seconds", 60)
    counting(tmp_path, size("processes", 6), seconds, size("saves", 10_000) * seconds // 60)
