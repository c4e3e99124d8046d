"""What becomes of the fields of two rows that turn out to be one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from models.tables import Row
from models.tables.fields import SENSITIVE, SEVERAL_LINES
from models.tables.types import Tags
from models.text.localised import LocalisedText

KEPT, OTHER = "kept", "other"
NOTE = "note"
_APART = {"id", "order"}
"""Fields of a row's own: its key, and its place in the list."""
_OF_A_NAME = ("family", "given")


class Stays(Enum):
    """Which of two values stands afterwards."""

    KEPT = "kept"
    OTHER = "other"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class FieldOfTwo:
    """A field, or one language of it (``name.ko``), in both rows, where they are not the same."""

    field: str
    kept: Any
    other: Any
    stays: Stays
    sensitive: bool

    @property
    def lost(self) -> bool:
        """Tell whether a value would stand nowhere but in the history."""
        return self.stays is not Stays.BOTH and bool(self.kept) and bool(self.other)

    @property
    def value_lost(self) -> Any:
        """Return the value that does not stay."""
        return self.other if self.stays is Stays.KEPT else self.kept


def fields_of_two(kept: Row, other: Row, take: Collection[str] = ()) -> tuple[FieldOfTwo, ...]:
    """Compare two rows field by field, texts language by language; ``take`` names what the other decides."""
    return tuple(each for each in _compared(kept, other, take) if each.kept != each.other)


def united(kept: Row, other: Row, take: Collection[str] = ()) -> dict[str, Any]:
    """Return the values that the kept row gets from the other one."""
    values: dict[str, Any] = {}
    for each in fields_of_two(kept, other, take):
        if each.stays is Stays.OTHER:
            values[each.field] = each.other
        elif each.stays is Stays.BOTH:
            values[each.field] = _both(each.kept, each.other)
    return values


def _compared(kept: Row, other: Row, take: Collection[str]) -> Iterator[FieldOfTwo]:
    for column in kept.__table__.columns:
        field = column.name
        if field in _APART or column.foreign_keys:
            continue
        mine, theirs = getattr(kept, field), getattr(other, field)
        secret = bool(column.info.get(SENSITIVE))
        if isinstance(mine, LocalisedText):
            for tag in sorted({*mine, *theirs}):
                name = f"{field}.{tag}"
                stays = _stays(name, mine.text_in(tag), theirs.text_in(tag), take)
                if name not in take and field in _OF_A_NAME and _has_name(kept, tag):
                    # Family and given name of one script are one: half a name is not filled from another.
                    stays = Stays.KEPT
                yield FieldOfTwo(name, mine.text_in(tag), theirs.text_in(tag), stays, secret)
        elif isinstance(column.type, Tags) or (column.info.get(SEVERAL_LINES) and field not in take):
            filled = bool(mine) and bool(theirs)
            stays = Stays.BOTH if filled else Stays.KEPT if mine else Stays.OTHER
            yield FieldOfTwo(field, mine, theirs, stays, secret)
        else:
            yield FieldOfTwo(field, mine, theirs, _stays(field, mine, theirs, take), secret)


def _stays(name: str, mine: Any, theirs: Any, take: Collection[str]) -> Stays:
    if name in take:
        return Stays.OTHER
    return Stays.KEPT if _is_there(mine) or not _is_there(theirs) else Stays.OTHER


def _is_there(value: Any) -> bool:
    return value is not None and value != ""


def _has_name(row: Row, tag: str) -> bool:
    texts: Mapping[str, Any] = {field: getattr(row, field, None) for field in _OF_A_NAME}
    return any(isinstance(text, LocalisedText) and text.text_in(tag) for text in texts.values())


def _both(mine: Any, theirs: Any) -> Any:
    if not isinstance(mine, str):
        return tuple(dict.fromkeys((*mine, *theirs)))
    return mine if theirs in mine else theirs if mine in theirs else f"{mine}\n{theirs}"
