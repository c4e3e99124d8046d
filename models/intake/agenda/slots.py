"""What was found in a file, in its order: days, times with what stands at them, heads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.intake.agenda.content import Content

if TYPE_CHECKING:
    import datetime as dt

    from models.intake.agenda.agenda import LineRole
    from models.intake.agenda.clock import Clock, Span
    from models.intake.grid import Origin
    from models.intake.readers.word_text import Line
    from models.intake.record import Doubt


@dataclass(slots=True)
class DayHead:
    """That a day begins."""

    date: dt.date
    origin: Origin
    source: str
    doubt: Doubt | None = None
    options: tuple[dt.date, ...] = ()
    titles: Content = field(default_factory=Content)


@dataclass(slots=True)
class Head:
    """The head of a part of a day, without a time."""

    content: Content
    origin: Origin
    source: str
    session: bool


@dataclass(slots=True)
class Slot:
    """A time, and what stands at it."""

    origin: Origin
    source: str
    start: Clock | None = None
    end: Clock | None = None
    sure: bool = True
    content: Content = field(default_factory=Content)
    date: dt.date | None = None
    """Its own day, in a table with a column for each day."""
    track: str = ""
    lines: list[Line] = field(default_factory=list["Line"])
    pending: list[Line] = field(default_factory=list["Line"])
    """Lines not read yet: paragraphs that follow a time."""

    def time(self, span: Span) -> None:
        """Take a time."""
        self.start, self.end, self.sure = span.start, span.end, span.sure


Event = DayHead | Head | Slot


@dataclass(slots=True)
class Noted:
    """What a line was taken for, while reading; ``slot`` is the entry that it belongs to."""

    line: Line
    role: LineRole
    event: Event | None = None
    doubt: Doubt | None = None
