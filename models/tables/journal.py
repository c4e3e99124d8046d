"""The journal: every change set, and every change in it, in the same file as the rows.

Its rows are written by the store alone, with Core inserts; nobody edits them.
"""

import datetime as dt
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import TableRow


class ChangeKind(StrEnum):
    """What a change did to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class ChangeSet(TableRow):
    """Everything that one action wrote, in one transaction.

    ``sequence`` is the order in this file; clocks and ids say nothing about order.
    """

    __tablename__ = "change_set"

    id: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(index=True)
    author_id: Mapped[str] = mapped_column(index=True)
    device: Mapped[str]
    at: Mapped[dt.datetime]
    label: Mapped[str]
    """The code of the action."""
    label_values: Mapped[str]
    """The ids and plain values that a sentence about it needs, as a JSON object."""


class Change(TableRow):
    """One field that changed, or a whole row that came or went.

    ``before`` and ``after`` are JSON; an insert has the whole row after, a delete the whole row before. For a
    text in several languages the field is ``title.ko``.
    """

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_row", "table", "row_id"),)

    change_set_id: Mapped[str] = mapped_column(ForeignKey("change_set.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    table: Mapped[str]
    row_id: Mapped[str]
    kind: Mapped[ChangeKind]
    field: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]


class Tombstone(TableRow):
    """A row that was erased for good, history and all; a merge never brings it back."""

    __tablename__ = "tombstone"

    row_id: Mapped[str] = mapped_column(primary_key=True)
    table: Mapped[str]
    at: Mapped[dt.datetime]
