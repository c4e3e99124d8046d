"""Undoing and redoing: the entries of a change set turned round, as a new change set.

Nothing that somebody has changed since is overwritten unasked: what stands must be what the change set wrote.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from models.errors import NotFound, PersonErased, UndoConflict
from models.store.encoding import encode, loaded_value, stored_field, whole_row
from models.store.erase import ERASE, tombstones
from models.store.history import Recorded, change_set, later_entries, newest
from models.store.journal import Entry
from models.store.merge.turning import imported_ids, with_imported
from models.store.writing import ROW_KINDS, Writing, references_to
from models.tables import Row
from models.tables.fields import GROUP
from models.tables.journal import ChangeKind

UNDO, REDO = "undo", "redo"
_STAYS = {"author"}
"""Who signed a change set stays known when it is undone."""
REMEMBERED = 1000
"""How many of their own change sets a person can go back through."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Why an entry cannot be turned round: what stands now is not what it wrote."""

    table: str
    row_id: str
    field: str
    """Empty where it is about the whole row: it is gone, it is back, or other rows hang on it."""
    stands: Any
    wrote: Any
    before: Any


@dataclass(frozen=True, slots=True)
class Steps:
    """What a person can undo and redo, the next one last, by the ids of the change sets."""

    undo: tuple[str, ...]
    redo: tuple[str, ...]


def steps(session: Session, author_id: str) -> Steps:
    """Read from the journal what a person can undo and redo."""
    undo: list[str] = []
    redo: list[str] = []
    imported = imported_ids(session, author_id)
    for key, label, values in reversed(newest(session, author_id, REMEMBERED)):
        if key in imported:
            continue
        of = values.get("of")
        if label == UNDO and of in undo:
            undo.remove(of)
            redo.append(of)
        elif label == REDO and of in redo:
            redo.remove(of)
            undo.append(of)
        elif label not in (UNDO, REDO, ERASE, "file.create"):
            undo.append(key)
            redo.clear()
    return Steps(tuple(undo), tuple(redo))


def turn_round(writing: Writing, key: str, *, again: bool = False, anyway: bool = False) -> None:
    """Undo a change set, or do it ``again`` after it was undone.

    Raises UndoConflict where somebody has changed since what would be written; ``anyway`` overwrites it, and
    what is overwritten stays in the journal. Rows that were erased for good stay away, and PersonErased is
    raised where nothing else is left to do.
    """
    recorded = change_set(writing.session, key)
    if recorded is None:
        raise NotFound(what="change_set", text=key)
    recorded = with_imported(writing.session, recorded)
    written = tuple(entry for entry in recorded.entries if entry.table not in _STAYS)
    if written:
        written = _without_erased(written, tombstones(writing.session))
        if not written:
            raise PersonErased(table=recorded.entries[0].table, row=recorded.entries[0].row_id)
    entries = written if again else tuple(_reversed(entry) for entry in reversed(written))
    clashes = _touched_by_others(writing, recorded) if not anyway else []
    for entry in entries:
        clashes += _apply(writing, entry, anyway=anyway)
    if clashes and not anyway:
        raise UndoConflict(clashes=tuple(clashes), change_set=key, label=recorded.label)
    writing.label_values.update({"of": key, "label": recorded.label, **{"id": recorded.values.get("id")}})


def put_one_back(
    writing: Writing, key: str, table: str, row_id: str, field: str, *, anyway: bool = False
) -> None:
    """Put one field back to what it was before a change set, or with "" a row that it removed.

    Raises NotFound where the change set did nothing to it, UndoConflict where it has been changed since, and
    PersonErased where it was erased for good; ``anyway`` overwrites what was changed since.
    """
    recorded = change_set(writing.session, key)
    if recorded is None:
        raise NotFound(what="change_set", text=key)
    chosen = tuple(
        entry
        for entry in recorded.entries
        if (entry.table, entry.row_id, entry.field) == (table, row_id, field)
    )
    if not chosen:
        raise NotFound(what="change", text=f"{table} {row_id} {field}".strip())
    written = _without_erased(chosen, tombstones(writing.session))
    if not written:
        raise PersonErased(table=table, row=row_id)
    clashes = [] if anyway else _touched_by_others(writing, dataclasses.replace(recorded, entries=written))
    for entry in reversed(written):
        clashes += _apply(writing, _reversed(entry), anyway=anyway)
    if clashes and not anyway:
        raise UndoConflict(clashes=tuple(clashes), change_set=key, label=recorded.label)
    writing.label_values.update({"of": key, "label": recorded.label, "id": row_id, "fields": [field]})


def _without_erased(entries: tuple[Entry, ...], erased: frozenset[tuple[str, str]]) -> tuple[Entry, ...]:
    """Leave out the rows that were erased for good, and let go of them where others refer to them."""
    if not erased:
        return entries
    keys = frozenset(key for _, key in erased)
    return tuple(
        Entry(
            entry.table,
            entry.row_id,
            entry.kind,
            entry.field,
            _let_go(entry, entry.before, keys),
            _let_go(entry, entry.after, keys),
        )
        for entry in entries
        if (entry.table, entry.row_id) not in erased
    )


def _let_go(entry: Entry, encoded: str | None, erased: frozenset[str]) -> str | None:
    columns = ROW_KINDS[entry.table].__table__.columns
    if entry.kind is ChangeKind.UPDATE:
        refers = entry.field in columns and columns[entry.field].foreign_keys
        return None if refers and _plain(encoded) in erased else encoded
    whole = _plain(encoded)
    if whole is None:
        return None
    gone = {
        column.name: None
        for column in columns
        if column.foreign_keys and column.nullable and whole.get(column.name) in erased
    }
    return encode({**whole, **gone}) if gone else encoded  # type: ignore[arg-type]


def _reversed(entry: Entry) -> Entry:
    kinds = {ChangeKind.INSERT: ChangeKind.DELETE, ChangeKind.DELETE: ChangeKind.INSERT}
    kind = kinds.get(entry.kind, ChangeKind.UPDATE)
    return Entry(entry.table, entry.row_id, kind, entry.field, entry.after, entry.before)


def _apply(writing: Writing, entry: Entry, *, anyway: bool) -> list[Clash]:
    kind = ROW_KINDS[entry.table]
    row = writing.find(kind, entry.row_id)
    if entry.kind is ChangeKind.INSERT:
        return _bring_back(writing, kind, row, entry)
    if row is None:
        return [] if entry.kind is ChangeKind.DELETE else [_clash(entry, None)]
    if entry.kind is ChangeKind.DELETE:
        return _take_away(writing, row, entry, anyway=anyway)
    stands = stored_field(row, entry.field)
    if stands != _plain(entry.before) and not anyway:
        return [_clash(entry, stands)]
    _set(writing, row, entry.field, _plain(entry.after))
    return []


def _bring_back(writing: Writing, kind: type[Row], row: Row | None, entry: Entry) -> list[Clash]:
    whole = _plain(entry.after)
    if row is not None:
        return [] if whole_row(row) == whole else [_clash(entry, whole_row(row))]
    for key in kind.__table__.foreign_keys:
        parent = whole.get(key.parent.name)
        if parent is not None and writing.find(ROW_KINDS[key.column.table.name], parent) is None:
            return [_clash(entry, None)]
    writing.add(kind(**{field: loaded_value(kind, field, value) for field, value in whole.items()}))
    return []


def _take_away(writing: Writing, row: Row, entry: Entry, *, anyway: bool) -> list[Clash]:
    stands = whole_row(row)
    hangs_on_it = any(
        writing.where(kind, **{column.name: row.id}) for kind, column in references_to(entry.table)
    )
    if (hangs_on_it or stands != _plain(entry.before)) and not anyway:
        return [_clash(entry, stands)]
    writing.remove(row)
    return []


def _set(writing: Writing, row: Row, name: str, stored: Any) -> None:
    field, _, tag = name.partition(".")
    if tag:
        writing.change(row, {name: stored})
    else:
        writing.change(row, {field: loaded_value(type(row), field, stored)})


def _touched_by_others(writing: Writing, recorded: Recorded) -> list[Clash]:
    """Find groups of fields of which somebody else has changed another field since."""
    groups = {_group(entry) for entry in recorded.entries if entry.kind is ChangeKind.UPDATE}
    written = {(entry.table, entry.row_id, entry.field) for entry in recorded.entries}
    rows = {(entry.table, entry.row_id) for entry in recorded.entries}
    later: Sequence[tuple[str, Entry]] = later_entries(writing.session, recorded.sequence, rows)
    return [
        _clash(entry, _plain(entry.after))
        for author, entry in later
        if author != recorded.author_id
        and entry.kind is ChangeKind.UPDATE
        and _group(entry) in groups
        and (entry.table, entry.row_id, entry.field) not in written
    ]


def _group(entry: Entry) -> tuple[str, str, str]:
    field, _, tag = entry.field.partition(".")
    group = ROW_KINDS[entry.table].__table__.columns[field].info.get(GROUP) or field
    return entry.table, entry.row_id, f"{group}.{tag}" if tag else group


def _clash(entry: Entry, stands: Any) -> Clash:
    return Clash(entry.table, entry.row_id, entry.field, stands, _plain(entry.before), _plain(entry.after))


def _plain(encoded: str | None) -> Any:
    return None if encoded is None else json.loads(encoded)
