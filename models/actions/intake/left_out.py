"""What was left out of a file when it was brought, known again when the same comes a second time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.actions.intake.chosen import steady_key
from models.intake.memory import Memory
from models.tables import FileInfo

if TYPE_CHECKING:
    from models.actions.intake.proposal import Line, Proposal
    from models.store import Database

Cells = frozenset[tuple[str, str]]
"""Steady keys of lines, each with a field; an empty one for the whole line."""


def left_out_before(database: Database, proposal: Proposal, memory: Memory | None = None) -> Cells:
    """Return the lines and cells of a proposal that were left out the last time."""
    kept = (memory or Memory()).left_out()
    if not kept:
        return frozenset()
    mark = _Marks(database, proposal)
    return frozenset(
        (steady_key(line), field)
        for line in proposal.lines
        for field in _fields(line)
        if mark.of(line, field) in kept
    )


def refusals_of(proposal: Proposal, left_out: Cells) -> frozenset[str | tuple[str, str]]:
    """Return what is left out as ``accept`` names it: by the keys of lines, and by key and field."""
    if not left_out:
        return frozenset()
    found: set[str | tuple[str, str]] = set()
    for line in proposal.lines:
        key = steady_key(line)
        if (key, "") in left_out:
            found.add(line.key)
        found |= {(line.key, field) for field in _fields(line) if field and (key, field) in left_out}
    return frozenset(found)


def keep_left_out(
    database: Database, proposal: Proposal, refused: frozenset[str | tuple[str, str]], memory: Memory
) -> None:
    """Remember what was left out, and forget it of what came in this time."""
    kept = memory.left_out()
    if not kept and not refused:
        return
    mark = _Marks(database, proposal)
    out: list[str] = []
    taken: list[str] = []
    for line in proposal.lines:
        for field in _fields(line):
            said = (line.key, field) if field else line.key
            (out if said in refused else taken).append(mark.of(line, field))
    memory.keep_left_out(out, taken)


def _fields(line: Line) -> Iterator[str]:
    """Yield what can be left out of a line: all of it, and each of its cells."""
    if line.steps:
        yield ""
        yield from dict.fromkeys(change.field for step in line.steps for change in step.changes)


class _Marks:
    """Names lines and cells by what they say, so that nobody can read it out of what is kept."""

    def __init__(self, database: Database, proposal: Proposal) -> None:
        (info,) = database.rows(FileInfo)
        self._about = (info.id, proposal.visit or "")

    def of(self, line: Line, field: str) -> str:
        """Return the mark of a line, or of a cell of it."""
        texts = sorted(
            f"{change.field}={change.text}"
            for step in line.steps
            for change in step.changes
            if field in ("", change.field)
        )
        said = "\x1f".join((*self._about, line.kind, line.name, field, *texts))
        return hashlib.sha256(said.encode()).hexdigest()[:32]
