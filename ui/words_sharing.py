"""The wording of sharing a file (who is there, do locks work, who may edit) and of erasing a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from models.errors import FileOlder, LeaseLost, LeaseTaken, ParleyError, PersonErased
from models.text.catalogue import mark
from ui.words_things import field_name, thing_name

if TYPE_CHECKING:
    from models.store.mentions import Mention
    from models.text.catalogue import Words

NOTHING = "–"
MINUTE = 60

# By the value of ``models.store.share.Sharing``, which is not imported: the window words errors early.
VERDICTS: dict[str, str] = {
    "local": mark("On a disk of this computer: saving from several windows at once is safe."),
    "checked": mark("On a network drive ({system}) whose locks work: several people can edit at once."),
    "locks-do-not-work": mark(
        "On a network drive ({system}) whose locks do not work: one person edits at a time,"
        " the others work in a copy."
    ),
    "unknown": mark(
        "On a network drive ({system}); whether its locks work between computers could not be found out."
    ),
}

REASONS: dict[str, str] = {
    "works": mark("Two programs on this computer have locked each other out there, as they should."),
    "local-locks": mark(
        "This kind of drive keeps its locks to each computer, so they do not reach the others."
    ),
    "no-lock": mark("One program did not see the lock of the other."),
    "reader-ignored": mark("A program saved while the other was reading."),
    "stale-reads": mark("One program did not see what the other had saved."),
    "lock-stays": mark("The lock of a program that had ended stayed behind."),
    "not-writable": mark("The folder cannot be written to, so nothing was tried."),
    "no-answer": mark("The drive did not answer in time."),
    "one-computer": mark(
        "The locks work between two programs on this computer;"
        " between computers they may not on such a drive."
    ),
}


def verdict_sentence(sharing: str, system: str, words: Words) -> str:
    """Return what a share check found, and what it means for working together."""
    return words.say(VERDICTS[sharing], system=system)


def reason_sentence(reason: str, words: Words) -> str:
    """Return why the share check judged so; empty where there is nothing to add."""
    return words.say(REASONS[reason]) if reason in REASONS else ""


def mention_line(mention: Mention, text: str, words: Words) -> str:
    """Return where a text stands that names somebody, and what it says, shortened."""
    place = f"{thing_name(mention.table, words)} {mention.row_id}"
    if mention.table != "change_set":
        place = f"{place}, {field_name(mention.field, words)}"
    if mention.change_set:
        return words.say("{place}, in the history: “{text}”", place=place, text=text)
    return f"{place}: “{text}”"


def _lease_taken(values: Mapping[str, object], words: Words) -> str:
    idle = values.get("idle")
    return words.say(
        "{path} is being edited by {name} on {host} (last heard of {minutes} min ago), and the locks of this"
        " drive do not work; work in a copy, or take over.",
        path=str(values.get("path", NOTHING)),
        name=_shown(values.get("name")),
        host=_shown(values.get("host")),
        minutes=int(idle) // MINUTE if isinstance(idle, int | float) else 0,
    )


def _lease_lost(values: Mapping[str, object], words: Words) -> str:
    if not values.get("name"):
        return words.say(
            "The right to edit {path} could not be confirmed; nothing was saved."
            " Check the drive and try again.",
            path=str(values.get("path", NOTHING)),
        )
    return words.say(
        "{name} on {host} has taken over editing {path}; nothing was saved. Work in a copy, or take it back.",
        path=str(values.get("path", NOTHING)),
        name=_shown(values.get("name")),
        host=_shown(values.get("host")),
    )


def _file_older(values: Mapping[str, object], words: Words) -> str:
    return words.say(
        "{path} is of an older format, in which nothing can be erased; open it once, and erase again there.",
        path=str(values.get("path", NOTHING)),
    )


def _person_erased(_: Mapping[str, object], words: Words) -> str:
    return words.say("This person was erased for good; what was erased cannot be brought back.")


def _shown(value: object) -> str:
    return "".join(letter for letter in str(value or "") if letter.isprintable()) or NOTHING


SHARING: dict[type[ParleyError], Callable[[Mapping[str, object], Words], str]] = {
    LeaseTaken: _lease_taken,
    LeaseLost: _lease_lost,
    FileOlder: _file_older,
    PersonErased: _person_erased,
}
