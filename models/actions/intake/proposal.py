"""What a file would change, as values: shown, refused in part, and then accepted as one change set."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from models.intake.agenda.agenda import Agenda
from models.intake.grid import Notice, Origin
from models.intake.record import Doubt, Unreadable
from models.intake.understand import Reading

NOWHERE = Origin()
NO_FIELDS: Mapping[str, Any] = MappingProxyType({})


class State(StrEnum):
    """What a line of a file means to the database."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


class CellChange(NamedTuple):
    """One field: what stands there, what would, and from which cell."""

    field: str
    old: Any
    new: Any
    text: str = ""
    origin: Origin = NOWHERE
    doubt: Doubt | None = None
    options: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """A list of rows that a cell links: the links as they are, and as they would be, by their ends."""

    table: str
    by: str
    column: str
    fixed: Mapping[str, Any]
    ends: tuple[tuple[str, str], ...]
    """Column and id of each that is named, in their order."""


class Step(NamedTuple):
    """What happens to one row of a table."""

    table: str
    row: str
    new: bool
    changes: tuple[CellChange, ...]
    fixed: Mapping[str, Any] = NO_FIELDS
    """Fields of a new row that no cell says: what it belongs to."""
    links: tuple[Linked, ...] = ()
    whole: Mapping[str, Any] | None = None
    """A new row with every field, as it would be if nothing is refused."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell, or a whole row, that cannot be taken: where, what stands there, and why."""

    field: str
    text: str
    origin: Origin
    reason: Unreadable
    whole_row: bool = False
    values: Mapping[str, object] = dataclasses.field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Question:
    """Whether somebody or something in the file is one that is known; candidates as id and name."""

    key: str
    table: str
    text: str
    origin: Origin
    candidates: tuple[tuple[str, str], ...]
    facts: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict[str, tuple[str, ...]])
    """What tells the candidates apart, by id: where somebody works, the position, the e-mail."""
    brought: frozenset[str] = frozenset()
    """Candidates that the same file brings."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: what it is about and what it would change."""

    key: str
    kind: str
    state: State
    name: str
    origin: Origin
    row: str
    """The id of the row that it is about, also of one that is not there yet."""
    steps: tuple[Step, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    mentioned: bool = False
    """Only named by other lines, and added with them."""
    mentioned_in: tuple[Origin, ...] = ()
    """The lines that name it, where it is only mentioned."""
    joins: str = ""
    """What the delegation is called that somebody joins by this line."""

    @property
    def doubtful(self) -> bool:
        """Tell whether anything in it wants to be looked at."""
        return bool(self.refusals) or any(
            change.doubt is not None for step in self.steps for change in step.changes
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many lines are new, change something, change nothing; how many refusals there are."""

    new: int
    changed: int
    same: int
    refused: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything that a file would change."""

    source: str
    visit: str | None
    """The id of the visit, also of one that the file brings."""
    lines: tuple[Line, ...]
    questions: tuple[Question, ...] = ()
    notices: tuple[Notice, ...] = ()
    names: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])
    """What the rows are called that changes refer to, by id."""
    reading: Reading | None = None
    """The sheets and how their columns were understood, where the source has any."""
    agenda: Agenda | None = None
    """The days and entries, and each line beside them, where the source is a Word agenda."""

    @property
    def counts(self) -> Counts:
        """Count the lines."""
        states = [line.state for line in self.lines]
        return Counts(
            states.count(State.NEW),
            states.count(State.CHANGED),
            states.count(State.SAME),
            sum(len(line.refusals) for line in self.lines),
        )

    @property
    def refusals(self) -> tuple[tuple[Line, Refusal], ...]:
        """Return all that cannot be taken, with its line."""
        return tuple((line, refusal) for line in self.lines for refusal in line.refusals)
