"""A department stands with the position, as papers print it: 국제협력실 실장; Group Leader, Time Group."""

from __future__ import annotations

from collections.abc import Mapping

from models.intake.record import Parsed
from models.intake.values.names import script_language


def with_unit(positions: Mapping[str, str], unit: str) -> dict[str, str]:
    """Return the positions by field, the one in the language of a division with it."""
    field = f"position.{script_language(unit)}"
    return {**positions, field: joined(positions.get(field, ""), unit, field.partition(".")[2])}


def joined(position: str, unit: str, language: str) -> str:
    """Return a position with its division: before it, in English behind it."""
    if not position or position in unit:
        return unit
    if unit in position:
        return position
    return f"{position}, {unit}" if language == "en" else f"{unit} {position}"


def settle_department(fields: dict[str, Parsed]) -> None:
    """Put what a column of departments says into the position of the same language."""
    for name in [name for name in fields if name.startswith("department.")]:
        said = fields.pop(name)
        field = f"position.{name.partition('.')[2]}"
        position = fields.get(field)
        if position is None:
            fields[field] = said
            continue
        value = joined(position.value, said.value, field.partition(".")[2])
        fields[field] = position._replace(value=value, text=f"{said.text} {position.text}")
