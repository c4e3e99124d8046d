"""What a merge works with, and which rows either side has removed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from models.store.merge.outcome import Judged
from models.store.merge.questions import Question
from models.store.merge.replay import DELETE, UPDATE
from models.store.merge.sides import Line, SetInfo, Side
from models.store.merge.values import Key, Raw, Reference, StoredRow, columns, references, stored_row


@dataclass(slots=True)
class Work:
    """Both sides, row by row, as far as either has touched them."""

    ours: Side
    theirs: Side
    coming: list[SetInfo]
    """The change sets of theirs that we do not know, in their order."""
    lines: list[Line]
    """Their entries, without those of rows that were erased for good."""
    pure: dict[Key, Raw | None]
    """Rows that only they touched, as they stand there; None where they are gone."""
    judged: dict[Key, Judged]
    """Rows that both touched."""
    own: dict[Key, Raw] = field(default_factory=dict[Key, Raw])
    """Rows that only we touched; read only where something was removed."""
    scrubbed: dict[Key, StoredRow] = field(default_factory=dict[Key, StoredRow])
    """Rows of theirs that let go of what was erased for good, as they were before."""
    misplayed: dict[Key, StoredRow | None] = field(default_factory=dict[Key, StoredRow | None])
    """What their entries, put behind ours, make of rows that only they touched, if that is not their row."""
    erased: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    """What they erased for good and we still have: id to table and moment."""
    dead: frozenset[Key] = frozenset()
    """Everything that either side erased for good: never restored."""
    gone_there: dict[Key, StoredRow] = field(default_factory=dict[Key, StoredRow])
    """Rows that they removed, or may have, as we have them."""
    gone_here: dict[Key, StoredRow] = field(default_factory=dict[Key, StoredRow])
    """Rows that we removed, or may have, as they have them."""
    parents: dict[tuple[str, str, str], Question] = field(
        default_factory=dict[tuple[str, str, str], Question]
    )
    """Questions about a reference to what the other side removed, by table, row and field."""

    def survivors(self) -> Iterator[tuple[Key, Raw, bool]]:
        """Yield the rows that only one side touched and that are there, and whether they are ours."""
        for key, raw in self.own.items():
            yield key, raw, True
        for key, raw in self.pure.items():
            if raw is not None:
                yield key, raw, False


def removed_keys(side: Side) -> Iterator[Key]:
    """Yield the rows that a side touched and that are not there any more."""
    for key, places in side.touched.items():
        for place in reversed(places):
            kind = side.lines[place].kind
            if kind != UPDATE:
                if kind == DELETE:
                    yield key
                break


def removal_of(side: Side, key: Key) -> str:
    """Return the change set in which a side removed a row."""
    return next((line.set_id for line in reversed(side.lines_of(key)) if line.kind == DELETE), "")


def leads(table: str, raw: Raw, gone: Mapping[str, set[str]]) -> Iterator[tuple[Reference, Key]]:
    """Yield the references of a row that lead to something gone (ids by table)."""
    for reference in references(table):
        ids = gone.get(reference.target)
        if ids and raw[reference.place] in ids:
            yield reference, (reference.target, raw[reference.place])


def broken(
    table: str, row: Mapping[str, object], gone: Mapping[str, set[str]]
) -> Iterator[tuple[Reference, Key]]:
    """Yield the references of a row, as the journal writes it, that lead to something gone."""
    return leads(table, tuple(row.get(name) for name in columns(table)), gone)


def by_table(keys: Iterator[Key] | Mapping[Key, object] | frozenset[Key]) -> dict[str, set[str]]:
    """Gather keys by their tables."""
    found: dict[str, set[str]] = {}
    for table, key in keys:
        found.setdefault(table, set()).add(key)
    return found


def stored_rows(rows: Mapping[Key, Raw]) -> dict[Key, StoredRow]:
    """Return rows as the journal writes them."""
    return {key: stored_row(key[0], raw) for key, raw in rows.items()}
