"""A claim about speed: what we do against the floor, in turn, in one run."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Ratio:
    """Medians in seconds of a floor and of ours, and the median of the ratios pair by pair."""

    name: str
    floor: float
    ours: float
    ratio: float
    spread: tuple[float, float]
    target: float

    def __str__(self) -> str:
        verdict = "reached" if self.ratio <= self.target else "NOT REACHED"
        low, high = self.spread
        return (
            f"{self.name}: {self.ratio:.2f} of the floor (pairs {low:.2f} to {high:.2f};"
            f" floor {self.floor * 1000:.1f} ms, ours {self.ours * 1000:.1f} ms;"
            f" at most {self.target:g}: {verdict})"
        )


def compare(
    name: str, floor: Callable[[], object], ours: Callable[[], object], target: float, rounds: int = 15
) -> Ratio:
    """Time two functions in turn, after a warm-up of each, and print the ratio."""
    return of_pairs(name, [(timed(floor), timed(ours)) for _ in range(rounds + 1)][1:], target)


def of_pairs(name: str, pairs: list[tuple[float, float]], target: float) -> Ratio:
    """Make and print the ratio of pairs of seconds: floor, ours."""
    ratios = sorted(ours / floor for floor, ours in pairs)
    found = Ratio(
        name,
        median(floor for floor, _ in pairs),
        median(ours for _, ours in pairs),
        median(ratios),
        (ratios[0], ratios[-1]),
        target,
    )
    print(f"\n{found}")
    return found


def timed(act: Callable[[], object]) -> float:
    """Return the seconds that a function takes, with the garbage of the one before gone."""
    gc.collect()
    begin = perf_counter()
    act()
    return perf_counter() - begin
