"""Erasing a person for good: what that takes away, doing it, and doing it in backups and other copies.

No backup is made before: it would keep what is to go.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from models.errors import FileBusy, FileFull, FileOlder, FileReadOnly, NotFound, OtherDatabase, ParleyError
from models.store import Database, Profile
from models.store.backups import listed, places_for
from models.store.backups.places import database_id, id_inside
from models.store.erase import ERASE, erase, tombstones, vacuum, what_goes
from models.store.guard import check_file
from models.store.mentions import Mention, marks_in, mentions
from models.store.schema import SCHEMA_VERSION
from models.tables import Attachment, Change, Person
from models.tables.journal import ChangeKind
from models.text.localised import LocalisedText
from models.text.names import Name

PERSON = Person.__tablename__
SUFFIX = ".parley"


@dataclass(frozen=True, slots=True)
class Known:
    """A person who can be erased: one who is there, or who was removed and whom the journal still knows."""

    id: str
    name: Name
    removed: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What erasing a person takes away, what it leaves, and what it cannot reach."""

    person: str
    rows: Mapping[str, int]
    """Rows that go, by table."""
    emptied: Mapping[str, int]
    """Rows of others that let go of the person, by table."""
    entries: int
    """Lines of the journal that lose their values."""
    mentions: tuple[Mention, ...]
    """Free text that names the person, or may; it stays as it is."""
    attachments: int
    """Attached files that stay, and into which nobody looks."""
    copies: tuple[Path, ...]
    """Backups and copies that were found, in which the person can be erased too."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What erasing came to; ``unfinished`` says why the file still holds traces, until it is done again."""

    change_set: str
    rows: Mapping[str, int]
    entries: int
    unfinished: ParleyError | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """What erasing in a copy came to; ``problem`` says why it could not be done there."""

    path: Path
    erased: bool
    problem: ParleyError | None = None


def people(database: Database) -> list[Known]:
    """List everybody who can be erased, those too who were removed and whom the journal still knows."""
    with database.reading() as session:
        there = {
            person.id: Known(person.id, person.name, False) for person in session.scalars(select(Person))
        }
        last = select(Change.row_id, Change.before).where(
            Change.table == PERSON, Change.kind == ChangeKind.DELETE, Change.before.is_not(None)
        )
        gone = {key: _known(key, before) for key, before in session.execute(last) if key not in there}
    return [*there.values(), *gone.values()]


def erase_preview(database: Database, person: str) -> Preview:
    """Say what erasing a person would take away, and what it would not; raises NotFound."""
    with database.reading() as session:
        going = what_goes(session, PERSON, person)
        if not going.living and not going.entries:
            raise NotFound(what=PERSON, text=person)
        found = mentions(session, marks_in(session, person), going.rows)
        kept = [
            key for key in session.scalars(select(Attachment.id)) if ("attachment", key) not in going.rows
        ]
    return Preview(
        person, going.living, going.emptied, going.entries, tuple(found), len(kept), copies_of(database.path)
    )


def erase_person(database: Database, person: str) -> Erased:
    """Erase a person for good, with all that is theirs, and write the file anew without its free pages.

    Raises NotFound where nobody of that key ever was. Done again for somebody who was erased, it finishes
    what was left unfinished.
    """
    try:
        done = database.run(ERASE, lambda writing: erase(writing, PERSON, person))
    except NotFound:
        with database.reading() as session:
            if (PERSON, person) not in tombstones(session):
                raise
        return Erased("", {}, 0, _cleaned(database))
    return Erased(done.change_set, done.value.living, done.value.entries, _cleaned(database))


def erase_in(paths: Iterable[Path], of: Path, person: str, profile: Profile) -> list[Reached]:
    """Erase a person in backups and copies of a database too; what stands in the way is said for each."""
    wanted = database_id(of)
    return [_erase_in(path, wanted, person, profile) for path in paths]


def copies_of(path: Path) -> tuple[Path, ...]:
    """Find the backups of a database, and its copies in the same folder."""
    wanted = id_inside(path)
    beside = sorted(
        other
        for other in path.absolute().parent.glob(f"*{SUFFIX}")
        if other.is_file() and not other.samefile(path) and id_inside(other) == wanted
    )
    backups = [backup.path for backup in listed(places_for(path))]
    return tuple(dict.fromkeys((*beside, *backups)))


def _known(key: str, before: str | None) -> Known:
    whole = json.loads(before or "{}")
    texts = {
        field: LocalisedText.stored(whole.get(field) or {})
        for field in ("family", "given", "reading", "preferred", "title")
    }
    return Known(key, Name(**texts, native=whole.get("native_language") or ""), True)


def _cleaned(database: Database) -> ParleyError | None:
    """Write the file anew; who holds it or a full disk leaves that for later."""
    try:
        vacuum(database.path, database.may_write)
    except (FileBusy, FileFull) as error:
        return error
    return None


def _erase_in(path: Path, wanted: str, person: str, profile: Profile) -> Reached:
    try:
        state = check_file(path)
        if state.version != SCHEMA_VERSION:
            # Bringing it up to date would make a backup first.
            raise FileOlder(path=path)
        if not state.writable:
            raise FileReadOnly(path=path)
        if database_id(path) != wanted:
            raise OtherDatabase(path=path)
        with Database.open(path, profile) as database:
            done = erase_person(database, person)
    except NotFound:
        return Reached(path, False)
    except ParleyError as error:
        return Reached(path, False, error)
    return Reached(path, done.unfinished is None, done.unfinished)
