"""How much torture: the figures of the whole run, or what the environment says."""

from __future__ import annotations

import os
import random
import sys


def size(name: str, default: int) -> int:
    """Return a size; ``PARLEY_TORTURE_KILLS=50 make torture`` makes one smaller."""
    return int(os.environ.get(f"PARLEY_TORTURE_{name.upper()}", str(default)))


def seeded(name: str) -> random.Random:
    """Return random numbers whose seed is printed; ``PARLEY_TORTURE_SEED`` takes one again."""
    seed = int(os.environ.get("PARLEY_TORTURE_SEED", "0")) or random.SystemRandom().randrange(1, 2**32)
    say(f"{name}: seed {seed}")
    return random.Random(seed)


def say(line: str) -> None:
    """Print a line of the report."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
