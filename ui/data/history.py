"""The journal read for the window: of the whole file, of one row, one step in full; and putting back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from models.actions import history as actions
from ui.values_history import HistoryView, LineView, RecordView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.store import Database, Done, Recorded
    from models.store.journal import Entry
    from ui.values_history import HistoryFilter, PutBack

AT_ONCE = 100
"""How many steps are read before somebody asks for older ones."""
FIRST_LINES = 12
"""How many changes of a step its line in a list needs."""
MOST_LINES = 60
"""How many changes of a step are shown in full: a merge or the sample has thousands."""
OF_A_ROW = 30


def of_file(database: Database, wanted: HistoryFilter, limit: int = AT_ONCE) -> HistoryView:
    """Read the steps of the whole file that pass a filter, the newest first."""
    found = actions.history(
        database,
        person=wanted.person,
        visit=wanted.visit,
        first=wanted.first,
        last=wanted.last,
        before=wanted.before,
        limit=limit + 1,
        most=FIRST_LINES + 1,
    )
    return _view(database, found[:limit], FIRST_LINES, more=len(found) > limit)


def of_row(database: Database, table: str, row: str, limit: int = OF_A_ROW) -> HistoryView:
    """Read the steps that touched one row, each with what it did to this row only."""
    found = actions.history_of_row(database, table, row, limit=limit + 1)
    return _view(database, found[:limit], MOST_LINES, more=len(found) > limit)


def in_full(database: Database, record: str) -> HistoryView:
    """Read one step with all that it changed, as far as anybody can look through that."""
    found = actions.one_change_set(database, record, most=MOST_LINES + 1)
    return _view(database, [found] if found else [], MOST_LINES)


def step_of(database: Database, record: str) -> HistoryView:
    """Read one step as far as naming it needs."""
    found = actions.one_change_set(database, record, most=FIRST_LINES + 1)
    return _view(database, [found] if found else [], FIRST_LINES)


def everybody(database: Database) -> tuple[tuple[str, str], ...]:
    """Return id and name of everybody who has written into the file."""
    return tuple(actions.everybody(database))


def put_back(database: Database, what: PutBack) -> Done[None]:
    """Put back what a step changed, as a step of one's own; raises UndoConflict."""
    if not what.table:
        return actions.put_all_back(database, what.record, anyway=what.anyway)
    return actions.put_back(database, what.record, what.table, what.row, what.field, anyway=what.anyway)


def _view(
    database: Database,
    found: Sequence[Recorded],
    most: int,
    *,
    more: bool = False,
) -> HistoryView:
    records = tuple(_record(each, most) for each in found)
    return HistoryView(records, actions.names(database, _keys(records)), more)


def _record(recorded: Recorded, most: int) -> RecordView:
    lines = [_line(entry) for entry in recorded.entries[:most]]
    return RecordView(
        id=recorded.id,
        place=recorded.sequence,
        author=recorded.author,
        author_id=recorded.author_id,
        at=recorded.at,
        code=recorded.label,
        values=recorded.values,
        lines=tuple(lines),
        whole=len(recorded.entries) <= most,
    )


def _line(entry: Entry) -> LineView:
    return LineView(
        entry.table, entry.row_id, entry.kind.value, entry.field, _plain(entry.before), _plain(entry.after)
    )


def _plain(encoded: str | None) -> Any:
    return None if encoded is None else json.loads(encoded)


def _keys(records: Iterable[RecordView]) -> set[tuple[str, str]]:
    """Return what a list of steps speaks of: rows, what they are about, and what values lead to."""
    from ui.words_steps import subject

    keys: set[tuple[str, str]] = set()
    for record in records:
        about = subject(record)
        if about:
            keys.add(about)
        keys.update((line.table, line.row) for line in record.lines)
        for line in record.lines:
            keys |= _led_to(line)
    return keys


def _led_to(line: LineView) -> set[tuple[str, str]]:
    from models.store.merge.values import references

    return {
        (each.target, value)
        for each in references(line.table)
        if each.field == line.field
        for value in (line.before, line.after)
        if isinstance(value, str)
    }
