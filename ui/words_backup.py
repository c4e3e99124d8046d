"""The wording of backups: why one was made, what restoring it would change, what stood in the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from models.errors import FileFailing, OtherDatabase, ParleyError
from models.text.catalogue import mark, mark_in

if TYPE_CHECKING:
    from models.text.catalogue import Words

NOTHING = "–"

# By the value of ``models.store.backups.Reason``, which is not imported: the window words errors early.
REASONS: dict[str, str] = {
    "opening": mark_in("backup", "at opening"),
    "asked": mark_in("backup", "asked for"),
    "migrate": mark_in("backup", "before bringing the file up to date"),
    "merge": mark_in("backup", "before merging"),
    "restore": mark_in("backup", "before restoring"),
}

FAILING = mark(
    "{path} could not be read or written just now ({detail}); check the network or the disk, then try again."
)
OTHER = mark("{path} belongs to another database; choose a copy or a backup of this one.")


def reason_name(reason: str, words: Words) -> str:
    """Return why a backup was made."""
    return words.say_in("backup", REASONS[reason])


def counts_sentence(added: int, changed: int, removed: int, words: Words) -> str:
    """Return what would happen to the rows of a table."""
    return words.say(
        "{added} would come back, {changed} would change, {removed} would go",
        added=added,
        changed=changed,
        removed=removed,
    )


def backup_problem_sentence(place: str, problem: str, words: Words) -> str:
    """Return the note about a backup that could not be made; the work goes on."""
    return words.say("No backup could be made in {place}: {problem}", place=place, problem=problem)


def _wording(message: str) -> Callable[[Mapping[str, object], Words], str]:
    def wording(values: Mapping[str, object], words: Words) -> str:
        return words.say(
            message, path=str(values.get("path", NOTHING)), detail=str(values.get("detail") or NOTHING)
        )

    return wording


BACKUP: dict[type[ParleyError], Callable[[Mapping[str, object], Words], str]] = {
    FileFailing: _wording(FAILING),
    OtherDatabase: _wording(OTHER),
}
