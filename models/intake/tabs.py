"""A workbook as data: sheets with headings and rows of cells, before anything writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.intake.columns import Column


@dataclass(frozen=True, slots=True)
class Head:
    """A column as it is written: heading and hint, its declaration, the language of its texts."""

    heading: str
    hint: str
    column: Column | None
    language: str = ""
    choices: tuple[str, ...] = ()
    hidden: bool = False

    @property
    def rare(self) -> bool:
        """Tell whether few need it."""
        return self.column is not None and self.column.rare


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet as it is written."""

    name: str
    main: bool
    guidance: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Any, ...], ...]
