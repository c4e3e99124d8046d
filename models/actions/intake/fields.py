"""Fields of records as tables keep them, keys of links, and records in an order that can be written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.actions.intake.proposal import CellChange
from models.intake.columns import Block, Holds
from models.intake.links import DERIVED
from models.intake.record import Doubt, Mention, Record
from models.store.writing import ROW_KINDS
from models.tables.keys import link_key
from models.text.matching import letters


def stored_name(block: Block, name: str) -> str:
    """Return under which name a block's table keeps a field of a record; nothing where it does not."""
    plain, _, tag = name.partition(".")
    column = block.column(plain)
    if column is None or column.link is not None or column.holds is Holds.FULL_NAME:
        return ""
    return f"{column.stored}.{tag}" if tag else column.stored


def is_same_spelling(field: str, old: Any, new: Any) -> bool:
    """Tell whether a list of others only writes a name otherwise: Ho-Seong for Ho Seong."""
    return field.startswith(("family.", "given.")) and bool(old) and letters(old) == letters(new)


def order_doubted(changes: list[CellChange]) -> list[CellChange]:
    """Return the changes of a person, those doubtful that turn family and given name round."""
    by_field = {change.field: change for change in changes}
    turned: set[str] = set()
    for change in changes:
        part, _, tag = change.field.partition(".")
        other = by_field.get(f"given.{tag}") if part == "family" else None
        if other is not None and (change.old, change.new) == (other.new, other.old):
            turned |= {change.field, other.field}
    return [
        change._replace(doubt=change.doubt or Doubt.NAME_ORDER, options=(change.old,))
        if change.field in turned
        else change
        for change in changes
    ]


def parents_first(records: list[Record]) -> list[Record]:
    """Return records of one kind so that what others name as the whole they belong to goes before them."""
    if not any("parent" in record.fields for record in records):
        return records
    by_text: dict[str, Record] = {}
    for record in records:
        for name, parsed in record.fields.items():
            if name.partition(".")[0] in ("acronym", "name", "code") and isinstance(parsed.value, str):
                by_text.setdefault(letters(parsed.value), record)
    ids = {str(record.fields["id"].value): record for record in records if "id" in record.fields}
    ordered: dict[int, Record] = {}

    def put(record: Record, below: frozenset[int]) -> None:
        if id(record) in ordered or id(record) in below:
            return
        parent = record.fields.get("parent")
        if parent is not None and isinstance(parent.value, Mention):
            mention = parent.value
            ended = (other for key, other in ids.items() if mention.id and key.endswith(mention.id))
            named = next(ended, None) or by_text.get(letters(mention.text))
            if named is not None and len(below) < 50:
                put(named, below | {id(record)})
        ordered[id(record)] = record

    for record in records:
        put(record, frozenset())
    return list(ordered.values())


def link_keys(table: str, fields: Mapping[str, Any]) -> list[str]:
    """Return the keys that a link may have: an end with a default may have been said or left out."""
    said = {end: fields.get(end) for end in DERIVED[table]}
    default = ROW_KINDS[table].__table__.c.role.default if "role" in said else None
    usual = default.arg if default is not None else None  # type: ignore[union-attr]
    ways = [said]
    if "role" in said:
        role = said["role"] if said["role"] is not None else usual
        ways = [{**said, "role": role}, *([{**said, "role": None}] if role == usual else [])]
    return [
        link_key(table, *(None if value is None else str(value) for value in way.values())) for way in ways
    ]


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row with each language of its texts as a field."""
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if name != "id" and hasattr(value, "to_json"):
            flat |= {f"{name}.{tag}": text for tag, text in value.items()}
        elif name != "id":
            flat[name] = value
    return flat


def is_key(text: str) -> bool:
    """Tell whether a text can be the id of a row."""
    return len(text) == 36 and text.count("-") == 4 and all(part.isalnum() for part in text.split("-"))
