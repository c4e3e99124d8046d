"""Comparing records with the database: what is new, changed, the same, and what cannot be taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from models.actions.intake.draft import Draft, name_said, said_of
from models.actions.intake.fields import (
    flat,
    is_key,
    is_same_spelling,
    link_keys,
    order_doubted,
    parents_first,
)
from models.actions.intake.houses import house_said, keep_unit, who_comes_along
from models.actions.intake.known import Known
from models.actions.intake.lists import Lists
from models.actions.intake.parts import Part, parts_of
from models.actions.intake.people import People
from models.actions.intake.proposal import CellChange, Line, Linked, Refusal, State, Step
from models.actions.intake.register import Register
from models.actions.intake.resolve import Answers, Found, Resolver
from models.actions.intake.rows import Rows
from models.actions.intake.scope import Scope
from models.actions.intake.values import as_row, cleaned, old_value, required
from models.intake.columns import Block, Column
from models.intake.links import DERIVED
from models.intake.record import Doubt, Mention, Parsed, Record, Unreadable
from models.intake.sheets import IN_ORDER
from models.intake.values.choices import kind_of_title
from models.intake.values.phones import is_same_number
from models.tables.choices import ItemKind
from models.tables.keys import new_key

_OF_NAMES = (Doubt.NAME_ORDER, Doubt.NAME_SPLIT)


class Proposer:
    """Compares the records of one source."""

    def __init__(
        self,
        known: Known,
        scope: Scope,
        answers: Answers,
        unsure: str = "",
        beat: Callable[[], None] | None = None,
    ) -> None:
        self._beat = beat
        self.register = Register(known, tuple(dict.fromkeys((*scope.said_in, *scope.languages))))
        self.people = People(self.register)
        self.resolver = Resolver(self.register, self.people, answers, unsure)
        self._known = known
        self._scope = scope
        self._lacking: dict[tuple[str, tuple[str, ...], tuple[str, ...]], str] = {}
        """What is missing to a new row of a table with such fields and such fixed ones, or nothing."""
        self._lists = Lists(self.register, self.resolver)
        self._rows = Rows(self.register, self.people, self.resolver, self._lists, scope)

    def lines(self, records: Iterable[Record]) -> list[Line]:
        """Return a line for each record, and those for what they only mention."""
        by_kind: dict[str, list[Record]] = {}
        for record in records:
            by_kind.setdefault(record.kind, []).append(record)
        self._rows.note_ids(by_kind)
        lines: list[Line] = []
        for kind in IN_ORDER:
            batch = by_kind.get(kind, [])
            if kind == "delegations" and batch:
                self._scope.presume([house_said(self.register, record) for record in batch], self.register)
            self._rows.note_exact(kind, batch)
            made = {id(record): self._line(record) for record in parents_first(batch)}
            lines += [made[id(record)] for record in batch]
        return [*self.resolver.lines, *lines]

    # lines

    def _line(self, record: Record) -> Line:
        if self._beat is not None:
            self._beat()
        draft = Draft(record)
        parent = ""
        for number, part in enumerate(parts_of(record)):
            if draft.lost:
                break
            if number == 0 and record.beside:
                parent = draft.row = self._beside(draft, part)
                draft.table = part.block.table
                continue
            if number > 0 and not part.spoken and not part.id_in(record):
                continue
            parent = self._block(draft, part, parent)
            if number == 0:
                draft.row, draft.table = parent, part.block.table
                if parent:
                    self.resolver.records[record.key] = (part.block.table, parent)
        return self._finished(draft)

    def _beside(self, draft: Draft, part: Part) -> str:
        """Return the row of the record that this one says more about."""
        _table, row = self.resolver.records.get(draft.record.beside, ("", ""))
        if not row:
            draft.refuse_row(next(iter(part.block.needs), "id"))
        return row

    def _finished(self, draft: Draft) -> Line:
        record = draft.record
        steps = tuple(step for step in draft.steps if step.new or step.changes)
        leading = next((step for step in steps if step.table == draft.table), None)
        if draft.lost and leading is None:
            state = State.REFUSED
            steps = ()
        elif steps and draft.row not in self._known.rows[draft.table]:
            state = State.NEW
        else:
            state = State.CHANGED if steps else State.SAME
        known = draft.row in self._known.rows[draft.table] if draft.table else False
        # What is new is called as the file calls it, where that is its name.
        spoken = "" if known else name_said(record)
        name = spoken or (self.register.label(draft.table, draft.row) if draft.row else said_of(record))
        if record.beside and (who := who_comes_along(self.register, steps)):
            name = f"{name} · {who}"
        return Line(
            record.key, record.kind, state, name, record.origin, draft.row, steps, tuple(draft.refusals)
        )

    def _block(self, draft: Draft, part: Part, parent: str) -> str:
        """Compare one block of a record; answers with the id of its row, or nothing where it is refused."""
        block = part.block
        fields, cells = self._values(draft, part)
        if draft.lost:
            return ""
        said = part.id_in(draft.record)
        fixed = self._fixed(draft, block, parent, said=said, fields=fields)
        if draft.lost:
            return ""
        if said and (block.table, said) in self._known.erased:
            draft.refuse_row("id", Unreadable.ERASED)
            return ""
        key = self._rows.row_of(draft, part, said, fields=fields, fixed=fixed, cells=cells)
        if draft.lost:
            return ""
        row = self.register.find(block.table, key) if key else None
        if row is None:
            return self._new(draft, part, said, fields=fields, cells=cells, fixed=fixed)
        if said:
            self.register.hold(block.table, str(key))
        changes = [
            CellChange(name, old_value(row, name), value, cell.text, cell.origin, cell.doubt, cell.options)
            for name, value in fields.items()
            if (old := old_value(row, name)) != value
            and (cell := cells.get(name)) is not None
            and not (block.table == "person" and not said and is_same_spelling(name, old, value))
            and not (cell.doubt is Doubt.UNSAID and old not in (None, ""))
            and not (name == "phone" and is_same_number(str(old), str(value)))
            # What is known settles where the name in the file could be parted otherwise.
            and not (cell.doubt in _OF_NAMES and old in cell.options)
        ]
        if block.table == "person" and not said:
            changes = order_doubted(changes)
        planned = key in self.register.planned[block.table] and key not in self._known.rows[block.table]
        if planned and changes:
            changes = self._joined_again(draft, row, changes)
        links = self._lists.changes(draft, part.lists, str(key))
        self._take(draft, block, str(key), row=row, changes=changes, links=links)
        return str(key)

    def _joined_again(
        self, draft: Draft, row: Mapping[str, Any], changes: list[CellChange]
    ) -> list[CellChange]:
        """Let a further line about a new row add what was not said; refuse what it says otherwise."""
        added: list[CellChange] = []
        for change in changes:
            if change.old in (None, "", ()):
                added.append(change)
            elif change.text:
                draft.refusals.append(
                    Refusal(change.field, change.text, change.origin, Unreadable.CONTRADICTS)
                )
        return added

    def _take(
        self,
        draft: Draft,
        block: Block,
        key: str,
        *,
        row: Mapping[str, Any],
        changes: list[CellChange],
        links: list[tuple[CellChange, Linked]],
    ) -> None:
        identity = self._rows.identified(block) if block.identity else None
        if identity is not None:
            identity.claimed.add(key)
        if not changes and not links:
            return
        draft.steps.append(
            Step(
                block.table,
                key,
                False,
                (*changes, *(change for change, _ in links)),
                links=tuple(linked for _, linked in links),
            )
        )
        if changes:
            fields = {**flat(row), **{change.field: change.new for change in changes}}
            self.register.plan(block.table, as_row(block.table, key, fields))
            if block.table == "person":
                self.people.add(key, self.register.planned["person"][key])

    def _new(
        self,
        draft: Draft,
        part: Part,
        said: str,
        *,
        fields: dict[str, Any],
        cells: dict[str, Parsed],
        fixed: dict[str, Any],
    ) -> str:
        block = part.block
        if not said:
            self._add_defaults(block, fields, fixed, cells)
        if missing := self._lacks(block, fields, fixed):
            draft.refuse_row(missing)
            return ""
        taken = said and (
            (block.table, said) in self._known.elsewhere or said in self._known.rows[block.table]
        )
        if said and not taken and is_key(said):
            key = said
        elif block.table in DERIVED:
            key = link_keys(block.table, {**fixed, **fields})[0]
        else:
            key = new_key()
        if said:
            self.register.alias[block.table, said] = key
        row = as_row(block.table, key, {**fixed, **fields})
        self.register.plan(block.table, row)
        if block.identity:
            identity = self._rows.identified(block)
            identity.add(key, row)
            identity.claimed.add(key)
        if block.table == "person":
            self.people.add(key, row)
        elif block.table == "affiliation":
            self.people.works_at(row["person_id"], row["organisation_id"])
            self._rows.add_post(row["person_id"], key)
        links = self._lists.changes(draft, part.lists, key)
        changes = [
            CellChange(name, None, value, cell.text, cell.origin, cell.doubt, cell.options)
            for name, value in fields.items()
            if (cell := cells.get(name)) is not None
        ]
        draft.steps.append(
            Step(
                block.table,
                key,
                True,
                (*changes, *(change for change, _ in links)),
                fixed,
                tuple(linked for _, linked in links),
                row,
            )
        )
        return key

    def _lacks(self, block: Block, fields: dict[str, Any], fixed: dict[str, Any]) -> str:
        """Return the first field without which a new row cannot be, and that nothing says."""
        key = (block.table, tuple(fields), tuple(fixed))
        if key not in self._lacking:
            needs = self._stored(block, block.needs)
            spoken = any(name == need or name.startswith(f"{need}.") for need in needs for name in fields)
            missing = [name for name in required(block.table) if name not in fields and name not in fixed]
            self._lacking[key] = block.needs[0] if needs and not spoken else next(iter(missing), "")
        return self._lacking[key]

    def _stored(self, block: Block, names: tuple[str, ...]) -> list[str]:
        return [column.stored if (column := block.column(name)) else name for name in names]

    def _add_defaults(
        self, block: Block, fields: dict[str, Any], fixed: dict[str, Any], cells: dict[str, Parsed]
    ) -> None:
        """Fill what a new row needs and no cell says: the zone of the visit, the kind by its title."""
        if block.table == "schedule_item":
            if "zone" not in fields:
                fixed["zone"] = self._scope.zone
            title = next((cell for name, cell in cells.items() if name.startswith("title.")), None)
            if "kind" not in fields and title is not None:
                kind = kind_of_title(ItemKind, str(title.value))
                if kind is not None:
                    fields["kind"] = kind
                    cells["kind"] = Parsed(kind, title.text, title.origin, Doubt.KIND)
        if block.table == "leg":
            for end, place in (("departure_zone", "from_place_id"), ("arrival_zone", "to_place_id")):
                if end not in fields:
                    row = self.register.find("place", fields.get(place))
                    fixed[end] = (row or {}).get("time_zone") or ""

    # values of a block

    def _values(self, draft: Draft, part: Part) -> tuple[dict[str, Any], dict[str, Parsed]]:
        """Return the values of a block's fields as they are kept, and the cells that they are from."""
        block, said = part.block, draft.record.fields
        fields: dict[str, Any] = {}
        cells: dict[str, Parsed] = {}
        unit = ""
        for given, name in part.names:
            parsed = said[given]
            value: Any = parsed.value
            cell = parsed
            if isinstance(value, Mention):
                found = self._found(
                    block, block.column(name.removesuffix("_id")) or self._column(block, name), parsed, value
                )
                if found.refused is not None:
                    draft.refuse(name, parsed, found.refused)
                    if name in self._stored(block, block.needs):
                        draft.lost = True
                    continue
                value = found.row
                cell = Parsed(value, parsed.text, parsed.origin, found.doubt if found.new else None)
                unit = found.unit or unit
            if name == "visit_id":
                # Whether a meeting is one of this visit; those of others stay where they are.
                value = self._scope.visit if value is True else None
                if value is None:
                    continue
            kept = cleaned(block.table, name, value)
            if isinstance(kept, Unreadable):
                draft.refuse(name, parsed, kept)
                continue
            if kept is None or kept == "":
                continue
            fields[name] = kept
            cells[name] = cell
        if unit:
            keep_unit(unit, fields, cells)
        return fields, cells

    def _column(self, block: Block, stored: str) -> Column | None:
        return next((column for column in block.columns if column.stored == stored), None)

    def _found(self, block: Block, column: Column | None, parsed: Parsed, mention: Mention) -> Found:
        if column is None:
            return Found(refused=Unreadable.NOT_FOUND)
        if column.to == "organisations" and block.column("position") is not None:
            return self.resolver.house((column.to,), mention, parsed.origin, parsed.doubt)
        return self.resolver.resolve((column.to,), mention, parsed.origin, parsed.doubt)

    def _fixed(
        self, draft: Draft, block: Block, parent: str, *, said: str, fields: dict[str, Any]
    ) -> dict[str, Any]:
        """Return what a row of the block belongs to."""
        fixed: dict[str, Any] = dict(self._scope.of(block))
        if block.parent:
            fixed[block.parent] = parent
        missing = self._scope.completed(self.register, block, fields, fixed)
        if missing and not said:
            draft.refuse_row(missing)
        return fixed
