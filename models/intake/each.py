"""Several people in one cell: a line for each of them, all about the same flight or entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from models.intake.columns import Block
from models.intake.headings import column_in
from models.intake.record import Doubt, Parsed, Record
from models.intake.sheets import SHEETS

_BETWEEN = re.compile(r"[;；,、\n]")


def each_of(record: Record) -> Iterator[Record]:
    """Yield a record, and one beside it for each further person that a cell of it names."""
    many = next((name for name, parsed in record.fields.items() if _is_many(record.kind, name, parsed)), "")
    if not many:
        yield record
        return
    blocks = SHEETS[record.kind].blocks
    block = next(each for each in blocks if each.column(many) is not None)
    parsed = record.fields[many]
    people = len(parsed.value)
    for number, mention in enumerate(parsed.value):
        named = {many: parsed._replace(value=mention, text=mention.text)}
        if len(blocks) == 1:
            fields = record.fields if number == 0 else _without_id(record)
            unread = record.unread if number == 0 else ()
            yield replace(record, key=_key(record, number), fields={**fields, **named}, unread=unread)
            continue
        own = {
            name: _part_of(shared, number, people)
            for name, shared in record.fields.items()
            if _is_of(block, name)
        }
        said = {name: part for name, part in own.items() if part is not None}
        if number == 0:
            yield replace(record, fields={**record.fields, **said, **named})
        else:
            yield Record(
                record.kind, _key(record, number), record.origin, {**said, **named}, beside=record.key
            )


def _key(record: Record, number: int) -> str:
    return f"{record.key}:{number}" if number else record.key


def _without_id(record: Record) -> dict[str, Parsed]:
    return {name: parsed for name, parsed in record.fields.items() if not name.startswith("id")}


def _is_of(block: Block, field: str) -> bool:
    return block.column(field.partition(".")[0]) is not None


def _is_many(kind: str, name: str, parsed: Parsed) -> bool:
    if not isinstance(parsed.value, tuple):
        return False
    column = column_in(kind, name)
    return column is not None and column.each


def _part_of(shared: Parsed, number: int, people: int) -> Parsed | None:
    """Return what a cell beside several people says of one of them: seats stand in the same order."""
    if not isinstance(shared.value, str):
        return shared
    pieces = [piece.strip() for piece in _BETWEEN.split(shared.value) if piece.strip()]
    if len(pieces) == people:
        return shared._replace(value=pieces[number], text=pieces[number])
    if len(pieces) <= 1:
        # One booking for all.
        return shared
    return shared._replace(doubt=Doubt.SPLIT) if number == 0 else None
