"""Random merges: each compared with a merge in plain SQL, and looked at for what must always hold."""

from __future__ import annotations

import multiprocessing
import os
import random
from collections import Counter
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from models.actions.merge import merge_copy, preview_merge
from models.actions.undo import undo
from models.store import Database
from models.store.connect import connect
from models.store.merge import Choice
from tests.models.store.merge.copies import (
    change_sets,
    check_whole,
    content,
    copies,
    make_base,
    work,
)
from tests.support.files import rows
from tests.torture.merge_in_sql import SqlMerge, cells_of
from tests.torture.sizes import say

if TYPE_CHECKING:
    from models.store.merge import MergePlan

MOST_STEPS = 12
THREE_EVERY = 4
"""Of how many trials one is with three copies."""


def random_merges(count: int, dice: random.Random, *, together: int = 1) -> Counter[str]:
    """Run trials until so many merges have been compared; return what they met."""
    seeds = [dice.randrange(2**32) for _ in range(-(-count // 4))]
    if together == 1:
        met = trials(seeds)
    else:
        shares = [seeds[start::together] for start in range(together)]
        with multiprocessing.get_context("forkserver").Pool(together) as pool:
            met = sum(pool.imap_unordered(trials, shares), Counter[str]())
    say(f"{met['merges']} random merges agree with plain SQL, {met['orders']} triples agree in every order")
    say(f"met: {dict(sorted(met.items()))}")
    assert met["merges"] >= count
    return met


def trials(seeds: list[int]) -> Counter[str]:
    """Run one trial for each seed on copies of one base."""
    met: Counter[str] = Counter()
    with TemporaryDirectory(prefix="parley-merges-", dir=fast_folder()) as name:
        folder = Path(name)
        base = folder / "base.parley"
        make_base(base)
        for number, seed in enumerate(seeds):
            try:
                pair(base, folder, seed, met)
                if number % THREE_EVERY == 0:
                    triple(base, folder, seed, met)
            except BaseException:
                say(f"seed of the trial: {seed}")
                raise
            for path in folder.glob("run-*"):
                path.unlink()
    return met


def fast_folder() -> str | None:
    """Return a folder in memory where there is one: here it is not the disk that is tried."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def pair(base: Path, folder: Path, seed: int, met: Counter[str]) -> None:
    """Merge two copies in either direction with either preference, and compare each with plain SQL."""
    dice = random.Random(seed)
    with ExitStack() as stack:
        left, right = copies(stack, base, folder, 2, "run-pair")
        work(left, dice, dice.randint(0, MOST_STEPS))
        work(right, dice, dice.randint(0, MOST_STEPS))
        for number, (into, other, prefer) in enumerate(
            (into, other, prefer) for into, other in ((left, right), (right, left)) for prefer in Choice
        ):
            ours = copied(stack, into, folder, f"run-{number}-ours")
            merge_compared(base, ours, other, prefer, met)
            if number == seed % 4:
                before = content(into.path)
                theirs = copied(stack, other, folder, f"run-{number}-theirs")
                _back_and_undone(ours, theirs, before)


def merge_compared(base: Path, ours: Database, theirs: Database, prefer: Choice, met: Counter[str]) -> None:
    """Merge, and check the questions and the result against plain SQL, and what must always hold."""
    reference = SqlMerge(base, ours.path, theirs.path, prefer.value)
    wanted = reference.run()
    known = {**change_sets(theirs.path), **change_sets(ours.path)}
    sources = [cells_of(path) for path in (base, ours.path, theirs.path)]
    plan = preview_merge(ours, theirs.path)
    asked = {(each.kind.value, each.table, each.row_id, each.group) for each in plan.questions}
    assert asked == reference.asked
    merge_copy(ours, theirs.path, prefer=prefer, backup=False)
    merged = cells_of(ours.path)
    assert merged == wanted
    nothing_invented(merged, sources, references_written(ours.path, theirs.path))
    check_whole(ours.path)
    kept = change_sets(ours.path)
    assert all(kept[key] == each for key, each in known.items())
    assert preview_merge(ours, theirs.path).is_empty
    met["merges"] += 1
    met.update(kind for kind, *_ in asked)
    met["taken unasked"] += len(plan.automatic)
    met["moved twice"] += len(plan.notes)


def _back_and_undone(ours: Database, theirs: Database, before: dict[Any, Any]) -> None:
    """Merge the merged back, where all is decided by now; then undo it, and nothing comes back."""
    after = content(ours.path)
    assert preview_merge(ours, ours.path).is_empty
    merge_copy(theirs, ours.path, backup=False)
    assert content(theirs.path) == after
    check_whole(theirs.path)
    assert changes_nothing(preview_merge(ours, theirs.path))
    steps = merges_of(ours.path)
    if steps:
        undo(ours, steps[-1])
        assert content(ours.path) == before
        check_whole(ours.path)
        assert changes_nothing(preview_merge(ours, theirs.path))


def merges_of(path: Path) -> list[str]:
    """Return the merges of a file in their order."""
    return [key for (key,) in rows(path, "SELECT id FROM change_set WHERE label = 'merge' ORDER BY sequence")]


def changes_nothing(plan: MergePlan) -> bool:
    """Tell whether a plan would change no row, whatever change sets it brings."""
    return not plan.questions and not plan.automatic


def nothing_invented(merged: dict[Any, Any], sources: list[dict[Any, Any]], written: set[Any]) -> None:
    """Check that every row and cell of a result stands in a copy, or did: a reference is taken up again."""
    for key, row in merged.items():
        stood = [source[key] for source in sources if key in source]
        assert stood
        for field, value in row.items():
            known = value is None or any(each.get(field) == value for each in stood)
            assert known or (*key, field, value) in written, (key, field)


def references_written(*paths: Path) -> set[Any]:
    """Return every reference that the journals know: table, id, field, value."""
    query = """
        SELECT c."table", c.row_id, j.key, j.value FROM change c, json_each(c.after) j
        WHERE c.kind = 'insert' AND j.key LIKE '%\\_id' ESCAPE '\\'
        UNION SELECT "table", row_id, field, after ->> '$' FROM change
        WHERE kind = 'update' AND field LIKE '%\\_id' ESCAPE '\\'
    """
    return {tuple(row) for path in paths for row in rows(path, query)}


def triple(base: Path, folder: Path, seed: int, met: Counter[str]) -> None:
    """Merge three copies in several orders; without a question all come to the same."""
    dice = random.Random(seed + 1)
    with ExitStack() as stack:
        made = copies(stack, base, folder, 3, "run-three")
        for each in made:
            work(each, dice, dice.randint(0, MOST_STEPS // 2))
        results: list[dict[Any, Any]] = []
        for number, order in enumerate(([0, 1, 2], [0, 2, 1], [2, 1, 0], [1, 0, 2])):
            copy = copied(stack, made[order[0]], folder, f"run-order-{number}")
            for other in order[1:]:
                if preview_merge(copy, made[other].path).questions:
                    met["orders with questions"] += 1
                    return
                merge_copy(copy, made[other].path, backup=False)
            check_whole(copy.path)
            results.append(content(copy.path))
        first, *others = results
        assert all(each == first for each in others)
        # And crosswise: two that have merged one another's work meet.
        left = copied(stack, made[0], folder, "run-left")
        right = copied(stack, made[1], folder, "run-right")
        merge_copy(left, made[1].path, backup=False)
        merge_copy(right, made[2].path, backup=False)
        merge_copy(right, made[0].path, backup=False)
        merge_copy(left, right.path, backup=False)
        assert content(left.path) == first
        assert changes_nothing(preview_merge(right, left.path))
        met["orders"] += 1


def copied(stack: ExitStack, database: Database, folder: Path, name: str) -> Database:
    """Make a copy in the hands of the same person."""
    path = folder / f"{name}.parley"
    with closing(connect(database.path, "ro")) as live, closing(connect(path, "rwc")) as copy:
        live.backup(copy)
    return stack.enter_context(Database.open(path, database.profile))
