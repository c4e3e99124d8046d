"""The command line: ``main`` runs one command and returns its exit code. No Qt here.

Exit codes: 0 done; 1 it failed; 2 the command is wrong; 3 done, and something wants attention.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from models.errors import (
    Ambiguous,
    FileExists,
    ImportProblem,
    NotFound,
    PaperProblem,
    ParleyError,
    UnknownLanguage,
)
from models.text.catalogue import Words, words
from ui.cli_arguments import WrongCommand, parse
from ui.cli_output import complain, ready_streams, silence
from ui.spoken import screen_language
from ui.words import error_sentence

if TYPE_CHECKING:
    import argparse

DONE = 0
FAILED = 1
WRONG_COMMAND = 2
ATTENTION = 3
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl+C ended."""


def main(argv: Sequence[str]) -> int:
    """Run a command and return the exit code."""
    ready_streams()
    said = words(screen_language(os.environ))
    try:
        code = _run(argv, said)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has closed it, and wants no more.
        silence()
        return FAILED
    return code


def _run(argv: Sequence[str], said: Words) -> int:
    try:
        return _command(parse(argv, said), said)
    except WrongCommand as wrong:
        complain(wrong.sentence)
        return WRONG_COMMAND
    except SystemExit as stopped:  # --help has printed what it had to say
        return stopped.code if isinstance(stopped.code, int) else DONE
    except ParleyError as error:
        complain(_sentence(error, argv, said))
        if isinstance(error, Ambiguous):
            for key, name in error.values.get("candidates", ()):  # type: ignore[attr-defined]
                complain(f"  {key}  {name}")
        return exit_code(error)
    except BrokenPipeError:
        raise
    except OSError as error:
        named = error.filename if error.filename is not None else "-"
        complain(said.say("{path}: the system refuses this ({detail}).", path=named, detail=error.strerror))
        return FAILED


def _sentence(error: ParleyError, argv: Sequence[str], said: Words) -> str:
    """Return what is wrong, with the option that answers it where the command has one."""
    if isinstance(error, FileExists) and argv[:1] in (["export"], ["template"]):
        return said.say(
            "{path} exists already and is not replaced; choose another name, or add --overwrite.",
            path=str(error.values.get("path")),
        )
    return error_sentence(error, said)


def exit_code(error: ParleyError) -> int:
    """Return whether the command was wrong, or right and could not be done."""
    wrong = isinstance(error, (NotFound, Ambiguous, UnknownLanguage, ImportProblem))
    if isinstance(error, ImportProblem):
        wrong = error.values.get("reason") != "nothing-understood"
    if isinstance(error, PaperProblem):
        from ui.cli_export import is_wrong_request

        wrong = is_wrong_request(error)
    return WRONG_COMMAND if wrong else FAILED


def _command(arguments: argparse.Namespace, said: Words) -> int:
    """Run the command; each imports what it needs, so that none pays for another."""
    if arguments.command == "health":
        from ui.cli_files import health

        return DONE if health(arguments, said) else FAILED
    return ATTENTION if _work(arguments.command)(arguments, said) else DONE


def _work(command: str) -> Callable[[argparse.Namespace, Words], bool]:
    """Return what does a command, and answers whether something wants attention afterwards."""
    if command in {"new", "sample"}:
        from ui import cli_files

        return cli_files.new if command == "new" else cli_files.sample
    if command in {"visits", "findings"}:
        from ui import cli_lists

        return cli_lists.visits if command == "visits" else cli_lists.visit_findings
    if command in {"backups", "restore"}:
        from ui import cli_backups

        return cli_backups.backups if command == "backups" else cli_backups.restore
    if command == "erase":
        from ui import cli_erase

        return cli_erase.erase
    if command == "merge":
        from ui import cli_merge

        return cli_merge.merge
    if command in {"import", "template"}:
        from ui import cli_import

        return cli_import.bring if command == "import" else cli_import.template
    from ui import cli_export

    return cli_export.papers if command == "papers" else cli_export.export
