"""A row as a form shows it: plain values, and what the rows that it refers to are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from models.text.catalogue import Words
    from models.text.localised import LocalisedText
    from models.text.names import Name
    from ui.style.tokens import Severity

    Called = LocalisedText | Name | str
    Repair = tuple[str, Callable[[], None]]
    """What mends a finding, in words that name the result."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row of one table; ``labels`` says by column what each reference that is set is called.

    Of a list of references (``REFERENCES``) the labels go by column and id: ``meetings.0192...``.
    """

    table: str
    id: str
    values: Mapping[str, Any]
    """By column: localised texts whole, choices as their stored codes, dates and times as such."""
    labels: Mapping[str, Called] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Offer:
    """One of the rows that a picker offers."""

    id: str
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Making:
    """A row that is made of what was typed into a field, and the field that refers to it then."""

    table: str
    text: str
    given: Mapping[str, str]
    """What is known of it besides its name."""
    into: tuple[str, str, str, object]
    """Table, key and column of that field, and what it showed."""


@dataclass(frozen=True, slots=True)
class FormContext:
    """What a form needs besides the record."""

    words: Words
    languages: Sequence[str]
    """The languages of localised fields in their order."""
    read_only: bool
    error: Callable[[Exception], str]
    offers: Callable[[str, str], Sequence[Offer]]
    """Find rows of a table by what is typed; answers at once, from memory."""
    create: Callable[[str, str, Callable[[str], None]], None] | None = None
    """Add a row of a table with a name that was typed, and hand over its id when it is in the file."""
    create_in: Callable[[Making], None] | None = None
    """Add a row with a name that was typed, and let a field refer to it, in one step."""
    called: Callable[[str, str], str] = lambda _table, _id: ""
    """Return what a row of a table is called, from memory; empty where it is not known."""
    earlier: Callable[[str, str, str], str] = lambda _text, _from, _to: ""
    """Return the last translation of the same text from one language into another, or nothing."""
    findings: Sequence[tuple[str, Severity]] = ()
    repairs: Sequence[Sequence[Repair]] = ()
    """What mends each of the findings, in their order; shorter where nothing does."""
    near: date | None = None
    """Where a date is typed without its year: the one that lies nearest to this, else to today."""
    within: tuple[date, date] | None = None
    """Days that are likely: of 11/3 and 3/11 the one that is among them is meant."""
    zone: str = ""
    """The time zone that holds where a row does not name one."""
    subject: str = ""
    """What the head says of the row, where its own title is not enough (day and time of an entry)."""


def own_language_first(words: Words, languages: Sequence[str]) -> tuple[str, ...]:
    """Return languages with that of the screen first, where it is among them."""
    first = [tag for tag in (words.language,) if tag in languages]
    return (*first, *(tag for tag in languages if tag not in first))
