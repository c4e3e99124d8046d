"""Which fields of a record each block of its sheet keeps: worked out once for all rows of a list."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from models.actions.intake.fields import stored_name
from models.intake.columns import Block, Column
from models.intake.record import Record
from models.intake.sheets import SHEETS


class Part(NamedTuple):
    """What of the fields of a record one block keeps."""

    block: Block
    names: tuple[tuple[str, str], ...]
    """The fields as the record and as the table calls them."""
    id_field: str
    """The field with the id of its row; nothing where the record has none."""
    spoken: bool
    """Whether the record says anything that belongs to the block."""
    lists: tuple[Column, ...]
    """The columns of lists that become links."""

    def id_in(self, record: Record) -> str:
        """Return the id that a record says for the row of the block, or nothing."""
        return str(record.fields[self.id_field].value).strip().lower() if self.id_field else ""


def parts_of(record: Record) -> tuple[Part, ...]:
    """Return the parts of a record, in the order of the blocks of its sheet."""
    return _parts(record.kind, tuple(record.fields))


@lru_cache(maxsize=4096)
def _parts(kind: str, fields: tuple[str, ...]) -> tuple[Part, ...]:
    return tuple(
        _part(block, fields, leading=number == 0) for number, block in enumerate(SHEETS[kind].blocks)
    )


def _part(block: Block, fields: tuple[str, ...], *, leading: bool) -> Part:
    id_field = "id" if leading else f"id:{block.table}"
    return Part(
        block,
        tuple((name, stored) for name in fields if (stored := stored_name(block, name))),
        id_field if id_field in fields else "",
        any(block.column(name.partition(".")[0]) is not None for name in fields),
        tuple(column for column in block.columns if column.link is not None and column.name in fields),
    )
