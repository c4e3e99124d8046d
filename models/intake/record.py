"""What was understood: records of values, each with the place where it stood and what is doubtful about it.

Sheets, pasted rows, contacts and Word agendas all end here; from here on nothing knows what the file was.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from models.intake.grid import Origin


class Doubt(StrEnum):
    """Why a value may not be what was meant; the user looks at these first."""

    NAME_ORDER = "name-order"
    """Which part of a Latin name is the family name."""
    NAME_SPLIT = "name-split"
    """Where a name without a space ends its family name."""
    DATE_ORDER = "date-order"
    """Whether 3/4 is in March or in April."""
    YEAR = "year"
    """The year was not said."""
    HALF_DAY = "half-day"
    """Morning or afternoon was not said, and the figures alone do not decide."""
    CHOICE = "choice"
    """A choice recognised by a part of the text."""
    LANGUAGE = "language"
    """In which language a text is."""
    REFERENCE = "reference"
    """Who or what is meant."""
    KIND = "kind"
    """What kind of entry this is."""
    SPLIT = "split"
    """Where one text ends and the next begins."""
    NO_PARTY = "no-party"
    """Somebody joins a delegation who works for no party, or for another one."""
    ADDRESS = "address"
    """Whether this is an e-mail address, or which of several."""
    LOST_ZERO = "lost-zero"
    """A number of which a spreadsheet has taken the zero at the beginning."""
    UNSAID = "unsaid"
    """The file does not say it: it follows from what it does say, and never overrules what is known."""
    GUESS = "guess"
    """Anything else that was guessed."""


class Unreadable(StrEnum):
    """Why a cell cannot be read."""

    NOT_A_DATE = "not-a-date"
    NO_SUCH_DATE = "no-such-date"
    NOT_A_TIME = "not-a-time"
    NOT_A_NUMBER = "not-a-number"
    NOT_YES_OR_NO = "not-yes-or-no"
    NOT_A_CHOICE = "not-a-choice"
    NOT_AN_ADDRESS = "not-an-address"
    UNKNOWN_ZONE = "unknown-zone"
    ERROR_CELL = "error-cell"
    FORMULA_WITHOUT_VALUE = "formula-without-value"
    CONTROL_CHARACTER = "control-character"
    TOO_LONG = "too-long"
    NOT_FOUND = "not-found"
    SEVERAL_FIT = "several-fit"
    ONLY_ONE = "only-one"
    """Several are named where one can be kept."""
    MISSING = "missing"
    ERASED = "erased"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something that a cell names; found among the known rows later.

    ``record`` is the key of another record of the same file that is meant, where the reader knows it.
    """

    text: str
    id: str = ""
    record: str = ""
    names: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])
    """The parts where the reader told them apart: family.ko, given.ko, organisation, position, name.ja."""


class Parsed(NamedTuple):
    """A value of a field, the text it was read from, and where that stood."""

    value: Any
    text: str
    origin: Origin
    doubt: Doubt | None = None
    options: tuple[Any, ...] = ()
    """What else it could be, best first; without the value itself."""

    @property
    def doubtful(self) -> bool:
        """Tell whether the user should look at it."""
        return self.doubt is not None


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that could not be read: which, why, and what stood there."""

    field: str
    text: str
    origin: Origin
    reason: Unreadable
    values: Mapping[str, object] = dataclasses.field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that a file says: of which sheet's kind, its fields, and the cells that could not be read.

    ``kind`` is a name from ``models.intake.sheets.SHEETS``: organisations, people, places, visit,
    delegations, schedule, presentations... Fields are named as in the tables (``title.ko``, ``date``,
    ``start``); what refers to something holds a Mention, or a tuple of them, under the name of the
    sheet's column (``place``, ``speakers``). A field that the file says nothing about is not there.
    """

    kind: str
    key: str
    """Names the record within its file, so that others can mention it."""
    origin: Origin
    fields: Mapping[str, Parsed]
    unread: tuple[Unread, ...] = ()
    beside: str = ""
    """The key of the record whose leading row this one says more about: a further passenger of a flight."""

    @property
    def doubtful(self) -> bool:
        """Tell whether anything in it is doubtful or unread."""
        return bool(self.unread) or any(each.doubt is not None for each in self.fields.values())


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything that was understood of one source."""

    source: str
    records: tuple[Record, ...]
