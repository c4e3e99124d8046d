"""Which known row a line is about, where it says no id: by what makes rows of its kind what they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from models.actions.intake.register import Register
from models.actions.intake.values import is_localised
from models.intake.columns import Block, Holds
from models.intake.labels import Values, texts_in
from models.text.matching import letters


class Identity:
    """Finds rows of one block's table by the fields that identify them; no row answers to two lines."""

    def __init__(self, register: Register, block: Block) -> None:
        self._register = register
        self._block = block
        self._table = block.table
        self._index: dict[tuple[str, Any], list[str]] = defaultdict(list)
        self._indexed: set[str] = set()
        self._leading = {way[0] for way in block.identity} | {block.parent}
        self.claimed: set[str] = set()
        """Rows that a line is about already."""
        self.spoken_for: set[str] = set()
        """Rows that some line says exactly, by id or by what identifies them best."""
        for key, row in register.known.rows[self._table].items():
            self.add(key, row)

    def add(self, key: str, row: Values) -> None:
        """Take in a row that the file brings."""
        for name in self._leading:
            if name:
                for value in self._keys(name, row):
                    self._index[name, value].append(key)

    def _keys(self, name: str, row: Values) -> list[Any]:
        column = self._block.column(name)
        if column is None:
            return [row.get(name)]
        if column.link is not None:
            return []
        value = row.get(column.stored)
        if column.holds is Holds.LOCALISED:
            return [letters(text) for text in texts_in(row, column.stored).values()]
        if isinstance(value, str) and column.holds is Holds.TEXT:
            return [letters(value)] if value else []
        return [value] if value is not None else []

    def match(
        self,
        fields: Mapping[str, Any],
        scope: Mapping[str, Any],
        *,
        ways: int | None = None,
        again: bool = False,
    ) -> str | None:
        """Return the row that these fields mean; ``again`` allows one that a line of the file was about."""
        for number, way in enumerate(self._block.identity[:ways]):
            given = [name for name in way if self._said(name, fields)]
            leading = way[0]
            if (
                not given
                or given[0] != leading
                or (number > 0 and len(way) > 1 and len(given) < min(3, len(way)))
            ):
                continue
            for key in self._candidates(leading, fields):
                row = self._register.find(self._table, key)
                if row is None or (key in self.claimed and not again):
                    continue
                if number > 0 and key in self.spoken_for:
                    continue
                if all(row.get(name) == value for name, value in scope.items()) and all(
                    self._equal(name, fields, row) for name in given
                ):
                    return key
        return None

    def _said(self, name: str, fields: Mapping[str, Any]) -> bool:
        column = self._block.column(name)
        if column is None or column.link is not None:
            return False
        if column.holds is Holds.LOCALISED:
            return any(field.startswith(f"{column.stored}.") for field in fields)
        return column.stored in fields

    def _candidates(self, name: str, fields: Mapping[str, Any]) -> list[str]:
        found: list[str] = []
        for value in self._values(name, fields):
            found += self._index.get((name, value), ())
        return list(dict.fromkeys(found))

    def _values(self, name: str, fields: Mapping[str, Any]) -> list[Any]:
        column = self._block.column(name)
        assert column is not None
        if column.holds is Holds.LOCALISED:
            return [letters(text) for field, text in fields.items() if field.startswith(f"{column.stored}.")]
        value = fields[column.stored]
        return [letters(value)] if column.holds is Holds.TEXT and isinstance(value, str) else [value]

    def _equal(self, name: str, fields: Mapping[str, Any], row: Values) -> bool:
        column = self._block.column(name)
        assert column is not None
        if is_localised(self._table, column.stored):
            texts = texts_in(row, column.stored)
            shared = [
                letters(text) == letters(texts[tag])
                for field, text in fields.items()
                if field.startswith(f"{column.stored}.") and (tag := field.partition(".")[2]) in texts
            ]
            if not shared:
                said = {
                    letters(text) for field, text in fields.items() if field.startswith(f"{column.stored}.")
                }
                return bool(said & {letters(text) for text in texts.values()})
            return any(shared)
        value, stands = fields[column.stored], row.get(column.stored)
        if column.holds is Holds.TEXT and isinstance(value, str):
            return letters(value) == letters(stands or "")
        return value == stands
