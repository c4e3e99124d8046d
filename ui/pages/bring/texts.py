"""The sentences of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.errors import ImportProblem
from models.text.catalogue import mark
from models.text.lists import join
from ui.pages.bring.rows import fields_of
from ui.pages.bring.wish import Part

if TYPE_CHECKING:
    from models.errors import ParleyError
    from models.text.catalogue import Words
    from ui.hands import Hands
    from ui.pages.bring.wish import Brought, LineView, Refused

_BETWEEN = "  ·  "
_HERE = {
    "visit-needed": mark("This list belongs to a visit; choose above which one."),
    "nothing-understood": mark(
        "No list was recognised; say what each sheet holds, and what its columns are."
    ),
}
"""What is said otherwise on the page than on the command line."""


class Notice(NamedTuple):
    """Something to know about a file, and whether the columns say more about it."""

    text: str
    columns: bool = False


def invitation(words: Words) -> str:
    """Return what an empty page says."""
    return words.say(
        "Drop a file here, choose one, or paste rows: a workbook (.xlsx, .xls, .ods), CSV, contacts (vCard),"
        " or a Word agenda. You see first what it would change, and nothing changes until you say so."
    )


def workbooks(words: Words) -> str:
    """Return what the workbooks are for."""
    return words.say(
        "Send it to whoever knows the rest: each sheet says what belongs into it."
        " Brought back, only what was added or changed comes in."
    )


def problem(error: ParleyError, hands: Hands, words: Words) -> str:
    """Return why a file cannot be brought, and what to do on this page."""
    message = _HERE.get(str(error.values.get("reason"))) if isinstance(error, ImportProblem) else None
    return words.say(message) if message else hands.error(error)


def blocks(error: ParleyError | None) -> bool:
    """Tell whether nothing of a file can be shown until a visit is named."""
    return error is not None and error.values.get("reason") == "visit-needed"


def notices(brought: Brought, hands: Hands, words: Words) -> list[Notice]:
    """Return what is to be known about the file as a whole, the problem first."""
    from ui.words_import import notice_sentence

    proposal = brought.proposal
    if proposal is None:
        return [Notice(problem(brought.problem, hands, words))] if brought.problem is not None else []
    said = [Notice(notice_sentence(each, words)) for each in proposal.notices]
    unknown = [sheet.name for sheet in brought.sheets if not sheet.kind and not sheet.left_out]
    if unknown:
        names = join(unknown, words.language, conjunction=False)
        sentence = words.say("Sheets that were not understood and are left out: {names}.", names=names)
        said.append(Notice(sentence, columns=True))
    guessed = sum(sheet.guessed for sheet in brought.sheets if not sheet.own and not sheet.left_out)
    if guessed:
        sentence = words.count(
            "{number} column was guessed or left out.", "{number} columns were guessed or left out.", guessed
        )
        said.append(Notice(sentence, columns=True))
    if brought.delegations and any(refusal.field == "delegation_id" for _line, refusal in proposal.refusals):
        said.append(
            Notice(words.say("The list does not say which delegation its people join; choose it above."))
        )
    if before := len(brought.left_out_before):
        sentence = words.count(
            "{number} thing is left out as the last time; tick it to bring it in.",
            "{number} things are left out as the last time; tick what you want to bring in.",
            before,
        )
        said.append(Notice(sentence))
    return said


def counts(brought: Brought, refused: Refused, words: Words) -> str:
    """Return how much is new, changed, there already, not to be read, left out."""
    if brought.proposal is None:
        return ""
    found = brought.proposal.counts
    parts = [
        words.say_in("import", "New: {number}", number=f"{found.new:,}"),
        words.say_in("import", "Changed: {number}", number=f"{found.changed:,}"),
        words.say_in("import", "Already there: {number}", number=f"{found.same:,}"),
    ]
    if found.refused:
        parts.append(words.say_in("import", "Cannot be read: {number}", number=f"{found.refused:,}"))
    here = {line.key for line in brought.lines}
    if out := sum(1 for key, _field in refused if key in here):
        parts.append(words.say_in("import", "Left out by you: {number}", number=f"{out:,}"))
    return _BETWEEN.join(parts)


def open_questions(brought: Brought, words: Words) -> str:
    """Return how many questions wait for an answer."""
    number = sum(1 for line in brought.lines if line.part is Part.QUESTION and line.found)
    return (
        words.count(
            "{number} question is open; what depends on it is left out.",
            "{number} questions are open; what depends on them is left out.",
            number,
        )
        if number
        else ""
    )


def number_taken(brought: Brought, refused: Refused) -> int:
    """Count the lines that would change something."""
    return sum(1 for line in brought.lines if _is_taken(line, refused))


def brought_in(brought: Brought, refused: Refused, words: Words) -> str:
    """Return what a toast says once a file is in."""
    number = number_taken(brought, refused)
    return words.count("Brought in: {number} line", "Brought in: {number} lines", number)


def _is_taken(line: LineView, refused: Refused) -> bool:
    if not line.takes or (line.key, "") in refused:
        return False
    return any((line.key, field) not in refused for field in fields_of(line))
