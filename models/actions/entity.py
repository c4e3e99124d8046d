"""The actions that every entity has: add, edit, move, remove; one mechanism for all tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from models.actions.action import Action
from models.errors import InvalidValue
from models.store import Writing
from models.tables import Row
from models.tables.keys import link_key

R = TypeVar("R", bound=Row)


class Entity(Generic[R]):
    """The actions of one table.

    ``among`` names the fields that the rows of one ordered list have in common. ``ends`` are the fields that
    make a link what it is: its key is derived from them, and they never change.
    """

    def __init__(self, kind: type[R], *, among: tuple[str, ...] = (), ends: tuple[str, ...] = ()) -> None:
        self.kind = kind
        self.among = among
        self.ends = ends
        table = kind.__tablename__
        self.add = Action(f"{table}.add", self._add)
        """Add a row; answers with its key. A link that exists already is edited instead."""
        self.edit = Action(f"{table}.edit", self._edit)
        """Set fields of a row; ``title.ko`` sets one language (see ``Writing.change``)."""
        self.edit_all = Action(f"{table}.edit_all", self._edit_all)
        """Set the same fields of several rows."""
        self.move = Action(f"{table}.move", self._move)
        """Put a row before another one of its list, or at the end."""
        self.remove = Action(f"{table}.remove", self._remove)
        """Remove a row with all that cannot be without it."""
        self.named = Action(f"{table}.named", self._named)
        """Add a row of which only a name was typed, in the language it was typed in; answers with its key.

        ``given`` is what is known of it besides; ``into`` names table, key and field that refer to it then,
        and what the field showed. A list takes it in as ``JOINS`` says, which gets the last of the four, too.
        """
        _OF_TABLE[table] = self

    def actions(self) -> tuple[Action[..., Any], ...]:
        """Return all of them."""
        return self.add, self.named, self.edit, self.edit_all, self.move, self.remove

    def _named(
        self,
        writing: Writing,
        text: str,
        language: str,
        given: Mapping[str, Any] | None = None,
        into: tuple[str, str, str, object] | None = None,
    ) -> str:
        made = self._add(writing, **{**(given or {}), **self._fields_named(text, language)})
        if into is not None:
            table, key, field, shown = into
            join = JOINS.get((table, field))
            if join is not None:
                join(writing, key, made, shown)
            else:
                _OF_TABLE[table].edit.within(writing, key, {field: made}, {field: shown})
        return made

    def _fields_named(self, text: str, language: str) -> dict[str, Any]:
        columns = self.kind.__table__.columns
        field = next((name for name in ("name", "title", "text") if name in columns), None)
        if field is None:
            raise InvalidValue(field="name", value=text, reason="no-such-field")
        return {field: {language: text}}

    def _add(self, writing: Writing, **fields: Any) -> str:
        if self.ends:
            key = link_key(self.kind.__tablename__, *(_text(fields.get(end)) for end in self.ends))
            known = writing.find(self.kind, key)
            if known is not None:
                rest = {name: value for name, value in fields.items() if name not in self.ends}
                writing.change(known, rest)
                return key
            fields["id"] = key
        if "order" in self.kind.__table__.columns and not fields.get("order"):
            fields["order"] = writing.order_at_end(
                self.kind, **{name: fields.get(name) for name in self.among}
            )
        row = writing.add(self.kind(**fields))
        writing.label_values.setdefault("id", row.id)
        return row.id

    def _edit(
        self, writing: Writing, key: str, values: Mapping[str, Any], shown: Mapping[str, Any] | None = None
    ) -> None:
        for end in self.ends:
            if end in values:
                # Its key says what it links: another end is another link.
                raise InvalidValue(field=end, value=values[end], reason="no-such-field")
        writing.label_values.setdefault("id", key)
        writing.label_values.setdefault("fields", sorted(values))
        writing.change(writing.get(self.kind, key), values, shown)

    def _edit_all(self, writing: Writing, keys: Sequence[str], values: Mapping[str, Any]) -> None:
        for key in keys:
            self._edit(writing, key, values)

    def _move(self, writing: Writing, key: str, before: str | None = None) -> None:
        row = writing.get(self.kind, key)
        target = writing.get(self.kind, before) if before is not None else None
        if target is row:
            return
        writing.label_values.setdefault("id", key)
        siblings = {name: getattr(row, name) for name in self.among}
        writing.change(row, {"order": writing.order_before(target, self.kind, **siblings)})

    def _remove(self, writing: Writing, key: str) -> None:
        row = writing.get(self.kind, key)
        writing.label_values.setdefault("id", key)
        writing.remove(row)


_OF_TABLE: dict[str, Entity[Any]] = {}

Join = Callable[[Writing, str, str, Any], object]
JOINS: dict[tuple[str, str], Join] = {}
"""How a list takes in a row that was just made, by table and field; see ``models.actions.joins``."""


def _text(end: Any) -> str | None:
    return None if end is None else str(end)
