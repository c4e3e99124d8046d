"""Writing fails at any point, by a limit of file sizes or on a disk that is really full: nothing is torn."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.actions import directory
from models.store import Database
from models.store.backup import copy_database
from models.store.guard import check_file
from tests.support.files import PARK, rows, sample_database
from tests.support.replay import replayed, stored
from tests.torture import children
from tests.torture.kills import assert_whole, backups_under, dump
from tests.torture.nursery import child
from tests.torture.sizes import say

if TYPE_CHECKING:
    import random
    from collections.abc import Generator

WORKS = ("save", "backup", "restore", "merge", "export")
OLD_PAPER = b"the paper of yesterday"
DISK = 8 * 1024 * 1024
EXPECTED = {"file-full", "file-failing", "file-not-allowed"}


class Case:
    """A database, and what the works need besides, ready to be copied."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.base = folder / "base.parley"
        self.earlier = folder / "earlier.parley"
        self.other = folder / "other.parley"
        with sample_database(folder, "base.parley") as opened:
            directory.organisation.add(opened, acronym="counter")
            copy_database(opened.path, self.other)
            copy_database(opened.path, self.earlier)
            for number in range(8):
                directory.organisation.add(opened, acronym=f"later {number}")
        with Database.open(self.other, PARK) as opened:
            for number in range(40):
                directory.organisation.add(opened, acronym=f"theirs {number}")
        self.sets = self._sets(self.base)
        self.rows = dump(self.base)

    def extra(self, work: str, place: Path) -> Path:
        """Return the second file of a work."""
        if work == "export":
            target = place / "agenda.docx"
            target.write_bytes(OLD_PAPER)
            return target
        return self.earlier if work == "restore" else self.other

    @staticmethod
    def _sets(path: Path) -> set[str]:
        return {key for (key,) in rows(path, "SELECT id FROM change_set")}

    def look(self, work: str, place: Path, said: str) -> None:
        """Look whether anything is torn, and whether what was told is so."""
        path = place / "office.parley"
        assert said == "done" or said in EXPECTED, f"{work}: {said}"
        assert_whole(path)
        assert replayed(path) == stored(path)
        new = self._sets(path) - self.sets
        if work in {"backup", "export"}:
            assert dump(path) == self.rows
        elif said == "done":
            assert new
        else:
            assert not new, f"{work} said {said}, and something was written"
            assert dump(path) == self.rows
        for backup in backups_under(place):
            check_file(backup)
            assert dump(backup) == self.rows
        if work == "backup" and said == "done":
            assert backups_under(place)
        if work == "export":
            paper = place / "agenda.docx"
            if said == "done":
                with zipfile.ZipFile(paper) as opened:
                    assert opened.testzip() is None
            else:
                assert paper.read_bytes() == OLD_PAPER
            assert {each.name for each in place.iterdir()} <= {"agenda.docx", "office.parley", "data"}


def limits_of_size(folder: Path, points: int, chance: random.Random) -> None:
    """Let no file grow past a limit, which lies anywhere."""
    case = Case(folder)
    size = case.base.stat().st_size
    found: Counter[tuple[str, str]] = Counter()
    for number in range(points):
        work = WORKS[number % len(WORKS)]
        place = folder / f"f{number}"
        place.mkdir()
        path = shutil.copy(case.base, place / "office.parley")
        # Half of the points lie in the journal and in small files, the others anywhere in the database.
        small = work == "export" or chance.random() < 0.5
        limit = chance.randrange(60_000) if small else chance.randrange(int(size * 1.2))
        extra = case.extra(work, place)
        with child(children.fail_to_write, Path(path), work, extra, limit) as each:
            each.wait()
            (said,) = each.said
        case.look(work, place, said)
        found[work, said] += 1
        shutil.rmtree(place)
    _report(f"write failures by a limit of size: {points}", found)


def full_disks(folder: Path, points: int, chance: random.Random) -> None:
    """Do the same on a small disk in memory, which is full but for some bytes; only root can make one."""
    case = Case(folder)
    found: Counter[tuple[str, str]] = Counter()
    for number in range(points):
        work = WORKS[number % len(WORKS)]
        with _small_disk(folder / f"disk{number}") as place:
            if place is None:
                say("write failures on a full disk: not run, only root can make a small disk")
                return
            path = shutil.copy(case.base, place / "office.parley")
            extra = case.extra(work, place)
            free = shutil.disk_usage(place).free
            room = min(chance.randrange(1 + chance.choice((20_000, 200_000, 3_000_000))), free)
            ballast = place / "data"
            ballast.mkdir()
            (ballast / "ballast").write_bytes(bytes(max(free - room, 0)))
            with child(children.fail_to_write, Path(path), work, extra, None) as each:
                each.wait()
                (said,) = each.said
            (ballast / "ballast").unlink()
            case.look(work, place, said)
        found[work, said] += 1
    _report(f"write failures on a full disk: {points}", found)


@contextmanager
def _small_disk(place: Path) -> Generator[Path | None, None, None]:
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "none", str(place)], capture_output=True, check=False
    )
    if made.returncode:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], capture_output=True, check=True)


def _report(title: str, found: Counter[tuple[str, str]]) -> None:
    works: dict[str, dict[str, Any]] = {}
    for (work, said), number in sorted(found.items()):
        works.setdefault(work, {})[said] = number
    say(f"{title}; nothing torn; {works}")
