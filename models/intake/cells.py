"""One cell of a column becomes values of fields: by what the column holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from models.intake.columns import Column, Holds
from models.intake.grid import ERRORS, Origin, Plain
from models.intake.mentions import are_people, mention_of, several
from models.intake.record import Doubt, Mention, Parsed, Unread, Unreadable
from models.intake.values.choices import read_choice
from models.intake.values.clock import Times, When, read_moment, read_time, read_times
from models.intake.values.dates import find_date, read_date, read_partial
from models.intake.values.names import cased_name, script_language, split_name
from models.intake.values.phones import with_lost_zero
from models.intake.values.read import Context, Read, says_nothing, text_of, tidy
from models.intake.values.simple import (
    is_mail,
    read_codes,
    read_flag,
    read_language,
    read_languages,
    read_mail,
    read_number,
    read_zone,
)

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_MANY = re.compile(r"[;；\n,，、·/／&]|\s(?:and|및|와|과)\s")
"""What may stand between two people in one cell."""
_SURELY_MANY = re.compile("[;；]")
_WORD = re.compile(r"[a-zß-ÿ]{3}")
"""What a word has that an acronym has not: KRISS and G-QuAT stand in any language."""
MOST_LETTERS = 32_767


@dataclass(slots=True)
class Row:
    """A row in the making: fields that were read, cells that could not be."""

    fields: dict[str, Parsed]
    unread: list[Unread]

    def put(self, field: str, read: Read | Unreadable, text: str, origin: Origin) -> None:
        """Keep what was read of a cell; what another cell has said already stays."""
        if isinstance(read, Unreadable):
            self.unread.append(Unread(field, text, origin, read))
        elif field not in self.fields:
            self.fields[field] = Parsed(read.value, text, origin, read.doubt, read.options)


Reader = Callable[[Plain, str, Origin, Row], None]
"""Takes the cell, its text and place, and puts what it says into the row."""


def faulty(value: Plain) -> Unreadable | None:
    """Return why a cell cannot be read whatever its column: an error, a control character, too much text."""
    if not isinstance(value, str):
        return None
    if len(value) < MOST_LETTERS and value.isprintable() and value[:1] != "#":
        return None
    if value.startswith("#") and (value in ERRORS or value == "#ERROR!"):
        return Unreadable.ERROR_CELL
    if len(value) > MOST_LETTERS:
        return Unreadable.TOO_LONG
    return Unreadable.CONTROL_CHARACTER if _CONTROL.search(value) else None


def reader_of(column: Column, field: str, context: Context, *, lines: bool, language: str) -> Reader:
    """Return what reads the cells of a column; ``language`` is that of its texts where they do not say."""
    tag = field.partition(".")[2]
    match column.holds:
        case Holds.FULL_NAME:
            return _full_name(tag, context)
        case Holds.LOCALISED:
            return _localised(column.name, tag, language, lines=lines)
        case Holds.DATE:
            return _date(column, context)
        case Holds.TIME:
            return _time(column, context)
        case Holds.MOMENT:
            return _moment(column, context)
        case Holds.TIMES:
            return _times(context)
        case Holds.ONE:
            return _one(column)
        case Holds.SEVERAL:
            return _several(column)
        case Holds.TEXT | Holds.LINES:
            return _text(column, lines=lines or column.holds is Holds.LINES)
        case _:
            return _simple(column, context)


_SIMPLE: dict[Holds, Callable[[Plain], Read | Unreadable]] = {
    Holds.NUMBER: read_number,
    Holds.FLAG: read_flag,
    Holds.ZONE: read_zone,
    Holds.TAGS: read_languages,
    Holds.CODES: read_codes,
}


def _simple(column: Column, context: Context) -> Reader:
    def read(value: Plain) -> Read | Unreadable:
        if column.choice is not None:
            return read_choice(column.choice, value)
        if column.holds is Holds.PARTIAL:
            return read_partial(value, context)
        return _SIMPLE[column.holds](value)

    def put(value: Plain, text: str, origin: Origin, row: Row) -> None:
        row.put(column.name, read(value), text, origin)

    return put


def _text(column: Column, *, lines: bool) -> Reader:
    name = column.name

    def put(value: Plain, text: str, origin: Origin, row: Row) -> None:
        kept = tidy(text)
        if name == "email":
            row.put(name, read_mail(kept), text, origin)
        elif name == "phone" and (whole := with_lost_zero(kept)):
            row.put(name, Read(whole, Doubt.LOST_ZERO, (kept,)), text, origin)
        elif name in ("language", "native_language"):
            row.put(name, read_language(kept), text, origin)
        else:
            row.put(name, Read(kept if lines else " ".join(kept.split("\n"))), text, origin)

    return put


def _localised(name: str, tag: str, column_language: str, *, lines: bool) -> Reader:
    def put(value: Plain, text: str, origin: Origin, row: Row) -> None:
        kept = tidy(text)
        if tag:
            row.put(f"{name}.{tag}", Read(_as_kept(kept, name, tag, lines=lines)), text, origin)
            return
        for part in _by_language(kept, lines=lines):
            language = _language_of(part, column_language, name)
            row.put(f"{name}.{language}", Read(_as_kept(part, name, language, lines=lines)), text, origin)

    return put


def _as_kept(text: str, name: str, language: str, *, lines: bool) -> str:
    if language == "en" and name in ("family", "given"):
        return cased_name(text)
    return text if lines else " ".join(text.split("\n"))


def _language_of(text: str, column_language: str, name: str) -> str:
    """Return the language of a text: that of its letters; a Latin word in a Korean list is Korean."""
    found = script_language(text, column_language)
    if found == "en" and column_language not in ("", "en") and name not in ("family", "given", "title"):
        return "en" if _WORD.search(text) else column_language
    return found


def _by_language(text: str, *, lines: bool) -> list[str]:
    """Divide a text that stands twice, in two scripts: 환영사 / Welcome address."""
    for sign in (" / ", " ／ ", "／", "\n"):
        if sign not in text:
            continue
        parts = [part.strip() for part in text.split(sign) if part.strip()]
        languages = [script_language(part) for part in parts]
        if 1 < len(parts) <= 3 and len(set(languages)) == len(parts):
            return parts
        if sign == "\n" and len(parts) > 1 and len(set(languages)) > 1:
            grouped: dict[str, list[str]] = {}
            for part, language in zip(parts, languages, strict=True):
                grouped.setdefault(language, []).append(part)
            return ["\n".join(group) for group in grouped.values()]
    return [text]


def _full_name(tag: str, context: Context) -> Reader:
    hint = (
        tag if tag in ("ja", "zh") else next((each for each in context.languages if each in ("ja", "zh")), "")
    )

    def put(value: Plain, text: str, origin: Origin, row: Row) -> None:
        for split in split_name(text, hint):
            other = split.other or ("", "")
            family = Read(split.family, split.doubt, (other[0],) if split.other else ())
            row.put(f"family.{split.language}", family, text, origin)
            if split.given or split.other:
                given = Read(split.given, split.doubt, (other[1],) if split.other else ())
                row.put(f"given.{split.language}", given, text, origin)
            if split.title:
                row.put("title.en", Read(split.title), text, origin)

    return put


def _date(column: Column, context: Context) -> Reader:
    target = {
        "date": "start",
        "departure_date": "departure_time",
        "arrival_date": "arrival_time",
        "present_from": "in_time",
        "present_to": "out_time",
    }
    times = column.name in target

    def put(value: Plain, text: str, origin: Origin, row: Row) -> None:
        if times and (
            (isinstance(value, dt.datetime) and value.time() != dt.time())
            or (isinstance(value, str) and ":" in value)
        ):
            when = read_moment(value, context)
            if isinstance(when, When) and when.date is not None:
                row.put(column.name, when.date, text, origin)
                if when.times is not None and when.times.start is not None:
                    row.put(target[column.name], Read(when.times.start, when.times.doubt), text, origin)
                    if column.name == "date":
                        _put_end(when.times, text, origin, row)
                return
        row.put(column.name, read_date(value, context), text, origin)

    return put


def _time(column: Column, context: Context) -> Reader:
    """Read a time; where a day stands before it, as in lists of flights, the day is taken too."""
    day = {"start": "date", "departure_time": "departure_date", "arrival_time": "arrival_date"}.get(
        column.name, ""
    )

    def put(value: Plain, text: str, origin: Origin, row: Row) -> None:
        if day and (isinstance(value, dt.datetime) or (isinstance(value, str) and find_date(value, context))):
            when = read_moment(value, context)
            if (
                isinstance(when, When)
                and when.date is not None
                and when.times is not None
                and when.times.start
            ):
                row.put(day, when.date, text, origin)
                row.put(column.name, Read(when.times.start, when.times.doubt), text, origin)
                return
        times = read_times(value)
        if isinstance(times, Times) and column.name == "arrival_time" and times.end_day:
            row.put("arrives_later", Read(times.end_day), text, origin)
        if isinstance(times, Times) and column.name == "start" and times.end is not None and times.start:
            _put_times(times, text, origin, row)
            return
        row.put(column.name, read_time(value), text, origin)

    return put


def _put_times(times: Times, text: str, origin: Origin, row: Row) -> None:
    if times.start is not None:
        row.put("start", Read(times.start, times.doubt), text, origin)
    _put_end(times, text, origin, row)


def _put_end(times: Times, text: str, origin: Origin, row: Row) -> None:
    if times.end is not None:
        row.put("end", Read(times.end, times.doubt), text, origin)
    if times.end is not None and times.end_day:
        row.put("end_day", Read(times.end_day), text, origin)


def _times(context: Context) -> Reader:
    def put(value: Plain, text: str, origin: Origin, row: Row) -> None:
        if isinstance(value, (dt.datetime, str)) and (
            isinstance(value, dt.datetime) or find_date(value, context)
        ):
            when = read_moment(value, context)
            if isinstance(when, When) and when.times is not None:
                if when.date is not None:
                    row.put("date", when.date, text, origin)
                _put_times(when.times, text, origin, row)
                return
        times = read_times(value)
        if isinstance(times, Unreadable):
            row.put("start", times, text, origin)
        else:
            _put_times(times, text, origin, row)

    return put


def _moment(column: Column, context: Context) -> Reader:
    day, start, *_ = column.parts

    def put(value: Plain, text: str, origin: Origin, row: Row) -> None:
        when = read_moment(value, context)
        if isinstance(when, Unreadable):
            row.put(day, when, text, origin)
            return
        if when.date is not None:
            row.put(day, when.date, text, origin)
        if when.times is None:
            return
        if when.times.start is not None:
            row.put(start, Read(when.times.start, when.times.doubt), text, origin)
        if len(column.parts) > 2:
            _put_end(when.times, text, origin, row)

    return put


def _one(column: Column, *, own: bool = False) -> Reader:
    """Read who or what is named; in our own workbooks only semicolons part several."""
    people = column.to == "people"

    def put(value: Plain, text: str, origin: Origin, row: Row) -> None:
        if people and _MANY.search(text):
            mentions, doubt = _listed(text) if own else several(tidy(text), people=True)
            if len(mentions) > 1 and (own or _SURELY_MANY.search(text) or are_people(mentions)):
                _put_many(column, Read(mentions, doubt), text, origin, row)
                return
        mention, doubt = mention_of(" ".join(tidy(text).split("\n")), people=people)
        row.put(column.name, Read(mention, doubt), text, origin)

    return put


def _listed(text: str) -> tuple[tuple[Mention, ...], None]:
    """Return everybody that a cell of our own workbook names."""
    pieces = [part.strip() for part in re.split("[;；\n]", text) if part.strip()]
    return tuple(mention_of(piece, people=True)[0] for piece in pieces), None


def _put_many(column: Column, read: Read, text: str, origin: Origin, row: Row) -> None:
    """Keep all who are named where each is a line; else the first, and say who is left over."""
    if column.each:
        row.put(column.name, read, text, origin)
        return
    first, *others = read.value
    row.put(column.name, Read(first, read.doubt), text, origin)
    for mention in others:
        row.put(column.name, Unreadable.ONLY_ONE, mention.text, origin)


def _several(column: Column) -> Reader:
    people = column.link is not None and "people" in column.link.ends

    def put(value: Plain, text: str, origin: Origin, row: Row) -> None:
        mentions, doubt = several(tidy(text), people=people)
        if mentions:
            row.put(column.name, Read(mentions, doubt), text, origin)

    return put


def read_own(column: Column, tag: str, value: Plain, origin: Origin, row: Row) -> None:
    """Read a cell of our own workbook: it means just what it says."""
    text, context = text_of(value), Context()
    match column.holds:
        case Holds.TEXT | Holds.LINES:
            doubt = Doubt.ADDRESS if column.name == "email" and not is_mail(text) else None
            row.put(column.name, Read(text, doubt), text, origin)
        case Holds.LOCALISED:
            row.put(f"{column.name}.{tag}", Read(text), text, origin)
        case Holds.DATE:
            row.put(column.name, read_date(value, context), text, origin)
        case Holds.TIME:
            row.put(column.name, read_time(value), text, origin)
        case Holds.ONE:
            _one(column, own=True)(value, text, origin, row)
        case Holds.SEVERAL:
            people = column.link is not None and "people" in column.link.ends
            mentions = tuple(
                mention_of(part.strip(), people=people)[0] for part in text.split(";") if part.strip()
            )
            row.put(column.name, Read(mentions), text, origin)
        case Holds.TAGS:
            tags = tuple(part.strip() for part in text.split(",") if part.strip())
            row.put(column.name, Read(tags), text, origin)
        case _:
            _simple(column, context)(value, text, origin, row)


def is_empty(value: Plain, text: str) -> bool:
    """Tell whether a cell says nothing: empty, a dash, to be confirmed."""
    return value is None or (isinstance(value, str) and says_nothing(text))
