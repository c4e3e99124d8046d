"""One open database file: the only door to its rows."""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Self, TypeVar

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models.errors import FileBusy, FileDamaged, FileNewer, FileReadOnly, NotFound, ParleyError
from models.store.backups import Reason, back_up
from models.store.connect import BEGIN, IMMEDIATE, make_engine
from models.store.create import create_file
from models.store.faults import fault, is_busy
from models.store.guard import FileState, check_file
from models.store.history import Recorded, history_of
from models.store.journal import JournalledSession, driver_of, entries_of, write_journal
from models.store.load import Loader
from models.store.loaded import seal
from models.store.owners import owners
from models.store.profile import Profile, load_profile
from models.store.refresh import refresh
from models.store.schema import SCHEMA_VERSION
from models.store.writing import ROW_KINDS, Writing
from models.tables import Author, FileInfo, Person, Row, Series, Visit
from models.tables.base import WRITING
from models.text.moment import now

T = TypeVar("T")
R = TypeVar("R", bound=Row)

_LISTED = {
    Visit: frozenset({"days", "parties", "meetings"}),
    Series: frozenset[str](),
    Person: frozenset[str](),
}

PATIENCE_SECONDS = 15.0
"""How long an action tries again while others hold the file."""


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What an action did: its answer, its change set ("" if nothing changed), the rows it touched."""

    value: T
    change_set: str
    touched: frozenset[tuple[str, str]]


class Database:
    """A database file that is open, for reading and, if the file allows, for writing."""

    def __init__(self, state: FileState, profile: Profile) -> None:
        self._state = state
        self.path = state.path
        self.writable = state.writable
        self.profile = profile
        self.may_write: Callable[[], None] | None = None
        """Raises where we may not save any more (see ``models.store.lease``); asked twice in each save."""
        self._lock = threading.RLock()
        self._engine: Engine = make_engine(state.path, "rw" if state.writable else "ro")
        self._writer: Engine = self._engine.execution_options(**{BEGIN: IMMEDIATE})

    @classmethod
    def open(cls, path: Path, profile: Profile | None = None) -> Self:
        """Open a file after looking at it; an older schema is brought up to date first.

        Raises the FileProblem that fits; a file that is wrong, or not there, is left as it is.
        """
        state = check_file(path)
        if state.version < SCHEMA_VERSION:
            state = _bring_up_to_date(state)
        return cls(state, profile or load_profile())

    def another(self) -> Self:
        """Open the same file once more, for work that takes long beside reads and saves."""
        return type(self)(self._state, self.profile)

    @classmethod
    def create(cls, path: Path, profile: Profile | None = None, name: str = "") -> Self:
        """Make a new database; raises FileExists rather than touch what is there."""
        profile = profile or load_profile()
        create_file(path)
        database = cls(check_file(path), profile)
        database.run(
            "file.create",
            lambda writing: writing.add(FileInfo(name=name or path.stem, created_at=now())) and None,
        )
        return database

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        """Give a short read transaction; what it loads stays usable, read-only, after it."""
        with self._lock, self._faults(), Session(self._engine, expire_on_commit=False) as session:
            try:
                yield session
            finally:
                # Let go first: a rollback would expire what was loaded.
                session.expunge_all()
                session.rollback()

    def load(self, kind: type[R], key: str) -> R:
        """Load one thing whole, with all that belongs to it; raises NotFound."""
        with self.reading() as session:
            found = Loader(session).load(kind, [key])
        if not found:
            raise NotFound(what=kind.__tablename__, text=key)
        return found[0]  # type: ignore[return-value]

    def load_with_rows(self, kind: type[R], key: str) -> tuple[R, dict[tuple[str, str], Row]]:
        """Load one thing whole, and return it with all rows that came, by table and id; raises NotFound."""
        with self.reading() as session:
            loader = Loader(session)
            found = loader.load(kind, [key])
        if not found:
            raise NotFound(what=kind.__tablename__, text=key)
        return found[0], loader.rows()  # type: ignore[return-value]

    def refresh(
        self, rows: Mapping[tuple[str, str], Row], touched: Iterable[tuple[str, str]]
    ) -> frozenset[tuple[str, str]] | None:
        """Bring loaded rows up to date; None where the whole has to be loaded again (see ``refresh``)."""
        with self.reading() as session:
            return refresh(session, rows, touched)

    def load_all(self, kind: type[R]) -> list[R]:
        """Load every row of a table whole."""
        with self.reading() as session:
            keys = session.scalars(select(kind.id).order_by(kind.id)).all()
            return Loader(session).load(kind, keys)  # type: ignore[return-value]

    def rows(self, kind: type[R], **fields: Any) -> list[R]:
        """Load the rows whose fields equal the values given, each by itself: nothing of what it refers to."""
        with self.reading() as session:
            found = list(session.scalars(select(kind).filter_by(**fields).order_by(kind.id)))
        for row in found:
            seal(row)
        return found

    def owners(self, table: str, key: str) -> list[tuple[str, str]]:
        """Return a row (table, key) and then what it belongs to, the nearest first."""
        with self.reading() as session:
            return owners(session, table, key)

    def visits(self) -> list[Visit]:
        """Load all visits as far as a list of them needs: with their days, parties and meetings only."""
        with self.reading() as session:
            keys = session.scalars(select(Visit.id).order_by(Visit.id)).all()
            return Loader(session, _LISTED).load(Visit, keys)  # type: ignore[return-value]

    def counts(self) -> dict[str, int]:
        """Count the rows of each table that people write."""
        with self.reading() as session:
            return {
                name: session.scalar(select(func.count()).select_from(kind)) or 0
                for name, kind in ROW_KINDS.items()
            }

    def last_change(self, table: str, key: str) -> Recorded | None:
        """Return the newest change set that touched a row, if there is one."""
        with self.reading() as session:
            return next(iter(history_of(session, table, key, limit=1)), None)

    def load_visit(self, key: str) -> Visit:
        """Load a visit whole; raises NotFound."""
        return self.load(Visit, key)

    def run(
        self,
        code: str,
        act: Callable[[Writing], T],
    ) -> Done[T]:
        """Run an action as one change set in one short transaction.

        It is run again as a whole, after a short random wait, while others hold the file; raises FileBusy
        when that takes too long, and FileReadOnly, FileNewer, FileFull or what the action itself raises.
        """
        if not self.writable:
            raise FileReadOnly(path=self.path)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                with self._lock, self._faults():
                    return self._run_once(code, act)
            except FileBusy:
                if time.monotonic() > deadline:
                    raise
                time.sleep(random.uniform(0.01, 0.2))

    def _ask_to_write(self) -> None:
        if self.may_write is not None:
            self.may_write()

    def _run_once(self, code: str, act: Callable[[Writing], T]) -> Done[T]:
        self._ask_to_write()
        with JournalledSession(bind=self._writer, expire_on_commit=False, autoflush=False) as session:
            session.info[WRITING] = True
            self._refuse_newer(session)
            writing = Writing(session, self.profile)
            value = act(writing)
            session.flush()
            if not entries_of(session) and not writing.imported:
                session.rollback()
                return Done(value, "", frozenset())
            if not self._is_known_author(session):
                writing.add(Author(id=self.profile.author_id, name=self.profile.author_name))
            key, entries = write_journal(session, self.profile, code, writing.label_values)
            self._ask_to_write()
            session.commit()
            session.expunge_all()
            touched = frozenset((entry.table, entry.row_id) for entry in entries) | writing.touched
            return Done(value, key, touched)

    def _is_known_author(self, session: Session) -> bool:
        found = driver_of(session).execute("SELECT 1 FROM author WHERE id = ?", (self.profile.author_id,))
        return found.fetchone() is not None

    def _refuse_newer(self, session: Session) -> None:
        """Never write into a schema that a newer Parley has made while this window was open."""
        (version,) = driver_of(session).execute("PRAGMA user_version").fetchone()
        if version != SCHEMA_VERSION:
            raise FileNewer(path=self.path, version=version, known=SCHEMA_VERSION)

    @contextmanager
    def _faults(self) -> Generator[None, None, None]:
        """Turn what SQLite says into errors of ours."""
        try:
            yield
        except ParleyError:
            raise
        except UnicodeDecodeError as error:
            # Damage that came after opening: SQLite's message repeats it, and Python cannot read the message.
            raise FileDamaged(path=self.path, detail=str(error)) from error
        except (DBAPIError, sqlite3.Error) as error:
            if is_busy(error):
                raise FileBusy(path=self.path) from error
            known = fault(error, self.path)
            if known is None:
                raise
            raise known from error

    def data_version(self) -> int:
        """Return a number that changes when somebody else saved; cheap enough to ask each second."""
        with self._lock, self._faults(), self._engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            return raw.execute("PRAGMA data_version").fetchone()[0]


def _bring_up_to_date(state: FileState) -> FileState:
    from models.store.schema.migrate import migrate_file

    if not state.writable:
        raise FileReadOnly(path=state.path)
    back_up(state.path, Reason.MIGRATE)
    migrate_file(state.path, state.version)
    return check_file(state.path)
