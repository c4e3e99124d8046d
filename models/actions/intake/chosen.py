"""A proposal in which the user has decided what doubtful cells say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from models.actions.intake.proposal import CellChange, Line, Proposal, State, Step

Chosen = Mapping[tuple[str, str], Any]
"""The values that were chosen, by the steady key of a line and the field."""


def steady_key(line: Line) -> str:
    """Return a key of a line that is the same when its file is read again."""
    # What is only mentioned has the key of a row that is made anew each time.
    return f"{line.kind}:{line.name}:{line.origin.address}" if line.mentioned else line.key


def with_chosen(proposal: Proposal, chosen: Chosen, *, settled: bool = False) -> Proposal:
    """Return the proposal with the values that were chosen; what was decided is doubtful no more.

    ``settled`` leaves out what was decided as it stands already.
    """
    if not chosen:
        return proposal
    keys = {key for key, _field in chosen}
    lines = tuple(_line(line, chosen) if steady_key(line) in keys else line for line in proposal.lines)
    if settled:
        lines = tuple(_changing(line) if steady_key(line) in keys else line for line in lines)
    return replace(proposal, lines=lines)


def _changing(line: Line) -> Line:
    """Return a line without changes that change nothing."""
    kept: list[Step] = []
    for step in line.steps:
        changes = tuple(each for each in step.changes if step.new or each.old != each.new)
        if changes:
            kept.append(step._replace(changes=changes) if len(changes) < len(step.changes) else step)
    state = State.SAME if line.state is State.CHANGED and not kept else line.state
    return replace(line, steps=tuple(kept), state=state)


def _line(line: Line, chosen: Chosen) -> Line:
    return replace(line, steps=tuple(_step(steady_key(line), step, chosen) for step in line.steps))


def _step(key: str, step: Step, chosen: Chosen) -> Step:
    if not any((key, change.field) in chosen for change in step.changes):
        return step
    # The row that was made ready holds what was understood at first.
    return step._replace(changes=tuple(_change(key, change, chosen) for change in step.changes), whole=None)


def _change(key: str, change: CellChange, chosen: Chosen) -> CellChange:
    if (key, change.field) not in chosen:
        return change
    value = chosen[key, change.field]
    others = (change.new, *(each for each in change.options if each != value))
    return change._replace(new=value, doubt=None, options=tuple(each for each in others if each != value))
