"""The commands about backups: listing them, and restoring one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.actions import backups as work
from models.errors import FileProblem
from models.store import Database
from models.store.replacing import REPLACEABLE
from models.text.dates import DayForm, clock, day
from ui.cli_arguments import PROGRAM, WrongCommand
from ui.cli_output import tell, tell_json
from ui.words import thing_name
from ui.words_backup import counts_sentence, reason_name

if TYPE_CHECKING:
    import argparse

    from models.store.backups import Backup
    from models.store.difference import Difference
    from models.text.catalogue import Words

NEWEST = "newest"


def backups(arguments: argparse.Namespace, said: Words) -> bool:
    """List the backups of a database, also of one that is damaged or gone; the newest first."""
    known = work.backups_for(Path(arguments.file))
    if arguments.json:
        tell_json([_as_json(backup) for backup in known])
        return False
    for backup in known:
        tell(f"{_moment(backup, said)}  {reason_name(backup.reason, said)}  {backup.path}")
    if not known:
        tell(said.say("There is no backup of this file."))
    return False


def restore(arguments: argparse.Namespace, said: Words) -> bool:
    """Restore a backup, or show what that would change; a damaged file is set aside and replaced."""
    path = Path(arguments.file)
    try:
        database = Database.open(path)
    except REPLACEABLE as problem:
        return _replace(path, problem, arguments, said)
    with database:
        chosen = _chosen(arguments.backup, work.backups_of(database), path, said)
        if arguments.preview:
            found = work.difference(database, chosen)
        else:
            done = work.restore(database, chosen)
            found = done.value
    _tell_difference(found, arguments, said, chosen)
    return False


def _replace(path: Path, problem: FileProblem, arguments: argparse.Namespace, said: Words) -> bool:
    known = work.backups_for(path)
    if arguments.backup == NEWEST and (newest := work.newest_whole(known)) is not None:
        chosen = newest.path
    elif arguments.backup == NEWEST:
        raise problem
    else:
        chosen = _chosen(arguments.backup, known, path, said)
    if arguments.preview:
        if arguments.json:
            tell_json({"file": str(path), "backup": str(chosen), "replaces": True})
        else:
            tell(said.say("{path} is damaged; {backup} would take its place.", path=path, backup=chosen))
        return False
    done = work.replace_damaged(path, chosen)
    if arguments.json:
        aside = None if done.set_aside is None else str(done.set_aside)
        tell_json({"file": str(path), "backup": str(chosen), "replaces": True, "set_aside": aside})
        return False
    tell(said.say("Restored from {backup}: {path}", backup=chosen, path=path))
    if done.set_aside is not None:
        tell(said.say("The damaged file was kept as {path}.", path=done.set_aside))
        _salvage(done.set_aside, path, said)
    return False


def _salvage(damaged: Path, path: Path, said: Words) -> None:
    """Save what the damaged file still holds: it may be newer than the backup."""
    target = path.with_name(f"{path.stem}.salvage{damaged.name.rpartition('.damaged')[2]}.parley")
    try:
        found = work.salvage(damaged, target)
    except FileProblem:
        tell(said.say("Nothing could be read of it any more."))
        return
    tell(
        said.say(
            "What could still be read of it is in {path}: {saved} rows; {lost} rows are known to be lost.",
            path=found.path,
            saved=found.saved,
            lost=found.lost,
        )
    )


def _chosen(text: str, known: list[Backup], path: Path, said: Words) -> Path:
    """Return the backup that a path, a part of a name, or the word newest means."""
    if text == NEWEST:
        newest = work.newest_whole(known)
        if newest is not None:
            return newest.path
    elif Path(text).is_file():
        return Path(text)
    # Those that stand in both places under one name are the same; the user's own goes first.
    fitting = {backup.path.name: backup.path for backup in reversed(known) if text in backup.path.name}
    if len(fitting) != 1:
        sentence = said.say(
            "“{text}” means no backup of this file, or several; see: {command}",
            text=text,
            command=f'{PROGRAM} backups "{path}"',
        )
        raise WrongCommand(sentence)
    return next(iter(fitting.values()))


def _tell_difference(found: Difference, arguments: argparse.Namespace, said: Words, chosen: Path) -> None:
    counts = found.counts()
    if arguments.json:
        tell_json(
            {
                "file": arguments.file,
                "backup": str(chosen),
                "replaces": False,
                "written": not arguments.preview,
                "tables": {
                    table: {"added": each.added, "changed": each.changed, "removed": each.removed}
                    for table, each in counts.items()
                },
                "erased": len(found.erased),
            }
        )
        return
    for table, each in counts.items():
        sentence = counts_sentence(each.added, each.changed, each.removed, said)
        tell(f"{thing_name(table, said)}: {sentence}")
    if not counts:
        tell(said.say("The backup holds what stands now; there is nothing to restore."))
    elif not arguments.preview:
        tell(said.say("Restored from {backup}: {path}", backup=chosen, path=arguments.file))


def _moment(backup: Backup, said: Words) -> str:
    local = backup.at.astimezone()
    return f"{day(local.date(), said.language, DayForm.NUMERIC)} {clock(local.time())}"


def _as_json(backup: Backup) -> dict[str, Any]:
    return {
        "path": str(backup.path),
        "at": backup.at,
        "reason": backup.reason.value,
        "size": backup.size,
        "beside": backup.beside,
    }
