"""What the children do. They are imported once in the process that the children are forked from."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

import sqlalchemy as sa

from exporters.catalogue import PaperRequest
from exporters.catalogue import export as write_paper
from models.actions import backups
from models.actions.merge import merge_copy
from models.errors import ParleyError
from models.store import Database, Profile, database, guard
from models.store.merge.questions import Choice
from models.store.schema import migrate
from models.tables import Organisation
from tests.support.files import KIM, sample_visit

ROWS_OF_A_SAVE = 6
"""Entries that each save of ours makes in the journal."""


def save_once(opened: Database, number: int) -> str:
    """Write several rows that hang together, and one that is there already, as one change set."""

    def act(writing: Any) -> None:
        counter = writing.where(Organisation, acronym="counter")[0]
        parent = writing.add(Organisation(acronym=f"parent {number}", parent_id=counter.id))
        for place in range(4):
            writing.add(Organisation(acronym=f"child {number}.{place}", parent_id=parent.id))
        writing.change(counter, {"note": str(int(counter.note or "0") + 1)})

    return opened.run("torture.save", act).change_set


def save_for_ever(pipe: Any, path: Path) -> None:
    """Save in a loop and tell each change set when it stands."""
    with Database.open(path, KIM) as opened:
        number = 0
        while True:
            number += 1
            pipe.send(save_once(opened, number))


def migrate_once(pipe: Any, path: Path) -> None:
    """Open a file of the first schema as a later Parley would, whose migration rewrites tables."""

    def upgrade(operations: Any) -> None:
        for name in ("person", "schedule_item", "participation"):
            with operations.batch_alter_table(name) as table:
                table.add_column(sa.Column("later", sa.Text(), nullable=False, server_default="x"))
        operations.execute("UPDATE schedule_item SET later = 'y'")

    for module in (database, guard):
        module.SCHEMA_VERSION = 2  # pyright: ignore[reportAttributeAccessIssue]
    guard.TableRow = SimpleNamespace(metadata=SimpleNamespace(tables={}))  # pyright: ignore
    guard._check_objects = lambda *_: None  # pyright: ignore - the tables of the classes are those of today
    migrate.known_versions = lambda: [None, SimpleNamespace(upgrade=upgrade)]  # pyright: ignore
    Database.open(path, KIM).close()
    pipe.send("migrated")


def back_up_for_ever(pipe: Any, path: Path) -> None:
    """Make backups in a loop and tell where each stands."""
    while True:
        made = backups.back_up(path, backups.Reason.ASKED)
        pipe.send([str(backup.path) for backup in made.backups])


def restore_for_ever(pipe: Any, path: Path, copies: list[Path]) -> None:
    """Go from one backup to the other and tell each change set when it stands."""
    with Database.open(path, KIM) as opened:
        while True:
            for copy in copies:
                pipe.send(backups.restore(opened, copy).change_set)


def merge_once(pipe: Any, path: Path, other: Path) -> None:
    """Merge another copy into a database."""
    with Database.open(path, KIM) as opened:
        pipe.send(merge_copy(opened, other, prefer=Choice.THEIRS).change_set)


def replace_once(pipe: Any, path: Path, copy: Path) -> None:
    """Put a backup in the place of a damaged file."""
    pipe.send(str(backups.replace_damaged(path, copy).set_aside))


def count_up(pipe: Any, path: Path, who: int, seconds: float) -> None:
    """Raise a counter of all and one of its own by one, in a loop, and tell how often."""
    with Database.open(path, Profile(f"author-{who}", f"Author {who}", f"device-{who}")) as opened:

        def act(writing: Any) -> None:
            for acronym in ("counter", f"counter {who}"):
                (row,) = writing.where(Organisation, acronym=acronym)
                writing.change(row, {"note": str(int(row.note or "0") + 1)})

        done = 0
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            opened.run("torture.count", act)
            done += 1
        pipe.send(done)


def fail_to_write(pipe: Any, path: Path, work: str, extra: Path, limit: int | None) -> None:
    """Do a work with no file allowed to grow past a limit, as a full disk would stop it."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with ExitStack() as stack:
        try:
            opened = stack.enter_context(Database.open(path, KIM))
            visit = sample_visit(opened) if work == "export" else None
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            match work:
                case "save":
                    save_once(opened, 1)
                case "backup":
                    backups.back_up_now(opened)
                case "restore":
                    backups.restore(opened, extra)
                case "merge":
                    merge_copy(opened, extra, prefer=Choice.OURS)
                case "export":
                    write_paper(visit, (PaperRequest("agenda", ()),), extra, overwrite=True)
            pipe.send("done")
        except ParleyError as error:
            pipe.send(error.code)
        except OSError as error:
            pipe.send(f"os {error.errno}")
        except Exception as error:  # noqa: BLE001 - told to the parent, which fails
            pipe.send(f"UNEXPECTED {error!r}")


def _warm_up() -> None:
    """Let the mappers and statements be made once, before the fork."""
    with TemporaryDirectory() as folder:
        os.environ["PARLEY_DATA"] = str(Path(folder) / "data")
        with Database.create(Path(folder) / "warm.parley", KIM) as opened:
            opened.run("x", lambda writing: writing.add(Organisation(acronym="counter")) and None)
            save_once(opened, 0)
            backups.back_up(opened.path, backups.Reason.ASKED)
            copy = backups.backups_of(opened)[0].path
            save_once(opened, 1)
            backups.restore(opened, copy)
            opened.load_all(Organisation)
        del os.environ["PARLEY_DATA"]


if sys.argv[:1] == ["-c"]:  # the process that the children are forked from, not the test
    _warm_up()
