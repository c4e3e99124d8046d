"""The wording of what somebody did, in a few words: for Undo and Redo, and for the list of changes.

A step is said as something to do ("move “Lab tour” to 14:00"), so that it stands behind "Undo:" as well.
What an action of an entity is called follows from its table and verb; others have words of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.text.catalogue import mark
from models.text.dates import DayForm, day
from models.text.lists import join
from ui.words_merge import MergeNamer
from ui.words_things import THINGS, field_name, thing_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.text.catalogue import Words
    from ui.values_history import LineView, RecordView

LONGEST = 40
"""Letters of a value that the name of a step shows."""
MOST_FIELDS = 3

# What a step that is no action of an entity is called: with a name where it has one, and without.
OWN: dict[str, tuple[str, str]] = {
    "file.create": (mark("make the file"), mark("make the file")),
    "sample.build": (mark("add the sample visits"), mark("add the sample visits")),
    "visit.plan": (mark("add visit “{name}”"), mark("add a visit")),
    "schedule_item.chair": (mark("change the chair of “{name}”"), mark("change the chair of an entry")),
    "schedule_item.meetings": (
        mark("change the meetings of “{name}”"),
        mark("change the meetings of an entry"),
    ),
    "schedule_item.to_visit": (
        mark("move “{name}” to another visit"),
        mark("move an entry to another visit"),
    ),
    "visit.set_days": (mark("change the days of “{name}”"), mark("change the days of a visit")),
    "visit.shift": (mark("move “{name}” to other days"), mark("move a visit to other days")),
    "visit.join_series": (
        mark("make “{name}” a meeting of a series"),
        mark("make a visit a meeting of a series"),
    ),
    "visit.take_tasks": (mark("add tasks to “{name}”"), mark("add tasks to a visit")),
    "visit.copy_tasks": (mark("add tasks to “{name}”"), mark("add tasks to a visit")),
    "visit.keep_template": (
        mark("keep the tasks of “{name}” as a template"),
        mark("keep tasks as a template"),
    ),
    "visit.rank": (
        mark("change the order of precedence in “{name}”"),
        mark("change the order of precedence"),
    ),
    "delegate.join": (mark("add “{name}” to a delegation"), mark("add somebody to a delegation")),
    "delegate.post": (
        mark("take over the post of “{name}” from the directory"),
        mark("take over a post from the directory"),
    ),
    "party.join": (mark("add “{name}” as a party"), mark("add a party")),
    "delegate.transfer": (
        mark("move “{name}” to another delegation"),
        mark("move somebody to another delegation"),
    ),
    "lab_tour.rotate": (mark("plan the rotation of “{name}”"), mark("plan the rotation of a lab tour")),
    "presentation.to_session": (
        mark("move “{name}” to another session"),
        mark("move a talk to another session"),
    ),
    "author.rename": (mark("change the name to sign with"), mark("change the name to sign with")),
    "file_info.card": (mark("change the file's own details"), mark("change the file's own details")),
    "backup.restore": (mark("restore a backup"), mark("restore a backup")),
    "person.erase": (mark("erase a person for good"), mark("erase a person for good")),
}
TABLES: dict[str, str] = {"visit.plan": "visit"}
"""What a step of that code is about, where its code does not begin with the table."""
TURNED: dict[str, str] = {
    "undo": mark("undo: {step}"),
    "redo": mark("redo: {step}"),
    "history.put_all_back": mark("put back: {step}"),
}


def subject(record: RecordView) -> tuple[str, str] | None:
    """Return the table and row that a step is about, or nothing where it is about many."""
    code = str(record.values.get("label") or record.code)
    table = TABLES.get(code, code.rpartition(".")[0])
    key = record.values.get("id")
    if code == "history.put_back" or table not in THINGS:
        first = record.lines[0] if record.lines else None
        table = next((line.table for line in record.lines if line.row == key), first.table if first else "")
    if isinstance(key, str) and table in THINGS:
        return table, key
    rows = {(line.table, line.row) for line in record.lines}
    return next(iter(rows)) if len(rows) == 1 and record.whole else None


def step_words(record: RecordView, words: Words, named: Mapping[tuple[str, str], Mapping[str, Any]]) -> str:
    """Return what a step did, as something to do: it begins small, to stand behind "Undo:"."""
    return _Step(record, MergeNamer(words, named)).said()


def step_line(record: RecordView, words: Words, named: Mapping[tuple[str, str], Mapping[str, Any]]) -> str:
    """Return the same to stand by itself in a list."""
    return standing(step_words(record, words, named))


def removed_words(
    record: RecordView, words: Words, named: Mapping[tuple[str, str], Mapping[str, Any]]
) -> str:
    """Return what a step removed: the thing and its name, or how many of a thing."""
    namer, about = MergeNamer(words, named), subject(record)
    if about is not None:
        return namer.thing(*about)
    table = record.code.rpartition(".")[0]
    number = len({line.row for line in record.lines if line.table == table})
    return words.say_in("step", "{thing} ({number})", thing=thing_name(table, words), number=number)


def standing(text: str) -> str:
    """Let a text begin as a line does."""
    return text[:1].upper() + text[1:]


def undo_words(step: str, words: Words) -> str:
    """Return what the menu offers to undo."""
    return words.say("Undo: {step}", step=step) if step else words.say("Undo")


class _Step:
    def __init__(self, record: RecordView, namer: MergeNamer) -> None:
        self._record, self._namer, self._words = record, namer, namer.words
        self._about = subject(record)

    def said(self) -> str:
        code, values = self._record.code, self._record.values
        if code in TURNED:
            inner = self._named(str(values.get("label") or ""), ())
            return self._words.say(TURNED[code], step=inner)
        if code == "history.put_back":
            return self._put_back()
        if code == "merge":
            count = values.get("count")
            return self._words.count(
                "merge a copy with {number} step",
                "merge a copy with {number} steps",
                count if isinstance(count, int) else 0,
            )
        return self._named(code, self._record.lines)

    def _named(self, code: str, lines: Sequence[LineView]) -> str:
        words, name = self._words, self._name()
        if code == "import":
            # It is about many rows, and is called by the file that they came from.
            source = shortened(str(self._record.values.get("source") or ""))
            return words.say("bring in “{name}”", name=source) if source else words.say("bring in a file")
        if code in OWN:
            with_name, without = OWN[code]
            return words.say(with_name, name=name) if name else words.say(without)
        if self._about is None:
            return self._of_many()
        table, key = self._about
        match code.rpartition(".")[2]:
            case "add" | "named" | "join" | "plan" | "enter" | "copy":
                return words.say("add {thing}", thing=self._namer.thing(table, key))
            case "remove":
                return words.say("delete {thing}", thing=self._namer.thing(table, key))
            case "unite":
                return words.say("make one of two: {thing}", thing=self._namer.thing(table, key))
            case "move":
                return words.say("move {name} in its list", name=self._quoted())
            case _:
                mine = [line for line in lines if (line.table, line.row) == self._about]
                return self._edited(table, mine)

    def _edited(self, table: str, lines: Sequence[LineView]) -> str:
        words, name = self._words, self._quoted()
        changed = [line for line in lines if line.kind == "update"]
        fields = [line.field for line in changed] or [
            str(each) for each in self._record.values.get("fields", ())
        ]
        if table == "schedule_item" and (moved := self._moved(changed)):
            return words.say("move {name} to {when}", name=name, when=moved)
        called = list(dict.fromkeys(field_name(field, words) for field in fields))
        if not called:
            return words.say("change {name}", name=name)
        if len(changed) == 1 and not is_sensitive(table, changed[0].field):
            line = changed[0]
            if line.after not in (None, "", [], {}):
                value = shortened(self._namer.value(table, line.field, line.after))
                return words.say(
                    "change {field} of {name} to “{value}”", field=called[0], name=name, value=value
                )
        if len(called) > MOST_FIELDS:
            return words.count(
                "change {number} field of {name}", "change {number} fields of {name}", len(called), name=name
            )
        listed = join(called, words.language)
        return words.say("change {field} of {name}", field=listed, name=name)

    def _moved(self, lines: Sequence[LineView]) -> str:
        """Return to when an entry was moved, where that is all that was done to it."""
        after = {line.field: line.after for line in lines}
        if not after or set(after) - {
            "date",
            "start",
            "end",
            "end_day",
            "order",
            "zone",
            "start_fold",
            "end_fold",
        }:
            return ""
        start = self._clock(after.get("start"))
        if after.get("date"):
            from datetime import date

            on = day(date.fromisoformat(str(after["date"])), self._words.language, DayForm.BARE)
            kept = start or self._clock((self._namer.row(self._about) or {}).get("start"))
            return f"{on} {kept}".strip()
        return start

    @staticmethod
    def _clock(stored: Any) -> str:
        return str(stored)[:5] if stored else ""

    def _put_back(self) -> str:
        words, name = self._words, self._quoted()
        fields = [str(field) for field in self._record.values.get("fields", ()) if field]
        if not fields:
            return words.say("bring back {name}", name=name)
        called = join([field_name(field, words) for field in fields], words.language)
        return words.say("put back {field} of {name}", field=called, name=name)

    def _of_many(self) -> str:
        words, table = self._words, self._record.code.rpartition(".")[0]
        mine = [line for line in self._record.lines if line.table == table]
        if self._record.whole and mine:
            # What hangs on the rows goes and comes with them.
            kinds = {line.kind for line in mine}
            number, thing = len({line.row for line in mine}), thing_name(table, words)
            if kinds == {"delete"}:
                return words.count(
                    "delete {thing} ({number})", "delete {thing} ({number})", number, thing=thing
                )
            if kinds == {"insert"}:
                return words.count("add {thing} ({number})", "add {thing} ({number})", number, thing=thing)
            return words.count("change {thing} ({number})", "change {thing} ({number})", number, thing=thing)
        if self._record.whole:
            return words.count("{number} change", "{number} changes", len(self._record.lines))
        return words.say("many changes at once")

    def _name(self) -> str:
        return shortened(self._namer.name(*self._about)) if self._about else ""

    def _quoted(self) -> str:
        """Return the name of what a step is about in quotation marks, else what it is."""
        name = self._name()
        if name:
            return self._words.say_in("step", "“{title}”", title=name)
        return thing_name(self._about[0], self._words) if self._about else self._words.say("Untitled")


def is_sensitive(table: str, field: str) -> bool:
    """Tell whether a field holds what is shown only where it is edited."""
    from models.store.writing import ROW_KINDS
    from models.tables.fields import SENSITIVE

    columns = ROW_KINDS[table].__table__.columns
    name = field.partition(".")[0]
    return name in columns and bool(columns[name].info.get(SENSITIVE))


def shortened(text: str) -> str:
    """Return a text as far as the name of a step has room for it."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
