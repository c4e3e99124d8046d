"""How values are stored, and the doors through which they enter a field."""

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from models.errors import InvalidValue
from models.text.clean import clean_block, clean_line
from models.text.localised import NO_TEXT, LocalisedText
from models.text.zones import is_zone

Door = Callable[[Any], Any]
"""Takes what somebody gives for a field, returns what is kept; raises InvalidValue or TextUnfit."""

PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Localised(TypeDecorator[LocalisedText]):
    """A text in several languages, stored as a JSON object by language tag."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: LocalisedText | None, dialect: Dialect) -> str:
        return json.dumps(dict(value or {}), ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> LocalisedText:
        return NO_TEXT if value is None or value == "{}" else LocalisedText.stored(json.loads(value))


class Clock(TypeDecorator[dt.time]):
    """A wall-clock time to the minute, stored as HH:MM."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.time | None, dialect: Dialect) -> str | None:
        return None if value is None else f"{value:%H:%M}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.time | None:
        return None if value is None else dt.time.fromisoformat(value)


class Utc(TypeDecorator[dt.datetime]):
    """A moment, stored in UTC as ISO 8601 with microseconds."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(dt.UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else dt.datetime.fromisoformat(value)


class Tags(TypeDecorator[tuple[str, ...]]):
    """An ordered list of short codes (languages, rules), stored as a JSON array."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        return json.dumps(list(value or ()), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        return () if value is None else tuple(json.loads(value))


def _refuse(reason: str, value: object) -> InvalidValue:
    return InvalidValue(field="", value=value, reason=reason)


def line_door(value: Any) -> str:
    """Take one line of text."""
    if not isinstance(value, str):
        raise _refuse("not-text", value)
    return clean_line(value)


def block_door(value: Any) -> str:
    """Take text of several lines."""
    if not isinstance(value, str):
        raise _refuse("not-text", value)
    return clean_block(value)


def localised_door(value: Any) -> LocalisedText:
    """Take a text in several languages; a plain mapping becomes the value type."""
    if isinstance(value, LocalisedText):
        return value
    if isinstance(value, Mapping):
        return LocalisedText(value)  # pyright: ignore[reportUnknownArgumentType]
    if value is None:
        return NO_TEXT
    raise _refuse("not-localised", value)


def localised_line_door(value: Any) -> LocalisedText:
    """Take a text in several languages, each of one line."""
    text = localised_door(value)
    for tag in text:
        clean_line(text[tag])
    return text


def zone_door(value: Any) -> str:
    """Take the name of a time zone that the IANA data know, or nothing."""
    zone = line_door(value)
    if zone and not is_zone(zone):
        raise _refuse("unknown-zone", value)
    return zone


def partial_date_door(value: Any) -> str:
    """Take a date that may lack its day or month: 2024-07-30, 2024-07, 2024, or nothing."""
    text = line_door(value)
    if text and not PARTIAL_DATE.fullmatch(text):
        raise _refuse("not-a-date", value)
    if len(text) == 10:
        try:
            dt.date.fromisoformat(text)
        except ValueError:
            raise _refuse("not-a-date", value) from None
    return text


def date_door(value: Any) -> dt.date:
    """Take a day, or its ISO form."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise _refuse("not-a-date", value) from None


def clock_door(value: Any) -> dt.time:
    """Take a time of day to the minute, or its form HH:MM."""
    try:
        taken = value if isinstance(value, dt.time) else dt.time.fromisoformat(str(value))
    except ValueError:
        raise _refuse("not-a-time", value) from None
    return taken.replace(second=0, microsecond=0, tzinfo=None)


def number_door(value: Any) -> int:
    """Take a whole number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise _refuse("not-a-number", value)


def flag_door(value: Any) -> bool:
    """Take yes or no."""
    if isinstance(value, bool):
        return value
    raise _refuse("not-yes-or-no", value)


def tags_door(value: Any) -> tuple[str, ...]:
    """Take a list of short codes, each once, in their order."""
    if isinstance(value, str):
        raise _refuse("not-a-list", value)
    return tuple(dict.fromkeys(line_door(tag) for tag in value))
