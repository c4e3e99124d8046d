"""What a merge found: what it takes by itself, and what somebody has to decide."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from models.store.merge.values import Key, StoredRow

if TYPE_CHECKING:
    from models.store.merge.work import Work


class Kind(StrEnum):
    """What a question is about."""

    EDITED = "edited"
    """Both sides changed the same group of fields."""
    DELETED = "deleted"
    """One side removed what the other changed."""
    INSERTED = "inserted"
    """Both sides made the same link, with different values."""
    PARENT = "parent"
    """One side put something under, or referred to, what the other removed."""


class Choice(StrEnum):
    """Whose version stays."""

    OURS = "ours"
    THEIRS = "theirs"


class Signature(NamedTuple):
    """Who wrote something, and when."""

    author: str
    at: dt.datetime
    device: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the two sides cannot both have.

    ``base``, ``mine`` and ``theirs`` hold the fields of the group as the journal writes them. None is a
    row that is not there: removed, or (``base``) not made yet. For a parent, ``mine`` and ``theirs`` are the
    reference on the side that has it, and None on the side that removed what it leads to.
    """

    kind: Kind
    table: str
    row_id: str
    group: str
    base: Mapping[str, Any] | None
    mine: Mapping[str, Any] | None
    theirs: Mapping[str, Any] | None
    mine_by: Signature | None
    theirs_by: Signature | None
    parent: Key | None = None

    @property
    def key(self) -> str:
        """Return what a decision names it by; it changes with the values."""
        values = json.dumps([self.base, self.mine, self.theirs], ensure_ascii=False, sort_keys=True)
        digest = hashlib.sha256(values.encode()).hexdigest()[:12]
        return ":".join((self.kind.value, self.table, self.row_id, self.group, digest))


class Automatic(NamedTuple):
    """A change of theirs that a merge takes unasked: a row that comes, changes or goes."""

    kind: str
    table: str
    row_id: str


@dataclass(frozen=True, slots=True)
class Note:
    """Both sides moved one thing in its list: the later move stays, whoever made it."""

    table: str
    row_id: str
    group: str
    stays: Choice


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is to merge."""

    change_sets: int
    """Change sets of theirs that come."""
    known: int
    """Change sets of theirs that are here already."""
    added: int
    changed: int
    removed: int
    """Rows that come, change or go unasked."""
    to_decide: int


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging another copy into this one would do."""

    counts: Counts
    questions: tuple[Question, ...]
    automatic: tuple[Automatic, ...]
    notes: tuple[Note, ...]
    named: Mapping[Key, StoredRow]
    """The rows that questions are about, and those that these refer to, for naming them."""
    work: Work | None
    """What ``apply_merge`` needs; None where there is nothing to merge."""

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to merge."""
        return self.work is None


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did."""

    counts: Counts
    decided: int
    notes: tuple[Note, ...]
