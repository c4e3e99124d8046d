"""Writing what was accepted of a proposal: one change set, undone in one step."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from models.actions.intake.left_out import keep_left_out
from models.actions.intake.proposal import Line, Linked, Proposal, State, Step
from models.actions.intake.values import as_row, required
from models.actions.registry import ENTITIES
from models.intake.links import is_plain_link
from models.intake.memory import Memory
from models.rules.order import key_between
from models.store import Database, Done, Writing
from models.store.load import uncollected
from models.store.writing import ROW_KINDS
from models.tables import Row
from models.tables.keys import link_key

Refused = Collection[str | tuple[str, str]]
"""What is not to be taken: keys of lines, or pairs of a line's key and a field."""


def accept(
    database: Database, proposal: Proposal, refused: Refused = (), *, memory: Memory | None = None
) -> Done[int]:
    """Write a proposal without what was refused; answers with the number of lines that changed something.

    Raises EditConflict where somebody has changed one of its fields since it was made.
    """
    work = _Work(proposal, frozenset(refused))
    with uncollected():
        done = database.run("import", work.write)
    memory = memory or Memory()
    keep_left_out(database, proposal, frozenset(refused), memory)
    if proposal.reading is not None:
        memory.keep([sheet.layout for sheet in proposal.reading.sheets if sheet.layout])
    return done


class _Work:
    """What is written, worked out from plain values, so that it can be run again as a whole."""

    def __init__(self, proposal: Proposal, refused: frozenset[str | tuple[str, str]]) -> None:
        self._source = proposal.source
        self._lines = [
            line for line in proposal.lines if line.key not in refused and line.state is not State.REFUSED
        ]
        self._refused = refused
        taken = {id(line) for line in self._lines}
        self._gone = {
            step.row for line in proposal.lines if id(line) not in taken for step in line.steps if step.new
        }
        """New rows that will not be: what refers to them goes without."""

    def write(self, writing: Writing) -> int:
        """Write the accepted lines."""
        gone = set(self._gone)
        rows: dict[str, dict[str, Any]] = {}
        tables: dict[str, str] = {}
        edits: list[tuple[Step, dict[str, Any], dict[str, Any]]] = []
        links: list[Linked] = []
        written = 0
        for line in self._lines:
            before = len(rows) + len(edits) + len(links)
            for step in line.steps:
                self._collect(line, step, gone, rows=rows, tables=tables, edits=edits, links=links)
            written += len(rows) + len(edits) + len(links) > before
        self._drop_orphans(rows, tables, gone)
        _Orders(writing).give(rows, tables)
        writing.label_values.update({"source": self._source, "lines": written})
        writing.add_rows([(tables[key], rows[key]) for key in _wholes_first(rows)])
        for step, values, shown in edits:
            writing.change(writing.get(ROW_KINDS[step.table], step.row), values, shown)
        for linked in links:
            if linked.column not in gone:
                _link(writing, linked, gone)
        return written

    def _collect(
        self,
        line: Line,
        step: Step,
        gone: set[str],
        *,
        rows: dict[str, dict[str, Any]],
        tables: dict[str, str],
        edits: list[tuple[Step, dict[str, Any], dict[str, Any]]],
        links: list[Linked],
    ) -> None:
        if step.whole is not None and not self._refused and not gone and not step.links:
            rows[step.row], tables[step.row] = dict(step.whole), step.table
            return
        listed = set(_list_fields(step))
        changes = [
            change
            for change in step.changes
            if change.field not in listed
            and (line.key, change.field) not in self._refused
            and not (isinstance(change.new, str) and change.field.endswith("_id") and change.new in gone)
        ]
        values = {change.field: change.new for change in changes}
        if step.new:
            row = as_row(step.table, step.row, {**step.fixed, **values})
            if any(row.get(name) in (None, "") for name in required(step.table)) or any(
                isinstance(value, str) and value in gone for value in step.fixed.values()
            ):
                gone.add(step.row)
                return
            rows[step.row], tables[step.row] = row, step.table
        elif step.row in rows:
            # A further line about a row that is new itself.
            rows[step.row] = _amended(rows[step.row], values)
        elif step.row not in gone and values:
            edits.append((step, values, {change.field: change.old for change in changes}))
        for linked, field in zip(step.links, _list_fields(step), strict=True):
            if (line.key, field) not in self._refused and step.row not in gone:
                links.append(linked)

    def _drop_orphans(self, rows: dict[str, dict[str, Any]], tables: dict[str, str], gone: set[str]) -> None:
        """Leave out rows that belong to something that was left out."""
        while gone:
            lost = [
                key
                for key, row in rows.items()
                if any(isinstance(row.get(name), str) and row[name] in gone for name in required(tables[key]))
            ]
            if not lost:
                return
            for key in lost:
                gone.add(key)
                del rows[key]


def _wholes_first(rows: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return the keys so that what others are a part of goes before them."""
    if not any(row.get("parent_id") for row in rows.values()):
        return list(rows)
    ordered: dict[str, None] = {}
    for key in rows:
        line = [key]
        while (parent := rows[line[-1]].get("parent_id")) in rows and parent not in line:
            line.append(str(parent))
        ordered.update(dict.fromkeys(reversed(line)))
    return list(ordered)


def _list_fields(step: Step) -> list[str]:
    """Return the fields of a step that are lists, in the order of its links."""
    return [change.field for change in step.changes[len(step.changes) - len(step.links) :]]


def _amended(row: dict[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    for field, value in values.items():
        name, _, tag = field.partition(".")
        row[name] = row[name].with_text(tag, value) if tag else value
    return row


class _Orders:
    """Gives new rows their places: each behind the last of its list."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._last: dict[tuple[Any, ...], str] = {}
        self._first = key_between("", "")

    def give(self, rows: Mapping[str, dict[str, Any]], tables: Mapping[str, str]) -> None:
        """Set the order of rows that have one."""
        parents: set[str] = set(rows)
        for key, row in rows.items():
            if "order" not in row or row["order"]:
                continue
            table = tables[key]
            among = ENTITIES[table].among
            siblings = {name: row.get(name) for name in among}
            place = (table, *siblings.values())
            if place not in self._last:
                if any(value in parents for value in siblings.values() if isinstance(value, str)):
                    # The first of a list that nobody else can know yet: any key will do.
                    row["order"] = self._last[place] = self._first
                    continue
                self._last[place] = self._end(table, siblings)
            row["order"] = self._last[place] = key_between(self._last[place], "")

    def _end(self, table: str, siblings: Mapping[str, Any]) -> str:
        found = self._writing.where(ROW_KINDS[table], **siblings)
        return max((str(getattr(row, "order")) for row in found), default="")  # noqa: B009


def _link(writing: Writing, linked: Linked, gone: set[str]) -> None:
    """Make the links of a list as it says: add, remove, and put in order."""
    kind = ROW_KINDS[linked.table]
    rows = writing.where(kind, **{linked.by: linked.column})
    plain: dict[tuple[str, str], Row] = {}
    for row in rows:
        values = {column.name: getattr(row, column.name) for column in row.__table__.columns}
        if all(values.get(name) == value for name, value in linked.fixed.items()) and is_plain_link(
            linked.table, values
        ):
            for end in {end for end, _ in linked.ends} | _ends_of(linked.table):
                if values.get(end):
                    plain[end, values[end]] = row
    wanted = [(end, key) for end, key in linked.ends if key not in gone]
    for end, row in plain.items():
        if end not in wanted:
            writing.remove(row)
    entity = ENTITIES[linked.table]
    last = ""
    for end, key in wanted:
        known = plain.get((end, key))
        if known is not None and getattr(known, "order") > last:  # noqa: B009
            last = getattr(known, "order")  # noqa: B009
            continue
        last = key_between(last, "") if last else writing.order_at_end(kind, **{linked.by: linked.column})
        if known is not None:
            writing.change(known, {"order": last})
            continue
        fields: dict[str, Any] = {linked.by: linked.column, end: key, **linked.fixed}
        found = writing.find(kind, link_key(linked.table, *(_text(fields.get(name)) for name in entity.ends)))
        if found is not None:
            # The same link stands with more than a list can say: it stays as it is.
            continue
        entity.add.within(writing, **fields, order=last)


def _ends_of(table: str) -> set[str]:
    return {end for end in ENTITIES[table].ends if end.endswith("_id")}


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
