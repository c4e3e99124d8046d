"""The commands about papers: which there are, and writing them."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.catalogue import (
    PaperRequest,
    Takes,
    choices_for,
    choose,
    file_name,
    find_reader,
    paper_named,
)
from exporters.catalogue import export as write
from exporters.catalogue import papers as offered
from exporters.papers.choices import Kind, default_side
from models.errors import Ambiguous, PaperProblem, ParleyError
from models.rules.findings import Severity, findings
from models.store import Database
from models.text.catalogue import translated_languages, words
from ui.cli_arguments import PROGRAM, WrongCommand
from ui.cli_languages import languages_named
from ui.cli_lists import load_visit
from ui.cli_output import complain, tell, tell_json
from ui.words import thing_name, with_brackets
from ui.words_names import Namer

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from exporters.catalogue import Choice, Paper
    from models.rules.audiences import Reader
    from models.tables import Visit
    from models.text.catalogue import Words

DATABASE_SUFFIX = ".parley"
FAILURES = {
    "nobody-to-choose",
    "control-character",
    "row-columns",
    "picture-format",
    "template-unreadable",
    "template-unusable",
}
"""Why a paper cannot be made although the command is right."""


def is_wrong_request(error: ParleyError) -> bool:
    """Tell whether a paper cannot be made because of what was asked for."""
    return isinstance(error, PaperProblem) and error.values.get("reason") not in FAILURES


def papers(arguments: argparse.Namespace, said: Words) -> bool:
    """List the papers, their formats, and for whom they can be."""
    if arguments.json:
        tell_json([_paper_as_json(paper) for paper in offered()])
        return False
    for paper in offered():
        title = said.say_in("paper", paper.title)
        kinds = ", ".join(thing_name(kind, said) for kind in _takes(paper))
        whom = said.say("for: {kinds}", kinds=kinds) if kinds else ""
        tell("  ".join(part for part in (paper.id, title, ", ".join(paper.formats), whom) if part))
    return False


def export(arguments: argparse.Namespace, said: Words) -> bool:
    """Write a paper, or one for each delegation; answers whether errors were found in the visit."""
    paper = paper_named(arguments.paper)
    languages = languages_named(arguments.languages, said)
    target = folder = _target(arguments, said)
    is_new = not folder.exists()
    with Database.open(Path(arguments.file)) as database:
        visit = load_visit(database, arguments.visit, said)
    if not (languages or visit.languages):
        raise WrongCommand(
            said.say(
                "The visit has no working languages; name those of the paper, for example --languages ko,ja."
            )
        )
    request = PaperRequest(
        paper.id,
        languages,
        _reader(visit, arguments.audience, said),
        _whom(visit, paper, arguments.whom, said),
        arguments.layout,
        arguments.format or _format_of(target, paper),
        arguments.final,
    )
    if request.format not in paper.formats:
        raise PaperProblem(reason="unknown-format", format=request.format, known=paper.formats)
    requests = _for_each_side(visit, paper, request)
    if len(requests) == 1 and not target.is_dir():
        target = _file(target, arguments.output, file_name(visit, requests[0]), request.format, said)
    for path in write(visit, requests, target, overwrite=arguments.overwrite):
        tell(str(path))
    if is_new and folder.is_dir():
        complain(said.say("The folder was not there and has been made: {path}", path=folder))
    return _report_errors(visit, arguments.file, said)


def _report_errors(visit: Visit, file: str, said: Words) -> bool:
    """Say on stderr how many errors the visit has, so that papers are not sent out unseen."""
    number = sum(finding.severity is Severity.ERROR for finding in findings(visit))
    if number:
        complain(
            said.count(
                "Done, but the visit has {number} error; see: {command}",
                "Done, but the visit has {number} errors; see: {command}",
                number,
                command=f'{PROGRAM} findings "{file}" --visit {visit.id}',
            )
        )
    return number > 0


def _whom(visit: Visit, paper: Paper, text: str | None, said: Words) -> str | None:
    """Return the id of the one whom the paper is for; candidates are named in the user's language."""
    if text is None:
        return None
    try:
        return choose(visit, paper.id, text).id
    except Ambiguous as error:
        named = {choice.id: _label(choice, said) for choice in choices_for(visit, paper.id)}
        raise _named(error, _told_apart(visit, named, said)) from None


def _reader(visit: Visit, text: str | None, said: Words) -> Reader | None:
    """Return for whose eyes the paper is; parties are named in the user's language."""
    if text is None:
        return None
    try:
        return find_reader(visit, text)
    except Ambiguous as error:
        name = Namer(said, visit.languages).full_name
        named = {party.id: name(party.organisation) for party in visit.parties}
        raise _named(error, named) from None


def _told_apart(visit: Visit, names: Mapping[str, str], said: Words) -> dict[str, str]:
    """Add to people who are called alike whose delegation they are in."""
    counts = Counter(names.values())
    houses = {
        delegate.person_id: delegate.organisation or delegation.organisation
        for delegation in visit.delegations
        for delegate in delegation.delegates
    }
    name = Namer(said, visit.languages).name
    return {
        key: with_brackets(text, house.acronym or name(house), said)
        if counts[text] > 1 and (house := houses.get(key)) is not None
        else text
        for key, text in names.items()
    }


def _named(error: Ambiguous, names: Mapping[str, str]) -> Ambiguous:
    keys = [key for key, _ in error.values["candidates"]]  # type: ignore[attr-defined]
    return Ambiguous(**{**error.values, "candidates": tuple((key, names[key]) for key in keys)})


def _label(choice: Choice, said: Words) -> str:
    """Return what a choice is called; a delegation with its acronym, by which it is better known."""
    label = choice.label(said.language).text
    return with_brackets(label, choice.acronym, said) if choice.acronym not in ("", label) else label


def _for_each_side(visit: Visit, paper: Paper, request: PaperRequest) -> Sequence[PaperRequest]:
    """Ask for a paper for each delegation where nobody is named and no side alone travels."""
    if request.who is not None or paper.takes is Takes.NONE or default_side(visit) is not None:
        return (request,)
    delegations = [choice for choice in choices_for(visit, paper.id) if choice.kind is Kind.DELEGATION]
    return [replace(request, who=choice.id) for choice in delegations] or (request,)


def _target(arguments: argparse.Namespace, said: Words) -> Path:
    target = Path(arguments.output)
    if target.exists() and Path(arguments.file).exists() and target.samefile(arguments.file):
        raise WrongCommand(
            said.say("{path} is the database itself; choose another file for the paper.", path=target)
        )
    if target.suffix.lower() == DATABASE_SUFFIX and not target.is_dir():
        raise WrongCommand(
            said.say("{path} is the name of a database; choose another name for the paper.", path=target)
        )
    return target


def _format_of(target: Path, paper: Paper) -> str:
    """Return the format that a file is named as, else the usual one."""
    ending = "" if target.is_dir() else target.suffix.lower().removeprefix(".")
    return ending if ending in paper.formats else paper.formats[0]


def _file(target: Path, typed: str, name: str, file_format: str, said: Words) -> Path:
    """Return the file of the only paper; one that is named otherwise than its format is refused."""
    if typed.endswith(("/", os.sep)):
        return target / name
    if target.suffix.lower() != f".{file_format}":
        raise WrongCommand(
            said.say(
                "{path} does not end in {suffix};"
                " name the file so, or name a folder with {slash} at its end.",
                path=target,
                suffix=f".{file_format}",
                slash="/",
            )
        )
    return target


def _takes(paper: Paper) -> list[str]:
    match paper.takes:
        case Takes.NONE:
            return []
        case Takes.PERSON:
            return ["person"]
        case Takes.DELEGATION:
            return ["delegation", "organisation"]
        case Takes.BOTH:
            return ["person", "delegation", "organisation"]


def _paper_as_json(paper: Paper) -> dict[str, object]:
    tags = ("en", *translated_languages())
    return {
        "id": paper.id,
        "title": {tag: words(tag).say_in("paper", paper.title) for tag in tags},
        "formats": list(paper.formats),
        "for": _takes(paper),
        "languages": {"fewest": paper.fewest_languages, "most": paper.most_languages},
        "layouts": list(paper.layouts),
    }
