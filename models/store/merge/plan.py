"""Planning a merge: both journals read flat, each row that either side touched judged once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlalchemy.orm import Session

from models.errors import OtherDatabase
from models.store.merge.apply import apply_merge
from models.store.merge.outcome import SIGNED, Hand, Judged, base_of, judge
from models.store.merge.parents import parent_questions
from models.store.merge.questions import Automatic, Counts, MergePlan, Note, Question
from models.store.merge.replay import DELETE, INSERT, UPDATE, replayed
from models.store.merge.sides import (
    MERGE,
    Line,
    Side,
    ask,
    read_lines_of,
    read_rows,
    read_sets,
    read_side,
    read_tombstones,
    read_touched,
)
from models.store.merge.values import Key, Raw, StoredRow, holds, references, stored_row
from models.store.merge.work import Work, removed_keys, stored_rows

__all__ = ["apply_merge", "plan_merge"]


def plan_merge(ours: Session, theirs: Session, path: Path | None = None) -> MergePlan:
    """Say what merging their copy into ours would do; writes nothing.

    Raises OtherDatabase where the two are no copies of one database.
    """
    if set(ask(ours, "SELECT id FROM file_info")) != set(ask(theirs, "SELECT id FROM file_info")):
        raise OtherDatabase(path=path or "")
    our_sets, their_sets = read_sets(ours), read_sets(theirs)
    coming = [each for key, each in their_sets.items() if key not in our_sets]
    known = len(their_sets) - len(coming)
    here, there = read_side(ours, our_sets, their_sets), read_side(theirs, their_sets, our_sets)
    our_dead, their_dead = read_tombstones(ours), read_tombstones(theirs)
    erased = {key: grave for key, grave in their_dead.items() if key not in our_dead}
    if not there.lines and not erased:
        return MergePlan(Counts(0, known, 0, 0, 0, 0), (), (), (), {}, None)
    dead = frozenset((table, key) for key, (table, _) in {**our_dead, **their_dead}.items())
    there, pure, scrubbed = _without_the_dead(there, here, dead)
    judged = _judge_all(here, there)
    work = Work(
        here, there, coming, list(there.lines), pure, judged, scrubbed=scrubbed, erased=erased, dead=dead
    )
    work.misplayed.update(_misplayed(work))
    _find_removed(work)
    for question in parent_questions(work):
        work.parents[question.table, question.row_id, question.group] = question
    questions = (*(q for each in judged.values() for q in each.questions), *work.parents.values())
    notes = tuple(note for each in judged.values() for note in each.notes if note.table != SIGNED)
    automatic = tuple(_automatic(work))
    return MergePlan(
        _counted(len(coming), known, automatic, len(questions)),
        questions,
        automatic,
        notes,
        _named(work, questions, notes),
        work,
    )


def _counted(coming: int, known: int, automatic: Iterable[Automatic], questions: int) -> Counts:
    kinds = {INSERT: 0, UPDATE: 0, DELETE: 0}
    for each in automatic:
        kinds[each.kind] += 1
    return Counts(coming, known, kinds[INSERT], kinds[UPDATE], kinds[DELETE], questions)


def _without_the_dead(
    there: Side, here: Side, dead: frozenset[Key]
) -> tuple[Side, dict[Key, Raw | None], dict[Key, StoredRow]]:
    """Read their rows that we have not touched; leave out what was erased for good, and what hung on it."""
    wanted = [key for key in there.touched if key not in here.touched and key not in dead]
    found = read_rows(there.session, wanted)
    pure: dict[Key, Raw | None] = {key: found.get(key) for key in wanted}
    if not dead:
        return there, pure, {}
    gone, scrubbed = _scrub(pure, dead)
    lines = [line for line in there.lines if (line.table, line.row_id) not in gone]
    touched: dict[Key, list[int]] = {}
    for place, line in enumerate(lines):
        touched.setdefault((line.table, line.row_id), []).append(place)
    return Side(there.session, there.sets, there.numbers, lines, touched), pure, scrubbed


def _scrub(pure: dict[Key, Raw | None], dead: frozenset[Key]) -> tuple[set[Key], dict[Key, StoredRow]]:
    """Drop rows that cannot be without something dead; make the others let go of it."""
    gone: set[Key] = set(dead)
    scrubbed: dict[Key, StoredRow] = {}
    again = True
    while again:
        again = False
        for key, raw in list(pure.items()):
            if raw is None:
                continue
            held = [each for each in references(key[0]) if (each.target, raw[each.place]) in gone]
            if held and any(holds(key[0], stored_row(key[0], raw), each) for each in held):
                del pure[key]
                gone.add(key)
                again = True
            elif held:
                scrubbed.setdefault(key, stored_row(key[0], raw))
                empty = {each.place for each in held}
                pure[key] = tuple(None if place in empty else value for place, value in enumerate(raw))
    return gone, {key: row for key, row in scrubbed.items() if key in pure}


def _misplayed(work: Work) -> dict[Key, StoredRow | None]:
    """Find rows of theirs that their entries, put behind ours, would not make.

    That can only be where a change set that both know stands behind one of theirs in their file: they had
    merged it in, and in ours it comes before.
    """
    first = min((each.sequence for each in work.coming), default=0)
    late = [key for key, each in work.theirs.sets.items() if each.sequence > first and key in work.ours.sets]
    if not late:
        return {}
    behind = set(read_touched(work.theirs.session, late))
    suspects = [key for key in work.pure if key in behind]
    standing = stored_rows(read_rows(work.ours.session, suspects))
    found: dict[Key, StoredRow | None] = {}
    for key in suspects:
        lines = [(line.kind, line.field, line.after) for line in work.theirs.lines_of(key)]
        played, raw = replayed(standing.get(key), lines), work.pure[key]
        theirs = work.scrubbed.get(key) or (None if raw is None else stored_row(key[0], raw))
        if played != theirs:
            found[key] = played
    return found


def _judge_all(here: Side, there: Side) -> dict[Key, Judged]:
    """Judge the rows that both sides touched."""
    both = [key for key in there.touched if key in here.touched]
    if not both:
        return {}
    ours, theirs = read_rows(here.session, both), read_rows(there.session, both)
    common: dict[Key, list[Line]] = {}
    for line in read_lines_of(here.session, {key for _, key in both}):
        if line.set_id in there.sets:
            common.setdefault((line.table, line.row_id), []).append(line)
    judged: dict[Key, Judged] = {}
    for key in both:
        mine, other = (
            Hand(
                stored_row(key[0], rows[key]) if key in rows else None,
                side.lines_of(key),
                side.sets,
                side.numbers,
            )
            for rows, side in ((ours, here), (theirs, there))
        )
        known = common.get(key, [])
        in_their_order = sorted(known, key=lambda line: (there.sets[line.set_id].sequence, line.position))
        base = base_of(known, mine, other)
        base_there = base if in_their_order == known else base_of(in_their_order, mine, other)
        judged[key] = judge(key, (base, base_there), mine, other)
    return judged


def _find_removed(work: Work) -> None:
    """Read the rows that one side removed, as the other has them, and what only we touched."""
    removed_there = [
        key
        for key in removed_keys(work.theirs)
        if key not in work.judged or _is_removal(work.judged[key], ours=False)
    ]
    removed_here = [
        key
        for key in removed_keys(work.ours)
        if key not in work.judged or _is_removal(work.judged[key], ours=True)
    ]
    work.gone_there.update(stored_rows(read_rows(work.ours.session, removed_there)))
    work.gone_here.update(stored_rows(read_rows(work.theirs.session, removed_here)))
    if work.gone_there or work.gone_here or work.dead:
        own = [key for key in work.ours.touched if key not in work.theirs.touched]
        work.own.update(read_rows(work.ours.session, own))


def _is_removal(judged: Judged, *, ours: bool) -> bool:
    """Tell whether one side removed what the other still has, for good or as a question."""
    gone, there = (judged.ours, judged.theirs) if ours else (judged.theirs, judged.ours)
    return gone is None and there is not None and (bool(judged.questions) or judged.taken is None)


def _automatic(work: Work) -> Iterable[Automatic]:
    """Yield what the merge takes of theirs without asking."""
    same = _same_already(work)
    for key, raw in work.pure.items():
        if key[0] == SIGNED or key in same:
            continue
        places, lines = work.theirs.touched[key], work.theirs.lines
        came = lines[places[0]].kind == INSERT
        if raw is None:
            if key in work.gone_there:
                yield Automatic(DELETE, *key)
        elif came or any(lines[place].before != lines[place].after for place in places):
            yield Automatic(INSERT if came else UPDATE, *key)
    for key, each in work.judged.items():
        if each.taken != each.ours and key[0] != SIGNED:
            kind = INSERT if each.ours is None else DELETE if each.taken is None else UPDATE
            yield Automatic(kind, *key)


def _same_already(work: Work) -> set[Key]:
    """Find rows that stand here as they do there, though a merge of theirs wrote them.

    What a merge adds to put its own journal right says nothing new to ours.
    """
    merges = {each.id for each in work.coming if each.label == MERGE}
    if not merges:
        return set()
    written = {(line.table, line.row_id) for line in work.lines if line.set_id in merges}
    suspects = [key for key in work.pure if key in written]
    standing = read_rows(work.ours.session, suspects)
    return {key for key in suspects if standing.get(key) == work.pure[key]}


def _named(work: Work, questions: Iterable[Question], notes: Iterable[Note]) -> Mapping[Key, StoredRow]:
    """Read what questions and notes speak of, and what those rows refer to, two steps far."""
    wanted = {(each.table, each.row_id) for each in (*questions, *notes)}
    wanted |= {each.parent for each in questions if each.parent is not None}
    named: dict[Key, StoredRow] = {}
    for _ in range(3):
        fresh = wanted - named.keys()
        for session in (work.theirs.session, work.ours.session):
            named.update(stored_rows(read_rows(session, fresh)))
        wanted = {
            (reference.target, row[reference.field])
            for key, row in named.items()
            for reference in references(key[0])
            if row[reference.field] is not None
        }
        wanted |= _values_that_lead(questions)
    return named


def _values_that_lead(questions: Iterable[Question]) -> set[Key]:
    """Return the rows to which the values of questions refer."""
    return {
        (reference.target, value[reference.field])
        for each in questions
        for value in (each.base, each.mine, each.theirs)
        if value is not None
        for reference in references(each.table)
        if isinstance(value.get(reference.field), str)
    }
