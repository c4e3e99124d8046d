"""What is wrong, where, and what to do: one sentence for each error."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

from models.errors import (
    Ambiguous,
    Cancelled,
    EditConflict,
    FileBusy,
    FileDamaged,
    FileEmpty,
    FileExists,
    FileForeign,
    FileFull,
    FileIsFolder,
    FileMissing,
    FileNewer,
    FileNotAllowed,
    FileNotDatabase,
    FileProblem,
    FileReadOnly,
    FileTampered,
    InvalidValue,
    NotFound,
    PaperProblem,
    ParleyError,
    TextUnfit,
    UndoConflict,
    UnknownLanguage,
)
from models.intake.labels import with_tail
from models.text.catalogue import mark
from models.text.dates import DayForm, clock, day
from models.text.lists import join
from models.text.localised import LocalisedText
from ui.words_backup import BACKUP
from ui.words_choices import choice_name
from ui.words_import import IMPORT
from ui.words_merge import MERGE
from ui.words_papers import paper_sentence
from ui.words_sharing import SHARING
from ui.words_things import field_name, thing_name

if TYPE_CHECKING:
    from models.text.catalogue import Words

LONGEST = 60
"""Letters of a value that a sentence repeats."""
NOTHING = "–"

FILES: dict[type[FileProblem], str] = {
    FileProblem: mark("{path} cannot be used ({detail}); choose another file."),
    FileMissing: mark("{path} is not there; check the name and the folder."),
    FileIsFolder: mark("{path} is a folder; name the file in it."),
    FileNotAllowed: mark("{path} may not be read or written; ask for access, or choose another place."),
    FileEmpty: mark("{path} is empty; copy it again, or open the latest backup."),
    FileNotDatabase: mark("{path} is no Parley file; choose a file that ends in .parley."),
    FileForeign: mark("{path} is a database of another application; choose a file that ends in .parley."),
    FileDamaged: mark("{path} is damaged ({detail}); open the latest backup."),
    FileTampered: mark(
        "{path} holds something that Parley never makes ({detail});"
        " do not use it, and ask where it came from."
    ),
    FileNewer: mark(
        "{path} was written by a newer Parley (format {version}; this one knows {known});"
        " install the newest version."
    ),
    FileExists: mark("{path} exists already and is not replaced; choose another name."),
    FileReadOnly: mark("{path} can only be read; save a copy elsewhere to change it."),
    FileBusy: mark("{path} is being saved from another window or device; try again in a moment."),
    FileFull: mark(
        "There is no room left on the disk for {path}; nothing was changed. Make room and try again."
    ),
}

VALUES: dict[str, str] = {
    "not-a-language-tag": mark("{field}: “{value}” is no language code; write for example ko, ja or en."),
    "not-a-date": mark("{field}: “{value}” is no date; write 2024-07-30, 2024-07 or 2024."),
    "not-a-partial-date": mark("{field}: “{value}” is no date; write 2024-07-30, 2024-07 or 2024."),
    "not-a-time": mark("{field}: “{value}” is no time of day; write for example 09:30."),
    "not-a-number": mark("{field}: “{value}” is no whole number; write figures only."),
    "not-yes-or-no": mark("{field}: “{value}” is neither yes nor no; choose one of the two."),
    "not-text": mark("{field}: “{value}” is no text; write letters or figures."),
    "not-localised": mark("{field}: “{value}” does not say its language; give a text for each language."),
    "not-a-list": mark("{field}: “{value}” is no list; give the entries one by one."),
    "not-a-choice": mark("{field}: “{value}” is none of the choices; take one of those offered."),
    "ends-before-start": mark("{field}: “{value}” lies before the first day; change one of the two."),
    "too-many-days": mark("{field}: “{value}” would make a visit of more than 60 days; check the year."),
    "unknown-zone": mark("{field}: “{value}” is no known time zone; write for example Asia/Seoul."),
    "no-such-field": mark("There is no field “{field}” here; the entry was not changed."),
}
OTHER_VALUE = mark("{field}: “{value}” cannot be kept here; correct it and try again.")


def error_sentence(error: ParleyError, words: Words) -> str:
    """Return what is wrong, where, and what to do about it."""
    for kind in type(error).__mro__:
        if (wording := WORDINGS.get(kind)) is not None:
            return wording(error.values, words)
    return words.say("Something went wrong ({code}); nothing was changed.", code=error.code)


def shown_value(value: object, words: Words) -> str:
    """Return a value as a sentence shows it, cut where it is long."""
    if isinstance(value, Enum):
        return choice_name(value, words)
    if isinstance(value, dt.date):
        return day(value, words.language, DayForm.NUMERIC)
    if isinstance(value, dt.time):
        return clock(value)
    if isinstance(value, LocalisedText):
        written = value.pick((words.language,))
        value = written.text if written else ""
    elif isinstance(value, Mapping):
        texts = cast("Mapping[object, object]", value).values()
        return (
            join([shown_value(text, words) for text in texts], words.language, conjunction=False) or NOTHING
        )
    text = " ".join(str("" if value is None else value).split())
    return (text[: LONGEST - 1] + "…" if len(text) > LONGEST else text) or NOTHING


def _file(message: str) -> Callable[[Mapping[str, object], Words], str]:
    def wording(values: Mapping[str, object], words: Words) -> str:
        known = {"detail": NOTHING, "version": "?", "known": "?", **values}
        known["detail"] = known["detail"] or NOTHING
        known["path"] = str(values.get("path", NOTHING))
        return words.say(message, **known)

    return wording


def _text_unfit(values: Mapping[str, object], words: Words) -> str:
    return words.say(
        "The text holds a character that no paper can show ({character}, at place {place}): “{text}”;"
        " remove it.",
        character=values.get("character", "?"),
        place=_number(values.get("position")) + 1,
        text=_printable(values.get("text", ""), words),
    )


def _unknown_language(values: Mapping[str, object], words: Words) -> str:
    known = cast("Iterable[object]", values.get("known") or ())
    return words.say(
        "Parley has no data for the language “{language}”; choose from: {known}.",
        language=_printable(values.get("language"), words),
        known=join([str(tag) for tag in known], words.language, conjunction=False),
    )


def _invalid_value(values: Mapping[str, object], words: Words) -> str:
    field = str(values.get("field") or "")
    message = VALUES.get(str(values.get("reason")), OTHER_VALUE)
    called = field_name(field, words) if field else words.say("Value")
    return words.say(message, field=called, value=_printable(values.get("value"), words))


MISSED: dict[str, str] = {
    "recipient": mark("Nobody called “{text}” takes part in this visit; it is for people or sides: {known}."),
    "audience": mark("“{text}” is no audience of this visit; choose from: {known}."),
}


def _not_found(values: Mapping[str, object], words: Words) -> str:
    known = cast("Iterable[object]", values.get("known") or ())
    if (message := MISSED.get(str(values.get("what")))) is not None and known:
        return words.say(
            message,
            text=_printable(values.get("text"), words),
            known=join([_printable(name, words) for name in known], words.language, conjunction=False),
        )
    return words.say(
        "There is no {thing} for “{text}” here; give an id, or a part of the title or name.",
        thing=thing_name(str(values.get("what")), words),
        text=_printable(values.get("text"), words),
    )


def _ambiguous(values: Mapping[str, object], words: Words) -> str:
    candidates = cast("Iterable[tuple[str, str]]", values.get("candidates") or ())
    return words.say(
        "“{text}” fits several ({thing}): {names}; give more of the name, or the id.",
        text=_printable(values.get("text"), words),
        thing=thing_name(str(values.get("what")), words),
        names=join(told_apart(tuple(candidates)), words.language, conjunction=False),
    )


def told_apart(candidates: Sequence[tuple[str, str]]) -> list[str]:
    """Return the names of candidates, with the end of the id where two are called alike."""
    counts = Counter(name for _, name in candidates)
    return [with_tail(name, key) if counts[name] > 1 else name for key, name in candidates]


def _edit_conflict(values: Mapping[str, object], words: Words) -> str:
    theirs = cast("Mapping[str, object]", values.get("theirs") or {})
    mine = cast("Mapping[str, object]", values.get("mine") or {})
    return words.say(
        "Somebody else has changed this meanwhile ({field}: now “{theirs}”, yours “{mine}”);"
        " decide which of the two stays.",
        field=field_name(str(values.get("group") or ""), words),
        theirs=shown_value(theirs, words),
        mine=shown_value({name: mine.get(name) for name in theirs}, words),
    )


def _undo_conflict(values: Mapping[str, object], words: Words) -> str:
    clashes = cast("Iterable[Any]", values.get("clashes") or ())
    named = [
        f"{thing_name(clash.table, words)}: {field_name(clash.field, words)}"
        if clash.field
        else thing_name(clash.table, words)
        for clash in clashes
    ]
    return words.say(
        "This has been changed again since ({things}); look at what stands now before you undo it.",
        things=join(list(dict.fromkeys(named)), words.language, conjunction=False) or NOTHING,
    )


def _cancelled(_: Mapping[str, object], words: Words) -> str:
    return words.say("Stopped as you asked; nothing half made is left.")


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _printable(value: object, words: Words) -> str:
    """Return a value that may be anything without what would break a line or a terminal."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in shown_value(value, words))


WORDINGS: dict[type, Callable[[Mapping[str, object], Words], str]] = {
    **{kind: _file(message) for kind, message in FILES.items()},
    TextUnfit: _text_unfit,
    UnknownLanguage: _unknown_language,
    InvalidValue: _invalid_value,
    NotFound: _not_found,
    Ambiguous: _ambiguous,
    EditConflict: _edit_conflict,
    UndoConflict: _undo_conflict,
    PaperProblem: paper_sentence,
    Cancelled: _cancelled,
    **SHARING,
    **BACKUP,
    **MERGE,
    **IMPORT,
}
