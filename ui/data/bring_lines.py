"""The lines of a proposal as the page lists them, in the language of the screen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from models.actions.intake import State
from models.actions.intake.chosen import steady_key
from models.intake.columns import Holds
from models.intake.record import Unreadable
from models.intake.sheets import SHEETS, block_of, tables_by_sheet
from models.text.lists import join
from ui.pages.bring.rows import SOURCES
from ui.pages.bring.wish import LineView, Part, SourceLine
from ui.words_agenda import line_doubt, readings, role_name
from ui.words_import import called_field, doubt_name, line_about, place_in, state_name, value_shown
from ui.words_steps import is_sensitive

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.actions.intake import CellChange, Line, Proposal, Question, Step
    from models.rules.lookup import Lookup
    from models.text.catalogue import Words

_ORDER = tuple(Part)
_BETWEEN = " · "
_ARROW = " → "
HIDDEN = "•••"
"""Stands in lists for passports, diets and health."""


def line_views(
    proposal: Proposal, lookup: Lookup, words: Words, places: Mapping[str, Part] | None = None
) -> tuple[tuple[LineView, ...], Proposal]:
    """Return the questions and lines, those to look at first, and the proposal with the names they need.

    ``places`` are those of lines that are not to move.
    """
    places = places or {}
    proposal = replace(proposal, names=_names(proposal, lookup, words))
    writer = _Writer(proposal, words)
    made = [*writer.questions(), *(writer.line(line) for line in proposal.lines)]
    made = [replace(view, part=places[view.key]) if view.key in places else view for view in made]
    made.sort(key=lambda view: _ORDER.index(view.part))
    return tuple(made), proposal


def line_view(proposal: Proposal, key: str, words: Words) -> LineView:
    """Return one line anew, by its steady key, after something of it was decided."""
    writer = _Writer(proposal, words)
    return next(writer.line(line) for line in proposal.lines if steady_key(line) == key)


def source_lines(proposal: Proposal, words: Words) -> tuple[SourceLine, ...]:
    """Return the lines of an agenda beside what was understood, the doubtful ones first."""
    if proposal.agenda is None:
        return ()
    said = readings(proposal.agenda, words)
    keys = {line.key: steady_key(line) for line in proposal.lines}
    return tuple(
        SourceLine(
            f"{number}",
            place_in(line.origin, proposal, words),
            " ".join(line.text.split()),
            role_name(line, words),
            _BETWEEN.join(said[key] for key in line.about if key in said),
            line_doubt(line, words),
            next((keys[key] for key in line.about if key in keys), ""),
        )
        for number, line in enumerate(proposal.agenda.doubtful_first())
    )


class _Writer:
    """Writes one proposal."""

    def __init__(self, proposal: Proposal, words: Words) -> None:
        self._proposal, self._words = proposal, words
        self._row_questions: dict[str, Question] = {}
        self._others: list[Question] = []
        for question in proposal.questions:
            if question.key.startswith("row:"):
                self._row_questions[question.key[4:]] = question
            else:
                self._others.append(question)
        self._open = {
            (refusal.origin, refusal.text)
            for _line, refusal in proposal.refusals
            if refusal.reason is Unreadable.SEVERAL_FIT
        }
        self._texts: dict[str, list[str]] = defaultdict(list)
        for each in proposal.agenda.lines if proposal.agenda is not None else ():
            for key in each.about:
                self._texts[key].append(" ".join(each.text.split()))
        self._kinds = {name: sheet.title.said(words.language) for name, sheet in SHEETS.items()}

    def questions(self) -> list[LineView]:
        """Return the questions about what cells name."""
        words = self._words
        open_texts = {text for _origin, text in self._open}
        return [
            LineView(
                f"question:{each.key}",
                Part.QUESTION,
                each.text,
                place_in(each.origin, self._proposal, words),
                "",
                tuple(name for _key, name in each.candidates),
                words.say_in("import", "one that is known?") if each.text in open_texts else "",
                severe=True,
                takes=False,
                question=each,
            )
            for each in self._others
        ]

    def line(self, line: Line) -> LineView:
        """Return a line with what it changes."""
        question = self._row_questions.get(line.key)
        part, found, severe = self._part(line, question)
        return LineView(
            steady_key(line),
            part,
            line.name,
            self._detail(line),
            SOURCES.join(self._texts.get(line.key, ())),
            tuple(self._change(step.table, change) for step in line.steps for change in step.changes),
            found,
            severe=severe,
            takes=bool(line.steps) and line.state is not State.REFUSED,
            line=line,
            question=question,
        )

    def _part(self, line: Line, question: Question | None) -> tuple[Part, str, bool]:
        words = self._words
        if question is not None and line.state is State.REFUSED:
            return Part.QUESTION, words.say_in("import", "one that is known?"), True
        if line.refusals:
            if line.state is State.REFUSED:
                return Part.UNREAD, state_name(State.REFUSED.value, words), True
            fields = dict.fromkeys(called_field(each.field, words) for each in line.refusals)
            left_out = join(list(fields), words.language, conjunction=False)
            said = words.say_in("import", "left out: {fields}; the rest comes in", fields=left_out)
            return Part.UNREAD, said, False
        doubts = [change.doubt for step in line.steps for change in step.changes if change.doubt is not None]
        if doubts:
            return Part.DOUBTFUL, doubt_name(doubts[0].value, words), False
        return Part(line.state.value), "", False

    def _detail(self, line: Line) -> str:
        place = place_in(line.origin, self._proposal, self._words)
        kind = self._kinds.get(line.kind, line.kind)
        parts = (place,) if place.startswith(kind) else (kind, place)
        return _BETWEEN.join(part for part in (line_about(line, self._words), *parts) if part)

    def _change(self, table: str, change: CellChange) -> str:
        # A list may be seen by whoever passes; the panel of the line shows what it is.
        value = HIDDEN if is_sensitive(table, change.field) else self._value(change)
        return f"{called_field(change.field, self._words)}: {value}"

    def _value(self, change: CellChange) -> str:
        proposal, words = self._proposal, self._words
        new = value_shown(change, change.new, proposal, words)
        if change.old in (None, "", ()):
            return new
        return f"{value_shown(change, change.old, proposal, words)}{_ARROW}{new}"


def _names(proposal: Proposal, lookup: Lookup, words: Words) -> dict[str, str]:
    """Return what the rows are called to which changes refer: those of the file, and those that are known."""
    names = {line.row: line.name for line in proposal.lines if line.row}
    for line in proposal.lines:
        for step in line.steps:
            for change in step.changes:
                if not change.field.endswith("_id"):
                    continue
                table = _table_of(step, change.field)
                for value in (change.old, change.new):
                    if isinstance(value, str) and value not in names:
                        names[value] = _called(lookup, table, value, words) or change.text
    return names


def _called(lookup: Lookup, table: str, key: str, words: Words) -> str:
    return lookup.called(table, key, words.language) if table else ""


def _table_of(step: Step, field: str) -> str:
    column = next((each for each in block_of(step.table).columns if each.stored == field), None)
    if column is None or column.holds is not Holds.ONE:
        return ""
    return tables_by_sheet().get(column.to, "")
