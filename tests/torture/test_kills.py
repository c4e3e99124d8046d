"""The whole torture: kill -9."""

from __future__ import annotations

import pytest

from tests.torture import kills
from tests.torture.sizes import seeded, size


@pytest.mark.parametrize(
    ("what", "number"),
    [
        (kills.during_saves, 1000),
        (kills.during_migrations, 200),
        (kills.during_merges, 200),
        (kills.during_backups, 200),
        (kills.during_restores, 200),
        (kills.during_replacements, 200),
    ],
)
def test_kills(what, number, tmp_path):
    what(tmp_path, size("save_kills" if number == 1000 else "kills", number), seeded(what.__name__))
