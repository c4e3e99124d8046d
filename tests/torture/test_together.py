"""The whole torture: many at once."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from tests.torture.sizes import say, size
from tests.torture.together import counting

MEMORY = Path("/dev/shm")


@pytest.fixture
def quick_folder(tmp_path):
    """Give a folder in memory where there is one: locks are the same there, and no disk slows the race."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="parley-", dir=MEMORY))
    say(f"many at once: in memory ({MEMORY}), where more saves fit into the time")
    yield folder
    shutil.rmtree(folder)


def test_no_update_is_lost(quick_folder):
    seconds = size("seconds", 60)
    counting(quick_folder, size("processes", 6), seconds, size("saves", 10_000) * seconds // 60)
