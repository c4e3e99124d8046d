"""Real database files for tests."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from models.actions.sample import create_sample
from models.store import Database, Profile
from models.store.schema import migrate
from models.store.schema.versions import v0001_first
from models.tables import Visit

if TYPE_CHECKING:
    from pathlib import Path

KIM = Profile("author-kim", "Kim Seoyeon", "device-kim")
PARK = Profile("author-park", "Park Jihun", "device-park")


def new_database(folder: Path, name: str = "office.parley", profile: Profile = KIM) -> Database:
    """Make an empty database file and open it."""
    return Database.create(folder / name, profile)


def sample_database(folder: Path, name: str = "sample.parley") -> Database:
    """Make a database file with the sample and open it."""
    return create_sample(folder / name, KIM)


def sample_visit(database: Database) -> Visit:
    """Load the sample's visit whole."""
    return next(visit for visit in database.load_all(Visit) if visit.days)


def rows(path: Path, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """Ask the file itself, past everything of ours."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()


def schema_of(path: Path) -> list[tuple[Any, ...]]:
    """Describe every column, key and index of a file."""
    return rows(
        path,
        'SELECT m.name, c.name, c.type, c."notnull", c.pk FROM sqlite_master m, pragma_table_info(m.name) c'
        " WHERE m.type = 'table' ORDER BY 1, 2",
    ) + rows(
        path,
        'SELECT m.name, f."from", f."table", f."to", f.on_delete FROM sqlite_master m,'
        " pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY 1, 2, 3",
    )


def folder_state(folder: Path) -> dict[str, str]:
    """Return every file under a folder with the hash of its bytes; no database there may be open."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def first_schema_only(monkeypatch: Any) -> None:
    """Make files as the first version made them, whatever has been added since."""
    monkeypatch.setattr(migrate, "known_versions", lambda: [v0001_first])
