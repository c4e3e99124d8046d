"""Building the sample from its data, through the same actions that the window uses.

In the data a record has the fields of its row; ``key`` names it for others, ``@key`` refers to one, and a
list under the name of a table holds rows that belong to the record.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from models.actions.action import action
from models.actions.registry import ENTITIES
from models.store import Database, Profile, Writing
from models.tables import FileInfo

SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "summit-2024.json"

Record = Mapping[str, Any]


def create_sample(path: Path, profile: Profile | None = None) -> Database:
    """Make a new database with the sample in it, whole or not at all; raises FileExists and the like."""
    database = Database.create(path, profile, name="Parley")
    try:
        build_sample(database)
    except BaseException:
        database.close()
        path.unlink()
        raise
    return database


@action("sample.build")
def build_sample(writing: Writing, data: Path = SAMPLE) -> None:
    """Write all of the sample as one change set."""
    records = json.loads(data.read_text("utf-8"))
    keys: dict[str, str] = {}
    home = records.pop("home_organisation")
    for table, rows in records.items():
        for record in rows:
            _add(writing, table, record, keys)
    (info,) = writing.where(FileInfo)
    writing.change(info, {"home_organisation_id": keys[home]})


def _add(writing: Writing, table: str, record: Record, keys: dict[str, str], **parent: str) -> None:
    fields: dict[str, Any] = dict(parent)
    children: dict[str, list[Record]] = {}
    for name, value in record.items():
        if name in ENTITIES and isinstance(value, list):
            children[name] = value
        elif isinstance(value, str) and value.startswith("@"):
            fields[name] = keys[value[1:]]
        elif name != "key":
            fields[name] = value
    key = ENTITIES[table].add.within(writing, **fields)
    if "key" in record:
        keys[record["key"]] = key
    for child, rows in children.items():
        for row in rows:
            _add(writing, child, row, keys, **{_column_to(child, table): key})


@cache
def _column_to(child: str, parent: str) -> str:
    """Return the column of the child's table that leads to the parent's."""
    keys = ENTITIES[child].kind.__table__.foreign_keys
    leading = {key.parent.name: key.parent.nullable for key in keys if key.column.table.name == parent}
    return min(leading, key=lambda column: leading[column])
