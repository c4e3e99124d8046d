"""What a sheet is made of: columns, blocks of columns that fill a table, links that a list makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import NamedTuple


class In3(NamedTuple):
    """A heading or a sentence in the three languages of the interface."""

    ko: str
    ja: str
    en: str

    def said(self, language: str) -> str:
        """Return it in a language; English where there is none."""
        return {"ko": self.ko, "ja": self.ja}.get(language, self.en)


def called(names: str) -> tuple[str, ...]:
    """Return the names of a list that upright strokes divide."""
    return tuple(names.split("|"))


class Holds(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    LINES = "lines"
    LOCALISED = "localised"
    DATE = "date"
    TIME = "time"
    PARTIAL = "partial"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    ZONE = "zone"
    TAGS = "tags"
    CODES = "codes"
    ONE = "one"
    """One row of another sheet."""
    SEVERAL = "several"
    """A list of rows of other sheets, kept as links."""
    FULL_NAME = "full name"
    MOMENT = "moment"
    """A day, with one or two times of day."""
    TIMES = "times"
    """From when to when."""
    NUMBERING = "numbering"
    """Counts the lines and means nothing."""


@dataclass(frozen=True, slots=True)
class Link:
    """How a list in a cell is kept: rows of a table between the block's row and each that is named."""

    table: str
    by: str
    ends: Mapping[str, str]
    """The column for each sheet that may be named, in the order in which they are tried."""
    fixed: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is declared: its name in records, what it holds, what it may be called."""

    name: str
    holds: Holds
    heading: In3
    synonyms: tuple[str, ...] = ()
    hint: In3 | None = None
    field: str = ""
    """The field of the table, where it is called otherwise than the column."""
    choice: type[StrEnum] | None = None
    to: str = ""
    """The sheet that a reference leads to."""
    link: Link | None = None
    parts: tuple[str, ...] = ()
    """Which columns a cell fills that holds several things."""
    each: bool = False
    """Whether several named in one cell are a line each: the passengers of a flight."""
    reads: bool = True
    writes: bool = True
    """Whether it stands in our own workbooks; others are only understood in those of others."""
    sensitive: bool = False
    rare: bool = False

    @property
    def stored(self) -> str:
        """Return the field that keeps it."""
        if self.field:
            return self.field
        return f"{self.name}_id" if self.holds is Holds.ONE else self.name


@dataclass(frozen=True, slots=True)
class Block:
    """The columns that fill one table."""

    table: str
    columns: tuple[Column, ...]
    parent: str = ""
    """The field that leads to the row of the block before it."""
    visit: bool = False
    """Whether its rows belong to the visit directly."""
    identity: tuple[tuple[str, ...], ...] = ()
    """By which fields together a row is known again, one way after the other."""
    needs: tuple[str, ...] = ()
    """Without which there is nothing to add."""
    creates: bool = False
    """Whether a mere mention makes a row where none is known."""

    by_name: Mapping[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {column.name: column for column in self.columns})

    def column(self, name: str) -> Column | None:
        """Return a column by its name, without its language."""
        return self.by_name.get(name)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of thing that can be brought: its name, its blocks, and a line of guidance."""

    name: str
    title: In3
    blocks: tuple[Block, ...]
    synonyms: tuple[str, ...] = ()
    main: bool = True
    """One of the sheets that everybody needs; the others keep what is rare."""
    also: tuple[str, ...] = ()
    """Sheets whose columns may stand in the same list of another office: the people of a delegation."""

    beside: tuple[Column, ...] = ()
    """Columns that lists of others have in the same row, and that become records of other sheets."""

    def columns(self) -> Iterator[Column]:
        """Yield the columns of all blocks."""
        for block in self.blocks:
            yield from block.columns

    def column(self, name: str) -> Column | None:
        """Return a column by its name, without its language."""
        plain = name.partition(".")[0]
        return next((each for each in self.columns() if each.name == plain), None)
