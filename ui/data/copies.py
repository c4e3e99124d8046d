"""Copies: one to take along, and bringing one home, with what has to be decided first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.actions import copies as actions
from models.actions.merge import Stage, merge_copy, preview_merge, visits_touched
from models.errors import Cancelled
from models.rules.findings import Severity, findings
from models.store.merge import Choice
from ui.values_safety import MergeDone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from models.store.merge import MergePlan
    from ui.data.door import Door

__all__ = ["HomeAt", "Stage", "bring_home", "preview", "take_along"]


def take_along(
    door: Door, target: Path, progress: Callable[[int, int], None], stopped: Callable[[], bool]
) -> Path:
    """Write a copy to a path where nothing is yet, whole or not at all; raises Cancelled."""

    def told(done: int, total: int) -> None:
        if stopped():
            raise Cancelled
        progress(done, total)

    with door.open() as database:
        return actions.take_copy(database, target, told)


def preview(door: Door, other: Path) -> MergePlan:
    """Say what bringing a copy home would do; nothing is written anywhere."""
    with door.open() as database:
        return preview_merge(database, other)


def bring_home(
    door: Door,
    other: Path,
    decisions: Mapping[str, Choice],
    progress: Callable[[str], None],
    stopped: Callable[[], bool],
) -> MergeDone:
    """Merge a copy, as one step that can be undone, and look over the visits that it touched.

    Raises OpenQuestions where something is to be decided that was not (somebody may have saved since the
    preview), and Cancelled, with nothing merged.
    """

    def told(stage: Stage) -> None:
        if stopped():
            raise Cancelled
        progress(stage.value)

    with door.open() as database:
        done = merge_copy(database, other, decisions, progress=told)
        visits = visits_touched(database, done.touched)
    wrong = sum(finding.severity is Severity.ERROR for visit in visits for finding in findings(visit))
    counts = done.value.counts
    return MergeDone(
        done.change_set,
        counts.change_sets,
        counts.added,
        counts.changed,
        counts.removed,
        done.value.decided,
        wrong,
    )


class HomeAt:
    """One copy that is to be brought home into the open file, as the dialog asks for it."""

    def __init__(self, door: Door, other: Path) -> None:
        self._door, self._other = door, other

    def preview(self) -> MergePlan:
        """Say what it would do."""
        return preview(self._door, self._other)

    def merge(
        self, decisions: Mapping[str, str], progress: Callable[[str], None], stopped: Callable[[], bool]
    ) -> MergeDone:
        """Do it as decided."""
        chosen = {key: Choice(choice) for key, choice in decisions.items()}
        return bring_home(self._door, self._other, chosen, progress, stopped)
