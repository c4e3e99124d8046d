"""The command that erases a person for good, or shows what that would do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.actions import erase as work
from models.errors import NotFound
from models.rules.search import Candidate, find
from models.store import Database
from models.store.lease import editing
from models.text.languages import known_languages
from models.text.names import full_name
from ui.cli_output import complain, tell, tell_json
from ui.words import error_sentence, thing_name
from ui.words_errors import shown_value
from ui.words_sharing import mention_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping

    from models.actions.erase import Erased, Known, Preview, Reached
    from models.text.catalogue import Words


def erase(arguments: argparse.Namespace, said: Words) -> bool:
    """Erase a person; answers whether texts or copies are left that want a look."""
    path = Path(arguments.file)
    if arguments.preview:
        with Database.open(path) as database:
            person = _meant(database, arguments.person, said)
            preview = work.erase_preview(database, person.id)
        if arguments.json:
            tell_json({"file": str(path), "person": person.id, "erased": False, **_preview_as_json(preview)})
        else:
            tell(said.say("This would be erased for good: {name}", name=_shown_name(person, said)))
            _tell_preview(preview, said)
            _tell_copies(preview.copies, said)
            tell(_out_of_reach(said))
        return False
    with editing(path) as database:
        try:
            person = _meant(database, arguments.person, said)
        except NotFound as nobody:
            # Erased before, and what was left unfinished is to be finished.
            return _finish(database, arguments, nobody, said)
        preview = work.erase_preview(database, person.id)
        done = work.erase_person(database, person.id)
        reached = _erase_copies(database, preview.copies if arguments.copies else (), person.id)
    left = [
        copy for copy in preview.copies if not any(each.path == copy and not each.problem for each in reached)
    ]
    if arguments.json:
        tell_json(
            {
                "file": str(path),
                "person": person.id,
                "erased": True,
                **_preview_as_json(preview),
                **_done_as_json(done, reached),
            }
        )
    else:
        tell(said.say("Erased for good: {name}", name=_shown_name(person, said)))
        _tell_preview(preview, said)
        for each in reached:
            if each.problem is None:
                tell(said.say("Erased there too, or never there: {path}", path=each.path))
        _tell_copies(left, said)
        tell(_out_of_reach(said))
    _complain_about(done, reached, said)
    return bool(preview.mentions or left or done.unfinished)


def _finish(database: Database, arguments: argparse.Namespace, nobody: NotFound, said: Words) -> bool:
    person = arguments.person.strip().lower()
    try:
        done = work.erase_person(database, person)
    except NotFound:
        raise nobody from None
    reached = _erase_copies(database, work.copies_of(database.path) if arguments.copies else (), person)
    if arguments.json:
        told = {"file": str(database.path), "person": person, "erased": True}
        tell_json({**told, **_done_as_json(done, reached)})
    elif done.unfinished is None:
        tell(said.say("The person was erased before; the file was written anew without traces."))
    _complain_about(done, reached, said)
    return done.unfinished is not None or any(each.problem for each in reached)


def _erase_copies(database: Database, copies: Iterable[Path], person: str) -> list[Reached]:
    return work.erase_in(copies, database.path, person, database.profile)


def _meant(database: Database, text: str, said: Words) -> Known:
    known = {person.id: person for person in work.people(database)}
    candidates = (
        Candidate(
            person.id,
            _shown_name(person, said),
            _texts(person),
        )
        for person in known.values()
    )
    return known[find(candidates, "person", text).id]


def _texts(person: Known) -> tuple[str, ...]:
    name = person.name
    whole = (full_name(name, language, title=False).text for language in known_languages())
    return (*whole, *name.family.values(), *name.given.values(), *name.preferred.values())


def _shown_name(person: Known, said: Words) -> str:
    name = full_name(person.name, said.language).text or person.id
    return said.say("{name} (removed before)", name=name) if person.removed else name


def _tell_preview(preview: Preview, said: Words) -> None:
    _tell_counts(preview.rows, said)
    if preview.emptied:
        tell(said.say("These stay and let go of the person:"))
        _tell_counts(preview.emptied, said)
    tell(said.say("Lines of the history that lose their contents: {number}", number=preview.entries))
    if preview.mentions:
        tell(said.say("Text that names the person, or may; it stays as it is:"))
        for mention in preview.mentions:
            tell(f"  {mention_line(mention, shown_value(mention.text, said), said)}")
    if preview.attachments:
        tell(
            said.say(
                "Attached files that stay, and into which Parley does not look: {number}",
                number=preview.attachments,
            )
        )


def _tell_counts(counts: Mapping[str, int], said: Words) -> None:
    for table, number in sorted(counts.items()):
        tell(f"  {thing_name(table, said)}: {number}")


def _tell_copies(copies: Iterable[Path], said: Words) -> None:
    copies = list(copies)
    if copies:
        tell(said.say("Backups and copies that may still hold the person (--copies erases there too):"))
        for copy in copies:
            tell(f"  {copy}")


def _out_of_reach(said: Words) -> str:
    return said.say(
        "Out of reach: papers already sent, copies and backups elsewhere, versions that a cloud drive keeps,"
        " and what a disk keeps of deleted files."
    )


def _complain_about(done: Erased, reached: Iterable[Reached], said: Words) -> None:
    if done.unfinished is not None:
        complain(error_sentence(done.unfinished, said))
        complain(
            said.say(
                "The person is erased, but the file may hold traces; give the command again with the id."
            )
        )
    for each in reached:
        if each.problem is not None:
            complain(error_sentence(each.problem, said))


def _preview_as_json(preview: Preview) -> dict[str, Any]:
    return {
        "rows": dict(preview.rows),
        "emptied": dict(preview.emptied),
        "history": preview.entries,
        "mentions": [
            {
                "table": mention.table,
                "id": mention.row_id,
                "field": mention.field,
                "text": mention.text,
                "certainty": mention.certainty.value,
                "change_set": mention.change_set or None,
            }
            for mention in preview.mentions
        ],
        "attachments": preview.attachments,
        "copies": [str(path) for path in preview.copies],
    }


def _done_as_json(done: Erased, reached: Iterable[Reached]) -> dict[str, Any]:
    return {
        "unfinished": None if done.unfinished is None else done.unfinished.code,
        "erased_in": [
            {
                "path": str(each.path),
                "erased": each.erased,
                "problem": None if each.problem is None else each.problem.code,
            }
            for each in reached
        ],
    }
