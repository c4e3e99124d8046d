"""Looking through all free text of a file, the journal included, for what names a person."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sqlalchemy import Enum, Text, select
from sqlalchemy.orm import Session

from models.rules.mentions import Certainty, Marks, marks_of
from models.store.erase import RowId
from models.store.writing import ROW_KINDS
from models.tables import Change, ChangeSet, Person, Row
from models.tables.journal import ChangeKind
from models.tables.types import Clock, Localised, Tags, Utc
from models.text.localised import LocalisedText
from models.text.names import Name

_NAME_FIELDS = ("family", "given", "reading", "preferred")
_EXACT_FIELDS = ("email", "phone", "passport")
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that names a person, or may: where it stands, and what it says."""

    table: str
    row_id: str
    field: str
    text: str
    certainty: Certainty
    change_set: str = ""
    """Where only the journal still has it, or the label of a change set: which one."""


def marks_in(session: Session, person: str) -> Marks:
    """Collect what a person is and was known by: from their row, and from its journal."""
    texts: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    exact: set[str] = set()
    for whole in _states(session, person):
        for field in _NAME_FIELDS:
            for tag, text in cast("Mapping[str, str]", whole.get(field) or {}).items():
                texts[field][tag].add(text)
        exact |= {str(whole[field]) for field in _EXACT_FIELDS if whole.get(field)}
    return marks_of(_names(texts), exact)


def mentions(session: Session, marks: Marks, without: frozenset[RowId]) -> list[Mention]:
    """Find the texts that name somebody, in all rows and in the journal but for the rows given."""
    found = list(_in_rows(session, marks, without))
    known = {(each.table, each.row_id, each.field, each.text) for each in found}
    for each in _in_journal(session, marks, without):
        place = (each.table, each.row_id, each.field, each.text)
        if place not in known:
            known.add(place)
            found.append(each)
    return found


@cache
def text_fields(kind: type[Row]) -> tuple[str, ...]:
    """Return the fields of a table in which people write."""
    return tuple(
        column.name
        for column in kind.__table__.columns
        if column.name != "id" and not column.foreign_keys and _is_written(column.type)
    )


def _is_written(kind: object) -> bool:
    if isinstance(kind, Localised):
        return True
    return isinstance(kind, Text) and not isinstance(kind, Enum | Tags | Utc | Clock)


def _states(session: Session, person: str) -> Iterator[dict[str, Any]]:
    """Yield what the person's row says, and every value it ever had."""
    row = session.get(Person, person)
    if row is not None:
        yield {field: getattr(row, field) for field in (*_NAME_FIELDS, *_EXACT_FIELDS)}
    query = select(Change).where(Change.table == Person.__tablename__, Change.row_id == person)
    for change in session.scalars(query):
        for encoded in (change.before, change.after):
            value = None if encoded is None else json.loads(encoded)
            if value is None:
                continue
            if change.kind is not ChangeKind.UPDATE:
                yield value
            else:
                field, _, tag = change.field.partition(".")
                yield {field: {tag: value} if tag else value}


def _names(texts: Mapping[str, Mapping[str, set[str]]]) -> Iterator[Name]:
    """Join every family name with every given name of a language that the person ever had."""
    families, givens = texts.get("family", {}), texts.get("given", {})
    for tag in sorted({*families, *givens}):
        for family in sorted(families.get(tag, {""})):
            for given in sorted(givens.get(tag, {""})):
                yield Name(LocalisedText({tag: family}), LocalisedText({tag: given}), native=tag)
    for field in ("reading", "preferred"):
        for tag, values in sorted(texts.get(field, {}).items()):
            for value in sorted(values):
                yield Name(preferred=LocalisedText({tag: value}))


def _in_rows(session: Session, marks: Marks, without: frozenset[RowId]) -> Iterator[Mention]:
    for table, kind in ROW_KINDS.items():
        fields = text_fields(kind)
        if not fields:
            continue
        columns = kind.__table__.c
        for key, *values in session.execute(select(columns.id, *(columns[field] for field in fields))):
            if (table, key) in without:
                continue
            for field, value in zip(fields, values, strict=True):
                yield from _found(marks, (table, key), field, value)


def _in_journal(session: Session, marks: Marks, without: frozenset[RowId]) -> Iterator[Mention]:
    columns = (Change.table, Change.row_id, Change.kind, Change.field, Change.change_set_id)
    for table, key, kind, field, change_set, *both in session.execute(
        select(*columns, Change.before, Change.after)
    ):
        if (table, key) in without or table not in ROW_KINDS:
            continue
        fields = text_fields(ROW_KINDS[table])
        for encoded in both:
            value = None if encoded is None else json.loads(encoded)
            if value is None:
                continue
            if kind is not ChangeKind.UPDATE:
                for name in fields:
                    yield from _found(marks, (table, key), name, value.get(name), change_set)
            elif field.partition(".")[0] in fields:
                yield from _found(marks, (table, key), field, value, change_set)
    for change_set, values in session.execute(select(ChangeSet.id, ChangeSet.label_values)):
        for name, text in cast("dict[str, Any]", json.loads(values)).items():
            yield from _found(marks, (ChangeSet.__tablename__, change_set), name, text, change_set)


def _found(marks: Marks, row: RowId, field: str, value: Any, change_set: str = "") -> Iterator[Mention]:
    for name, text in _texts(field, value):
        certainty = marks.found_in(text)
        if certainty is not None:
            yield Mention(*row, name, text, certainty, change_set)


def _texts(field: str, value: Any) -> Iterable[tuple[str, str]]:
    if isinstance(value, str):
        return [(field, value)]
    if isinstance(value, Mapping):
        texts = cast("Mapping[str, Any]", value)
        return [(f"{field}.{tag}", text) for tag, text in texts.items() if isinstance(text, str)]
    return ()
