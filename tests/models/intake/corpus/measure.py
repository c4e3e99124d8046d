"""How well the made files are read: cells right without correction, cells wrong and not marked doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from models.errors import ParleyError
from models.intake.readers.files import book_of
from models.intake.record import Mention, Parsed
from models.intake.understand import understand
from tests.models.intake.corpus import people_cases, programme_cases
from tests.models.intake.corpus.files import Case

RIGHT_AT_LEAST = 0.98
SILENT_AT_MOST = 0.005


@dataclass
class Score:
    """Cells of a file, or of all files."""

    name: str
    cells: int = 0
    right: int = 0
    silent: int = 0
    """Wrong and not marked doubtful; a cell left out is not wrong, but not right either."""
    faults: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        self.cells += other.cells
        self.right += other.right
        self.silent += other.silent


def all_cases() -> Iterator[Case]:
    """Yield every made file."""
    yield from people_cases.cases()
    yield from programme_cases.cases()


def score(case: Case) -> Score:
    """Read a made file and compare it with its truth."""
    found = Score(case.name)
    found.cells = sum(len(fields) for fields in case.truth.values())
    try:
        book = book_of(case.content, case.name + case.suffix, case.name + case.suffix)
        reading = understand(book, case.context, kind=case.given_kind)
    except ParleyError as error:
        found.faults.append(f"not read: {error}")
        return found
    lines: dict[int, dict[str, Parsed]] = {}
    for record in reading.records:
        if record.kind == case.kind or record.kind == "people":
            lines.setdefault(record.origin.line, {}).update(
                {name: parsed for name, parsed in record.fields.items() if record.kind == case.kind}
            )
    kinds = {record.kind for record in reading.records}
    if case.kind not in kinds:
        found.faults.append(f"taken for {sorted(kinds)}")
    for line, truth in case.truth.items():
        _compare(found, line, truth, lines.pop(line, {}))
    for line, fields in lines.items():
        if fields:
            found.silent += len(fields)
            found.faults.append(f"line {line}: no entry, read as {_short(fields)}")
    return found


def _compare(found: Score, line: int, truth: dict[str, Any], fields: dict[str, Parsed]) -> None:
    for name, wanted in truth.items():
        parsed = fields.get(name)
        if parsed is not None and _same(wanted, parsed.value):
            found.right += 1
            continue
        found.faults.append(f"line {line} {name}: {wanted!r} read as {parsed.value if parsed else None!r}")
        if parsed is not None and parsed.doubt is None:
            found.silent += 1
    for name, parsed in fields.items():
        if name not in truth and name not in ("person", "end_day") and parsed.doubt is None:
            found.silent += 1
            found.faults.append(f"line {line} {name}: nothing, read as {parsed.value!r}")


def _same(wanted: Any, value: Any) -> bool:
    if isinstance(wanted, Mention):
        return isinstance(value, Mention) and value.text == wanted.text
    if isinstance(wanted, tuple) and isinstance(value, tuple):
        return [each.text for each in wanted] == [each.text for each in value]
    return wanted == value


def _short(fields: dict[str, Parsed]) -> str:
    return ", ".join(f"{name}={parsed.text[:20]}" for name, parsed in fields.items())[:120]


def total(scores: Iterable[Score]) -> Score:
    """Add scores up."""
    whole = Score("all")
    for each in scores:
        whole.add(each)
    return whole
