"""Many processes on one file: no update is lost."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from models.store import Database
from models.tables import Organisation
from tests.support.files import KIM, rows
from tests.support.replay import replayed, stored
from tests.torture import children
from tests.torture.kills import assert_whole, counter_file
from tests.torture.nursery import child
from tests.torture.sizes import say

if TYPE_CHECKING:
    from pathlib import Path


def counting(folder: Path, processes: int, seconds: float, fewest: int) -> None:
    """Let processes raise one counter, and each its own, as fast as they can."""
    path = counter_file(folder, *(f"counter {who}" for who in range(processes)))
    with ExitStack() as stack:
        started = [
            stack.enter_context(child(children.count_up, path, who, seconds)) for who in range(processes)
        ]
        for each in started:
            each.wait(seconds + 60)
        assert [each.process.exitcode for each in started] == [0] * processes
        done = [each.said[0] for each in started]
    with Database.open(path, KIM) as opened:
        notes = {row.acronym: int(row.note or "0") for row in opened.load_all(Organisation)}
    assert notes["counter"] == sum(done), "an update is lost"
    assert [notes[f"counter {who}"] for who in range(processes)] == done
    assert_whole(path)
    assert replayed(path) == stored(path)
    sequences = [number for (number,) in rows(path, "SELECT sequence FROM change_set ORDER BY sequence")]
    assert sequences == list(range(1, len(sequences) + 1))
    say(f"{processes} processes for {seconds:g} s: {sum(done)} saves, none lost; each {done}")
    assert sum(done) >= fewest, f"fewer than {fewest} saves"
