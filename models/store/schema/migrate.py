"""Running migrations: all of them or none, counted and checked before the commit."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, NullPool, create_engine, event

from models.errors import FileDamaged
from models.store.connect import APPLICATION_ID, BEGIN, connect
from models.store.faults import fault
from models.store.schema import versions

VERSIONS: Sequence[str] = ("v0001_first",)


def known_versions() -> list[ModuleType]:
    """Return the migrations in their order; the first makes the schema in an empty file."""
    return [import_module(f"{versions.__name__}.{name}") for name in VERSIONS]


def migrate_file(path: Path, start: int, steps: Sequence[ModuleType] | None = None) -> int:
    """Bring the file from schema version ``start`` to the newest, in one transaction.

    A step may state ``LOST`` (table name to the number of rows it means to drop); any other loss of rows
    undoes everything. Raises FileDamaged, or what SQLite said. Returns the new version.
    """
    steps = known_versions() if steps is None else steps
    engine = create_engine(
        "sqlite+pysqlite://", creator=lambda: connect(path, "rw"), poolclass=NullPool
    ).execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            # Outside a transaction, or SQLite ignores it; with it on, batch mode deletes children unseen.
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
            with connection.begin():
                _run(connection, path, start, steps)
    except sqlite3.Error as error:
        raise fault(error, path) or error from error
    finally:
        engine.dispose()
    return len(steps)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _run(connection: Connection, path: Path, start: int, steps: Sequence[ModuleType]) -> None:
    context = MigrationContext.configure(
        connection, opts={"transactional_ddl": True, "render_as_batch": True}
    )
    for version, step in enumerate(steps[start:], start=start + 1):
        before = _counts(connection)
        with Operations.context(context) as operations:
            step.upgrade(operations)
        _compare(path, before, _counts(connection), getattr(step, "LOST", {}))
        connection.exec_driver_sql(f"PRAGMA user_version={version}")
    if start == 0:
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(5)
    if orphans:
        raise FileDamaged(path=path, detail="; ".join(f"{row[0]} -> {row[2]}" for row in orphans))


def _counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
        for name in names
        if not name.startswith("sqlite_")
    }


def _compare(
    path: Path, before: Mapping[str, int], after: Mapping[str, int], lost: Mapping[str, int]
) -> None:
    for table, count in before.items():
        left = after.get(table, 0)
        if left < count - lost.get(table, 0):
            raise FileDamaged(path=path, detail=f"{table}: {count} -> {left}")
