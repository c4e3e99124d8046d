"""The rows of the difference, in groups: those to look at first, then what changes, then what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.text.catalogue import mark_in
from ui.pages.bring.wish import Part
from ui.style.tokens import Severity
from ui.widgets.rows import Cell, Column, Group, Line, ListRow
from ui.widgets.rows.values import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.text.catalogue import Words
    from models.text.localised import Written
    from ui.pages.bring.wish import LineView, Refused, SourceLine

LINE, SOURCE = "line", "source"
_MOST = 5000
"""Rows of one group that are shown; nobody looks through more, and all are brought in."""
_BETWEEN = "   "
SOURCES = " / "
"""Between the texts of a file that went into one line."""
_GROUPS = {
    Part.QUESTION: mark_in("import", "Questions"),
    Part.UNREAD: mark_in("import", "With cells that cannot be read"),
    Part.DOUBTFUL: mark_in("import", "To look at"),
    Part.CHANGED: mark_in("import", "Changed"),
    Part.NEW: mark_in("import", "New"),
    Part.SAME: mark_in("import", "Already there"),
}


def columns(words: Words, *, agenda: bool) -> list[Column]:
    """Return the columns of the difference; beside an agenda stand its own lines."""
    made = [Column("take", "", 18), Column("name", words.say_in("import", "What"), share=4)]
    if agenda:
        made.insert(1, Column("source", words.say_in("import", "In the file"), share=4))
    return [*made, Column("changes", words.say_in("import", "What changes"), share=5, least=560)]


def rows(lines: Sequence[LineView], refused: Refused, words: Words, *, agenda: bool) -> list[Group | ListRow]:
    """Return the rows of the difference with a head for each group."""
    made: list[Group | ListRow] = []
    for part, title in _GROUPS.items():
        here = [line for line in lines if line.part is part]
        if not here:
            continue
        made.append(Group(part.value, _own(words.say_in("import", title), words), right=counted(here, words)))
        made += [row(line, refused, words, agenda=agenda) for line in here[:_MOST]]
    return made


def counted(here: Sequence[LineView], words: Words) -> str:
    """Return how many lines of one group are still to be looked at, or how many there are."""
    waiting = here[0].part in (Part.QUESTION, Part.DOUBTFUL)
    number = sum(1 for line in here if line.found) if waiting else len(here)
    if len(here) > _MOST:
        return words.say("the first {shown} of {number}", shown=f"{_MOST:,}", number=f"{number:,}")
    return f"{number:,}"


def row(line: LineView, refused: Refused, words: Words, *, agenda: bool) -> ListRow:
    """Return one line as a row."""
    out = (line.key, "") in refused
    changes = (
        [
            said
            for field, said in zip(fields_of(line), line.changes, strict=False)
            if (line.key, field) not in refused
        ]
        if line.line is not None
        else list(line.changes)
    )
    cells = [_take(line, words, out=out), Cell(_written(line.name), written(line.detail), bold=True)]
    if agenda:
        parts = line.source.split(SOURCES)
        cells.insert(1, Cell(_written(SOURCES.join(parts[:2])), _written(SOURCES.join(parts[2:]))))
    middle = _split(changes)
    cells.append(Cell(written(_BETWEEN.join(changes[:middle])), written(_BETWEEN.join(changes[middle:]))))
    found = Line(line.found, Severity.ERROR if line.severe else Severity.WARN) if line.found else None
    return ListRow(LINE, line.key, tuple(cells), found, faint=out or line.part is Part.SAME)


def fields_of(line: LineView) -> list[str]:
    """Return the fields that a line changes, as its changes stand."""
    if line.line is None:
        return []
    return [change.field for step in line.line.steps for change in step.changes]


def source_columns(words: Words) -> list[Column]:
    """Return the columns of the lines of an agenda."""
    return [
        Column("place", words.say_in("import", "Where"), 84),
        Column("text", words.say_in("import", "In the file"), share=5),
        Column("taken", words.say_in("import", "Understood as"), share=6),
    ]


def source_rows(lines: Sequence[SourceLine]) -> list[ListRow]:
    """Return the lines of an agenda beside what was understood."""
    return [
        ListRow(
            SOURCE,
            line.key,
            (
                Cell(written(line.place)),
                Cell(_written(line.text)),
                Cell(_written(line.taken), written(line.role)) if line.taken else Cell(written(line.role)),
            ),
            Line(line.doubt, Severity.WARN) if line.doubt else None,
            faint=not line.taken,
        )
        for line in lines
    ]


def _take(line: LineView, words: Words, *, out: bool) -> Cell:
    if not line.takes:
        return Cell(said=words.say_in("import", "nothing to bring in"))
    if out:
        return Cell(icon="square", said=words.say_in("import", "left out"))
    return Cell(icon="square-check", said=words.say_in("import", "brought in"))


def _written(text: str) -> Written | None:
    """Return a text of the file in the letters of its own language, where they tell it."""
    if any("\uac00" <= letter <= "\ud7a3" for letter in text):
        return written(text, "ko")
    return written(text, "ja" if any("\u3041" <= letter <= "\u30ff" for letter in text) else "")


def _split(changes: Sequence[str]) -> int:
    """Return how many changes stand in the first of two lines."""
    return len(changes) if len(changes) <= 1 else (len(changes) + 1) // 2


def _own(text: str, words: Words) -> Written:
    from models.text.localised import Written

    return Written(text, words.language)
