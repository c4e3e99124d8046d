"""From a Word agenda to a proposal: its lines beside what was understood, and what that would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.actions.intake.proposal import CellChange, Line, Proposal, State, Step
from models.errors import ImportProblem
from models.intake.agenda.read import AgendaContext, read_agenda
from models.intake.agenda.records import agenda_records
from models.intake.readers.word import read_word
from models.tables.choices import ItemKind

if TYPE_CHECKING:
    from models.store import Database


def preview_agenda(
    database: Database,
    path: Path,
    visit: str | None,
    *,
    answers: Mapping[str, str] | None = None,
    unsure: str = "",
    language: str = "",
) -> Proposal:
    """Return what a Word agenda would change; raises the SourceProblem or ImportProblem that fits."""
    from models.actions.intake.preview import context_of, propose

    known = context_of(database, visit)
    agenda = read_agenda(read_word(path), AgendaContext(tuple(known.languages), known.first))
    if not agenda.items:
        raise ImportProblem(reason="no-agenda", path=path.name)
    records = agenda_records(agenda, known.languages)
    proposal = propose(database, records, visit, answers=answers, unsure=unsure, language=language)
    lines = tuple(_kept_kinds(line) for line in proposal.lines)
    return replace(proposal, lines=lines, notices=(*proposal.notices, *agenda.notices), agenda=agenda)


def _kept_kinds(line: Line) -> Line:
    """Leave the kinds that the office has given: no agenda says a kind, it is taken from the words."""
    steps = tuple(step for each in line.steps if (step := _kept_kind(each)) is not None)
    if len(steps) == len(line.steps) and all(a is b for a, b in zip(steps, line.steps, strict=True)):
        return line
    state = State.SAME if line.state is State.CHANGED and not steps else line.state
    return replace(line, steps=steps, state=state)


def _kept_kind(step: Step) -> Step | None:
    if step.table != "schedule_item" or step.new:
        return step
    changes = tuple(each for each in step.changes if not _overrules(each))
    if len(changes) == len(step.changes):
        return step
    return step._replace(changes=changes) if changes or step.links else None


def _overrules(change: CellChange) -> bool:
    return change.field == "kind" and change.old not in (None, ItemKind.OTHER)
