"""Opening the copy that is merged: looked at first, read only, never written."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models.store.backup import copy_database
from models.store.connect import make_engine
from models.store.faults import fault
from models.store.guard import check_file
from models.store.schema import SCHEMA_VERSION


@contextmanager
def opened_other(path: Path) -> Generator[Session, None, None]:
    """Open a copy for reading, in one read transaction.

    One of an older schema is brought up to date in a temporary copy. Raises the FileProblem that fits:
    what is damaged, foreign or newer is refused.
    """
    state = check_file(path)
    with TemporaryDirectory(prefix="parley-") as folder:
        readable = path
        if state.version < SCHEMA_VERSION:
            from models.store.schema.migrate import migrate_file

            readable = Path(folder) / "copy.parley"
            copy_database(path, readable)
            migrate_file(readable, state.version)
        engine = make_engine(readable, "ro")
        try:
            with Session(engine) as session:
                yield session
                session.rollback()
        except (DBAPIError, sqlite3.Error) as error:
            raise fault(error, path) or error from error
        finally:
            engine.dispose()
