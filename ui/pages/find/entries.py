"""What the palette lists: heads, rows of the file, commands; found among both; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.rules.lookup import Line, Lookup, Rank
from models.text.hangul import taken_apart
from models.text.matching import letters
from ui.pages.find.describe import detail, head, icon_of, second_name

if TYPE_CHECKING:
    from models.text.catalogue import Words

A_TABLE = 5
"""So many results of one kind; who wants more types more."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: what it is called, its keys, and doing it."""

    text: str
    keys: str
    act: Callable[[], None]
    icon: str = "keyboard"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over results of one kind."""

    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """A row or a command as it is painted and read out."""

    name: str
    language: str
    second: str
    second_language: str
    detail: str
    icon: str
    table: str = ""
    id: str = ""
    command: Command | None = None

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        return ", ".join(part for part in (self.name, self.second, self.detail) if part)


Entry = Head | Result


def entries(
    lookup: Lookup, commands: Sequence[Command], text: str, words: Words, tables: Sequence[str]
) -> list[Entry]:
    """Find rows and commands by what was typed; with nothing typed the commands stand there."""
    listed: list[Entry] = []
    table = ""
    fitting = _fitting(commands, text)
    for hit in lookup.find(text, tables, A_TABLE, nearly=not fitting):
        if hit.line.table != table:
            table = hit.line.table
            named = head(table, words)
            listed.append(Head(words.say("{kind}: similar", kind=named) if hit.rank is Rank.ALIKE else named))
        listed.append(_result(lookup, hit.line, words))
    if fitting:
        listed.append(Head(head("command", words)))
        listed += [
            Result(command.text, words.language, "", "", command.keys, command.icon, command=command)
            for command in fitting
        ]
    return listed


def _fitting(commands: Sequence[Command], text: str) -> list[Command]:
    key = taken_apart(letters(text))
    if not key:
        return list(commands) if not text.strip() else []
    known = [(taken_apart(letters(command.text)), command) for command in commands]
    begins = [command for name, command in known if name.startswith(key)]
    return begins + [command for name, command in known if key in name and not name.startswith(key)]


def _result(lookup: Lookup, line: Line, words: Words) -> Result:
    name = lookup.name_of(line, (words.language,))
    second = second_name(lookup, line, words)
    return Result(
        name.text,
        name.language,
        second.text,
        second.language,
        detail(lookup, line, words),
        icon_of(line),
        line.table,
        line.id,
    )
