"""Bringing 10,000 people, against reading the file with calamine and writing the rows with executemany."""

from __future__ import annotations

import json
import random
from contextlib import closing
from pathlib import Path
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from models.actions.intake import accept, preview
from models.intake.memory import Memory
from models.intake.values.known_names import romanised
from models.store import Database
from models.store.connect import connect
from models.store.profile import Profile
from models.tables.keys import new_key
from tests.bench.ratio import of_pairs, timed

PEOPLE = 10_000
SECONDS = 3.0
HEADINGS = ("성명", "영문성명", "소속", "직위", "이메일", "전화번호")
FAMILIES = (
    ("김", "Kim"),
    ("이", "Lee"),
    ("박", "Park"),
    ("최", "Choi"),
    ("정", "Jung"),
    ("한", "Han"),
    ("오", "Oh"),
)
SYLLABLES = "민서현준우지수영호성재혁진경은하윤채아린동석태희원규상훈용주연미나라정선혜인"
PROFILE = Profile(new_key(), "bench", new_key())


def people_file(path: Path) -> Path:
    """Write a list of people as an office keeps it."""
    draw = random.Random(1)
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("명단")
        sheet.write_row(0, 0, HEADINGS)
        for number in range(1, PEOPLE + 1):
            korean, latin = draw.choice(FAMILIES)
            given = "".join(draw.choices(SYLLABLES, k=2))
            name, written = korean + given, f"{latin.upper()} {romanised(given).capitalize()}"
            house = f"기관 {draw.randrange(200)}호"
            row = (name, written, house, "책임연구원", f"p{number}@example.org", f"010-{number:08}")
            sheet.write_row(number, 0, row)
    return path


def floor(path: Path, database: Path, *, journal: bool) -> None:
    """Read the rows and write people and posts as they are; with the journal's line of each, if asked for."""
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]
    houses = {name: new_key() for name in {row[2] for row in rows}}
    people, posts = [], []
    for row in rows:
        key = new_key()
        people.append(
            (
                key,
                json.dumps({"ko": row[0][:1], "en": row[1]}),
                json.dumps({"ko": row[0][1:]}),
                row[4],
                row[5],
            )
        )
        posts.append((new_key(), key, houses[row[2]], json.dumps({"ko": row[3]})))
    with closing(connect(database, "rw")) as bare:
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany(
            "INSERT INTO organisation (id, kind, name, acronym, country, city, address, time_zone, website,"
            " note, \"order\") VALUES (?, 'institute', ?, '', '', '{}', '{}', '', '', '', '')",
            [(key, json.dumps({"ko": name})) for name, key in houses.items()],
        )
        bare.executemany(
            "INSERT INTO person (id, family, given, email, phone, reading, preferred, title, native_language,"
            " languages, passport, diet, access_needs, health, emergency_contact, note)"
            " VALUES (?, ?, ?, ?, ?, '{}', '{}', '{}', '', '[]', '', '{}', '{}', '', '', '')",
            people,
        )
        bare.executemany(
            'INSERT INTO affiliation (id, person_id, organisation_id, position, start, "end", "order")'
            " VALUES (?, ?, ?, ?, '', '', '')",
            posts,
        )
        if journal:
            _write_journal(
                bare, {"organisation": list(houses.items()), "person": people, "affiliation": posts}
            )
        bare.execute("COMMIT")


def _write_journal(bare: Any, rows: dict[str, list[tuple[str, ...]]]) -> None:
    """Write the change set and its lines, each with the whole row as the journal keeps it."""
    key = new_key()
    bare.execute(
        "INSERT INTO change_set (id, sequence, author_id, device, at, label, label_values)"
        " VALUES (?, 2, (SELECT id FROM author), '', '2024-01-01T00:00:00.000000+00:00', 'import', '{}')",
        (key,),
    )
    lines = [
        (table, row[0], json.dumps(row, ensure_ascii=False)) for table, some in rows.items() for row in some
    ]
    bare.executemany(
        'INSERT INTO change (change_set_id, position, "table", row_id, kind, field, before, after)'
        " VALUES (?, ?, ?, ?, 'insert', '', NULL, ?)",
        [(key, place, *line) for place, line in enumerate(lines)],
    )


def test_bringing_ten_thousand_people(tmp_path):
    path = people_file(tmp_path / "people.xlsx")
    bare_pairs, kept_pairs = [], []
    for number in range(4):
        bare, kept, ours = (tmp_path / f"{name}{number}.parley" for name in ("bare", "kept", "ours"))
        Database.create(bare, PROFILE).close()
        Database.create(kept, PROFILE).close()
        memory = Memory(tmp_path / f"shapes{number}.json")
        below = timed(lambda bare=bare: floor(path, bare, journal=False))
        journalled = timed(lambda kept=kept: floor(path, kept, journal=True))
        with Database.create(ours, PROFILE) as database:

            def bring(database=database, memory=memory):
                accept(database, preview(database, path, memory=memory), memory=memory)

            taken = timed(bring)
            assert database.counts()["person"] == PEOPLE
        bare_pairs.append((below, taken))
        kept_pairs.append((journalled, taken))
    of_pairs("Bringing 10,000 people, against rows without a journal", bare_pairs[1:], 4)
    found = of_pairs("Bringing 10,000 people, against rows with their journal", kept_pairs[1:], 4)
    verdict = "reached" if found.ours <= SECONDS else "NOT REACHED"
    print(f"  {found.ours:.2f} s (at most {SECONDS:g} s: {verdict})")
