"""The commands, their arguments and what ``--help`` says, in the user's language."""

from __future__ import annotations

import argparse
import re
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from models.text.catalogue import mark
from ui.cli_spelling import nearest, unknown_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from models.text.catalogue import Words

PROGRAM = "python main.py"

# What argparse says, in English only, as sentences of ours.
USAGE: tuple[tuple[str, str], ...] = (
    (
        r"the following arguments are required: (?P<names>.+)",
        mark("Something is missing: {names}; see {help}."),
    ),
    (r"unrecognized arguments: (?P<names>.+)", mark("This is not understood here: {names}; see {help}.")),
    (
        r"argument (?P<name>\S+): invalid choice: (?P<value>.+) \(choose from (?P<known>.+)\)",
        mark("{name} cannot be {value}; choose from: {known}."),
    ),
    (r"argument (?P<name>\S+): expected .*argument.*", mark("{name} needs a value; see {help}.")),
    (r"argument (?P<name>\S+): ignored explicit argument .*", mark("{name} takes no value; see {help}.")),
)


class WrongCommand(Exception):
    """The arguments are wrong; ``sentence`` says how, in the user's language."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


class _Formatter(argparse.HelpFormatter):
    """Writes the help with the word for usage in the user's language."""

    def __init__(self, prog: str, *, words: Words) -> None:
        super().__init__(prog, max_help_position=32, width=100)
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with the word for usage."""
        beginning = self._words.say("Usage")
        super().add_usage(usage, actions, groups, prefix or f"{beginning}: ")


class _Parser(argparse.ArgumentParser):
    """Raises WrongCommand where argparse would print and leave."""

    def __init__(self, *, words: Words, **settings: Any) -> None:
        super().__init__(
            add_help=False, allow_abbrev=False, formatter_class=partial(_Formatter, words=words), **settings
        )
        self._words = words
        self.named = self.add_argument_group(words.say("Arguments"))
        self.chosen = self.add_argument_group(words.say("Options"))
        self.chosen.add_argument("-h", "--help", action="help", help=words.say("show this and stop"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in the user's language."""
        words, help_command = self._words, f"{self.prog} --help"
        for pattern, sentence in USAGE:
            if (found := re.fullmatch(pattern, message)) is not None:
                # argparse quotes what it repeats as Python would.
                given = {name: text.replace("'", "") for name, text in found.groupdict().items()}
                raise WrongCommand(words.say(sentence, help=help_command, **given))
        raise WrongCommand(
            words.say("The command is wrong ({detail}); see {help}.", detail=message, help=help_command)
        )


def parse(argv: Sequence[str], words: Words) -> argparse.Namespace:
    """Return the command and its arguments, or raise WrongCommand."""
    parser = _Parser(
        words=words,
        prog=PROGRAM,
        usage=f"{PROGRAM} [FILE] | COMMAND ...",
        description=words.say(
            "Parley prepares meetings between institutions. Without a command it opens the window."
        ),
        epilog=words.say(
            "Exit codes: 0 done; 1 it failed; 2 the command is wrong; 3 done, and something wants attention."
        ),
    )
    commands = parser.add_subparsers(
        title=words.say("Commands"),
        dest="command",
        metavar="COMMAND",
        required=True,
        parser_class=partial(_Parser, words=words),  # type: ignore[arg-type]
    )

    def command(name: str, help: str) -> _Parser:
        return commands.add_parser(name, help=help, description=help, prog=f"{PROGRAM} {name}")

    new = command("new", words.say("make a new, empty database"))
    _file(new, words.say("the file to make; nothing may be there yet"))
    sample = command("sample", words.say("make a database with the sample visit"))
    _file(sample, words.say("the file to make; nothing may be there yet"))
    visits = command("visits", words.say("list the visits of a database"))
    _file(visits, words.say("the database"))
    papers = command("papers", words.say("list the papers, their formats and for whom they can be"))
    findings = command("findings", words.say("list what is wrong with a visit or wants attention"))
    _file(findings, words.say("the database"))
    _visit(findings, words)
    health = command("health", words.say("check whether a database is whole"))
    _file(health, words.say("the database"))
    backups = command("backups", words.say("list the backups of a database"))
    _file(backups, words.say("the database; it may be damaged or gone"))
    restore = command("restore", words.say("go back to a backup; a damaged file is set aside and replaced"))
    _restore(restore, words)
    erase = command("erase", words.say("erase a person for good, history included"))
    _erase(erase, words)
    merge = command("merge", words.say("merge a copy of a database into it"))
    _merge(merge, words)
    brought = command("import", words.say("bring a list, a workbook or contacts into a database"))
    _import(brought, words)
    for parser_with_json in (brought, erase, visits, papers, findings, health, backups, restore, merge):
        parser_with_json.chosen.add_argument(
            "--json", action="store_true", help=words.say("print JSON, for programs")
        )
    _template(
        command("template", words.say("write the empty workbook that can be filled and brought")), words
    )
    _export(command("export", words.say("write a paper of a visit")), words)
    return _parsed(parser, commands.choices, list(argv), words)


def _parsed(
    parser: _Parser, commands: Mapping[str, argparse.ArgumentParser], argv: list[str], words: Words
) -> argparse.Namespace:
    """Parse, and say of what is misspelt or too much what there is instead."""
    first = argv[0] if argv else ""
    if first and not first.startswith("-") and first not in commands and (near := nearest(first, commands)):
        raise WrongCommand(
            words.say(
                "There is no command {name}; did you mean {near}? There are: {known}.",
                name=first,
                near=near,
                known=", ".join(commands),
            )
        )
    chosen = commands.get(first)
    if chosen is None:
        return parser.parse_args(argv)
    actions = chosen._actions
    options = [option for action in actions for option in action.option_strings if option.startswith("--")]
    help_command = f"{chosen.prog} --help"
    if (option := unknown_option(argv[1:], options)) and (near := nearest(option, options)):
        raise WrongCommand(
            words.say(
                "There is no option {name} here; did you mean {near}? See {help}.",
                name=option,
                near=near,
                help=help_command,
            )
        )
    found, more = parser.parse_known_args(argv)
    if more:
        takes = [str(action.metavar) for action in actions if not action.option_strings]
        raise WrongCommand(
            words.say(
                "This is not understood here: {names}; {command} takes: {known}. See {help}.",
                names=" ".join(more),
                command=first,
                known=", ".join([*takes, *options]),
                help=help_command,
            )
        )
    return found


def _merge(merge: _Parser, words: Words) -> None:
    _file(merge, words.say("the database that takes in the other"))
    merge.named.add_argument("other", metavar="OTHER", help=words.say("the copy; it stays as it is"))
    merge.chosen.add_argument(
        "--preview", action="store_true", help=words.say("say what would be merged, and change nothing")
    )
    merge.chosen.add_argument(
        "--prefer",
        choices=("ours", "theirs"),
        type=str.lower,
        help=words.say("whose version stays where both changed the same: FILE’s (ours) or OTHER’s (theirs)"),
    )


def _import(brought: _Parser, words: Words) -> None:
    _file(brought, words.say("the database"))
    brought.named.add_argument(
        "data",
        metavar="DATA",
        type=_filled,
        help=words.say("the file to bring: .xlsx, .xls, .ods, CSV, TSV, vCard; - reads pasted rows"),
    )
    chosen = brought.chosen
    chosen.add_argument(
        "--kind",
        metavar="KIND",
        type=_filled,
        help=words.say("what the list is: people, delegation, schedule, travel and so on"),
    )
    chosen.add_argument(
        "--visit", metavar="VISIT", type=_filled, help=words.say("the visit that the list belongs to")
    )
    chosen.add_argument(
        "--for",
        dest="whom",
        metavar="WHO",
        type=_filled,
        help=words.say("the delegation that the people of the list belong to"),
    )
    chosen.add_argument(
        "--map",
        metavar="HEADING=FIELD,...",
        type=_filled,
        help=words.say("what columns mean that were guessed wrong"),
    )
    chosen.add_argument(
        "--unsure",
        choices=("known", "new"),
        type=str.lower,
        help=words.say("take who may be known for the known one, or for somebody new"),
    )
    chosen.add_argument(
        "--all",
        action="store_true",
        help=words.say("bring also what was left out in the window the last time"),
    )
    chosen.add_argument(
        "--preview", action="store_true", help=words.say("show what would change, and change nothing")
    )


def _template(template: _Parser, words: Words) -> None:
    template.chosen.add_argument(
        "--output", required=True, metavar="PATH", type=_filled, help=words.say("the file to write (.xlsx)")
    )
    template.chosen.add_argument(
        "--languages",
        metavar="ko,ja,en",
        type=_filled,
        help=words.say(
            "the languages of the columns; the first one names them; without it yours, then the others"
        ),
    )
    template.chosen.add_argument(
        "--sheets",
        metavar="KIND,...",
        type=_filled,
        help=words.say("only these sheets, for example delegations: one sheet that a partner can fill in"),
    )
    template.chosen.add_argument(
        "--overwrite", action="store_true", help=words.say("replace files that are there already")
    )


def _restore(restore: _Parser, words: Words) -> None:
    _file(restore, words.say("the database; it may be damaged or gone"))
    restore.named.add_argument(
        "backup", metavar="BACKUP", help=words.say("the backup: newest, a part of its name, or a path")
    )
    restore.chosen.add_argument(
        "--preview", action="store_true", help=words.say("show what would change, and change nothing")
    )


def _export(export: _Parser, words: Words) -> None:
    _file(export, words.say("the database"))
    _visit(export, words)
    chosen = export.chosen
    chosen.add_argument(
        "--paper",
        required=True,
        metavar="PAPER",
        type=_filled,
        help=words.say("which paper; the command papers lists them"),
    )
    chosen.add_argument(
        "--for",
        dest="whom",
        metavar="WHO",
        type=_filled,
        help=words.say("a person, delegation or organisation: an id or a part of the name"),
    )
    chosen.add_argument(
        "--languages",
        metavar="ko,ja,en",
        type=_filled,
        help=words.say("the languages of the paper; the first one leads"),
    )
    chosen.add_argument(
        "--layout",
        choices=("columns", "stacked"),
        type=str.lower,
        help=words.say("how several languages stand: side by side, or one under the other"),
    )
    chosen.add_argument(
        "--audience",
        metavar="AUDIENCE",
        type=_filled,
        help=words.say(
            "for whose eyes: public, parties, office, or one party by the name of its organisation"
        ),
    )
    chosen.add_argument(
        "--format",
        metavar="FORMAT",
        type=_filled,
        help=words.say("the format of the file: docx or pdf; without it, as the file is named, else docx"),
    )
    chosen.add_argument(
        "--output",
        required=True,
        metavar="PATH",
        type=_filled,
        help=words.say("the file to write, or a folder where several are written"),
    )
    chosen.add_argument(
        "--final",
        action="store_true",
        help=words.say(
            "what is sent out: the head of the pages says the date, and no longer that it is a draft"
        ),
    )
    chosen.add_argument(
        "--overwrite", action="store_true", help=words.say("replace files that are there already")
    )


def _erase(erase: _Parser, words: Words) -> None:
    _file(erase, words.say("the database"))
    erase.named.add_argument(
        "person", metavar="PERSON", help=words.say("the person: an id or a part of the name")
    )
    erase.chosen.add_argument(
        "--preview", action="store_true", help=words.say("show what would change, and change nothing")
    )
    erase.chosen.add_argument(
        "--copies",
        action="store_true",
        help=words.say("erase in the backups and copies that are found, too"),
    )


def _filled(text: str) -> str:
    """Take a text that says something; an empty one is as good as none."""
    if not text.strip():
        raise argparse.ArgumentTypeError("expected one argument")
    return text


def _file(parser: _Parser, help: str) -> None:
    parser.named.add_argument("file", metavar="FILE", type=_filled, help=help)


def _visit(parser: _Parser, words: Words) -> None:
    parser.chosen.add_argument(
        "--visit",
        required=True,
        metavar="VISIT",
        type=_filled,
        help=words.say("the visit: its id, or a part of its title, meeting, city or party"),
    )
