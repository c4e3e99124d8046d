"""What a form is made of, declared per entity; one panel builds the editors from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class FieldKind(Enum):
    """How a field is edited; each kind has one editor."""

    LINE = auto()
    """One line in no particular language."""
    PROSE = auto()
    """Several lines in no particular language."""
    TEXT = auto()
    """One line in each working language, side by side."""
    TEXTS = auto()
    """Several lines in each working language."""
    NAME = auto()
    """Family, given, reading, preferred form of a person, a row for each script."""
    CHOICE = auto()
    """One of a closed set; ``choices`` names the enum (see ``ui.forms.choices``)."""
    REFERENCE = auto()
    """A row of another table, found as one types; ``target`` names the table."""
    REFERENCES = auto()
    """Rows of another table in their order; ``target`` names the table, the value is a tuple of ids."""
    LANGUAGES = auto()
    """An ordered list of language tags."""
    TAGS = auto()
    """An ordered list of codes, each of the enum or list that ``choices`` names."""
    DATE = auto()
    PARTIAL_DATE = auto()
    """A date that may lack its day or month."""
    TIME = auto()
    NUMBER = auto()
    FLAG = auto()
    ZONE = auto()
    """An IANA time zone."""
    COUNTRY = auto()
    EMAIL = auto()
    PERIOD = auto()
    """First and last day that are one group; ``columns`` names both, or day, time, day, time."""
    PARTIAL_PERIOD = auto()
    """First and last date of which the day or month may be unknown; ``columns`` names both."""
    SPAN = auto()
    """From and to on the clock that are one group; ``columns`` names both."""
    WHEN = auto()
    """Day, start, end, day of the end, zone of an entry: one group; ``columns`` names them so."""
    END = auto()
    """Day, time, zone of one end of a leg: one group; ``columns`` names them so."""
    DUE = auto()
    """Until when: days before a visit (D-30) or a day; ``columns`` names number and date."""
    AUDIENCE = auto()
    """Who may see a thing: everyone, all parties, one of them, the office; ``columns`` names both."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a form; it edits one column, or several that are one group."""

    name: str
    kind: FieldKind
    label: str
    """A message marked in the context of forms: ``mark_in("form", ...)``."""
    help: str = ""
    """A message so marked that stands at the right of the label."""
    columns: tuple[str, ...] = ()
    """The columns that are edited together; empty for the one that ``name`` says."""
    choices: str = ""
    target: str = ""
    creates: bool = False
    """A row that is missing can be made in place, from what is typed."""
    makes: tuple[tuple[str, str], ...] = ()
    """Of which kind it is made, by the kind of the row of the form; an empty one stands for all others."""
    required: bool = False
    sensitive: bool = False
    """Shown only where it is edited, behind a note that says what it is for (``help``)."""
    half: bool = False
    """Shares its row with the next half field."""

    def edits(self) -> tuple[str, ...]:
        """Return the columns that it edits."""
        return self.columns or (self.name,)


@dataclass(frozen=True, slots=True)
class GroupSpec:
    """Fields under one heading; the first group of a form needs none."""

    label: str
    fields: tuple[FieldSpec, ...]


@dataclass(frozen=True, slots=True)
class FormSpec:
    """The form of one table."""

    table: str
    called: str
    """What one row is called: a message marked in the context of forms ("Person")."""
    icon: str
    groups: tuple[GroupSpec, ...]
    titled: tuple[str, ...] = ("title", "name")
    """The columns that the panel is headed with: the first that says something."""
    begins: str = ""
    """The field in which one begins to type; empty for the first."""

    def fields(self) -> tuple[FieldSpec, ...]:
        """Return all fields in their order."""
        return tuple(field for group in self.groups for field in group.fields)

    def field_of(self, column: str) -> FieldSpec | None:
        """Return the field that edits a column (``title.ko`` belongs to ``title``)."""
        plain = column.partition(".")[0]
        return next((field for field in self.fields() if plain in (field.name, *field.edits())), None)


@dataclass(frozen=True, slots=True)
class ListSpec:
    """Rows of another table that are edited inside a form (talks of an entry, posts of a person)."""

    name: str
    table: str
    by: str
    """The column of that table that refers to the row of the form."""
    label: str
    add: str
    """What the button says that adds one: a message marked in the context of forms, like the label."""
