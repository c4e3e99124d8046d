"""How values stand in an entry, and how what people type is read: numbers, dates, times, zones, addresses."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, Any, Protocol

from models.text.catalogue import mark
from models.text.dates import DayForm, day, partial_date
from ui.forms.editors.base import Unfit
from ui.widgets.typed import Around, Unreadable, around, read_date, read_partial, read_time

if TYPE_CHECKING:
    from ui.forms.record import FormContext

_ROOM = 18
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


class Codec(Protocol):
    """Writes a value as text and reads it back."""

    def write(self, value: Any, context: FormContext) -> str:
        """Return a value as the entry shows it."""
        ...

    def read(self, text: str, context: FormContext, base: Any) -> Any:
        """Return what is typed as a value, or raise Unfit; ``base`` is what stood there before."""
        ...


def plain(text: str) -> str:
    """Return what is typed with its full-width letters as narrow ones, and no space around."""
    return unicodedata.normalize("NFKC", text).strip()


class AsTyped:
    """Text as it is."""

    def write(self, value: Any, context: FormContext) -> str:
        """Return the text."""
        del context
        return value or ""

    def read(self, text: str, context: FormContext, base: Any) -> str:
        """Return the text."""
        del context, base
        return text


class Number:
    """A whole number, or none."""

    def write(self, value: Any, context: FormContext) -> str:
        """Return the figures."""
        del context
        return "" if value is None else str(value)

    def read(self, text: str, context: FormContext, base: Any) -> int | None:
        """Read figures; a thousands separator and a unit behind them do no harm."""
        del context, base
        typed = plain(text)
        if not typed:
            return None
        found = re.fullmatch(r"([+-]?\d{1,3}(?:[, ]\d{3})+|[+-]?\d+)\s*[^\d\s.,]*", typed)
        if found is None:
            raise Unfit(mark("This is no whole number; type figures only"))
        return int(re.sub(r"[, ]", "", found[1]))


class Email:
    """An address for electronic mail, or none."""

    def write(self, value: Any, context: FormContext) -> str:
        """Return the address."""
        del context
        return value or ""

    def read(self, text: str, context: FormContext, base: Any) -> str:
        """Return the address, with narrow letters."""
        del context, base
        typed = plain(text).removeprefix("mailto:")
        if not typed or _EMAIL.fullmatch(typed):
            return typed
        if typed.count("@") > 1:
            raise Unfit(mark("“@” stands here twice"))
        if "@" not in typed:
            raise Unfit(mark("“@” is missing"))
        if re.search(r"\s", typed):
            raise Unfit(mark("An e-mail address has no spaces"))
        raise Unfit(mark("After “@” comes a domain, like example.org"))


class Day:
    """A day, or none; ``required`` refuses none."""

    def __init__(self, *, required: bool = False) -> None:
        self._required = required

    def write(self, value: Any, context: FormContext) -> str:
        """Return a day with its weekday, where that is short enough for a field."""
        return written_day(value, context.words.language) if value else ""

    def read(self, text: str, context: FormContext, base: Any) -> dt.date | None:
        """Read a day; the year that is not typed is the one nearest to what stood there."""
        try:
            found = read_date(text, near_of(context, base))
        except Unreadable:
            raise Unfit(mark("This is not a date; type it like 7/30 or 2024-07-30")) from None
        if found is None and self._required:
            raise Unfit(mark("This is not a date; type it like 7/30 or 2024-07-30"))
        return found


class PartialDay:
    """A date that may lack its day or month, kept as 2024, 2024-07 or 2024-07-30."""

    def write(self, value: Any, context: FormContext) -> str:
        """Return the date as the language of the screen writes it."""
        return partial_date(value, context.words.language) if value else ""

    def read(self, text: str, context: FormContext, base: Any) -> str:
        """Read a date, a month or a year."""
        near = dt.date.fromisoformat(base) if isinstance(base, str) and len(base) == 10 else None
        try:
            return read_partial(text, near_of(context, near))
        except Unreadable:
            raise Unfit(mark("This is not a date; type 2024, 2024-07 or 2024-07-30")) from None


class Clock:
    """A time of day, or none."""

    def write(self, value: Any, context: FormContext) -> str:
        """Return hours and minutes."""
        del context
        return value.strftime("%H:%M") if value else ""

    def read(self, text: str, context: FormContext, base: Any) -> dt.time | None:
        """Read a time as one likes to type it."""
        del context, base
        try:
            return read_time(text)
        except Unreadable:
            raise Unfit(mark("Times go from 00:00 to 23:59; type 0930 or 9:30")) from None


def near_of(context: FormContext, base: Any) -> Around:
    """Return what decides which year is meant, and which of two figures is the month."""
    day = base if isinstance(base, dt.date) else context.near or dt.date.today()
    first, last = context.within or (None, None)
    return around(day, first, last, context.words.language)


def written_day(when: dt.date, language: str) -> str:
    """Return a date with its weekday, where that is short enough for a field."""
    full = day(when, language, DayForm.FULL)
    return full if len(full) <= _ROOM else day(when, language, DayForm.NUMERIC)
