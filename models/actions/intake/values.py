"""Values as a table keeps them: cleaned at the doors of its fields, with defaults for the rest."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from models.errors import InvalidValue, TextUnfit
from models.intake.labels import Values
from models.intake.record import Unreadable
from models.store.writing import ROW_KINDS
from models.tables.types import Localised
from models.text.clean import clean_block, clean_line
from models.text.localised import NO_TEXT, LocalisedText

Door = Callable[[Any], Any]
_DOORS: dict[tuple[str, str], Door] = {}
_REASONS = {
    "not-a-date": Unreadable.NOT_A_DATE,
    "not-a-time": Unreadable.NOT_A_TIME,
    "not-a-number": Unreadable.NOT_A_NUMBER,
    "not-yes-or-no": Unreadable.NOT_YES_OR_NO,
    "not-a-choice": Unreadable.NOT_A_CHOICE,
    "unknown-zone": Unreadable.UNKNOWN_ZONE,
}


@cache
def is_localised(table: str, field: str) -> bool:
    """Tell whether a field has a text for each language."""
    return isinstance(ROW_KINDS[table].__table__.c[field].type, Localised)


@cache
def _door(table: str, field: str, tag: str) -> Door:
    if tag:
        several = bool(ROW_KINDS[table].__table__.c[field].info.get("several lines"))
        return clean_block if several else clean_line
    return ROW_KINDS[table].doors()[field]


def cleaned(table: str, field: str, value: Any) -> Any | Unreadable:
    """Return a value as its field keeps it, or why it cannot."""
    door = _DOORS.get((table, field))
    if door is None:
        name, _, tag = field.partition(".")
        door = _DOORS[table, field] = _door(table, name, tag)
    try:
        return door(value)
    except TextUnfit:
        return Unreadable.CONTROL_CHARACTER
    except InvalidValue as error:
        return _REASONS.get(str(error.values.get("reason")), Unreadable.NOT_A_CHOICE)


def old_value(row: Values, field: str) -> Any:
    """Return what stands in a field of a row, or in one language of it."""
    name, _, tag = field.partition(".")
    value = row.get(name)
    return (value or NO_TEXT).text_in(tag) if tag else value


@cache
def required(table: str) -> tuple[str, ...]:
    """Return the fields without which a row cannot be, and that have no default."""
    return tuple(
        column.name
        for column in ROW_KINDS[table].__table__.columns
        if not column.nullable and column.default is None and not column.primary_key
    )


@cache
def _defaults(table: str) -> dict[str, Any]:
    columns = ROW_KINDS[table].__table__.columns
    return {
        column.name: column.default.arg if column.default is not None else None
        for column in columns
        if column.name != "id"
    }


def as_row(table: str, key: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return a whole new row: what is known of it, and the defaults for the rest."""
    row = {"id": key, **_defaults(table)}
    whole, localised = _gathered(tuple(fields))
    for field in whole:
        row[field] = fields[field]
    for name, texts in localised:
        # Each text was cleaned at the door of its field; empty ones do not come here.
        row[name] = LocalisedText.stored({tag: fields[field] for tag, field in texts})
    return row


@lru_cache(maxsize=4096)
def _gathered(
    fields: tuple[str, ...],
) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[tuple[str, str], ...]], ...]]:
    """Return the fields that stand alone, and of each text its languages in order with their fields."""
    texts: dict[str, dict[str, str]] = {}
    for field in fields:
        name, dot, tag = field.partition(".")
        if dot:
            texts.setdefault(name, {})[tag] = field
    whole = tuple(field for field in fields if "." not in field)
    return whole, tuple((name, tuple(sorted(tags.items()))) for name, tags in texts.items())


@cache
def reference_of(table: str, field: str) -> str:
    """Return the table that a field refers to; nothing where it refers to none."""
    keys = ROW_KINDS[table].__table__.foreign_keys
    return next((key.column.table.name for key in keys if key.parent.name == field), "")
