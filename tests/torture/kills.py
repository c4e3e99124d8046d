"""kill -9 at any moment: what was acknowledged stands, nothing stands by half."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.actions import directory
from models.store import Database
from models.store.backup import copy_database
from models.store.backups.places import NAME
from models.store.guard import check_file, roll_back_if_needed
from models.tables import Organisation
from tests.support.files import KIM, PARK, new_database, rows, sample_database
from tests.support.replay import replayed, stored
from tests.torture import children
from tests.torture.nursery import child
from tests.torture.sizes import say

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

SAVES_A_FILE = 25
"""After so many kills a new file is begun: looking at all of it takes longer each time."""


def dump(path: Path, *, ignored: tuple[str, ...] = ()) -> list[Any]:
    """Return every row of a file that is not open."""
    tables = [
        name for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
    ]
    return [
        (table, row)
        for table in tables
        if table not in ignored
        for row in sorted(rows(path, f'SELECT * FROM "{table}"'), key=repr)
    ]


def assert_whole(path: Path) -> None:
    """Roll back what the dead left, and look at every page and every reference."""
    roll_back_if_needed(path)
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert rows(path, "PRAGMA foreign_key_check") == []


def journal_file(path: Path) -> bool:
    """Tell whether a dead process left a save half written."""
    found = path.with_name(path.name + "-journal")
    return found.exists() and found.stat().st_size > 0


def backups_under(folder: Path) -> list[Path]:
    """List all that stands under the name of a backup."""
    return [path for path in folder.rglob("*.parley") if NAME.fullmatch(path.name)]


def counter_file(folder: Path, *others: str) -> Path:
    """Make a database with counters."""
    folder.mkdir(parents=True, exist_ok=True)
    with new_database(folder) as opened:
        for acronym in ("counter", *others):
            directory.organisation.add(opened, acronym=acronym)
        return opened.path


def during_saves(folder: Path, kills: int, chance: random.Random) -> None:
    """Kill a process that saves, reopen, and look for each save that it told of."""
    acknowledged, halves, known, path = 0, 0, set[str](), Path()
    for number in range(kills):
        if number % SAVES_A_FILE == 0:
            path, known = counter_file(folder / str(number)), set()
        with child(children.save_for_ever, path) as each:
            each.kill_after(chance.uniform(0.0, 0.15))
        known |= set(each.said)
        acknowledged += len(each.said)
        halves += journal_file(path)
        with Database.open(path, KIM) as opened:
            (counter,) = [row for row in opened.load_all(Organisation) if row.acronym == "counter"]
        assert_whole(path)
        saves = dict(
            rows(
                path,
                "SELECT s.id, count(*) FROM change_set s JOIN change c ON c.change_set_id = s.id"
                " WHERE s.label = 'torture.save' GROUP BY s.id",
            )
        )
        assert known <= saves.keys(), "an acknowledged save is gone"
        assert set(saves.values()) <= {children.ROWS_OF_A_SAVE}, "half a change set"
        assert int(counter.note or "0") == len(saves)
        # What stood without having been told of stays from now on.
        known = set(saves)
        assert replayed(path) == stored(path)
    say(
        f"kill -9 during saves: {kills}; acknowledged saves {acknowledged}, all there;"
        f" killed in the middle of a commit {halves}"
    )


def during_migrations(folder: Path, kills: int, chance: random.Random) -> None:
    """Kill a process that migrates: the old file or the new one, and the backup from before."""
    with sample_database(folder, "base.parley") as opened:
        base = opened.path
    original = dump(base)
    longest = _time_of(folder / "warm", base, children.migrate_once)
    before = after = halves = 0
    for number in range(kills):
        path = _copied(base, folder / f"m{number}")
        with child(children.migrate_once, path) as each:
            each.kill_after(chance.uniform(0, longest))
        halves += journal_file(path)
        assert_whole(path)
        version = rows(path, "PRAGMA user_version")[0][0]
        if version == 1:
            assert not each.said
            assert dump(path) == original
            before += 1
        else:
            assert rows(path, "SELECT count(*) FROM person WHERE later = 'x'") == [
                (len(rows(base, "SELECT id FROM person")),)
            ]
            assert [
                (table, row) for table, row in dump(path) if table in {"change", "delegate", "visit"}
            ] == [(table, row) for table, row in original if table in {"change", "delegate", "visit"}]
            assert backups_under(path.parent)
            after += 1
        _assert_backups(path.parent, original)
        shutil.rmtree(path.parent)
    say(f"kill -9 during migrations: {kills}; still old {before}, new {after}, in mid-commit {halves}")


def during_backups(folder: Path, kills: int, chance: random.Random) -> None:
    """Kill a process that makes backups: what stands under the name of a backup is whole."""
    with sample_database(folder, "base.parley") as opened:
        base = opened.path
    original = dump(base)
    made = 0
    for number in range(kills):
        path = _copied(base, folder / f"b{number}")
        with child(children.back_up_for_ever, path) as each:
            each.kill_after(chance.uniform(0, 0.35))
        told = {name for names in each.said for name in names}
        assert told <= {str(backup) for backup in backups_under(path.parent)}
        made += len(told)
        _assert_backups(path.parent, original)
        assert_whole(path)
        assert dump(path) == original
        shutil.rmtree(path.parent)
    say(f"kill -9 during backups: {kills}; told of {made}, all there and whole")


def during_restores(folder: Path, kills: int, chance: random.Random) -> None:
    """Kill a process that goes from one backup to the other: the file is as the one, or as the other."""
    with sample_database(folder, "base.parley") as opened:
        base = opened.path
        copies = [folder / "first.parley", folder / "second.parley"]
        copy_database(base, copies[0])
        directory.person.remove(opened, rows(base, "SELECT person_id FROM delegate ORDER BY id")[1][0])
        directory.organisation.add(opened, acronym="NEW")
        copy_database(base, copies[1])
    states = [_people(copy) for copy in copies]
    restored = halves = 0
    for number in range(kills):
        path = _copied(base, folder / f"r{number}")
        with child(children.restore_for_ever, path, copies) as each:
            each.kill_after(chance.uniform(0, 0.7))
        halves += journal_file(path)
        assert_whole(path)
        sets = {key for (key,) in rows(path, "SELECT id FROM change_set WHERE label = 'backup.restore'")}
        assert set(each.said) - {""} <= sets, "an acknowledged restore is gone"
        assert _people(path) in states
        assert replayed(path) == stored(path)
        restored += len(each.said)
        for backup in backups_under(path.parent):
            check_file(backup)
        shutil.rmtree(path.parent)
    say(f"kill -9 during restores: {kills}; acknowledged {restored}, all there; in mid-commit {halves}")


def during_replacements(folder: Path, kills: int, chance: random.Random) -> None:
    """Kill a process that replaces a damaged file: the path leads to the damaged one or to the whole one."""
    with sample_database(folder, "base.parley") as opened:
        base = opened.path
    original = dump(base)
    damaged = bytearray(base.read_bytes())
    damaged[4096 * 20 : 4096 * 21] = bytes(4096)
    replaced = 0
    for number in range(kills):
        path = folder / f"d{number}" / "office.parley"
        path.parent.mkdir()
        path.write_bytes(damaged)
        with child(children.replace_once, path, base) as each:
            each.kill_after(chance.uniform(0, 0.15))
        if path.read_bytes() == damaged:
            assert not each.said
        else:
            replaced += 1
            assert dump(path) == original
            (aside,) = path.parent.glob("office.parley.damaged-*")
            assert aside.read_bytes() == damaged
        shutil.rmtree(path.parent)
    say(f"kill -9 while a damaged file is replaced: {kills}; replaced {replaced}, else as it was")


def during_merges(folder: Path, kills: int, chance: random.Random) -> None:
    """Kill a process that merges: all of the other side's change sets, or none."""
    with sample_database(folder, "base.parley") as opened:
        base = opened.path
    other = _copied(base, folder / "other")
    _edit(base, KIM, "ours")
    _edit(other, PARK, "theirs")
    theirs = {key for (key,) in rows(other, "SELECT id FROM change_set")} - {
        key for (key,) in rows(base, "SELECT id FROM change_set")
    }
    longest = _time_of(folder / "warm", base, children.merge_once, other)
    merged = halves = 0
    for number in range(kills):
        path = _copied(base, folder / f"g{number}")
        with child(children.merge_once, path, other) as each:
            each.kill_after(chance.uniform(0, longest))
        halves += journal_file(path)
        assert_whole(path)
        there = {key for (key,) in rows(path, "SELECT id FROM change_set")} & theirs
        assert there in (set(), theirs), "half a merge"
        assert not each.said or there == theirs
        assert replayed(path) == stored(path)
        merged += there == theirs
        shutil.rmtree(path.parent)
    say(f"kill -9 during merges: {kills}; merged {merged}, else untouched; in mid-commit {halves}")


def _edit(path: Path, who: Any, text: str) -> None:
    with Database.open(path, who) as opened:
        for number in range(20):
            key = directory.organisation.add(opened, acronym=f"{text} {number}").value
            directory.person.add(opened, family={"en": f"{text} {number}"})
            directory.organisation.edit(opened, key, {"name.ko": text})


def _copied(base: Path, folder: Path) -> Path:
    folder.mkdir()
    return Path(shutil.copy(base, folder / "office.parley"))


def _time_of(folder: Path, base: Path, work: Callable[..., None], *more: Any) -> float:
    """Return how long a work takes in a child that nobody kills."""
    begin = time.monotonic()
    with child(work, _copied(base, folder), *more) as each:
        each.wait()
    assert each.said
    return (time.monotonic() - begin) * 1.1


def _assert_backups(folder: Path, original: list[Any]) -> None:
    for backup in backups_under(folder):
        check_file(backup)
        assert dump(backup) == original, backup


def _people(path: Path) -> Any:
    found = stored(path)
    found.pop("author", None)
    return found
