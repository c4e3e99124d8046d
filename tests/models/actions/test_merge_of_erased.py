"""Bringing a copy home in which somebody was erased: no trace is left here either."""

from __future__ import annotations

from models.actions import directory
from models.actions.backups import backups_for
from models.actions.erase import erase_person
from models.actions.merge import merge_copy
from models.store import Database
from models.store.backup import copy_database
from tests.support.bytes import search_bytes, search_copy
from tests.support.files import KIM, PARK, new_database

MARKS = ("Quetzalcoatl", "marker@nowhere.test", "M-7788-X")


def test_a_merge_leaves_no_trace_of_whom_the_copy_erased(tmp_path, monkeypatch):
    monkeypatch.setenv("PARLEY_DATA", str(tmp_path / "data"))
    with new_database(tmp_path) as here:
        person = directory.person.add(here, family={"en": MARKS[0]}, email=MARKS[1]).value
        directory.person.edit(here, person, {"passport": MARKS[2]})
        copy = tmp_path / "trip.parley"
        copy_database(here.path, copy)
        with Database.open(copy, PARK) as there:
            erase_person(there, person)
            directory.organisation.add(there, acronym="Z")
        merge_copy(here, copy)
        path = here.path
        assert search_copy(path, tmp_path / "looked.parley", MARKS) == set()
    assert search_bytes(path, MARKS) == set()
    made = backups_for(path)
    assert made
    for backup in made:
        with Database.open(backup.path, KIM) as whole:
            assert whole.counts()["organisation"] == 0
        assert search_bytes(backup.path, MARKS) == set()
