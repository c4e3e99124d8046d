"""Making a new database file: complete, or not at all."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from models.errors import FileExists, FileFull, FileMissing, FileNotAllowed
from models.store.connect import connect
from models.store.faults import fault


def create_file(path: Path) -> None:
    """Make an empty database with the newest schema.

    It is made beside the path under another name and then linked there, so that nobody ever sees a half one
    and nothing that appeared meanwhile is replaced. Raises FileExists, FileMissing (no such folder) or
    FileNotAllowed.
    """
    from models.store.schema.migrate import migrate_file

    if path.exists():
        raise FileExists(path=path)
    if not path.parent.is_dir():
        raise FileMissing(path=path.parent)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with closing(connect(fresh, "rwc")) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
        migrate_file(fresh, 0)
        _put_in_place(fresh, path)
    except sqlite3.Error as error:
        raise fault(error, path) or error from error
    except OSError as error:
        raise (FileFull if error.errno == 28 else FileNotAllowed)(path=path, detail=error.strerror) from error
    finally:
        if fresh.exists():
            fresh.unlink()


def _put_in_place(fresh: Path, path: Path) -> None:
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise FileExists(path=path) from None
    except OSError:
        # A file system without hard links (FAT, some shares): the name was free a moment ago.
        if path.exists():
            raise FileExists(path=path) from None
        fresh.rename(path)
