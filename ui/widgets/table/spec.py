"""What a large list shows: its columns, declared; no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.text.catalogue import Words


class Side(Enum):
    """Where the text of a column stands: text left, counts right."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list."""

    code: str
    """Names it in what is remembered; stays when the language changes."""
    label: str
    """The head, in the language of the screen."""
    text: Callable[[Any, Words], str]
    sort: Callable[[Any], Any] | None = None
    """What it is sorted by; its folded text where there is none. Nothing (None, "") comes last."""
    width: int = 160
    align: Side = Side.LEFT
    shown: bool = True
    """Whether it stands there until the user chooses."""
    language: Callable[[Any], str] | None = None
    """The language of the text, for its font."""
    second: Callable[[Any, Words], str] | None = None
    """A second line, in a list whose rows have two."""
    icon: Callable[[Any], str] | None = None


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A list: its name in what is remembered, its columns, the id of a row."""

    name: str
    columns: tuple[Column, ...]
    key: Callable[[Any], str]
    label: str = ""
    """What a screen reader says of the list."""
    two_lines: bool = False
    needle: Callable[[Any], tuple[str, str]] | None = None
    """What the filter looks in, where it is known already (``Lookup.letters_of``); else all columns."""

    def column(self, code: str) -> Column | None:
        """Return a column by its code."""
        return next((column for column in self.columns if column.code == code), None)
