"""An agenda as it was understood: days, entries, talks, speakers; each piece with its source and doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.intake.grid import Notice, Origin
from models.intake.record import Doubt, Parsed

Texts = Mapping[str, Parsed]
"""A text in each language."""


class LineRole(StrEnum):
    """What a line of the file was taken for."""

    DAY = "day"
    ITEM = "item"
    TALK = "talk"
    SPEAKER = "speaker"
    PLACE = "place"
    REMARK = "remark"
    HEADING = "heading"
    """The head of a table or of a part of the day."""
    ABOUT = "about"
    """What stands before the first day: the title, when, where."""
    UNUSED = "unused"
    """Nothing was made of it."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk within an entry, or a stop of a tour."""

    key: str
    origin: Origin
    title: Texts
    speakers: tuple[Parsed, ...] = ()
    """Each value is a Mention."""
    minutes: Parsed | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a day."""

    key: str
    origin: Origin
    date: Parsed
    title: Texts
    kind: Parsed
    start: Parsed | None = None
    end: Parsed | None = None
    end_day: Parsed | None = None
    place: Parsed | None = None
    speakers: tuple[Parsed, ...] = ()
    chair: tuple[Parsed, ...] = ()
    remarks: Texts = field(default_factory=dict[str, Parsed])
    status: Parsed | None = None
    talks: tuple[Talk, ...] = ()
    stops: tuple[Talk, ...] = ()
    """The laboratories of a tour."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its entries."""

    key: str
    origin: Origin
    date: Parsed
    title: Texts
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """A line of the file, what it was taken for, and the keys of what it went into."""

    origin: Origin
    text: str
    role: LineRole
    about: tuple[str, ...] = ()
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything that was understood of a file."""

    source: str
    title: Texts
    place: Parsed | None
    days: tuple[Day, ...]
    lines: tuple[Understood, ...]
    """Every line in the order of the file."""
    notices: tuple[Notice, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Return the entries of all days."""
        return tuple(item for day in self.days for item in day.items)

    def doubtful_first(self) -> tuple[Understood, ...]:
        """Return the lines, those to look at first."""
        return tuple(sorted(self.lines, key=lambda line: line.doubt is None))
