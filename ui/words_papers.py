"""Why a paper cannot be made as asked: a sentence for each reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from models.text.catalogue import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.text.catalogue import Words

REASONS: dict[str, str] = {
    "languages-missing": mark("The paper has no language; choose at least one."),
    "control-character": mark(
        "The paper holds a character that Word cannot keep ({character}, at place {place}): “{text}”;"
        " remove it."
    ),
    "unknown-paper": mark("There is no paper “{paper}”; choose from: {known}."),
    "unknown-format": mark("The paper cannot be written as {format}; choose from: {known}."),
    "too-many-languages": mark("The paper takes at most {most} languages, and these are more: {languages}."),
    "language-twice": mark("A language is named twice ({languages}); name each once."),
    "columns-need-two-languages": mark("Columns need two languages ({languages}); choose two, or stacked."),
    "layout-not-for-paper": mark("The paper {paper} has one layout only; leave the layout out."),
    "unknown-layout": mark("There is no layout “{layout}”; choose from: {known}."),
    "nobody-to-choose": mark("The visit has no delegation to make the paper for; add one first."),
    "who-open": mark("Several sides travel; say for whom the paper is: {candidates}."),
    "not-for-one": mark("The paper {paper} is the same for everybody; do not say for whom."),
    "audience-of-others": mark(
        "What is meant for another party alone does not go on a paper for {who}; choose another audience."
    ),
    "office-only": mark("The paper {paper} is for the office alone; leave the audience out."),
    "text-too-long": mark("A text is longer than a cell can be ({limit} letters): “{text}”; shorten it."),
    "folder-needed": mark("{number} papers need a folder, and {path} is a file; name a folder."),
    "row-columns": mark("The table “{table}” does not fit its columns; please report this with the file."),
    "picture-format": mark("A picture is neither PNG nor JPEG; save it in one of these formats."),
    "template-unreadable": mark("{path} cannot be read as a Word template; choose another letterhead."),
    "template-unusable": mark(
        "{path} cannot serve as a letterhead ({detail}); save it anew in Word as .docx."
    ),
}
OTHER_REASON = mark("The paper cannot be made as asked ({reason}); choose otherwise.")


def paper_sentence(values: Mapping[str, object], words: Words) -> str:
    """Return why a paper cannot be made, and what to do."""
    position = values.get("position")
    known = {name: _listed(value) for name, value in values.items()}
    known["place"] = str(position + 1 if isinstance(position, int) else "?")
    known = {name: "".join(x if x.isprintable() else "\ufffd" for x in text) for name, text in known.items()}
    return words.say(REASONS.get(str(values.get("reason")), OTHER_REASON), **known)


def _listed(value: object) -> str:
    if not isinstance(value, (tuple, list)):
        return str(value)
    entries = cast("Iterable[object]", value)
    # Candidates are pairs of id and name: the name is what says something.
    return ", ".join(
        str(cast("tuple[object, ...]", entry)[-1] if isinstance(entry, tuple) else entry) for entry in entries
    )
