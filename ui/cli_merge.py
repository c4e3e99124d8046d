"""The command that brings a copy home: what it would change, what has to be decided, and doing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.actions.merge import merge_copy, preview_merge, visits_touched
from models.errors import OpenQuestions
from models.rules.findings import Severity, findings
from models.store import Database
from models.store.merge import Choice, MergePlan, Question
from ui.cli_output import complain, tell, tell_json
from ui.words import error_sentence, finding_sentence
from ui.words_merge import MergeNamer, counted, question_lines

if TYPE_CHECKING:
    import argparse

    from models.rules.findings import Finding
    from models.tables import Visit
    from models.text.catalogue import Words


def merge(arguments: argparse.Namespace, said: Words) -> bool:
    """Merge a copy into a database, or say what that would do; answers whether something wants attention."""
    other = Path(arguments.other)
    prefer = Choice(arguments.prefer) if arguments.prefer else None
    with Database.open(Path(arguments.file)) as database:
        plan = preview_merge(database, other)
        if arguments.preview:
            _tell(arguments, plan, said, prefer=prefer)
            return bool(plan.questions)
        try:
            done = merge_copy(database, other, prefer=prefer)
        except OpenQuestions as error:
            _tell(arguments, plan, said)
            complain(error_sentence(error, said))
            return True
        visits = visits_touched(database, done.touched)
    found = [(visit, finding) for visit in visits for finding in findings(visit)]
    _tell(arguments, plan, said, prefer=prefer, change_set=done.change_set, found=found)
    wrong = [visit.id for visit, finding in found if finding.severity is Severity.ERROR]
    for visit in dict.fromkeys(wrong):
        command = f"python main.py findings {arguments.file} --visit {visit}"
        complain(
            said.count(
                "Merged, but a visit it touched has {number} error; see: {command}",
                "Merged, but a visit it touched has {number} errors; see: {command}",
                wrong.count(visit),
                command=command,
            )
        )
    return bool(wrong)


def _tell(
    arguments: argparse.Namespace,
    plan: MergePlan,
    said: Words,
    *,
    prefer: Choice | None = None,
    change_set: str | None = None,
    found: list[tuple[Visit, Finding]] | None = None,
) -> None:
    namer = MergeNamer(said, plan.named)
    if arguments.json:
        tell_json(
            {
                "file": arguments.file,
                "other": arguments.other,
                "merged": bool(change_set),
                "change_set": change_set or None,
                **_plan_as_json(plan, namer, prefer),
                "findings": None if found is None else [_finding_as_json(*each, said) for each in found],
            }
        )
        return
    for line in counted(plan, said):
        tell(line)
    for number, question in enumerate(plan.questions, start=1):
        for line in question_lines(number, question, namer, prefer):
            tell(line)
    for note in plan.notes:
        tell(
            said.say(
                "Moved on both sides, the later move stays: {thing}",
                thing=namer.thing(note.table, note.row_id),
            )
        )
    if change_set:
        tell(said.say("Merged; it can be undone in one step."))


def _plan_as_json(plan: MergePlan, namer: MergeNamer, prefer: Choice | None) -> dict[str, Any]:
    return {
        "counts": {
            "change_sets": plan.counts.change_sets,
            "known": plan.counts.known,
            "added": plan.counts.added,
            "changed": plan.counts.changed,
            "removed": plan.counts.removed,
            "to_decide": plan.counts.to_decide,
        },
        "questions": [_question_as_json(each, namer, prefer) for each in plan.questions],
        "automatic": [{"kind": each.kind, "table": each.table, "id": each.row_id} for each in plan.automatic],
        "moved": [
            {
                "table": note.table,
                "id": note.row_id,
                "name": namer.name(note.table, note.row_id),
                "stays": note.stays,
            }
            for note in plan.notes
        ],
    }


def _question_as_json(question: Question, namer: MergeNamer, prefer: Choice | None) -> dict[str, Any]:
    parent = question.parent
    return {
        "key": question.key,
        "kind": question.kind,
        "table": question.table,
        "id": question.row_id,
        "name": namer.name(question.table, question.row_id),
        "group": question.group or None,
        "base": question.base,
        "ours": question.mine,
        "theirs": question.theirs,
        "ours_by": _signature(question.mine_by),
        "theirs_by": _signature(question.theirs_by),
        "parent": None
        if parent is None
        else {"table": parent[0], "id": parent[1], "name": namer.name(*parent)},
        "decision": prefer,
    }


def _signature(by: Any) -> dict[str, Any] | None:
    return None if by is None else {"author": by.author, "at": by.at}


def _finding_as_json(visit: Visit, finding: Finding, said: Words) -> dict[str, Any]:
    return {
        "visit": visit.id,
        "code": finding.code,
        "severity": finding.severity.value,
        "sentence": finding_sentence(finding, visit, said),
        "objects": [{"table": table, "id": key} for table, key in finding.objects],
    }
