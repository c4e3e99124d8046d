"""What dialogs about copies, backups, sharing and erasing show: frozen values, worded when shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from models.errors import FileProblem, ParleyError
    from models.store.mentions import Mention
    from models.text.names import Name


@dataclass(frozen=True, slots=True)
class VisitorView:
    """Somebody else who has the file open."""

    name: str
    host: str
    since: dt.datetime | None


@dataclass(frozen=True, slots=True)
class CompanyView:
    """Who has the file open: oneself and the others; not ``known`` where the folder takes no files."""

    own: str
    others: tuple[VisitorView, ...] = ()
    known: bool = True


@dataclass(frozen=True, slots=True)
class MergeDone:
    """What bringing a copy home came to."""

    change_set: str
    steps: int
    added: int
    changed: int
    removed: int
    decided: int
    errors: int
    """Errors among the findings of the visits that it touched."""


@dataclass(frozen=True, slots=True)
class BackupView:
    """A backup in a list."""

    path: Path
    at: dt.datetime
    reason: str
    size: int
    beside: bool


@dataclass(frozen=True, slots=True)
class KindCount:
    """What restoring would do to the rows of one table."""

    table: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that restoring would bring back, change or take away, and which fields of it."""

    table: str
    row: str
    kind: str
    fields: tuple[tuple[str, Any, Any], ...] = ()
    """Each field that differs: what stands now, what stood then."""


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """What restoring a backup would change."""

    backup: Path
    counts: tuple[KindCount, ...]
    rows: tuple[RowChange, ...]
    """The first of them."""
    erased: int
    named: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict[Any, Any])


@dataclass(frozen=True, slots=True)
class RescueView:
    """What there is for a damaged file: the newest backup that is whole, and all of them."""

    path: Path
    newest: BackupView | None
    backups: tuple[BackupView, ...]


@dataclass(frozen=True, slots=True)
class RescueDone:
    """What stands in the place of a damaged file, where that went, and what could still be read of it."""

    path: Path
    backup: Path | None
    set_aside: Path | None
    salvaged: Path | None
    saved: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class CopyView:
    """Another file with the same database: a copy beside it, or a backup."""

    path: Path
    backup: BackupView | None = None


@dataclass(frozen=True, slots=True)
class ErasePreview:
    """What erasing a person takes away, and what it leaves."""

    person: str
    name: Name
    rows: Mapping[str, int]
    emptied: Mapping[str, int]
    entries: int
    mentions: tuple[Mention, ...]
    attachments: int
    copies: tuple[CopyView, ...]


@dataclass(frozen=True, slots=True)
class CopyErased:
    """What became of a person in a copy; without a problem they are gone there, or never were there."""

    path: Path
    problem: ParleyError | None = None


@dataclass(frozen=True, slots=True)
class EraseDone:
    """What erasing came to; ``unfinished`` says why the file still holds traces, until it is done again."""

    unfinished: ParleyError | None
    copies: tuple[CopyErased, ...]


@dataclass(frozen=True, slots=True)
class HolderView:
    """Who edits a file where one person edits at a time."""

    name: str
    host: str
    idle: float


@dataclass(frozen=True, slots=True)
class ShareView:
    """What was found out about where a file lies, and who edits it where only one can."""

    sharing: str
    reason: str
    system: str
    holder: HolderView | None = None
    editing: bool = True
    """Whether this window may edit."""


@dataclass(frozen=True, slots=True)
class OpeningView:
    """What was done for safety as a file was opened: the backup, and what stood in its way."""

    backups: int
    problems: tuple[FileProblem, ...] = ()
