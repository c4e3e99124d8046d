"""Lists in a cell: who is linked to a row, and who would be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.actions.intake.draft import Draft
from models.actions.intake.proposal import CellChange, Linked
from models.actions.intake.register import Register
from models.actions.intake.resolve import Resolver
from models.intake.columns import Block, Column, Link
from models.intake.links import is_plain_link
from models.intake.record import Parsed, Record
from models.intake.sheets import tables_by_sheet


class Lists:
    """Compares lists of names with the links that stand."""

    def __init__(self, register: Register, resolver: Resolver) -> None:
        self.register = register
        self.resolver = resolver
        self._known = register.known
        self._link_rows: dict[str, dict[str, list[Mapping[str, Any]]]] = {}

    def changes(self, draft: Draft, lists: tuple[Column, ...], key: str) -> list[tuple[CellChange, Linked]]:
        """Return what the lists of a line would change in the links of its row."""
        found: list[tuple[CellChange, Linked]] = []
        for column in lists:
            parsed = draft.record.fields[column.name]
            assert column.link is not None
            ends = self._ends(draft, column, column.link, parsed)
            if ends is None:
                continue
            stand = self._standing(column.link, key)
            if ends == stand:
                continue
            old = tuple(self.register.label(_table(column.link, end), row) for end, row in stand)
            new = tuple(self.register.label(_table(column.link, end), row) for end, row in ends)
            change = CellChange(column.name, old or None, new, parsed.text, parsed.origin, parsed.doubt)
            found.append(
                (change, Linked(column.link.table, column.link.by, key, column.link.fixed, tuple(ends)))
            )
        return found

    def row_with(
        self,
        record: Record,
        block: Block,
        lists: tuple[Column, ...],
        scope: Mapping[str, Any],
        fields: Mapping[str, Any],
    ) -> str | None:
        """Return the known row without a name of its own that lists one of the same: the room of a guest."""
        for column in lists:
            link = column.link
            if link is None or (column.name,) not in block.identity or fields.keys() & {"number"}:
                continue
            parsed = record.fields[column.name]
            ends = {
                self.resolver.resolve(tuple(link.ends), mention, parsed.origin, parsed.doubt).row
                for mention in parsed.value
            }
            for key, row in self._known.rows[block.table].items():
                if all(row.get(name) == value for name, value in scope.items()) and ends & {
                    end for _column, end in self._standing(link, key)
                }:
                    return key
        return None

    def _ends(self, draft: Draft, column: Column, link: Link, parsed: Parsed) -> list[tuple[str, str]] | None:
        ends: list[tuple[str, str]] = []
        for mention in parsed.value:
            found = self.resolver.resolve(tuple(link.ends), mention, parsed.origin, parsed.doubt)
            if found.refused is not None:
                draft.refuse(column.name, Parsed(mention, mention.text, parsed.origin), found.refused)
                return None
            sheet = next(sheet for sheet in link.ends if tables_by_sheet()[sheet] == found.table)
            ends.append((link.ends[sheet], found.row))
        return list(dict.fromkeys(ends))

    def _standing(self, link: Link, key: str) -> list[tuple[str, str]]:
        """Return the links that stand, as far as a list in a cell can say them."""
        rows = [
            row
            for row in self._by_link(link).get(key, ())
            if all(row.get(name) == value for name, value in link.fixed.items())
            and is_plain_link(link.table, row)
        ]
        rows.sort(key=lambda row: (row.get("order") or "", row["id"]))
        ends = [next(((end, row[end]) for end in link.ends.values() if row.get(end)), None) for row in rows]
        return [end for end in ends if end is not None]

    def _by_link(self, link: Link) -> dict[str, list[Mapping[str, Any]]]:
        cache = self._link_rows
        if link.table not in cache:
            found: dict[str, list[Mapping[str, Any]]] = {}
            for row in self._known.rows[link.table].values():
                found.setdefault(row[link.by], []).append(row)
            cache[link.table] = found
        return cache[link.table]


def _table(link: Link, end: str) -> str:
    sheet = next(sheet for sheet, column in link.ends.items() if column == end)
    return tables_by_sheet()[sheet]
