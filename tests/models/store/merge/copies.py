"""Random work on copies of one database, and what must hold after they are merged."""

from __future__ import annotations

import json
from collections import defaultdict
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from models.actions import directory, schedule, visits
from models.actions.undo import steps_of, undo
from models.errors import ParleyError
from models.store import Database, Profile
from models.store.backup import copy_database
from models.store.writing import ROW_KINDS
from models.tables import TableRow
from models.tables.types import Localised, Tags
from tests.support.files import rows

if TYPE_CHECKING:
    import random
    from pathlib import Path

PEOPLE = [
    Profile(f"author-{name}", name.title(), f"device-{name}") for name in ("kim", "park", "sato", "abe")
]

FIELDS: dict[str, dict[str, list[Any]]] = {
    "organisation": {"name.ko": ["가", "나", ""], "name.en": ["A", "B"], "acronym": ["X", "Y", ""]},
    "person": {
        "family.ko": ["김", "이"],
        "given.ko": ["민", "수"],
        "family.ja": ["田", ""],
        "email": ["a@b", ""],
    },
    "place": {"name.en": ["Hall", "Lab"], "capacity": [None, 5, 9]},
    "affiliation": {"position.ko": ["소장", ""], "start": ["2020", "2021-03"], "end": ["", "2024"]},
    "visit": {"title.ko": ["방문", "출장"], "city.en": ["Seoul", ""], "languages": [["ko"], ["ko", "ja"]]},
    "schedule_item": {
        "title.ko": ["회의", "차"],
        "title.ja": ["会議", ""],
        "start": ["09:00", "10:00", None],
        "end": ["11:00", None],
        "zone": ["Asia/Seoul", "Asia/Tokyo"],
        "status": ["tentative", "confirmed"],
    },
    "participation": {"excluded": [True, False], "presence": ["on_site", "online"]},
    "presentation": {"title.en": ["Talk", "Speech"], "minutes": [None, 10, 20]},
    "presentation_speaker": {},
}
ENTITIES = {
    "organisation": directory.organisation,
    "person": directory.person,
    "place": directory.place,
    "affiliation": directory.affiliation,
    "visit": visits.visit,
    "schedule_item": schedule.item,
    "participation": schedule.participation,
    "presentation": schedule.presentation,
    "presentation_speaker": schedule.presentation_speaker,
}
REFERENCES = {
    "organisation": {"parent_id": "organisation"},
    "place": {"parent_id": "place", "organisation_id": "organisation"},
    "affiliation": {"person_id": "person", "organisation_id": "organisation"},
    "schedule_item": {"visit_id": "visit", "place_id": "place"},
    "participation": {"item_id": "schedule_item", "person_id": "person"},
    "presentation": {"item_id": "schedule_item"},
    "presentation_speaker": {"presentation_id": "presentation", "person_id": "person"},
}
NEEDED = {
    ("affiliation", "person_id"),
    ("affiliation", "organisation_id"),
    ("schedule_item", "visit_id"),
    ("participation", "item_id"),
    ("presentation", "item_id"),
    ("presentation_speaker", "presentation_id"),
}
LINKS = {"participation", "presentation_speaker"}


def make_base(path: Path) -> None:
    """Make a small database with every table that random work touches."""
    with Database.create(path, PEOPLE[0]) as database:
        house = directory.organisation.add(database, acronym="K", name={"ko": "가", "en": "A"}).value
        directory.organisation.add(database, acronym="D", parent_id=house)
        people = [directory.person.add(database, family={"ko": name}).value for name in "김이박"]
        directory.affiliation.add(
            database, person_id=people[0], organisation_id=house, position={"ko": "소장"}
        )
        hall = directory.place.add(database, name={"en": "Hall"}, organisation_id=house).value
        visit = visits.visit.add(database, title={"ko": "방문"}, languages=["ko", "ja"]).value
        visits.visit.add(database, title={"ko": "둘"}, languages=["ko"])
        for number in range(3):
            item = schedule.item.add(
                database, visit_id=visit, date="2024-07-30", title={"ko": f"{number}"}, place_id=hall
            ).value
            schedule.participation.add(database, item_id=item, person_id=people[number])
        talk = schedule.presentation.add(database, item_id=item, title={"en": "Talk"}).value
        schedule.presentation_speaker.add(database, presentation_id=talk, person_id=people[0])


def copies(stack: ExitStack, base: Path, folder: Path, count: int, tag: str) -> list[Database]:
    """Make copies of a database, each in the hands of somebody else."""
    made: list[Database] = []
    for number in range(count):
        path = folder / f"{tag}-{number}.parley"
        copy_database(base, path)
        made.append(stack.enter_context(Database.open(path, PEOPLE[number + 1 if count < 4 else number])))
    return made


def work(database: Database, dice: random.Random, steps: int, *, undoing: bool = True) -> None:
    """Do random things through the actions."""
    for _ in range(steps):
        try:
            _step(database, dice, undoing=undoing)
        except ParleyError:
            continue


def _step(database: Database, dice: random.Random, *, undoing: bool) -> None:
    what = dice.choices(
        ["edit", "add", "remove", "move", "point", "undo"], [8, 4, 2, 4, 2, 1 if undoing else 0]
    )[0]
    table = dice.choices(list(ENTITIES), [2, 2, 2, 1, 1, 4, 4, 2, 2])[0]
    # Few rows, so that different people come upon the same ones.
    ids = keys(database, table)[: dice.choice([2, 2, 9])]
    if what == "add":
        _add(database, dice, table)
    elif what == "undo":
        if steps := steps_of(database).undo:
            undo(database, steps[-1])
    elif not ids:
        return
    elif what == "edit" and FIELDS[table]:
        chosen = dice.sample(list(FIELDS[table]), k=min(len(FIELDS[table]), dice.choice([1, 1, 2])))
        values = {field: dice.choice(FIELDS[table][field]) for field in chosen}
        ENTITIES[table].edit(database, dice.choice(ids), values)
    elif what == "remove":
        ENTITIES[table].remove(database, dice.choice(ids))
    elif what == "move" and "order" in ROW_KINDS[table].__table__.columns:
        ENTITIES[table].move(database, dice.choice(ids), dice.choice([None, dice.choice(ids)]))
    elif what == "point" and table in REFERENCES and table not in LINKS:
        field, target = dice.choice(list(REFERENCES[table].items()))
        key, other = dice.choice(ids), dice.choice([*keys(database, target), None])
        if key != other and not (other is None and (table, field) in NEEDED):
            ENTITIES[table].edit(database, key, {field: other})


def _add(database: Database, dice: random.Random, table: str) -> None:
    fields: dict[str, Any] = {}
    for field, target in REFERENCES.get(table, {}).items():
        found = keys(database, target)
        needed = (table, field) in NEEDED or table in LINKS
        if needed and not found:
            return
        if found and (needed or dice.random() < 0.7):
            fields[field] = dice.choice(found[: dice.choice([2, 9])])
    for field, values in FIELDS[table].items():
        name, _, tag = field.partition(".")
        value = dice.choice(values)
        if tag:
            fields.setdefault(name, {})[tag] = value
        elif value is not None:
            fields[name] = value
    if table == "schedule_item":
        fields["date"] = "2024-07-31"
    ENTITIES[table].add(database, **fields)


def keys(database: Database, table: str) -> list[str]:
    """Return the ids of a table's rows."""
    return [key for (key,) in rows(database.path, f'SELECT id FROM "{table}" ORDER BY id')]


def stored(path: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """Read the rows past everything of ours, in the journal's form."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for table in ROW_KINDS:
        columns = TableRow.metadata.tables[table].columns
        names = ", ".join(f'"{column.name}"' for column in columns)
        for row in rows(path, f'SELECT {names} FROM "{table}"'):
            values = {}
            for column, value in zip(columns, row, strict=True):
                if isinstance(column.type, Localised | Tags):
                    values[column.name] = json.loads(value)
                elif column.name in {"excluded", "emergency"}:
                    values[column.name] = bool(value)
                else:
                    values[column.name] = value
            found[table, values["id"]] = values
    return found


def replayed(path: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """Make the rows from the journal alone, in the order of the file; what meets no row does nothing."""
    made: dict[tuple[str, str], dict[str, Any]] = {}
    query = (
        'SELECT c."table", c.row_id, c.kind, c.field, c.after FROM change c JOIN change_set s'
        " ON s.id = c.change_set_id ORDER BY s.sequence, c.position"
    )
    for table, key, kind, field, after in rows(path, query):
        if kind == "insert":
            made[table, key] = json.loads(after)
        elif kind == "delete":
            made.pop((table, key), None)
        elif (table, key) in made:
            name, _, tag = field.partition(".")
            value = None if after is None else json.loads(after)
            if not tag:
                made[table, key][name] = value
            elif value is None:
                made[table, key][name].pop(tag, None)
            else:
                made[table, key][name][tag] = value
    return made


def content(path: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the rows but for who signed."""
    return {key: row for key, row in stored(path).items() if key[0] != "author"}


def check_whole(path: Path) -> None:
    """Check that references are whole and that the journal makes the rows."""
    assert rows(path, "PRAGMA foreign_key_check") == []
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert replayed(path) == stored(path)
    doubled = rows(path, "SELECT sequence, count(*) FROM change_set GROUP BY 1 HAVING count(*) > 1")
    assert doubled == []


def change_sets(path: Path) -> dict[str, tuple[Any, ...]]:
    """Return every change set with all that must stay as it was."""
    found: defaultdict[str, list[Any]] = defaultdict(list)
    query = (
        'SELECT change_set_id, "table", row_id, kind, field, before, after FROM change ORDER BY 1, position'
    )
    for key, *line in rows(path, query):
        found[key].append(tuple(line))
    return {
        key: (*signed, *found[key])
        for key, *signed in rows(path, "SELECT id, author_id, device, at, label FROM change_set")
    }
