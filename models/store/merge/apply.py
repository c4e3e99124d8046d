"""Writing a merge: their change sets as they are, then one of ours that says what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from models.errors import NotFound, OpenQuestions
from models.store.encoding import encode
from models.store.journal import Entry, entries_of
from models.store.merge.parents import Chooser, resolve
from models.store.merge.questions import Choice, Merged, MergePlan, Question
from models.store.merge.replay import UPDATE, difference, encoded
from models.store.merge.values import Key, Raw, StoredRow, columns, fields_of, group_of, raw_row, stored_row
from models.store.merge.work import Work
from models.store.writing import Writing
from models.tables.journal import ChangeKind

Decisions = Mapping[str, Choice] | Choice
"""Whose version stays, by the key of each question, or for all of them."""


def apply_merge(writing: Writing, plan: MergePlan, decisions: Decisions) -> Merged:
    """Write a merge in a running transaction, in which it was also planned.

    Raises OpenQuestions where a decision is missing, and NotFound for one that answers no question.
    """
    work = plan.work
    if work is None:
        return Merged(plan.counts, 0, ())
    choose = _chooser(plan, decisions)
    rows = resolve(work, choose)
    session = writing.session
    connection = session.connection()
    # Rows come table by table; whether all references are whole is looked at once, at the commit.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    ranges = _import_sets(writing, work)
    _import_lines(writing, work)
    _write_rows(writing, work, rows)
    _bury(writing, work)
    played = {key: _played(work, key) for key in rows}
    entries = difference(played, rows)
    entries_of(session).extend([*entries, *_confirmed(work, rows, entries)])
    writing.touched.update(work.pure)
    writing.touched.update(rows)
    writing.imported = True
    writing.label_values.update(
        {"imported": ranges, "count": len(work.coming), "decided": len(plan.questions)}
    )
    return Merged(plan.counts, len(plan.questions), plan.notes)


def _chooser(plan: MergePlan, decisions: Decisions) -> Chooser:
    if isinstance(decisions, Choice):
        return lambda _: decisions
    keys = {question.key for question in plan.questions}
    if unknown := sorted(decisions.keys() - keys):
        raise NotFound(what="question", text=unknown[0])
    if missing := keys - decisions.keys():
        raise OpenQuestions(count=len(missing), plan=plan)
    known = {id(question): decisions[question.key] for question in plan.questions}

    def choose(question: Question) -> Choice:
        return known[id(question)]

    return choose


def _import_sets(writing: Writing, work: Work) -> list[tuple[int, int, int]]:
    """Write their change sets behind ours; return which places they got, and which they had when made.

    A place is never lower than the one it had, so that whoever writes next writes at a later one than all
    that is known here.
    """
    last = max((each.sequence for each in work.ours.sets.values()), default=0)
    ranges: list[tuple[int, int, int]] = []
    placed: list[tuple[object, ...]] = []
    for each in work.coming:
        last = max(last + 1, each.sequence)
        placed.append((each.id, last, each.author_id, each.device, each.at, each.label, each.values))
        origin = work.theirs.numbers[each.id]
        if ranges and ranges[-1][0] + ranges[-1][2] == last and ranges[-1][1] + ranges[-1][2] == origin:
            ranges[-1] = (*ranges[-1][:2], ranges[-1][2] + 1)
        else:
            ranges.append((last, origin, 1))
    _many(
        writing,
        "INSERT INTO change_set (id, sequence, author_id, device, at, label, label_values)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        placed,
    )
    return ranges


def _import_lines(writing: Writing, work: Work) -> None:
    _many(
        writing,
        'INSERT INTO change (change_set_id, position, "table", row_id, kind, field, before, after)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        work.lines,
    )


def _write_rows(writing: Writing, work: Work, rows: Mapping[Key, StoredRow | None]) -> None:
    coming: dict[str, list[Raw]] = {}
    changing: dict[tuple[str, tuple[str, ...]], list[Raw]] = {}
    going: dict[str, list[tuple[str]]] = {}
    for key, raw in work.pure.items():
        if key in rows:
            continue
        if raw is None:
            going.setdefault(key[0], []).append((key[1],))
        elif fields := _edited(work, key):
            changing.setdefault((key[0], fields), []).append(raw)
        else:
            coming.setdefault(key[0], []).append(raw)
    for key, row in rows.items():
        if row is None:
            going.setdefault(key[0], []).append((key[1],))
        else:
            coming.setdefault(key[0], []).append(raw_row(key[0], row))
    for table, raws in coming.items():
        _many(writing, _upsert(table), raws)
    for (table, fields), raws in changing.items():
        _change(writing, table, fields, raws)
    for table, ids in going.items():
        _many(writing, f'DELETE FROM "{table}" WHERE id = ?', ids)


def _edited(work: Work, key: Key) -> tuple[str, ...]:
    """Return the columns that they edited, where that is all they did to a row; nothing where it came."""
    places = work.theirs.touched[key]
    lines = work.theirs.lines
    if len(places) == 1:
        line = lines[places[0]]
        return (line.field.partition(".")[0],) if line.kind == UPDATE else ()
    if any(lines[place].kind != UPDATE for place in places):
        return ()
    return tuple(sorted({lines[place].field.partition(".")[0] for place in places}))


def _change(writing: Writing, table: str, fields: tuple[str, ...], raws: Sequence[Raw]) -> None:
    """Write some columns of rows; setting the others too would write every index anew."""
    names = columns(table)
    take = itemgetter(*(names.index(field) for field in fields), names.index("id"))
    sets = ", ".join(f'"{field}" = ?' for field in fields)
    _many(writing, f'UPDATE "{table}" SET {sets} WHERE id = ?', [take(raw) for raw in raws])


def _upsert(table: str) -> str:
    names = columns(table)
    listed = ", ".join(f'"{name}"' for name in names)
    places = ", ".join("?" for _ in names)
    updates = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != "id")
    return f'INSERT INTO "{table}" ({listed}) VALUES ({places}) ON CONFLICT (id) DO UPDATE SET {updates}'


def _bury(writing: Writing, work: Work) -> None:
    """Erase here what they erased there: the row, and the values that the journal keeps of it."""
    graves = [(key, table, at) for key, (table, at) in work.erased.items()]
    if not graves:
        return
    for table in {table for _, table, _ in graves}:
        _many(
            writing, f'DELETE FROM "{table}" WHERE id = ?', [(key,) for key, of, _ in graves if of == table]
        )
    _many(
        writing,
        "UPDATE change SET before = NULL, after = NULL WHERE row_id = ?",
        [(key,) for key, _, _ in graves],
    )
    _many(writing, 'INSERT OR IGNORE INTO tombstone (row_id, "table", at) VALUES (?, ?, ?)', graves)


def _many(writing: Writing, statement: str, values: Sequence[tuple[object, ...]]) -> None:
    if values:
        cursor = writing.session.connection().connection.cursor()
        try:
            cursor.executemany(statement, values)
        finally:
            cursor.close()


def _played(work: Work, key: Key) -> StoredRow | None:
    """Return what replaying theirs behind ours makes of a row."""
    if key in work.judged:
        return work.judged[key].played
    if key in work.misplayed:
        return work.misplayed[key]
    if key in work.scrubbed:
        return work.scrubbed[key]
    raw = work.pure[key] if key in work.pure else work.own.get(key)
    return None if raw is None else stored_row(key[0], raw)


def _confirmed(work: Work, rows: Mapping[Key, StoredRow | None], entries: Iterable[Entry]) -> Iterable[Entry]:
    """Yield entries that change nothing but say that a merge has decided.

    Without them another copy that decided the same question otherwise could not be told from one that never
    saw it, and would silently win or lose.
    """
    said = {(entry.table, entry.row_id, entry.field) for entry in entries}
    for key, judged in work.judged.items():
        row = rows[key]
        if row is None:
            seen = judged.ours or judged.theirs
            if judged.played is None and seen is not None:
                yield Entry(*key, ChangeKind.DELETE, "", encode(seen), None)
            continue
        if (*key, "") in said:
            continue
        if "" in judged.both:
            # One side removed it. What follows whom in the journal differs from file to file: this says it.
            yield Entry(*key, ChangeKind.INSERT, "", None, encode(row))
            continue
        for field, value in fields_of(key[0], row).items():
            if group_of(key[0], field) in judged.both and (*key, field) not in said:
                yield Entry(*key, ChangeKind.UPDATE, field, encoded(value), encoded(value))
        for group in judged.both:
            yield from _confirmed_absence(key, row, group, said)


def _confirmed_absence(
    key: Key, row: StoredRow, group: str, said: set[tuple[str, str, str]]
) -> Iterable[Entry]:
    """Say that a text stays away in a language in which both sides touched it."""
    name, _, tag = group.partition(".")
    if not tag:
        return
    present = {field for field in fields_of(key[0], row) if group_of(key[0], field) == group}
    if not present and name in row and (*key, group) not in said:
        yield Entry(*key, ChangeKind.UPDATE, group, None, None)
