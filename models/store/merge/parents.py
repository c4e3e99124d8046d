"""References that one side made to what the other has removed: asked, and made whole again.

A reference that must not be empty holds a child under its parent: restore the parent, or drop the child. One
that may be empty is let go of instead. A parent that is restored comes with what its removal took along.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from typing import Any

from models.store.encoding import encode
from models.store.merge.outcome import settled
from models.store.merge.questions import Choice, Kind, Question, Signature
from models.store.merge.replay import DELETE, UPDATE
from models.store.merge.sides import Line, Side
from models.store.merge.values import (
    Key,
    Raw,
    Reference,
    StoredRow,
    copied,
    group_of,
    holds,
    references,
    stored_row,
)
from models.store.merge.work import Work, broken, by_table, leads, removal_of

Chooser = Callable[[Question], Choice]


def parent_questions(work: Work) -> Iterator[Question]:
    """Yield a question for each reference that one side wrote to what the other removed."""
    there = by_table({key: None for key in work.gone_there if key not in work.dead})
    here = by_table({key: None for key in work.gone_here if key not in work.dead})
    if not there and not here:
        return
    for key, raw, is_ours in work.survivors():
        for reference, target in leads(key[0], raw, there if is_ours else here):
            yield _question(work, key, reference, target, is_ours=is_ours)
    for key, judged in work.judged.items():
        if judged.taken is None or any(question.kind is Kind.DELETED for question in judged.questions):
            continue
        asked = {question.group for question in judged.questions}
        for gone, is_ours in ((there, True), (here, False)):
            for reference, target in broken(key[0], judged.taken, gone):
                if group_of(key[0], reference.field) not in asked:
                    yield _question(work, key, reference, target, is_ours=is_ours)


def _question(work: Work, key: Key, reference: Reference, target: Key, *, is_ours: bool) -> Question:
    held = {reference.field: target[1]}
    child, parent = (work.ours, work.theirs) if is_ours else (work.theirs, work.ours)
    by_child = _signed(child, key, lambda line: line.kind != UPDATE or line.field == reference.field)
    by_parent = _signed(parent, target, lambda line: line.kind == DELETE)
    return Question(
        Kind.PARENT,
        *key,
        reference.field,
        None,
        held if is_ours else None,
        None if is_ours else held,
        by_child if is_ours else by_parent,
        by_parent if is_ours else by_child,
        target,
    )


def _signed(side: Side, key: Key, wrote: Callable[[Line], bool]) -> Signature | None:
    lines = side.lines_of(key)
    line = next((line for line in reversed(lines) if wrote(line)), lines[-1] if lines else None)
    if line is None:
        return None
    by = side.signature(line)
    return Signature(by.author, dt.datetime.fromisoformat(by.at), by.device)


def resolve(work: Work, choose: Chooser) -> dict[Key, StoredRow | None]:
    """Return every row whose outcome is not simply what their journal says, with all references whole."""
    return _Resolution(work, choose).run()


class _Resolution:
    """The rows of a merge while references are made whole."""

    def __init__(self, work: Work, choose: Chooser) -> None:
        self._work = work
        self._choose = choose
        self.rows: dict[Key, StoredRow | None] = {}
        self._gone: dict[str, set[str]] = {}
        self._refused: set[Key] = set()
        self._asked: dict[Key, set[str]] = {}
        self._by_set: dict[int, dict[str, list[Line]]] = {}

    def run(self) -> dict[Key, StoredRow | None]:
        work = self._work
        for table, key in work.dead:
            self._lose((table, key))
        for key, raw in work.pure.items():
            if raw is None:
                self._lose(key)
        for key in work.gone_here:
            self._lose(key)
        for key, judged in work.judged.items():
            row = self.rows[key] = settled(judged, self._choose)
            self._asked[key] = {question.group for question in judged.questions}
            if row is None:
                self._lose(key)
                if any(question.kind is Kind.DELETED for question in judged.questions):
                    self._refused.add(key)
            else:
                self._find(key)
        for key in work.scrubbed:
            raw = work.pure.get(key)
            if raw is not None:
                self.rows[key] = stored_row(key[0], raw)
        for key in work.misplayed:
            raw = work.pure[key]
            self.rows.setdefault(key, None if raw is None else stored_row(key[0], raw))
        if not any(self._gone.values()):
            return self.rows
        self._decide_parents()
        self._keep_parents_of_the_kept()
        self._let_go()
        return self.rows

    def _decide_parents(self) -> None:
        for question in self._work.parents.values():
            key = (question.table, question.row_id)
            holder = Choice.OURS if question.mine is not None else Choice.THEIRS
            if self._choose(question) is holder:
                assert question.parent is not None
                self._restore(question.parent)
        for question in self._work.parents.values():
            key = (question.table, question.row_id)
            holder = Choice.OURS if question.mine is not None else Choice.THEIRS
            if self._choose(question) is not holder:
                self._release(
                    key, question.group, self._work.ours if holder is Choice.OURS else self._work.theirs
                )

    def _keep_parents_of_the_kept(self) -> None:
        """What somebody decided to keep keeps what it hangs on."""
        for key in list(self._work.judged):
            row = self.rows.get(key)
            if row is None:
                continue
            for reference, target in list(broken(key[0], row, self._gone)):
                decided = holds(key[0], row, reference) or group_of(
                    key[0], reference.field
                ) in self._asked.get(key, ())
                if decided and (*key, reference.field) not in self._work.parents:
                    self._restore(target)

    def _restore(self, first: Key) -> None:
        stack = [first]
        while stack:
            key = stack.pop()
            if key[1] not in self._gone.get(key[0], ()) or key in self._work.dead:
                continue
            there = key in self._work.gone_there
            row = copied((self._work.gone_there if there else self._work.gone_here).get(key))
            if row is None:
                continue
            self.rows[key] = row
            self._find(key)
            stack.extend(
                target
                for reference, target in broken(key[0], row, self._gone)
                if holds(key[0], row, reference)
            )
            stack.extend(self._went_with(key, there=there))
            self._take_hold_again(key, there=there)

    def _went_with(self, key: Key, *, there: bool) -> Iterator[Key]:
        """Yield what the removal of a row took along because it cannot be without it."""
        side, gone = self._remover(there=there)
        removal = removal_of(side, key)
        for line in self._lines_by_set(side).get(removal, ()):
            child = (line.table, line.row_id)
            if line.kind != DELETE or child not in gone or child in self._refused:
                continue
            only = {key[0]: {key[1]}}
            row = gone[child]
            if any(holds(child[0], row, reference) for reference, _ in broken(child[0], row, only)):
                yield child

    def _take_hold_again(self, key: Key, *, there: bool) -> None:
        """Give references back that the removal of a row had emptied."""
        side, _ = self._remover(there=there)
        held = encode(key[1])
        for line in self._lines_by_set(side).get(removal_of(side, key), ()):
            if line.kind != UPDATE or line.after is not None or line.before != held:
                continue
            child = (line.table, line.row_id)
            row = self._row(child)
            if row is not None and line.field in row and row[line.field] is None:
                self.rows[child] = {**row, line.field: key[1]}

    def _remover(self, *, there: bool) -> tuple[Side, dict[Key, StoredRow]]:
        work = self._work
        return (work.theirs, work.gone_there) if there else (work.ours, work.gone_here)

    def _lines_by_set(self, side: Side) -> dict[str, list[Line]]:
        known = self._by_set
        if id(side) not in known:
            by_set: dict[str, list[Line]] = {}
            for line in side.lines:
                by_set.setdefault(line.set_id, []).append(line)
            known[id(side)] = by_set
        return known[id(side)]

    def _release(self, key: Key, field: str, holder: Side) -> None:
        """Drop a child, put it back where it was, or empty its reference where that may be."""
        row = self._row(key)
        if row is None:
            return
        reference = next(each for each in references(key[0]) if each.field == field)
        was = _before(holder.lines_of(key), field)
        if not holds(key[0], row, reference):
            self.rows[key] = {**row, field: None}
        elif was is not None and was not in self._gone.get(reference.target, ()):
            self.rows[key] = {**row, field: was}
        else:
            self.rows[key] = None
            self._lose(key)

    def _let_go(self) -> None:
        """Drop or empty what still leads to something gone, until nothing does."""
        again = True
        while again:
            again = False
            for key, row in list(self._leading_to_gone()):
                fresh: StoredRow | None = dict(row)
                for reference, _ in broken(key[0], row, self._gone):
                    if fresh is not None and not holds(key[0], fresh, reference):
                        fresh[reference.field] = None
                    else:
                        fresh = None
                self.rows[key] = fresh
                if fresh is None:
                    self._lose(key)
                again = True

    def _leading_to_gone(self) -> Iterator[tuple[Key, StoredRow]]:
        for key, row in self.rows.items():
            if row is not None and next(broken(key[0], row, self._gone), None):
                yield key, row
        for key, raw, _ in self._work.survivors():
            if key not in self.rows and next(leads(key[0], raw, self._gone), None):
                yield key, stored_row(key[0], raw)

    def _row(self, key: Key) -> StoredRow | None:
        if key in self.rows:
            return self.rows[key]
        raw: Raw | Any = self._work.pure.get(key) or self._work.own.get(key)
        return None if raw is None else stored_row(key[0], raw)

    def _lose(self, key: Key) -> None:
        self._gone.setdefault(key[0], set()).add(key[1])

    def _find(self, key: Key) -> None:
        self._gone.get(key[0], set()).discard(key[1])


def _before(lines: list[Line], field: str) -> str | None:
    """Return where a row hung before a side first hung it elsewhere; None where that side has made it."""
    for line in lines:
        if line.kind != UPDATE:
            return None
        if line.field == field:
            return None if line.before is None else json.loads(line.before)
    return None
