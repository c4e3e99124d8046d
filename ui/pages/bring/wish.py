"""What is asked about a file, and what is answered, as values that leave the window: no Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.actions.intake import Line, Proposal, Question
    from models.errors import ParleyError
    from models.text.catalogue import Words
    from ui.widgets.rows import Group, ListRow

Refused = frozenset[tuple[str, str]]
"""What the user does not take: the steady key of a line, and a field of it (an empty one for all of it)."""


@dataclass(frozen=True, slots=True)
class SheetWish:
    """What the user says of one sheet."""

    kind: str = ""
    columns: Mapping[int, str] = field(default_factory=dict[int, str])
    """The field of a column by its place; empty where the column is left out."""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A file or pasted rows, and all that the user said of them."""

    source: Path | str
    name: str
    """What the source is called on the screen."""
    visit: str = ""
    visit_said: bool = False
    """Whether the user named the visit; else it is the one that was open, unless the file has its own."""
    delegation: str = ""
    sheets: Mapping[str, SheetWish] = field(default_factory=dict[str, SheetWish])
    answers: Mapping[str, str] = field(default_factory=dict[str, str])
    """To questions about who is meant, by their keys: an id, or "new"."""
    values: Mapping[tuple[str, str], Any] = field(default_factory=dict[tuple[str, str], Any])
    """What was chosen for doubtful cells, by the steady key of the line and the field."""
    places: Mapping[str, Part] = field(default_factory=dict[str, "Part"])
    """Where lines stand of which something was decided: they stay there until the file is left."""

    def with_sheet(self, name: str, said: SheetWish) -> Wish:
        """Return the wish with something said of a sheet."""
        return replace(self, sheets={**self.sheets, name: said})

    def with_answer(self, key: str, answer: str) -> Wish:
        """Return the wish with a question answered."""
        return replace(self, answers={**self.answers, key: answer})

    def with_places(self, lines: Iterable[LineView]) -> Wish:
        """Return the wish by which lines stay where they stand."""
        return replace(self, places={**{line.key: line.part for line in lines}, **self.places})

    def with_value(self, line: str, name: str, value: Any) -> Wish:
        """Return the wish with another value for a doubtful cell."""
        return replace(self, values={**self.values, (line, name): value})


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of a sheet: where it is, what stands in it, and what it was taken for."""

    place: int
    letters: str
    heading: str
    samples: tuple[str, ...]
    taken: str
    """The field; empty where the column is left out."""
    certain: bool = True


class Target(NamedTuple):
    """What a column can be taken for: its field, its name, what it is about, and what else it is called."""

    field: str
    text: str
    about: str
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet of the file."""

    name: str
    kind: str
    """What it holds; empty where nothing was understood."""
    own: bool = False
    """Whether we wrote it, so that nothing in it is guessed."""
    remembered: bool = False
    left_out: bool = False
    lines: int = 0
    columns: tuple[ColumnView, ...] = ()

    @property
    def guessed(self) -> int:
        """Count the columns to look at: not certain, or with a heading that means nothing known."""
        return sum(1 for each in self.columns if not each.certain and (each.taken or each.heading))


class Part(Enum):
    """Where a line stands in the difference; those to look at first come first."""

    QUESTION = "question"
    UNREAD = "unread"
    DOUBTFUL = "doubtful"
    CHANGED = "changed"
    NEW = "new"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class LineView:
    """A line as the list shows it, in the language of the screen."""

    key: str
    """Steady: the same when the file is read again."""
    part: Part
    name: str
    detail: str
    """What kind of thing it is, and where it stands."""
    source: str
    """The text of the file, where it is an agenda."""
    changes: tuple[str, ...]
    """What it changes, cell by cell."""
    found: str = ""
    """What is to be looked at, in two or three words."""
    severe: bool = False
    takes: bool = True
    """Whether there is anything to take of it."""
    line: Line | None = None
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of an agenda beside what was understood of it."""

    key: str
    place: str
    text: str
    role: str
    taken: str
    doubt: str
    line: str
    """The steady key of the line that it went into; empty for none."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of looking into a file: a proposal, or the problem that stands against it."""

    wish: Wish
    proposal: Proposal | None = None
    problem: ParleyError | None = None
    sheets: tuple[SheetView, ...] = ()
    lines: tuple[LineView, ...] = ()
    source_lines: tuple[SourceLine, ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    """What a sheet can hold: name and title."""
    targets: Mapping[str, tuple[Target, ...]] = field(default_factory=dict[str, tuple[Target, ...]])
    """What a column can be, by the kind of its sheet."""
    delegations: tuple[tuple[str, str], ...] = ()
    """Those of the visit to whom the people of a list may belong, where that has to be said."""
    book: Any = None
    """The file as it was read, so that it need not be read again."""
    rows: tuple[Group | ListRow, ...] = ()
    """The rows of the list, as they are with what was refused when this was asked for."""
    refused: Refused = frozenset()
    left_out_before: Refused = frozenset()
    """What is refused because it was left out the last time that this was brought."""

    @property
    def is_agenda(self) -> bool:
        """Tell whether it is a Word agenda, whose lines stand beside what was understood."""
        return self.proposal is not None and self.proposal.agenda is not None


@dataclass(frozen=True, slots=True)
class Asked:
    """A wish, what was refused so far, and the language in which the answer is said."""

    wish: Wish
    words: Words
    book: Any = None
    refused: Refused = frozenset()
    taken_back: Refused = frozenset()
    """What was left out the last time and is to come in now."""
