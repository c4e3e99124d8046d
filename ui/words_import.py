"""The wording of what is brought: files that cannot be read, cells that cannot be taken, what is doubtful."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from models.errors import (
    ImportProblem,
    ParleyError,
    SourceDamaged,
    SourceEmpty,
    SourceForeign,
    SourceProblem,
    SourceProtected,
    SourceTooLarge,
)
from models.text.catalogue import mark, mark_in
from models.text.lists import join
from ui.words_things import FIELDS, field_name, language_name, thing_name, with_brackets

if TYPE_CHECKING:
    from models.actions.intake import CellChange, Line, Proposal, Question, Refusal
    from models.intake.columns import In3
    from models.intake.grid import Notice, Origin
    from models.text.catalogue import Words

_WORD_TABLE = re.compile(r"T(\d+)")
"""How the reader of Word documents calls a table."""
NOTHING = "–"
MOST_LINES = 10
"""Lines that are named where something is mentioned."""
_TABLES = {"organisations": "organisation", "people": "person", "places": "place"}
LONGEST = 60
"""Letters of a value that a sentence repeats."""

SOURCES: dict[type[SourceProblem], str] = {
    SourceProblem: mark("{path} cannot be read ({detail}); choose another file."),
    SourceProtected: mark(
        "{path} is protected with a password; open it, save it without the password, and bring it again."
    ),
    SourceDamaged: mark(
        "{path} is damaged, or not what its name says;"
        " open it in the program it comes from, save it again, and bring that file."
    ),
    SourceEmpty: mark("There is nothing to read in {path}; check that it is the right file."),
}
FOREIGN: dict[str, str] = {
    "picture": mark("{path} is a picture; bring the list itself as a workbook (.xlsx, .xls, .ods) or CSV."),
    "pdf": mark(
        "{path} is a PDF; bring the file that it was made from: an agenda as .docx, a list as a workbook"
        " (.xlsx, .xls, .ods) or CSV."
    ),
    "word": mark(
        "{path} is a Word document of the old kind (.doc); save it in Word as .docx and bring that."
    ),
    "odt": mark("{path} is an OpenDocument text (.odt); save it as .docx and bring that."),
    "rtf": mark("{path} is a text in Rich Text Format (.rtf); save it as .docx and bring that."),
    "apple": mark(
        "{path} is a document of Pages, Numbers or Keynote; export it as .docx, .xlsx or CSV and bring that."
    ),
    "docx": mark("{path} is a Word document; bring lists as a workbook (.xlsx, .xls, .ods) or CSV."),
    "slides": mark(
        "{path} is a presentation; bring the list itself as a workbook (.xlsx, .xls, .ods) or CSV."
    ),
    "hwp": mark("{path} is a Hangul document (.hwp, .hwpx); save it in Hangul as .docx and bring that."),
    "archive": mark("{path} is an archive; unpack it and bring the file that is in it."),
    "database": mark("{path} is a database, not a list; a copy of a database is merged instead."),
}
FOREIGN_OTHERWISE = mark(
    "{path} is nothing that can be read here; bring a workbook (.xlsx, .xls, .ods), CSV or vCard."
)
TOO_LARGE: dict[str, str] = {
    "bytes": mark("{path} is too large (more than {limit} MB unpacked); divide it and bring the parts."),
    "rows": mark("{path} has too many rows (more than {limit}); divide it and bring the parts."),
    "columns": mark("{path} has too many columns (more than {limit}); keep only those of the list."),
    "cells": mark("{path} has too many cells (more than {limit}); delete what is far from the list."),
    "lines": mark("{path} has too many lines (more than {limit}) for an agenda; keep only the schedule."),
    "letters": mark(
        "{path} has too much text (more than {limit} letters) for an agenda; keep only the schedule."
    ),
    "parts": mark(
        "{path} has too many parts (more than {limit}); save it again in Word and bring that file."
    ),
    "sheets": mark("{path} has too many sheets (more than {limit}); divide it and bring the parts."),
}
PROBLEMS: dict[str, str] = {
    "unknown-kind": mark("“{kind}” is no kind of list; --kind takes: {known}."),
    "unknown-field": mark("“{field}” is no field of this list; choose from: {known}."),
    "no-heading": mark("There is no heading “{heading}” in the file; there are: {known}."),
    "visit-needed": mark("This list belongs to a visit; say which with --visit."),
    "no-agenda": mark("No entry with a time was found in {path}; bring the schedule itself."),
    "nothing-understood": mark(
        "No list was recognised in {path}; say what it is with --kind, and what its columns mean with --map."
    ),
}
REASONS: dict[str, str] = {
    "not-a-date": mark("“{text}” is no date; write for example 2024-07-30."),
    "no-such-date": mark("There is no such day: “{text}”; correct it."),
    "not-a-time": mark("“{text}” is no time of day; write for example 09:30."),
    "not-a-number": mark("“{text}” is no whole number; write figures only."),
    "not-yes-or-no": mark("“{text}” is neither yes nor no; write one of the two."),
    "not-a-choice": mark("“{text}” is none of the choices; take one of those in the template."),
    "not-an-address": mark("“{text}” is no e-mail address; correct it."),
    "unknown-zone": mark("“{text}” is no known time zone; write for example Asia/Seoul."),
    "error-cell": mark("The formula of this cell failed; correct it in the file."),
    "formula-without-value": mark(
        "The file keeps no result of this cell’s formula;"
        " open it in a spreadsheet, save it, and bring it again."
    ),
    "control-character": mark("“{text}” holds a character that no paper can show; remove it."),
    "too-long": mark("The text of this cell is too long; shorten it."),
    "not-found": mark("“{text}” is not known here; add it first, or correct the name."),
    "several-fit": mark("“{text}” may be one that is known; say whether it is."),
    "only-one": mark("Only one can be kept here; “{text}” is left out: give them a line of their own."),
    "missing": mark("{field} is missing; fill it in."),
    "erased": mark("This was erased for good and does not come back."),
    "contradicts": mark("“{text}” contradicts an earlier line about the same; correct one of the two."),
}
DOUBTS: dict[str, str] = {
    "name-order": mark("which part is the family name"),
    "name-split": mark("where the family name ends"),
    "date-order": mark("which figure is the month"),
    "year": mark("the year was not said"),
    "half-day": mark("morning or afternoon"),
    "choice": mark("recognised by a part of the text"),
    "language": mark("in which language it is"),
    "reference": mark("who or what is meant"),
    "kind": mark("guessed from the title"),
    "split": mark("where one text ends and the next begins"),
    "no-party": mark("not of the party whose delegation this is; check"),
    "address": mark("check the e-mail address"),
    "lost-zero": mark("the zero at the beginning was probably lost in a spreadsheet"),
    "unsaid": mark("not in the file; taken from the other dates and facts, please check"),
    "guess": mark("guessed"),
}
NOTICES: dict[str, str] = {
    "tracked-changes": mark("The file holds tracked changes; deleted text was left out, new text was taken."),
    "long-lines-cut": mark("Lines longer than any agenda has were cut."),
    "macros-ignored": mark("The file holds macros; they were ignored."),
    "hidden-sheets": mark("Hidden sheets were left out: {names}."),
    "formulas-without-value": mark(
        "Formulas without a result: {number}. Open the file in a spreadsheet and save it."
    ),
}
STATES: dict[str, str] = {
    "new": mark_in("import", "new"),
    "changed": mark_in("import", "changed"),
    "same": mark_in("import", "already there"),
    "refused": mark_in("import", "cannot be read"),
}
FIELDS_OF_LISTS: dict[str, str] = {
    "speakers": mark_in("field", "speakers"),
    "chair": mark_in("field", "chair"),
    "occupants": mark_in("field", "occupants"),
    "members": mark_in("field", "members"),
    "rotation": mark_in("field", "order of stops"),
    "meetings": mark_in("field", "meetings"),
    "parties": mark_in("field", "parties"),
    "person": mark_in("field", "person"),
    "organisation": mark_in("field", "organisation"),
    "place": mark_in("field", "place"),
    "item": mark_in("field", "entry"),
    "full_name": mark_in("field", "name"),
    "in_date": mark_in("field", "arrival date"),
    "in_time": mark_in("field", "arrival time"),
    "out_date": mark_in("field", "departure date"),
    "out_time": mark_in("field", "departure time"),
}


def state_name(state: str, words: Words) -> str:
    """Return what a state of a line is called."""
    return words.say_in("import", STATES[state])


def called_field(field: str, words: Words) -> str:
    """Return what a field of a list is called, the language behind it."""
    name, _, tag = field.partition(".")
    if name in FIELDS_OF_LISTS:
        called = words.say_in("field", FIELDS_OF_LISTS[name])
        return with_brackets(called, language_name(tag, words), words) if tag else called
    if name not in FIELDS and (heading := _heading(name)) is not None:
        called = heading.said(words.language)
        return with_brackets(called, language_name(tag, words), words) if tag else called
    return field_name(field, words)


def _heading(name: str) -> In3 | None:
    """Return the heading of a column that lists have and no table: the arrival flight of a delegate."""
    from models.intake.sheets import SHEETS

    columns = (column for sheet in SHEETS.values() for column in (*sheet.columns(), *sheet.beside))
    return next((column.heading for column in columns if column.name == name), None)


def doubt_name(doubt: str, words: Words) -> str:
    """Return what is doubtful about a value."""
    return words.say(DOUBTS[doubt])


def notice_sentence(notice: Notice, words: Words) -> str:
    """Return what is to be known about a file as a whole."""
    values = dict(notice.values)
    if "names" in values:
        names = [str(name) for name in cast("Iterable[object]", values["names"])]
        values["names"] = join(names, words.language, conjunction=False)
    return words.say(NOTICES[notice.code], **values)


def refusal_sentence(refusal: Refusal, words: Words) -> str:
    """Return why a cell cannot be taken, and what to do."""
    return words.say(
        REASONS[refusal.reason.value],
        text=_short(refusal.text),
        field=called_field(refusal.field, words),
    )


def place_name(origin: Origin, words: Words) -> str:
    """Return where something stood in the file."""
    if not origin.line:
        return origin.sheet or NOTHING
    where = origin.address if origin.column else words.say("line {number}", number=origin.line)
    return f"{origin.sheet} {where}".strip()


def place_in(origin: Origin, proposal: Proposal, words: Words) -> str:
    """Return where something stood in the file; the cells of a Word document have no letters."""
    table = _WORD_TABLE.fullmatch(origin.sheet) if proposal.agenda is not None else None
    if table is None:
        return place_name(origin, words)
    if not origin.column:
        return words.say("table {table}, row {row}", table=table[1], row=origin.line)
    return words.say(
        "table {table}, row {row}, column {column}", table=table[1], row=origin.line, column=origin.column
    )


def question_sentence(question: Question, words: Words) -> str:
    """Return a question about who is meant."""
    names = join([name for _, name in question.candidates], words.language, conjunction=False)
    return words.say(
        "Is “{text}” one that is known ({names}), or new?", text=_short(question.text), names=names
    )


def counted(proposal: Proposal, words: Words) -> list[str]:
    """Return the counts of a proposal, a line each."""
    counts = proposal.counts
    numbers = (counts.new, counts.changed, counts.same, counts.refused)
    return [f"{state_name(state, words)}: {number}" for state, number in zip(STATES, numbers, strict=True)]


def line_about(line: Line, words: Words) -> str:
    """Return what a line is about besides its name: whom somebody joins, or where something is mentioned."""
    if line.joins:
        return words.say("joins the delegation of {organisation}", organisation=line.joins)
    if not line.mentioned_in:
        return ""
    first = line.mentioned_in[0]
    lines = [str(each.line) for each in line.mentioned_in[:MOST_LINES] if each.sheet == first.sheet]
    if len(lines) < len(line.mentioned_in):
        lines.append("…")
    return words.say(
        "new {thing}, mentioned in lines: {lines}",
        thing=thing_name(_TABLES[line.kind], words),
        lines=join(lines, words.language, conjunction=False),
    )


def value_shown(change: CellChange, value: Any, proposal: Proposal, words: Words) -> str:
    """Return a value of a change as a line shows it: what it refers to by name."""
    from ui.words_errors import shown_value

    if isinstance(value, tuple):
        return ", ".join(str(each) for each in cast("tuple[object, ...]", value)) or NOTHING
    if isinstance(value, bool):
        return words.say_in("answer", "yes") if value else words.say_in("answer", "no")
    if change.field.endswith("_id") and isinstance(value, str):
        return proposal.names.get(value, value)
    return shown_value(value, words)


def change_lines(line: Line, proposal: Proposal, words: Words) -> list[str]:
    """Return what a line changes, cell by cell."""
    told: list[str] = []
    for step in line.steps:
        for change in step.changes:
            new = value_shown(change, change.new, proposal, words)
            if change.old not in (None, "", ()):
                new = f"{value_shown(change, change.old, proposal, words)} → {new}"
            doubt = f"  ({doubt_name(change.doubt.value, words)})" if change.doubt else ""
            told.append(f"{called_field(change.field, words)}: {new}{doubt}")
    return told


def _short(text: str) -> str:
    plain = " ".join("".join(letter if letter.isprintable() else "\ufffd" for letter in text).split())
    return plain[: LONGEST - 1] + "…" if len(plain) > LONGEST else plain or NOTHING


def _source(message: str) -> Callable[[Mapping[str, object], Words], str]:
    def wording(values: Mapping[str, object], words: Words) -> str:
        return words.say(message, path=_path(values, words), detail=str(values.get("detail") or NOTHING))

    return wording


def _path(values: Mapping[str, object], words: Words) -> str:
    return str(values.get("path") or "") or words.say("What was pasted")


def _foreign(values: Mapping[str, object], words: Words) -> str:
    message = FOREIGN.get(str(values.get("found")), FOREIGN_OTHERWISE)
    return words.say(message, path=_path(values, words))


def _too_large(values: Mapping[str, object], words: Words) -> str:
    what, limit = str(values.get("what") or "rows"), values.get("limit")
    number = limit if isinstance(limit, int) else 0
    shown = number // (1024 * 1024) if what == "bytes" else number
    return words.say(TOO_LARGE[what], path=_path(values, words), limit=f"{shown:,}")


def _problem(values: Mapping[str, object], words: Words) -> str:
    listed = values.get("known")
    known = [str(each) for each in cast("Iterable[object]", listed)] if isinstance(listed, tuple) else []
    said = {name: str(value) for name, value in values.items()}
    said["known"] = join(known, words.language, conjunction=False) or NOTHING
    said["path"] = _path(values, words)
    return words.say(PROBLEMS.get(str(values.get("reason")), PROBLEMS["nothing-understood"]), **said)


IMPORT: dict[type[ParleyError], Callable[[Mapping[str, object], Words], str]] = {
    **{kind: _source(message) for kind, message in SOURCES.items()},
    SourceForeign: _foreign,
    SourceTooLarge: _too_large,
    ImportProblem: _problem,
}
