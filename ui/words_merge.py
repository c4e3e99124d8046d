"""The wording of merging two copies: questions, what was taken, and what is still open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from models.errors import OpenQuestions, OtherDatabase, ParleyError
from models.text.dates import DayForm, clock, day, partial_date
from models.text.lists import join
from models.text.localised import LocalisedText
from models.text.names import Name, full_name
from ui.words_things import field_name, thing_name

if TYPE_CHECKING:
    from models.store.merge import Choice, MergePlan, Question
    from models.store.merge.questions import Signature
    from models.text.catalogue import Words

NOTHING = "–"
LONGEST = 80
"""Letters of a value that a question shows."""

_LANGUAGES = frozenset({"languages", "language", "native_language", "interprets"})
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")

Stored = Mapping[str, Any]


def _open_questions(values: Mapping[str, object], words: Words) -> str:
    count = values.get("count")
    return words.count(
        "{number} question is open between the two copies; decide it, or say whose version goes first."
        " Nothing was merged.",
        "{number} questions are open between the two copies; decide them, or say whose version goes first."
        " Nothing was merged.",
        count if isinstance(count, int) else 0,
    )


def _other_database(values: Mapping[str, object], words: Words) -> str:
    return words.say(
        "{path} is a copy of another database; choose a copy of this one.", path=str(values.get("path", "–"))
    )


MERGE: dict[type[ParleyError], Callable[[Mapping[str, object], Words], str]] = {
    OpenQuestions: _open_questions,
    OtherDatabase: _other_database,
}


_STANDS_FOR = {
    "delegate": ("person", "person_id"),
    "delegation": ("organisation", "organisation_id"),
    "party": ("organisation", "organisation_id"),
}
"""What is called like one of its ends: of which visit it is need not be said."""


class MergeNamer:
    """Names rows that may be in one of the copies only, by what they are and what they refer to."""

    def __init__(self, words: Words, rows: Mapping[tuple[str, str], Stored]) -> None:
        self.words = words
        self._rows = rows

    def thing(self, table: str, key: str) -> str:
        """Return what a row is, and its name."""
        called = self.name(table, key)
        kind = thing_name(table, self.words)
        return self.words.say("{thing} “{name}”", thing=kind, name=called) if called else kind

    def name(self, table: str, key: str, depth: int = 3) -> str:
        """Return the name of a row; a link is named by its ends. Empty where it has none."""
        row = self._rows.get((table, key))
        if row is None:
            return ""
        if table == "person":
            return full_name(_person(row), self.words.language).text
        own = (
            row.get("acronym")
            or self._text(row.get("title"))
            or self._text(row.get("name"))
            or row.get("number")
        )
        if table == "visit_day":
            own = row.get("date")
        if table == "schedule_item" and not own and row.get("date"):
            # Without a title it is when it is, and not the visit to which it belongs.
            when = day(date.fromisoformat(str(row["date"])), self.words.language, DayForm.BARE)
            own = f"{when} {str(row.get('start') or '')[:5]}".strip()
        if own or depth == 0:
            return str(own or "")
        if table == "room" and (sleeping := self._occupants(key)):
            return sleeping
        if table in _STANDS_FOR and (whom := self._stood_for(*_STANDS_FOR[table], row)):
            return whom
        from models.store.merge.values import references

        ends = (
            self.name(each.target, row[each.field], depth - 1)
            for each in references(table)
            if row.get(each.field)
        )
        return join([end for end in dict.fromkeys(ends) if end], self.words.language, conjunction=False)

    def _stood_for(self, table: str, field: str, row: Stored) -> str:
        return self.name(table, str(row[field])) if row.get(field) else ""

    def _occupants(self, room: str) -> str:
        """Return who sleeps in a room: without a number it is theirs, and not the visit's."""
        guests = [
            self.name("person", str(row["person_id"]))
            for (table, _), row in self._rows.items()
            if table == "room_occupant" and row.get("room_id") == room
        ]
        return join([each for each in guests if each], self.words.language, conjunction=False)

    def row(self, key: tuple[str, str] | None) -> Stored | None:
        """Return a row as the file has it, or had it last."""
        return self._rows.get(key) if key is not None else None

    def value(self, table: str, field: str, stored: Any) -> str:
        """Return a stored value as a question shows it."""
        from models.store.merge.values import references
        from ui.words_errors import shown_value

        for each in references(table):
            if each.field == field and isinstance(stored, str):
                return self.name(each.target, stored) or stored
        if isinstance(stored, bool):
            return self.words.say_in("answer", "yes") if stored else self.words.say_in("answer", "no")
        if isinstance(stored, str) and "." not in field:
            stored = self._meant(table, field, stored)
        if isinstance(stored, (list, tuple)):
            listed = [str(self._meant(table, field, str(each))) for each in cast("Iterable[Any]", stored)]
            text = join(listed, self.words.language, conjunction=False) or NOTHING
        else:
            text = shown_value(stored, self.words)
        return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"

    def _meant(self, table: str, field: str, stored: str) -> Any:
        """Return what a stored text stands for: a choice, a day, a language, a rule on site."""
        from models.store.writing import ROW_KINDS
        from ui.forms.choices import RULES, SPOKEN, chosen_name

        if field in _LANGUAGES:
            return chosen_name(SPOKEN, stored, self.words)
        if field == RULES:
            return chosen_name(RULES, stored, self.words)
        if _DAY.fullmatch(stored):
            return partial_date(stored, self.words.language)
        return ROW_KINDS[table].doors()[field](stored)

    def group(self, table: str, values: Stored | None) -> str:
        """Return the values of a group of fields; what is not there was removed."""
        if values is None:
            return self.words.say("removed")
        if len(values) == 1:
            ((field, stored),) = values.items()
            return self.value(table, field, stored)
        told = [
            f"{field_name(field, self.words)}: {self.value(table, field, stored)}"
            for field, stored in values.items()
            if stored not in (None, "", 0)
        ]
        return ", ".join(told) or NOTHING

    def _text(self, stored: Any) -> str:
        if not isinstance(stored, Mapping):
            return str(stored or "")
        written = LocalisedText.stored(dict(stored)).pick((self.words.language,))
        return written.text if written else ""


def counted(plan: MergePlan, words: Words) -> Iterator[str]:
    """Yield how much there is to merge, is there already, and is to be decided."""
    counts = plan.counts
    if plan.is_empty:
        yield words.say("There is nothing to merge: everything is here already.")
        return
    yield words.say("To merge: {number}", number=counts.change_sets)
    yield words.say("Already there: {number}", number=counts.known)
    yield words.say("To decide: {number}", number=counts.to_decide)
    yield words.say(
        "Taken without asking: {added} added, {changed} changed, {removed} removed.",
        added=counts.added,
        changed=counts.changed,
        removed=counts.removed,
    )


def question_lines(
    number: int, question: Question, namer: MergeNamer, prefer: Choice | None
) -> Iterator[str]:
    """Yield a question in full: what it is about, both versions, who and when."""
    words = namer.words
    yield f"{number}. {question_sentence(question, namer)}"
    shown = {
        "ours": (words.say("ours"), question.mine, question.mine_by),
        "theirs": (words.say("theirs"), question.theirs, question.theirs_by),
    }
    for side, (called, values, by) in shown.items():
        mark = "✓" if prefer == side else "-"
        yield f"   {mark} {called}: {version(question, values, namer)}{signed(by, words)}"
    if question.base is not None and question.kind != "deleted":
        before = words.say("before")
        yield f"     {before}: {namer.group(question.table, question.base)}"


def question_sentence(question: Question, namer: MergeNamer) -> str:
    """Return what a question is about, in one line."""
    words = namer.words
    thing = namer.thing(question.table, question.row_id)
    match question.kind:
        case "deleted":
            return words.say("{thing}: removed on one side, changed on the other", thing=thing)
        case "parent":
            assert question.parent is not None
            parent = namer.thing(*question.parent)
            return words.say(
                "{thing}: belongs to what the other side has removed: {parent}", thing=thing, parent=parent
            )
        case "inserted":
            field = field_name(question.group, words)
            return words.say("{thing}, {field}: made on both sides, differently", thing=thing, field=field)
        case _:
            field = field_name(question.group, words)
            return words.say("{thing}, {field}: changed on both sides", thing=thing, field=field)


def signed(by: Signature | None, words: Words) -> str:
    """Return who wrote something and when, in brackets."""
    if by is None:
        return ""
    local = by.at.astimezone()
    when = f"{day(local.date(), words.language, DayForm.NUMERIC)} {clock(local.time())}"
    return f"  ({by.author or NOTHING}, {when})"


def version(question: Question, values: Stored | None, namer: MergeNamer) -> str:
    """Return one of the two versions of a question in words."""
    words = namer.words
    if question.kind == "deleted" and values is not None:
        from models.store.merge.values import fields_of

        was, now = fields_of(question.table, question.base), fields_of(question.table, values)
        told = [
            f"{field_name(field, words)}: {namer.value(question.table, field, now.get(field))}"
            for field in (*now, *(field for field in was if field not in now))
            if field != "order" and now.get(field) != was.get(field)
        ]
        return ", ".join(told) or words.say("kept")
    if question.kind == "parent" and values is not None:
        assert question.parent is not None
        return words.say("keep it, and bring back {parent}", parent=namer.thing(*question.parent))
    return namer.group(question.table, values)


def _person(row: Stored) -> Name:
    def text(field: str) -> LocalisedText:
        return LocalisedText.stored(dict(row.get(field) or {}))

    return Name(
        family=text("family"),
        given=text("given"),
        reading=text("reading"),
        preferred=text("preferred"),
        title=text("title"),
        native=row.get("native_language") or "",
    )
