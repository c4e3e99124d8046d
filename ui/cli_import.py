"""The commands about what offices bring: taking a file in, and writing the empty workbook."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.actions.intake import State, accept, preview
from models.actions.intake.chosen import steady_key
from models.actions.intake.left_out import left_out_before, refusals_of
from models.errors import FileExists
from models.intake.record import Unreadable
from models.intake.sheets import SHEETS
from models.store import Database
from ui.cli_arguments import WrongCommand
from ui.cli_languages import languages_named, languages_of_template
from ui.cli_lists import load_visit
from ui.cli_output import complain, tell, tell_json
from ui.words_agenda import line_doubt, readings, role_name
from ui.words_import import (
    called_field,
    change_lines,
    counted,
    line_about,
    notice_sentence,
    place_name,
    question_sentence,
    refusal_sentence,
    state_name,
)

if TYPE_CHECKING:
    import argparse

    from models.actions.intake import CellChange, Line, Proposal
    from models.actions.intake.left_out import Cells
    from models.tables import Visit
    from models.text.catalogue import Words

DATABASE_SUFFIX = ".parley"
WORKBOOK_SUFFIX = ".xlsx"
PASTED = "-"
"""Stands for what comes on the standard input."""


def bring(arguments: argparse.Namespace, said: Words) -> bool:
    """Bring a file into a database, or say what that would do; answers whether something was refused."""
    mapping = _mapping(arguments.map, said)
    with Database.open(Path(arguments.file)) as database:
        visit = load_visit(database, arguments.visit, said) if arguments.visit else None
        source: Path | str = sys.stdin.read() if arguments.data == PASTED else Path(arguments.data)
        proposal = preview(
            database,
            source,
            arguments.kind,
            visit.id if visit else None,
            mapping,
            delegation=_delegation(visit, arguments.whom, said),
            unsure=arguments.unsure or "",
        )
        left_out = frozenset[tuple[str, str]]() if arguments.all else left_out_before(database, proposal)
        change_set = ""
        if not arguments.preview:
            change_set = accept(database, proposal, refusals_of(proposal, left_out)).change_set
    _tell(arguments, proposal, left_out, change_set, said)
    return bool(proposal.counts.refused)


def template(arguments: argparse.Namespace, said: Words) -> bool:
    """Write the empty workbook."""
    from exporters.catalogue import write_template
    from models.intake.recognise import kind_named

    languages = languages_named(arguments.languages, said) or languages_of_template(said)
    target = Path(arguments.output)
    if target.suffix.lower() != WORKBOOK_SUFFIX:
        raise WrongCommand(
            said.say(
                "{path} does not end in {suffix}; name the file so.", path=target, suffix=WORKBOOK_SUFFIX
            )
        )
    if target.exists() and not arguments.overwrite:
        raise FileExists(path=target)
    sheets = tuple(kind_named(name) for name in (arguments.sheets or "").split(",") if name.strip())
    write_template(
        target,
        tuple(dict.fromkeys(languages)),
        said.language,
        sheets=sheets,
        overwrite=arguments.overwrite,
    )
    tell(said.say("Made: {path}", path=target))
    return False


def _mapping(text: str | None, said: Words) -> dict[str, str]:
    """Return the corrections of columns: heading by heading."""
    mapping: dict[str, str] = {}
    for part in (text or "").split(","):
        if not part.strip():
            continue
        heading, sign, field = part.partition("=")
        if not sign or not heading.strip():
            raise WrongCommand(
                said.say(
                    '“{text}” says no column; write for example --map "Name=full_name".', text=part.strip()
                )
            )
        mapping[heading.strip()] = field.strip()
    return mapping


def _delegation(visit: Visit | None, text: str | None, said: Words) -> str | None:
    """Return the delegation that is meant by an id or a part of a name."""
    if not text:
        return None
    if visit is None:
        raise WrongCommand(said.say("--for names a delegation of a visit; say which visit, with --visit."))
    from models.rules.search import Candidate, find

    candidates = [
        Candidate(
            each.id,
            each.organisation.acronym or next(iter(each.organisation.name.values()), each.id),
            (each.organisation.acronym, *each.organisation.name.values(), *each.title.values()),
        )
        for each in visit.delegations
    ]
    return find(candidates, "delegation", text).id


def _tell(
    arguments: argparse.Namespace, proposal: Proposal, left_out: Cells, change_set: str, said: Words
) -> None:
    if arguments.json:
        tell_json(_as_json(arguments, proposal, left_out, change_set, said))
        return
    for notice in proposal.notices:
        tell(notice_sentence(notice, said))
    for line in counted(proposal, said):
        tell(line)
    if arguments.preview:
        _tell_columns(proposal, said)
        _tell_agenda(proposal, said)
        _tell_lines(proposal, left_out, said)
    if left_out:
        number = len(left_out)
        tell(
            said.count(
                "{number} thing is left out as the last time in the window; --all brings it too.",
                "{number} things are left out as the last time in the window; --all brings them too.",
                number,
            )
        )
    _complain(proposal, said)
    if not proposal.lines:
        tell(said.say("No rows are filled in; there is nothing to bring."))
    if change_set:
        tell(said.say("Imported; it can be undone in one step."))
    elif arguments.preview:
        tell(said.say("This was a preview; nothing has been changed."))


def _tell_lines(proposal: Proposal, left_out: Cells, said: Words) -> None:
    """Say what each line would change, cell by cell; what is there already stands in one line of its own."""
    for line in proposal.lines:
        if line.steps or line.state is State.SAME:
            parts = (place_name(line.origin, said), state_name(line.state.value, said), line.name)
            about = line_about(line, said)
            out = said.say_in("import", "left out") if (steady_key(line), "") in left_out else ""
            tell("  ".join((*parts, *(each for each in (about, out) if each))))
            for each in change_lines(line, proposal, said):
                tell(f"    {each}")


def _complain(proposal: Proposal, said: Words) -> None:
    """Say what cannot be taken, each cell once, and what has to be answered."""
    asked = {each for question in proposal.questions for each in (question.origin, question.text)}
    told = [
        f"{place_name(refusal.origin, said)}  {refusal_sentence(refusal, said)}"
        for _, refusal in proposal.refusals
        # The question says it better.
        if refusal.reason is not Unreadable.SEVERAL_FIT or not {refusal.origin, refusal.text} & asked
    ]
    for sentence in dict.fromkeys(told):
        complain(sentence)
    for question in proposal.questions:
        complain(f"{place_name(question.origin, said)}  {question_sentence(question, said)}")
    if any(refusal.field == "delegation_id" for _, refusal in proposal.refusals):
        complain(said.say("The list does not say which delegation its people join; say it with --for."))
    open_ones = any(refusal.reason is Unreadable.SEVERAL_FIT for _, refusal in proposal.refusals)
    if proposal.questions and open_ones:
        complain(said.say("Answer with --unsure known or --unsure new, or correct the file."))


def _tell_columns(proposal: Proposal, said: Words) -> None:
    """Say what each column was taken for, so that it can be corrected."""
    for sheet in proposal.reading.sheets if proposal.reading else ():
        if sheet.layout is None or sheet.layout.own:
            continue
        kind = SHEETS[sheet.layout.kind].title.said(said.language)
        tell(said.say("Read as a list of: {kind}", kind=kind))
        for column in sheet.layout.columns:
            if column.heading:
                taken = called_field(column.field, said) if column.field else said.say("left out")
                tell(f"  {column.heading}: {taken}")


def _tell_agenda(proposal: Proposal, said: Words) -> None:
    """Say of each line of a Word agenda what it was taken for, the doubtful first."""
    if proposal.agenda is None:
        return
    known = readings(proposal.agenda, said)
    for line in proposal.agenda.doubtful_first():
        doubt = line_doubt(line, said)
        mark = f"  ({doubt})" if doubt else ""
        tell(f"{place_name(line.origin, said)}  {line.text.replace(chr(9), '  ')}{mark}")
        taken = "; ".join(known[key] for key in line.about if key in known)
        tell(f"    {role_name(line, said)}: {taken}" if taken else f"    {role_name(line, said)}")


def _as_json(
    arguments: argparse.Namespace, proposal: Proposal, left_out: Cells, change_set: str, said: Words
) -> dict[str, Any]:
    counts = proposal.counts
    return {
        "file": arguments.file,
        "source": arguments.data,
        "visit": proposal.visit,
        "imported": bool(change_set),
        "change_set": change_set or None,
        "new": counts.new,
        "changed": counts.changed,
        "same": counts.same,
        "refused": counts.refused,
        "left_out": len(left_out),
        "sheets": [
            {
                "name": sheet.grid.name,
                "kind": sheet.layout.kind if sheet.layout else None,
                "columns": [
                    {"heading": column.heading, "field": column.field or None}
                    for column in (sheet.layout.columns if sheet.layout else ())
                ],
            }
            for sheet in (proposal.reading.sheets if proposal.reading else ())
        ],
        "agenda": _agenda_as_json(proposal, said),
        "details": [_line_as_json(line, proposal, left_out, said) for line in proposal.lines],
        "questions": [
            {
                "key": question.key,
                "table": question.table,
                "text": question.text,
                "sheet": question.origin.sheet,
                "cell": question.origin.address,
                "candidates": [{"id": key, "name": name} for key, name in question.candidates],
            }
            for question in proposal.questions
        ],
        "notices": [
            {"code": each.code, "sentence": notice_sentence(each, said)} for each in proposal.notices
        ],
    }


def _agenda_as_json(proposal: Proposal, said: Words) -> list[dict[str, Any]] | None:
    """Return each line of a Word agenda beside what it was taken for; nothing for other files."""
    if proposal.agenda is None:
        return None
    known = readings(proposal.agenda, said)
    return [
        {
            "sheet": line.origin.sheet,
            "cell": line.origin.address,
            "text": line.text,
            "role": line.role.value,
            "records": list(line.about),
            "understood": [known[key] for key in line.about if key in known],
            "doubt": line.doubt.value if line.doubt else None,
        }
        for line in proposal.agenda.doubtful_first()
    ]


def _line_as_json(line: Line, proposal: Proposal, left_out: Cells, said: Words) -> dict[str, Any]:
    return {
        "key": line.key,
        "kind": line.kind,
        "state": line.state.value,
        "name": line.name,
        "id": line.row or None,
        "sheet": line.origin.sheet,
        "line": line.origin.line or None,
        "mentioned": line.mentioned,
        "mentioned_in": [{"sheet": each.sheet, "line": each.line or None} for each in line.mentioned_in],
        "joins": line.joins or None,
        "left_out": (steady_key(line), "") in left_out,
        "cells_left_out": sorted(field for key, field in left_out if key == steady_key(line) and field),
        "cells": [
            _change_as_json(step.table, change, proposal) for step in line.steps for change in step.changes
        ],
        "refused": [
            {
                "cell": refusal.origin.address,
                "field": refusal.field,
                "text": refusal.text,
                "reason": refusal.reason.value,
                "sentence": refusal_sentence(refusal, said),
                "whole_row": refusal.whole_row,
            }
            for refusal in line.refusals
        ],
    }


def _change_as_json(table: str, change: CellChange, proposal: Proposal) -> dict[str, Any]:
    return {
        "table": table,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "name": proposal.names.get(change.new) if isinstance(change.new, str) else None,
        "text": change.text,
        "cell": change.origin.address,
        "doubt": change.doubt.value if change.doubt else None,
        "options": list(change.options),
    }
