"""A Word agenda in words: each line of the file beside what it was taken for, doubtful ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.tables.choices import ItemKind
from models.text.catalogue import mark_in
from models.text.dates import DayForm, clock_range, day
from ui.words_choices import choice_name
from ui.words_import import doubt_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.intake.agenda.agenda import Agenda, Day, Item, Talk, Texts, Understood
    from models.intake.record import Mention, Parsed
    from models.text.catalogue import Words

ROLES: dict[str, str] = {
    "day": mark_in("agenda line", "day"),
    "item": mark_in("agenda line", "entry"),
    "talk": mark_in("agenda line", "talk"),
    "speaker": mark_in("agenda line", "speaker"),
    "place": mark_in("agenda line", "place"),
    "remark": mark_in("agenda line", "remark"),
    "heading": mark_in("agenda line", "heading"),
    "about": mark_in("agenda line", "about the whole"),
    "unused": mark_in("agenda line", "not used"),
}
BETWEEN = " · "


def role_name(line: Understood, words: Words) -> str:
    """Return what a line of an agenda was taken for."""
    return words.say_in("agenda line", ROLES[line.role.value])


def line_doubt(line: Understood, words: Words) -> str:
    """Return what is doubtful about a line, or an empty text."""
    return doubt_name(line.doubt.value, words) if line.doubt is not None else ""


def readings(agenda: Agenda, words: Words) -> dict[str, str]:
    """Return in words what was understood, by the keys that the lines of the agenda name."""
    said: dict[str, str] = {}
    for each in agenda.days:
        said[each.key] = _day(each, words)
        for item in each.items:
            said[item.key] = _item(item, words)
            for talk in (*item.talks, *item.stops):
                said[talk.key] = _talk(talk)
    return said


def _day(each: Day, words: Words) -> str:
    date = day(each.date.value, words.language, DayForm.FULL) if each.date.value is not None else ""
    return _joined((date, _texts(each.title)))


def _item(item: Item, words: Words) -> str:
    start, end = _value(item.start), _value(item.end)
    days = item.end_day.value if item.end_day is not None else 0
    times = clock_range(start, end, words.language, days=days) if start or end else ""
    return _joined(
        (
            times,
            _texts(item.title),
            choice_name(ItemKind(item.kind.value), words),
            _people(item.speakers),
            _people(item.chair),
            str(_value(item.place) or ""),
        )
    )


def _talk(talk: Talk) -> str:
    return _joined((_texts(talk.title), _people(talk.speakers)))


def _texts(texts: Texts) -> str:
    return " / ".join(str(parsed.value) for parsed in texts.values())


def _people(people: tuple[Parsed, ...]) -> str:
    return ", ".join(_person(parsed.value) for parsed in people)


def _person(mention: Mention) -> str:
    said = [mention.text, mention.names.get("position", ""), mention.names.get("organisation", "")]
    return ", ".join(dict.fromkeys(part for part in said if part))


def _joined(parts: Iterable[str]) -> str:
    return BETWEEN.join(part for part in parts if part)


def _value(parsed: Parsed | None):  # noqa: ANN202
    return parsed.value if parsed is not None else None
