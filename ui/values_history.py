"""What was changed, as pages show it: frozen values, worded only when they are shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class LineView:
    """One field that changed, or (without a field) a row that came or went; plain values."""

    table: str
    row: str
    kind: str
    """``insert``, ``update`` or ``delete``."""
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class RecordView:
    """One step of somebody: what was done, and the first of what it changed."""

    id: str
    place: int
    """Its place in the journal of this file."""
    author: str
    author_id: str
    at: dt.datetime
    code: str
    values: Mapping[str, Any]
    lines: tuple[LineView, ...]
    whole: bool = True
    """Whether ``lines`` is all that it changed."""


@dataclass(frozen=True, slots=True)
class HistoryView:
    """Steps, the newest first, and the rows that naming them needs."""

    records: tuple[RecordView, ...]
    named: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict[Any, Any])
    more: bool = False
    """Whether there are older ones."""


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which steps are wanted; empty means all."""

    person: str = ""
    visit: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    before: int | None = None
    """The place in the journal from which a longer list goes on."""


@dataclass(frozen=True, slots=True)
class PutBack:
    """What is to be put back: a field of a row, a removed row (no field), or (no table) the whole step."""

    record: str
    table: str = ""
    row: str = ""
    field: str = ""
    anyway: bool = False
