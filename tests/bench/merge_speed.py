"""Measure a merge against the same in plain SQL: ``python -m tests.bench.merge_speed [ROWS]``.

Theirs has half of the rows new and half changed, ours has changed another part; the floor attaches both files
and a saved base and copies rows and journal with SQL, deciding each row by comparing the three. Looking
whether the other file is whole and harmless, which the floor does not do, is told apart.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from models.actions.merge import merge_copy
from models.store import Database, Profile, Writing
from models.store.backup import copy_database
from models.store.guard import check_file
from models.store.merge import Choice
from models.tables import Organisation
from models.tables.keys import new_key

OFFICE = Profile("author-office", "Office", "device-office")
TRIP = Profile("author-trip", "Trip", "device-trip")
ROUNDS = 3


def main(count: int) -> None:
    """Build the copies, merge them both ways, print the times and their ratio."""
    with TemporaryDirectory(prefix="parley-speed-") as name:
        base, ours, theirs = (Path(name) / f"{each}.parley" for each in ("base", "ours", "theirs"))
        _build(base, ours, theirs, count)
        floor, product, looking = [], [], []
        for number in range(ROUNDS):
            plain, merged = (Path(name) / f"{each}-{number}.parley" for each in ("plain", "merged"))
            copy_database(ours, plain)
            copy_database(ours, merged)
            floor.append(_timed(lambda plain=plain: _plain_sql(base, plain, theirs)))
            with Database.open(merged, OFFICE) as database:
                product.append(
                    _timed(
                        lambda database=database: merge_copy(
                            database, theirs, prefer=Choice.OURS, backup=False
                        )
                    )
                )
            looking.append(_timed(lambda: check_file(theirs)))
            assert _rows(plain) == _rows(merged)
        one, other, look = (statistics.median(times) for times in (floor, product, looking))
        print(
            f"{count} rows of theirs: plain SQL {one:.2f} s;"
            f" merge {other:.2f} s, of it the look at the file {look:.2f} s"
        )
        print(f"ratio {(other - look) / one:.2f}, with the look {other / one:.2f}")


def _timed(act) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _build(base: Path, ours: Path, theirs: Path, count: int) -> None:
    with Database.create(base, OFFICE) as database:
        keys = database.run("bench.base", lambda writing: _add(writing, count)).value
    for path, profile, changed, added in (
        (ours, OFFICE, keys[count // 2 :], count // 8),
        (theirs, TRIP, keys[: count // 2], count // 2),
    ):
        copy_database(base, path)
        with Database.open(path, profile) as database:
            for start in range(0, len(changed), 1000):
                chunk = changed[start : start + 1000]
                database.run(
                    "bench.edit",
                    lambda writing, chunk=chunk, text=profile.author_name: _edit(writing, chunk, text),
                )
            database.run("bench.add", lambda writing, added=added: _add(writing, added) and None)


def _add(writing: Writing, count: int) -> list[str]:
    made = [
        Organisation(
            id=new_key(),
            acronym=f"N{number}",
            name={"ko": f"기관 {number}", "en": f"Institute {number}"},
            city={"ko": "대전", "en": "Daejeon"},
            order=f"V{number:06d}",
        )
        for number in range(count)
    ]
    writing.add_all(made)
    return [row.id for row in made]


def _edit(writing: Writing, keys: list[str], text: str) -> None:
    for key in keys:
        writing.get(Organisation, key).note = text
    writing.session.flush()


def _plain_sql(base: Path, ours: Path, theirs: Path) -> None:
    with closing(sqlite3.connect(ours, isolation_level=None)) as database:
        database.execute("PRAGMA foreign_keys=ON")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("PRAGMA secure_delete=ON")
        database.execute("ATTACH ? AS base", (str(base),))
        database.execute("ATTACH ? AS theirs", (str(theirs),))
        database.execute("BEGIN IMMEDIATE")
        database.execute("PRAGMA defer_foreign_keys=ON")
        tables = [
            name
            for (name,) in database.execute(
                "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                " AND name NOT IN ('change', 'change_set', 'tombstone')"
            )
        ]
        for table in tables:
            names = [row[1] for row in database.execute(f"PRAGMA main.table_info({table})")]
            listed = ", ".join(f'"{name}"' for name in names)
            database.execute(
                f"INSERT INTO main.{table} ({listed}) SELECT {listed} FROM theirs.{table} t"
                f" WHERE t.id NOT IN (SELECT id FROM base.{table})"
                f" AND t.id NOT IN (SELECT id FROM main.{table})"
            )
            database.execute(
                f"DELETE FROM main.{table} WHERE id IN (SELECT id FROM base.{table})"
                f" AND id NOT IN (SELECT id FROM theirs.{table})"
            )
            cells = ", ".join(
                f'"{name}" = CASE WHEN n."{name}" IS NOT n.b_{number} AND n.o_{number} IS n.b_{number}'
                f' THEN n."{name}" ELSE n.o_{number} END'
                for number, name in enumerate(names)
                if name != "id"
            )
            states = ", ".join(
                f't."{name}", b."{name}" AS b_{number}, o."{name}" AS o_{number}'
                for number, name in enumerate(names)
                if name != "id"
            )
            changed = " OR ".join(f't."{name}" IS NOT b."{name}"' for name in names if name != "id")
            database.execute(
                f"UPDATE main.{table} SET {cells} FROM (SELECT t.id AS key, {states} FROM theirs.{table} t"
                f" JOIN base.{table} b ON b.id = t.id JOIN main.{table} o ON o.id = t.id WHERE {changed}) n"
                f" WHERE main.{table}.id = n.key"
            )
        (last,) = database.execute("SELECT max(sequence) FROM main.change_set").fetchone()
        database.execute(
            "INSERT INTO main.change_set"
            " SELECT id, ? + row_number() OVER (ORDER BY sequence), author_id, device, at, label,"
            " label_values"
            " FROM theirs.change_set WHERE id NOT IN (SELECT id FROM main.change_set)",
            (last,),
        )
        database.execute(
            "INSERT INTO main.change SELECT * FROM theirs.change WHERE change_set_id NOT IN"
            " (SELECT change_set_id FROM main.change)"
        )
        database.execute("COMMIT")


def _rows(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT * FROM organisation ORDER BY id").fetchall()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 80_000)
