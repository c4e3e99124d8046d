"""Bad files: forty kinds, and thousands made by chance. None crashes us, hangs, or is changed."""

from __future__ import annotations

import hashlib
import random
import signal
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.actions import directory, visits
from models.errors import FileProblem
from models.store import Database
from models.store.writing import ROW_KINDS
from models.tables import Visit
from tests.support.files import KIM, new_database
from tests.torture.nursery import child
from tests.torture.sizes import say

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_SECONDS = 10
BATCH = 250
PAGE = 4096


def base_file(folder: Path) -> Path:
    """Make a small file with rows in several tables."""
    folder.mkdir(parents=True, exist_ok=True)
    with new_database(folder, "base.parley") as opened:
        for number in range(25):
            parent = directory.organisation.add(
                opened, acronym=f"O{number}", name={"ko": "한국표준과학연구원", "en": f"Institute {number}"}
            ).value
            directory.person.add(opened, family={"ja": "臼田", "en": "Usuda"}, given={"en": "Takashi"})
        visit = visits.visit.add(opened, title={"en": "Visit"}, languages=["ko", "ja"]).value
        visits.day.add(opened, visit_id=visit, date="2024-07-30")
        visits.party.add(opened, visit_id=visit, organisation_id=parent, side="host")
        return opened.path


def use(path: Path) -> str:
    """Open a file and read all of it, as the window would; return what it was called, or that it opened."""
    try:
        opened = Database.open(path, KIM)
    except FileProblem as problem:
        return problem.code
    with opened:
        try:
            _read_all(opened)
        except FileProblem as problem:
            # An index that leads astray is seen only by whoever follows it.
            return f"{problem.code}-when-read"
    return "opened"


def _read_all(opened: Database) -> None:
    for kind in ROW_KINDS.values():
        opened.load_all(kind)
    for visit in opened.load_all(Visit):
        opened.load_visit(visit.id)
        opened.last_change("visit", visit.id)
    opened.counts()


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes of a file with something wrong."""
    made = bytearray(data)
    match chance.choice(("bits", "bits", "head", "run", "cut", "swap", "page", "more")):
        case "bits":
            for _ in range(chance.choice((1, 1, 3, 20, 400))):
                made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
        case "head":
            for _ in range(chance.choice((1, 2, 6))):
                made[chance.randrange(chance.choice((100, 200, PAGE)))] = chance.randrange(256)
        case "run":
            start = chance.randrange(len(made))
            made[start : start + chance.randrange(1, 600)] = chance.randbytes(chance.randrange(1, 600))
        case "cut":
            del made[chance.randrange(len(made)) :]
        case "swap":
            one, two = (chance.randrange(len(made) // PAGE) * PAGE for _ in range(2))
            made[one : one + PAGE], made[two : two + PAGE] = made[two : two + PAGE], made[one : one + PAGE]
        case "page":
            start = chance.randrange(len(made) // PAGE) * PAGE
            made[start : start + PAGE] = chance.choice((bytes(PAGE), b"\xff" * PAGE, chance.randbytes(PAGE)))
        case _:
            made += chance.randbytes(chance.randrange(1, 9000))
    return bytes(made)


def try_batch(pipe: Any, place: Path, base: Path, seed: int, number: int) -> None:
    """Spoil, use and look, so many times; the alarm ends the process where one takes too long."""
    data = base.read_bytes()
    chance = random.Random(seed)
    folder = place.parent / str(seed)
    folder.mkdir()
    for each in range(number):
        bad = spoilt(data, chance)
        path = folder / "case.parley"
        path.write_bytes(bad)
        pipe.send(("begin", each))
        signal.alarm(LONGEST_SECONDS)
        try:
            said = use(path)
        except Exception as error:  # noqa: BLE001 - told to the parent, which fails
            said = f"UNEXPECTED {error!r}"
        signal.alarm(0)
        if path.read_bytes() != bad or len(list(folder.iterdir())) != 1:
            said = f"CHANGED {[found.name for found in folder.iterdir()]} ({said})"
        pipe.send(("end", said))


def fuzzed(folder: Path, number: int, chance: random.Random) -> None:
    """Make files by chance, use each, and count what they were called."""
    base = base_file(folder)
    found: Counter[str] = Counter()
    failures: list[str] = []
    for start in range(0, number, BATCH):
        seed = chance.randrange(1, 2**40)
        size = min(BATCH, number - start)
        with child(try_batch, folder / "x", base, seed, size) as each:
            each.wait(LONGEST_SECONDS * size)
            ends = [said for kind, said in each.said if kind == "end"]
            if len(ends) != size:
                failures.append(f"seed {seed}, file {len(ends)}: ended with {each.process.exitcode}")
        failures += [
            f"seed {seed}, file {place}: {said}"
            for place, said in enumerate(ends)
            if said.startswith(("UNEXPECTED", "CHANGED"))
        ]
        found.update(said.split(" ")[0] for said in ends)
    say(f"fuzzed files: {sum(found.values())}; {dict(found.most_common())}")
    assert not failures, "\n".join(failures[:40])


def try_one(pipe: Any, path: Path) -> None:
    """Use one file under the alarm."""
    signal.alarm(LONGEST_SECONDS)
    pipe.send(use(path))


def kinds(folder: Path, spoilers: dict[Callable[[Path], None], type[FileProblem] | None]) -> None:
    """Make one bad file of each kind: named for what it is, or opened whole (None), and left alone."""
    data = base_file(folder).read_bytes()
    failures: list[str] = []
    for spoil, problem in spoilers.items():
        place = folder / spoil.__name__
        place.mkdir()
        path = place / "case.parley"
        path.write_bytes(data)
        spoil(path)
        before = _state(place)
        with child(try_one, path) as each:
            each.wait(LONGEST_SECONDS + 5)
            said = each.said[0] if each.said else f"ended with {each.process.exitcode}"
        wanted = "opened" if problem is None else problem.code
        if said != wanted:
            failures.append(f"{spoil.__name__}: {said}, not {wanted}")
        if _state(place) != before:
            failures.append(f"{spoil.__name__}: changed, {sorted(_state(place))}")
    say(f"kinds of bad files: {len(spoilers)}, each named for what it is and left alone")
    assert not failures, "\n".join(failures)


def _state(folder: Path) -> dict[str, str]:
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder or else"
        for path in sorted(folder.rglob("*"))
    }


def patched(path: Path, place: int, value: bytes) -> None:
    """Write bytes into a file."""
    data = bytearray(path.read_bytes())
    data[place : place + len(value)] = value
    path.write_bytes(data)


def ran(path: Path, *statements: str) -> None:
    """Run SQL on a file as a stranger would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        for statement in statements:
            connection.execute(statement)
