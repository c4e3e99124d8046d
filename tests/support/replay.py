"""The rows of a file twice: as they stand, and as its journal alone makes them."""

from __future__ import annotations

import json
from collections import defaultdict

from models.store.writing import ROW_KINDS
from models.tables import TableRow
from models.tables.types import Localised, Tags
from tests.support.files import rows


def replayed(path):
    """Make the rows again from the journal alone."""
    made = defaultdict(dict)
    query = (
        'SELECT c."table", c.row_id, c.kind, c.field, c.after FROM change c JOIN change_set s'
        " ON s.id = c.change_set_id ORDER BY s.sequence, c.position"
    )
    for table, key, kind, field, after in rows(path, query):
        if kind == "insert":
            made[table][key] = json.loads(after)
        elif kind == "delete":
            del made[table][key]
        else:
            name, _, tag = field.partition(".")
            value = None if after is None else json.loads(after)
            if not tag:
                made[table][key][name] = value
            elif value is None:
                made[table][key][name].pop(tag, None)
            else:
                made[table][key][name][tag] = value
    return {table: of_table for table, of_table in made.items() if of_table}


def stored(path):
    """Read the rows past everything of ours, in the journal's form."""
    found = {}
    for table in ROW_KINDS:
        columns = TableRow.metadata.tables[table].columns
        names = ", ".join(f'"{column.name}"' for column in columns)
        of_table = {}
        for row in rows(path, f'SELECT {names} FROM "{table}"'):
            values = {}
            for column, value in zip(columns, row, strict=True):
                if isinstance(column.type, Localised | Tags):
                    values[column.name] = json.loads(value)
                elif column.name in {"excluded", "emergency"}:
                    values[column.name] = bool(value)
                else:
                    values[column.name] = value
            of_table[values["id"]] = values
        if of_table:
            found[table] = of_table
    return found
