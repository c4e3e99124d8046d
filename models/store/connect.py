"""Connections to a database file, with the settings that were measured to be safe."""

from __future__ import annotations

import random
import sqlite3
import time
from pathlib import Path
from typing import Any, Final, Literal, cast
from urllib.parse import quote

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from models.errors import FileTampered

APPLICATION_ID: Final = 0x5061726C  # "Parl"
BUSY_MILLISECONDS: Final = 10_000
BEGIN: Final = "parley_begin"
IMMEDIATE: Final = "BEGIN IMMEDIATE"
LONGEST_NAP: Final = 0.02
"""Seconds between two attempts to begin writing, at most."""

Mode = Literal["ro", "rw", "rwc"]

SETTINGS: Final = (
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
    "synchronous=FULL",
    "temp_store=MEMORY",
)


def file_address(path: Path, mode: Mode) -> str:
    """Write the address of a file as SQLite reads it; UNC paths need two more slashes."""
    plain = path.absolute().as_posix()
    lead = "file://" if plain.startswith("/") else "file:///"
    return f"{lead}{quote(plain)}?mode={mode}"


def connect(path: Path, mode: Mode, *, wait: int = BUSY_MILLISECONDS) -> sqlite3.Connection:
    """Open a connection in which transactions begin only where we say so."""
    connection = sqlite3.connect(
        file_address(path, mode), uri=True, isolation_level=None, timeout=wait / 1000, check_same_thread=False
    )
    try:
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        if mode == "ro":
            connection.execute("PRAGMA query_only=ON")
    except BaseException:
        connection.close()
        raise
    return connection


def make_engine(path: Path, mode: Mode) -> Engine:
    """Make an engine with one pinned connection to a file."""

    def creator() -> sqlite3.Connection:
        connection = connect(path, mode)
        if mode != "ro":
            # No write-ahead log: it breaks on network shares.
            (journal,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
            if journal != "delete":
                connection.close()
                raise FileTampered(path=path, detail=f"journal mode {journal}")
        return connection

    engine = create_engine("sqlite+pysqlite://", creator=creator, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    how = options.get(BEGIN, "BEGIN")
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    if how == IMMEDIATE:
        begin_writing(driver)
    else:
        driver.execute(how)


def begin_writing(driver: sqlite3.Connection, wait: int = BUSY_MILLISECONDS) -> None:
    """Begin a transaction that writes, as soon as nobody else does.

    SQLite's own waiting sleeps up to a tenth of a second between two looks, the longer it has waited the
    longer: of several who write without a pause, one would hardly ever come to it.
    """
    deadline = time.monotonic() + wait / 1000
    nap = 0.001
    driver.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                driver.execute(IMMEDIATE)
            except sqlite3.OperationalError as error:
                code = getattr(error, "sqlite_errorcode", 0) & 0xFF
                if code != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(random.uniform(0, nap))
                nap = min(nap * 1.5, LONGEST_NAP)
            else:
                return
    finally:
        driver.execute(f"PRAGMA busy_timeout={wait}")
