"""What an action writes with: rows by key, changed field by field, removed with what hangs on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from models.errors import EditConflict, InvalidValue, NotFound
from models.rules.order import key_between
from models.store.bulk import insert_rows
from models.store.profile import Profile
from models.tables import Attachment, Row, TableRow
from models.tables.fields import END, GROUP
from models.tables.types import Localised
from models.text.localised import LocalisedText

R = TypeVar("R", bound=Row)

ROW_KINDS: dict[str, type[Row]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in sorted(TableRow.registry.mappers, key=lambda mapper: mapper.class_.__name__)
    if issubclass(mapper.class_, Row)
}


class Writing:
    """One running transaction of one action; it ends with the action."""

    def __init__(self, session: Session, profile: Profile) -> None:
        self.session = session
        self.profile = profile
        self.label_values: dict[str, Any] = {}
        self.imported = False
        """Whether change sets of another copy came in: then ours is written even where it has no entry."""
        self.touched: set[tuple[str, str]] = set()
        """Rows that were written besides those of the entries."""

    def add(self, row: R) -> R:
        """Add a new row."""
        self.session.add(row)
        self.session.flush()
        return row

    def add_all(self, rows: Iterable[Row]) -> None:
        """Add rows at once; of one table a row comes behind those that it refers to."""
        by_table: defaultdict[str, list[Row]] = defaultdict(list)
        for row in rows:
            by_table[row.__tablename__].append(row)
        # The ORM knows nothing of what refers to what (see ``tables.fields.one``): parents go first.
        for table in TableRow.metadata.sorted_tables:
            if table.name in by_table:
                self.session.add_all(by_table[table.name])
                self.session.flush()

    def add_rows(self, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        """Add thousands of rows, given as their table and every field as it went through the field's door."""
        self.session.flush()
        insert_rows(self.session, ROW_KINDS, rows)

    def get(self, kind: type[R], key: str) -> R:
        """Return the row with a key; raises NotFound."""
        row = self.session.get(kind, key)
        if row is None:
            raise NotFound(what=kind.__tablename__, text=key)
        return row

    def find(self, kind: type[R], key: str) -> R | None:
        """Return the row with a key, or None."""
        return self.session.get(kind, key)

    def where(self, kind: type[R], **fields: Any) -> list[R]:
        """Return the rows whose fields equal the values given, in the order of their keys."""
        return list(self.session.scalars(select(kind).filter_by(**fields).order_by(kind.id)))

    def change(self, row: Row, values: Mapping[str, Any], shown: Mapping[str, Any] | None = None) -> None:
        """Set fields of a row; ``title.ko`` sets one language of a text.

        ``shown`` is what the form showed for these fields when the user began. Where somebody has changed a
        field of the same group since, to something else than wanted, nothing is written: raises EditConflict.
        """
        wanted = _joined(row, values)
        if shown is not None:
            _refuse_conflict(row, values, shown)
        for field, value in wanted.items():
            if getattr(row, field) != value:
                setattr(row, field, value)
        self.session.flush()

    def remove(self, row: Row) -> None:
        """Remove a row with the rows that cannot be without it; those that can let go of it.

        What the ORM's own cascades would do by declared relationships this does by the foreign keys of all
        tables: none can be forgotten, and the journal sees each row. Attached files go, too.
        """
        for kind, column in references_to(row.__tablename__):
            for child in self.where(kind, **{column.name: row.id}):
                if column.nullable and not is_last_end(child, column):
                    setattr(child, column.name, None)
                elif child is not row:
                    self.remove(child)
        hung = select(Attachment.id).filter_by(table=row.__tablename__, row_id=row.id)
        for key in self.session.scalars(hung).all():
            self.remove(self.get(Attachment, key))
        self.session.flush()
        self.session.delete(row)
        self.session.flush()

    def order_at_end(self, kind: type[Row], **siblings: Any) -> str:
        """Make the order key that stands behind all rows with these fields."""
        return key_between(max((_place(row)[0] for row in self.where(kind, **siblings)), default=""), "")

    def order_before(self, row: Row | None, kind: type[Row], **siblings: Any) -> str:
        """Make the order key that stands just before a row among its siblings, or at their end."""
        if row is None:
            return self.order_at_end(kind, **siblings)
        here = _place(row)
        earlier = [place for other in self.where(kind, **siblings) if (place := _place(other)) < here]
        return key_between(max(earlier)[0] if earlier else "", here[0])


def _place(row: Row) -> tuple[str, str]:
    """Return what a row is sorted by in its list; equal order keys are told apart by id."""
    order: str = getattr(row, "order")  # noqa: B009 - not every table is an ordered list
    return order, row.id


def is_last_end(row: Row, column: Column[Any]) -> bool:
    """Tell whether a column is the only end that a link has left."""
    return bool(column.info.get(END)) and all(
        getattr(row, other.name) is None
        for other in row.__table__.columns
        if other.info.get(END) and other is not column
    )


def references_to(table: str) -> list[tuple[type[Row], Column[Any]]]:
    """Return every column of any table that refers to a table."""
    return [
        (kind, key.parent)  # type: ignore[misc]
        for kind in ROW_KINDS.values()
        for key in kind.__table__.foreign_keys
        if key.column.table.name == table
    ]


def _joined(row: Row, values: Mapping[str, Any]) -> dict[str, Any]:
    """Turn ``title.ko`` entries into whole texts, and clean every value as its field does."""
    columns = row.__table__.columns
    joined: dict[str, Any] = {}
    for name, value in values.items():
        field, _, tag = name.partition(".")
        if field not in columns or field == "id":
            raise InvalidValue(field=name, value=value, reason="no-such-field")
        if tag:
            if not isinstance(columns[field].type, Localised):
                raise InvalidValue(field=name, value=value, reason="not-localised")
            text: LocalisedText = joined.get(field, getattr(row, field))
            joined[field] = text.with_text(tag, value)
        else:
            try:
                joined[field] = type(row).doors()[field](value)
            except InvalidValue as error:
                raise InvalidValue(**{**error.values, "field": name}) from None
    return joined


def _refuse_conflict(row: Row, values: Mapping[str, Any], shown: Mapping[str, Any]) -> None:
    """Raise EditConflict where a group that is to be written does not stand as it was shown."""
    touched = {_group(row, name) for name in values}
    for name, was in shown.items():
        if _group(row, name) not in touched:
            continue
        stands = _value_of(row, name)
        base = _value_as_kept(row, name, was)
        wanted = _value_as_kept(row, name, values[name]) if name in values else base
        if stands not in (base, wanted):
            raise EditConflict(
                table=row.__tablename__,
                row=row.id,
                group=_group(row, name),
                mine=dict(values),
                theirs={name: stands},
            )


def _group(row: Row, name: str) -> str:
    """Return the group of a field: for a localised text one for each language."""
    field, _, tag = name.partition(".")
    group = row.__table__.columns[field].info.get(GROUP) or field
    return f"{group}.{tag}" if tag else group


def _value_of(row: Row, name: str) -> Any:
    field, _, tag = name.partition(".")
    value = getattr(row, field)
    return value.text_in(tag) if tag else value


def _value_as_kept(row: Row, name: str, value: Any) -> Any:
    field, _, tag = name.partition(".")
    return (value or "") if tag else type(row).doors()[field](value)
