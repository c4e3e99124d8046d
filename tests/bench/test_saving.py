"""Saving one field with its journal entry, against a bare commit of the same row."""

from __future__ import annotations

from contextlib import closing
from itertools import count

from models.actions import directory
from models.store.connect import connect
from tests.bench.ratio import compare
from tests.support.files import sample_database

SAVES = 20


def test_saving_a_field(tmp_path):
    numbers = count()
    with sample_database(tmp_path) as database:
        key = directory.organisation.add(database, acronym="X").value
        database.close()
        with closing(connect(database.path, "rw")) as bare:

            def bare_commits():
                for _ in range(SAVES):
                    bare.execute("BEGIN IMMEDIATE")
                    bare.execute(
                        "UPDATE organisation SET acronym = ? WHERE id = ?", (str(next(numbers)), key)
                    )
                    bare.execute("COMMIT")

            def our_saves():
                for _ in range(SAVES):
                    directory.organisation.edit(database, key, {"acronym": str(next(numbers))})

            compare("Saving a field with its journal", bare_commits, our_saves, 3)
        assert database.last_change("organisation", key) is not None
