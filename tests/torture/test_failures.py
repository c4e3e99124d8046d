"""The whole torture: writing fails."""

from __future__ import annotations

from tests.torture.failures import full_disks, limits_of_size
from tests.torture.sizes import seeded, size


def test_limits_of_size(tmp_path):
    limits_of_size(tmp_path, size("failures", 500), seeded("limits of size"))


def test_full_disks(tmp_path):
    full_disks(tmp_path, size("full_disks", 200), seeded("full disks"))
