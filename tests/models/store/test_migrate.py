"""Migrations: the schema of the classes, and all or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from types import SimpleNamespace

import pytest
import sqlalchemy as sa

from models.errors import FileDamaged, FileReadOnly
from models.store import Database, database, guard
from models.store.schema import SCHEMA_VERSION
from models.store.schema.migrate import VERSIONS, known_versions, migrate_file
from models.tables import TableRow
from tests.support.files import KIM, folder_state, rows, sample_database, schema_of


def test_every_version_has_its_migration():
    assert len(VERSIONS) == SCHEMA_VERSION == len(known_versions())


def test_the_migrations_make_the_schema_of_the_classes(tmp_path):
    migrated, declared = tmp_path / "migrated.db", tmp_path / "declared.db"
    with closing(sqlite3.connect(migrated)):
        migrate_file(migrated, 0)
    engine = sa.create_engine(f"sqlite:///{declared}")
    TableRow.metadata.create_all(engine)
    engine.dispose()

    def plain(schema):
        return [tuple("TEXT" if str(part).startswith("VARCHAR") else part for part in row) for row in schema]

    assert plain(schema_of(migrated)) == plain(schema_of(declared))
    indexes = "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'ix%' ORDER BY 1"
    assert rows(migrated, indexes) == rows(declared, indexes)
    checks = "SELECT sum((length(sql) - length(replace(sql, ' IN (', ''))) / 5) FROM sqlite_master"
    assert rows(migrated, checks) == rows(declared, checks)


def test_a_choice_out_of_its_set_is_refused_by_the_file_itself(tmp_path):
    with sample_database(tmp_path) as opened:
        path = opened.path
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE schedule_item SET kind = 'feast'")


def keep_all(operations):
    with operations.batch_alter_table("person") as table:
        table.add_column(sa.Column("nickname", sa.Text(), nullable=False, server_default=""))
        table.alter_column("note", new_column_name="remarks")


def lose_rows(operations):
    keep_all(operations)
    operations.execute("DELETE FROM presentation_speaker")


def orphan_rows(operations):
    operations.execute("UPDATE affiliation SET person_id = 'nobody'")


def test_batch_mode_keeps_every_row_and_child(tmp_path):
    with sample_database(tmp_path) as opened:
        path = opened.path
    counts = rows(path, "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM affiliation)")
    migrate_file(path, 1, [None, SimpleNamespace(upgrade=keep_all)])
    assert rows(path, "PRAGMA user_version") == [(2,)]
    assert rows(path, "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM affiliation)") == counts
    assert "nickname" in {row[1] for row in schema_of(path) if row[0] == "person"}


@pytest.mark.parametrize("step", [lose_rows, orphan_rows])
def test_a_step_that_would_lose_something_undoes_everything(tmp_path, step):
    with sample_database(tmp_path) as opened:
        path = opened.path
    before = rows(path, "SELECT sql FROM sqlite_master ORDER BY name"), rows(path, "SELECT * FROM person")
    with pytest.raises(FileDamaged):
        migrate_file(path, 1, [None, SimpleNamespace(upgrade=step)])
    assert (
        rows(path, "SELECT sql FROM sqlite_master ORDER BY name"),
        rows(path, "SELECT * FROM person"),
    ) == before
    assert rows(path, "PRAGMA user_version") == [(1,)]


def test_a_step_may_say_what_it_drops(tmp_path):
    with sample_database(tmp_path) as opened:
        path = opened.path
    ((count,),) = rows(path, "SELECT count(*) FROM presentation_speaker")
    migrate_file(path, 1, [None, SimpleNamespace(upgrade=lose_rows, LOST={"presentation_speaker": count})])
    assert rows(path, "SELECT count(*) FROM presentation_speaker") == [(0,)]


@pytest.fixture
def second_schema(monkeypatch):
    """Make a second schema known, as a later version of Parley would."""
    for module in (database, guard):
        monkeypatch.setattr(module, "SCHEMA_VERSION", 2)
    step = SimpleNamespace(
        upgrade=lambda operations: operations.execute("UPDATE author SET name = 'migrated'")
    )
    monkeypatch.setattr("models.store.schema.migrate.known_versions", lambda: [None, step])


def test_an_older_file_is_copied_and_brought_up_to_date(tmp_path, second_schema):
    with closing(sqlite3.connect(tmp_path / "office.parley")):
        pass
    (tmp_path / "office.parley").unlink()
    path = tmp_path / "office.parley"
    old = make_first_schema(path)
    with Database.open(path, KIM) as opened:
        assert rows(opened.path, "PRAGMA user_version") == [(2,)]
    (copy,) = (tmp_path / "office.backups").glob("*-migrate.parley")
    assert rows(copy, "PRAGMA user_version") == [(1,)]
    assert rows(copy, "SELECT name FROM author") == old
    assert rows(path, "SELECT name FROM author") == [("migrated",)]


def test_an_older_file_that_cannot_be_written_is_left_alone(tmp_path, second_schema):
    path = tmp_path / "office.parley"
    make_first_schema(path)
    path.chmod(0o444)
    before = folder_state(tmp_path)
    with pytest.raises(FileReadOnly):
        Database.open(path, KIM)
    assert folder_state(tmp_path) == before


def make_first_schema(path):
    from models.store.schema.versions import v0001_first

    with closing(sqlite3.connect(path)):
        migrate_file(path, 0, [v0001_first])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO author VALUES ('a', 'Kim')")
    return [("Kim",)]
