"""Opening a large visit, against the plain rows of SQLite with their texts parsed."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from models.tables import TableRow
from models.tables.types import Localised, Tags
from tests.bench.ratio import compare
from tests.support.large import large_database

TABLES = (
    *("visit", "visit_day", "party", "organisation", "delegation", "delegate", "person", "affiliation"),
    *("series", "series_party", "meeting", "schedule_item", "item_meeting", "place", "participation"),
    *("presentation", "presentation_speaker"),
)


def texts_of(table):
    """Return at which places in a row of a table JSON stands."""
    columns = TableRow.metadata.tables[table].columns
    return [place for place, column in enumerate(columns) if isinstance(column.type, Localised | Tags)]


def query_of(table):
    """Return the query for all columns of a table, by name."""
    columns = ", ".join(f'"{column.name}"' for column in TableRow.metadata.tables[table].columns)
    return f'SELECT {columns} FROM "{table}"'


def test_opening_a_visit(tmp_path):
    database, visit_id = large_database(tmp_path / "large.parley")
    queries = [(query_of(name), texts_of(name)) for name in TABLES]

    def plain_rows():
        count = 0
        with closing(sqlite3.connect(database.path)) as connection:
            for query, places in queries:
                for row in connection.execute(query):
                    count += 1
                    for place in places:
                        json.loads(row[place])
        return count

    assert plain_rows() > 4300
    with database:
        assert len(database.load_visit(visit_id).items) == 500
        compare("Opening a visit of 500 entries", plain_rows, lambda: database.load_visit(visit_id), 12)
