"""What can be said of the lines of a file only once all are compared: who joins whom, and who names whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.actions.intake.proposal import CellChange, Line, State, Step
from models.actions.intake.register import Register
from models.actions.intake.resolve import Resolver
from models.actions.intake.scope import Scope
from models.intake.grid import Origin
from models.intake.record import Doubt, Mention, Record
from models.tables.choices import DelegateRole

_FROM_ELSEWHERE = frozenset({DelegateRole.INTERPRETER, DelegateRole.GUEST})
"""Roles in which people of no party travel along."""


def completed(
    lines: Sequence[Line], records: Iterable[Record], register: Register, resolver: Resolver, scope: Scope
) -> list[Line]:
    """Return the lines with the people who join a delegation, and with those that name what is new."""
    persons = {record.key: record for record in records if record.kind == "delegations"}
    if persons:
        members = _Members(register, resolver, scope)
        lines = [members.told(line, persons[line.key]) if line.key in persons else line for line in lines]
    return _named(lines)


class _Members:
    """Says of the lines of a delegation list who is meant, whose delegation they join, and where from."""

    def __init__(self, register: Register, resolver: Resolver, scope: Scope) -> None:
        self._register, self._resolver, self._scope = register, resolver, scope
        self._places = {
            (row["delegation_id"], row["person_id"]): key
            for key, row in register.known.rows["delegate"].items()
        }
        self._houses: dict[str, set[str]] = defaultdict(set)
        for table in (register.known.rows["affiliation"], register.planned["affiliation"]):
            for post in table.values():
                self._houses[post["person_id"]].add(post["organisation_id"])

    def told(self, line: Line, record: Record) -> Line:
        """Return the line as one about the person that it names, where it names one."""
        parsed = record.fields.get("person")
        if parsed is None or not isinstance(parsed.value, Mention):
            return line
        found = self._resolver.resolve(("people",), parsed.value, parsed.origin, parsed.doubt)
        if not found.row:
            return line
        name = self._register.label("person", found.row)
        steps = [step for step in line.steps if step.table == "delegate"]
        row = steps[0].row if steps else self._places.get((line.row, found.row), "")
        if not row or not line.row:
            return replace(line, name=name)
        joins = any(step.new for step in steps)
        return replace(
            line,
            name=name,
            row=row,
            state=State.NEW if joins else line.state,
            joins=self._register.label("delegation", line.row) if joins else "",
            steps=tuple(
                self._marked(step, line.row, found.row) if step in steps else step for step in line.steps
            ),
        )

    def _marked(self, step: Step, delegation: str, person: str) -> Step:
        """Mark somebody who joins and works for no party, or for another one."""
        values = {change.field: change.new for change in step.changes}
        if not step.new or values.get("role") in _FROM_ELSEWHERE:
            return step
        house = values.get("organisation_id")
        houses = {house} if house else self._houses[person]
        if not houses or any(self._is_of(each, delegation) for each in houses):
            return step
        field = "organisation_id" if house else "person_id"
        return step._replace(changes=tuple(_doubted(change, field) for change in step.changes))

    def _is_of(self, organisation: str, delegation: str) -> bool:
        row = self._register.find("delegation", delegation) or {}
        if organisation == row.get("organisation_id"):
            return True
        party = self._scope.party_of(self._register, organisation)
        return party is not None and party in (
            row.get("party_id"),
            self._scope.party_of(self._register, str(row.get("organisation_id"))),
        )


def _doubted(change: CellChange, field: str) -> CellChange:
    return change._replace(doubt=change.doubt or Doubt.NO_PARTY) if change.field == field else change


def _named(lines: Sequence[Line]) -> list[Line]:
    """Say of what is only mentioned which lines mention it."""
    mentioned = {line.row for line in lines if line.mentioned}
    if not mentioned:
        return list(lines)
    origins: dict[str, dict[tuple[str, int], Origin]] = defaultdict(dict)
    for line in lines:
        for step in line.steps:
            for key in _keys(step):
                if key in mentioned and key != line.row:
                    origins[key].setdefault((line.origin.sheet, line.origin.line), line.origin)
    return [
        replace(line, mentioned_in=tuple(origins[line.row].values())) if line.mentioned else line
        for line in lines
    ]


def _keys(step: Step) -> Iterable[str]:
    for change in step.changes:
        if change.field.endswith("_id") and isinstance(change.new, str):
            yield change.new
    for linked in step.links:
        for _column, key in linked.ends:
            yield key
