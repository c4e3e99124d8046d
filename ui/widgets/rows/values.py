"""Rows as they are written: frozen values, made by pages in the language of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.text.localised import Written

if TYPE_CHECKING:
    from ui.style.tokens import Kind, Severity

EMPTY = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: fixed in width, or with a share of what is left; it leaves where the list is too narrow."""

    code: str
    label: str
    width: int = 0
    """In pixels; 0 for a share."""
    share: int = 1
    least: int = 0
    """The width of the list below which the column is left out."""
    right: bool = False
    language: str = ""
    """The language of the label, where it is not that of the screen."""
    icon: str = ""
    """Stands behind the label: a lock where the column is only shown when asked for."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row: one line, or two."""

    first: Written | None = None
    second: Written | None = None
    icon: str = ""
    bold: bool = False
    missing: str = ""
    """What is missing here, in two or three words: a dashed mark instead of the first line."""
    missing_second: str = ""
    badge: str = ""
    """Stands on a tint instead of the first line: what a person is in a delegation, a state."""
    colour: str = "tint"
    """The token of the badge's ground."""
    said: str = ""
    """What is read aloud of an icon that stands alone."""
    wide: bool = False
    """Takes the room of the columns behind it, which are empty."""


@dataclass(frozen=True, slots=True)
class Line:
    """A severity with the two or three words that a row shows for what was found about it."""

    text: str
    severity: Severity
    more: int = 0


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row that can be selected."""

    table: str
    id: str
    cells: tuple[Cell, ...]
    found: Line | None = None
    kind: Kind | None = None
    """Gives the row a bar in the colour of its kind."""
    faint: bool = False
    """What is cancelled or over."""
    struck: bool = False
    """What was just done: it stands where it stood, with a line through it."""
    fixed: bool = False
    """Cannot be moved within its list."""

    def spoken(self) -> str:
        """Return what a screen reader says."""
        parts: list[str] = []
        for cell in self.cells:
            parts += [cell.said or cell.missing or cell.badge or (cell.first.text if cell.first else "")]
            parts += [cell.missing_second or (cell.second.text if cell.second else "")]
        if self.found:
            parts.append(self.found.text)
        return ", ".join(part for part in parts if part and part != EMPTY)


@dataclass(frozen=True, slots=True)
class Group:
    """The head of a group: it can be selected where it stands for a row itself."""

    key: str
    title: Written
    second: Written | None = None
    third: Written | None = None
    mark: str = ""
    """A border with a word in it, before the title."""
    right: str = ""
    table: str = ""
    """Where set, ``key`` is a row of that table, and the head can be selected."""
    found: Line | None = None

    @property
    def id(self) -> str:
        """Return the key of the row that the head stands for."""
        return self.key

    def spoken(self) -> str:
        """Return what a screen reader says."""
        parts = (self.mark, self.title.text, self.second.text if self.second else "", self.right)
        return ", ".join(part for part in parts if part)


def written(text: str, language: str = "") -> Written | None:
    """Return a text as written, or None where there is none."""
    return Written(text, language) if text else None
