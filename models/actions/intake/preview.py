"""The way from a file, pasted rows or records to a proposal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from models.actions.intake.agendas import preview_agenda
from models.actions.intake.completing import completed
from models.actions.intake.known import load_known, tables_needed
from models.actions.intake.parts import parts_of
from models.actions.intake.proposal import Line, Proposal
from models.actions.intake.propose import Proposer
from models.actions.intake.scope import Scope
from models.actions.intake.values import reference_of
from models.errors import ImportProblem, SourceForeign
from models.intake.grid import Book, Notice
from models.intake.memory import Memory
from models.intake.readers.files import read_book, read_pasted
from models.intake.readers.sniff import Nature
from models.intake.record import Intake, Record
from models.intake.sheets import SHEETS
from models.intake.understand import Correction, Reading, understand
from models.intake.values.read import Context
from models.store import Database
from models.store.load import uncollected
from models.tables import Visit
from models.tables.keys import new_key

_OF_VISIT = frozenset(
    name for name, sheet in SHEETS.items() if any(block.visit for block in sheet.blocks)
) | {"presentations", "lab_tours", "tour_groups", "participants"}


def preview(
    database: Database,
    source: Path | str | Book,
    kind: str | None = None,
    visit: str | None = None,
    mapping: Mapping[str, str] | None = None,
    *,
    answers: Mapping[str, str] | None = None,
    delegation: str | None = None,
    unsure: str = "",
    memory: Memory | None = None,
    corrections: Mapping[str, Correction] | None = None,
    beat: Callable[[], None] | None = None,
    language: str = "",
) -> Proposal:
    """Return what a file (a path), pasted rows (a text) or a book would change; nothing is changed.

    ``visit`` is an id; ``mapping`` corrects columns by heading; ``answers`` answer the questions of an
    earlier proposal by their keys, with an id or "new"; ``unsure`` ("new" or "known") answers all others.
    ``language`` is the one in which rows are called;
    ``corrections`` say by the name of a sheet what it is; ``beat`` is called for each record, twice, and may
    raise Cancelled. Raises the SourceProblem or ImportProblem that fits.
    """
    with uncollected():
        try:
            book = _book(source)
        except SourceForeign as problem:
            if problem.values.get("found") != Nature.DOCX.value or not isinstance(source, Path):
                raise
            return preview_agenda(database, source, visit, answers=answers, unsure=unsure, language=language)
        reading = understand(
            book,
            _context(database, visit),
            kind=kind,
            mapping=mapping,
            visit=visit is not None,
            memory=memory or Memory(),
            corrections=corrections,
            beat=beat,
        )
        return _proposed(
            database,
            reading.source,
            reading.records,
            visit,
            scope=Scope(delegation=delegation, said_in=(language,) if language else ()),
            answers=answers or {},
            unsure=unsure,
            reading=reading,
            notices=reading.notices,
            beat=beat,
        )


def _book(source: Path | str | Book) -> Book:
    if isinstance(source, Book):
        return source
    return read_pasted(source) if isinstance(source, str) else read_book(source)


def propose(
    database: Database,
    intake: Intake,
    visit: str | None = None,
    *,
    answers: Mapping[str, str] | None = None,
    delegation: str | None = None,
    unsure: str = "",
    language: str = "",
) -> Proposal:
    """Return what records that were read elsewhere (a Word agenda) would change."""
    with uncollected():
        return _proposed(
            database,
            intake.source,
            intake.records,
            visit,
            scope=Scope(delegation=delegation, said_in=(language,) if language else ()),
            answers=answers or {},
            unsure=unsure,
        )


def context_of(database: Database, visit: str | None) -> Context:
    """Return what is known around the values of a file for a visit: its days and languages."""
    return _context(database, visit)


def _context(database: Database, visit: str | None) -> Context:
    if visit is None:
        return Context(today=dt.date.today())
    known = load_known(database, (), visit, {})
    row = known.find("visit", visit) or {}
    days = sorted(day["date"] for day in known.rows["visit_day"].values())
    period = str(row.get("period") or "")
    return Context(
        first=days[0] if days else None,
        last=days[-1] if days else None,
        year=int(period[:4]) if not days and period[:4].isdigit() else None,
        languages=tuple(row.get("languages") or ()),
        today=dt.date.today(),
    )


def _proposed(
    database: Database,
    source: str,
    records: tuple[Record, ...],
    visit: str | None,
    *,
    scope: Scope,
    answers: Mapping[str, str],
    unsure: str,
    reading: Reading | None = None,
    notices: tuple[Notice, ...] = (),
    beat: Callable[[], None] | None = None,
) -> Proposal:
    kinds = {record.kind for record in records}
    target = visit or _visit_said(database, records)
    if target is None and kinds & _OF_VISIT:
        raise ImportProblem(reason="visit-needed", kinds=tuple(sorted(kinds & _OF_VISIT)))
    known = load_known(database, kinds, target, _ids_said(records))
    row = known.find("visit", target) or _first_visit(records) or {}
    scope.visit = target
    scope.languages = tuple(row.get("languages") or ()) or ("en",)
    scope.zone = str(row.get("time_zone") or "")
    proposer = Proposer(known, scope, answers, unsure, beat)
    if target is not None and target not in known.rows["visit"]:
        said = _id_said(records)
        if said:
            proposer.register.alias["visit", said] = target
    lines = _with_visit(proposer, records, target, known.find("visit", target) is None)
    lines = completed(lines, records, proposer.register, proposer.resolver, scope)
    return Proposal(
        source,
        target,
        tuple(lines),
        tuple(proposer.resolver.questions.values()),
        notices,
        _names(proposer, lines),
        reading,
    )


def _names(proposer: Proposer, lines: list[Line]) -> dict[str, str]:
    """Name the rows that changes refer to."""
    named: dict[str, str] = {}
    for line in lines:
        for step in line.steps:
            for field, old, new, *_ in step.changes:
                if not field.endswith("_id"):
                    continue
                table = reference_of(step.table, field)
                for key in (old, new):
                    if table and isinstance(key, str) and key not in named:
                        named[key] = proposer.register.label(table, key)
    return named


def _with_visit(proposer: Proposer, records: tuple[Record, ...], target: str | None, new: bool) -> list[Line]:
    """Compare the records; those of the visit itself are of the visit that the file is for."""
    taken: list[Record] = []
    for record in records:
        if record.kind == "visit" and target is not None:
            said = record.fields.get("id")
            record = _with_id(record, target, said)  # noqa: PLW2901
        taken.append(record)
    if target is not None and new:
        proposer.register.known.elsewhere.discard(("visit", target))
    return proposer.lines(taken)


def _with_id(record: Record, target: str, said: Any) -> Record:
    from dataclasses import replace

    from models.intake.record import Parsed

    parsed = said._replace(value=target) if said is not None else Parsed(target, "", record.origin)
    return replace(record, fields={**record.fields, "id": parsed})


def _id_said(records: tuple[Record, ...]) -> str:
    record = next((each for each in records if each.kind == "visit"), None)
    parsed = record.fields.get("id") if record is not None else None
    return str(parsed.value).lower() if parsed is not None else ""


def _first_visit(records: tuple[Record, ...]) -> dict[str, Any] | None:
    record = next((each for each in records if each.kind == "visit"), None)
    return {name: parsed.value for name, parsed in record.fields.items()} if record is not None else None


def _visit_said(database: Database, records: tuple[Record, ...]) -> str | None:
    """Return the visit that a workbook brings: by its id, by its title, else a new one."""
    record = next((each for each in records if each.kind == "visit"), None)
    if record is None:
        return None
    known = load_known(database, ("visit",), None, {})
    said = _id_said(records)
    if said in known.rows["visit"]:
        return said
    titles = {name[6:]: parsed.value for name, parsed in record.fields.items() if name.startswith("title.")}
    if not said:
        for key, row in known.rows["visit"].items():
            if any(row["title"].get(tag) == text for tag, text in titles.items()):
                return key
    return said if len(said) == 36 else new_key()


def _ids_said(records: tuple[Record, ...]) -> dict[str, set[str]]:
    ids: dict[str, set[str]] = {}
    for record in records:
        for part in parts_of(record):
            if part.id_field:
                ids.setdefault(part.block.table, set()).add(part.id_in(record))
    return {
        table: keys
        for table, keys in ids.items()
        if table in tables_needed(SHEETS) and table != Visit.__tablename__
    }
