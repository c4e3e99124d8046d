"""A three-way merge in plain SQL over a saved base: another way to the same result, knowing nothing of ours.

Rows are taken apart into cells, a text into one cell for each language; cells are put into groups; three
states of each group are compared. Nothing here reads the journal, except for which of two moves is the later
and for what one removal took along.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

GROUPED = {
    ("person", "family"): "name",
    ("person", "given"): "name",
    ("person", "reading"): "name",
    ("person", "preferred"): "name",
    ("affiliation", "start"): "period",
    ("affiliation", "end"): "period",
    **{
        ("schedule_item", field): "time"
        for field in ("date", "start", "end", "end_day", "zone", "start_fold", "end_fold")
    },
    ("schedule_item", "audience"): "audience",
    ("schedule_item", "audience_party_id"): "audience",
    ("participation", "start"): "part",
    ("participation", "end"): "part",
    ("organisation", "parent_id"): "parent",
    ("place", "parent_id"): "parent",
}
TEXTS = {
    "organisation": ("name", "city", "address"),
    "person": ("family", "given", "reading", "preferred", "title", "diet", "access_needs"),
    "affiliation": ("position",),
    "place": ("name", "address"),
    "visit": ("title", "city", "mark", "note"),
    "schedule_item": ("title", "remarks"),
    "participation": (),
    "presentation": ("title", "abstract"),
    "presentation_speaker": (),
}
ENDS = {
    "participation": ("person_id", "delegation_id", "group_id", "organisation_id"),
    "presentation_speaker": ("person_id", "organisation_id"),
}
SIDES = ("base", "ours", "theirs")


class SqlMerge:
    """Merges two files over a third in memory; ``prefer`` decides what cannot be merged."""

    def __init__(self, base: Path, ours: Path, theirs: Path, prefer: str) -> None:
        self.prefer = prefer
        self.asked: set[tuple[str, str, str, str]] = set()
        self._db = sqlite3.connect(":memory:")
        for side, path in zip(SIDES, (base, ours, theirs), strict=True):
            self._db.execute(f"ATTACH ? AS {side}", (str(path),))

    def run(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Return the rows of the result by table and id, as cells."""
        with closing(self._db):
            self._take_apart()
            self._compare()
            self._ask_about_references()
            self._settle_references()
            return self._result()

    def _take_apart(self) -> None:
        self._db.executescript(
            "CREATE TABLE cell (side, tbl, id, grp, field, value, PRIMARY KEY (side, tbl, id, field));"
            "CREATE TABLE alive (side, tbl, id, PRIMARY KEY (side, tbl, id));"
            "CREATE TABLE ref (tbl, field, target, needed, PRIMARY KEY (tbl, field));"
        )
        for table, texts in TEXTS.items():
            for side in SIDES:
                self._db.execute(f"INSERT INTO alive SELECT '{side}', '{table}', id FROM {side}.{table}")
            columns = self._db.execute(f"PRAGMA base.table_info({table})").fetchall()
            for name in (column[1] for column in columns if column[1] != "id"):
                self._take_column(table, name, localised=name in texts)
            for row in self._db.execute(f"PRAGMA base.foreign_key_list({table})").fetchall():
                needed = next(each[3] for each in columns if each[1] == row[3])
                self._db.execute("INSERT INTO ref VALUES (?, ?, ?, ?)", (table, row[3], row[2], needed))
        self._db.execute(
            "CREATE TABLE grp AS"
            " SELECT side, tbl, id, grp, group_concat(quote(field) || '=' || quote(value)) AS v"
            " FROM (SELECT * FROM cell ORDER BY side, tbl, id, grp, field) GROUP BY side, tbl, id, grp"
        )
        self._db.execute("CREATE INDEX by_group ON grp (side, tbl, id, grp)")

    def _take_column(self, table: str, name: str, *, localised: bool) -> None:
        group = GROUPED.get((table, name), name)
        for side in SIDES:
            if localised:
                self._db.execute(
                    f"INSERT INTO cell SELECT '{side}', '{table}', t.id,"
                    f" '{group}.' || j.key, '{name}.' || j.key,"
                    f' j.value FROM {side}.{table} t, json_each(t."{name}") j'
                )
            else:
                self._db.execute(
                    f"INSERT INTO cell SELECT '{side}', '{table}', id, '{group}', '{name}', \"{name}\""
                    f" FROM {side}.{table}"
                )

    def _compare(self) -> None:
        """Choose for each row whether it stays, and for each group whose values."""
        self._db.executescript("""
            CREATE TABLE row_state AS
            SELECT tbl, id, max(side = 'base') AS b, max(side = 'ours') AS o, max(side = 'theirs') AS t
            FROM alive GROUP BY tbl, id;
            CREATE TABLE group_state AS
            SELECT k.tbl, k.id, k.grp, b.v AS b, o.v AS o, t.v AS t FROM
              (SELECT DISTINCT tbl, id, grp FROM grp) k
              LEFT JOIN grp b ON b.side = 'base' AND b.tbl = k.tbl AND b.id = k.id AND b.grp = k.grp
              LEFT JOIN grp o ON o.side = 'ours' AND o.tbl = k.tbl AND o.id = k.id AND o.grp = k.grp
              LEFT JOIN grp t ON t.side = 'theirs' AND t.tbl = k.tbl AND t.id = k.id AND t.grp = k.grp;
            CREATE TABLE edited AS SELECT tbl, id, max(b IS NOT o) AS ours, max(b IS NOT t) AS theirs
            FROM group_state GROUP BY tbl, id;
            CREATE TABLE keep (tbl, id, side, asked DEFAULT 0, PRIMARY KEY (tbl, id));
            CREATE TABLE chosen (tbl, id, grp, side, asked DEFAULT 0, PRIMARY KEY (tbl, id, grp));
            INSERT INTO keep SELECT tbl, id, 'both', 0 FROM row_state WHERE o AND t;
            INSERT INTO keep SELECT tbl, id, 'ours', 0 FROM row_state WHERE o AND NOT t AND NOT b;
            INSERT INTO keep SELECT tbl, id, 'theirs', 0 FROM row_state WHERE t AND NOT o AND NOT b;
        """)
        for here, other in (("ours", "theirs"), ("theirs", "ours")):
            found = self._db.execute(
                f"SELECT s.tbl, s.id FROM row_state s JOIN edited e ON e.tbl = s.tbl AND e.id = s.id"
                f" WHERE s.b AND s.{here[0]} AND NOT s.{other[0]} AND e.{here}"
            ).fetchall()
            for tbl, key in found:
                self.asked.add(("deleted", tbl, key, ""))
                if self.prefer == here:
                    self._db.execute("INSERT INTO keep VALUES (?, ?, ?, 1)", (tbl, key, here))
                else:
                    self._db.execute("INSERT INTO keep VALUES (?, ?, 'gone', 1)", (tbl, key))
        states = self._db.execute(
            "SELECT g.tbl, g.id, g.grp, g.b, g.o, g.t, s.b FROM group_state g JOIN row_state s"
            " ON s.tbl = g.tbl AND s.id = g.id WHERE s.o AND s.t"
        ).fetchall()
        for tbl, key, grp, base, ours, theirs, was_there in states:
            side, asked = "ours", 0
            if ours == theirs or (was_there and theirs == base):
                pass
            elif was_there and ours == base:
                side = "theirs"
            elif grp == "order":
                side = self._later(tbl, key)
            else:
                side, asked = self.prefer, 1
                self.asked.add(("edited" if was_there else "inserted", tbl, key, grp))
            self._db.execute("INSERT INTO chosen VALUES (?, ?, ?, ?, ?)", (tbl, key, grp, side, asked))

    def _later(self, table: str, key: str) -> str:
        made = {}
        for side in ("ours", "theirs"):
            place = self._value(side, table, key, "order")
            (number,) = self._db.execute(
                f"""
                SELECT coalesce(max(s.sequence), 0) FROM {side}.change c
                JOIN {side}.change_set s ON s.id = c.change_set_id
                WHERE c."table" = ? AND c.row_id = ? AND s.id NOT IN (SELECT id FROM base.change_set) AND (
                  (c.kind = 'update' AND c.field = 'order' AND c.after = json_quote(?))
                  OR (c.kind = 'insert' AND json_extract(c.after, '$.order') = ?))
                """,
                (table, key, place, place),
            ).fetchone()
            made[side] = (number, place)
        return "theirs" if made["theirs"] > made["ours"] else "ours"

    def _value(self, side: str, table: str, key: str, field: str) -> Any:
        found = self._db.execute(
            "SELECT value FROM cell WHERE side = ? AND tbl = ? AND id = ? AND field = ?",
            (side, table, key, field),
        ).fetchone()
        return found[0] if found else None

    def _ask_about_references(self) -> None:
        """Find what one side hung on what the other removed."""
        self._db.executescript("""
            CREATE VIEW now AS
            SELECT k.tbl, k.id, c.field, c.value, c.grp,
              CASE k.side WHEN 'both' THEN ch.side ELSE k.side END AS side
            FROM keep k
            LEFT JOIN chosen ch ON k.side = 'both' AND ch.tbl = k.tbl AND ch.id = k.id
            JOIN cell c ON c.tbl = k.tbl AND c.id = k.id
              AND c.side = CASE k.side WHEN 'both' THEN ch.side ELSE k.side END
              AND (k.side <> 'both' OR c.grp = ch.grp)
            WHERE k.side <> 'gone';
            CREATE TABLE over (tbl, id, field, value, PRIMARY KEY (tbl, id, field));
        """)
        self.parents: list[tuple[str, str, str, str, str, str]] = []
        for here, other in (("ours", "theirs"), ("theirs", "ours")):
            found = self._db.execute(
                f"""
                SELECT c.tbl, c.id, r.field, r.target, c.value
                FROM cell c JOIN ref r ON r.tbl = c.tbl AND r.field = c.field
                JOIN row_state p ON p.tbl = r.target AND p.id = c.value
                JOIN row_state s ON s.tbl = c.tbl AND s.id = c.id
                LEFT JOIN keep k ON k.tbl = c.tbl AND k.id = c.id
                LEFT JOIN chosen ch ON ch.tbl = c.tbl AND ch.id = c.id AND ch.grp = c.grp
                WHERE c.side = '{here}' AND p.{here[0]} AND NOT p.{other[0]}
                AND p.b AND (k.side = '{here}' AND k.asked = 0
                  OR k.side = 'both' AND ch.side = '{here}' AND ch.asked = 0)
                """
            ).fetchall()
            for tbl, key, field, target, value in found:
                self.asked.add(("parent", tbl, key, field))
                self.parents.append((tbl, key, field, target, value, here))

    def _settle_references(self) -> None:
        for _, _, _, target, value, here in self.parents:
            if here == self.prefer:
                self._restore(target, value, here)
        for tbl, key, field, _, _, here in self.parents:
            if here != self.prefer:
                self._release(tbl, key, field)
        for tbl, key, side in self._db.execute(
            "SELECT tbl, id, side FROM keep WHERE asked = 1 AND side <> 'gone'"
        ).fetchall():
            self._restore_what_holds(tbl, key, side)
        for tbl, key, field, target, value in self._dangling():
            asked = self._db.execute(
                "SELECT ch.side FROM cell c"
                " JOIN chosen ch ON ch.tbl = c.tbl AND ch.id = c.id AND ch.grp = c.grp"
                " WHERE c.tbl = ? AND c.id = ? AND c.field = ? AND ch.asked = 1",
                (tbl, key, field),
            ).fetchone()
            if asked:
                self._restore(target, value, asked[0])
        while found := self._dangling():
            for tbl, key, field, _, _ in found:
                if self._holds(tbl, key, field):
                    self._drop(tbl, key)
                else:
                    self._db.execute("INSERT OR REPLACE INTO over VALUES (?, ?, ?, NULL)", (tbl, key, field))

    def _restore_what_holds(self, tbl: str, key: str, side: str) -> None:
        for table, of, field, target, value in self._dangling():
            if (table, of) == (tbl, key) and self._holds(tbl, key, field):
                self._restore(target, value, side)

    def _restore(self, tbl: str, key: str, side: str) -> None:
        """Bring a row back as one side has it, with what holds it and what went with it."""
        stack = [(tbl, key)]
        other = "theirs" if side == "ours" else "ours"
        while stack:
            tbl, key = stack.pop()
            if self._db.execute(
                "SELECT 1 FROM keep WHERE tbl = ? AND id = ? AND side <> 'gone'", (tbl, key)
            ).fetchone():
                continue
            self._db.execute("INSERT OR REPLACE INTO keep VALUES (?, ?, ?, 2)", (tbl, key, side))
            for table, of, field, target, value in self._dangling():
                if (table, of) == (tbl, key) and self._holds(tbl, key, field):
                    stack.append((target, value))
            removal = self._db.execute(
                f"""
                SELECT c.change_set_id FROM {other}.change c
                JOIN {other}.change_set s ON s.id = c.change_set_id
                WHERE c."table" = ? AND c.row_id = ? AND c.kind = 'delete' ORDER BY s.sequence DESC LIMIT 1
                """,
                (tbl, key),
            ).fetchone()
            if removal:
                stack.extend(self._went_with(tbl, key, side, other, removal[0]))
                self._take_hold_again(key, other, removal[0])

    def _went_with(self, tbl: str, key: str, side: str, other: str, removal: str) -> list[tuple[str, str]]:
        found = self._db.execute(
            f"""
            SELECT c."table", c.row_id, r.field FROM {other}.change c
            JOIN ref r ON r.tbl = c."table" AND r.target = ?
            JOIN cell v ON v.side = ? AND v.tbl = c."table" AND v.id = c.row_id
              AND v.field = r.field AND v.value = ?
            JOIN row_state s ON s.tbl = c."table" AND s.id = c.row_id AND NOT s.{other[0]}
            WHERE c.change_set_id = ? AND c.kind = 'delete'
            """,
            (tbl, side, key, removal),
        ).fetchall()
        refused = set(
            self._db.execute("SELECT tbl, id FROM keep WHERE side = 'gone' AND asked = 1").fetchall()
        )
        return [
            (table, of)
            for table, of, field in found
            if (table, of) not in refused and self._holds(table, of, field, side)
        ]

    def _take_hold_again(self, key: str, other: str, removal: str) -> None:
        emptied = self._db.execute(
            f"""
            SELECT c."table", c.row_id, c.field FROM {other}.change c
            WHERE c.change_set_id = ? AND c.kind = 'update' AND c.after IS NULL AND c.before = json_quote(?)
            """,
            (removal, key),
        ).fetchall()
        for tbl, of, field in emptied:
            if field in self._cells(tbl, of) and self._cells(tbl, of)[field] is None:
                self._db.execute("INSERT OR REPLACE INTO over VALUES (?, ?, ?, ?)", (tbl, of, field, key))

    def _release(self, tbl: str, key: str, field: str) -> None:
        was = self._value("base", tbl, key, field)
        target = self._db.execute(
            "SELECT target FROM ref WHERE tbl = ? AND field = ?", (tbl, field)
        ).fetchone()[0]
        if not self._cells(tbl, key):
            return
        if not self._holds(tbl, key, field):
            self._db.execute("INSERT OR REPLACE INTO over VALUES (?, ?, ?, NULL)", (tbl, key, field))
        elif was is not None and self._stands(target, was):
            self._db.execute("INSERT OR REPLACE INTO over VALUES (?, ?, ?, ?)", (tbl, key, field, was))
        else:
            self._drop(tbl, key)

    def _drop(self, tbl: str, key: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO keep VALUES (?, ?, 'gone', 2)", (tbl, key))

    def _stands(self, tbl: str, key: str) -> bool:
        return bool(
            self._db.execute(
                "SELECT 1 FROM keep WHERE tbl = ? AND id = ? AND side <> 'gone'", (tbl, key)
            ).fetchone()
        )

    def _holds(self, tbl: str, key: str, field: str, side: str = "") -> bool:
        (needed,) = self._db.execute(
            "SELECT needed FROM ref WHERE tbl = ? AND field = ?", (tbl, field)
        ).fetchone()
        if needed:
            return True
        if field not in ENDS.get(tbl, ()):
            return False
        cells = (
            self._cells(tbl, key)
            if not side
            else {each: self._value(side, tbl, key, each) for each in ENDS[tbl]}
        )
        return all(cells.get(each) is None for each in ENDS[tbl] if each != field)

    def _cells(self, tbl: str, key: str) -> dict[str, Any]:
        if not self._stands(tbl, key):
            return {}
        cells = dict(self._db.execute("SELECT field, value FROM now WHERE tbl = ? AND id = ?", (tbl, key)))
        cells.update(self._db.execute("SELECT field, value FROM over WHERE tbl = ? AND id = ?", (tbl, key)))
        return cells

    def _dangling(self) -> list[tuple[str, str, str, str, str]]:
        return self._db.execute("""
            SELECT n.tbl, n.id, n.field, r.target, coalesce(o.value, n.value)
            FROM now n JOIN ref r ON r.tbl = n.tbl AND r.field = n.field
            LEFT JOIN over o ON o.tbl = n.tbl AND o.id = n.id AND o.field = n.field
            LEFT JOIN keep k ON k.tbl = r.target
              AND k.id = CASE WHEN o.tbl IS NULL THEN n.value ELSE o.value END AND k.side <> 'gone'
            WHERE CASE WHEN o.tbl IS NULL THEN n.value ELSE o.value END IS NOT NULL AND k.id IS NULL
            AND r.target IN (SELECT DISTINCT tbl FROM alive)
        """).fetchall()

    def _result(self) -> dict[tuple[str, str], dict[str, Any]]:
        result: dict[tuple[str, str], dict[str, Any]] = {
            (tbl, key): {} for tbl, key in self._db.execute("SELECT tbl, id FROM keep WHERE side <> 'gone'")
        }
        for tbl, key, field, value in self._db.execute("SELECT tbl, id, field, value FROM now"):
            result[tbl, key][field] = value
        for tbl, key, field, value in self._db.execute("SELECT tbl, id, field, value FROM over"):
            if (tbl, key) in result:
                result[tbl, key][field] = value
        return result


def cells_of(path: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the rows of a file as cells, for comparing."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    with closing(sqlite3.connect(path)) as database:
        for table, texts in TEXTS.items():
            names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            names.remove("id")
            listed = ", ".join(f'"{name}"' for name in names)
            for key, *values in database.execute(f"SELECT id, {listed} FROM {table}"):
                found[table, key] = dict(zip(names, values, strict=True))
            for name in texts:
                for key in [of for of_table, of in found if of_table == table]:
                    found[table, key].pop(name)
                for key, tag, text in database.execute(
                    f'SELECT t.id, j.key, j.value FROM {table} t, json_each(t."{name}") j'
                ):
                    found[table, key][f"{name}.{tag}"] = text
    return found
