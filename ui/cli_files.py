"""The commands about a file as a whole: new, sample, health."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import FileProblem
from models.store import Database
from models.store.guard import FileState, check_file
from models.store.schema import SCHEMA_VERSION
from models.store.share import check_share
from ui.cli_arguments import WrongCommand
from ui.cli_output import complain, tell, tell_json
from ui.words import error_sentence, thing_name
from ui.words_sharing import reason_sentence, verdict_sentence

if TYPE_CHECKING:
    import argparse

    from models.store.share import Verdict
    from models.text.catalogue import Words

DATABASE_SUFFIX = ".parley"
TOLD = ("visit", "schedule_item", "presentation", "person", "organisation", "place")


def new(arguments: argparse.Namespace, said: Words) -> bool:
    """Make a new, empty database."""
    path = _named(arguments.file, said)
    Database.create(path).close()
    tell(said.say("Made: {path}", path=path))
    return False


def sample(arguments: argparse.Namespace, said: Words) -> bool:
    """Make a database with the sample."""
    from models.actions.sample import create_sample

    path = _named(arguments.file, said)
    create_sample(path).close()
    tell(said.say("Made: {path}", path=path))
    return False


def _named(text: str, said: Words) -> Path:
    """Return the file to make: a name without an ending gets ours, one with another is refused."""
    path = Path(text)
    if not path.suffix and not text.endswith(("/", os.sep)):
        return path.with_name(path.name + DATABASE_SUFFIX) if path.name else path
    if path.suffix.lower() != DATABASE_SUFFIX:
        raise WrongCommand(
            said.say("{path} does not end in {suffix}; name the file so.", path=text, suffix=DATABASE_SUFFIX)
        )
    return path


def health(arguments: argparse.Namespace, said: Words) -> bool:
    """Check a database without changing anything; answers whether it is whole."""
    path = Path(arguments.file)
    try:
        state = check_file(path)
    except FileProblem as problem:
        sentence = error_sentence(problem, said)
        if arguments.json:
            tell_json({"file": str(path), "whole": False, "problem": problem.code, "sentence": sentence})
        complain(sentence)
        return False
    counts = _counts(state)
    verdict = check_share(path)
    if arguments.json:
        tell_json({**_as_json(state, counts), "sharing": _verdict_as_json(verdict)})
        return True
    tell(
        said.say(
            "{path} is whole: format {version}, {size}.",
            path=path,
            version=state.version,
            size=f"{state.size / 1024:,.0f} KiB",
        )
    )
    if counts is None:
        tell(said.say("It is of an older format and will be brought up to date when it is opened."))
    else:
        for table in TOLD:
            tell(f"  {thing_name(table, said)}: {counts[table]}")
    if not state.writable:
        tell(said.say("It can be read but not changed."))
    tell(verdict_sentence(verdict.sharing.value, verdict.system, said))
    if reason := reason_sentence(verdict.reason, said):
        tell(f"  {reason}")
    return True


def _counts(state: FileState) -> dict[str, int] | None:
    """Count the rows by table; None for an older format, which opening would change."""
    if state.version != SCHEMA_VERSION:
        return None
    with Database.open(state.path) as database:
        return database.counts()


def _as_json(state: FileState, counts: dict[str, int] | None) -> dict[str, Any]:
    return {
        "file": str(state.path),
        "whole": True,
        "schema_version": state.version,
        "size": state.size,
        "writable": state.writable,
        "rows": None if counts is None else sum(counts.values()),
        "counts": counts,
    }


def _verdict_as_json(verdict: Verdict) -> dict[str, Any]:
    return {
        "verdict": verdict.sharing.value,
        "reason": verdict.reason or None,
        "system": verdict.system or None,
        "checked_at": verdict.at,
        "sqlite": verdict.sqlite or None,
    }
