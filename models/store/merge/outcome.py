"""The table of outcomes, for one row that both sides have touched since they last knew the same."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.store.merge.questions import Choice, Kind, Note, Question, Signature
from models.store.merge.replay import DELETE, INSERT, UPDATE, replayed
from models.store.merge.sides import MERGE, Line, SetInfo
from models.store.merge.values import Key, StoredRow, copied, fields_of, group_of, set_field

PLACE = "order"
"""The group of a row's place in its list: two moves are no question."""
SIGNED = "author"
"""Nobody is asked by what name somebody signs."""

Group = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hand:
    """What one side did to a row: its row as it stands, and what it alone wrote."""

    row: StoredRow | None
    lines: Sequence[Line]
    sets: Mapping[str, SetInfo]
    numbers: Mapping[str, int]

    def wrote(self, group: str) -> bool:
        """Tell whether this side alone wrote to a group of the row, or to the row as a whole."""
        return any(line.kind != UPDATE or group_of(line.table, line.field) == group for line in self.lines)

    def decided(self, group: str) -> bool:
        """Tell whether a merge that only this side knows has decided about a group ("" for the row)."""
        return any(
            self.sets[line.set_id].label == MERGE
            and (line.kind != UPDATE or (group != "" and group_of(line.table, line.field) == group))
            for line in self.lines
        )

    def signature(self, group: str) -> Signature | None:
        """Return who last wrote to a group ("" for anything), and when."""
        for line in reversed(self.lines):
            if not group or line.kind != UPDATE or group_of(line.table, line.field) == group:
                by = self.sets[line.set_id]
                return Signature(by.author, dt.datetime.fromisoformat(by.at), by.device)
        return None

    def number(self, group: str, values: Group) -> int:
        """Return the place of the change that gave a group its values, where it was made."""
        for line in reversed(self.lines):
            if self.sets[line.set_id].label == MERGE:
                continue
            if line.kind == UPDATE and group_of(line.table, line.field) == group:
                written = {line.field: None if line.after is None else json.loads(line.after)}
            elif line.kind == INSERT:
                written = fields_of(line.table, json.loads(line.after or "{}"))
            else:
                continue
            if all(written[field] == value for field, value in values.items() if field in written):
                return self.numbers[line.set_id]
        return 0


@dataclass(frozen=True, slots=True)
class Judged:
    """The outcome for a row: what is taken unasked, what is asked, what the journal must be told."""

    taken: StoredRow | None
    """The row with ours wherever there is a question."""
    questions: tuple[Question, ...]
    notes: tuple[Note, ...]
    ours: StoredRow | None
    theirs: StoredRow | None
    played: StoredRow | None
    """What replaying theirs behind ours makes of the row."""
    both: frozenset[str]
    """Groups that both sides wrote to: the journal says what became of them even where nothing changes."""


def base_of(common: Iterable[Line], ours: Hand, theirs: Hand) -> StoredRow | None:
    """Return a row as both sides know it: after their last common change, else before the first own one."""
    row = replayed(None, ((line.kind, line.field, line.after) for line in common))
    firsts = [hand.lines[0] for hand in (ours, theirs) if hand.lines]
    if (
        row is None
        and firsts
        and all(line.kind != INSERT for line in firsts)
        and not any(line.kind == DELETE for line in common)
    ):
        # The journal does not say how the row came: what stood before the first own change is all there is.
        row = copied(ours.row or theirs.row or {})
        for hand in (theirs, ours):
            for line in reversed(hand.lines):
                if line.kind == UPDATE and row is not None:
                    set_field(row, line.field, None if line.before is None else json.loads(line.before))
                elif line.kind == DELETE:
                    row = json.loads(line.before or "{}")
    return row


def judge(key: Key, bases: tuple[StoredRow | None, StoredRow | None], ours: Hand, theirs: Hand) -> Judged:
    """Return the outcome for a row that both sides touched.

    ``bases`` is what the common change sets make of it in the order of either side. Where they differ, both
    have merged the same and decided differently: then only what is equal is no question.
    """
    played = replayed(ours.row, ((line.kind, line.field, line.after) for line in theirs.lines))
    if ours.row is None or theirs.row is None:
        return _came_or_went(key, bases, ours, theirs, played)
    return _by_group(key, bases, ours, theirs, played)


def settled(judged: Judged, choices: Callable[[Question], Choice]) -> StoredRow | None:
    """Return a row with its questions decided."""
    row = copied(judged.taken)
    for question in judged.questions:
        theirs = choices(question) is Choice.THEIRS
        if question.kind is Kind.DELETED:
            return copied(judged.theirs if theirs else judged.ours)
        if theirs and row is not None:
            take_group(row, question.mine or {}, question.theirs or {})
    return row


def take_group(row: StoredRow, stands: Group, wanted: Group) -> None:
    """Set the fields of a group; a language that is not wanted goes."""
    for field in {*stands, *wanted}:
        set_field(row, field, wanted.get(field))


def _came_or_went(
    key: Key,
    bases: tuple[StoredRow | None, StoredRow | None],
    ours: Hand,
    theirs: Hand,
    played: StoredRow | None,
) -> Judged:
    both = frozenset({""})
    base = bases[0]
    asked = bases[0] != bases[1] or (ours.decided("") and theirs.decided(""))
    if ours.row is None and theirs.row is None:
        return Judged(None, (), (), None, None, played, both)
    if not asked:
        if theirs.row == base:
            return Judged(copied(ours.row), (), (), ours.row, theirs.row, played, both)
        if ours.row == base:
            return Judged(copied(theirs.row), (), (), ours.row, theirs.row, played, both)
    question = Question(
        Kind.DELETED,
        *key,
        "",
        base,
        ours.row,
        theirs.row,
        ours.signature(""),
        theirs.signature(""),
    )
    return Judged(copied(ours.row), (question,), (), ours.row, theirs.row, played, both)


def _by_group(
    key: Key,
    bases: tuple[StoredRow | None, StoredRow | None],
    ours: Hand,
    theirs: Hand,
    played: StoredRow | None,
) -> Judged:
    assert ours.row is not None
    assert theirs.row is not None
    row = dict(ours.row)
    mine, other = groups_of(key[0], ours.row), groups_of(key[0], theirs.row)
    base, base_there = (None if each is None else groups_of(key[0], each) for each in bases)
    questions: list[Question] = []
    notes: list[Note] = []
    both: set[str] = set()
    for group in sorted({*mine, *other}):
        ours_now, theirs_now = mine.get(group, {}), other.get(group, {})
        was = None if base is None else base.get(group, {})
        was_there = None if base_there is None else base_there.get(group, {})
        if ours.wrote(group) and theirs.wrote(group):
            both.add(group)
        if ours_now == theirs_now:
            continue
        if not (ours.decided(group) and theirs.decided(group)) and was == was_there:
            if theirs_now == was:
                continue
            if ours_now == was:
                take_group(row, ours_now, theirs_now)
                continue
        if group == PLACE or key[0] == SIGNED:
            stays = _later(group, ours, theirs, ours_now, theirs_now)
            notes.append(Note(*key, group, stays))
            if stays is Choice.THEIRS:
                take_group(row, ours_now, theirs_now)
            continue
        questions.append(
            Question(
                Kind.INSERTED if bases == (None, None) else Kind.EDITED,
                *key,
                group,
                was,
                ours_now,
                theirs_now,
                ours.signature(group),
                theirs.signature(group),
            )
        )
    return Judged(row, tuple(questions), tuple(notes), ours.row, theirs.row, played, frozenset(both))


def groups_of(table: str, row: StoredRow) -> dict[str, dict[str, Any]]:
    """Return the fields of a row by their groups."""
    groups: dict[str, dict[str, Any]] = {}
    for field, value in fields_of(table, row).items():
        groups.setdefault(group_of(table, field), {})[field] = value
    return groups


def _later(group: str, ours: Hand, theirs: Hand, ours_now: Group, theirs_now: Group) -> Choice:
    """Return whose of two moves is the later; both sides come to the same answer."""
    mine = (ours.number(group, ours_now), _comparable(ours_now))
    other = (theirs.number(group, theirs_now), _comparable(theirs_now))
    return Choice.THEIRS if other > mine else Choice.OURS


def _comparable(values: Group) -> str:
    return json.dumps(values, sort_keys=True, ensure_ascii=False)
